package extract

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// hiddenTests are pages and what is left of them after the text "seen".
var hiddenTests = []struct{ name, page, want string }{
	{"a comment", "<!-- a -->", ""},
	{"a comment in an element", "<p>a<!-- b -->c</p>", "<p>ac</p>"},
	{"elements that show nothing", "<script>a</script><style>b</style><svg>c</svg><button>d</button>e", "e"},
	{"hidden", "<p hidden>a</p><p hidden=until-found>b</p><p data-hidden>c</p>", `<p hidden="until-found">b</p><p data-hidden="">c</p>`},
	{"styles", `<p style="color:red; DISPLAY : none">a</p><i style="visibility:hidden">b</i><i style="x-display:none">c</i>`, `<i style="x-display:none">c</i>`},
	{"for screens only", `<p aria-hidden=true>a</p><p aria-hidden=false>b</p>`, `<p aria-hidden="false">b</p>`},
	{"classes", `<p class="x sr-only">a</p><p class="noprinter">b</p><h2 class=sr-only>c</h2><h2 hidden>d</h2>`, `<p class="noprinter">b</p><h2 class="sr-only">c</h2>`},
	{"not in print", `<div class="noprint">a</div>b <span class="noprint">c</span><sup class="noprint Inline-Template">d</sup>`, `b <span class="noprint">c</span>`},
	{"captions that repeat a description", `<figure><figcaption aria-hidden="true">a</figcaption></figure>`, `<figure><figcaption aria-hidden="true">a</figcaption></figure>`},
	{"words that screen readers are told otherwise", `<p>sold to a sailor for <span aria-hidden="true">$5</span><span class="sr-only">five dollars</span></p>`, `<p>sold to a sailor for <span aria-hidden="true">$5</span></p>`},
	{"words shown twice", `<a><b>Home</b><b aria-hidden="true">Home</b></a><b>up</b><b aria-hidden="true">up</b>`, `<a><b>Home</b></a><b>up</b>`},
	{"signs for screens only", `<b aria-hidden="true">·</b><b class="icon-x" aria-hidden="true">share</b><a href="#a" aria-hidden="true">up</a><b aria-hidden="true"><div>Menu</div></b>`, ``},
	{"in code", `<pre><b class="sr-only">a</b><b aria-hidden="true">b</b><b hidden>c</b></pre>`, `<pre><b class="sr-only">a</b><b aria-hidden="true">b</b></pre>`},
	{"a picture for browsers without scripts", `<p><noscript><img src="a.png" alt="A"></noscript></p>`, `<p><img src="a.png" alt="A"/></p>`},
	{"a picture that stands beside it", `<p><img src="b.png" alt="A"/><noscript><img src="a.png" alt="A"></noscript></p>`, `<p><img src="b.png" alt="A"/></p>`},
	{"a picture beside another", `<p><img src="b.png" alt="B"/><noscript><b>c</b><img src="a.png" alt="A"></noscript></p>`, `<p><img src="b.png" alt="B"/><img src="a.png" alt="A"/></p>`},
	{"words for browsers without scripts", `<noscript>Turn scripts on <a title="<img">how</a></noscript>`, ""},
	{"in an element", "<div>a <b hidden>b</b> c</div>", "<div>a  c</div>"},
	{"a formula", `<i aria-hidden=true><math><mi>x</mi></math></i><script type="math/tex">y</script>`, `<i aria-hidden="true"><math><mi>x</mi></math></i><script type="math/tex">y</script>`},
	{"the rendering of a formula", `<i class="MathJax_Display">a</i>`, ""},
	{"half of the page, under a window", "<p hidden>" + strings.Repeat("word ", 20) + "</p>", `<p hidden="">` + strings.Repeat("word ", 20) + "</p>"},
	{"less than half", strings.Repeat("word ", 18) + "<p hidden>" + strings.Repeat("word ", 19) + "</p>", strings.Repeat("word ", 18)},
	{"more than half", strings.Repeat("word ", 18) + "<p hidden>" + strings.Repeat("word ", 20) + "</p>", strings.Repeat("word ", 18) + `<p hidden="">` + strings.Repeat("word ", 20) + "</p>"},
	{"most of the page that renders a formula", `<i class="MathJax">` + strings.Repeat("word ", 20) + "</i>", ""},
	{"a picture's tag as text", `<!-- a -->&lt;img src="x"&gt;<b>b</b>`, "<b>b</b>"},
	{"a tag that is talked of", `<p>&lt;img src="x"&gt;</p>or &lt;img&gt;`, `<p>&lt;img src=&#34;x&#34;&gt;</p>or &lt;img&gt;`},
}

func TestRemoveHidden(t *testing.T) {
	for _, tt := range hiddenTests {
		if got := visible(t, "<u>seen</u>"+tt.page); got != "<u>seen</u>"+tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
	for _, page := range []string{"<body hidden>a", "<body aria-hidden=true class=sr-only>a"} {
		if got := visible(t, page); got != "a" {
			t.Errorf("%s: a body is hidden: %q", page, got)
		}
	}
}

// visible returns the body of a page without what is hidden.
func visible(t testing.TB, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	body := dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
	if body == nil {
		return ""
	}
	Mark(body).RemoveHidden(body)
	var b strings.Builder
	for c := body.FirstChild; c != nil; c = c.NextSibling {
		if err := html.Render(&b, c); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// FuzzRemoveHidden holds that no comment is left, and no script but a formula.
func FuzzRemoveHidden(f *testing.F) {
	for _, tt := range hiddenTests {
		f.Add(tt.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return // it is nested too deep to be a page
		}
		body := dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
		if body == nil {
			return
		}
		Mark(body).RemoveHidden(body)
		dom.Walk(body, func(n *html.Node) bool {
			if n.Type == html.CommentNode || dom.Is(n, "script") && !dom.IsMath(n) {
				t.Errorf("%q is left", n.Data)
			}
			return !dom.Is(n, "math")
		})
	})
}
