package cite

import (
	"testing"

	"etal/internal/article"
)

var flattenedTests = []struct{ name, text, want string }{
	{"acronyms that the text has", "ABA rises. Waters1 and ABA2,3 and IBM4 fall. Tides5", "1→1 2,3→2,3 4→4 5→5"},
	{"the same authors three times", "Waters1, tables2 of Beach et al.3, and Beach et al.3 or Beach et al.3 again4", "1→1 2→2 3→3 3→3 3→3 4→4"},
	{"behind a year", "Waters of oceans1 rose in 1981.2 In 19863 the fishnets4 broke", "1→1 2→2 3→3 4→4"},
	{"behind a formula that the text has", "Soil CO2 emission1 is driven by CO22,3 and nets4 by CO25", "1→1 2,3→2,3 4→4 5→5"},
	{"without a blank behind", "Waters1 of growth.2Then nets3 and the others(s)4. Oceans5", "1→1 2→2 3→3 4→4 5→5"},
	{"blanks between numbers", "Waters1, 2 of growth3, nets4, 5 and tables1, 3", "1, 2→1,2 3→3 4, 5→4,5 1, 3→1,3"},
	{"a number that follows by chance", "Waters1 of growth2, 3 and 4 nets3 and tables4,5", "1→1 2→2 3→3 4,5→4,5"},
	{"units, statistics, formulas, addresses", "Waters1 of 5 m2 and growth2 (F1,2 = 7.9), nets3, an (OH)2 or v.2, planks4, tables5", "1→1 2→2 3→3 4→4 5→5"},
	{"names", "Waters1 of HvNet2, HvNet2 and HvNet2 growth2 by aux1-3, nets3 and tables4,5", "1→1 2→2 3→3 4,5→4,5"},
	{"a text without marks", "Scaffold3 and Scaffold4 were used on isolates DW5 of Table1 with ggplot2", ""},
}

func TestFlattened(t *testing.T) {
	for _, tt := range flattenedTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(found(tt.text, []article.Span{{End: len(tt.text)}}, upTo(5))); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// The numbers of a list that is sorted by author are named in any order.
func TestSortedLists(t *testing.T) {
	list := works("Adams, A. One.", "Berg, B. Two.", "Cole, C. Three.", "Dorn, D. Four.", "Eck, E. Five.", "Falk, F. Six.", "Gray, G. Seven.", "Hall, H. Eight.")
	for text, want := range map[string]string{
		"Waters (7, 2), nets (8) and tides (4); growth (1, 3) at last (6), sand (2)": "(7, 2)→7,2 (8)→8 (4)→4 (1, 3)→1,3 (6)→6 (2)→2",
		"Waters7,2 and tables8 of growth4, planks1,3 and lanterns6":                  "7,2→7,2 8→8 4→4 1,3→1,3 6→6",
		"We (1) sail, (2) fish and (3) sleep; a value is (8) or more":                "",
	} {
		if got := show(found(text, []article.Span{{End: len(text)}}, list)); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}

// Numbers in parentheses may stick to a word and have blanks around them; those that count the
// parts of a sentence are not citations.
func TestParentheses(t *testing.T) {
	for text, want := range map[string]string{
		"Dietary patterns(1,2) of foods( 3 – 5 ) and meals( 6 , 7 ) differ(8).":                      "(1,2)→1,2 ( 3 – 5 )→3,4,5 ( 6 , 7 )→6,7 (8)→8",
		"Held by Beach et al. (1); and in the Tide Study (2), by most (3, 4) and all (5–8).":         "(1)→1 (2)→2 (3, 4)→3,4 (5–8)→5,6,7,8",
		"Nets (1), tides (2), sand (3), (4, 7) and boats (5) of growth (6); seas (4, 7), ships (8).": "(1)→1 (2)→2 (3)→3 (4, 7)→4,7 (5)→5 (6)→6 (4, 7)→4,7 (8)→8",
		"In *Drosophila* (1), *fishes* (2), plants (3–5) and men (6, 7) or all (8)":                  "(1)→1 (2)→2 (3–5)→3,4,5 (6, 7)→6,7 (8)→8",
		"We aim: (1) to sail; (2) to fish; and (3) to sleep. Nets (1, 2), tides (3–6), sand (7).":    "(1, 2)→1,2 (3–6)→3,4,5,6 (7)→7",
		"As f(1) and sin(2) are, and Eq. (3), Table (4), x = (5), (6)(7) or g(8).":                   "",
	} {
		if got := show(found(text, []article.Span{{End: len(text)}}, upTo(8))); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
	}
}
