package doc

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

func pageStart(number int) Inline { return Inline{To: &PageStart{Number: number}} }

// withPages returns blocks in which a page begins before each letter and each block.
func withPages(blocks []Block) []Block {
	number := 0
	next := func() *PageStart {
		number++
		return &PageStart{Number: number}
	}
	inlines := func(text []Inline) []Inline {
		var out []Inline
		for _, in := range text {
			rest := in
			for i := range in.Text.String() {
				part := in
				part.Text = in.Text.Slice(i, i+len(string([]rune(in.Text.String()[i:])[0])))
				out = append(out, Inline{To: next()}, part)
				rest.Text = safe.Text{}
			}
			out = append(out, rest)
		}
		return append(out, Inline{To: next()})
	}
	var all func(blocks []Block) []Block
	cells := func(rows [][]Cell) [][]Cell {
		var out [][]Cell
		for _, row := range rows {
			row = slices.Clone(row)
			for i := range row {
				row[i].Blocks = all(row[i].Blocks)
			}
			out = append(out, row)
		}
		return out
	}
	all = func(blocks []Block) (out []Block) {
		for _, b := range blocks {
			out = append(out, next())
			switch c := b.(type) {
			case Paragraph:
				b = Paragraph{inlines(c.Text)}
			case Heading:
				b = Heading{c.Level, inlines(c.Text)}
			case List:
				c.Items = slices.Clone(c.Items)
				for i := range c.Items {
					c.Items[i].Blocks = all(c.Items[i].Blocks)
				}
				b = c
			case Definitions:
				c.Items = slices.Clone(c.Items)
				for i, d := range c.Items {
					if len(d.Text) > 0 {
						c.Items[i].Text = inlines(d.Text)
					}
				}
				b = c
			case Quote:
				b = Quote{all(c.Blocks)}
			case Box:
				b = Box{all(c.Blocks)}
			case Figure:
				b = Figure{inlines(c.Caption), all(c.Blocks)}
			case Table:
				b = Table{inlines(c.Caption), cells(c.Head), cells(c.Rows), all(c.Notes)}
			case Formula:
				c.Text = inlines(c.Text)
				b = c
			case References:
				c.Entries = slices.Clone(c.Entries)
				for i := range c.Entries {
					c.Entries[i].Text = inlines(c.Entries[i].Text)
				}
				b = c
			}
			out = append(out, b)
		}
		return out
	}
	return all(blocks)
}

// startsAt returns pages as what the body says where they begin.
func startsAt(d *Draft) string {
	var all []string
	for _, p := range d.Pages {
		rest := d.Body.String()[p.Start:]
		all = append(all, fmt.Sprintf("%s %.5q", p.Name(), rest))
	}
	return strings.Join(all, ", ")
}

func TestPageStarts(t *testing.T) {
	one, two := pageStart(1), pageStart(2)
	note := func(s string) Inline { return Inline{To: &Note{Blocks: []Block{p(s)}}} }
	tests := []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"none", []Block{p("text")}, ""},
		{"between paragraphs", []Block{one.page(), p("first"), two.page(), p("other")}, `1 "first", 2 "other"`},
		{"in a word", []Block{p(one, "the cita", two, "tions")}, `1 "the c", 2 "tions"`},
		{"several in a paragraph", []Block{p("a ", one, " b ", two, pageStart(3), " c", pageStart(4))}, `1 "b c\n", 2 "c\n", 3 "c\n", 4 ""`},
		{"in emphasis", []Block{p(Text("so ver", Italic), one, Text("y true", Italic))}, `1 "y tru"`},
		{"after signs that are escaped", []Block{p("*a* <b> [c](d) _e", one, "f_")}, `1 "f\\_\n"`},
		{"in a link", []Block{p("see ", to(Address("https://a.example/x"), "the"), one, to(Address("https://a.example/x"), " page"), two, " x")}, `1 "page]", 2 "x\n"`},
		{"in an address", []Block{p("https://a.example/", one, "path b")}, `1 "path "`},
		{"within raised text", []Block{p("x", Text("12", Superscript), one, Text("34", Superscript), " y")}, `1 " y\n"`},
		{"before raised text", []Block{p("x", one, Text("2", Superscript), " y")}, `1 " y\n"`},
		{"without text", []Block{p(one), p("a"), p(two)}, `1 "a\n", 2 ""`},
		{"a heading", []Block{Heading{2, line(one, "Meth", two, "ods")}}, `1 "Metho", 2 "ods\n"`},
		{"an item", []Block{List{[]Item{{Blocks: []Block{p("a")}}, {Number: 2, Blocks: []Block{one.page(), p("b")}}}}}, `1 "b\n"`},
		{"code", []Block{p("a"), one.page(), Code{"", safe.New("x\ny")}, two.page(), p("b")}, "1 \"```\\nx\", 2 \"b\\n\""},
		{"a formula", []Block{Formula{line("a", one, " = b"), safe.Line("3")}}, `1 "= b ("`},
		{"cells", []Block{Table{Head: [][]Cell{{{Blocks: []Block{p(one)}}, {Blocks: []Block{p("head")}}}}, Rows: [][]Cell{{{Blocks: []Block{two.page(), p("cell")}}}}}}, `1 "head ", 2 "cell "`},
		{"an entry", []Block{References{Entries: []Entry{{Label: safe.Line("1"), Text: line(one, "Wren, A. (19", two, "01)")}}}}, `1 "Wren,", 2 "01)\n"`},
		{"notes are on the pages of their marks", []Block{p(one, "a", note("x"), " b", note("y"), two, " c", note("z")), References{Entries: []Entry{{Text: line("w")}}}},
			`1 "a[^1]", 2 "c[^3]", 1 "x\n\n[^", 2 "z\n\nw\n"`},
		{"the text goes on after notes", []Block{p(one, "a", note("x"), two, " b"), References{Entries: []Entry{{Text: line("w")}}}},
			`1 "a[^1]", 2 "b\n\n##", 1 "x\n\nw\n", 2 "w\n"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Document{Blocks: tt.blocks}
			if got := startsAt(d.Draft()); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A citation, a heading's title and a reference's text are what they are without pages in them.
func TestPagesInSpans(t *testing.T) {
	c := ref(1, 2)
	blocks := []Block{
		Heading{1, line("On ", "tides")},
		p("so ", to(c, "[1"), to(c, ",2"), to(c, "]"), " and ", to(ref(2), "(Oke, 19"), "50)"),
		References{Entries: []Entry{{Text: line("Wren (1901)")}, {Text: line("Oke (1950)")}}},
	}
	want := (&Document{Blocks: blocks}).Draft()
	d := (&Document{Blocks: withPages(blocks)}).Draft()
	if got, want := fmt.Sprint(d.Citations, d.Headings, d.References, d.Prose), fmt.Sprint(want.Citations, want.Headings, want.References, want.Prose); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	for i, p := range d.Pages {
		if p.Number != i+1 || i > 0 && p.Start < d.Pages[i-1].Start {
			t.Fatalf("page %d is at place %d: %v", p.Number, i+1, d.Pages[max(i-1, 0):i+1])
		}
	}
	var a article.Article
	d.Fill(&a)
	if len(a.Pages) == 0 || len(a.Pages) != len(d.Pages) {
		t.Errorf("the article has %d pages of %d", len(a.Pages), len(d.Pages))
	}
}
