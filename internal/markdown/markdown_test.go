package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
)

// cutTests are texts and their blocks.
var cutTests = []struct {
	name, text string
	want       []string
}{
	{"paragraphs", "a\nb\n\nc\n", []string{"a\nb", "c"}},
	{"headings need no blank line", "# A\ntext\n## B\n", []string{"# A", "text", "## B"}},
	{"underlined heading", "Title\n=====\ntext", []string{"Title\n=====\ntext"}},
	{"fence holds blank lines", "```go\na\n\nb\n```\nc", []string{"```go\na\n\nb\n```", "c"}},
	{"longer fence", "````\n```\n````\nx", []string{"````\n```\n````", "x"}},
	{"open fence runs to the end", "```\na\n\nb", []string{"```\na\n\nb"}},
	{"items are blocks", "1. a\n2. b\n\n   more\n\n7. c", []string{"1. a", "2. b\n\n   more", "7. c"}},
	{"nested items are not", "- a\n  - b\n- c", []string{"- a\n  - b", "- c"}},
	{"lazy line belongs to its item", "- a\nb\n\nc", []string{"- a\nb", "c"}},
	{"a number mid-paragraph starts no list", "in\n14. of them", []string{"in\n14. of them"}},
	{"a bullet does", "in\n- of them", []string{"in", "- of them"}},
	{"quote", "> a\nb\n\nc", []string{"> a\nb", "c"}},
	{"comment holds blank lines", "<!-- a\n\nb -->\nc", []string{"<!-- a\n\nb -->", "c"}},
	{"definitions", "[1]: http://a\n[2]: http://b\n[^n]: note\n    more", []string{"[1]: http://a", "[2]: http://b", "[^n]: note\n    more"}},
	{"indented code", "    a\n    b\n\nc", []string{"    a\n    b", "c"}},
	{"rule", "a\n\n---\n\nb", []string{"a", "---", "b"}},
	{"headings of six signs, not seven", "###### a\nb\n####### c\n#d\ne", []string{"###### a", "b\n####### c\n#d\ne"}},
	{"rules without blank lines", "a\n* * *\nb\n___\n__\nc", []string{"a", "* * *", "b", "___", "__\nc"}},
	{"a line of signs under a text", "a\n---\nb", []string{"a\n---\nb"}},
	{"fences need three signs", "``\na\n\n``", []string{"``\na", "``"}},
	{"tildes", "~~~\n```\n\n~~~~ \na", []string{"~~~\n```\n\n~~~~ ", "a"}},
	{"a fence closes with its own sign alone", "```\na\n``` b\n    ```\n~~~\n```\nc", []string{"```\na\n``` b\n    ```\n~~~\n```", "c"}},
	{"code in a line is no fence", "``` a ``` b\n\nc", []string{"``` a ``` b", "c"}},
	{"a fence ends a paragraph", "a\n```\nb\n```", []string{"a", "```\nb\n```"}},
	{"an item goes on at its text", "- a\n\n  b\n\n c", []string{"- a\n\n  b", " c"}},
	{"an item goes on at its text, far from its sign", "-    a\n\n     b\n\n    c", []string{"-    a\n\n     b", "    c"}},
	{"an item with code goes on behind its sign", "-     a\n\n  b", []string{"-     a\n\n  b"}},
	{"an empty item goes on behind its sign", "-\n  a\n\n  b", []string{"-\n  a\n\n  b"}},
	{"a tab behind a sign", "-\ta\n\n    b\n\n   c", []string{"-\ta\n\n    b", "   c"}},
	{"an item ends at a heading", "- a\n# b", []string{"- a", "# b"}},
	{"an item ends at a definition", "- a\n[b]: c", []string{"- a", "[b]: c"}},
	{"numbers of ten digits are no items", "a\n\n1234567890. b\n123456789) c", []string{"a", "1234567890. b\n123456789) c"}},
	{"an item of number one in a paragraph", "a\n1) b\nc", []string{"a", "1) b\nc"}},
	{"an empty item in a paragraph", "a\n1.\n-\nb", []string{"a\n1.\n-\nb"}},
	{"a sign without a blank", "-a\n-b", []string{"-a\n-b"}},
	{"a quote ends a paragraph", "a\n> b", []string{"a", "> b"}},
	{"a quote that is indented like code", "a\n\n    > b", []string{"a", "    > b"}},
	{"a quote's sign that is indented like code", "a\n    > b", []string{"a\n    > b"}},
	{"a quote ends at a list or a heading", "> a\n- b\n> c\n# d", []string{"> a", "- b", "> c", "# d"}},
	{"a quote goes on", "> a\n  > b\n\n> c", []string{"> a\n  > b", "> c"}},
	{"HTML ends where it says", "<!-- a -->\nb\n\n<SCRIPT>\n\nc</Script> d\ne", []string{"<!-- a -->", "b", "<SCRIPT>\n\nc</Script> d", "e"}},
	{"other HTML ends at a blank line", "<div>\na\n\nb</div>", []string{"<div>\na", "b</div>"}},
	{"HTML ends a paragraph", "a\n<!-- b -->\nc", []string{"a", "<!-- b -->", "c"}},
	{"HTML that is indented like code", "    <!-- a\n\n b", []string{"    <!-- a", " b"}},
	{"code goes on while indented", "    a\n\tb\n   c", []string{"    a\n\tb", "   c"}},
	{"indented lines of a paragraph", "a\n    b", []string{"a\n    b"}},
	{"definitions go on while indented", "[a]:\n  b\n\n  c\n\nd", []string{"[a]:\n  b\n\n  c", "d"}},
	{"a term and what it is", "Ebb\n: falls\n\nFlow\nFlood\n\n:  rises\n\n    and rises\n\n: or so\n\nText", []string{"Ebb\n: falls", "Flow\nFlood\n\n:  rises\n\n    and rises\n\n: or so", "Text"}},
	{"a definition of lines", "Ebb\n: falls\nand falls\n# A", []string{"Ebb\n: falls\nand falls", "# A"}},
	{"no definition", "Ebb\n\n\n: falls\n\n# A\n: b\n\n- c\n: d\n\ne\n:f\n\n:\ng\n: ", []string{"Ebb", ": falls", "# A", ": b", "- c\n: d", "e\n:f", ":\ng\n: "}},
	{"blank lines around", "\n \t\na\n\n\n", []string{"a"}},
}

