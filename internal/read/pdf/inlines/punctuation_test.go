package inlines

import (
	"testing"

	"etal/internal/doc"
)

func TestFreePunctuation(t *testing.T) {
	for text, want := range map[string]string{
		"Figure 1)": "Figure 1|)", "Figure 3, ": "Figure 3|, ", "[2].": "[2]|.", "(2)": "(2)", "Oke et al.": "Oke et al.", "2019);": "2019|);", "Oke (2019)": "Oke (2019)",
		"[1, 2": "[1, 2", "3]": "3|]", ".": "|.", ")": "|)", "": "", "4:": "4|:",
	} {
		to := &doc.Link{ID: "a"}
		got := ""
		in := doc.Text(text)
		in.To = to
		for _, part := range FreePunctuation([]doc.Inline{doc.Text("see "), in, doc.Text(" there")})[1:] {
			switch {
			case part.To != nil:
				got += part.Text.String()
			case part.Text.String() != " there":
				got += "|" + part.Text.String()
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// What is told of a link in several styles is told of all of it, and notes and pages stay as they are.
func TestFreePunctuationOfParts(t *testing.T) {
	to := &doc.Citation{References: []int{1}}
	part := func(s string, style doc.Style, to doc.Target) doc.Inline {
		in := doc.Text(s)
		in.Style, in.To = style, to
		return in
	}
	page, note := &doc.PageStart{Number: 2}, &doc.Note{}
	got := FreePunctuation([]doc.Inline{part("(Oke", doc.Bold, to), part(" 2019)", 0, to), part(")", doc.Italic, to), {To: page}, part("a,", 0, note)})
	if len(got) != 5 || got[0].To != to || got[1].Text.String() != " 2019)" || got[1].To != to || got[2].To != nil || got[2].Style != doc.Italic || got[3].To != page || got[4].Text.String() != "a," || got[4].To != note {
		t.Errorf("%v", got)
	}
}

// A URL is one link, though a sign of it is set in another font, and the blank before it is none of it.
func TestURLOfParts(t *testing.T) {
	to := &doc.Link{URL: "https://example.org/~wren"}
	linked := func(s string, style doc.Style, to doc.Target) doc.Inline {
		in := doc.Text(s)
		in.Style, in.To = style, to
		return in
	}
	got := FreePunctuation([]doc.Inline{doc.Text("see"), linked(" https://example.org/", 0, to), linked("∼", doc.Italic, to), linked("wren).", 0, to)})
	if len(got) != 4 || got[1].Text.String() != " " || got[1].To != nil || got[2].Text.String() != to.URL || got[2].To != to || got[2].Style != 0 || got[3].Text.String() != ")." {
		t.Errorf("%v", got)
	}
	for _, in := range []doc.Target{&doc.Link{ID: "a"}, &doc.Citation{References: []int{1}}} {
		if got := FreePunctuation([]doc.Inline{linked("https://", 0, in), linked("a", doc.Italic, in)}); len(got) != 2 {
			t.Errorf("%v", got)
		}
	}
	if got := FreePunctuation([]doc.Inline{linked("the ", 0, to), linked("page", doc.Italic, to)}); len(got) != 2 {
		t.Errorf("%v", got)
	}
}
