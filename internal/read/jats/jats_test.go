package jats

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"etal/internal/article"
)

// paper returns a JATS article with that body and list.
func paper(body, list string) string {
	return "<article><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body>" +
		body + "</body><back><ref-list>" + list + "</ref-list></back></article>"
}

// numbered is a list of nine works, r1 to r9.
func numbered() string {
	var b strings.Builder
	for i := 1; i <= 9; i++ {
		fmt.Fprintf(&b, "<ref id='r%d'><label>%d</label><mixed-citation>Oke B. Wheel %d. 195%d.</mixed-citation></ref>", i, i, i, i)
	}
	return b.String()
}

// shorthand makes xrefs of {ids|text}.
func shorthand(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		xref, after, _ := strings.Cut(rest, "}")
		ids, text, _ := strings.Cut(xref, "|")
		b.WriteString("<xref ref-type='bibr' rid='" + ids + "'>" + text + "</xref>")
		s = after
	}
}

var citationTests = []struct{ name, text, want string }{
	{"brackets", "so [{r1|1}, {r3|3}].", "[1, 3] [1 3]"},
	{"a range between two", "so [{r2|2}–{r4|4},{r6|6}].", "[2–4,6] [2 3 4 6]"},
	{"brackets inside the marks", "so {r2|[2]}–{r4|[4]}.", "[2]–[4] [2 3 4]"},
	{"a range in one", "so [{r2 r4|2–4}] and [{r6|6-8}]", "[2–4] [2 3 4] [6-8] [6 7 8]"},
	{"several ids in one", "so [{r2 r5 r7|2, 5, 7}]", "[2, 5, 7] [2 5 7]"},
	{"raised", "so<sup>{r1|1},{r2|2}</sup>.", "1,2 [1 2]"},
	{"raised each by itself", "so<sup>{r1|1}</sup><sup>–</sup><sup>{r3|3}</sup>.", "1–3 [1 2 3]"},
	{"raised inside", "so{r1|<sup>1</sup>}.", "1 [1]"},
	{"parentheses", "so ({r1|1}, {r2|2}).", "(1, 2) [1 2]"},
	{"authors and years", "so ({r1|Oke, 1951}; {r2|Oke <italic>et al.</italic>, 1952}).", "(Oke, 1951; Oke et al., 1952) [1 2]"},
	{"years only", "so (Oke {r1|1951}; Oke et al. {r2|1952}, {r3|1953}).", "(Oke 1951; Oke et al. 1952, 1953) [1 2 3]"},
	{"narrative", "As Oke and Lind ({r1|1951}) and Wren et al. {r2|1952} say", "Oke and Lind (1951) [1] Wren et al. 1952 [2]"},
	{"an author and a year of their own", "so ({r1|Oke}, {r1|1951})", "(Oke, 1951) [1]"},
	{"a bracket that says more", "so (of which much more was said by all the people who have been at the sea at night, among them {r1|Oke 1951})", "Oke 1951 [1]"},
	{"not in the list", "so [{r12|12}]", "[12] []"},
	{"not in the list, in running text", "so {r12|12} say", "12 []"},
	{"a reference of another kind to the list", "so [<xref ref-type='other' rid='r1'>1</xref>]", "[1] [1]"},
	{"no text", "so {r1|}.", ""},
	{"no marks are guessed", "so [{r1|1}], on [2, 3].", "[1] [1]"},
}