func TestCut(t *testing.T) {
	for _, tt := range cutTests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, b := range Cut(tt.text) {
				got = append(got, tt.text[b.Start:b.End])
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("Cut(%q)\n got %q\nwant %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestProse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"emphasis divides", "a *b* c [1]", "a |b| c |[1]"},
		{"code is none", "a `x[1]` b", "a | b"},
		{"a link is none", "see [2](https://x.org) and <https://y.org>", "see | and "},
		{"lines are one span", "mark [1,\n2] here", "mark [1,\n2] here"},
		{"so they are in a quote", "> mark [1,\n> 2] here", "mark [1,\n> 2] here"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			blocks := Cut(tt.text)
			p := NewParser(tt.text, blocks)
			for _, b := range blocks {
				for _, s := range p.Parse(b, nil).Prose() {
					got = append(got, tt.text[s.Start:s.End])
				}
			}
			if strings.ReplaceAll(strings.Join(got, "|"), " |[", " [") != strings.ReplaceAll(tt.want, " |[", " [") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestBlankBetween(t *testing.T) {
	tree := Tree{Source: []byte("a \n> \tb"), Offset: 10}
	for span, want := range map[article.Span]bool{
		{Start: 11, End: 16}: true, {Start: 11, End: 11}: true, {Start: 11, End: 17}: false, {Start: 10, End: 12}: false, {Start: 12, End: 11}: false,
	} {
		if got := tree.blankBetween(span.Start, span.End); got != want {
			t.Errorf("%v is blank: %v", span, got)
		}
	}
}

func TestMarksAreNoLinks(t *testing.T) {
	text := "As [12] says, and [2](2019).\n\n[12]: https://example.org\n"
	blocks := Cut(text)
	p := NewParser(text, blocks)
	links := func(marks []article.Span) (n int) {
		Walk(p.Parse(blocks[0], marks).Root, func(node ast.Node) bool {
			if node.Kind() == ast.KindLink {
				n++
			}
			return true
		})
		return n
	}
	if got := links(nil); got != 2 {
		t.Errorf("without marks: %d links, want 2", got)
	}
	if got := links([]article.Span{{Start: 3, End: 7}, {Start: 18, End: 21}}); got != 0 {
		t.Errorf("with marks: %d links, want none", got)
	}
	const mark = "[2](2019)"
	whole := article.Span{End: len(mark)}
	tree := NewParser(mark, nil).Parse(whole, []article.Span{whole})
	if got := tree.Plain(tree.Root).String(); got != mark {
		t.Errorf("a block that is a mark shows %q", got)
	}
}

func FuzzCut(f *testing.F) {
	for _, tt := range cutTests {
		f.Add(tt.text)
	}
	for _, s := range []string{"a\n\nb", "- a\n\n  b\n- c", "```\n\n```", "<!--\n\n-->", "[^1]: x", "> a\nb", "\t\t- x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, b := range Cut(text) {
			if b.Start < end || b.End < b.Start || b.End > len(text) {
				t.Fatalf("blocks overlap or leave the text: %v after %d", b, end)
			}
			if strings.TrimSpace(text[end:b.Start]) != "" {
				t.Fatalf("text between blocks: %q", text[end:b.Start])
			}
			end = b.End
		}
		if strings.TrimSpace(text[end:]) != "" {
			t.Fatalf("text after the last block: %q", text[end:])
		}
	})
}

func TestIsTooComplex(t *testing.T) {
	tests := []struct {
		name, block string
		complex     bool
	}{
		{"quotes", strings.Repeat("> ", 1000) + "x", true},
		{"quotes that somebody wrote", strings.Repeat("> ", 9) + "x", false},
		{"items", strings.Repeat("- ", 1000) + "x", true},
		{"a staircase", "- x\n" + strings.Repeat(" ", 400) + "- y", true},
		{"links", strings.Repeat("[a](", 1000), true},
		{"many links", strings.Repeat("[a](b) ", 1000), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := IsTooComplex(tt.block); got != tt.complex {
				t.Errorf("got %v", got)
			}
			blocks := Cut(tt.block)
			tree := NewParser(tt.block, blocks).Parse(blocks[0], nil)
			if tt.complex && tree.Plain(tree.Root).String() != strings.Join(strings.Fields(tt.block), " ") {
				t.Errorf("shows %.60q", tree.Plain(tree.Root))
			}
		})
	}
}
