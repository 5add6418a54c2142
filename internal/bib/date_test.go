package bib

import (
	"fmt"
	"testing"
)

var dateTests = []struct{ in, want string }{
	// Figures.
	{"2019", "[[2019]]"}, {"2019-07", "[[2019 7]]"}, {"2019-07-03", "[[2019 7 3]]"}, {"2019/7/3", "[[2019 7 3]]"}, {" 2019 ", "[[2019]]"}, {"871", "[[871]]"},
	{"2019-07-03T10:00:00Z", "[[2019 7 3]]"}, {"2019?", "[[2019]]"}, {"2019-00-03", "[[2019]]"}, {"2019-13", "[[2019]]"}, {"2019-12-31", "[[2019 12 31]]"}, {"2019-01-01", "[[2019 1 1]]"},
	{"2019-07-32", "[[2019 7]]"}, {"2019-07-00", "[[2019 7]]"}, {"-50", "[[-50]]"}, {"0", "[[0]]"},
	// Ranges.
	{"2019-2020", "[[2019] [2020]]"}, {"2019/2020", "[[2019] [2020]]"}, {"2019 – 2020", "[[2019] [2020]]"}, {"2019--2020", "[[2019] [2020]]"}, {"2019-07/2020-01", "[[2019 7] [2020 1]]"},
	{"2019-07-03/2020-01-02", "[[2019 7 3] [2020 1 2]]"}, {"2019/", "[[2019]]"}, {"2019-07/..", "[[2019 7]]"}, {"../2019", "[[2019]]"}, {"../-50", "../-50"},
	// Words.
	{"3 July 2019", "[[2019 7 3]]"}, {"July 3, 2019", "[[2019 7 3]]"}, {"2019 Jul 3", "[[2019 7 3]]"}, {"July 2019", "[[2019 7]]"}, {"1 May 2019", "[[2019 5 1]]"}, {"31 May 2019", "[[2019 5 31]]"},
	{"32 May 2019", "[[2019 5]]"}, {"0 May 2019", "[[2019 5]]"}, {"May or June 2019", "[[2019 5]]"}, {"3 or 4 May 2019", "[[2019 5 3]]"}, {"3 2019", "[[2019]]"}, {"spring 2019", "[[2019]]"}, {"c2019a", "c2019a"}, {"c. 2019a", "[[2019]]"},
	{"3.7.2019", "[[2019]]"}, {"3. Juli 2019", "[[2019 7 3]]"},
	// No year.
	{"in press", "in press"}, {"", "<nil>"}, {"  ", "<nil>"},
}

func TestParseDate(t *testing.T) {
	for _, tt := range dateTests {
		if got := printParts(ParseDate(tt.in)); got != tt.want {
			t.Errorf("%q is %s, want %s", tt.in, got, tt.want)
		}
	}
}

func printParts(d *Date) string {
	switch {
	case d == nil:
		return "<nil>"
	case d.Literal != "":
		return d.Literal
	}
	return fmt.Sprint(d.Parts)
}

func FuzzParseDate(f *testing.F) {
	for _, tt := range dateTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d := ParseDate(in)
		if d == nil {
			return
		}
		if (len(d.Parts) > 0) == (d.Literal != "") {
			t.Errorf("%+v", d)
		}
		for _, p := range d.Parts {
			if len(p) < 1 || len(p) > 3 || len(p) > 1 && (p[1] < 1 || p[1] > 12) || len(p) > 2 && (p[2] < 1 || p[2] > 31) {
				t.Errorf("parts %v", p)
			}
		}
	})
}

// The month and day of a year may be figures or words, also both in one field.
func TestDateWith(t *testing.T) {
	for _, tt := range []struct{ month, day, want string }{
		{"jul", "3", "[[2019 7 3]]"}, {"7", "3", "[[2019 7 3]]"}, {"July 3", "", "[[2019 7 3]]"}, {"3 July", "", "[[2019 7 3]]"}, {"jul~1", "", "[[2019 7 1]]"}, {"July 3", "4", "[[2019 7 4]]"},
		{"July", "", "[[2019 7]]"}, {"July", "31", "[[2019 7 31]]"}, {"July", "32", "[[2019 7]]"}, {"July", "1", "[[2019 7 1]]"}, {"July", "0", "[[2019 7]]"}, {"12", "", "[[2019 12]]"}, {"1", "", "[[2019 1]]"}, {"13", "", "[[2019]]"}, {"0", "", "[[2019]]"},
		{"", "3", "[[2019]]"}, {"spring", "3", "[[2019]]"}, {"June July", "", "[[2019 6]]"}, {"May 0", "", "[[2019 5]]"},
	} {
		d := &Date{Parts: [][]int{{2019}}}
		if got := printParts(d.With(tt.month, tt.day)); got != tt.want {
			t.Errorf("month %q and day %q: %s, want %s", tt.month, tt.day, got, tt.want)
		}
	}
}

func TestYear(t *testing.T) {
	for want, d := range map[int]*Date{2019: {Parts: [][]int{{2019, 3}, {2020}}}, 0: {Literal: "in press"}} {
		if got := d.Year(); got != want {
			t.Errorf("%+v is of %d, want %d", d, got, want)
		}
	}
	if (*Date)(nil).Year() != 0 || (&Date{Parts: [][]int{{}}}).Year() != 0 {
		t.Error("no date has no year")
	}
}

func TestPrintDate(t *testing.T) {
	day, years := [][]int{{2019, 7, 3}}, [][]int{{2019}, {2020}}
	for _, tt := range []struct {
		item Item
		want string
	}{
		{Item{Issued: &Date{Parts: day}}, "2019"}, {Item{Type: "webpage", Issued: &Date{Parts: day}}, "2019, July 3"}, {Item{Type: "post", Issued: &Date{Parts: [][]int{{2019, 12}}}}, "2019, December"},
		{Item{Type: "post", Issued: &Date{Parts: [][]int{{2019, 1}}}}, "2019, January"}, {Item{Type: "post", Issued: &Date{Parts: [][]int{{2019, 13}}}}, "2019"},
		{Item{Issued: &Date{Parts: years}}, "2019–2020"}, {Item{Issued: &Date{Parts: [][]int{{2019, 1}, {2019, 5}}}}, "2019"}, {Item{Issued: &Date{Parts: [][]int{{2019}, {}}}}, "2019"},
		{Item{Issued: &Date{Parts: day}, YearSuffix: "b"}, "2019b"}, {Item{YearSuffix: "b"}, "n.d.-b"}, {Item{}, "n.d."}, {Item{Issued: &Date{Literal: "in press"}}, "in press"},
	} {
		if got := tt.item.printDate(); got != tt.want {
			t.Errorf("%+v is printed %q, want %q", tt.item.Issued, got, tt.want)
		}
	}
}