func TestCitations(t *testing.T) {
	for _, tt := range citationTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, paper("<p>"+shorthand(tt.text)+"</p>", numbered()))
			checkArticle(t, a)
			if got := citations(a); got != tt.want {
				t.Errorf("citations\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestUnmarkedCitations(t *testing.T) {
	a := mustRead(t, paper("<p>so [2–4]</p>", numbered()))
	if got := citations(a); got != "[2–4] [2 3 4]" {
		t.Errorf("citations are not looked for where none is marked: %s", got)
	}
}

var bodyTests = []struct{ name, body, want string }{
	{"Markdown's signs", "<p># a *b* _c_ [d](e) `f` &lt;g> &amp;amp; ~~h~~</p>", "\\# a \\*b\\* \\_c\\_ [d]\\(e) \\`f\\` \\<g> \\&amp; \\~\\~h\\~\\~"},
	{"signs over two elements", "<p>[a]<italic>(b)</italic>: [<bold>^</bold>c]</p>", "[a]\\(*b*): [\\^c]"},
	{"emphasis beside punctuation", "<p>a<italic>(b c)</italic>d <bold>e.</bold></p>", "a(*b c*)d **e**."},
	{"emphasis that touches", "<p><italic>a</italic><bold>b</bold></p>", "*a*b"},
	{"raised and lowered", "<p>10<sup>−3</sup> CO<sub>2</sub> k<sub>cat</sub> x<sup>2<italic>n</italic></sup> e<sup>−G/Q</sup></p>", "10⁻³ CO₂ k\\_cat x²ⁿ e\\^(−G/Q)"},
	{"blanks", "<p>\n  a <italic> b </italic>\n c\n</p>", "a *b* c"},
	{"links", "<p><ext-link xlink:href='https://example.org/a_(b)'>there</ext-link> <uri>https://example.org/</uri> <ext-link xlink:href='javascript:x'>no</ext-link></p>", "[there](<https://example.org/a_(b)>) https://example.org/ no"},
	{"sections", "<sec><title>A</title><sec><label>1.2</label><title>B</title><p>b</p></sec></sec>", "## A\n\n### 1.2 B\n\nb"},
	{"blocks in a paragraph", "<p>a<disp-quote><p>b</p></disp-quote>c</p>", "a\n\n> b\n\nc"},
	{"a list in a quote", "<disp-quote><list><list-item><p>a</p><p>b</p></list-item><list-item><p>c</p></list-item></list></disp-quote>", "> - a\n>\n>   b\n> - c"},
	{"items of their own labels", "<list><list-item><label>(i)</label><p>a</p></list-item></list>", "- (i) a"},
	{"terms", "<def-list><def-item><term>SL</term><def><p>sea level</p></def></def-item></def-list>", "- **SL**: sea level"},
	{"code", "<code>a\n  b ```\n</code>", "````\na\n  b ```\n````"},
	{"a boxed text", "<boxed-text><label>Box 1</label><caption><title>B</title></caption><p>b</p></boxed-text>", "> **Box 1**. **B**\n>\n> b"},
	{"a table", "<table><tr><th>a</th><th>b|c</th></tr><tr><td rowspan='2'>d</td><td>e<break/>f</td></tr><tr><td>g</td></tr></table>", "| a | b\\|c |\n|---|---|\n| d | e<br>f |\n|  | g |"},
	{"headings over columns", "<table><thead><tr><th rowspan='2'>a</th><th colspan='2'>b</th></tr><tr><th>c</th><th>d</th></tr></thead><tr><td>1</td><td>2</td><td>3</td></tr></table>", "| a | b: c | b: d |\n|---|---|---|\n| 1 | 2 | 3 |"},
	{"a figure", "<fig><label>Fig. 1</label><caption><p>A sea.</p><p>By night.</p></caption></fig>", "**Fig. 1**. A sea.\n\nBy night."},
	{"a formula", "<disp-formula><label>(2)</label><tex-math>\\frac{a}{b}</tex-math></disp-formula>", "a/b (2)"},
	{"footnotes", "<p>a<xref ref-type='fn' rid='n'>1</xref> b<fn><p>c</p></fn></p><fn-group><fn id='n'><label>1</label><p>d</p></fn><fn><p>e</p></fn></fn-group>", "a[^1] b[^2]\n\ne\n\n## Notes\n\n[^1]: d\n\n[^2]: c"},
	{"entities of HTML, and others", "<p>&eacute;&nbsp;&own;</p>", "é\u00a0\\&own;"},
	{"what archives say instead of a file", "<p>a</p><supplementary-material><caption><p>Click here for additional data file.</p></caption></supplementary-material>", "a"},
}

func TestBody(t *testing.T) {
	for _, tt := range bodyTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, paper(tt.body, ""))
			checkArticle(t, a)
			if got := strings.TrimPrefix(a.Body.String(), "# T\n\n"); got != tt.want+"\n" {
				t.Errorf("\n got %q\nwant %q", got, tt.want+"\n")
			}
		})
	}
}

