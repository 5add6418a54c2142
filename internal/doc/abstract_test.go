package doc

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// The first sentence of an abstract says what an article is about that has no summary.
func TestAbstractSentence(t *testing.T) {
	tests := []struct{ name, summary, text, want string }{
		{"a heading", "", "# Tides\n\n## Abstract\n\nThe moon pulls the sea. We say how.\n\nMore.", "The moon pulls the sea."},
		{"in other letters", "", "# Gezeiten\n\nRÉSUMÉ\n\nLa lune tire. Assez.", "La lune tire."},
		{"a word before", "", "# Tides\n\nAda Wren\n\n**Abstract.** The moon *pulls* the sea. We say how.", "The moon *pulls* the sea."},
		{"with a dash", "", "Abstract—The moon pulls the sea. We say how.", "The moon pulls the sea."},
		{"on the line below", "", "Abstract:\nThe moon pulls\nthe sea. We say how.", "The moon pulls the sea."},
		{"a summary is kept", "On tides.", "Abstract\n\nThe moon pulls the sea.", "On tides."},
		{"a word of the text", "", "Abstract thinking is hard.\n\nSummary judgements are not.", ""},
		{"nothing below it", "", "# Tides\n\n## Abstract", ""},
		{"far below", "", strings.Repeat("The sea.\n\n", abstractBlocks) + "Abstract\n\nThe moon.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := NewDraft(Meta{Summary: safe.Line(tt.summary)}, safe.New(tt.text), nil)
			at := 0
			for block := range strings.SplitSeq(tt.text, "\n\n") {
				d.Blocks = append(d.Blocks, article.Span{Start: at, End: at + len(block)})
				at += len(block) + len("\n\n")
			}
			var a article.Article
			d.Fill(&a)
			if got := a.Summary.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
