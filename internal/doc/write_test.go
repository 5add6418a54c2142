package doc

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// p returns a paragraph of inlines, of which strings are plain text.
func p(parts ...any) Paragraph { return Paragraph{Text: line(parts...)} }

func line(parts ...any) []Inline {
	var text []Inline
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			text = append(text, Text(part))
		case Inline:
			text = append(text, part)
		case []Inline:
			text = append(text, part...)
		}
	}
	return text
}

func to(target Target, s string, style ...Style) Inline {
	in := Text(s, style...)
	in.To = target
	return in
}

func ref(numbers ...int) *Citation { return &Citation{References: numbers} }

func cells(texts ...string) []Cell {
	var row []Cell
	for _, s := range texts {
		row = append(row, Cell{Blocks: []Block{p(s)}})
	}
	return row
}

func TestBlocks(t *testing.T) {
	note := &Note{Blocks: []Block{p("A note."), p("Its end.")}}
	tests := []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"paragraphs", []Block{p("one"), p(""), p(" two ")}, "one\n\ntwo"},
		{"white space", []Block{p("a\n b\u2003\t c", " d", "  ", LineBreak(), LineBreak(), " e ", LineBreak())}, "a b c d  \ne"},
		{"line breaks alone", []Block{p(LineBreak()), p("a"), p(" ", LineBreak(), LineBreak())}, "a"},
		{"headings", []Block{Heading{1, line("A")}, Heading{0, line("B")}, Heading{9, line(Text("C", Bold), LineBreak(), "D")}, Heading{2, line(" ")}}, "# A\n\n# B\n\n###### C D"},
		{"a heading that ends in a hash", []Block{Heading{2, line("Learning C#")}}, `## Learning C\#`},
		{"struck text", []Block{Paragraph{line("a ", Text("b", Struck), " ", Text("c!", Struck|Bold), Text("d", Struck))}}, "a ~~b~~ ~~**c**~~!~~d~~"},
		{"styles", []Block{p(Text("a", Italic), " ", Text("b", Bold), " ", Text("c", Italic, Bold), " ", Text("d", CodeSpan))}, "*a* **b** ***c*** `d`"},
		{"Markdown", []Block{p("*a* ", Text("![b|c](<d>)", Verbatim, Bold), to(Address("e f"), "![g](<h>)", Verbatim))}, `\*a\* ![b|c](<d>)[![g](<h>)](<e%20f>)`},
		{"Markdown in a cell", []Block{Table{Rows: [][]Cell{cells("a", "b"), {{Blocks: []Block{p(Text("$|x|$", Verbatim))}}}}}}, "| a | b |\n|---|---|\n| $\\|x\\|$ |  |"},
		{"a link of several parts", []Block{p(to(Address("a"), "b "), to(Address("a"), "c", Italic), to(Address("a"), " "), to(Address("a"), "d", CodeSpan), to(Address("e"), "f"))}, "[b c `d`](<a>)[f](<e>)"},
		{"a link of several parts to a place", []Block{p(to(Address("#a"), "b "), to(Address("#a"), "c"))}, "[b c](<#a>)"},
		{"a path is no address to be shown", []Block{p(to(Address("a.md"), "a.md"), " ", to(Address("x:y"), "x:y"))}, "[a.md](<a.md>) <x:y>"},
		{"emphasis stands close to letters", []Block{p(Text("“a,” ", Italic), "b", Text("(c).", Bold))}, "“*a*,” b(**c**)."},
		{"emphasis takes the sign of a key", []Block{p(Text("@oke", Italic), " ", Text("@lind", Bold), "a", Text("@wren", Bold))}, "*@oke* **@lind**a@**wren**"},
		{"emphasis takes the accents of its last letter", []Block{p(Text("cafe\u0301!", Italic))}, "*cafe\u0301*!"},
		{"two emphases beside each other", []Block{p(Text("a", Italic), Text("b", Bold))}, "*a*b"},
		{"code with a back tick", []Block{p(Text("a`b", CodeSpan))}, "a\\`b"},
		{"raised and lowered", []Block{p("x", Text("2", Superscript), "H", Text("2", Subscript), " ", Text(" max ", Subscript), Text("th, 3", Superscript))}, "x²H₂ ₘₐₓ ᵗʰ,³"},
		{"raised beyond Unicode", []Block{p("e", Text("a/b", Superscript), " ", Text("®", Superscript))}, `e\^(a/b) ®`},
		{"a raised mark", []Block{p("so", Text("1", RaisedMark), Text("a", RaisedMark), ".")}, "so<sup>1a</sup>."},
		{"a note's mark is raised by itself", []Block{p("a", Inline{To: &Note{Blocks: []Block{p("n")}}, Style: RaisedMark})}, "a[^1]\n\n## Notes\n\n[^1]: n"},
		{"lists", []Block{List{[]Item{{Blocks: []Block{p("a")}}, {Blocks: []Block{p("b"), p("c")}}, {Number: 3, Blocks: []Block{p("d")}}}}}, "- a\n- b\n\n  c\n3. d"},
		{"lists in lists", []Block{List{[]Item{{Blocks: []Block{p("a"), List{[]Item{{Blocks: []Block{p("b")}}}}}}, {Blocks: []Block{p("c")}}}}}, "- a\n  - b\n- c"},
		{"labels", []Block{List{[]Item{{Label: line("(i)"), Blocks: []Block{p("a")}}, {Label: line("(ii)"), Blocks: []Block{Quote{[]Block{p("b")}}}}, {Label: line(" "), Blocks: []Block{p("c")}}}}}, "- (i) a\n- (ii)\n\n  > b\n- c"},
		{"definitions", []Block{Definitions{[]Definition{{line("A"), line("b")}, {line("C"), nil}, {nil, line("d")}, {line("E:"), line("f")}, {line("版："), line("g")}}}}, "- **A**: b\n- **C**\n- d\n- **E**: f\n- **版**： g"},
		{"quotations", []Block{Quote{[]Block{p("a", LineBreak(), "b"), Quote{[]Block{p("c")}}, p("d")}}, Box{[]Block{p("e")}}}, "> a  \n> b\n>\n> > c\n>\n> d\n\n> e"},
		{"figures", []Block{Figure{line("Fig. 1"), []Block{p("more")}}, Figure{}}, "Fig. 1\n\nmore"},
		{"code", []Block{Code{"go", safe.New("\na\n\n  b``` \n")}, Code{"", safe.New(" \n")}}, "````go\na\n\n  b```\n````"},
		{"code in a quotation", []Block{Quote{[]Block{Code{"", safe.New("a\nb")}}}}, "> ```\n> a\n> b\n> ```"},
		{"formulae", []Block{Formula{line("a = b", LineBreak(), "= c"), safe.Line("2")}, Formula{nil, safe.Line("3")}}, "a = b<br>= c (2)"},
		{"a table", []Block{Table{Caption: line("T"), Head: [][]Cell{cells("a", "b|c")}, Rows: [][]Cell{cells("1", ""), cells("", " "), cells("2")}, Notes: []Block{p("n")}}},
			"T\n\n| a | b\\|c |\n|---|---|\n| 1 |  |\n| 2 |  |\n\nn"},
		{"a table without a head", []Block{Table{Rows: [][]Cell{cells("a", "b"), cells("1", "2")}}, Table{Rows: [][]Cell{cells("a", ""), cells("1", "2")}}},
			"| a | b |\n|---|---|\n| 1 | 2 |\n\n|  |  |\n|---|---|\n| a |  |\n| 1 | 2 |"},
		{"a box", []Block{Table{Rows: [][]Cell{{{Blocks: []Block{p("a"), Quote{[]Block{p("b")}}}}}}}}, "a\n\n> b"},
		{"spans", []Block{Table{Head: [][]Cell{{{Blocks: []Block{p(Text("w", Bold))}, Across: 2}, {Blocks: []Block{p("d")}, Down: 2}}, cells("x", "y")}, Rows: [][]Cell{{{Blocks: []Block{p("1")}, Down: 2}, {Blocks: []Block{p("2")}}}, cells("3", "4")}}},
			"| w: x | w: y | d |\n|---|---|---|\n| 1 | 2 |  |\n|  | 3 | 4 |"},
		{"blocks in a cell", []Block{Table{Head: [][]Cell{cells("a", "b")}, Rows: [][]Cell{{
			{Blocks: []Block{p("x"), List{[]Item{{Label: line("i"), Blocks: []Block{p("y")}}, {Blocks: []Block{p("z")}}}}, Code{"", safe.New("c|d")}}},
			{Blocks: []Block{Definitions{[]Definition{{line("A"), line("b")}}}, Formula{line("f"), safe.Text{}}, Quote{[]Block{p("q")}}, Figure{line("g"), nil}, Heading{2, line("h")}, Table{Rows: [][]Cell{cells("1", "2")}}}},
		}}}}, "| a | b |\n|---|---|\n| x<br>i y<br>z<br>`c\\|d` | **A**: b<br>f<br>q<br>g<br>h<br>1 2 |"},
		{"items without text in a cell", []Block{Table{Head: [][]Cell{cells("a", "b")}, Rows: [][]Cell{{{Blocks: []Block{List{[]Item{{Label: line("i")}, {Blocks: []Block{p("z")}}}}}}, {}}}}}, "| a | b |\n|---|---|\n| i<br>z |  |"},
		{"notes", []Block{p("a", Inline{To: note}, "b", Inline{To: &Note{}}), p("c", Inline{To: note})}, "a[^1]b[^2]\n\nc[^1]\n\n## Notes\n\n[^1]: A note.\n\n    Its end.\n\n[^2]: (empty)"},
		{"a note before the text", []Block{p(Inline{To: note}, " a")}, "[^1] a\n\n## Notes\n\n[^1]: A note.\n\n    Its end."},
		{"a page within a sentence", []Block{p("a", Inline{To: &PageStart{Number: 2}}, " b")}, "a b"},
		{"notes before references", []Block{p("a", Inline{To: note}), References{Entries: []Entry{{Text: line("r")}}}}, "a[^1]\n\n## Notes\n\n[^1]: A note.\n\n    Its end.\n\nr"},
		{"notes before the heading of references", []Block{p("a", Inline{To: note}), Heading{Level: 2, Text: line("Thanks")}, p("b"), Anchor{ID: "x"}, Heading{Level: 2, Text: line("Works")}, Anchor{ID: "y"}, References{Entries: []Entry{{Text: line("r")}}}},
			"a[^1]\n\n## Thanks\n\nb\n\n## Notes\n\n[^1]: A note.\n\n    Its end.\n\n## Works\n\nr"},
		{"notes behind a heading without text", []Block{p("a", Inline{To: note}), Heading{Level: 2, Text: line("Thanks")}, References{Heading: line("Works"), Entries: []Entry{{Text: line("r")}}}},
			"a[^1]\n\n## Thanks\n\n## Notes\n\n[^1]: A note.\n\n    Its end.\n\n## Works\n\nr"},
		{"notes behind references", []Block{References{Entries: []Entry{{Text: line("r")}}}, p("a", Inline{To: note})}, "r\n\na[^1]\n\n## Notes\n\n[^1]: A note.\n\n    Its end."},
		{"a head of rows of several lengths", []Block{Table{Head: [][]Cell{cells("a", "b"), cells("c")}, Rows: [][]Cell{cells("1", "2")}}}, "| a: c | b |\n|---|---|\n| 1 | 2 |"},
		{"references", []Block{References{line("Works"), []Entry{{Label: safe.Line("1"), Text: line("a")}, {Label: safe.Line("2"), Brackets: true, Text: line("b", LineBreak(), "c")}, {Label: safe.Line("A[b]"), Text: line("3. d")}, {}}}},
			"## Works\n\n1. a\n\n[2] b c\n\n[A(b)] 3\\. d\n\n(empty)"},
		{"links", []Block{p(to(Address("https://example.org/a b"), " a [b] "), "c ", to(Address("https://example.org"), "https://example.org"), " ", to(Address("https://exämple.org/"), "https://exämple.org/"), to(Address("x.md"), " "))},
			"[a (b)](<https://example.org/a%20b>) c https://example.org <https://exämple.org/>"},
		{"what is Markdown only after what stands before", []Block{p("[a]", to(ref(), "(b)"), "!", to(ref(), "[c]"), "[d]", to(&Link{}, ": e"))}, `[a]\(b)!\[c]\[d]\: e`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Document{Blocks: tt.blocks}
			if got := strings.TrimSuffix(d.Draft().Body.String(), "\n"); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
			d.Blocks = withPages(tt.blocks)
			if got := strings.TrimSuffix(d.Draft().Body.String(), "\n"); got != tt.want {
				t.Errorf("with pages\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// said returns the citations of a draft, the text of each with its references and, behind a
// question mark, what the list lacks.
func said(citations []article.Citation) string {
	var all []string
	for _, c := range citations {
		s := fmt.Sprint(c.Text.String(), " ", c.References)
		for _, m := range c.Missing {
			s += "?" + m
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestClusters(t *testing.T) {
	list := References{Entries: make([]Entry, 9)}
	same := ref(3)
	tests := []struct {
		name string
		text []Inline
		want string
	}{
		{"in brackets", line("so [", to(ref(1), "1"), ", ", to(ref(3), "3"), "]."), "[1, 3] [1 3]"},
		{"a range", line("so [", to(ref(2), "2"), "–", to(ref(4), "4"), ",", to(ref(6), "6"), "]."), "[2–4,6] [2 3 4 6]"},
		{"a mark after a no-break space", line("so:", to(ref(1), "\u00a0e1\u00a0"), "é."), "e1 [1]"},
		{"brackets in the marks", line("so ", to(ref(2), "[2]"), "–", to(ref(4), "[4]")), "[2]–[4] [2 3 4]"},
		{"a range in one mark", line(to(ref(6), "[6-8]"), " or ", to(ref(2, 4), "2–4"), " or ", to(ref(8), "8-12")), "[6-8] [6 7 8] 2–4 [2 3 4] 8-12 [8]"},
		{"one mark in two parts", line(to(same, "[", Bold), to(same, "3]")), "[3] [3]"},
		{"raised", line("so", to(ref(1), "1", RaisedMark), Text(",", RaisedMark), to(ref(2), "2", RaisedMark)), "1,2 [1 2]"},
		{"a bracket on one side", line("so [", to(ref(1), "1"), " of them, ", to(ref(2), "2"), "]"), "1 [1] 2 [2]"},
		{"authors and years", line("so (", to(ref(1), "Oke, 1951"), "; ", to(ref(2), "Lind, 1952"), ")."), "(Oke, 1951; Lind, 1952) [1 2]"},
		{"a narrative", line("As Oke and Lind (", to(ref(1), "1951"), ") and Wren et al. ", to(ref(2), "1952"), " say"), "Oke and Lind (1951) [1] Wren et al. 1952 [2]"},
		{"a number before a year", line("(see ", to(ref(1), "1"), ", Oke ", to(ref(2), "1951"), ")"), "1 [1] Oke 1951 [2]"},
		{"a number before years in a bracket", line("(", to(ref(1), "1"), ", as Oke (", to(ref(2), "1951"), "; ", to(ref(3), "1952"), ") says)"), "1 [1] (1951; 1952) [2 3]"},
		{"a bracket with another link", line("(see ", to(&Link{}, "Fig. 1"), ", ", to(ref(1), "Oke 1951"), ")"), "Oke 1951 [1]"},
		{"a bracket that says more", line("("+strings.Repeat("word ", 20), to(ref(1), "Oke 1951"), ")"), "Oke 1951 [1]"},
		{"not in the list", line("[", to(ref(), "12"), ", ", to(ref(2), "2"), "]"), "[12, 2] [2]?12"},
		{"a range from what is not in the list", line("[", to(ref(), "9"), "–", to(ref(2), "12"), "]"), "[9–12] [2]?9"},
		{"apart", line(to(ref(1), "1"), " or ", to(ref(2), "2"), "; ", to(ref(3), "Oke")), "1 [1] 2 [2] Oke [3]"},
		{"a note between", line("[", to(ref(1), "1"), "]", Inline{To: &Note{}}, "[", to(ref(2), "2"), "]"), "[1] [1] [2] [2]"},
		{"no text", line("a ", to(ref(1), " "), " b"), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := Document{Blocks: []Block{Paragraph{tt.text}, list}, CitationsMarked: true}
			draft := d.Draft()
			if got := said(draft.Citations); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
			for _, c := range draft.Citations {
				if got := safe.Line(unescape(draft.Body.Slice(c.Start, c.End).String())); got != c.Text {
					t.Errorf("%q stands at %q", c.Text, got)
				}
			}
		})
	}
}

// TestTableLimits holds that a table up to the limits is whole, and that one beyond is told of.
func TestTableLimits(t *testing.T) {
	row := func(n int) []Cell { return make([]Cell, n) }
	rows := func(n, columns int) (all [][]Cell) {
		for range n {
			all = append(all, row(columns))
		}
		return all
	}
	for _, tt := range []struct {
		name  string
		table Table
		want  bool // whether something was left out
	}{
		{"as many columns", Table{Rows: rows(2, MaxColumns)}, false},
		{"a column more", Table{Rows: rows(2, MaxColumns+1)}, true},
		{"as many by spans", Table{Rows: [][]Cell{{{Across: MaxColumns}}}}, false},
		{"as many cells", Table{Rows: rows(MaxCells/10, 10)}, false},
		{"a cell more", Table{Rows: append(rows(MaxCells/10, 10), row(1))}, true},
	} {
		draft := (&Document{Blocks: []Block{tt.table}}).Draft()
		if got := len(draft.Notices) > 0; got != tt.want {
			t.Errorf("%s: notices %v", tt.name, draft.Notices)
		}
	}
}

// TestFill holds that what is found in the text is added only where nothing is known.
func TestFill(t *testing.T) {
	d := Document{Blocks: []Block{
		p("So Table 1 and ", to(&Link{ID: "t", Kind: article.Table}, "Table 1"), " say [1], ", to(ref(2), "[2]"), " and ", to(Address("a.md"), "[1]"), "."),
		Anchor{"t"}, Table{Caption: line("Table 1. Tides"), Rows: [][]Cell{cells("a", "b"), cells("1", "2")}},
		References{line("References"), []Entry{{Label: safe.Line("1"), Text: line("Oke, B. (1950). Wheels.")}, {Label: safe.Line("2"), Text: line("Lind, C. (1961). Sums.")}}},
	}}
	a := &article.Article{}
	d.Draft().Fill(a)
	if got, want := said(a.Citations), "[1] [1] [2] [2]"; got != want {
		t.Errorf("citations %q, want %q", got, want)
	}
	var got []string
	for _, l := range a.Links {
		got = append(got, fmt.Sprint(l.Kind, " ", l.Text, " ", l.Start))
	}
	if got, want := strings.Join(got, "|"), "table Table 1 3|table Table 1 15|file (1) 41"; got != want {
		t.Errorf("links %q, want %q", got, want)
	}
}

// TestFillBesideNote holds that a name of a table is a link also right before the mark of a note.
func TestFillBesideNote(t *testing.T) {
	d := Document{Blocks: []Block{
		p("As in Table 1", Inline{To: &Note{Blocks: []Block{p("A note.")}}}), Table{Caption: line("Table 1. Tides"), Rows: [][]Cell{cells("a", "b"), cells("1", "2")}},
	}}
	a := &article.Article{}
	d.Draft().Fill(a)
	if len(a.Links) != 2 || a.Links[0].Kind != article.Table || a.Links[1].Kind != article.Note {
		t.Errorf("%v", a.Links)
	}
}

// TestCitedByNotes holds that notes which name works of the list are citations of these, and that
// remarks stay notes.
func TestCitedByNotes(t *testing.T) {
	note := func(text string) Inline { return Inline{To: &Note{Blocks: []Block{p(text)}}} }
	remark, again := note("The tide, that is."), note("Cy Lind, Tides (Hill, 2001), 9.")
	text := p("The moon", note("Ada Okoro, Rims, 5."), " and the sea", remark, " rise", again, ", as ", to(&Link{ID: "fig", Kind: article.Figure}, "Figure 1"), " and ", to(&Link{ID: "fig", Kind: article.Section}, "below"), " show", again, remark, ".")
	list := References{line("References"), []Entry{{Label: safe.Line("1"), Text: line("Lind, C. Tides. Lund: Hill, 2001.")}, {Label: safe.Line("2"), Text: line("Okoro, A. Rims. Leith: Pen, 2003.")}}}
	figure := []Block{Anchor{"fig"}, Figure{Caption: line("Figure 1. Tides")}}
	for _, tt := range []struct {
		name             string
		blocks           []Block
		citations, links string
	}{
		{"notes and a list", append([]Block{text, list}, figure...), "¹ [2] ³ [1] ³ [1]", "note ² figure Figure 1 section below note ²"},
		{"notes without a list", append([]Block{text}, figure...), "", "note ¹ note ² note ³ figure Figure 1 section below note ³ note ²"},
		{"a list without notes", append([]Block{p("As ", to(&Link{ID: "fig", Kind: article.Figure}, "Figure 1"), " shows."), list}, figure...), "", "figure Figure 1"},
		{"remarks and a list", []Block{p("The moon", remark), list}, "", "note ¹"},
	} {
		a := &article.Article{}
		d := Document{Blocks: tt.blocks}
		d.Draft().Fill(a)
		var links []string
		for _, l := range a.Links {
			links = append(links, fmt.Sprint(l.Kind, " ", l.Text))
		}
		if got := strings.Join(links, " "); said(a.Citations) != tt.citations || got != tt.links {
			t.Errorf("%s: %q, links %q", tt.name, said(a.Citations), got)
		}
	}
}

// An unsure link is one where the text names nothing and cites nothing.
func TestUnsureLinks(t *testing.T) {
	unsure := func(text string) Inline { return to(&Link{ID: "end", Kind: article.Section, Unsure: true}, text) }
	a := &article.Article{}
	d := Document{Blocks: []Block{
		p("As Figure ", unsure("1"), " shows, and others say [", unsure("1"), "], it falls ", unsure("there"), "."),
		Figure{Caption: line("Figure 1. Tides")}, Anchor{"end"}, p("The end"),
		References{line("References"), []Entry{{Label: safe.Line("1"), Brackets: true, Text: line("Okoro, A. Rims. Leith: Pen, 2003.")}}},
	}}
	d.Draft().Fill(a)
	var links []string
	for _, l := range a.Links {
		links = append(links, fmt.Sprint(l.Kind, " ", l.Text))
	}
	if got := strings.Join(links, ", "); got != "figure Figure 1, section there" || said(a.Citations) != "[1] [1]" {
		t.Errorf("links %s, citations %s", got, said(a.Citations))
	}
}

func TestTitleByHeading(t *testing.T) {
	for want, d := range map[string]Draft{
		"Tides": {Headings: []article.Heading{{Title: safe.Line("Tides")}}}, "Moon": {Meta: Meta{Title: safe.Line("Moon")}, Headings: []article.Heading{{Title: safe.Line("Tides")}}}, "": {},
	} {
		if d.TitleByHeading(); d.Title.String() != want {
			t.Errorf("got %q, want %q", d.Title, want)
		}
	}
}

// TestProse holds that a sentence is searched for citations as one where nothing that is written for Markdown
// parts it.
func TestProse(t *testing.T) {
	for _, tt := range []struct {
		block Block
		want  string
	}{
		{Heading{1, line("In C#")}, `In C\#`},
		{p("As ", to(&Link{}, "Table 1"), " shows"), "As Table 1 shows"},
		{p("As ", Text("Oke", Italic), " says"), "As |Oke| says"},
	} {
		draft := (&Document{Blocks: []Block{tt.block}}).Draft()
		var got []string
		for _, p := range draft.Prose {
			got = append(got, draft.Body.Slice(p.Start, p.End).String())
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestLinks holds which links out of a document and to its places there are.
func TestLinks(t *testing.T) {
	address := "https://example.org/a"
	for _, tt := range []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"an address with a link to it", []Block{p(to(&Link{URL: address}, address))}, "url https://example.org/a"},
		{"an address before a semicolon", []Block{p("See https://example.org/a; (https://example.org/b); www.example.org/c;; www.example.org; then.")}, "url https://example.org/a|url https://example.org/b|url www.example.org/c|url www.example.org"},
		{"a link of two parts", []Block{p(to(Address(address), "b "), to(Address(address), "c"))}, "url b c"},
		{"to an end without text", []Block{p(to(&Link{ID: "end", Kind: article.Section}, "the end")), Anchor{"end"}}, ""},
		{"to an item that is only a label", []Block{p(to(&Link{ID: "i", Kind: article.Section}, "the first")), List{[]Item{{Label: line("(i)"), Blocks: []Block{Anchor{"i"}}}, {Blocks: []Block{p("b")}}}}}, "section the first->- (i)"},
	} {
		draft := (&Document{Blocks: tt.blocks}).Draft()
		var got []string
		for _, l := range draft.Links {
			s := fmt.Sprint(l.Kind, " ", l.Text)
			if l.Inside() {
				line, _, _ := strings.Cut(draft.Body.Slice(l.Target, draft.Body.Len()).String(), "\n")
				s += "->" + line
			}
			got = append(got, s)
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCutEntries cuts blocks, each as it begins and ends, at the entries of a list.
func TestCutEntries(t *testing.T) {
	span := func(start, end int) article.Span { return article.Span{Start: start, End: end} }
	for _, tt := range []struct {
		name                  string
		blocks, entries, want []article.Span
	}{
		{"no entries", []article.Span{span(0, 9)}, nil, []article.Span{span(0, 9)}},
		{"an entry is a block", []article.Span{span(0, 9), span(11, 20)}, []article.Span{span(11, 20)}, []article.Span{span(0, 9), span(11, 20)}},
		{"a list is a block", []article.Span{span(0, 9), span(11, 30)}, []article.Span{span(11, 20), span(21, 30)}, []article.Span{span(0, 9), span(11, 20), span(21, 30)}},
		{"an entry is two blocks", []article.Span{span(0, 9), span(11, 20), span(22, 30)}, []article.Span{span(0, 20)}, []article.Span{span(0, 20), span(22, 30)}},
		{"text before and behind an entry", []article.Span{span(0, 30)}, []article.Span{span(10, 20)}, []article.Span{span(0, 9), span(10, 20), span(20, 30)}},
	} {
		if got := CutEntries(tt.blocks, tt.entries); fmt.Sprint(got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestSpans holds where the writer says that things stand.
func TestSpans(t *testing.T) {
	d := Document{Blocks: []Block{
		Heading{1, line("The *moon* ", Text("rises", Italic))}, Heading{2, line("C#")},
		Anchor{"none"}, Anchor{"fig"},
		Quote{[]Block{Heading{3, line("Not in the outline")}, p("Tides. ", to(&Link{ID: "tab", Kind: article.Table}, "Table 1"), to(&Link{ID: "fig", Kind: article.Figure}, "Fig. 1"), to(&Link{ID: "gone", Kind: article.Figure}, "Fig. 9"))}},
		p("See https://example.org/a_b. Or (www.example.org) or a@example.org. ", to(Address("b.md#c"), "b"), to(Address("#c"), " c"), to(Address("javascript:d"), " d "), to(&Link{URL: "https://example.org/l"}, "list"), Inline{To: &Note{Blocks: []Block{p("n")}}}),
		Anchor{"tab"}, Table{Head: [][]Cell{cells("a", "b")}, Rows: [][]Cell{cells("x", "y")}},
		References{line("Works"), []Entry{{Label: safe.Line("7"), Text: line("Oke. ", Text("Wheels*", Italic), " https://example.org/w")}}},
	}}
	draft := d.Draft()
	body := draft.Body.String()
	var got []string
	for _, h := range draft.Headings {
		got = append(got, fmt.Sprintf("h%d %s|%s", h.Level, h.Title, body[h.Start:h.End]))
	}
	for _, l := range draft.Links {
		s := fmt.Sprintf("%s %s|%s", l.Kind, l.Text, body[l.Start:l.End])
		if l.Inside() {
			s += "->" + body[l.Target:min(l.Target+6, len(body))]
		} else {
			s += "->" + l.URL.String()
		}
		got = append(got, s)
	}
	for _, r := range draft.References {
		got = append(got, fmt.Sprintf("%d %s %s|%s", r.Number, r.Label, r.Text, body[r.Start:r.End]))
	}
	for _, p := range draft.Prose {
		got = append(got, "prose "+body[p.Start:p.End])
	}
	want := []string{
		`h1 The *moon* rises|The \*moon\* *rises`, `h2 C#|C\#`, "h2 Notes|Notes", "h2 Works|Works",
		"table Table 1|Table 1->| a | ", "figure Fig. 1|Fig. 1->### No",
		"url https://example.org/a_b|https://example.org/a_b->https://example.org/a_b", "url www.example.org|www.example.org->http://www.example.org",
		"url a@example.org|a@example.org->mailto:a@example.org", "file b|b->b.md#c", "url list|list->https://example.org/l", "note ¹|[^1]->[^1]: ",
		"url https://example.org/w|https://example.org/w->https://example.org/w",
		`1 7 Oke. Wheels* https://example.org/w|Oke. *Wheels*\* https://example.org/w`,
		`prose The \*moon\* `, "prose rises", `prose C\#`, "prose Not in the outline", "prose Tides. Table 1Fig. 1Fig. 9", "prose See ", "prose . Or (", "prose ) or ", "prose . ", "prose  ", "prose  ", "prose list[^1]",
		"prose a", "prose b", "prose x", "prose y", "prose Notes", "prose n", "prose Works",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("\n got %s\nwant %s\nbody %s", g, w, body)
	}
}
