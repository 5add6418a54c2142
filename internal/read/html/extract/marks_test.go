package extract

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// markTests are parts of pages with what the elements marked k are taken for: boilerplate, text whatever it is
// called, or neither.
var markTests = []struct{ name, page, want string }{
	{"a link amid prose", `<p>The tide rises, says <a k class="related">Oke</a>.</p>`, "text"},
	{"a link alone", `<p><a k class="related">Oke</a></p>`, "boilerplate"},
	{"a link beside two words", `<p>read more <a k class="related">Oke</a></p>`, "boilerplate"},
	{"a link beside three words", `<p>the tide rises <a k class="related">Oke</a></p>`, "text"},
	{"a link that a label introduces", `<p>You may like to read this one too: <a k class="related">Oke</a></p>`, "boilerplate"},
	{"a link that a Chinese label introduces", `<p>one two three：<a k class="related">Oke</a></p>`, "boilerplate"},
	{"a link behind a sentence with a colon", `<p>Nobody in the whole town would say it aloud: <a k class="related">Oke</a></p>`, "text"},
	{"words of its own", `<p><span k class="related">four words of prose</span></p>`, "text"},
	{"three words of its own", `<p><span k class="related">three words only</span></p>`, "boilerplate"},
	{"linked words of its own", `<p><span k class="related"><a href="/a">four words of prose</a></span></p>`, "boilerplate"},
	{"words within do not make it prose", `<p><span k class="related"><b>three words only</b></span></p>`, "boilerplate"},
	{"an element in one that is called so", `<p><span k class="share"><a k class="related" href="/a">Oke</a></span></p>`, "boilerplate boilerplate"},
	{"in a heading", `<h2><span k class="toc">Tides</span></h2>`, "text"},
	{"in a cell", `<table><tr><td><a k class="related">Oke</a></td></tr></table>`, "text"},
	{"another name in a heading", `<h2><span k class="x">Tides</span></h2>`, "text"},
	{"a block", `<div k class="share-buttons">Send the tides to a friend</div>`, "boilerplate"},
	{"a block within an inline element", `<span k class="share"><div>Send the tides to a friend</div></span>`, "boilerplate"},
	{"a block around a listing", `<div k class="toolbar"><pre>tide := moon + sun</pre>Copy</div>`, "-"},
	{"a block with a short listing", `<div k class="toolbar"><pre>tide</pre>Copy or send it</div>`, "boilerplate"},
	{"a listing of half of the words", `<div k class="toolbar"><pre>tide high</pre>Copy it</div>`, "-"},
	{"in a listing", `<pre><span k class="comment">tide</span> <b k>x</b></pre>`, "text -"},
	{"in inline code", `<p><code><i k class="share">tide</i></code></p>`, "text"},
	{"another name amid prose", `<p>The tide is <em k class="x">high</em>, <em k id="x">low</em>, <em k role="x">slack</em>, <em k title="x">or so</em>.</p>`, "text text text -"},
	{"another name alone", `<p><em k class="x">high</em></p>`, "-"},
	{"a picture amid prose", `<p>The tide is high <img k class="x">.</p>`, "-"},
	{"a button amid prose", `<p>The tide is <button k>high</button>.</p>`, "text"},
	{"a button in a box", `<div>The tide is <button k>high</button>.</div>`, "-"},
	{"a button in an item", `<ul><li>The tide is <button k class="x">high</button>.</ul>`, "text"},
	{"roles", `<div k role="navigation">a</div><div k role="main">b</div>`, "boilerplate -"},
	{"a name of an article as well", `<div k class="post-related">a</div>`, "-"},
	{"a name within a word", `<div k class="tagged navigator">a</div>`, "-"},
	{"the source of a quotation", `<blockquote><p>a</p><footer k>b</footer></blockquote><footer k>c</footer>`, "- boilerplate"},
	{"notes at the foot", `<aside k role="doc-footnote">a</aside><footer k class="endnotes">b</footer><aside k id="sidenote-1">c</aside><nav k class="footnotes">d</nav><aside k class="notes">e</aside>`, "- - - boilerplate boilerplate"},
	{"parts of a page", `<nav k>a</nav><aside k>b</aside><article k class="related">c</article><main k class="nav">d</main>`, "boilerplate boilerplate - -"},
}

func TestMark(t *testing.T) {
	for _, tt := range markTests {
		root, err := html.Parse(strings.NewReader(tt.page))
		if err != nil {
			t.Fatal(err)
		}
		m := Mark(root)
		var got []string
		dom.Walk(root, func(n *html.Node) bool {
			for _, a := range n.Attr {
				switch {
				case a.Key != "k":
				case m.boilerplate[n]:
					got = append(got, "boilerplate")
				case m.text[n]:
					got = append(got, "text")
				default:
					got = append(got, "-")
				}
			}
			return true
		})
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
