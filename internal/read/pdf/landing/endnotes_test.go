package landing

import (
	"fmt"
	"testing"

	"etal/internal/article"
)

func TestEndNotes(t *testing.T) {
	note := func(top float64, text string) Block {
		return Block{Page: 4, Left: 40, Right: 300, Top: top, Texts: []string{text}}
	}
	mark := func(text string, y float64) Link { return Link{Text: text, Page: 4, X: 40, Y: y} }
	list := []Block{note(80, "The end."), note(100, "1. The moon."), note(124, "2. The sun. ↩"), note(148, "[3] The wind.")}
	for _, tt := range []struct {
		name   string
		links  []Link
		blocks []Block
		want   string
	}{
		{"each", []Link{mark("1", 98), mark("[2]", 122), mark("see", 98), mark("(3)", 146), mark("1", 100)}, list, "[1 2 -1 3 1]"},
		{"without the first", []Link{mark("2", 122), mark("3", 146)}, list, "[-1 -1]"},
		{"without the last", []Link{mark("1", 98), mark("2", 122)}, list, "[1 2]"},
		{"with a hole", []Link{mark("1", 98), mark("3", 146)}, list, "[-1 -1]"},
		{"one", []Link{mark("1", 98)}, list, "[-1]"},
		{"to another number", []Link{mark("1", 122), mark("2", 98)}, list, "[-1 -1]"},
		{"far above", []Link{mark("1", 40), mark("2", 64)}, list, "[-1 -1]"},
		{"headings", []Link{mark("1", 98), mark("2", 122)}, []Block{{Page: 4, Top: 100, Kind: article.Section, Texts: []string{"1 Moon"}}, {Page: 4, Top: 124, Kind: article.Section, Texts: []string{"2 Sun"}}}, "[-1 -1]"},
	} {
		if got := fmt.Sprint(EndNotes(tt.links, tt.blocks)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if n := LabelLength("12. The moon."); n != 4 {
		t.Errorf("the label has %d bytes", n)
	}
}
