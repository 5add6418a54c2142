package markdown

import (
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
)

// TestFlat holds which blocks are too much for a parser, and that all of them is shown.
func TestFlat(t *testing.T) {
	repeat := strings.Repeat
	tests := []struct {
		name, block string
		flat        bool
	}{
		{"numbered items", repeat("10. ", 1000) + "x", true},
		{"nothing but a quote's sign", ">", false},
		{"nothing but an item's sign", "- ", false},
		{"quotes, items and numbers", repeat("> - 1) ", 300) + "x", true},
		{"brackets in brackets", repeat("[", 2000) + "x" + repeat("]", 2000), true},
		{"one bracket over all", "[" + repeat("word ", 5000) + "]", false},
		{"many marks", repeat("word [12], ", 5000), false},
		{"emphasis that nothing closes", repeat("*a ", 3000), true},
		{"emphasis that something else closes", repeat("*a_ ", 3000), true},
		{"emphasis in emphasis", repeat("**a ", 2000) + repeat(" b**", 2000), true},
		{"emphasis that nothing opens", repeat("a** ", 5000), false},
		{"much emphasis", repeat("*a* **b** _c_ ~~d~~ ", 3000), false},
		{"stars for footnotes", repeat("*a b. ", 300), false},
		{"stars for footnotes in many paragraphs", repeat("> *a b.\n>\n", 1500), false},
		{"too many signs", repeat("a_b ", 200_000), true},
		{"too many lines", repeat("a\n", 200_000), true},
		{"a ragged table", "|" + repeat("a|", 500) + "\n|" + repeat("-|", 500) + "\n" + repeat("a|\n", 500), true},
		{"a long line of dashes", repeat("-", 1000), false},
		{"a large table", "|" + repeat("a|", 20) + "\n|" + repeat("-|", 20) + "\n" + repeat(repeat("a|", 20)+"\n", 500), false},
		{"code", "```\n" + repeat("[[*a_ ", 50_000) + "\n```", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree := NewParser(tt.block, nil).Parse(article.Span{End: len(tt.block)}, nil)
			if tree.Flat != tt.flat {
				t.Fatalf("flat is %v", tree.Flat)
			}
			if got, want := tree.Plain(tree.Root).Len(), len(strings.Join(strings.Fields(tt.block), " ")); tt.flat && got < want {
				t.Errorf("%d bytes are shown of %d", got, want)
			}
		})
	}
}

// TestPlainTree holds that long text is cut at blanks or else between letters, and whole.
func TestPlainTree(t *testing.T) {
	repeat := strings.Repeat
	for text, want := range map[string][]int{
		"":                             {},
		repeat("a", maxPlain):          {maxPlain},
		repeat("a", maxPlain+1):        {maxPlain, 1},
		repeat("é", maxPlain):          {maxPlain, maxPlain},
		"a" + repeat("é", maxPlain/2):  {maxPlain - 1, 2},
		repeat("€", maxPlain/3+1):      {maxPlain - 1, 3},
		repeat("a", maxPlain-1) + " a": {maxPlain, 1},
		"a" + repeat("😀", maxPlain/4):  {maxPlain - 3, 4},
		"a\n" + repeat("b", maxPlain):  {2, maxPlain},
		" " + repeat("b", maxPlain):    {maxPlain, 1},
	} {
		var got []int
		for n := plainTree([]byte(text)).FirstChild(); n != nil; n = n.NextSibling() {
			got = append(got, n.FirstChild().(*ast.Text).Segment.Len())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d bytes, %.10q, are cut into %v, want %v", len(text), text, got, want)
		}
	}
}

func TestDepth(t *testing.T) {
	for block, want := range map[string]int{"a": 0, "> a": 1, "> - a\n> - b": 2, "- a\n  - b\n- c": 2, "> > > a": 3, "1. a\n\n   > b": 2} {
		if got := NewParser(block, nil).Parse(article.Span{End: len(block)}, nil).Depth(); got != want {
			t.Errorf("%q is %d deep, want %d", block, got, want)
		}
	}
}

func TestDefines(t *testing.T) {
	for text, want := range map[string]bool{
		"[a]: b": true, "> [a]: b": true, "  [A]:\n  b": true, "[^a]: b": false, "c\n[a]: b": false, "[a] b": false, "": false,
	} {
		p := NewParser(text, Cut(text))
		if got := p.Defines("a") || p.Defines("^a"); got != want {
			t.Errorf("%q defines a link: %v", text, got)
		}
	}
}

// TestExpand holds that short definitions and few uses stand, and that a long address that
// is named a thousand times does not.
func TestExpand(t *testing.T) {
	short, long := "[a]: https://example.org/a\n", "[b]: https://example.org/"+strings.Repeat("b", 2000)+"\n"
	for _, tt := range []struct {
		name, text string
		a, b       bool
	}{
		{"a few uses", short + long + "\n[a] [b] [a] [b]\n", true, true},
		{"many uses of a short one", short + "\n" + strings.Repeat("[a] ", 1500), true, false},
		{"many uses of a long one", short + long + "\n" + strings.Repeat("[a] [B] ", 1500), true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := NewParser(tt.text, Cut(tt.text))
			if p.Defines("a") != tt.a || p.Defines("b") != tt.b || p.Whole() != (tt.b || !strings.Contains(tt.text, "[b]:")) {
				t.Errorf("a %v, b %v, whole %v", p.Defines("a"), p.Defines("b"), p.Whole())
			}
		})
	}
}
