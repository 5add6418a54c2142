package textrow

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
)

// Text with holes, where signs are pictures, is no table; a table has whole rows hardly, or cells under each other.
func TestHoles(t *testing.T) {
	for _, tt := range []struct {
		name, drawing string
		closed        bool
	}{
		{"text", `
 |Consider a harbour of        ships. We compare two
 |systems: a full harbour with   , and a harbour that is
 |half full with     , as the table can be made for more
 |ships and for other harbours. Assume that the tide is
 |high at    , and that all ships wait for it to come in.`, true},
		{"a table", `
 |The harbour of Leith          12.0   low    high water
 |The harbour of Wick           13.5   low    high water
 |The harbour of Oban in all    14.0   high   high water
 |The harbours of the north and those of the west coast`, false},
		{"cells only", `
 |The harbour of the north   12.0   low  and high water
 |The harbour of Wick     13.5   low or high  high water
 |The harbour of Oban in all    14.0   high   high water`, false},
		{"brief cells", `
 |Leith   12.0     low    high    water        boats up
 |Wick      13.5   low or high      high     water down
 |Oban in all    14.0      high   high     water for us
 |The harbours of the north and those of the west coast`, false},
		{"formulae with numbers", `
 |The harbour of Leith has a tide that is told by this:
 |the height is half of the day of the moon   (1)
 |and the harbour of Wick has another one, told so:  ha`, true},
	} {
		lines := drawn(tt.drawing)
		b := layout.Block{Lines: lines, Box: lines[0].Box}
		for _, l := range lines {
			b.Box = b.Box.Union(l.Box)
		}
		rows := Of(b)
		closeHoles(rows)
		for _, r := range rows {
			if numbered := strings.HasSuffix(r.Text(), ")"); len(r.Cells) > 1 && tt.closed && !numbered {
				t.Errorf("%s: %d cells in %q", tt.name, len(r.Cells), r.Text())
			}
		}
		if !tt.closed && len(rows[0].Cells) == 1 {
			t.Errorf("%s: no cells in %q", tt.name, rows[0].Text())
		}
	}
}
