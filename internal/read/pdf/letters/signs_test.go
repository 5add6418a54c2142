package letters

import (
	"testing"

	"etal/internal/read/pdf/page"
)

// A publisher's font of signs has letters in their place; the same letters of other fonts stay.
func TestSignFonts(t *testing.T) {
	for _, tt := range []struct{ font, text, want string }{
		{"AdvPS44A44B", "1e3", "1–3"},
		{"AdvPS44A44B", "aCb", "a+b"},
		{"AdvPS3FDD77", "pZ4", "p=4"},
		{"AdvP4C4E74", "p¼4", "p=4"},
		{"MTSY", "S\x03", "S′"},
		{"Serif", "1e3", "1e3"},
		{"ABCDEF+CMSY10", "1\x146", "1≤6"},
		{"TeX_CM_Maths_Symbols", "5\x036", "5∗6"},
		{"Serif", "5\x036", "56"},
	} {
		var glyphs []page.Glyph
		for i, r := range tt.text {
			run := &page.Run{Size: 10, Font: &page.Font{Name: "Serif"}}
			if i == 1 {
				run.Font = &page.Font{Name: tt.font}
			}
			glyphs = append(glyphs, page.Glyph{Run: run, Rune: r})
		}
		if got := page.Pack(Of(glyphs)).Text(); got != tt.want {
			t.Errorf("%s: %s is read %s", tt.font, tt.text, got)
		}
	}
}
