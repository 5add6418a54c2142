package crossref

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

func TestFind(t *testing.T) {
	things := []string{
		"**Figure 1.** A wheel.", "Fig. 2: Two wheels", "Figure S1 A cart", "Table 1. Sizes", "TABLE II\nWeights",
		"E = mc^2^ (1)", "$$a = b \\tag{2}$$", "$$ a = b \\qquad (3) $$", "\\[ a = b (4) \\].", "Figure 2 shows that two wheels turn.",
	}
	heads := []string{"1 Wheels", "2.1. Carts", "Appendix A: Proofs", "A study of carts"}
	tests := []struct{ text, want string }{
		{"see Fig. 1.", "Fig. 1→**Figure 1.**"},
		{"in Figs. 1a–c and 2(b)", "Figs. 1a→**Figure 1.** 2(b)→Fig. 2:"},
		{"(Figure S1, Supplementary)", "Figure S1→Figure S1"},
		{"Tables 1 and II", "Tables 1→Table 1. II→TABLE II"},
		{"by Eq. (1) and equations (1)–(2)", "Eq. (1)→E = equations (1)→E = (2)→$$a ="},
		{"as §2.1 and Section 1 say", "§2.1→2.1. Carts Section 1→1 Wheels"},
		{"in Appendix A", "Appendix A→Appendix A:"},
		{"Fig. 9, Table 7, Section 4, Appendix B, figure skating, 1 table", ""},
		{"Supplementary Fig. 1, Extended Data Fig. 2, Fig. 1 of ref. 3, Figure 2 in [7]", ""},
		{"Section 1 of RFC 5741, §1 of the Act, Section 1 of [RFC2119], RFC 5741, Section 1", ""},
		{"Figure 2 of Smith (2001), Table 1 in Smith et al. [4], Fig. 1 of ISO 9001", ""},
		{"(Smith, 2001, Fig. 1), [3, Section 1]", ""},
		{"Section 1 of this memo, Table 1 of Appendix A, Fig. 1 of The Tides", "Section 1→1 Wheels Table 1→Table 1. Appendix A→Appendix A: Fig. 1→**Figure 1.**"},
		{"in 2001 Fig. 1 (Smith 2001) and Section 1 (2001)", "Fig. 1→**Figure 1.** Section 1→1 Wheels"},
		{"eqs. (3) and (4)", "eqs. (3)→$$ a (4)→\\[ a"},
		{"the configure 1 and stable 1", ""},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			var body strings.Builder
			body.WriteString(tt.text)
			var blocks []article.Span
			var headings []article.Heading
			for _, s := range append(append([]string{}, things...), heads...) {
				body.WriteString("\n\n")
				start := body.Len()
				body.WriteString(s)
				blocks = append(blocks, article.Span{Start: start, End: body.Len()})
			}
			for i, b := range blocks[len(things):] {
				headings = append(headings, article.Heading{Span: b, Level: 2, Title: safe.New(heads[i])})
			}
			blocks = append([]article.Span{{Start: 0, End: len(tt.text)}}, blocks...)
			var got []string
			for _, l := range Find(body.String(), blocks[:3], blocks, headings) { // with two captions, which are no references
				got = append(got, l.Text.String()+"→"+strings.Join(strings.Fields(body.String()[l.Target:min(body.Len(), l.Target+20)])[:2], " "))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("\n got %s\nwant %s", s, tt.want)
			}
		})
	}
}
