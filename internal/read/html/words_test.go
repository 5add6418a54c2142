package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/read/html/dom"
)

// lookNames are names of elements that mean boilerplate where they name a block, and in a sentence or in
// code only a look.
var lookNames = strings.Fields(`related internal_tag tag share popup hidden comment hljs-comment hljs-tag social follow footer header menu
	nav skip print tools widget promo sponsor banner ad extra remark rss legends sidebar author byline dateline meta subscribe modal toc`)

// lineKinds are elements in a sentence. The word "wheels" is in them.
var lineKinds = []string{
	`<a class="%s" href="/x">wheels</a>`, `<a id="%s" href="/y">wheels</a>`, `<span class="%s">wheels</span>`, `<span class="token %s">wheels</span>`, `<em class="%s">wheels</em>`,
	`<b class="%s"><span>wheels</span></b>`, `<code class="%s">wheels</code>`, `<abbr class="%s" title="x">wheels</abbr>`, `<cite class="%s">wheels</cite>`, `<mark class="%s">wheels</mark>`, `<time class="%s">wheels</time>`,
	`<font class="%s">wheels</font>`, `<my-note class="%s">wheels</my-note>`, `<small class="%s">wheels</small>`, `<q class="%s">wheels</q>`, `<kbd id="%s">wheels</kbd>`, `<span role="dialog" class="%s">wheels</span>`,
}

// places are where a line with such an element stands on a page. Each has the line twice.
var linePlaces = []string{
	`<p>They were foretold by great %s of brass.</p><p>So they were: great %s of brass.</p>`,
	`<ul><li>foretold by great %s of brass</li><li>drawn by great %s of brass</li></ul>`,
	`<table><tr><th>what<th>how<tr><td>foretold<td>%s<tr><td>drawn<td>%s</table>`,
	`<h2>%s</h2><p>They were made of brass, and turned by hand.</p><h2>%s</h2><p>They were made of iron, and turned by the tide.</p>`,
	`<blockquote>They were foretold by great %s of brass, and %s.</blockquote>`,
	`<pre><span class="line">turn(%s)</span>` + "\n" + `<span class="line">turn(%s)</span></pre>`,
	`<div class="code-toolbar"><pre class="language-c"><code>turn(%s); turn(%s);</code></pre><div class="toolbar"><button>Copy</button></div></div>`,
	`<p>潮汐由 %s 預報，亦以 %s 繪製。</p>`,
}

// TestInlineBoilerplate holds which inline elements are boilerplate for their names: those in lines
// that say nothing else.
func TestInlineBoilerplate(t *testing.T) {
	text := strings.Repeat(filler(sentence), 2)
	tests := []struct{ name, line, want string }{
		{"a link alone on its line", `<p><a class="related" href="/x">More about the wheels of brass</a></p>`, ""},
		{"links behind a label", `<p>Filed under: <a class="tag" href="/x">Sea</a> <a class="tag" href="/y">Moon</a></p>`, "Filed under:"},
		{"a word", `<p><span class="share">Share</span></p>`, ""},
		{"a sentence", `<p><span class="popup">The sea was very low that day.</span></p>`, "The sea was very low that day."},
		{"a long sentence that ends in a colon", `<p>So the master said to the boys of the town: <a class="share" href="/x">the sea</a></p>`, "So the master said to the boys of the town: the sea"},
		{"a cell", `<table><tr><th>a<th>b<tr><td>1<td><a class="tag" href="/x">2</a></table>`, "| a | b |\n|---|---|\n| 1 | 2 |"},
		{"a heading's link back to the contents", `<h2><a class="toc-backref" href="#toc">Low water</a></h2>`, "## Low water"},
		{"code in a bar's element", `<div class="toolbar"><pre>a = 1</pre><p>Copy</p></div>`, "```\na = 1\n```\n\nCopy"},
		{"a bar without code", `<div class="toolbar"><p>Copy this now</p></div>`, ""},
		{"who wrote a quotation", `<blockquote><p>The sea is low.</p><footer>A. Wren, <cite>Letters</cite></footer></blockquote>`, "> The sea is low.\n>\n> A. Wren, Letters"},
	}
	for _, tt := range tests {
		a := mustRead(t, "<nav><a href=/>Home</a></nav><article><h1>Tides</h1>"+text+tt.line+"<hr>"+text+"</article><footer>© The Room</footer>")
		if got := besideFiller(a); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestNoWordIsLost compares the words of pages with what is read of them: the element has no part in
// what a sentence says, whatever it is called. Each kind is tried with each name, in the places in turn.
func TestNoWordIsLost(t *testing.T) {
	text := filler(sentence)
	for i, kind := range lineKinds {
		for j, name := range lookNames {
			line, place := fmt.Sprintf(kind, name), linePlaces[(i+j)%len(linePlaces)]
			page := "<nav><a href=/>Home</a></nav><article><h1>Tides</h1>" + text + fmt.Sprintf(place, line, line) + text + "</article><footer>© The Room</footer>"
			a := mustRead(t, page)
			if got, want := wordsOf(a.Body.String()), articleWords(t, page); !slices.Equal(got, want) {
				t.Errorf("%s in %s: %q", line, place, besideFiller(a))
			}
		}
	}
}

// sentence begins each paragraph of a page that is not what is tested.
const sentence = "Tides are foretold, by sums, and by wheels of brass."

// besideFiller returns what an article has beside its title and the paragraphs that [filler] makes.
func besideFiller(a *article.Article) string {
	paragraph := strings.TrimSuffix(strings.TrimPrefix(filler(sentence), "<p>"), "</p>\n")
	body := strings.ReplaceAll(a.Body.String(), paragraph, "")
	return strings.TrimSpace(strings.TrimPrefix(body, "# Tides\n"))
}

// wordsOf returns the words of Markdown or text, in order.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.NewReplacer("*", "", "`", "").Replace(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// articleWords returns the words of a page's article.
func articleWords(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	dom.Walk(dom.Find(root, func(n *html.Node) bool { return n.Data == "article" }), func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case dom.IsBlock(n.Data):
			b.WriteByte('\n')
		}
		return n.Data != "button"
	})
	words := wordsOf(b.String())
	if i := strings.Index(page, `<pre class="language-c">`); i >= 0 {
		at := slices.IndexFunc(words, func(w string) bool { return w == "turn" })
		words = slices.Insert(words, at, "c") // the language of the listing
	}
	return words
}
