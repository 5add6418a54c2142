package htmlpage

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/read"
	"etal/internal/safe"
)

func write(t testing.TB, name, text string) string {
	t.Helper()
	a, err := read.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return writeArticle(t, a)
}

func writeArticle(t testing.TB, a *article.Article) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const list = "\n\n## References\n\n1. Oke, B. (1950). *Wheels*. https://doi.org/10.5555/w\n2. Lind, C. (1961). Waves.\n3. Wren, D. (1970). Carts.\n"

// writeTests are Markdown articles and a part of their pages.
var writeTests = []struct{ name, text, want string }{
	{"a citation leads to its reference", "As [1] says." + list, `<p>As <span class="cite" id="c1"><a class="cite" href="#r1">[1]</a></span> says.</p>`},
	{"each number of a cluster to its own", "As [1,2-3]." + list, `[<a class="cite" href="#r1">1</a>,<a class="cite" href="#r2">2</a>-<a class="cite" href="#r3">3</a>]`},
	{"a reference leads back", "As [2], and [2]." + list, `Lind, C. (1961). Waves. <a class="back" href="#c1" title="back to the text">↩1</a><a class="back" href="#c2" title="back to the text">↩2</a>`},
	{"what the list lacks", "As [7]." + list, `<span class="cite missing" id="c1">[7]</span>`},
	{"emphasis", "*one* **two** `x<y`", "<p><em>one</em> <strong>two</strong> <code>x&lt;y</code></p>"},
	{"a citation with emphasis in it", "(Lind *et al.* 1961)\n\n## References\n\nLind, C., Oke, B., & Wren, D. (1961). Waves. Tides, 1.\n", `<a class="cite" href="#r1">(Lind et al. 1961)</a>`},
	{"several works, each to its own", "(Lind & Oke 1961; Wren 1970)\n\n## References\n\nLind, C., & Oke, B. (1961). Waves. Tides, 1.\n\nWren, D. (1970). Carts. Tides, 2.\n",
		`<a class="cite" href="#r1">(Lind &amp; Oke 1961; </a><a class="cite" href="#r2">Wren 1970)</a>`},
	{"a table", "| a | b |\n| - | - |\n| 1 | 2 |\n", "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>"},
	{"a footnote", "One[^x].\n\n[^x]: Why not?\n", `<div class="note"><sup>¹</sup> <p>Why not?</p>`},
	{"a figure", "See Fig. 1.\n\n**Fig. 1.** A wheel.\n", `<a href="#p13">Fig. 1</a>`},
	{"code", "```go\nif a < b {\n```\n", "<pre><code>if a &lt; b {\n</code></pre>"},
	{"blocks", "# A\n\nb\n\n> c\n\n---\n\n3. d\n\n- e\n", "<h1>A</h1>\n<p>b</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n<hr>\n<ol start=\"3\">\n<li>d</li>\n</ol>\n<ul>\n<li>e</li>\n</ul>\n"},
	{"a callout", "> [!TIP] On *tides*\n> Text.\n", "<blockquote>\n<p><strong>Tip: On <em>tides</em></strong></p>\n<p>Text.</p>\n</blockquote>"},
	{"a term", "Ebb\nLow\n: falls\n\nFlow\n\n: rises\n", "<dl>\n<dt>Ebb</dt>\n<dt>Low</dt>\n<dd>falls</dd>\n</dl>\n<dl>\n<dt>Flow</dt>\n<dd><p>rises</p>\n</dd>\n</dl>"},
	{"a footnote of two paragraphs", "One[^x].\n\n[^x]: Why?\n\n    Why not?\n", `<p>Why?</p>
<p>Why not?</p>`},
	{"lines of Chinese", "港口\n潮水 *a*\n高", "<p>港口潮水 <em>a</em>\n高</p>"},
	{"lines", "a\nb  \nc<br/>d", "<p>a\nb<br>c<br>d</p>"},
	{"HTML's scripts", "x<SUP class=a>2</sup><sub\nid=b>3</SUB> <b>c</b><!-- d -->", "<p>x<sup>2</sup><sub>3</sub> <strong>c</strong></p>"},
	{"HTML", "a <mark>b</mark>\n\n<table><tr><th>c<th>d<tr><td>1<td>2</table>\n\n<pre>\ne\n</pre>\n\n<p>f <a href=\"https://example.org\">g</a> <kbd>h</kbd></p>", "<p>a <mark>b</mark></p>\n<table>\n<tr><th>c</th><th>d</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n<pre><code>e\n</code></pre>\n<p>f <a href=\"https://example.org\" rel=\"noreferrer\">g</a> <code>h</code></p>"},
	{"tasks", "- [ ] a\n- [x] b\n", "<ul>\n<li>☐ a</li>\n</ul>\n<ul>\n<li>☑ b</li>\n</ul>"},
	{"links and addresses", "[a *b*](https://example.org/?a&b) <mailto:c@example.org> www.example.org", `<a href="https://example.org/?a&amp;b" rel="noreferrer">a <em>b</em></a> <a href="mailto:c@example.org" rel="noreferrer">mailto:c@example.org</a> <a href="http://www.example.org" rel="noreferrer">www.example.org</a>`},
	{"links that a page may not have", "[a](javascript:b) [c](d.md) [e](ftp://example.org) <ftp://example.org> [](https://example.org) [f](https://example.org/%zz)", `<p>a c e ftp://example.org <a href="https://example.org" rel="noreferrer">https://example.org</a> f</p>`},
	{"an image", "![a *b*](https://example.org/c.png)", "<p>[a <em>b</em>]</p>"},
	{"escapes and references", `\*a\* &amp;&lt; ~~b~~ ` + "`\\* &amp;`", "<p>*a* &amp;&lt; <del>b</del> <code>\\* &amp;amp;</code></p>"},
	{"a link that is a citation", "See [[1]](https://example.org)." + list, `See <span class="cite" id="c1"><a class="cite" href="#r1">[1]</a></span>.`},
	{"a number of a cluster that the list lacks", "As [1, 2, 9]." + list, `[<a class="cite" href="#r1">1</a>, <a class="cite" href="#r2">2</a>, 9]</span>`},
	{"labels of entries", "As [1]." + list, `<div class="reference" id="r1">1. Oke, B. (1950). <em>Wheels</em>.`},
	{"entries without labels", "(Lind 1961)\n\n## References\n\nLind, C. (1961). Waves. Tides, 1.\n\nOke, B. (1950). Wheels. Tides, 2.\n", `<div class="reference" id="r1">Lind, C.`},
	{"works that are not parted like the marks", "(Lind & Oke 1961, Wren 1970)\n\n## References\n\nLind, C., & Oke, B. (1961). Waves. Tides, 1.\n\nWren, D. (1970). Carts. Tides, 2.\n", `<a class="cite" href="#r1">(Lind &amp; Oke 1961, Wren 1970)</a>`},
	{"a footnote without a mark", "One.\n\n[^x]: Why not?\n", "<p>[^x]: Why not?</p>"},
	{"a paragraph that begins with a footnote's mark", "[^x] says so.\n\n[^x]: Why not?\n", `<p><a href="#p15">¹</a> says so.</p>`},
	{"where a link leads", "See Fig. 1.\n\n**Fig. 1.** A wheel.\n\nMore.", "<a id=\"p13\"></a><p><strong>Fig. 1.</strong> A wheel.</p>\n<p>More.</p>"},
	{"authors", "---\ntitle: T & U\nauthor: [A & B, C]\nlang: en\n---\n\nText.\n", "<h1>T &amp; U</h1>\n<p class=\"byline\">A &amp; B, C</p>\n<p>Text.</p>"},
	{"authors, date and license", "---\ntitle: T\nauthor: [A, B]\ndate: 2026-11-23\nlicense: \"CC-BY-4.0 <x>\"\nsummary: On T.\n---\n\nText.\n",
		"<title>T</title>\n<meta name=\"author\" content=\"A\">\n<meta name=\"author\" content=\"B\">\n<meta name=\"dcterms.date\" content=\"2026-11-23\">\n<meta name=\"dcterms.license\" content=\"CC-BY-4.0 &lt;x&gt;\">\n<meta name=\"description\" content=\"On T.\">\n<style>"},
	{"their line", "---\ntitle: T\nauthor: A\ndate: 2026-11-23\nlicense: CC0\n---\n\nText.\n", "<h1>T</h1>\n<p class=\"byline\">A · 2026-11-23 · CC0</p>\n<p>Text.</p>"},
	{"a date alone", "---\ntitle: T\ndate: 2026-11-23\n---\n\nText.\n", "<p class=\"byline\">2026-11-23</p>"},
	{"one author", "---\ntitle: T\nauthor: A\n---\n\nText.\n", "<p class=\"byline\">A</p>\n<p>Text.</p>"},
	{"no authors", "---\ntitle: T\n---\n\nText.\n", "<h1>T</h1>\n<p>Text.</p>"},
	{"the language", "---\nlang: en\n---\n\nText.\n", "<html lang=\"en\">"},
	{"no language", "Text.\n", "<html>"},
	{"the title", "# A & b\n", "<title>A &amp; b</title>"},
}

