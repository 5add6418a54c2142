package html

import (
	"strings"
	"testing"
)

// htmlLists are the shapes in which pages write a list of the same two references, and
// citations of them.
func TestHTMLReferences(t *testing.T) {
	const (
		oke   = "Oke, B. (1950). Wheels that reckon."
		lind  = "Lind, C. (1961). Sums of waves. Tidal Letters 7, 22."
		wants = "1|" + oke + "\n2|" + lind
	)
	tests := []struct{ name, page, citations, references string }{
		{
			"a list with ids",
			`<p>Text [<a href="#r1">1</a>, <a href="#r2">2</a>].</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li></ol>`,
			"[1, 2] [1 2]", wants,
		},
		{
			"without links",
			`<p>Text [1, 2] and [2].</p><h2>References</h2><ol><li>` + oke + `</li><li>` + lind + `</li></ol>`,
			"[1, 2] [1 2] [2] [2]", wants,
		},
		{
			"a range between two links, raised",
			`<p>Text<sup><a href="#r1">1</a>–<a href="#r3">3</a></sup>.</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li><li id="r3">Wren, A. (1901). The moon.</li></ol>`,
			"1–3 [1 2 3]", wants + "\n3|Wren, A. (1901). The moon.",
		},
		{
			"years linked",
			`<p>Text (Oke <a href="#r1">1950</a>; see Lind <a href="#r2">1961</a>).</p><h3>Literature cited</h3><ul><li id="r2">` + lind + `</li><li id="r1">` + oke + `</li></ul>`,
			"(Oke 1950; see Lind 1961) [2 1]", "|" + lind + "\n|" + oke,
		},
		{
			"Wikipedia's notes",
			`<p>Text.<sup id="cite_ref-a_1-0" class="reference"><a href="#cite_note-a-1">[1]</a></sup> More.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p><h2>Notes</h2><div class="reflist"><ol class="references">
			<li id="cite_note-a-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-a_1-0"><sup>a</sup></a> <a href="#cite_ref-a_1-1"><sup>b</sup></a></span> <span class="reference-text">` + oke + `</span></li>
			<li id="cite_note-2"><b><a href="#cite_ref-2">^</a></b> ` + lind + `</li></ol></div>`,
			"[1] [1] [2] [2]", wants,
		},
		{
			"a publisher's links under each entry",
			`<p>Text [<a href="/art/1#ref-CR1">1</a>] and [<a href="/art/1#ref-CR2">2</a>] and [<a href="/art/1#ref-CR1">1</a>].</p><section data-title="References"><h2>References</h2><ol class="c-refs">
			<li data-counter="1."><p id="ref-CR1">` + oke + `</p><p class="links"><a href="https://doi.org/10.1000/abc">Article</a> <a href="http://scholar.google.com/x">Google Scholar</a>&nbsp;</p></li>
			<li data-counter="2."><p id="ref-CR2">` + lind + `</p><p class="links"><a href="http://scholar.google.com/y">Google Scholar</a></p></li></ol></section>`,
			"[1] [1] [2] [2] [1] [1]", "1|" + oke + " https://doi.org/10.1000/abc\n2|" + lind,
		},
		{
			"labels of their own and brackets around links",
			`<p>Text (<a href="#B1">1</a>,<a href="#B2">2</a>).</p><h2>References</h2><ul class="ref-list"><li id="B1"><span class="label">1.</span> <cite>` + oke + `</cite> [<a href="/x">PubMed</a>] [<a href="/y">Google Scholar</a>]</li><li id="B2"><span class="label">2.</span> <cite>` + lind + `</cite> [<a href="/z">CrossRef</a>]</li></ul>`,
			"(1,2) [1 2]", wants,
		},
		{
			"paragraphs, anchors and rows of links",
			`<p>Text (<a href="#B1">Oke, 1950</a>).</p><h2>References</h2><div class="References"><p class="ReferencesCopy1"><a name="B1" id="B1"></a>` + oke + `</p><p class="ReferencesCopy2"><a href="/x">CrossRef Full Text</a> | <a href="/y">Google Scholar</a></p><p class="ReferencesCopy1"><a name="B2" id="B2"></a>` + lind + `</p></div>`,
			"(Oke, 1950) [1]", "|" + oke + "\n|" + lind,
		},
		{
			"LaTeXML",
			`<p class="ltx_p">Text <cite class="ltx_cite">[<a class="ltx_ref" href="#bib.bib1">1</a>, <a class="ltx_ref" href="#bib.bib2">2</a>]</cite>.</p><section class="ltx_bibliography"><h2>References</h2><ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[1]</span> <span class="ltx_bibblock">Oke, B. (1950).</span> <span class="ltx_bibblock">Wheels that reckon.</span></li><li id="bib.bib2" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[2]</span> <span class="ltx_bibblock">` + lind + `</span></li></ul></section>`,
			"[1, 2] [1 2]", wants,
		},
		{
			"Pandoc",
			`<p>Text <span class="citation" data-cites="oke">(<a href="#ref-oke" role="doc-biblioref">Oke 1950</a>)</span>.</p><div id="refs" class="references csl-bib-body"><div id="ref-lind" class="csl-entry">` + lind + `</div><div id="ref-oke" class="csl-entry">` + oke + `</div></div>`,
			"(Oke 1950) [2]", "|" + lind + "\n|" + oke,
		},
		{
			"entries that lead back to their citations",
			`<p>Text [<a href="#bib1" name="bbib1">1</a>] and [<a href="#bib2" name="bbib2">2</a>].</p><h2>References</h2><dl><dt><a href="#bbib1">[1]</a></dt><dd>` + oke + `</dd><dt><a href="#bbib2">[2]</a></dt><dd>` + lind + `</dd></dl>`,
			"[1] [1] [2] [2]", wants,
		},
		{
			"footnotes that are references",
			`<p>Text.<sup id="fnref:1"><a href="#fn:1">1</a></sup> More.<sup id="fnref:2"><a href="#fn:2">2</a></sup></p><div class="footnotes"><ol><li id="fn:1"><p>` + oke + ` <a href="#fnref:1">↩</a></p></li><li id="fn:2"><p>` + lind + ` <a href="#fnref:2">↩︎</a></p></li></ol></div>`,
			"1 [1] 2 [2]", wants,
		},
		{
			"names of places in attributes",
			`<p>Text <a href="#" data-rid="CIT1">(Oke 1950)</a>.</p><h2>References</h2><ul><li id="CIT1">` + oke + `</li><li id="CIT2">` + lind + `</li></ul>`,
			"(Oke 1950) [1]", "|" + oke + "\n|" + lind,
		},
		{
			"comments are no references",
			`<p>Text.</p><ol class="comments"><li id="c1"><a href="#c1">May 1, 2019</a> says Ann: Nice.</li><li id="c2"><a href="#c2">May 2, 2019</a> says Bob: Nice.</li></ol>`,
			"", "",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, "<html><head><title>Tides</title></head><body><h1>Tides</h1>"+filler("An article.")+tt.page+"</body></html>")
			if got := citations(a); got != tt.citations {
				t.Errorf("citations\n got %s\nwant %s", got, tt.citations)
			}
			if got := references(a); got != tt.references {
				t.Errorf("references\n got %s\nwant %s", got, tt.references)
			}
		})
	}
}

