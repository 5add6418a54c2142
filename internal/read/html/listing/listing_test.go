package listing

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// listings are the ways in which programs set two lines of code in a pre, and what is read of them.
var listings = []struct{ name, page, language, want string }{
	{"as it stands", "<pre>a\n\tb</pre>", "", "a\n\tb"},
	{"a language on the code", `<pre><code class="language-Go">a</code></pre>`, "go", "a"},
	{"a language around", `<div class="highlight-source-go"><pre>a</pre></div>`, "go", "a"},
	{"a language for a brush", `<pre class="brush: js; toolbar: false">a</pre>`, "js", "a"},
	{"no language of a list around", `<ul class="lang-en"><li><pre>a</pre></ul>`, "", "a"},
	{"coloured", "<pre><span class=\"k\">a</span> <b>b</b><i>c</i></pre>", "", "a bc"},
	{"a number in code", `<pre>x = <span class="hljs-number">42</span></pre>`, "", "x = 42"},
	{"line breaks", "<pre>a<br>b</pre>", "", "a\nb"},
	{"blocks", "<pre><div>a</div><div></div><div>b</div></pre>", "", "a\n\nb"},
	{"blocks with line ends", "<pre><div>a\n</div><div>b\n</div></pre>", "", "a\nb\n"},
	{"a block after text", "<pre>a<div>b</div>c</pre>", "", "a\nb\nc"},
	{"lines without line ends", `<pre><code><span class="line">a</span><span class="line"></span><span class="line">b</span></code></pre>`, "", "a\n\nb"},
	{"lines with line ends between", `<pre><code><span class="line">a</span>` + "\n" + `<span class="line">b</span></code></pre>`, "", "a\nb"},
	{"lines with line ends in them", `<pre><span class="line"><span class="cl">a` + "\n" + `</span></span><span class="line"><span class="cl">b</span></span></pre>`, "", "a\nb"},
	{"lines by attribute", `<pre><span data-line="">a</span><span data-line="">b</span></pre>`, "", "a\nb"},
	{"lines with breaks", `<pre><span class="token-line">a<br></span><span class="token-line">b<br></span></pre>`, "", "a\nb\n"},
	{"a list", "<pre><ol>\n<li>a</li>\n<li>b</li>\n</ol></pre>", "", "a\nb"},
	{"rows with numbers", "<pre><table><tbody>\n<tr>\n<td class=\"hljs-ln-numbers\" data-line-number=\"1\">1</td>\n<td class=\"hljs-ln-code\">a</td>\n</tr><tr><td class=\"hljs-ln-numbers\">2</td><td>b</td></tr></tbody></table></pre>", "", "a\nb"},
	{"numbers before lines", `<pre><span class="lineno">1 </span>a` + "\n" + `<span class="ln">2</span>b</pre>`, "", "a\nb"},
	{"numbers that cannot be selected", `<pre><span style="user-select: none">1</span>a</pre>`, "", "a"},
	{"numbers beside the code", `<pre><code>a` + "\n" + `</code><span aria-hidden="true" class="line-numbers-rows"><span></span></span></pre>`, "", "a\n"},
	{"numbers that are hidden from screen readers", `<pre><span aria-hidden="true">1</span>a</pre>`, "", "a"},
	{"numbers that are not hidden", `<pre><span aria-hidden="false">1</span>a<span aria-label="true">2</span></pre>`, "", "1a2"},
	{"numbers by attribute", `<pre><span data-line-number="7">7</span>a</pre>`, "", "a"},
	{"spans that are no lines", `<pre><code><span class="k">a</span><span class="outline">b</span><span id="line">c</span></code></pre>`, "", "abc"},
	{"lines of another kind", `<pre><code class="line">a</code><code class="line">b</code><b class="line">c</b></pre>`, "", "a\nbc"},
	{"a gutter that is the code", `<pre class="linenos"><code class="gutter">1</code></pre>`, "", "1"},
	{"a gutter with a word", `<pre><span class="gutter">1 a</span></pre>`, "", "1 a"},
	{"words for no screen reader", `<pre><span aria-hidden="true">a</span></pre>`, "", "a"},
	{"a number alone in code", "<pre><code>1</code></pre>", "", "1"},
	{"buttons", `<pre>a<button>Copy</button><span class="copy-btn">Copied!</span><a role="button">copy code</a></pre>`, "", "a"},
	{"code that copies", `<pre><span class="copy">copy</span> <b class="btn">x</b></pre>`, "", " x"},
}

func parsed(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func TestRead(t *testing.T) {
	for _, tt := range listings {
		got := Read(dom.Find(parsed(t, tt.page), func(n *html.Node) bool { return n.Data == "pre" }), nil)
		if got.Language != tt.language || got.Text != tt.want {
			t.Errorf("%s: %q in %q, want %q in %q", tt.name, got.Text, got.Language, tt.want, tt.language)
		}
	}
	root := parsed(t, "<pre>a<b>b</b></pre>")
	bold := dom.Find(root, func(n *html.Node) bool { return n.Data == "b" })
	if got := Read(bold.Parent, map[*html.Node]bool{bold: true}); got.Text != "a" {
		t.Errorf("omitted text is read: %q", got.Text)
	}
}

func TestIsNumbers(t *testing.T) {
	for cell, want := range map[string]bool{
		"<pre>1\n2\n3</pre>": true, "<div>9</div><div>10.</div>": true, "0: 1:": true, "1\n3": false, "1 a": false, "12 b3": false, "7": false,
		"1 2 9999999999999999999999": false, "0 1 2": true, "1 a2": false, "1 2/": false, "2 1": false, "5 6 7": true, "1. 2. 3.": true, "0 0": false, `<b>7</b>`: false,
	} {
		td := dom.Find(parsed(t, "<table><td>"+cell+"</table>"), func(n *html.Node) bool { return n.Data == "td" })
		if IsNumbers(td) != want {
			t.Errorf("%q holds numbers of lines: %v", cell, !want)
		}
	}
	td := dom.Find(parsed(t, `<table><td class="blob-num">7</table>`), func(n *html.Node) bool { return n.Data == "td" })
	if !IsNumbers(td) {
		t.Error("a cell that is called a gutter is none")
	}
}
