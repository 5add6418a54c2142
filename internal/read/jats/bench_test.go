package jats

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/safe"
)

// generated returns an article with that many sections, each with paragraphs that cite, a
// formula, a figure, a table and a footnote, and with a reference for each.
func generated(sections int) string {
	var body, list strings.Builder
	for i := 1; i <= sections; i++ {
		fmt.Fprintf(&body, `<sec id="s%d"><label>%d</label><title>Waves</title>`, i, i)
		for range 6 {
			fmt.Fprintf(&body, `<p>The tide tables of the harbour had been kept by hand for <italic>ninety</italic> years [<xref ref-type="bibr" rid="r%d">%d</xref>], at 10<sup>−3</sup> m, as in <xref ref-type="fig" rid="f%d">Fig. %d</xref>. `, i, i, i, i)
			body.WriteString(strings.Repeat("The tide tables of the harbour had been kept by hand for ninety years. ", 4) + "</p>\n")
		}
		fmt.Fprintf(&body, `<disp-formula><label>(%d)</label><math><mi>F</mi><mo>=</mo><mfrac><mi>a</mi><msup><mi>r</mi><mn>2</mn></msup></mfrac></math></disp-formula>
<fig id="f%d"><label>Fig. %d</label><caption><p>A wave.</p></caption></fig><table-wrap><table><tr><th>port</th><th>depth</th></tr><tr><td>Hull</td><td>7</td></tr></table></table-wrap><p>Note<fn><p>A remark.</p></fn></p></sec>`, i, i, i)
		fmt.Fprintf(&list, `<ref id="r%d"><label>%d</label><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Oke</surname><given-names>Bola C.</given-names></name><name><surname>Lind</surname><given-names>D.</given-names></name></person-group><article-title>Wheels that reckon, part %d</article-title><source>Tidal Letters</source><year>1950</year><volume>3</volume><fpage>1</fpage><lpage>9</lpage><pub-id pub-id-type="doi">10.5555/%d</pub-id></element-citation></ref>`, i, i, i, i)
	}
	return paper(body.String(), list.String())
}

func BenchmarkRead(b *testing.B) {
	for _, bench := range []struct {
		name     string
		sections int
	}{{"230KB", 60}, {"5MB", 1300}} {
		text := safe.New(generated(bench.sections))
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				if _, ok := Read(text); !ok {
					b.Fatal("no article")
				}
			}
		})
	}
}
