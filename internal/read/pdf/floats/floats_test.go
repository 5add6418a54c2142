package floats

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
)

// kinds are the letters of parts in drawings.
var kinds = map[byte]Kind{'a': Front, 't': Text, 'h': Border, 'F': Figure, 'T': Table, 'c': Cells, 'w': Words, 's': Small, 'o': Other}

// Parts are letters with the place down the page at which they begin; | begins a page, and > stands before parts at the
// right of the text.
func TestOrder(t *testing.T) {
	for _, tt := range []struct{ name, parts, want string }{
		{"a figure at the top", "h20 t30 h50 t60 F10", "F10 h20 t30 h50 t60"},
		{"one at the foot", "h20 t30 h50 t60 F70", "h20 t30 h50 t60 F70"},
		{"one between sections", "h20 t30 h50 t60 F45", "h20 t30 F45 h50 t60"},
		{"not one amid a section", "t30 t60 F45", "t30 t60 F45"},
		{"two at the top", "h20 t30 h50 F10 F15", "F10 F15 h20 t30 h50"},
		{"a table with its caption above", "h20 t30 T10 c12 s14", "T10 c12 s14 h20 t30"},
		{"a table with its caption below", "h20 t30 c10 T12", "c10 T12 h20 t30"},
		{"two tables with their captions above", "h20 T60 c65 T10 c12", "T10 c12 h20 T60 c65"},
		{"a figure behind the table of a caption above", "h20 T60 c65 F10", "F10 h20 T60 c65"},
		{"words of a drawing", "h20 t30 w5 w7 F10 s15", "w5 w7 F10 s15 h20 t30"},
		{"in the margin", "h20 t30 h50 t60 >F45", "h20 t30 >F45 h50 t60"},
		{"in the other column", "h20 t30 h50 >F10 >t60", "h20 t30 h50 >F10 >t60"},
		{"on the page of the title", "a5 h20 t30 F10", "a5 h20 t30 F10"},
		{"on its own page", "h20 t30 | h20 t30 F10", "h20 t30 | F10 h20 t30"},
		{"a page of figures", "h20 | F10 F20", "h20 | F10 F20"},
	} {
		var parts []Part
		var names []string
		number := 1
		for _, s := range strings.Fields(tt.parts) {
			if s == "|" {
				number++
				continue
			}
			var top float64
			text := strings.TrimPrefix(s, ">")
			fmt.Sscanf(text[1:], "%f", &top)
			box := page.Rect{Left: 100, Right: 200, Top: top, Bottom: top + 5}
			if text != s {
				box.Left, box.Right = 220, 300
			}
			parts, names = append(parts, Part{Page: number, Box: box, Kind: kinds[text[0]]}), append(names, s)
		}
		var got []string
		for i, k := range Order(parts) {
			if i > 0 && parts[k].Page > parts[i-1].Page {
				got = append(got, "|")
			}
			got = append(got, names[k])
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