func TestHTMLBody(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"text that looks like Markdown", `<p># no *heading* &amp;amp; [x](y) &lt;b&gt; &#x1b;[2J</p>`, `\# no \*heading\* \&amp; [x]\(y) \<b> ␛[2J`},
		{"emphasis and scripts", `<p>An <i>in vitro</i> <b>test</b> of H<sub>2</sub>O at 10<sup>−3</sup> m.</p>`, "An *in vitro* **test** of H₂O at 10⁻³ m."},
		{"line breaks", `<div>One<br>two<br><br>three</div>`, "One  \ntwo\n\nthree"},
		{"blocks in lines", `<span><div>One</div>two<p>three</p></span>`, "One\n\ntwo\n\nthree"},
		{"lists", `<ul><li>a<ol><li>b</ol><li><p>c</p><p>d</p></ul>`, "- a\n  1. b\n- c\n\n  d"},
		{"terms", `<dl><dt>ebb</dt><dd>falling</dd></dl>`, "- **ebb**: falling"},
		{"code", `<pre><code class="language-go">x := "&lt;"` + "\n\ty()</code></pre>", "```go\nx := \"<\"\n\ty()\n```"},
		{"a quotation", `<blockquote><p>So <q>it</q> is.</p></blockquote>`, "> So “it” is."},
		{"a table", `<table><caption>Ports</caption><tr><th>port</th><th colspan=2>depth</th></tr><tr><td>Hull</td><td>7|8</td><td>9</td></tr></table>`, "Ports\n\n| port | depth | depth |\n|---|---|---|\n| Hull | 7\\|8 | 9 |"},
		{"a page laid out as a table", `<table><tr><td><h2>One</h2><p>two</p></td><td>three</td></tr></table>`, "## One\n\ntwo\n\nthree"},
		{"a figure", `<figure><img src="a.png" alt="a wave"><figcaption>Fig. 1. A wave.</figcaption></figure>`, "Fig. 1. A wave."},
		{"MathML", `<p>so <math><msup><mi>x</mi><mn>2</mn></msup></math>.</p>`, "so x²."},
		{"TeX", `<p>so <span class="MathJax">x2</span><script type="math/tex">x^2</script>.</p>`, "so x²."},
		{"a formula with a number", `<table class="ltx_equation"><tr><td><math display="block"><mi>y</mi></math></td><td><span>(4)</span></td></tr></table>`, "y (4)"},
		{"what is not shown", `<p>a<span style="display: none">b</span><script>c</script><!-- d --><span hidden>e</span></p>`, "a"},
		{"a link", `<p>see <a href="https://example.org/a b">there</a>, <a href="javascript:x()">not</a></p>`, "see [there](<https://example.org/a%20b>), not"},
		{"a note among terms", `<p>a<sup><a href="#fn1">1</a></sup></p><dl class="footnotes"><dt>1</dt><dd id="fn1">A remark.</dd></dl>`, "a[^1]\n\n- **1**\n\n## Notes\n\n[^1]: A remark."},
		{"a tag of a picture that leaked into the text", `&lt;img height="1" src="http://example.org/p?a=1&amp;amp;b=2"&gt;<p>a &lt;img&gt; b</p>`, `a \<img> b`},
		{"elements that nobody knows", `<p>a <dt-cite key="x"></dt-cite>, b</p>`, "a , b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, "<html><body><h1>Tides</h1>"+tt.page+"</body></html>")
			if got := strings.TrimPrefix(strings.TrimSuffix(a.Body.String(), "\n"), "# Tides\n\n"); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestHTMLLinks(t *testing.T) {
	a := mustRead(t, `<html><body><h1>Tides</h1><p>See <a href="#f1">Fig. 1</a>, <a href="#t1">Table 1</a>, <a href="#s2">Section 2</a> and a remark<sup><a href="#fn1">*</a></sup>.</p>
<figure id="f1"><img><figcaption>Fig. 1. A wave.</figcaption></figure><table id="t1"><tr><th>a<th>b<tr><td>1<td>2</table>
<section id="s2"><h2>Methods</h2><p>Text.</p></section><div class="footnotes"><p id="fn1">* A remark.</p></div></body></html>`)
	want := "figure Fig. 1: Fig. 1. A wave.\ntable Table 1: | a | b |\nsection Section 2: ## Methods\nnote ¹: [^1]: \\* A remark."
	if got := links(a); got != want {
		t.Errorf("got %s", got)
	}
}

func TestHTMLMetadata(t *testing.T) {
	a := mustRead(t, `<html lang="en-GB"><head><title>Sums of waves | Tidal Letters</title><meta name="citation_title" content="Sums of waves"><meta name="citation_author" content="Lind, Cora">
<meta name="citation_author" content="B. Oke"><meta name="citation_publication_date" content="1961/07/22"></head><body><h1>Sums of <i>waves</i></h1><p>Text.</p></body></html>`)
	got := []string{a.Title.String(), lines(a.Authors), a.Date.String(), a.Language.String()}
	if got, want := strings.Join(got, "|"), "Sums of waves|Cora Lind\nB. Oke|1961-07-22|en-GB"; got != want {
		t.Errorf("got %s", got)
	}
	if got := a.Body.String(); got != "# Sums of *waves*\n\nText.\n" {
		t.Errorf("body %q", got)
	}
}

func TestHTMLFurniture(t *testing.T) {
	paragraph := filler("Tides are foretold, by sums, and by wheels.")
	a := mustRead(t, `<!DOCTYPE html><html><head><title>Tides</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav>
<div class="sidebar"><h3>Most read</h3><ul><li><a href="/a">Another article of ours</a></li></ul></div>
<article><h1>Tides</h1>`+paragraph+paragraph+`<p>As known [1].</p><table><tr><th>port<th>depth<tr><td>Hull<td>7</table>`+paragraph+`
<div class="share-buttons"><a href="/f">Share on Facebook</a></div>
<h2>References</h2><ol><li><a href="https://example.org/oke">Oke, B. (1950). Wheels.</a></li><li><a href="https://example.org/lind">Lind, C. (1961). Waves.</a></li></ol></article>
<footer>© 2020 The Tide Room</footer></body></html>`)
	body := a.Body.String()
	for _, word := range []string{"Home", "Most read", "Another article", "Share", "Tide Room"} {
		if strings.Contains(body, word) || !strings.Contains(lines(a.Furniture), word) {
			t.Errorf("%q is in the article or not in what was left out:\n%s", word, lines(a.Furniture))
		}
	}
	for _, word := range []string{"# Tides", "foretold", "| Hull | 7 |", "1. [Oke, B. (1950). Wheels.]"} {
		if !strings.Contains(body, word) {
			t.Errorf("%q is not in the article:\n%s", word, body)
		}
	}
	if got := citations(a); got != "[1] [1]" {
		t.Errorf("citations %s", got)
	}
}

// TestHTMLLead holds that a paragraph between the title and the rest is the article's,
// whatever it is in.
func TestHTMLLead(t *testing.T) {
	paragraph := filler("Tides are foretold, by sums, and by wheels.")
	a := mustRead(t, `<html><head><title>Tides</title></head><body><nav><a href="/">Home</a></nav><div class="top"><h1>Tides</h1>
<div class="intro">Nobody knew, until the wheels turned, that the sea keeps to its hours like a clerk.</div></div>
<div class="text">`+strings.Repeat(paragraph, 6)+`</div><div class="footer">Imprint</div></body></html>`)
	if body := a.Body.String(); !strings.Contains(body, "like a clerk") || strings.Contains(body, "Home") || strings.Contains(body, "Imprint") {
		t.Errorf("body %q", body)
	}
}

func TestIsHTML(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"a.html", "just text, and a lone < & more", false},
		{"a.html", "text in a <b>file</b>", true},
		{"-", "<!-- saved -->\n<!DOCTYPE html><p>x", true},
		{"-", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`, true},
		{"-", "<div><p>a</p><p>b</p></div>", true},
		{"README.md", "<p align=center>a</p><p>b</p><p>c</p>\n", false},
		{"-", "a < b and c > d", false},
	}
	for _, tt := range tests {
		if got := Sniff(tt.name, tt.text); got != tt.want {
			t.Errorf("isHTML(%q, %q) = %v", tt.name, tt.text, got)
		}
	}
}

// TestHugeHTML reads what is deep or wide.
func TestHugeHTML(t *testing.T) {
	start := "<html><body><nav>menu</nav>" + strings.Repeat(filler("Text, and more."), 5)
	repeat := strings.Repeat
	for name, page := range map[string]string{
		"deep":       start + repeat("<div>", 6000) + "text",
		"deep tails": start + repeat("<div>text ", 400) + repeat("word ", 10_000),
		"bold":       start + repeat("<b>a<i>b", 10_000),
		"tables":     start + repeat("<table><td>", 3000),
		"spans":      start + "<table>" + repeat("<tr><td colspan=1000 rowspan=1000>1", 3000),
		"headings":   start + repeat("<p class=title>References</p><p>Oke, B. (1950). Wheels.</p>", 1000),
		"links":      start + repeat("<a href=#x>1</a> ", 10_000) + "<ol id=x><li>Oke, B. (1950)",
		"lists":      start + repeat("<ul><li>x", 250) + repeat("<li>y", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			checkPage(t, page)
		})
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(`<h1>T</h1><p>Text<sup><a href="#r">1</a></sup><table><tr><td rowspan=3>x</table><ol><li id=r>Oke (1950). <a href="#b">^</a></ol>`)
	f.Add(`<math><mfrac><mi>x</mi></mfrac></math><pre>a<br>b</pre><figure><figcaption>c</figure><nav>d</nav><dl><dt>e<dd>f</dl>`)
	f.Add(`<p>(<a href="#a">Oke 1950</a>)<h2>References</h2><p id=a>Oke, B. (1950). Wheels.<p>Lind (1961)`)
	f.Add(`<title>&#27;[31m</title><body><p>&#x9b;31m&amp;#27;]52;c;YQ==&#7;<table>x<td colspan=9999 rowspan=9999><b><i><p><svg><title>`)
	f.Add(`<script type=application/ld+json>[[[{"@type":"Article","headline":"\u001b[1m"}]]]</script><p>x<textarea><p>y<select><option><pre>` + "````" + `</pre>`)
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 1<<16 {
			return
		}
		checkPage(t, page)
	})
}
