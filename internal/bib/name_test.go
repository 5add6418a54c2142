package bib

import (
	"fmt"
	"strings"
	"testing"
)

func TestTrailingParticle(t *testing.T) {
	for in, want := range map[string]string{
		"Miguel de la": "Miguel|de la", "Johann von": "Johann|von", "Miguel": "Miguel|", "Miguel De": "Miguel De|", "de la": "de|la", "de": "de|", "": "|", "J. D.": "J. D.|", "Anna B.": "Anna B.|", "Jan v.": "Jan v.|",
		"Jan De la": "Jan|De la",
	} {
		if bare, particle := TrailingParticle(in); bare+"|"+particle != want {
			t.Errorf("%q is %q and %q, want %s", in, bare, particle, want)
		}
	}
}

func TestShort(t *testing.T) {
	for want, n := range map[string]Name{"van der Berg": {Family: "Berg", Given: "J.", NonDroppingParticle: "van der"}, "Okoro": {Family: "Okoro"}, "Wave Group": {Literal: "Wave Group", Family: "x"}} {
		if got := n.Short(); got != want {
			t.Errorf("%+v is %q, want %q", n, got, want)
		}
	}
}

// Of more than 20 authors, the first 19 and the last are printed.
func TestPrintNames(t *testing.T) {
	authors := func(n int, more ...Name) []Name {
		var all []Name
		for i := 1; i <= n; i++ {
			all = append(all, Name{Family: fmt.Sprint("N", i)})
		}
		return append(all, more...)
	}
	all := func(n int) string {
		s := ""
		for i := 1; i <= n; i++ {
			s += fmt.Sprintf("N%d, ", i)
		}
		return s
	}
	for _, tt := range []struct {
		names []Name
		want  string
	}{
		{nil, ""}, {authors(1), "N1"}, {authors(2), "N1, & N2"}, {authors(3), "N1, N2, & N3"}, {authors(20), all(19) + "& N20"}, {authors(21), all(19) + "… N21"}, {authors(40), all(19) + "… N40"},
		{authors(1, Name{Literal: AndOthers}), "N1, et al."}, {authors(2, Name{Literal: AndOthers}), "N1, N2, et al."}, {authors(0, Name{Literal: AndOthers}), ""},
	} {
		if got := printNames(tt.names); got != tt.want {
			t.Errorf("%d names: %q, want %q", len(tt.names), got, tt.want)
		}
	}
	for n, want := range []string{"", "N1", "N1 & N2", "N1, N2, & N3"} {
		if got := printEditors(authors(n)); got != want {
			t.Errorf("%d editors: %q, want %q", n, got, want)
		}
	}
	if editors(authors(1)) != "(Ed.)" || editors(authors(2)) != "(Eds.)" {
		t.Error("one editor is (Ed.), two are (Eds.)")
	}
}

func TestBareDOI(t *testing.T) {
	for in, want := range map[string]string{"https://doi.org/10.5555/a": "10.5555/a", "doi:10.5555/a": "10.5555/a", "10.5555/a": "10.5555/a", " 10.5555/a. ": "10.5555/a", "10.5555/a.": "10.5555/a.", " x ": "x", "": ""} {
		if got := BareDOI(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestTrimAddress(t *testing.T) {
	for in, want := range map[string]string{
		"a.": "a", "a)": "a", "a(b)": "a(b)", "(a))": "(a)", "a]": "a", "a[b]": "a[b]", "a}": "a", "a{b}": "a{b}", "{a}}": "{a}", "a’”»*|": "a", "a/": "a/", "...": "", "": "", "a)].": "a",
	} {
		if got := TrimAddress(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// An ID is a key where BibTeX takes it for one.
func TestValidKey(t *testing.T) {
	for in, want := range map[string]bool{"Knu84": true, "a": true, "a:b-c_d+e/f": true, "": false, "12": true, "a b": true, " a": false, "a,b": false, "a{b": false, "a}b": false, "a\"b": false, "a=b": false, "a~b": true, "é": true, "a\x7fb": false, "a\tb": false, "a@b": true, "a&b'(c)": true} {
		if got := validKey(in); got != want {
			t.Errorf("%q is a key: %v, want %v", in, got, want)
		}
	}
	if !validKey(strings.Repeat("a", 200)) || validKey(strings.Repeat("a", 201)) {
		t.Error("a key has at most 200 bytes")
	}
	for n, want := range map[int]string{0: "", 1: "a", 26: "z", 27: "aa", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := letters(n); got != want {
			t.Errorf("letters(%d) is %q, want %q", n, got, want)
		}
	}
}

func TestMakeKey(t *testing.T) {
	for want, item := range map[string]Item{
		"Okoro": {Author: []Name{{Family: "Okoro"}}, Editor: []Name{{Family: "Berg"}}}, "Berg": {Editor: []Name{{Family: "Berg"}}}, "Waves": {Title: "On all Waves"}, "ref": {Title: "On all"}, "ref3D": {Author: []Name{{Literal: "3D"}}},
		strings.Repeat("A", 40): {Author: []Name{{Family: strings.Repeat("A", 41)}}}, "Okoro2014": {Author: []Name{{Family: "Økórò"}}, Issued: &Date{Parts: [][]int{{2014}}}}, "Ed2014": {Author: []Name{{Family: "中"}}, Editor: []Name{{Family: "Ed"}}, Issued: &Date{Parts: [][]int{{2014}}}},
	} {
		if got := makeKey(item); got != want {
			t.Errorf("%+v has the key %q, want %q", item, got, want)
		}
	}
}
