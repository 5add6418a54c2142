package html

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/safe"
)

// generated returns a page as journals make them, with that many sections: a menu, links to
// references, a table, a figure and a footnote in each, and a list with an entry for each.
func generated(sections int) string {
	var b, list strings.Builder
	b.WriteString(`<!DOCTYPE html><html><head><title>Tides</title></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/a">About</a></li></ul></nav><main><article><h1>Tides</h1>`)
	for i := range sections {
		fmt.Fprintf(&b, `<section id="s%d"><h2>Section %d</h2>`, i, i)
		for j := range 6 {
			b.WriteString(filler(fmt.Sprintf(`As <i>shown</i> <b>before</b> [<a href="#r%d">%d</a>], at 10<sup>−3</sup> m, and see <a href="#s%d">Section %d</a> and <a href="https://example.org/%d">there</a><sup><a href="#fn%d">%d</a></sup>.`, i, i+1, i/2, i/2, j, i, i+1)))
		}
		fmt.Fprintf(&b, `<figure id="f%d"><img src="a.png" alt="Boats in the harbour number %d"><figcaption>Fig. %d. A wave of <math><msup><mi>x</mi><mn>2</mn></msup></math>.</figcaption></figure>
<table><tr><th>port<th>depth</tr><tr><td>Hull<td>7<tr><td>Quay<td>8</table><ul><li>one<li>two<li>three</ul><aside class="footnote" id="fn%d">A remark.</aside></section>`, i, i, i, i)
		fmt.Fprintf(&list, `<li id="r%d"><span>Oke, B., &amp; Lind, C. (19%02d). Wheels that reckon, part %d. <i>Tidal Letters</i>, 3(1), 1–9.</span> <a href="https://doi.org/10.5555/%d">CrossRef</a> <a href="http://scholar.google.com/">Google Scholar</a></li>`, i, i%100, i, i)
	}
	return b.String() + `<h2>References</h2><ol>` + list.String() + `</ol></article></main><footer>© The Tide Room</footer></body></html>`
}

func BenchmarkRead(b *testing.B) {
	for _, bench := range []struct {
		name     string
		sections int
	}{{"230KB", 60}, {"5MB", 1300}} {
		page := safe.New(generated(bench.sections))
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(page.Len()))
			for b.Loop() {
				if _, err := Read(page, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