func TestWrite(t *testing.T) {
	for _, tt := range writeTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := write(t, "a.md", tt.text); !strings.Contains(got, tt.want) {
				t.Errorf("no %s in\n%s", tt.want, got[max(strings.Index(got, "<article>"), 0):])
			}
		})
	}
}

// TestOverlap holds that text is written once where marks overlap, with the link that begins first.
func TestOverlap(t *testing.T) {
	const body = "See Fig. 1 [2] there."
	span := func(s string) article.Span {
		i := strings.Index(body, s)
		return article.Span{Start: i, End: i + len(s)}
	}
	tests := []struct{ name, citation, link, want string }{
		{"apart", "[2]", "Fig. 1", `<p>See <a href="#p0">Fig. 1</a> <span class="cite missing" id="c1">[2]</span> there.</p>`},
		{"the same", "[2]", "[2]", `<p>See Fig. 1 <span class="cite missing" id="c1">[2]</span> there.</p>`},
		{"a citation in a link", "[2]", "Fig. 1 [2] there", `<p>See <a href="#p0">Fig. 1 [2] there</a>.</p>`},
		{"a link in a citation", "Fig. 1 [2]", "1", `<p>See <span class="cite missing" id="c1">Fig. 1 [2]</span> there.</p>`},
	}
	for _, tt := range tests {
		a := &article.Article{
			Body: safe.New(body), Blocks: []article.Span{{End: len(body)}},
			Citations: []article.Citation{{Span: span(tt.citation), Text: safe.New(tt.citation)}},
			Links:     []article.Link{{Span: span(tt.link), Text: safe.New(tt.link), Kind: article.Figure}},
		}
		if got := writeArticle(t, a); !strings.Contains(got, tt.want) {
			t.Errorf("%s: no %s in %s", tt.name, tt.want, got[strings.Index(got, "<article>"):])
		}
	}
}

