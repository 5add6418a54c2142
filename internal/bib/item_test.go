package bib

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
)

func TestDateString(t *testing.T) {
	for want, d := range map[string]*Date{
		"": nil, "in press": {Literal: "in press"}, "2019": {Parts: [][]int{{2019}}}, "2019-07": {Parts: [][]int{{2019, 7}}}, "2019-07-03": {Parts: [][]int{{2019, 7, 3}}},
		"0871": {Parts: [][]int{{871}}}, "2019/2020": {Parts: [][]int{{2019}, {2020}}}, "2019-07/2020-01": {Parts: [][]int{{2019, 7}, {2020, 1}}},
	} {
		if got := d.String(); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
		if d != nil && !reflect.DeepEqual(ParseDate(want), d) {
			t.Errorf("%q is read as %v", want, ParseDate(want))
		}
	}
}

func TestOwnOf(t *testing.T) {
	own := &Own{Format: "bibtex"}
	if got := (Item{Own: own}).OwnOf("bibtex"); got != own {
		t.Errorf("of its own format: %v", got)
	}
	if got := (Item{Own: own}).OwnOf("ris"); got != nil {
		t.Errorf("of another format: %v", got)
	}
	if got := (Item{}).OwnOf(""); got != nil {
		t.Errorf("of no format: %v", got)
	}
}

func TestDuplicates(t *testing.T) {
	var items []Item
	for _, id := range []string{"a", "b", "a", "", "", "a", "B"} {
		items = append(items, Item{ID: id})
	}
	if got := fmt.Sprint(Duplicates(items)); got != "[{0 2} {0 5}]" {
		t.Errorf("got %s", got)
	}
}

// TestSortKey orders works as lists have them.
func TestSortKey(t *testing.T) {
	year := func(y int) *Date { return &Date{Parts: [][]int{{y}}} }
	moor, oye, lind := Name{Family: "Moor", Given: "A."}, Name{Family: "Øye", Given: "B."}, Name{Family: "Lind", Given: "C."}
	in := []Item{
		{Author: []Name{lind}, Issued: year(2020)},
		{Author: []Name{moor}, Issued: year(1999), Title: "Waves"},
		{Author: []Name{moor}, Issued: year(2010), Title: "“Tides”"},
		{Author: []Name{moor}, Issued: year(2010), Title: "Waves"},
		{Author: []Name{moor}, Issued: year(2010), YearSuffix: "b", Title: "Tides"},
		{Author: []Name{moor, lind}, Issued: year(1990)},
		{Author: []Name{{Family: "Moor", Given: "Z."}}, Issued: year(1900)},
		{Title: "Moorland"},
		{Author: []Name{{Literal: "Office for Tides"}}, Issued: year(2001)},
		{Editor: []Name{oye}, Issued: year(2001)},
		{Author: []Name{{Family: "Wren"}}, Editor: []Name{lind}},
	}
	keys := make([]string, len(in))
	for i, item := range in {
		keys[i] = item.SortKey()
	}
	for i := 1; i < len(keys); i++ {
		if keys[i-1] >= keys[i] {
			t.Errorf("%d: %+v does not follow %+v", i, in[i], in[i-1])
		}
	}
}

func TestIsType(t *testing.T) {
	for name, want := range map[string]bool{"book": true, "webpage": true, "article-journal": true, "Book": false, "": false, "tide": false} {
		if got := IsType(name); got != want {
			t.Errorf("%q is a type: %v", name, got)
		}
	}
}

// TestVariables holds that the first value of a variable stays, and that empty ones are none.
func TestVariables(t *testing.T) {
	item := Item{Type: "book", Title: "Tides & <Waves>"}
	item.AddPersons("director", nil)
	item.AddPersons("director", []Name{{Family: "Moor"}})
	item.AddPersons("director", []Name{{Family: "Lind"}})
	item.AddDate("accessed", nil)
	item.AddDate("accessed", &Date{Parts: [][]int{{2019}}})
	item.AddDate("accessed", &Date{Parts: [][]int{{2020}}})
	item.AddText("note", "")
	item.AddText("note", "a > b")
	item.AddText("note", "c")
	if got := item.Texts.Get("note"); got != "a > b" || item.Texts.Get("abstract") != "" || len(item.Persons.Get("director")) != 1 {
		t.Errorf("note %q, persons %v", got, item.Persons)
	}
	const want = `{"type":"book","title":"Tides & <Waves>","director":[{"family":"Moor"}],"accessed":{"date-parts":[[2019]]},"note":"a > b"}`
	if got, err := item.MarshalJSON(); err != nil || !sameLines(got, want) {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	if got, err := json.Marshal(Item{Type: "book"}); err != nil || string(got) != `{"type":"book"}` {
		t.Errorf("got %s, %v", got, err)
	}
}

// sameLines reports whether JSON is written so, but for the ends of lines between variables.
func sameLines(got []byte, want string) bool {
	return string(slices.DeleteFunc(got, func(c byte) bool { return c == '\n' })) == want
}

func TestPlainRange(t *testing.T) {
	for in, want := range map[string]string{"12–19": "12-19", "12--19": "12-19", "12 - 19": "12-19", "12": "12", "e12": "e12", "": ""} {
		if got := PlainRange(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestPrintEdition(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "1": "", "2": "2nd ed.", "3": "3rd ed.", "4": "4th ed.", "11": "11th ed.", "12": "12th ed.", "13": "13th ed.", "21": "21st ed.", "22": "22nd ed.", "23": "23rd ed.", "111": "111th ed.",
		"revised": "revised ed.", "2nd ed.": "2nd ed.", "Second edition": "Second edition",
	} {
		if got := printEdition(in); got != want {
			t.Errorf("%q is printed %q, want %q", in, got, want)
		}
	}
}
