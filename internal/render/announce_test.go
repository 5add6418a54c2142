package render_test

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/render"
	"etal/internal/theme"
)

func TestWords(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       string
	}{
		{"a table", "| a | b |\n|---|--:|\n| one | 2 |\n", 40, "Table, columns: 2, rows: 1.\na: one\n  b: 2\n"},
		{"a table of headings", "| a | b |\n|---|---|\n", 40, "Table, columns: 2, rows: 0.\na\n  b\n"},
		{"a narrow page", "| a | b |\n|---|---|\n| one | 2 |\n", 12, "Table,\ncolumns: 2,\nrows: 1.\na: one\n  b: 2\n"},
		{"a quotation with code", "> one\n>\n> ```\n> two\n> ```\n", 40, "Quotation:\none\n\nCode:\n  two\n"},
		{"a rule", "one\n\n---\n\ntwo", 40, "one\n\ntwo\n"},
		{"notes", "one[^n] two[^m]\n\n[^m]: M.\n[^n]: N.\n", 40, "one (footnote 1) two (footnote 2)\n\nFootnote 2: M.\nFootnote 1: N.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			for _, l := range lines(render.New(readMarkdown(t, tt.text), tt.width, theme.Plain(), render.Options{Announce: true})) {
				b.WriteString(l.Draw(nil) + "\n")
			}
			if b.String() != tt.want {
				t.Errorf("\n got %q\nwant %q", b.String(), tt.want)
			}
		})
	}
}

func TestSentence(t *testing.T) {
	a := readMarkdown(t, "One turns. Two *turn* [1]. Three turn.\n\n| a | b |\n|---|---|\n| x | |\n| y [1] | z |\n\n## References\n\n1. Oke, B. (1950). Wheels.\n")
	d := render.New(a, 40, theme.Plain(), render.Options{Announce: true})
	var got []string
	for _, c := range a.Citations {
		got = append(got, d.Sentence(c.Span).String())
	}
	if want := "Two turn [1].|y [1]; z"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if empty := render.New(&article.Article{}, 40, theme.Plain(), render.Options{}).Sentence(article.Span{}); empty.Len() > 0 {
		t.Errorf("an empty article has the sentence %q", empty)
	}
}
