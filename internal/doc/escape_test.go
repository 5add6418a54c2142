package doc

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// texts are texts that Markdown would read as something else, or that are changed when they
// are made safe to show. They must come out of Markdown as they went in.
var texts = []string{
	"plain", "a*b*c", "*a*", "**a**", "_a_", "snake_case_name", "__init__", "a`b`c", "~~a~~", "H~2~O", "x^2^",
	"# no heading", "#hash", "- no item", "+ no item", "> no quote", "1. no number", "12) no number", "1986. A year", "3.5 percent", "--- no rule", "===", "___",
	"| no | table |", "a|b", "[1]", "[a](b)", "[a]: b", "[^1]", "![a](b)", "[a][b]", "a ] ( b", "<b>no tag</b>", "<https://example.org>", "a < b > c", "&amp; &lt; &#35; &nbsp;",
	"AT&T", `back\slash \* \\`, "see https://example.org/a_b_c, and www.example.org.", "(https://example.org/a_(b))", "[see https://example.org/a_b_]", "a@example.org wrote", "https://example.org/a; (https://example.org/b); https://example.org/c&amp; and",
	"https://example.org/?a=b&copy=c", "$5 and $10", "line\nbreak", "tab\there", "ends in \\", "Ünïcödé 漢字 — “quoted”", "a\u00a0b",
	"\u0301starts with an accent", "e" + strings.Repeat("\u0301", 12) + "nd", "zero\u200bwidth", "soft\u00adhyphen", "\ufeffmark", "\u202ebidi", "nul\x00here", "a\u200d\u200db", "",
}

// read returns what one reads of Markdown.
func read(body string) string {
	var b strings.Builder
	blocks := markdown.Cut(body)
	p := markdown.NewParser(body, blocks)
	for _, block := range blocks {
		t := p.Parse(block, nil)
		b.WriteString(t.Plain(t.Root).String() + " ")
	}
	return safe.Line(b.String()).String()
}

func checkEscape(t *testing.T, s string) {
	want := Text(safe.Line(s).String()).Text.String()
	if markdown.IsTooComplex(want) {
		return
	}
	if got := read(Escape(want)); got != want {
		t.Errorf("%q at the start of a block is read as %q: %q", want, got, Escape(want))
	}
	inline := "Say " + EscapeInline(want) + "."
	if got := read(inline); got != safe.Line("Say "+want+".").String() {
		t.Errorf("%q in a line is read as %q: %q", want, got, inline)
	}
}

func TestEscape(t *testing.T) {
	for _, s := range texts {
		checkEscape(t, s)
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(checkEscape)
}

// checkWritten holds that a document of one text in each place comes out of Markdown as that
// text, and that what the writer noted is what a parser finds.
func checkWritten(t *testing.T, s string) {
	line := func(style ...Style) []Inline { return []Inline{Text(s, style...)} }
	d := Document{Blocks: []Block{
		Heading{Level: 1, Text: line()},
		Paragraph{Text: append(line(), append(line(Bold), line(Italic, Bold)...)...)},
		Paragraph{Text: append(line(CodeSpan), Inline{Text: Text(s).Text, To: Address("https://example.org/a b")})},
		List{Items: []Item{{Blocks: []Block{Paragraph{Text: line()}, Quote{Blocks: []Block{Paragraph{Text: line()}}}}}, {Number: 2, Label: line(), Blocks: []Block{Code{Text: safe.New(s)}}}}},
		Definitions{Items: []Definition{{Term: line(), Text: line()}}},
		Anchor{ID: "t"},
		Table{Caption: line(), Head: [][]Cell{{{Blocks: []Block{Paragraph{Text: line()}}, Across: 2}}}, Rows: [][]Cell{{{Blocks: []Block{Paragraph{Text: line()}}}, {Blocks: []Block{Paragraph{Text: line(Superscript)}}}}}},
		Paragraph{Text: []Inline{Text("see "), {Text: Text(s).Text, To: &Link{ID: "t", Kind: article.Table}}, {To: &Note{Blocks: []Block{Paragraph{Text: line()}}}}, {Text: Text(s).Text, To: &Citation{References: []int{1}}}}},
		References{Heading: line(), Entries: []Entry{{Label: safe.Line(s), Text: line()}}},
	}}
	draft := d.Draft()
	body := draft.Body.String()
	if safe.New(body).String() != body {
		t.Fatalf("not safe: %q", body)
	}
	for _, h := range draft.Headings {
		if !strings.Contains(read("# "+body[h.Start:h.End]), h.Title.String()) && h.Title.Len() > 0 {
			t.Errorf("heading %q at %q", h.Title, body[h.Start:h.End])
		}
	}
	for _, c := range draft.Citations {
		if got := safe.Line(unescape(body[c.Start:c.End])).String(); got != c.Text.String() {
			t.Errorf("citation %q at %q", c.Text, body[c.Start:c.End])
		}
	}
	for i, r := range draft.References {
		if r.Number != i+1 || r.Start > r.End || r.End > len(body) {
			t.Errorf("reference %+v", r)
		}
	}
	for _, l := range draft.Links {
		if l.Start > l.End || l.End > len(body) || l.Inside() && (l.Target < 0 || l.Target >= len(body)) {
			t.Errorf("link %+v", l)
		}
	}
	a := &article.Article{}
	draft.Fill(a)
}

func TestWritten(t *testing.T) {
	for _, s := range texts {
		checkWritten(t, s)
	}
}

func FuzzWritten(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(checkWritten)
}
