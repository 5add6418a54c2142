//go:build !race

package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/bib/csljson"
	"etal/internal/bib/ris"
	"etal/internal/htmlpage"
	"etal/internal/lint"
	"etal/internal/read"
	"etal/internal/render"
	"etal/internal/search"
	"etal/internal/theme"
)

// A shape is a text of one thing again and again: what one repeats, between a head and a tail.
// With an entry, that is repeated as often between the middle and the tail.
type shape struct {
	name, file string
	head       string
	part       func(i int) string
	middle     string
	entry      func(i int) string
	tail       string
}

// text returns a text of at least so many bytes.
func (s shape) text(size int) string {
	var parts, entries strings.Builder
	for i := 0; parts.Len()+entries.Len() < size; i++ {
		parts.WriteString(s.part(i))
		if s.entry != nil {
			entries.WriteString(s.entry(i))
		}
	}
	return s.head + parts.String() + s.middle + entries.String() + s.tail
}

// source returns the bytes of a file with a text of at least so many bytes: a book is packed, with its contents
// behind a NUL.
func (s shape) source(t *testing.T, size int) []byte {
	text := s.text(size)
	if s.file != "a.epub" {
		return []byte(text)
	}
	chapter, contents, _ := strings.Cut(text, "\x00")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, file := range [][2]string{
		{"META-INF/container.xml", `<container><rootfile full-path="a.opf"/></container>`},
		{"a.opf", `<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="n" href="a.ncx"/></manifest><spine toc="n"><itemref idref="a"/></spine></package>`},
		{"a.xhtml", "<body>" + chapter + "</body>"}, {"a.ncx", "<ncx><navMap>" + contents + "</navMap></ncx>"},
	} {
		w, err := z.Create(file[0])
		if err == nil {
			_, err = io.WriteString(w, file[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// f returns the function that writes its argument into a format, as often as that asks for.
func f(format string) func(i int) string {
	n := strings.Count(format, "%d")
	return func(i int) string {
		args := make([]any, n)
		for k := range args {
			args[k] = i + 1
		}
		return fmt.Sprintf(format, args...)
	}
}

const (
	list  = "\n\n## References\n\n"
	page  = "<!doctype html><title>T</title><body><h1>T</h1>"
	jats  = `<?xml version="1.0"?><article><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body>`
	end   = "</body></article>"
	works = "</body><back><ref-list>"
	ended = "</ref-list></back></article>"
)

// entryOf is an entry of a numbered list, namedEntry one of a list by authors and years.
var (
	entryOf    = f("%d. Wren, A. (2001). The moon and the sea, part %d. *Tidal Letters*, %d(2), 1–9.\n")
	jatsEntry  = f(`<ref id="r%d"><label>%d</label><mixed-citation>Wren A. The moon %d. Tides. 2001;3(2):1–9.</mixed-citation></ref>`)
	namedEntry = func(i int) string {
		return fmt.Sprintf("Wren%s, A. (2001). The moon %d. *Tides*, 1, 2–3.\n\n", letters(i), i)
	}
)

// letters writes a number in letters, for names.
func letters(i int) string {
	s := ""
	for ; i >= 0; i = i/26 - 1 {
		s = string(rune('a'+i%26)) + s
	}
	return s
}

var shapes = []shape{
	{name: "paragraphs", file: "a.md", part: f("The moon pulls the sea, as sailors knew long before anybody could say why.\n\n")},
	{name: "one paragraph", file: "a.md", part: f("The moon pulls the sea. ")},
	{name: "lines of one letter", file: "a.md", part: f("a\n")},
	{name: "paragraphs of one letter", file: "a.md", part: f("a\n\n")},
	{name: "blank lines", file: "a.md", head: "moon\n", part: f("\n"), tail: "sea\n"},
	{name: "form feeds", file: "a.md", head: "moon\n", part: f("\f"), tail: "sea\n"},
	{name: "one word", file: "a.md", part: f("moonlight")},
	{name: "headings", file: "a.md", part: f("## Moon %d\n\n")},
	{name: "underlined headings", file: "a.md", part: f("Moon %d\n====\n\n")},
	{name: "headings called References", file: "a.md", part: f("## References\n\n")},
	{name: "lists of one entry", file: "a.md", head: "Moon [1].\n\n", part: f("## References\n\n%d. Wren, A. (2001). Moon.\n\n")},
	{name: "list items", file: "a.md", part: f("- moon %d\n")},
	{name: "nested items", file: "a.md", part: f("- a\n  - b\n    - c\n")},
	{name: "quotes", file: "a.md", part: f("> moon\n\n")},
	{name: "callouts", file: "a.md", part: f("> [!NOTE] moon %d\n> sea\n\n")},
	{name: "terms", file: "a.md", part: f("Moon %d\n: pulls\n\n")},
	{name: "definitions", file: "a.md", head: "Moon\n", part: f(": pulls\n\n")},
	{name: "paragraphs of a note", file: "a.md", head: "Moon[^1].\n\n[^1]: Sea.\n\n", part: f("    Moon.\n\n")},
	{name: "code", file: "a.md", part: f("```go\nx := 1\n```\n\n")},
	{name: "lines of code", file: "a.md", head: "```go\n", part: f("x := 1 // %d\n"), tail: "```\n"},
	{name: "rows", file: "a.md", head: "| a | b |\n|---|---|\n", part: f("| %d | moon |\n")},
	{name: "wide rows", file: "a.md", head: strings.Repeat("| a ", 12) + "|\n" + strings.Repeat("|---", 12) + "|\n", part: f(strings.Repeat("| x ", 12) + "|\n")},
	{name: "tables", file: "a.md", part: f("| a | b |\n|---|---|\n| c | d |\n\n")},
	{name: "formulae", file: "a.md", part: f("so $x^%d$ and\n$$\n- y \\tag{%d}\n$$\n\n")},
	{name: "dollar signs", file: "a.md", part: f("$a $%db ")},
	{name: "formulae without end", file: "a.md", part: f("\\[ x\n$$y\n")},
	{name: "emphasis", file: "a.md", part: f("*a* **b** `c` ~~d~~ ")},
	{name: "open emphasis", file: "a.md", part: f("*a_ ")},
	{name: "open brackets", file: "a.md", part: f("[")},
	{name: "back ticks", file: "a.md", part: f("`a``b ")},
	{name: "links", file: "a.md", part: f("[moon %d](https://x.example/%d) ")},
	{name: "links by one label", file: "a.md", part: f("[moon][m] "), tail: "\n\n[m]: https://x.example/\n"},
	{name: "link definitions", file: "a.md", part: f("[moon][m%d] "), middle: "\n\n", entry: f("[m%d]: https://x.example/%d\n")},
	{name: "addresses", file: "a.md", part: f("https://x.example/%d doi:10.5555/%d ")},
	{name: "tags", file: "a.md", part: f("<b>a</b> <sup>%d</sup> ")},
	{name: "open tags", file: "a.md", part: f("<b>a ")},
	{name: "HTML blocks", file: "a.md", part: f("<div>moon</div>\n\n")},
	{name: "HTML rows", file: "a.md", head: "<table>", part: f("<tr><td>a<td>b</tr>\n"), tail: "</table>"},
	{name: "open HTML", file: "a.md", part: f("<table><tr><td>\n\n")},
	{name: "HTML around Markdown", file: "a.md", part: f("<blockquote id=\"q%d\">\n\n*moon*\n\n")},
	{name: "HTML quotations", file: "a.md", part: f("<blockquote>\n\n"), entry: f("</blockquote>\n\n")},
	{name: "HTML in items", file: "a.md", part: f("- a\n\n  <p>moon</p>\n\n")},
	{name: "HTML links", file: "a.md", part: f(`<a href="#a%d" id="a%d"><img alt=moon></a>`)},
	{name: "HTML in HTML", file: "a.md", part: f("<i><code><a href=x>"), entry: f("</a></code></i>")},
	{name: "unknown tags", file: "a.md", part: f("<p>moon<sea ")},
	{name: "accents", file: "a.md", part: f("e\u0301a\u0300\u0301 ")},
	{name: "zero-width spaces", file: "a.md", part: f("a\u200b")},
	{name: "ideographs", file: "a.md", part: f("月は海を引く。")},
	{name: "figures that are named", file: "a.md", part: f("See Figure %d.\n\nFigure %d: the moon.\n\n")},
	{name: "sections that are named", file: "a.md", part: f("## %d Moon\n\nSee Section %d.\n\n")},
	{name: "keys", file: "a.md", part: f("The moon [@wren%d].\n\n")},
	{name: "one key", file: "a.md", part: f("The moon [@wren].\n\n")},
	{name: "numbers", file: "a.md", part: f("The moon [%d].\n\n"), middle: list, entry: entryOf},
	{name: "clusters", file: "a.md", part: f("[1, 2, 3] "), middle: list, tail: entryOf(0) + entryOf(1) + entryOf(2)},
	{name: "ranges", file: "a.md", part: f("The moon [1–30].\n\n"), middle: list, entry: entryOf},
	{name: "numbers that are missing", file: "a.md", part: f("The moon [9%d].\n\n"), middle: list, tail: entryOf(0)},
	{name: "citations in one paragraph", file: "a.md", part: f("The moon pulls it [%d]. "), middle: list, entry: entryOf},
	{name: "superscripts", file: "a.md", part: f("The moon^%d^ pulls.\n\n"), middle: list, entry: entryOf},
	{name: "authors and years", file: "a.md", part: func(i int) string { return "The moon (Wren" + letters(i) + ", 2001).\n\n" }, middle: list, entry: namedEntry},
	{name: "authors that are missing", file: "a.md", part: func(i int) string { return "The moon (Oke" + letters(i) + " et al., 2001).\n\n" }, middle: list, entry: namedEntry},
	{name: "one author in every year", file: "a.md", part: func(i int) string { return fmt.Sprintf("The moon (Wren, %d). ", 1500+i%40) }, middle: list,
		entry: func(i int) string {
			return fmt.Sprintf("Wren, A. (%d). The moon %d. *Tides*, 1, 2–3.\n\n", 1500+i%40, i)
		}},
	{name: "works alike", file: "a.md", part: f("The moon (Wren, 2001).\n\n"), middle: list, entry: f("Wren, A. (2001). The moon. *Tides*, 1, 2–3.\n\n")},
	{name: "one author with others", file: "a.md", part: func(i int) string { return "Wren & Oke" + letters(i) + " (2001).\n\n" }, middle: list,
		entry: func(i int) string { return "Wren, A., & Oke" + letters(i) + ", B. (2001). The moon. *Tides*.\n\n" }},
	{name: "labels", file: "a.md", part: f("The moon [Wre%d].\n\n"), middle: list, entry: f("[Wre%d] A. Wren. The moon %d. Tides, 2001.\n\n")},
	{name: "entries of one line", file: "a.md", head: "Moon (Wren, 2001)." + list, part: f("Wren, A. (2001). Moon %d. Tides.\n")},
	{name: "one long entry", file: "a.md", head: "Moon [1]." + list + "1. ", part: f("Wren, A., "), tail: "Oke, B. (2001). Moon. *Tides*.\n"},
	{name: "footnotes", file: "a.md", part: f("Moon[^%d].\n\n"), middle: "\n\n", entry: f("[^%d]: See the moon.\n")},
	{name: "footnotes that are works", file: "a.md", part: f("Moon[^%d].\n\n"), middle: "\n\n", entry: f("[^%d]: A. Wren, *The moon* (London: Tides, 2001), 3.\n")},
	{name: "ibid.", file: "a.md", part: f("Moon[^%d].\n\n"), middle: "\n\n[^0]: A. Wren, *The moon* (London: Tides, 2001), 3.\n", entry: f("[^%d]: Ibid., 4.\n")},
	{name: "short forms", file: "a.md", part: f("Moon[^%d].\n\n"), middle: "\n\n[^0]: A. Wren, *The moon* (London: Tides, 2001), 3.\n", entry: f("[^%d]: Wren, *Moon*, 4.\n")},
	{name: "text paragraphs", file: "a.txt", part: f("The moon pulls the sea, as sailors knew long\nbefore anybody could say why.\n\n")},
	{name: "text lines of one letter", file: "a.txt", part: f("a\n")},
	{name: "text headings", file: "a.txt", part: f("%d. Moon\n\nIt pulls the sea.\n\n")},
	{name: "text lists", file: "a.txt", head: "Moon [1].\n\n", part: f("References\n\n[%d] Wren, A. Moon. 2001.\n\n")},
	{name: "text pages", file: "a.txt", part: f("The moon pulls %d\n\nTidal Letters            %d\n\f")},
	{name: "text references", file: "a.txt", part: f("The moon pulls the sea [%d].\n\n"), middle: "References\n\n", entry: f("[%d] Wren A. The moon. Tides. 2001;3(2):1-9.\n")},
	{name: "text superscripts", file: "a.txt", part: f("The moon pulls the sea.%d\n\n"), middle: "References\n\n", entry: f("%d. Wren A. The moon. Tides. 2001;3(2):1-9.\n")},
	{name: "page paragraphs", file: "a.html", head: page, part: f("<p>The moon pulls the sea, as sailors knew long before.</p>")},
	{name: "page of open tags", file: "a.html", head: page, part: f("<p>moon")},
	{name: "page of divisions", file: "a.html", head: page, part: f("<div>moon</div>")},
	{name: "page rows", file: "a.html", head: page + "<table>", part: f("<tr><td>a<td>b</tr>"), tail: "</table>"},
	{name: "page of lists", file: "a.html", head: page, part: f("<h2>References</h2><ol><li>Wren, A. (2001). Moon. Tides.</li></ol>")},
	{name: "page notes", file: "a.html", head: page, part: f(`<p>Moon<sup id="b%d"><a href="#n%d">%d</a></sup>.</p>`), middle: "<h2>Notes</h2><ol>", entry: f(`<li id="n%d">See the moon. <a href="#b%d">↩</a></li>`), tail: "</ol>"},
	{name: "page citations", file: "a.html", head: page, part: f(`<p>Moon <a href="#r%d">[%d]</a>.</p>`), middle: "<h2>References</h2><ol>", entry: f(`<li id="r%d">Wren, A. (2001). The moon %d. <i>Tides</i>, 1, 2.</li>`), tail: "</ol>"},
	{name: "page links", file: "a.html", head: page, part: f(`<p id="p%d"><a href="#p1">moon</a></p>`)},
	{name: "page figures", file: "a.html", head: page, part: f(`<figure><img src="%d.png"><figcaption>Figure %d. Moon</figcaption></figure>`)},
	{name: "page formulas", file: "a.html", head: page, part: f("<math><msup><mi>x</mi><mn>2</mn></msup></math> ")},
	{name: "book notes", file: "a.epub", part: f(`<p>Moon<sup><a id="b%d" href="#n%d">%d</a></sup>.</p>`), entry: f(`<p id="n%d"><a href="#b%d">%d</a> See the moon.</p>`)},
	{name: "book contents", file: "a.epub", part: f(`<p id="p%d">The moon %d.</p>`), middle: "\x00", entry: f(`<navPoint><navLabel><text>Moon %d</text></navLabel><content src="a.xhtml#p%d"/></navPoint>`)},
	{name: "book contents of one place", file: "a.epub", part: f(`<p>The moon %d.</p>`), middle: "\x00", entry: f(`<navPoint><navLabel><text>Moon %d</text></navLabel><content src="a.xhtml"/></navPoint>`)},
	{name: "JATS paragraphs", file: "a.xml", head: jats, part: f("<p>The moon pulls the sea, as sailors knew long before.</p>"), tail: end},
	{name: "JATS sections", file: "a.xml", head: jats, part: f("<sec><title>Moon %d</title><p>It pulls.</p></sec>"), tail: end},
	{name: "JATS citations", file: "a.xml", head: jats, part: f(`<p>Moon <xref ref-type="bibr" rid="r%d">[%d]</xref>.</p>`), middle: works, entry: jatsEntry, tail: ended},
	{name: "JATS figures", file: "a.xml", head: jats, part: f(`<fig id="f%d"><label>Figure %d</label><caption><p>Moon</p></caption></fig><p>See <xref ref-type="fig" rid="f%d">Figure %d</xref></p>`), tail: end},
	{name: "BibTeX entries", file: "a.bib", part: f("@article{w%d, author={Wren, A.}, title={The moon %d}, year={2001}, journal={Tides}}\n")},
	{name: "BibTeX strings", file: "a.bib", head: `@string{s1="a"}`, part: f(`@string{s%d = s1 # "b"}` + "\n"), tail: "@article{a, title=s1, author={Wren, A.}}\n"},
	{name: "BibTeX crossref", file: "a.bib", part: f("@inproceedings{w%d, author={Wren, A.}, title={Moon}, crossref={p}}\n"), tail: "@proceedings{p, title={Tides}, year={2001}}\n"},
	{name: "BibTeX commands", file: "a.bib", head: `@preamble{"\newcommand{\hide}[1]{}"}`, part: f("@article{w%d, author={Wren, A.}, title={\\hide{x}The moon}, file={x}}\n")},
	{name: "PubMed records", file: "a.nbib", part: f("PMID- %d\nTI  - The moon\nFAU - Wren, A\nDP  - 2001\n\n")},
	{name: "EndNote records", file: "a.enw", part: f("%%0 Book\n%%A Wren, A.\n%%T The moon %d\n%%D 2001\n\n")},
	{name: "Web of Science records", file: "a.ciw", part: f("PT J\nAU Wren, A\n   Oke, B\nTI The moon %d\nPY 2001\nER\n\n")},
	{name: "RIS records", file: "a.ris", part: f("TY  - JOUR\nAU  - Wren, A.\nTI  - The moon %d\nPY  - 2001\nER  - \n\n")},
	{name: "CSL items", file: "a.json", head: `[{"id":"a","type":"book","title":"M"}`, part: f(`,{"id":"w%d","type":"book","title":"Moon %d","author":[{"family":"Wren"}]}`), tail: "]"},
}

// uses are what is done with an article.
var uses = []struct {
	name string
	do   func(a *article.Article, source []byte)
}{
	{"check", func(a *article.Article, source []byte) {
		places := read.Reader{}.Locator(a, source)
		for _, p := range lint.Check(a) {
			places.Find(p.Start)
		}
	}},
	{"render", func(a *article.Article, _ []byte) {
		d := render.New(a, 80, theme.Plain(), render.Options{})
		for i := range a.Blocks {
			d.Block(i)
		}
	}},
	{"search", func(a *article.Article, _ []byte) { search.New(a).Find("moon") }},
	{"page", func(a *article.Article, _ []byte) { _ = htmlpage.Write(io.Discard, a) }},
	{"bibliographies", func(a *article.Article, _ []byte) {
		var items []bib.Item
		for _, r := range a.References {
			items = append(items, r.Entry())
		}
		_, _, _ = bibtex.Write(io.Discard, items), ris.Write(io.Discard, items), csljson.Write(io.Discard, items)
	}},
}

const (
	smallText  = 10 << 10 // bytes
	growth     = 4        // times as long is the other text
	mostGrowth = 6        // times as much time and memory it may take: slices double, and a busy machine misses caches
	// fewTicks is the processor time below which none is compared: it is not measured well.
	fewTicks = 30 * time.Millisecond
	attempts = 12
)

// TestGrowth checks that time and memory grow with a text, whatever it is made of: four times the
// text takes at most six times the time and the memory. Time is the processor's, so that
// other programs do not count; the race detector, which takes time of its own, has this file left out.
func TestGrowth(t *testing.T) {
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			small, large := s.source(t, smallText), s.source(t, growth*smallText)
			var a, b *article.Article
			compare(t, "read", func() { a = mustRead(t, s.file, small) }, func() { b = mustRead(t, s.file, large) })
			for _, use := range uses {
				compare(t, use.name, func() { use.do(a, small) }, func() { use.do(b, large) })
			}
		})
	}
}

func mustRead(t *testing.T, name string, data []byte) *article.Article {
	a, err := read.Read(name, bytes.Clone(data))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// compare compares what something takes with a small text and with a large one: the least of a few
// attempts, which other programs have disturbed least.
func compare(t *testing.T, name string, small, large func()) {
	var times, memory float64
	least, most := time.Hour, time.Hour // with the small text and with the large one
	for range attempts {
		runtime.GC()
		time1, memory1 := measure(small)
		time2, memory2 := measure(large)
		least, most = min(least, time1), min(most, time2)
		times, memory = float64(most)/float64(least), float64(memory2)/float64(max(memory1, 64<<10))
		if (times <= mostGrowth || most < fewTicks) && memory <= mostGrowth {
			return
		}
	}
	t.Errorf("%s: four times the text takes %.1f times the time and %.1f times the memory", name, times, memory)
}

// measure returns the processor time and the memory that something takes, without the time of the
// garbage collector, which goes by what else is on the heap.
func measure(do func()) (time.Duration, uint64) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := processorTime()
	do()
	took := processorTime() - start
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}
