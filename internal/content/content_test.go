package content

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// written returns an article from its Markdown, in which ⟦ and ⟧ are around each mark of a citation
// and ⟪ and ⟫ around each link within the article; notes are the numbers shown for footnotes, by
// their marks. Entries are the texts of references, each in a block.
func written(text string, notes map[string]string, entries ...string) *article.Article {
	a := &article.Article{}
	var b strings.Builder
	start := 0
	for _, r := range text {
		span := article.Span{Start: start, End: b.Len()}
		switch r {
		case '⟦', '⟪':
			start = b.Len()
		case '⟧':
			mark := b.String()[start:]
			a.Citations = append(a.Citations, article.Citation{Span: span, Text: shown(mark, notes)})
		case '⟫':
			mark := b.String()[start:]
			a.Links = append(a.Links, article.Link{Span: span, Text: shown(mark, notes), Kind: article.Note})
		default:
			b.WriteRune(r)
		}
	}
	body := b.String()
	a.Body, a.Blocks = safe.New(body), markdown.Cut(body)
	for i, e := range entries {
		label, text, _ := strings.Cut(e, "|")
		at := strings.Index(body, text)
		a.References = append(a.References, article.Reference{Number: i + 1, Label: safe.New(label), Text: safe.New(text), Span: article.Span{Start: at, End: at + len(text)}})
	}
	return a
}

func shown(mark string, notes map[string]string) safe.Text {
	if number := notes[mark]; number != "" {
		return safe.New(number)
	}
	return safe.New(mark)
}

// text returns what the blocks of a tree show.
func text(t markdown.Tree) string {
	var b strings.Builder
	markdown.Walk(t.Root, func(n ast.Node) bool {
		var runs []markdown.Run
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			runs = t.Runs(n)
		case *ast.CodeBlock:
			b.WriteString("code")
		}
		for _, r := range runs {
			b.WriteString(r.Text.String())
		}
		return true
	})
	return b.String()
}

var blockTests = []struct {
	name, text string
	notes      map[string]string
	entries    []string
	want       []string // kind, label or number, and text of each block
}{
	{"paragraphs", "One *two*.\n\n# Three", nil, nil, []string{"|One two.", "|Three"}},
	{"a mark is plain text", "As ⟦[12]⟧ and ⟦[2](2019)⟧ and [13].\n\n[12]: https://example.org\n[13]: https://example.org", nil, nil, []string{"|As [12] and [2](2019) and 13.", "|", "|"}},
	{"a link within is plain text", "See ⟪[a](b)⟫ and [c](d).", nil, nil, []string{"|See [a](b) and c."}},
	{"a footnote", "One⟪[^n]⟫.\n\n[^n]: A *note*.", map[string]string{"[^n]": "¹"}, nil, []string{"|One[^n].", "note ¹|A note."}},
	{"footnotes that are citations", "One⟦[^n]⟧.\n\n[^n]: A note.", map[string]string{"[^n]": "¹"}, nil, []string{"|One[^n].", "note ¹|A note."}},
	{"a footnote after a tab", "One⟪[^n]⟫.\n\n[^n]:\tA note.", map[string]string{"[^n]": "¹"}, nil, []string{"|One[^n].", "note ¹|A note."}},
	{"an indented footnote", "One⟪[^n]⟫.\n\n  [^n]: A note.", map[string]string{"[^n]": "¹"}, nil, []string{"|One[^n].", "note ¹|A note."}},
	{"a footnote without a mark", "One.\n\n[^n]: A note.", nil, nil, []string{"|One.", "|[^n]: A note."}},
	{"a paragraph that begins with a mark", "⟪[^n]⟫ begins: so.\n\n[^n]: A note.", map[string]string{"[^n]": "¹"}, nil, []string{"|[^n] begins: so.", "note ¹|A note."}},
	{"marks that are not closed", "One⟪[^n]⟫.\n\n[^n", map[string]string{"[^n]": "¹"}, nil, []string{"|One[^n].", "|[^n"}},
	{"numbered entries", "1. Oke. *Wheels*.\n2. Lind.", nil, []string{"1|Oke. *Wheels*.", "2|Lind."}, []string{"1.|Oke. Wheels.", "2.|Lind."}},
	{"entries that Markdown counts on", "1. Oke.\n1. Lind.", nil, []string{"1|Oke.", "2|Lind."}, []string{"1.|Oke.", "2.|Lind."}},
	{"bullets", "- Oke.\n* Lind.\n+ Wren.", nil, []string{"|Oke.", "|Lind.", "|Wren."}, []string{"|Oke.", "|Lind.", "|Wren."}},
	{"labels in brackets, escaped", `\[A19\] Oke.`, nil, []string{"A19|Oke."}, []string{"[A19]|Oke."}},
	{"labels with a colon", "[1]: Oke.", nil, []string{"1|Oke."}, []string{"[1]|Oke."}},
	{"a footnote that is a reference", "One⟦[^a]⟧.\n\n[^a]: Oke.", map[string]string{"[^a]": "[3]"}, []string{"3|Oke."}, []string{"|One[^a].", "3.|Oke."}},
	{"a mark in a reference is not plain", "1. ⟦[a](b)⟧", nil, []string{"1|[a](b)"}, []string{"1.|a"}},
	{"HTML", "<p>One <!-- two --> three</p>", nil, nil, []string{"|One  three"}},
}

func TestBlock(t *testing.T) {
	for _, tt := range blockTests {
		t.Run(tt.name, func(t *testing.T) {
			c := New(written(tt.text, tt.notes, tt.entries...))
			var got []string
			for i := range c.Article.Blocks {
				b := c.Block(i)
				kind := b.Label
				if b.Note {
					kind = "note " + b.Number.String()
				}
				if b.Note != (c.IsNote(b.Span) && b.Reference.Number == 0) {
					t.Errorf("block %d is a footnote: %v, says IsNote", i, c.IsNote(b.Span))
				}
				got = append(got, kind+"|"+text(b.Tree))
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestMarks(t *testing.T) {
	a := written("One⟪[^n]⟫, ⟦[1]⟧, ⟪[a](b)⟫ and ⟦[^m]⟧.", nil)
	a.Links = append(a.Links, article.Link{Span: article.Span{Start: 0, End: 3}, Kind: article.URL, URL: safe.New("https://example.org")})
	c := New(a)
	slices := func(spans []article.Span) (all string) {
		for _, s := range spans {
			all += a.Slice(s).String() + " "
		}
		return all
	}
	if got := slices(c.Marks); got != "[^n] [1] [a](b) [^m] " {
		t.Errorf("marks %q", got)
	}
	if got := slices(c.NoteMarks); got != "[^n] [^m] " {
		t.Errorf("marks of footnotes %q", got)
	}
}

func TestNoteName(t *testing.T) {
	for mark, want := range map[string]string{"[^1]": "1", "  [^a b]: c": "a b", "[^]": "", "[^a": "", "[1]": "", "a[^1]": "", "": ""} {
		if got := NoteName(mark); got != want {
			t.Errorf("%q: %q, want %q", mark, got, want)
		}
	}
}

// FuzzBlock holds that every block can be parsed and its text lies in the body.
func FuzzBlock(f *testing.F) {
	for _, tt := range blockTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c := New(written(safe.New(text).String(), nil))
		for i := range c.Article.Blocks {
			b := c.Block(i)
			if b.Tree.Offset < b.Start || b.Tree.Offset+len(b.Tree.Source) != b.End {
				t.Errorf("%q is parsed at %d, %d bytes", c.Article.Slice(b.Span), b.Tree.Offset, len(b.Tree.Source))
			}
		}
	})
}