func TestArticle(t *testing.T) {
	data, err := os.ReadFile("testdata/tides.xml")
	if err != nil {
		t.Fatal(err)
	}
	a := mustRead(t, string(data))
	checkArticle(t, a)
	tests := []struct{ name, got, want string }{
		{"title", a.Title.String(), "How tides are foretold"},
		{"authors", lines(a.Authors), "Ada Wren\nThe Harbour Group"},
		{"date", a.Date.String(), "2026-11-03"},
		{"language", a.Language.String(), "en"},
		{"summary", a.Summary.String(), "Tides follow the moon."},
		{"citations", citations(a), "[1–3] [1 2 3]"},
		{"references", references(a), "1|Wren AB, Oke C, et al. The moon. Tidal Lett. 1901;7(2):22–30. doi:10.5555/moon\n2|Oke, B. (1950). Wheels and *waves*. Bristol: Quay Press.\n3|Lind C. Waves. Water 1961; 3: 1–9."},
		{"links", linksOf(a), "note [^1]: At sea.|figure **Figure 1**. **The moon over a harbour**. Drawn at noon.|table **Table 1**. Heights of the sea.|equation F = 2GM/r³ (1)|section ## 1. Introduction"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, tt.got, tt.want)
		}
	}
	if it := a.References[0].Item; it == nil || it.Title != "The moon" || it.ContainerTitle != "Tidal Lett" || it.Author[0].Given != "Ada B." || it.Page != "22-30" || it.DOI != "10.5555/moon" {
		t.Errorf("fields of the first: %+v", it)
	}
	if it := a.References[1].Item; it == nil || it.Type != "book" || it.Title != "Wheels and *waves*" || it.Issued == nil {
		t.Errorf("fields of the second: %+v", it)
	}
}

var referenceTests = []struct{ name, ref, want string }{
	{"fields only, numbered", "<ref><label>[1]</label><element-citation publication-type='book'><person-group person-group-type='author'><name><surname>Oke</surname><given-names>Bola-Ann C.</given-names></name></person-group><source>Wheels</source><edition>2</edition><publisher-loc>Bristol</publisher-loc><publisher-name>Quay</publisher-name><year>1950</year></element-citation></ref>", "1|Oke B-AC. Wheels. 2 ed. Bristol: Quay; 1950."},
	{"fields only, by author", "<ref><nlm-citation citation-type='journal'><person-group person-group-type='author'><name><surname>Oke</surname><given-names>B</given-names></name><collab>The Quay</collab></person-group><article-title>Wheels?</article-title><source>Water</source><year>1950a</year><volume>3</volume><fpage>1</fpage><lpage>9</lpage></nlm-citation></ref>", "|Oke B, The Quay (1950a) Wheels? Water 3:1–9."},
	{"a chapter", "<ref><element-citation publication-type='book'><name><surname>Oke</surname><given-names>B</given-names></name><chapter-title>Wheels</chapter-title><person-group person-group-type='editor'><name><surname>Lind</surname><given-names>C</given-names></name></person-group><source>Waves</source><year>1950</year><fpage>7</fpage></element-citation></ref>", "|Oke B (1950) Wheels. In: Waves (Lind C, ed). pp 7."},
	{"names that lost their commas", "<ref><mixed-citation><person-group person-group-type='author'><name><surname>Oke</surname><given-names>B. C.</given-names></name><name><surname>Lind</surname><given-names>D.</given-names></name><etal/></person-group>. (<year>1950</year>). <article-title>Waves</article-title>. <pub-id pub-id-type='doi'>10.5555/w</pub-id><pub-id pub-id-type='pmid'>1</pub-id></mixed-citation></ref>", "|Oke, B. C., Lind, D., et al. (1950). Waves. https://doi.org/10.5555/w"},
	{"several under one number", "<ref><label>7</label><mixed-citation><label>(a)</label>Oke B. 1950.</mixed-citation><mixed-citation><label>(b)</label>Lind C. 1961.</mixed-citation></ref>", "7a|Oke B. 1950.\n7b|Lind C. 1961."},
	{"several under one number, without letters", "<ref><label>7.</label><mixed-citation>Oke B. 1950.</mixed-citation><mixed-citation>Lind C. 1961.</mixed-citation></ref>", "7a|Oke B. 1950.\n7b|Lind C. 1961."},
	{"several under one number, fields only", "<ref><label>7</label><element-citation><source>Waves</source><year>1950</year></element-citation><element-citation><source>Tides</source><year>1961</year></element-citation></ref>", "7a|Waves. 1950.\n7b|Tides. 1961."},
	{"two forms of one work, the printed one with its label", "<ref><citation-alternatives><element-citation><source>Waves</source></element-citation><mixed-citation><label>3</label>Oke B. Waves. 1950.</mixed-citation></citation-alternatives></ref>", "3|Oke B. Waves. 1950."},
	{"several without a number", "<ref><mixed-citation>Oke B. 1950.</mixed-citation><mixed-citation>Lind C. 1961.</mixed-citation></ref>", "|Oke B. 1950.\n|Lind C. 1961."},
	{"two forms of one work side by side", "<ref><label>1</label><mixed-citation>1. Oke B. Waves [Internet]. 1950.</mixed-citation><element-citation><source>Waves</source><year>1950</year></element-citation></ref>", "1|Oke B. Waves [Internet]. 1950."},
	{"a label that the text begins with", "<ref><label>12</label><mixed-citation>12) Oke B. 1950.</mixed-citation></ref>", "12|Oke B. 1950."},
	{"a number that the text begins with", "<ref><label>12</label><mixed-citation>12 Monkeys. 1950.</mixed-citation></ref><ref><label>1</label><mixed-citation>19 men. 1950.</mixed-citation></ref>", "12|12 Monkeys. 1950.\n1|19 men. 1950."},
	{"a label that the entry repeats", "<ref><label>Oke et al. (1950)</label><mixed-citation>Oke B. 1950.</mixed-citation></ref>", "|Oke B. 1950."},
	{"a list's signs", "<ref><mixed-citation># Oke *B*. <italic>Waves</italic>.</mixed-citation></ref>", "|# Oke *B*. Waves."},
	{"nothing", "<ref id='r'/>", "|(empty)"},
}

