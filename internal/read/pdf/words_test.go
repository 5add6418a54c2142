package pdf

import (
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/read/pdf/inlines"
)

// The day of a PDF is that of its date, if it is one.
func TestCreated(t *testing.T) {
	for date, want := range map[string]string{
		"D:20240517102030Z": "2024-05-17", "D:20240517": "2024-05-17", "D:2024051": "", "20240517102030": "", "D:20241317102030": "", "D:19900101": "1990-01-01", "D:19890101": "", "": "",
	} {
		if got := created(date).String(); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}

func TestIsWord(t *testing.T) {
	for text, want := range map[string]bool{"tides": true, "Az": true, "x1": false, "a{b": false, "a`b": false, "α": false} {
		if got := isWord(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// An author and a year that lead to one entry are one mark, with the bracket between them and the one behind.
func TestJoinMarks(t *testing.T) {
	wren, oke := []int{1}, []int{2}
	to := func(references []int, text string) doc.Inline {
		in := doc.Text(text)
		in.To = &doc.Citation{References: references}
		return in
	}
	for _, tt := range []struct {
		name string
		text []doc.Inline
		want string
	}{
		{"an author and a year", []doc.Inline{to(wren, "Wren"), doc.Text(" ("), to(wren, "1901"), doc.Text(") says")}, "[Wren (1901)] says"},
		{"at the end", []doc.Inline{doc.Text("by "), to(wren, "Wren"), doc.Text(", "), to(wren, "1901")}, "by [Wren, 1901]"},
		{"two entries", []doc.Inline{to(wren, "Wren"), doc.Text(", "), to(oke, "1901")}, "[Wren], [1901]"},
		{"words between", []doc.Inline{to(wren, "Wren"), doc.Text(" says so in "), to(wren, "1901")}, "[Wren] says so in [1901]"},
		{"a name divided at the end of a line", []doc.Inline{to(wren, "Wren"), to(wren, "ton"), doc.Text(" ("), to(wren, "1901"), doc.Text(")")}, "[Wrenton (1901)]"},
		{"the last of a line", []doc.Inline{doc.Text("by "), to(wren, "Wren")}, "by [Wren]"},
	} {
		var b strings.Builder
		var open *doc.Citation
		for _, in := range inlines.JoinMarks(tt.text) {
			cited, _ := in.To.(*doc.Citation)
			if cited != open {
				if open != nil {
					b.WriteByte(']')
				}
				if cited != nil {
					b.WriteByte('[')
				}
				open = cited
			}
			b.WriteString(in.Text.String())
		}
		if open != nil {
			b.WriteByte(']')
		}
		if b.String() != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, b.String(), tt.want)
		}
	}
}
