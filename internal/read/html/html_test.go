package html

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

const (
	oke  = "Oke, B. (1950). Wheels that reckon."
	lind = "Lind, C. (1961). Sums of waves. Tidal Letters 7, 22."
	both = "1|" + oke + "\n2|" + lind
)

// listTests are the shapes in which pages write a list of the same two references, and citations
// of them.
var listTests = []struct{ name, page, citations, references string }{
	{
		"a list with ids",
		`<p>Text [<a href="#r1">1</a>, <a href="#r2">2</a>].</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li></ol>`,
		"[1, 2] [1 2]", both,
	},
	{
		"without links",
		`<p>Text [1, 2] and [2].</p><h2>References</h2><ol><li>` + oke + `</li><li>` + lind + `</li></ol>`,
		"[1, 2] [1 2] [2] [2]", both,
	},
	{
		"a range between two links, raised",
		`<p>Text<sup><a href="#r1">1</a>–<a href="#r3">3</a></sup>.</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li><li id="r3">Wren, A. (1901). The moon.</li></ol>`,
		"1–3 [1 2 3]", both + "\n3|Wren, A. (1901). The moon.",
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
		"[1] [1] [2] [2]", both,
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
		"(1,2) [1 2]", both,
	},
	{
		"paragraphs, anchors and rows of links",
		`<p>Text (<a href="#B1">Oke, 1950</a>).</p><h2>References</h2><div class="References"><p class="ReferencesCopy1"><a name="B1" id="B1"></a>` + oke + `</p><p class="ReferencesCopy2"><a href="/x">CrossRef Full Text</a> | <a href="/y">Google Scholar</a></p><p class="ReferencesCopy1"><a name="B2" id="B2"></a>` + lind + `</p></div>`,
		"(Oke, 1950) [1]", "|" + oke + "\n|" + lind,
	},
	{
		"LaTeXML",
		`<p class="ltx_p">Text <cite class="ltx_cite">[<a class="ltx_ref" href="#bib.bib1">1</a>, <a class="ltx_ref" href="#bib.bib2">2</a>]</cite>.</p><section class="ltx_bibliography"><h2>References</h2><ul class="ltx_biblist"><li id="bib.bib1" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[1]</span> <span class="ltx_bibblock">Oke, B. (1950).</span> <span class="ltx_bibblock">Wheels that reckon.</span></li><li id="bib.bib2" class="ltx_bibitem"><span class="ltx_tag ltx_tag_bibitem">[2]</span> <span class="ltx_bibblock">` + lind + `</span></li></ul></section>`,
		"[1, 2] [1 2]", both,
	},
	{
		"Pandoc",
		`<p>Text <span class="citation" data-cites="oke">(<a href="#ref-oke" role="doc-biblioref">Oke 1950</a>)</span>.</p><div id="refs" class="references csl-bib-body"><div id="ref-lind" class="csl-entry">` + lind + `</div><div id="ref-oke" class="csl-entry">` + oke + `</div></div>`,
		"(Oke 1950) [2]", "|" + lind + "\n|" + oke,
	},
	{
		"entries that lead back to their citations",
		`<p>Text [<a href="#bib1" name="bbib1">1</a>] and [<a href="#bib2" name="bbib2">2</a>].</p><h2>References</h2><dl><dt><a href="#bbib1">[1]</a></dt><dd>` + oke + `</dd><dt><a href="#bbib2">[2]</a></dt><dd>` + lind + `</dd></dl>`,
		"[1] [1] [2] [2]", both,
	},
	{
		"footnotes that are references",
		`<p>Text.<sup id="fnref:1"><a href="#fn:1">1</a></sup> More.<sup id="fnref:2"><a href="#fn:2">2</a></sup></p><div class="footnotes"><ol><li id="fn:1"><p>` + oke + ` <a href="#fnref:1">↩</a></p></li><li id="fn:2"><p>` + lind + ` <a href="#fnref:2">↩︎</a></p></li></ol></div>`,
		"1 [1] 2 [2]", both,
	},
	{
		"notes that name works, beside a list",
		`<p>Text (Oke 1950).<a href="#fn1" id="fnref1"><sup>1</sup></a></p><h2>References</h2><div class="csl-bib-body"><div class="csl-entry">` + oke + `</div><div class="csl-entry">` + lind + `</div></div>` + oneNote,
		"(Oke 1950) [1] Oke (1950, 44) [1]", "|" + oke + "\n|" + lind,
	},
	{
		"notes that name works, beside a list whose heading is in an element of its own",
		`<p>Text (Oke 1950).<a href="#fn1" id="fnref1"><sup>1</sup></a></p><section><h2>References</h2></section><ul><li>` + oke + `</li><li>` + lind + `</li></ul>` + oneNote,
		"(Oke 1950) [1] Oke (1950, 44) [1]", "|" + oke + "\n|" + lind,
	},
	{
		"notes that name works, without a list",
		`<p>Text.<a href="#fn1" id="fnref1"><sup>1</sup></a></p><h2>Notes and references</h2><div>` + oneNote + `</div>`,
		"1 [1]", "1|Half of it, says Oke (1950, 44).",
	},
	{
		"names of places in attributes",
		`<p>Text <a href="#" data-rid="CIT1">(Oke 1950)</a>.</p><h2>References</h2><ul><li id="CIT1">` + oke + `</li><li id="CIT2">` + lind + `</li></ul>`,
		"(Oke 1950) [1]", "|" + oke + "\n|" + lind,
	},
	{
		"labels in the text, after signs of links back",
		`<p>Text [1] and [2].</p><h2>References</h2><ul><li>^ [1]&nbsp;` + oke + `</li><li>↑ [2]  ` + lind + `</li></ul>`,
		"[1] [1] [2] [2]", both,
	},
	{
		"a section after the list in an element of its own",
		`<p>Text [1].</p><h2>References</h2><div><h3>Books</h3><ol><li>` + oke + `</li><li>` + lind + `</li></ol></div><div><h2>Steps</h2><ol><li>Oil the wheel, as in 1950.</li><li>Turn it, as in 1961.</li></ol></div>`,
		"[1] [1]", both,
	},
	{
		"a heading at the end of an element",
		`<p>Text [1].</p><header><h2>References</h2></header><div><ol><li>` + oke + `</li><li>` + lind + `</li></ol></div>`,
		"[1] [1]", both,
	},
	{
		"terms that have the names",
		`<p>As <a href="#r1">she</a> says, and so does <a href="#r2">he</a>.</p><h2>References</h2><dl><dt id="r1">[1]<dd>` + oke + `<dt id="r2">[2]<dd>` + lind + `</dl>`,
		"she [1] he [2]", both,
	},
	{
		"names right before the entries",
		`<p>As <a href="#r1">she</a> and <a href="#r2">he</a> say.</p><h2>References</h2><div><a name="r1"></a> <p>` + oke + `</p><a name="r2"></a>x<p>` + lind + `</p></div>`,
		"she [1]", "|" + oke + "\n|" + lind,
	},
	{
		"links that begin with the page's URL",
		`<p>As <a href="/a#r1">she</a> says, so <a href="/a#r2">he</a> says, and <a href="/a#r1">she</a> says what <a href="/b#r2">they</a> say.</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li></ol>`,
		"she [1] he [2] she [1]", both,
	},
	{
		"links that begin alike, too few to be the page's own",
		`<p>As <a href="/a#r1">she</a> and <a href="/a#r2">he</a> and <a href="/a#r3">they</a> say.</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li id="r2">` + lind + `</li></ol>`,
		"", both,
	},
	{
		"rows of a table",
		`<p>Text [7] and [B].</p><h2>References</h2><table><tr><td>[7]<td>` + oke + `<tr><td>B<td>` + lind + `<tr><td> <td> </table>`,
		"[7] [1] [B] [2]", "7|" + oke + "\nB|" + lind,
	},
	{
		"rows of one cell",
		`<p>Text.</p><h2>References</h2><table><tr><td>` + oke + `<tr><td>` + lind + `</table>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"numbers that the list sets",
		`<p>Text [4], [9], [10].</p><h2>References</h2><ol start="4"><li>` + oke + `</li><li value="9">` + lind + `</li><li>Wren, A. (1901). The moon.</li></ol>`,
		"[4] [1] [9] [2] [10] [3]", "4|" + oke + "\n9|" + lind + "\n10|Wren, A. (1901). The moon.",
	},
	{
		"an ordered list without numbers",
		`<p>Text.</p><h2>References</h2><ol style="list-style-type: none"><li>` + oke + `</li><li>` + lind + `</li></ol>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"paragraphs of which some are entries",
		`<p>Text.</p><h2>References</h2><div><p>These are the works that were used in the text.</p><p>` + oke + `</p><p>` + lind + `</p></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"one paragraph is no list",
		`<p>Text.</p><h2>Sources</h2><div><p>The river has two of them, found in 1950.</p></div>`,
		"", "",
	},
	{
		"two lists, in the page's order",
		`<p>Text [<a href="#n1">1</a>] [<a href="#n2">2</a>].</p><ol><li id="n1">` + oke + `</li><li id="n2">` + lind + `</li></ol><h2>References</h2><ul><li>Wren, A. (1901). The moon.</li></ul>`,
		"[1] [1] [2] [2]", both + "\n|Wren, A. (1901). The moon.",
	},
	{
		"paragraphs that the text's numbers lead to",
		`<p>Text <a href="#n1">1</a>. More <a href="#n2">2</a>.</p><div><p id="n1">1. ` + oke + `</p><p id="n2">2. ` + lind + `</p></div>`,
		"1 [1] 2 [2]", both,
	},
	{
		"links and styles in entries",
		`<p>As <a href="#r1">she</a> says.</p><h2>References</h2><ol><li id="r1">` + oke + ` <a href="x.html">Link</a> <a href="https://example.org/y">there</a>, <code>c</code> <b>b</b><br>d</li><li>` + lind + `</li></ol>`,
		"she [1]", "1|" + oke + " Link there, c b d\n2|" + lind,
	},
	{
		"DOIs of links that are removed",
		`<p>Text.</p><h2>References</h2><ol><li>` + oke + ` [<a href="https://doi.org/10.5555/a%28b%29">CrossRef</a>] | <a href="https://doi.org/10.5555/c">PubMed</a></li><li>` + lind + ` doi:10.5555/D <a href="https://doi.org/10.5555/d">Article</a></li></ol>`,
		"", "1|" + oke + " https://doi.org/10.5555/a(b)\n2|" + lind + " doi:10.5555/D",
	},
	{
		"paragraphs that only words lead to",
		`<p>As <a href="#n1">she</a> says, so does <a href="#n2">he</a>.</p><div><p id="n1">` + oke + `</p><p id="n2">` + lind + `</p></div>`,
		"", "",
	},
	{
		"two entries that lead back to one place",
		`<p>As <a id="b1" href="#x">she</a> says.</p><h2>References</h2><ol><li>` + oke + ` <a href="#b1">^</a></li><li>` + lind + ` <a href="#b1">^</a></li></ol>`,
		"she [1]", both,
	},
	{
		"a list within what is called one",
		`<p>Text [1].</p><div class="references"><h2>References</h2><div class="ref-list"><ol><li>` + oke + `</li><li>` + lind + `</li></ol></div></div>`,
		"[1] [1]", both,
	},
	{
		"entries in parts",
		`<p>Text [1, 2].</p><h2>References</h2><div class="csl-bib-body"><div class="csl-entry"><div class="csl-left-margin">[1]</div><div class="csl-right-inline">` + oke + `</div></div><div class="csl-entry"><div class="csl-left-margin">[2]</div><div class="csl-right-inline">` + lind + `</div></div></div>`,
		"[1, 2] [1 2]", both,
	},
	{
		"entries called so within one",
		`<p>Text.</p><h2>References</h2><div class="reference"><div class="reference">` + oke + `</div><div class="reference">` + lind + `</div></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"an item of a list is no heading",
		`<p>Text.</p><ul><li>References</li><li><p>` + oke + `</p></li><li>` + lind + `</li></ul>`,
		"", "",
	},
	{
		"an entry that names another",
		`<p>Text [<a href="#r1">1</a>].</p><h2>References</h2><ol><li id="r1">` + oke + ` See <a href="#r2">Lind</a>.</li><li id="r2">` + lind + `</li></ol>`,
		"[1] [1]", "1|" + oke + " See Lind.\n2|" + lind,
	},
	{
		"an entry that names another, which the text cites without a link",
		`<p>Text [<a href="#r1">1</a>] and [2].</p><h2>References</h2><ol><li id="r1">` + oke + ` See <a href="#r2">Lind</a>.</li><li id="r2">` + lind + `</li></ol>`,
		"[1] [1] [2] [2]", "1|" + oke + " See Lind.\n2|" + lind,
	},
	{
		"a paragraph before the entries",
		`<p>As <a href="#x">she</a> says.</p><h2>References</h2><div><p id="x">These are the works that were used in the text.</p><p>` + oke + `</p><p>` + lind + `</p></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"a heading that is a line in bold",
		`<p>Text.</p><p><b>References</b></p><ul><li>` + oke + `</li><li>` + lind + `</li></ul>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"a word on its line is no heading",
		`<p>Text.</p><p>References</p><ul><li>` + oke + `</li><li>` + lind + `</li></ul>`,
		"", "",
	},
	{
		"paragraphs with anchors in them that the text's numbers lead to",
		`<p>Text <a href="#n1">1</a>. More <a href="#n2">2</a>.</p><div><p><a id="n1"></a>1. ` + oke + `</p><p><a id="n2"></a>2. ` + lind + `</p></div>`,
		"1 [1] 2 [2]", both,
	},
	{
		"a letter before an entry is no anchor of it",
		`<p>As <a href="#r1">she</a> says.</p><h2>References</h2><div><b id="r1">O</b><p>` + oke + `</p><p>` + lind + `</p></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"a link with two names, one of which an entry leads back to",
		`<p>As <a id="b1" name="x" href="#y">she</a> says what <a id="y" name="b2" href="#y">he</a> says.</p><h2>References</h2><ol><li>` + oke + ` <a href="#b1">^</a></li><li>` + lind + ` <a href="#b2">^</a></li></ol>`,
		"she [1] he [2]", both,
	},
	{
		"places without a link that entries lead back to",
		`<p>Text [<a href="#r1">1</a>] and <span id="b2">[2]</span>.</p><h2>References</h2><ol><li id="r1">` + oke + `</li><li>` + lind + ` <a href="#b2">^</a></li></ol>`,
		"[1] [1] [2] [2]", both,
	},
	{
		"works within paragraphs that are called references",
		`<p>Text.</p><h2>References</h2><div><p><span class="reference">Oke, B. (1950).</span> Wheels that reckon.</p><p><span class="reference">Lind, C. (1961).</span> Sums of waves. Tidal Letters 7, 22.</p></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"paragraphs in elements that nobody knows",
		`<p>Text.</p><h2>References</h2><ref-list><p>` + oke + `</p><p>` + lind + `</p></ref-list>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"a list called so of which three in five are references",
		`<p>Text.</p><ul class="references"><li>` + oke + `</li><li>The log of the harbour</li><li>` + lind + `</li><li>Letters of the room</li><li>Wren, A. (1901). The moon.</li></ul>`,
		"", "|" + oke + "\n|The log of the harbour\n|" + lind + "\n|Letters of the room\n|Wren, A. (1901). The moon.",
	},
	{
		"a list called so of which half are references",
		`<p>Text.</p><ul class="references"><li>` + oke + `</li><li>The log of the harbour</li><li>` + lind + `</li><li>Letters of the room</li></ul>`,
		"", "",
	},
	{
		"items that the text's numbers lead into",
		`<p>Text <a href="#n1">1</a>. More <a href="#n2">2</a>.</p><ol><li><p id="n1">` + oke + `</p></li><li><p id="n2">` + lind + `</p></li></ol>`,
		"1 [1] 2 [2]", both,
	},
	{
		"a list in an entry",
		`<p>Text.</p><h2>References</h2><ol><li>` + oke + ` <ul class="references"><li>Wren, A. (1901). The moon.</li></ul></li><li>` + lind + `</li></ol>`,
		"", "1|" + oke + " Wren, A. (1901). The moon.\n2|" + lind,
	},
	{
		"labels in elements called so",
		`<p>Text [Oke50].</p><h2>References</h2><ul><li><span class="label">Oke50</span> ` + oke + `</li><li><span class="label">Lin</span> ` + lind + `</li></ul>`,
		"[Oke50] [1]", "Oke50|" + oke + "\nLin|" + lind,
	},
	{
		"links to the top of the page",
		`<p>As <a href="/x">she</a> says.</p><h2>References</h2><ol><li>` + oke + ` <a href="#">top</a></li><li>` + lind + `</li></ol>`,
		"", "1|" + oke + " top\n2|" + lind,
	},
	{
		"one paragraph of several that is called a reference",
		`<p>Text.</p><h2>References</h2><div><p class="reference">` + oke + `</p><p>` + lind + `</p></div>`,
		"", "|" + oke + "\n|" + lind,
	},
	{
		"comments are no references",
		`<p>Text.</p><ol class="comments"><li id="c1"><a href="#c1">May 1, 2019</a> says Ann: Nice.</li><li id="c2"><a href="#c2">May 2, 2019</a> says Bob: Nice.</li></ol>`,
		"", "",
	},
}

// oneNote is a list of notes.
const oneNote = `<div role="doc-endnotes"><ol><li id="fn1"><p>Half of it, says Oke (1950, 44). <a href="#fnref1" role="doc-backlink">back</a></p></li></ol></div>`

func TestReferences(t *testing.T) {
	for _, tt := range listTests {
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

// bodyTests are pages and what they become below the title.
var bodyTests = []struct{ name, page, want string }{
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
	{"levels of headings", `<h3>One</h3><h4>Two</h4><h6>Three</h6><p>a`, "## One\n\n### Two\n\n##### Three\n\na"},
	{"a heading without text", `<h2> </h2><p>a`, "a"},
	{"a heading's link to itself", `<h2 id="a"><a href="https://example.org/a">One</a> <a href="#a">¶</a></h2><p>b <a href="#b">↩</a>c <a href="#b">word</a>`, "## One\n\nb c word"},
	{"phrases in blocks", `<details><summary>Sum <i>a</i></summary><p>b</details><fieldset><legend>Leg</legend>c</fieldset>`, "**Sum** ***a***\n\nb\n\n**Leg**\n\nc"},
	{"empty blocks part text", `one<div></div>two<hr>three<table><tr><td> <td></table>four<ul> </ul>five`, "one\n\ntwo\n\nthree\n\nfour\n\nfive"},
	{"marks of citations stay raised", `<p>a<sup>1,2</sup> b<sup>[3]</sup> c<sup>th</sup> d<sub>1</sub> e<sup></sup> f<i><p>g</i>`, "a<sup>1,2</sup> b<sup>[3]</sup> cᵗʰ d₁ e f\n\n*g*"},
	{"readings", `<p><ruby>海<rp>(</rp><rt>umi</rt></ruby> lon<wbr>g <kbd>x</kbd>`, "海(umi) long `x`"},
	{"lists against the rules", `<ul>a<li>b<ul><li>c</ul><ul><li>d</ul><li> <ol style="list-style: none"><li>e</ol></ul>`, "a\n\n- b\n  - c\n  - d\n  - e"},
	{"a list within a list without an item", `<ul><li>a</li><ol><li>b</ol><div>c</div></ul>`, "- a\n  1. b\n\nc"},
	{"numbers of items", `<ol start="5"><li>a<li>b</ol><p>x<ol reversed><li>c<li>d<li>e</ol><p>x<ol><li value="10">f<li>g<li value="3">h</ol><p>x<ol start="0"><li>i<li>j</ol><p>x<ol start="3"><li>k<li> <li>l</ol>`,
		"5. a\n6. b\n\nx\n\n3. c\n2. d\n1. e\n\nx\n\n10. f\n11. g\n3. h\n\nx\n\n- 0\\. i\n1. j\n\nx\n\n3. k\n5. l"},
	{"letters of items", `<ol type="a"><li>a<li>b</ol><ol type="I" start="4"><li>c</ol><ol style="list-style-type: upper-alpha" start="27"><li>d</ol><ol type="i" start="-1"><li>e</ol>`, "- a. a\n- b. b\n\n- IV. c\n\n- AA. d\n\n- \\-1. e"},
	{"text between items", `<ol><li>a</li>x<li>b<div>y</div><div><li>c</div></ol><ul><div><li>d</div></ul>`, "1. a\n\nx\n\n2. b\n\n   y\n3. c\n\n- d"},
	{"terms with two meanings", `<dl><dd>z<dt>ebb<dd>falling<dd>low</dd><div><dt>flow<dd>rising</div></dl>`, "- z\n- **ebb**: falling; low\n- **flow**: rising"},
	{"long terms", `<dl><dt>ebb<dd>` + strings.Repeat("falling ", 51) + `</dl>`, "**ebb**\n\n" + strings.TrimSpace(strings.Repeat("falling ", 51))},
	{"terms with blocks", `<dl><dt>ebb<dd><p>falling<p>low</dl>`, "**ebb**\n\nfalling\n\nlow"},
	{"code in elements for its lines", `<pre class="brush: js;"><div>a</div><div>b<br>c</div></pre><div class="highlight-source-go"><pre>d</pre></div>`, "```js\na\nb\nc\n```\n\n```go\nd\n```"},
	{"code in a table with its numbers", `<table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre>1` + "\n" + `2</pre></div></td><td class="code"><div class="highlight"><pre>a` + "\n" + `b</pre></div></td></tr></table>`, "```\na\nb\n```"},
	{"code in lines of a table", `<table class="lntable"><tr><td class="lntd"><pre><code><span class="lnt">1` + "\n" + `</span></code></pre></td><td class="lntd"><pre><code class="language-go"><span class="line">a</span></code></pre></td></tr></table>`, "```go\na\n```"},
	{"code in rows", `<table><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">a <b>b</b></td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">&#9;c</td></tr></table>`, "```\na b\n\tc\n```"},
	{"code in elements of a table", `<table><tr><td class="gutter"><div class="line">1</div><div class="line">2</div></td><td class="code"><div class="container"><div class="line"><code>a</code> <code>b</code></div><div class="line"><code>c</code></div></div></td></tr></table>`, "```\na b\nc\n```"},
	{"numbers beside words are no code", `<table><tr><td>1 2<td>a<tr><td>3 4<td>b</table>`, "|  |  |\n|---|---|\n| 1 2 | a |\n| 3 4 | b |"},
	{"pictures in sentences", `<p>Before <img alt="Tides of 1911"> and <img alt="Tides of 1911"> after <img alt="t.png"><img alt="https://example.org/t">.`, "Before [Tides of 1911] and [Tides of 1911] after ."},
	{"pictures alone", `<p><img alt="Boats"></p><p><img alt="港口潮汐高度變化圖表"></p><p><a href="/x"><img alt="Our harbour"></a></p><p><img alt="(Photo: the office of the harbour at Hull)"></p>a`, "[Boats]\n\n[港口潮汐高度變化圖表]\n\na"},
	{"a caption hidden from screen readers", `<figure><img alt="Flame"><figcaption aria-hidden="true">The flame, not to scale.</figcaption></figure><p>a`, "The flame, not to scale.\n\na"},
	{"pictures that are ticks", `<table><tr><td><td>draft<td>review<td>rest<tr><td>map<td><img src="/i/check-2.png"><td><i class="fa fa-times"></i><td><img alt="yes" src="y.png"><tr><td>key<td><svg><use href="#icon-check"></use></svg><td><img src="data:x"><td><img data-src="fff-277-newly-drawn-2.png" src="data:x"></table>`,
		"|  | draft | review | rest |\n|---|---|---|---|\n| map | ✓ | ✗ | yes |\n| key | ✓ |  | newly drawn |"},
	{"a first row in bold", `<table><tr><td><b>1911</b><td><b>1912</b><tr><td>7<td>9</table>`, "| 1911 | 1912 |\n|---|---|\n| 7 | 9 |"},
	{"all in bold is no head", `<table><tr><td><b>1911</b><td><b>1912</b><tr><td><b>7</b><td><b>9</b></table>`, "|  |  |\n|---|---|\n| **1911** | **1912** |\n| **7** | **9** |"},
	{"a first row with scopes", `<table><tr><td><td scope="col">1911<td scope="col">1912<tr><th>Hull<td>7<td>9</table>`, "|  |  |  |\n|---|---|---|\n|  | 1911 | 1912 |\n| Hull | 7 | 9 |"},
	{"a first row of headings behind an empty cell", `<table><tr><td><th>low<th>high<tr><th>Hull<td>7<td>9</table>`, "|  | low | high |\n|---|---|---|\n| Hull | 7 | 9 |"},
	{"names and values", `<table><tr><td>Name:<td>Hull<tr><td>Age:<td>90</table>`, "|  |  |\n|---|---|\n| Name: | Hull |\n| Age: | 90 |"},
	{"KaTeX in a sentence", `<p>so <span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span></span>, that is`, "so\n\nx,\n\nthat is"},
	{"an image of a formula", `<p>so <img class="tex" alt="x^2"> and <img class="tex display" alt="y^2"> is</p>`, "so x² and\n\ny²\n\nis"},
	{"displayed formulae in cells", `<table><tr><th>a<th>b<tr><td>1<td><math display="block"><mi>x</mi></math></table>`, "| a | b |\n|---|---|\n| 1 | x |"},
	{"TeX that Pandoc marks", `<p>so <span class="math inline">\(x^2\)</span> is \(y\) <span class="math display">\[z^2\]</span> there`, "so x² is \\\\(y\\\\)\n\nz²\n\nthere"},
	{"TeX for a script", `<script src="/mathjax/tex.js"></script><p>so \(x^2\), $$y^2$$ and <code>\(z\)</code>, $5 or $6, \( there</p><p>\begin{align*}a&amp;=b\end{align*}</p>`, "so x²,\n\ny²\n\nand `\\(z\\)`, \\$5 or \\$6, \\\\( there\n\na = b"},
	{"TeX between dollars for a script", `<script src="katex.js"></script><script>katex({delimiters: [{left: '$', right: '$'}]})</script><p>so $x^2$ is, $5 or $ 6`, "so x² is, \\$5 or \\$ 6"},
	{"a heading by its role", `<div role="heading" aria-level="3">One</div><p>a<div role=heading>Two</div>b`, "### One\n\na\n\n## Two\n\nb"},
	{"quotations in a quotation", `<p><q>a <q>b</q></q> <q>c</q>`, "“a ‘b’” “c”"},
	{"struck text", `<p>a <del>b</del> <s>c <b>d</b></s> <ins>e</ins>`, "a ~~b~~ ~~c~~ ~~**d**~~ e"},
	{"a button in a sentence", `<p>Press the <button>Save</button> button.</p><button>Share</button>`, "Press the Save button."},
	{"tasks", `<ul><li><input type="checkbox" checked> a<li><input type="checkbox"> b</ul><form><ul><li><input type="checkbox">c</ul></form>`, "- [x] a\n- [ ] b\n\n- c"},
	{"an image for browsers without scripts", `<p><noscript><img alt="Boats in the old harbour"></noscript></p><p><img alt="Men at the wheel of sums"><noscript><img alt="Men at the wheel of sums"></noscript>`, "[Boats in the old harbour]\n\n[Men at the wheel of sums]"},
	{"a drawing with a title", `<p>There is a <svg><title>warning</title><path/></svg> sign.</p><svg><path/></svg>`, "There is a [warning] sign."},
	{"blank code", "<pre> \n </pre>a", "a"},
	{"a caption in paragraphs", `<figure><figcaption><b>Fig. 1</b><p>One<p>Two</figcaption><p>below</figure>`, "**Fig. 1**\n\nOne\n\nTwo\n\nbelow"},
	{"figures without words", `<figure><img src="a.png"></figure><figure><img alt="Boats and men in the harbour"></figure>`, "[Boats and men in the harbour]"},
	{"descriptions of pictures", `<p>The boats lie in the old harbour.<img alt="Boats lie in the old harbour"><img alt="Men at the wheel of sums"><img alt="Men at the wheel of sums"><img alt="a few words"><img alt="😀"><img alt="moon_and_sea.png"><img class="tex" alt="x^2"><img alt="">`, "The boats lie in the old harbour.[Men at the wheel of sums][a few words]😀x²"},
	{"a description that is too long", `<p>a<img alt="` + strings.Repeat("word ", 121) + `">`, "a"},
	{"a table without headings", `<table><tr><td>port<td>depth<tr><td>Hull<td>7</table>`, "| port | depth |\n|---|---|\n| Hull | 7 |"},
	{"a table in parts", `<table><caption>Ports<p>and depths</caption><thead><tr><th>a<th>b</thead><tbody><tr><td rowspan=2>1<td>2<tr><td>3</tbody><tfoot><tr><td>4<td>5</tfoot></table>`, "Ports\n\nand depths\n\n| a | b |\n|---|---|\n| 1 | 2 |\n|  | 3 |\n| 4 | 5 |"},
	{"one cell is no table", `<table><tr><td>one<td> </table>`, "one"},
	{"a table that only lays out", `<table role="presentation"><tbody><tr><td>one<td>two</table>`, "one\n\ntwo"},
	{"a cell with more than cells have", `<table><tr><td>` + strings.Repeat("word ", 190) + `<td>two</table>`, strings.TrimSpace(strings.Repeat("word ", 190)) + "\n\ntwo"},
	{"a table in a table", `<table><tr><td>a<td><table><tr><th>b<th>c<tr><td>1<td>2</table></table>`, "a\n\n| b | c |\n|---|---|\n| 1 | 2 |"},
	{"blocks in cells", `<table><tr><th>a<th>b<tr><td><p>one<p>two<td><ul><li>x<li>y</ul></table>`, "| a | b |\n|---|---|\n| one<br>two | x<br>y |"},
	{"formulae in lines", `<p>so <math display="block"><mi>x</mi></math> and<math alttext="y^2"></math>.`, "so\n\nx\n\nandy²."},
	{"formulae between lines", `<p><math display="block"><mi>x</mi></math></p><p><script type="math/tex; mode=display">y^2</script>.</p><script type="math/tex"></script>`, "x\n\ny²."},
	{"a formula in a heading", `<h2><math display="block"><mi>x</mi></math></h2><p>a`, "## x\n\na"},
	{"formulae that are shown twice", `<div class="disp-formula"><span class="MathJax">x</span><script type="math/tex">x</script><span>(A.1)</span></div>`, "x (A.1)"},
	{"formulae in rows", `<table class="ltx_equationgroup"><tr><td><math><mi>x</mi></math><td>(1)<tr><td><math><mi>y</mi></math><td>(2)</table>`, "x (1)\n\ny (2)"},
	{"a formula beside an empty script", `<div class="equation"><script type="math/tex"></script><math><mi>x</mi></math><script type="math/tex">y</script></div>`, "xy"},
	{"formulae in MathML and TeX", `<p>so <math alttext="y^2"><mi>x</mi></math>.`, "so x."},
	{"annotations of formulae", `<p><math><semantics><mi>x</mi><annotation>TeX</annotation></semantics></math>`, "x"},
	{"what is hidden", `<p>a<i aria-hidden="true">b</i><i hidden="until-found">c</i><i style="color:red;visibility: hidden">d</i><i class="x sr-only">e</i><i class="noprints">f</i><svg>g</svg></p><div><button>h</button></div>`, "a*cf*"},
	{"half of a page behind a window", `<div style="display:none"><p>The whole article is in here.</div><p>Wait.`, "The whole article is in here.\n\nWait."},
	{"hidden headings", `<h2 class="sr-only">One</h2><p>a longer text`, "## One\n\na longer text"},
	{"a line that PubMed Central adds", `<p>Click here for additional data file.</p><p>a`, "a"},
	{"footnotes and their marks", `<p>a<sup><a href="#n1">1</a>,<a href="#n2">†</a></sup><a href="#n1">[1]</a></p><h2>Notes</h2><div class="footnotes"><p id="n1">1 One <a href="#r1">↑</a><p id="n2">Two</div>`, "a[^1]<sup>,</sup>[^2]\\[^1]\n\n## Notes\n\n[^1]: 1 One\n\n[^2]: Two"},
	{"a note that is called so", `<p>a<a href="#n1">*</a></p><ol class="endnotes"><li id="n1"><p>One</ol><p>b<a href="#x1">2</a><p id="x1">Not one`, "a[^1]\n\nb2\n\nNot one\n\n## Notes\n\n[^1]: One"},
	{"links from notes back", `<p>a<a href="#n1" id="r1">1</a> <a href="#n2" id="r2">2</a> <a href="#r1" class="back">b</a></p><ol role="doc-endnotes"><li id="n1">One <a href="#r1" class="footnote-backref">back</a><li id="n2">Two <a href="#r2" role="doc-backlink">return</a></ol>`, "a[^1] [^2] b\n\n## Notes\n\n[^1]: One\n\n[^2]: Two"},
	{"a footnote in several paragraphs", `<p>a<a href="#n1">*</a></p><div class="footnote"><p id="n1">One<p>Two</div>`, "a[^1]\n\n## Notes\n\n[^1]: One\n\n    Two"},
	{"a mark alone on its line", `<div>a<br><a href="#n1">*</a><br>b</div><div class="footnotes"><p id="n1">One</div>`, "a  \n[^1]  \nb\n\n## Notes\n\n[^1]: One"},
	{"links to references that are raised", `<p>a<a href="#r1"><sup>n-1</sup></a> b<sup>n-1</sup></p><h2>References</h2><ol><li id="r1">` + lind + `</ol>`, "a<sup>n-1</sup> bⁿ⁻¹\n\n## References\n\n1. " + lind},
	{"entries with styles", `<p>a</p><h2>References</h2><ol><li>Oke, B. (1950). <i>Wheels</i> <code>c</code>.<li>` + lind + `</ol>`, "a\n\n## References\n\n1. Oke, B. (1950). *Wheels* c.\n\n2. " + lind},
	{"lists without headings", `<p>a<ol class="references"><li>` + oke + `<li>` + lind + `</ol><p>b<ul class="references"><li>Wren, A. (1901). The moon.</ul><p>c`, "a\n\nb\n\nc\n\n## References\n\n1. " + oke + "\n\n2. " + lind + "\n\nWren, A. (1901). The moon."},
	{"footnotes called so beside each other", `<p>a<a href="#n1">1</a> b<a href="#n2">2</a></p><div><p class="footnote" id="n1">One<p class="footnote" id="n2">Two</div>`, "a[^1] b[^2]\n\n## Notes\n\n[^1]: One\n\n[^2]: Two"},
	{"a formula of which there is only an annotation", `<p>so <math alttext="y^2"><semantics><annotation>TeX</annotation></semantics></math>`, "so y²"},
	{"a picture with a caption needs no description", `<figure><img alt="Boats and men in the harbour"><figcaption>A wave</figcaption></figure>`, "A wave"},
	{"a formula with a sign before its number", `<div class="equation"><math><mi>x</mi></math><span><b>,</b> <i>(4)</i></span></div>`, "x (4)"},
	{"a formula in an element in a line", `<p>so <span><math display="block"><mi>x</mi></math></span> is`, "so\n\nx\n\nis"},
	{"a link over lines", `<p><a href="https://example.org/">a<br>b</a>`, "[a](<https://example.org/>)  \n[b](<https://example.org/>)"},
	{"an arrow that leads out of the page", `<p>a <a href="https://example.org/">↑</a>`, "a [↑](<https://example.org/>)"},
	{"a formula in lines", `<p><math><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></math>`, "a  \nb"},
	{"a list in terms", `<p>a<h2>References</h2><dl><dt>[1]<dd>` + oke + `<dt>[2]<dd>` + lind + `</dl>`, "a\n\n## References\n\n1. " + oke + "\n\n2. " + lind},
	{"a heading of a list without a list", `<h2>References</h2>`, "## References"},
	{"descriptions that are names of files, or in headings", `<img alt="the moon over the sea.png"><h2>One <img alt="Men at the wheel of sums"></h2>a`, "## One\n\na"},
	{"formulae in rows without numbers", `<table class="ltx_equationgroup"><tr><td><math><mi>x</mi></math><tr><td><math><mi>y</mi></math></table>`, "x\n\ny"},
	{"code in elements for its colours", `<pre><span>a</span> <b>b</b><i>c</i></pre>`, "```\na bc\n```"},
	{"a table without text", `a<table><tr><th> <th> <tr><td> <td> </table>b`, "a\n\nb"},
	{"a number in a formula is not its number", `<div class="equation"><math><mi>y</mi><mo>=</mo><mn>4</mn></math></div>`, "y = 4"},
	{"a first row of words is a head", `<table><tr><td>port<td colspan=2>depth<tr><td>Hull<td>7<td>9</table>`, "| port | depth | depth |\n|---|---|---|\n| Hull | 7 | 9 |"},
	{"a first row that has other cells is none", `<table><tr><td>1<td colspan=2>depth<tr><td>Hull<td>7<td>9</table>`, "|  |  |  |\n|---|---|---|\n| 1 | depth |  |\n| Hull | 7 | 9 |"},
	{"a first row of words behind an empty cell", `<table><tr><td> <td>depth<tr><td>Hull<td>7</table>`, "|  | depth |\n|---|---|\n| Hull | 7 |"},
	{"a first row with long text is none", `<table><tr><td>port<td colspan=2>` + strings.Repeat("depth", longestHead/5) + `<tr><td>Hull<td>7<td>9</table>`,
		"|  |  |  |\n|---|---|---|\n| port | " + strings.Repeat("depth", longestHead/5) + " |  |\n| Hull | 7 | 9 |"},
	{"a first row is none if others have headings", `<table><tr><td>port<td colspan=2>depth<tr><th>Hull<td>7<td>9</table>`, "|  |  |  |\n|---|---|---|\n| port | depth |  |\n| Hull | 7 | 9 |"},
	{"a first row of headings, some blank", `<table><tr><th> <th>7<tr><th>Hull<td>9</table>`, "|  | 7 |\n|---|---|\n| Hull | 9 |"},
	{"a first row with one heading", `<table><tr><th> <td>7<tr><th>Hull<td>9</table>`, "|  |  |\n|---|---|\n|  | 7 |\n| Hull | 9 |"},
	{"terms in terms", `<dl><dt>ebb<dd>falling<dl><dt>neap<dd>little</dl></dl>`, "**ebb**\n\nfalling\n\n- **neap**: little"},
	{"a list in a page that is laid out as a table", `<table role="presentation"><tr><td>One<tr><td><h2>References</h2><tr><td>` + oke + `<tr><td>` + lind + `</table>`, "One\n\n## References\n\n" + oke + "\n\n" + lind},
	{"a footnote in a cell", `<p>a<sup><a href="#n1">1</a></sup></p><table><tr><th>x<th>y<tr><td>b<td class="footnote" id="n1">c<tr><td>d<td><span class="footnote" id="n2">e</span></table><p>f<a href="#n2">2</a>`, "a<sup>1</sup>\n\n| x | y |\n|---|---|\n| b | c |\n| d | e |\n\nf2"},
	{"a footnote of a table", `<p>a<sup><a href="#n1">a</a></sup></p><table class="footnotes"><tr><th>x<th>y<tr><td>b<td id="n1">c</table>`, "aᵃ\n\n| x | y |\n|---|---|\n| b | c |"},
}

func TestBody(t *testing.T) {
	for _, tt := range bodyTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, "<html><body><h1>Tides</h1>"+tt.page+"</body></html>")
			if got := strings.TrimPrefix(strings.TrimSuffix(a.Body.String(), "\n"), "# Tides\n\n"); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"by what is there", `See <a href="#f1">the wave</a>, <a href="#t1">the depths</a>, <a href="#e1">that</a>, <a href="#s2">more</a>.<figure id="f1"><figcaption>A wave.</figcaption></figure><table id="t1"><tr><th>a<th>b<tr><td>1<td>2</table><div class="equation" id="e1"><math><mi>x</mi></math></div><section id="s2"><h2>Methods</h2><p>Text.</section>`,
			"figure the wave: A wave.\ntable the depths: | a | b |\nequation that: x\nsection more: ## Methods"},
		{"by what the link says", `See <a href="#a">Fig. 1</a>, <a href="#b">Table 1</a>, <a href="#c">Section 2</a>, <a href="#d">there</a>.<p id="a">one<p id="b">two<ul><li>x<li id="c">three</ul><p id="d">four`,
			"figure Fig. 1: one\ntable Table 1: two\nsection Section 2: - three"},
		{"by what the place is called", `See <a href="#fig1">this</a>, <a href="#tbl1">this</a>, <a href="#eq-1">this</a>.<p id="fig1">one<p id="tbl1">two<p id="eq-1">three`,
			"figure this: one\ntable this: two\nequation this: three"},
		{"a figure with a table", `See <a href="#f1">it</a>.<figure id="f1"><table><tr><th>a<th>b<tr><td>1<td>2</table></figure>`, "table it: | a | b |"},
		{"a name in or before a heading", `See <a href="#a">one</a>, <a href="#b">two</a>, <a href="#c">three</a>.<h2><a name="a"></a>One</h2><p>x</p><a id="b"></a> <h2>Two</h2><p>y</p><a id="c"></a> word <h2>Three</h2>`, "section one: ## One\nsection two: ## Two"},
		{"what begins with text, or is empty before it", `See <a href="#a">Section 1</a>, <a href="#b">Section 2</a>.<div id="a">one<p>two</div><div><div id="b"></div>three<p>four</div>`, "section Section 1: one\nsection Section 2: three"},
		{"a footnote", `A remark<sup><a href="#fn1">*</a></sup>.<div class="footnotes"><p id="fn1">* A remark.</div>`, "note ¹: [^1]: \\* A remark."},
		{"what is called a note around its mark", `<div class="note" id="n1"><p>a<a href="#n1">*</a></div>`, ""},
		{"a word that leads to a note", `A <a href="#fn1">remark</a>.<div class="footnotes"><p id="fn1">A remark.</div>`, ""},
		{"a footnote that is too long", `A remark<a href="#fn1">1</a>.<div class="footnotes"><p id="fn1">` + strings.Repeat("word ", longestNote/5+1) + `</div>`, ""},
		{"nowhere", `A <a href="#x">remark</a>, <a href="">b</a>, <a>c</a>.`, ""},
		{"a file, but not from a number", `A <a href="b.md">remark</a>, <a href="2.md">2</a>.`, "file remark: b.md"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := links(mustRead(t, "<h1>Tides</h1><p>"+tt.page)); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestBoilerplate(t *testing.T) {
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

// TestHuge reads what is deep or wide.
func TestHuge(t *testing.T) {
	start := "<html><body><nav>menu</nav>" + strings.Repeat(filler("Text, and more."), 5)
	repeat := strings.Repeat
	for name, page := range map[string]string{
		"deep":       start + repeat("<div>", 6000) + "text",
		"deep tails": start + repeat("<div>text ", 400) + repeat("word ", 2000),
		"bold":       start + repeat("<b>a<i>b", 10_000),
		"tables":     start + repeat("<table><td>", 3000),
		"spans":      start + "<table>" + repeat("<tr><td colspan=1000 rowspan=1000>1", 3000),
		"headings":   start + repeat("<p class=title>References</p><p>Oke, B. (1950). Wheels.</p>", 300),
		"links":      start + repeat("<a href=#x>1</a> ", 3000) + "<ol id=x><li>Oke, B. (1950)",
		"lists":      start + repeat("<ul><li>x", 250) + repeat("<li>y", 2000),
	} {
		t.Run(name, func(t *testing.T) {
			checkPage(t, page)
		})
	}
}

// A page with too many tags says that it was cut.
func TestTooManyTags(t *testing.T) {
	for most, want := range map[int]int{4: 0, 3: 1} {
		d, err := readTags(safe.New("<h1>Tides</h1><p>They rise.</p>"), nil, most)
		if err != nil || len(d.Notices) != want {
			t.Errorf("%d tags: %v %v", most, d.Notices, err)
		}
	}
}

// TestEntryLinks holds that links in entries lead out of the page's site, or nowhere.
func TestEntryLinks(t *testing.T) {
	a := mustRead(t, `<head><base href="https://www.example.org/"></head><h1>Tides</h1><p>Text.</p><h2>References</h2><ol><li>`+oke+` <a href="https://example.org/oke">here</a> <a href="/oke">here</a> <a href="https://example.com/oke">there</a></li><li>`+lind+`</li></ol>`)
	if got, want := links(a), "url there: https://example.com/oke"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestRemovedParts holds that the parts of a list or table that are boilerplate are not in it.
func TestRemovedParts(t *testing.T) {
	text := strings.Repeat(filler("Tides are foretold, by sums, and by wheels."), 3)
	a := mustRead(t, `<nav>Home</nav><div>`+text+`<ul><li>Ebb<li class="ads">Buy now</ul><table><caption class="share">Send it on</caption><tr><th>port<th>depth</tr><tbody class="ads"><tr><td>Bargain<td>9</tbody><tbody><tr class="promo"><td>Sale<td>8<tr><td>Hull<td>7</table>`+text+`</div>`)
	body := a.Body.String()
	if !strings.Contains(body, "| port | depth |\n|---|---|\n| Hull | 7 |") || strings.Contains(body, "Send it on") || !strings.Contains(body, "- Ebb\n\n") {
		t.Errorf("body %q, removed %q", body, lines(a.Furniture))
	}
}

// TestRemovedNote holds that the mark of a footnote that is boilerplate leads nowhere.
func TestRemovedNote(t *testing.T) {
	text := strings.Repeat(filler("Tides are foretold, by sums, and by wheels."), 3)
	a := mustRead(t, `<nav>Home</nav><div>`+text+`<p>A remark<sup><a href="#fn1">1</a></sup> here, and there.</p>`+text+`</div><footer><div id="fn1" class="footnote">The note</div></footer>`)
	if got := lines(a.Furniture); got != "Home\nThe note" || !strings.Contains(a.Body.String(), "A remark¹ here") || len(a.Links) > 0 {
		t.Errorf("removed %q, links %v, body %q", got, a.Links, a.Body)
	}
}

func FuzzHTML(f *testing.F) {
	for _, tt := range listTests {
		f.Add(tt.page)
	}
	for _, tt := range bodyTests {
		f.Add(tt.page)
	}
	f.Add(slots)
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