func TestReferences(t *testing.T) {
	for _, tt := range referenceTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, paper("<p>a</p>", tt.ref))
			checkArticle(t, a)
			if got := references(a); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

// linksOf writes the links that lead into the article, by kind, with the line they
// lead to.
func linksOf(a *article.Article) string {
	found := map[article.LinkKind]string{}
	for _, l := range a.Links {
		line, _, _ := strings.Cut(a.Body.String()[l.Target:], "\n")
		found[l.Kind] = string(l.Kind) + " " + line
	}
	var out []string
	for _, k := range []article.LinkKind{article.Note, article.Figure, article.Table, article.Equation, article.Section} {
		out = append(out, found[k])
	}
	return strings.Join(out, "|")
}

func TestSniff(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"a", "<?xml version='1.0'?><!DOCTYPE article [<!ENTITY a 'b'>]><!-- x --><article><front/>", true},
		{"a", "<pmc-articleset><article><front/></article></pmc-articleset>", true},
		{"a", "<article class='post'><p>HTML 5</p></article>", false},
		{"a.html", "<html><body><article><p>x</p></article></body></html>", false},
		{"a.xml", "<records><article><body><p>x</p></body></article></records>", true},
		{"a.xml", "<rss><item/></rss>", false},
		{"a.xml", "<rss><front/></rss>", false},
		{"a.xml", "<records><article><p>x</p></article></records>", false},
		{"a.md", "# Of <article> and <front>", false},
	}
	for _, tt := range tests {
		if got := Sniff(tt.name, tt.text); got != tt.want {
			t.Errorf("Sniff(%q, %q) = %v", tt.name, tt.text, got)
		}
	}
}

