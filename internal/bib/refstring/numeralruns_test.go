package refstring

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/bib/refstring/token"
)

// A row gives a text and its runs, with their first token and the one after the last. A numeral
// has a letter for its role before it, and brackets, a colon, y for a year and d for a date.
var runTests = []struct{ in, want string }{
	{"12(3), 45–67", "0-8: 12 (3) 45-67"},
	{"vol. 12, no. 3, pp. 45–67, Mar. 2014", "0-13: v12 i3 p45-67 2014yd"},
	{"Town 12: 45", "1-4: 12 :45"},
	{": 45", "1-2: :45"},
	{"’14, 45–67", "3-6: 45-67"},
	{"Town ’14, 45", "4-5: 45"},
	{"May, June 2014", "0-4: 2014yd"},
	{"May, n. s. 12", "0-5: 12"},
	{"n. s. 12", "0-3: 12"},
	{"12 towns 45", "0-1: 12 / 2-3: 45"},
	{"XII(3)", "0-3: XII (3)"},
	{"vol. II", "0-2: vII"},
	{"Part A 12", "1-3: oA 12"},
	{"vol12 e12-e15", "0-4: v12 e12-e15"},
	{"45 p., 3 vols", "0-5: l45 o3"},
	{"12 Suppl 3", "0-3: 12 iSuppl 3"},
	{"12(3 Suppl 1)", "0-5: 12 i3 Suppl 1"},
	{"제12권 제3호", "0-2: v12 i3"},
	{"12/13 (1999/2000)", "0-7: 12/13 (1999/2000y)"},
	{"12/13/14 (3)", "0-7: 12/13/14 (3)"},
	{"12-13-14", "0-5: 12-13 14"},
	{"12 \x1f 45", "0-1: 12 / 2-3: 45"},
	{"12((3) 4), 45", "0-9: 12 (3) (4) 45"},
	{"12) 45", "0-3: 12 45"},
	{"towns", ""},
}

func TestRuns(t *testing.T) {
	for _, tt := range runTests {
		p := &refParser{t: token.Split(tt.in)}
		if got := printRuns(p.runs(0)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func printRuns(runs []run) string {
	var out []string
	for _, r := range runs {
		s := fmt.Sprintf("%d-%d:", r.from, r.to)
		for _, f := range r.numerals {
			text := map[token.Role]string{token.VolumeRole: "v", token.IssueRole: "i", token.PageRole: "p", token.LengthRole: "l", token.OtherRole: "o"}[f.role] + f.text
			if f.year {
				text += "y"
			}
			if f.dated {
				text += "d"
			}
			if f.paren {
				text = "(" + text + ")"
			}
			if f.colon {
				text = ":" + text
			}
			s += " " + text
		}
		out = append(out, s)
	}
	return strings.Join(out, " / ")
}

// segmentTests have a text with bars where a stop ends a segment.
var segmentTests = []string{
	"London|Harbour Press|2014",
	"Harbour Press|Town Series|12",
	"Do towns sleep?|Yes",
	"J. Town Sci|Harbour",
	"2nd ed.|Harbour",
	"Quiet Towns|ed. Anna Silva",
	"eds. Anna Silva",
	"St. Louis|Mosby",
	"Harbour Co. Ltd|Lund",
	"Harbour Inc.|12 towns",
	"sec. XVI|Lund",
	"Town St.|12",
	"Lund.2014",
	"Okoro|Harbour",
}

func TestSegments(t *testing.T) {
	for _, want := range segmentTests {
		in := strings.NewReplacer("ed.|", "ed. ", "?|", "? ", ".|", ". ", "|", ": ").Replace(want)
		p := &refParser{t: token.Split(in)}
		var got []string
		for _, s := range p.segments(0, len(p.t)) {
			got = append(got, p.t.Span(s.from, s.to))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %s\nwant %s", in, s, want)
		}
	}
}