// FuzzWrite holds that nothing of an article can run or load in its page, and that links
// within it lead somewhere.
func FuzzWrite(f *testing.F) {
	for _, tt := range writeTests {
		f.Add(tt.text)
	}
	f.Add("<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://example.org/b.png)" + list)
	f.Add("<svg onload=x><b onclick='y'>[1]</b> <sup onmouseover=z>1</sup> <java&#115;cript:x> &lt;script&gt; [x]: data:text/html,y" + list)
	f.Add("\"><script>x</script>[^1]\n\n[^1]: <iframe src=//example.org>\n")
	plain := regexp.MustCompile(`^(?:html|head|meta|title|style|body|article|h[1-6]|p|em|strong|code|pre|del|a|span|div|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|hr|br|sup|sub|mark|blockquote)$`)
	f.Fuzz(func(t *testing.T, text string) {
		a, err := read.Read("a.md", []byte(text))
		if err != nil {
			return // nothing to read in it
		}
		doc, err := html.Parse(strings.NewReader(writeArticle(t, a)))
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		var inside []string
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !plain.MatchString(n.Data) {
				t.Errorf("element %s", n.Data)
			}
			for _, attr := range n.Attr {
				switch attr.Key {
				case "id":
					ids[attr.Val] = true
				case "href":
					if to, ok := strings.CutPrefix(attr.Val, "#"); ok {
						inside = append(inside, to)
					} else if !isSafeURL(attr.Val) {
						t.Errorf("link to %q", attr.Val)
					}
				case "class", "lang", "charset", "content", "http-equiv", "name", "title", "start", "rel":
				default:
					t.Errorf("attribute %s", attr.Key)
				}
			}
		}
		for _, to := range inside {
			if !ids[to] {
				t.Errorf("nothing is called %s", to)
			}
		}
	})
}
