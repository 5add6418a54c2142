package inlines

import (
	"strings"
	"testing"

	"etal/internal/doc"
)

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
		for _, in := range JoinMarks(tt.text) {
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

// A name that a line's end divides, which is two links, is one mark with its year.
func TestDividedMark(t *testing.T) {
	to := func(s string) doc.Inline {
		in := doc.Text(s)
		in.To = &doc.Citation{References: []int{3}}
		return in
	}
	text := JoinMarks([]doc.Inline{doc.Text("as "), to("Erd"), to("mann"), doc.Text(" ("), to("2001"), doc.Text(") says")})
	for i, in := range text[1:6] {
		if in.To != text[1].To {
			t.Errorf("%d: %q is a mark of its own", i+1, in.Text.String())
		}
	}
	if got := text[len(text)-1]; got.To != nil || got.Text.String() != " says" {
		t.Errorf("the mark ends at %q", got.Text.String())
	}
}

// A label is cut off the start of an entry, with its brackets and stops; the page that begins there stays.
func TestWithoutLabel(t *testing.T) {
	for _, tt := range []struct {
		text, label, want string
		bracketed         bool
	}{
		{"[7] Wren, A.", "7", "Wren, A.", true},
		{"7. Wren, A.", "7", "Wren, A.", false},
		{"(7) Wren, A.", "7", "Wren, A.", false},
		{"Wren, A. 7", "7", "Wren, A. 7", false},
		{"Wren, A.", "", "Wren, A.", false},
	} {
		page := doc.Inline{To: &doc.PageStart{Number: 3}}
		text, bracketed := WithoutLabel([]doc.Inline{page, doc.Text(tt.text[:2]), doc.Text(tt.text[2:])}, tt.label)
		if got := doc.Plain(text); got != tt.want || bracketed != tt.bracketed {
			t.Errorf("%s: %q, bracketed %v", tt.text, got, bracketed)
		}
		if text[0].To != page.To {
			t.Errorf("%s: the page is lost", tt.text)
		}
	}
}

// Raised signs of affiliations are no citations; a link stays.
func TestWithoutCitations(t *testing.T) {
	raised := doc.Text("1,2", doc.Superscript)
	linked := doc.Text("3", doc.Superscript)
	linked.To = &doc.Link{URL: "https://example.org"}
	text := WithoutCitations([]doc.Inline{doc.Text("Ada Oke"), raised, linked})
	if text[1].Style&doc.Superscript != 0 || text[1].Text.String() != "¹,²" || text[2].Style != doc.Superscript || text[0].Text.String() != "Ada Oke" {
		t.Errorf("%q %v %v", doc.Plain(text), text[1].Style, text[2].Style)
	}
}

func TestWithRepeatedAuthors(t *testing.T) {
	for text, want := range map[string]string{", “Tides,” Sea": "———, “Tides,” Sea", "A. Berg, “Tides”": "A. Berg, “Tides”", "": ""} {
		if got := doc.Plain(WithRepeatedAuthors([]doc.Inline{doc.Text(text)})); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestWithoutReturn(t *testing.T) {
	for text, want := range map[string]string{"The moon.": "The moon.", "The moon. ↩": "The moon.", "The moon.|↩\ufe0e": "The moon.", "↩": "", "The ↩ moon": "The ↩ moon"} {
		var all []doc.Inline
		for part := range strings.SplitSeq(text, "|") {
			all = append(all, doc.Text(part))
		}
		if got := doc.Plain(WithoutReturn(all)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
