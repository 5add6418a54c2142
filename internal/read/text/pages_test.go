package text

import (
	"fmt"
	"strings"
	"testing"
)

// printPages prints a text of numbered lines on pages that end with foot and begin with
// head, in which %d is the page's number, and that break sets apart.
func printPages(lines, perPage int, foot, pageBreak, head string) string {
	var b strings.Builder
	b.WriteString("A Title\n\n")
	for i := 1; i <= lines; i++ {
		fmt.Fprintf(&b, "In the harbour the water of day %s rose and fell and rose again as\n", strings.Repeat("i", i%7+1))
		if i%perPage == 0 && i < lines {
			page := i / perPage
			b.WriteString(strings.ReplaceAll(foot, "%d", fmt.Sprint(page)) + pageBreak + strings.ReplaceAll(head, "%d", fmt.Sprint(page+1)))
		}
	}
	return b.String()
}

func TestPages(t *testing.T) {
	tests := []struct{ name, foot, pageBreak, head, want string }{
		{"form feeds", "\n\nWren      Tides      [Page %d]\n", "\f\n", "Report 7      Tides      May 1950\n\n", "Wren Tides [Page 1]"},
		{"numbers alone", "\n%d\n\n", "", "", "1"},
		{"running heads in the midst of lines", "", "", "WREN ET AL.   %d\n", "WREN ET AL. 2"},
		{"a constant head beside a number", "%d\n", "", "On Tides\n", "1"},
		{"page of pages", "\nPage %d of 4\n\n", "", "", "Page 1 of 4"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(printPages(160, 40, tt.foot, tt.pageBreak, tt.head))
			if len(a.Furniture) < 3 || a.Furniture[0].String() != tt.want {
				t.Errorf("left out %q", lines(a.Furniture))
			}
			if got := len(a.Blocks); got != 2 {
				t.Errorf("%d blocks, want a title and one paragraph: %q", got, a.Body.String())
			}
		})
	}
}

func TestNoPages(t *testing.T) {
	tests := []struct{ name, text string }{
		{"captions", printPages(160, 40, "\nFigure %d\n\n", "", "")},
		{"a column of numbers", "A Title\n\n" + long("Text.") + "\n\n1\n2\n3\n4\n5\n\n" + long("Text.")},
		{"a refrain", printPages(160, 40, "\nAnd the tide came in.\n\n", "", "")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := lines(read(tt.text).Furniture); got != "" {
				t.Errorf("left out %q", got)
			}
		})
	}
}
