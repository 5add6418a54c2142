package layout

import (
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
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
		s := pdftest.NewSheet()
		s.Line(100, 300, tt.text)
		s.Glyphs[1].Font = &page.Font{Name: tt.font}
		var pages Pages
		pages.Add(&s.Page)
		if got := pages.Layout().Blocks[0].Lines[0].Text(); got != tt.want {
			t.Errorf("%s: %s is read %s", tt.font, tt.text, got)
		}
	}
}