func TestBroken(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"cut short", "<article><front/><body><p>alpha</p><p>om", "alpha\n\nom\n\n*The file is cut short here or cannot be read on*.\n"},
		{"end tags in the wrong order", "<article><front/><body><sec><p><italic>a</p></italic></sec><p>b</p></body></article>", "*a*\n\nb\n"},
		{"an encoding that it is not in", "<?xml version='1.0' encoding='klingon'?><article><front/><body><p>é</p></body></article>", "é\n"},
		{"XML 1.1", "<?xml version='1.1'?><article><front/><body><p>a&#27;[1m</p></body></article>", "a␛[1m\n"},
		{"entities of its own", "<!DOCTYPE article [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><article><front/><body><p>&b;</p></body></article>", "\\&b;\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, tt.text)
			checkArticle(t, a)
			if got := a.Body.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestHuge reads what is deep or wide.
func TestHuge(t *testing.T) {
	deep := func(start, end string) string {
		return paper(strings.Repeat(start, 5_000)+"x"+strings.Repeat(end, 5_000), "")
	}
	tests := []struct{ name, text string }{
		{"sections", deep("<sec><title>a</title>", "</sec>")},
		{"lists", deep("<list><list-item><p>a</p>", "</list-item></list>")},
		{"quotes", deep("<disp-quote>", "</disp-quote>")},
		{"emphasis", deep("<italic>a", "</italic>")},
		{"raised", deep("<sup>a", "</sup>")},
		{"formulae", deep("<mfrac><mi>a</mi>", "</mfrac>")},
		{"TeX", paper("<tex-math>"+strings.Repeat("{\\frac", 5_000)+"</tex-math>", "")},
		{"spans", paper("<table><tr>"+strings.Repeat("<td colspan='99999' rowspan='99999'>x</td>", 1_000)+"</tr></table>", "")},
		{"marks", paper("<p>"+strings.Repeat("<xref ref-type='bibr' rid='r1'>1</xref> (", 5_000)+"</p>", numbered())},
		{"never closed", "<article><front/><body>" + strings.Repeat("<p>a", 5_000)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			mustRead(t, tt.text)
		})
	}
}

func FuzzRead(f *testing.F) {
	data, err := os.ReadFile("testdata/tides.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(paper(shorthand("<p>so ({r1|Oke}, {r2|1951})<sup>{r1|1}–{r3|3}</sup> [{r9|9}]</p>"), numbered()))
	f.Add(paper("<list><list-item><label>&#x301;</label><table><tr><td>a|b<td/></tr></table></list-item></list><def-list><def-item/></def-list>", "<ref id='a'/>"))
	f.Add(paper("<tex-math>\\begin{cases}\\frac{a}{b}^{2}_i\\\\ \\sqrt[3]{\\bar x}\\end{cases}</tex-math><math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover></math>", ""))
	f.Add(slots)
	for _, tt := range citationTests {
		f.Add(paper("<p>"+shorthand(tt.text)+"</p>", numbered()))
	}
	for _, tt := range bodyTests {
		f.Add(paper(tt.body, ""))
	}
	for _, tt := range blockTests {
		f.Add(paper(tt.body, ""))
	}
	for _, tt := range referenceTests {
		f.Add(paper("<p>a</p>", tt.ref))
	}
	for _, tt := range frontTests {
		f.Add(withFront(tt.front))
	}
	for _, tt := range fieldTests {
		f.Add(paper("<p>a</p>", "<ref>"+tt.citation+"</ref>"))
	}
	for _, tt := range printTests {
		f.Add(paper("<p>a</p>", "<ref>"+tt.ref+"</ref>"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if a := articleOf(text); a != nil {
			checkArticle(t, a)
		}
	})
}

// TestPublisherStyles checks that references with fields only are printed as their publisher does.
func TestPublisherStyles(t *testing.T) {
	ref := "<ref><label>1</label><element-citation publication-type='journal'><person-group><name><surname>Oke</surname><given-names>Bola C.</given-names></name><name><surname>Lind</surname><given-names>D.</given-names></name></person-group><article-title>Wheels</article-title><source>Tides</source><year>1950</year><volume>3</volume><issue>2</issue><fpage>4</fpage><lpage>9</lpage><pub-id pub-id-type='doi'>10.5555/w</pub-id></element-citation></ref>"
	for publisher, want := range map[string]string{
		"Quay Press":                     "1|Oke BC, Lind D. Wheels. Tides. 1950;3(2):4–9. doi:10.5555/w",
		"MDPI":                           "1|Oke BC, Lind D. Wheels. Tides. 1950;3(2):4–9.",
		"Hindawi Publishing Corporation": "1|B. C. Oke and D. Lind, “Wheels,” Tides, vol. 3, no. 2, pp. 4–9, 1950.",
	} {
		text := strings.Replace(paper("<p>x</p>", ref), "<article-meta>", "<journal-meta><publisher><publisher-name>"+publisher+"</publisher-name></publisher></journal-meta><article-meta>", 1)
		a := mustRead(t, text)
		if got := references(a); got != want {
			t.Errorf("%s\n got %s\nwant %s", publisher, got, want)
		}
		if a.References[0].Item.DOI != "10.5555/w" {
			t.Errorf("%s: fields %+v", publisher, a.References[0].Item)
		}
	}
}
