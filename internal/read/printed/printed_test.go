package printed

import (
	"strings"
	"testing"

	"etal/internal/doc"
)

func paragraph(text ...doc.Inline) *doc.Document {
	return &doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: text}}}
}

// written returns a document of one paragraph as text with the marks of Markdown.
func written(d *doc.Document) string {
	var b strings.Builder
	for _, in := range d.Blocks[0].(doc.Paragraph).Text {
		mark := map[doc.Style]string{doc.Bold: "**", doc.Italic: "*", doc.Bold | doc.Italic: "***"}[in.Style]
		b.WriteString(mark + in.Text.String() + mark)
	}
	return b.String()
}

var readTests = []struct{ name, text, plain, want string }{
	{"struck twice is bold", "N\bNA\bA low", "NA low", "**NA** low"},
	{"underlined is emphasis", "the _\bp_\bo_\br_\bt", "the port", "the *port*"},
	{"underlined behind", "p\b_o\b_", "po", "*po*"},
	{"both", "_\bp\bp", "p", "***p***"},
	{"bold words with a blank", "a\ba b\bb", "a b", "**a b**"},
	{"part of a word", "-\b-a\ba, [_\bN]", "-a, [N]", "**-a**, [*N*]"},
	{"a bold underscore", "a_\b_b", "a_b", "a**\\_**b"},
	{"a bullet", "+\bo tide", "• tide", "• tide"},
	{"a bullet struck the other way", "o\b+ tide", "• tide", "• tide"},
	{"a letter replaced", "x\by", "y", "y"},
	{"letters of bullets replaced", "x\bo +\bx", "o x", "o x"},
	{"letters of several bytes", "é\bé \u2010\b\u2010", "é \u2010", "**é \u2010**"},
	{"SGR", "\x1b[1mhigh\x1b[0m and \x1b[4mlow\x1b[24m, \x1b[3;1mboth\x1b[m.", "high and low, both.", "**high** and *low*, ***both***."},
	{"bold ended by 22", "\x1b[1mhigh\x1b[22m tide", "high tide", "**high** tide"},
	{"a link", "see \x1b]8;;https://example.org\x1b\\the list\x1b]8;;\x1b\\ here", "see the list here", "see the list here"},
	{"a link ended by a bell", "\x1b]8;id=1;https://example.org\athe list\x1b]8;;\a", "the list", "the list"},
	{"a link to a name with a blank", "\x1b]8;;file:///the list\x1b\\here\x1b]8;;\a", "here", "here"},
	{"a line cleared", "\x1b[Klow\x1b[K", "low", "low"},
	{"letters of ASCII", "\x1b(Blow", "low", "low"},
}

func TestRead(t *testing.T) {
	for _, tt := range readTests {
		plain, styles := Read(tt.text)
		if plain != tt.plain || styles == nil || styles.Coloured() {
			t.Errorf("%s: got %q, %v, want %q", tt.name, plain, styles, tt.plain)
			continue
		}
		d := paragraph(doc.Text(plain))
		styles.Apply(d)
		if got := strings.ReplaceAll(written(d), "**_**", `**\_**`); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Everything else that a terminal would obey stays, to be shown.
func TestReadOthers(t *testing.T) {
	for _, text := range []string{"plain", "\x1b[2Jcleared", "\x1b[2Jmoon", "\x1b]52;c;aGk=\a", "\x1b]0;title\a", "\b", "a\n\bb", "\x1b", "\x1b[1", "a\b", "\x1b]8;;https://example.org\nnext", "\x1b]8;;https://example.org", "\x1b(", "\x1b["} {
		if plain, styles := Read(text); plain != text || styles != nil {
			t.Errorf("%q: got %q, %v", text, plain, styles)
		}
	}
}

// A colour's parameters are none of bold or underlined letters.
func TestColoured(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[33mcommit\x1b[m": "commit", "\x1b[1;31mlow\x1b[m": "**low**", "\x1b[38;5;1mx\x1b[0m": "x", "\x1b[48;2;1;3;4mx": "x", "\x1b[38:5:1;1mx": "x",
	} {
		plain, styles := Read(text)
		d := paragraph(doc.Text(plain))
		styles.Apply(d)
		if got := written(d); !styles.Coloured() || got != want {
			t.Errorf("%q: coloured %v, %s, want %s", text, styles.Coloured(), got, want)
		}
	}
	if (*Styles)(nil).Coloured() {
		t.Error("nothing has no colour")
	}
}

// Text that has a style or leads somewhere keeps what it has.
func TestApplyKeeps(t *testing.T) {
	_, styles := Read("h\bhi\big\bgh\bh tide a\bat\bt sea")
	d := paragraph(doc.Text("high", doc.Italic), doc.Text(" tide "), doc.Inline{Text: doc.Text("at").Text, To: doc.Address("https://example.org")}, doc.Text(" sea"))
	styles.Apply(d)
	if got := written(d); got != "*high* tide at sea" {
		t.Error(got)
	}
}

// Words that the document lacks or has moved do not carry the styles of others away.
func TestApply(t *testing.T) {
	text, styles := Read("Head\nThe t\bti\bid\bde\be is\ntide\n" + strings.Repeat("word ", ahead-2) + "_\be_\bn_\bd")
	if !strings.HasPrefix(text, "Head\nThe tide") {
		t.Fatal(text)
	}
	d := &doc.Document{Blocks: []doc.Block{
		doc.Heading{Level: 1, Text: []doc.Inline{doc.Text("Another")}},
		doc.List{Items: []doc.Item{{Blocks: []doc.Block{doc.Quote{Blocks: []doc.Block{doc.Paragraph{Text: []doc.Inline{doc.Text("The tide"), doc.LineBreak(), doc.Text("is")}}}}}}}},
		doc.Code{}, doc.Paragraph{Text: []doc.Inline{doc.Text("tide end")}},
	}}
	styles.Apply(d)
	inner := d.Blocks[1].(doc.List).Items[0].Blocks[0].(doc.Quote).Blocks[0].(doc.Paragraph).Text
	if len(inner) != 4 || inner[1].Style != doc.Bold || inner[1].Text.String() != "tide" || !inner[2].Break {
		t.Errorf("%v", inner)
	}
	if last := d.Blocks[3].(doc.Paragraph).Text; len(last) != 2 || last[0].Style != 0 || last[1].Style != doc.Italic {
		t.Errorf("%v", last)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"N\bN", "_\bé", "\x1b[1;31mx\x1b[0m", "\x1b]8;;u\x1b\\x", "\x1b(", "\b\x1b\b"} {
		f.Add(s)
	}
	for _, tt := range readTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, styles := Read(s)
		if styles == nil && text != s || len(text) > len(s)+2*strings.Count(s, "\b") {
			t.Fatalf("%q became %q", s, text)
		}
		d := paragraph(doc.Text(text))
		before := doc.Text(text).Text.String()
		styles.Apply(d)
		after := ""
		for _, in := range d.Blocks[0].(doc.Paragraph).Text {
			after += in.Text.String()
		}
		if styles != nil && strings.ToValidUTF8(before, "") != "" && strings.ReplaceAll(after, "◌", "") != strings.ReplaceAll(before, "◌", "") {
			t.Fatalf("%q became %q", before, after)
		}
	})
}
