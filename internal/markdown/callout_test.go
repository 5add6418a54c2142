package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
)

// calloutTests are texts, and the names of their callouts with the author's title, and the first line
// of what stands behind that in the quote.
var calloutTests = []struct{ name, text, want string }{
	{"GitHub's", "> [!NOTE]\n> Tides rise.", "Note / Tides rise."},
	{"with a title of its own", "> [!tip] Of *tides*\n> They rise.", "Tip: Of tides / They rise."},
	{"a title of one letter", "> [!tip] a\n> They rise.", "Tip: a / They rise."},
	{"folded", "> [!warning]- Of tides\n> They rise.", "Warning: Of tides / They rise."},
	{"with two words", "> [!see-also]+\n> Tides", "See-also / Tides"},
	{"without a text", "> [!NOTE]", "Note"},
	{"with a title alone", "> [!NOTE] Of tides  ", "Note: Of tides"},
	{"a paragraph behind", "> [!NOTE]\n>\n> Tides rise.", "Note / Tides rise."},
	{"several lines", "> [!NOTE]\n> Tides\n> rise.", "Note / Tides rise."},
	{"in an item", "- > [!NOTE]\n  > Tides", "Note / Tides"},
	{"in the second paragraph", "> Tides\n>\n> [!NOTE]", ""},
	{"outside a quote", "[!NOTE]\nTides", ""},
	{"in a list", "- [!NOTE]\n  Tides", ""},
	{"with words at the mark", "> [!NOTE]s\n> Tides", ""},
	{"of digits", "> [!12]\n> Tides", ""},
	{"an image", "> ![NOTE](a.png)\n> Tides", ""},
}

func TestCallouts(t *testing.T) {
	for _, tt := range calloutTests {
		if got := callout(whole(tt.text)); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func callout(tree Tree) string {
	n, ok := first(tree, KindCalloutTitle).(*CalloutTitle)
	if !ok {
		return ""
	}
	parts := []string{tree.Plain(n).String()}
	for next := n.NextSibling(); next != nil; next = next.NextSibling() {
		parts = append(parts, tree.Plain(next).String())
	}
	return strings.Join(parts, " / ")
}

// TestMarkOfCallout holds that the place of a callout's name is its mark.
func TestMarkOfCallout(t *testing.T) {
	const text = "Before\n\n> [!NOTE]- Of tides\n> They rise."
	block := article.Span{Start: strings.Index(text, ">"), End: len(text)}
	tree := NewParser(text, nil).Parse(block, nil)
	span := tree.Name(first(tree, KindCalloutTitle).(*CalloutTitle)).Span
	if got := text[span.Start:span.End]; got != "[!NOTE]-" {
		t.Errorf("the mark is %q", got)
	}
}

// TestNoteBody holds that the text of a footnote is read without its indent: its paragraphs as
// paragraphs, and code where it is indented by four columns more.
func TestNoteBody(t *testing.T) {
	for text, want := range map[string]string{
		"[^1]: Tides":                              "Paragraph",
		"[^1]: Tides\n\n    rise":                  "Paragraph Paragraph",
		"[^1]: Tides\n\n  rise":                    "Paragraph Paragraph",
		"[^1]: Tides\n\n    rise\n\n        fall":  "Paragraph Paragraph CodeBlock",
		"[^1]: Tides\n\n    - rise\n    - fall":    "Paragraph List",
		"[^1]: Tides\n\n\t> rise":                  "Paragraph Blockquote",
		"[^1]: Tides\n    rise":                    "Paragraph",
		"Tides [^1]: rise":                         "Paragraph",
		"[^1]: | a |\n    |---|\n    | b |\n\n  c": "Table Paragraph",
	} {
		at := strings.Index(text, "]:") + len("]:")
		for at < len(text) && text[at] == ' ' {
			at++
		}
		tree := NewParser(text, nil).Parse(article.Span{Start: at, End: len(text)}, nil)
		var kinds []string
		for n := tree.Root.FirstChild(); n != nil; n = n.NextSibling() {
			kinds = append(kinds, n.Kind().String())
		}
		if got := strings.Join(kinds, " "); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	tree := NewParser("- a\n\n      b", nil).Parse(article.Span{End: len("- a\n\n      b")}, nil)
	if first(tree, ast.KindCodeBlock) == nil {
		t.Error("text that is no footnote's loses its indent")
	}
}

// TestContainers counts the quotes and items that a line begins.
func TestContainers(t *testing.T) {
	for line, want := range map[string]int{
		"": 0, "a": 0, ">": 1, "> > a": 2, ">>a": 2, "- a": 1, "- ": 1, "-\ta": 1, "-a": 0, "-": 0, "+ * - a": 3, "1. a": 1, "12) > a": 2, "1a": 0, "a > - b": 0, "  > a > b": 1,
	} {
		if got := containers(line); got != want {
			t.Errorf("%q begins %d, want %d", line, got, want)
		}
	}
}

// TestIsUnspaced tells scripts without blanks between words, and their punctuation.
func TestIsUnspaced(t *testing.T) {
	for r, want := range map[rune]bool{
		'a': false, '潮': true, 'し': true, 'シ': true, 'ㄅ': true, '한': false, 'ー': true,
		'\u2e80': true, '\u2e7f': false, '\u3000': true, '。': true, '\u303f': true, '！': true, '\uff65': true, '\uff00': false, '￠': false,
	} {
		if got := isUnspaced(r); got != want {
			t.Errorf("%q: %v, want %v", r, got, want)
		}
	}
}
