package distill

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const works = `<script type="text/bibliography">@book{oke, author={Oke, B.}, title={Waves}, year={1950}} @article{wren, author={Wren, A.}, title={Moons}, journal={Water}, year={1901}}</script>`

var pages = []struct{ name, in, want string }{
	{"citations", `<d-article><p>So <d-cite key="wren"></d-cite>, and <d-cite key="oke, wren">x</d-cite>.</p></d-article>` + works,
		`<p>So<span key="wren"> [<a href="#distill-work-wren">1</a>]</span>, and<span key="oke, wren"> [<a href="#distill-work-oke">2</a>, <a href="#distill-work-wren">1</a>]</span>.</p>` +
			`<h2>References</h2><ol><li id="distill-work-wren">Wren, A. (1901). Moons. <em>Water</em>.</li><li id="distill-work-oke">Oke, B. (1950). <em>Waves</em>.</li></ol>`},
	{"the older names", `<dt-article><p>So<dt-cite key="oke"></dt-cite>.</p></dt-article>` + works,
		`<p>So<span key="oke"> [<a href="#distill-work-oke">1</a>]</span>.</p><h2>References</h2><ol><li id="distill-work-oke">Oke, B. (1950). <em>Waves</em>.</li></ol>`},
	{"a key that there is not", `<d-article><p>So<d-cite key="none"></d-cite>.</p></d-article>`, `<p>So<span key="none"> [none]</span>.</p>`},
	{"a citation at the start, and behind another element", `<d-article><p><d-cite key="oke"></d-cite> so <b>so </b><d-cite key="oke"></d-cite>.</p></d-article>` + works,
		`<p><span key="oke"> [<a href="#distill-work-oke">1</a>]</span> so <b>so </b><span key="oke"> [<a href="#distill-work-oke">1</a>]</span>.</p><h2>References</h2><ol><li id="distill-work-oke">Oke, B. (1950). <em>Waves</em>.</li></ol>`},
	{"BibTeX by its name", `<d-article><p>So<d-cite key="oke"></d-cite>.</p></d-article>` + strings.ReplaceAll(works, "text/bibliography", "text/bibtex"),
		`<p>So<span key="oke"> [<a href="#distill-work-oke">1</a>]</span>.</p><h2>References</h2><ol><li id="distill-work-oke">Oke, B. (1950). <em>Waves</em>.</li></ol>`},
	{"another script", `<d-article><p>So<d-cite key="oke"></d-cite>.</p></d-article><script type="text/bibtex"></script>` + strings.ReplaceAll(works, "text/bibliography", "text/javascript"), `<p>So<span key="oke"> [oke]</span>.</p>`},
	{"a bibliography that is no script", `<d-article><p>So<d-cite key="oke"></d-cite>.</p></d-article>` + strings.ReplaceAll(works, "script", "div"), `<p>So<span key="oke"> [oke]</span>.</p>`},
	{"two articles", `<d-article><p>So<d-cite key="oke"></d-cite>.</p></d-article><d-article></d-article>` + works,
		`<p>So<span key="oke"> [<a href="#distill-work-oke">1</a>]</span>.</p><h2>References</h2><ol><li id="distill-work-oke">Oke, B. (1950). <em>Waves</em>.</li></ol>`},
	{"a note", `<d-article><p>So<d-footnote>A <em>note</em>.</d-footnote>.</p></d-article>`,
		`<p>So<sup><a href="#distill-note-1">1</a></sup>.</p><p id="distill-note-1">A <em>note</em>.</p>`},
}

func TestExpand(t *testing.T) {
	for _, tt := range pages {
		t.Run(tt.name, func(t *testing.T) {
			root, err := html.Parse(strings.NewReader(tt.in))
			if err != nil || !Is(tt.in) {
				t.Fatal(err, Is(tt.in))
			}
			Expand(root)
			var b strings.Builder
			if err := html.Render(&b, root); err != nil {
				t.Fatal(err)
			}
			_, got, _ := strings.Cut(b.String(), "article>")
			got, _, _ = strings.Cut(got, "</d")
			if got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}
