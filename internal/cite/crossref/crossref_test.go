package crossref

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

func TestFind(t *testing.T) {
	things := []string{
		"**Figure 1.** A wheel.", "Fig. 2: Two wheels", "Figure S1 A cart", "Table 6-2 Speeds", "Table 6-3. Loads", "Table 1. Sizes", "TABLE II\nWeights",
		"E = mc^2^ (1)", "$$a = b \\tag{2}$$", "$$ a = b \\qquad (3) $$", "\\[ a = b (4) \\].", "Figure 2 shows that two wheels turn.",
	}
	heads := []string{"1 Wheels", "2.1. Carts", "Appendix A: Proofs", "A study of carts", "IV. ROADS", "C. Dust", "D. Mud", "V. RAIN"}
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
		{"in Section IV-C, Sections IV.D and IV-E, and Sections IV–V", "Section IV-C→C. Dust Sections IV.D→D. Mud IV-E→IV. ROADS Sections IV→IV. ROADS V→V. RAIN"},
		{"Table 6-2, Tables 6-3 and 1-2", "Table 6-2→Table 6-2 Tables 6-3→Table 6-3. 1→Table 1."},
		{"eqs. (3) and (4)", "eqs. (3)→$$ a (4)→\\[ a"},
		{"the configure 1 and stable 1", ""},
		{"as 2Fig. 1 has it, and 10Fig. 2", ""},
		{"Appendix A and Section 1", "Appendix A→Appendix A: Section 1→1 Wheels"},
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
				level := 2
				if strings.HasPrefix(heads[i], "C. ") || strings.HasPrefix(heads[i], "D. ") {
					level = 3
				}
				headings = append(headings, article.Heading{Span: b, Level: level, Title: safe.New(heads[i])})
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

// A part of another work leads nowhere, one of the article itself does.
// TestTargets tells what a block or a heading may be for references: a caption, a numbered equation, a section.
func TestTargets(t *testing.T) {
	for block, want := range map[string]string{
		"Figure 1. A wheel": "figure 1", "**Fig. 2** A wheel": "figure 2", "> Table 3: Sizes": "table 3", "Abbildung 4: Ein Rad": "figure 4", "Scheme S1. A wheel": "scheme s1", "Plate 2: A wheel": "plate 2", "Abbildungen": "", "Abbildungen 4: Räder": "figure 4", "(Figure 1) A wheel": "", "(Figure 1. A wheel)": "", "Section 5. A wheel": "", "A Figure 1. A wheel": "", "The Figure 1": "",
		"a = b (1)": "equation 1", "a = b (1),\nwith c": "", "$$a = b \\tag{2}$$": "equation 2", "a = b\nc = d (3)": "equation 3", "": "", "(4)": "", "Figure": "",
	} {
		block = strings.ReplaceAll(block, "\\n", "\n")
		var got []string
		for key := range crossTargets(block, []article.Span{{End: len(block)}}, nil) {
			got = append(got, map[article.LinkKind]string{article.Figure: "figure ", article.Table: "table ", article.Equation: "equation ", scheme: "scheme ", plate: "plate "}[key.kind]+key.number)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is %q, want %q", block, s, want)
		}
	}
	for kind, want := range map[article.LinkKind]article.LinkKind{appendix: article.Section, article.Section: article.Section, article.Figure: article.Figure, scheme: article.Figure, plate: article.Figure} {
		if got := linkKind(kind); got != want {
			t.Errorf("a link to %v is to %v, want %v", kind, got, want)
		}
	}
}

func TestElsewhere(t *testing.T) {
	const things = "\n\nFigure 2. A wheel.\n\nTable 1. Sizes.\n\n2 Carts\n\n4.1 Axles\n\n3 Wheels\n\nAppendix A: Proofs\n\n$$ a = b (3) $$"
	find := func(text string) int {
		body := text + things
		var blocks []article.Span
		var headings []article.Heading
		at := 0
		for block := range strings.SplitSeq(body, "\n\n") {
			span := article.Span{Start: at, End: at + len(block)}
			blocks = append(blocks, span)
			if at > 0 && (block[0] >= '2' && block[0] <= '4' || strings.HasPrefix(block, "Appendix")) {
				headings = append(headings, article.Heading{Span: span, Level: 2, Title: safe.New(block)})
			}
			at += len(block) + 2
		}
		return len(Find(body, blocks[:1], blocks, headings))
	}
	for _, text := range []string{
		"see Section 2 of RFC 5741", "Section 4.1 of [RFC2119]", "Section 2 of the RFC", "Section 2 RFC 5741", "section 2 (RFC 5741)", "RFC 5741 Section 2",
		"as in [Sieve], Section 2, and", "defined in [VARIABLES], Section 3.", "defined in [VARIABLES], Section 3 and Section 2", "Section 2 of the Sieve base specification [RFC5228]",
		"described in Section 4.e of the Trust Legal Provisions", "Section 2.a of the Trust Legal Provisions", "Sections 2 and 3 of RFC 5741", "Section 2 and Section 3 of RFC 5741",
		"§2 of the Act", "§ 2 of the Clean Air Act", "the Act, section 2, says", "the Code (section 2)", "§ 2 BGB", "§ 3 Abs. 1 StGB", "26 U.S.C. § 2",
		"Figure 2 of Smith (2001)", "Figure 2 in Smith et al. (2001)", "Figure 2 in Smith et al., 2001", "Fig. 2 from Smith and Jones 2001", "Fig. 2 of van der Berg (2001)",
		"Fig. 2 of Smith, Jones and Wren (2001)", "Figure 2 of Smith et al. [4]", "Figure 2 of Smith’s paper", "Smith’s Figure 2", "Smith's (2001) Table 1",
		"see Smith (2001), Fig. 2", "see Smith (2001), Fig. 2.", "(Smith, 2001, Fig. 2)", "(Smith 2001: fig. 2)", "(see [7], Fig. 2)",
		"Table 1 in [1] too", "Table 1 of ref. 3", "Eq. (3) of Ref. 5", "Ref. 5, Eq. (3)", "see [3], Section 2.", "in [3], Section 2 for details", "[3, Section 2]",
		"their Table 1", "Table 1 in their paper", "Figure 2 of his book", "Figure 2 of that paper", "Figure 2 of the original paper", "Section 3 of the companion paper", "Section 3 of the extended version",
		"Appendix A in the supplementary material", "Appendix A of the online supplement", "Supporting Information Table 1", "Fig. 2 in SI", "Supplementary Table 1",
		"Abschnitt 3 von Müller (2001)", "Abschnitt 3 von RFC 5741", "Abschnitt 3 des Gesetzes", "§ 2 des Telemediengesetzes", "Abb. 2 aus Müller et al. (2001)",
		"Table 1 of the census of Smith (2001)", "Section 2 of ISO 9001", "ISO 9001-2, Section 2", "section 2 of Directive 95/46", "section 2 of the Unicode Standard",
		"Section 2 thereof", "Section 2 of our previous paper", "Section 2 (of RFC 5741)", "See Section 2\n   of\n   [RFC2119]", "Section 2 in the user manual", "§ 3 Abs. 1 GG", "§ 2 GG",
	} {
		if n := find(text); n != 0 {
			t.Errorf("%s: %d links", text, n)
		}
	}
	for _, text := range []string{
		"section 2 of this memo", "Section 2 of this document", "Section 2 of this article", "Section 2 of this chapter", "Section 2 of the present work", "Section 2 of our paper",
		"Section 2 of this specification", "Table 1 of the Appendix", "Table 1 of the main text", "Section 2 of the paper", "Section 2 of the article",
		"Section 2", "Section 2.", "(Section 2)", "Section 2 and others", "Section 2 in 2001", "as Li (2001) says. Section 2 shows", "In contrast to [3], Section 2 shows",
		"as in Smith (2001). Fig. 2 shows", "Fig. 2 in blue", "Fig. 2 of wheels", "Table 1 in Germany", "Table 1 from 2001 on", "Figure 2 of the wheel", "Table 1 in bold",
		"Abschnitt 3 dieser Arbeit", "Abschnitt 3 der vorliegenden Arbeit", "see Fig. 2 (Smith, 2001)", "Table 1 and Smith (2001)", "by Section 2 [3]", "in Eq. (3) of the proof", "§2 says",
		"see Table 1 RNA", "the act, which Section 2 says", "Supplementary Figure 1 and Figure 2", "(Section 2), URI schemes",
		"Section 2 (of three)",
	} {
		if n := find(text); n != 1 {
			t.Errorf("%s: %d links", text, n)
		}
	}
}
