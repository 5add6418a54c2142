package epub

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	page "etal/internal/read/html"
	"etal/internal/read/html/dom"
	"etal/internal/xmltree"
)

// Books say where the pages of their printed edition begin: by elements that are called so, or by a list of places.
// Each gets an element that the reader of pages knows; they count from 1, and have the names that are printed.

const (
	maxLabel    = 12 // bytes of the name of a page
	fewestPages = 2
	// mostBack is how many pages, in percent, may have a smaller number than the one before: volumes and parts
	// begin again, and some numbers are wrong.
	mostBack = 5
)

var (
	// pageClass matches what the numbers of printed pages are called where they have no type.
	pageClass  = lazyregexp.New(`(?i)(?:^|[\s-])(?:page-?num(?:ber)?|page-?no|page-?break)(?:$|\s)`)
	pageNumber = lazyregexp.New(`(?i)^[\[({]?\s*(?:pg?\.?|page|s\.)?\s*([\divxlc]+)\s*[\])}]?$`)
	pageWord   = lazyregexp.New(`(?i)^(?:pages?|pg\.?|p\.|seite|s\.|página|pág\.|pagina)\s*`)
	// pageID matches the ID of a place that is named after a page.
	pageID = lazyregexp.New(`(?i)^(?:p|pg|page|pagebreak|seite)[-_.]?0*(\d{1,4}|[ivxlc]{1,7})$`)
)

// isPageBreak reports whether an element is the place where a printed page begins, or its number.
func isPageBreak(n *html.Node) bool {
	switch {
	case hasType(n, "pagebreak"):
		return lineLength(n) <= 2*maxLabel // not a whole page
	case pageClass.MatchString(dom.Attr(n, "class")):
		text := dom.Text(n)
		return pageNumber.MatchString(text) || text == "" && pageNumber.MatchString(dom.Attr(n, "title"))
	}
	return false
}

// pageLabel returns what an element says that the page is called which begins there, or "".
func pageLabel(n *html.Node, text string) string {
	for _, name := range []string{dom.Attr(n, "aria-label"), dom.Attr(n, "title"), text, dom.Attr(n, "value")} {
		if label := bareLabel(name); label != "" {
			return label
		}
	}
	id := dom.Attr(n, "id") // with the number of the chapter
	if m := pageID.FindStringSubmatch(id[:max(strings.LastIndexByte(id, '-'), 0)]); m != nil {
		return m[1]
	}
	return ""
}

// bareLabel returns the name of a page without the word before it and brackets around it, or "" if it is none.
func bareLabel(name string) string {
	name = strings.Trim(pageWord.ReplaceAllString(dom.OneLine(name), ""), "[](){} .\u00a0")
	if name = pageWord.ReplaceAllString(name, ""); len(name) > maxLabel || strings.Contains(name, " ") {
		return ""
	}
	return name
}

// A pageBreak is a place where a page begins.
type pageBreak struct {
	at    *html.Node
	label string
}

// markPages marks the places in the book where printed pages begin, if their numbers rise.
func (j *joiner) markPages() {
	listed := map[string]string{}
	for _, e := range j.pageList() {
		if label := bareLabel(e.title); label != "" {
			listed[placeID(e.fragment, j.numbers[e.path])] = label
		}
	}
	var breaks []pageBreak
	dom.Walk(j.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		label := j.pages[n]
		for _, id := range []string{dom.Attr(n, "id"), dom.Attr(n, "name")} {
			if name := listed[id]; name != "" && id != "" {
				label = name
			}
		}
		if label != "" && (len(breaks) == 0 || breaks[len(breaks)-1].label != label) {
			breaks = append(breaks, pageBreak{n, label})
		}
		return true
	})
	if len(breaks) < fewestPages || !rise(breaks) {
		return
	}
	for i, b := range breaks {
		mark := &html.Node{Type: html.ElementNode, Data: page.PageMark}
		setAttr(mark, page.PageNumber, strconv.Itoa(i+1))
		setAttr(mark, page.PageLabel, b.label)
		place(mark, b.at)
	}
}

// rise reports whether the numbers of pages rise, those in Roman numerals too.
func rise(breaks []pageBreak) bool {
	back, last := 0, map[bool]int{}
	for _, b := range breaks {
		n, err := strconv.Atoi(b.label)
		isRoman := err != nil
		if isRoman {
			n = roman(b.label)
		}
		if n > 0 && n < last[isRoman] {
			back++
		}
		last[isRoman] = n
	}
	return back*100 <= len(breaks)*mostBack
}

// roman returns the number that a Roman numeral says, or 0.
func roman(s string) int {
	digits := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	all, last := 0, 0
	for _, r := range strings.ToLower(s) {
		n := digits[r]
		if n == 0 {
			return 0
		}
		if all += n; n > last {
			all -= 2 * last
		}
		last = n
	}
	return all
}

// place puts the mark of a page where an element is: before it if it stands in text, or else where its text begins.
// It is neither in a heading nor in what is shown as it stands.
func place(mark, at *html.Node) {
	for n := at; n != nil; n = n.Parent {
		if dom.IsHeading(n) || dom.Is(n, "pre", "svg", "math", "ruby", "figure", "button") {
			at = n
		}
	}
	for dom.Is(at, "ol", "ul", "dl", "table", "thead", "tbody", "tfoot", "tr") {
		first := dom.Find(at, func(n *html.Node) bool { return dom.Is(n, "li", "dd", "td", "th") })
		if first == nil {
			break
		}
		at = first
	}
	if dom.Is(at.Parent, "ol", "ul", "dl", "table", "thead", "tbody", "tfoot", "tr") && !dom.Is(at, "li", "dd", "dt", "td", "th") {
		for n := at; n != nil; n = n.NextSibling {
			if first := dom.Find(n, func(n *html.Node) bool { return dom.Is(n, "li", "dd", "td", "th") }); first != nil {
				first.InsertBefore(mark, first.FirstChild)
				return
			}
		}
		at = at.Parent
	}
	if dom.Is(at, "p", "div", "section", "li", "dd", "dt", "td", "th", "blockquote", "article", "aside") && hasText(at) {
		at.InsertBefore(mark, at.FirstChild)
		return
	}
	at.Parent.InsertBefore(mark, at)
}

func isPageMark(n *html.Node) bool { return dom.Is(n, page.PageMark) }

// keepPages puts the marks of pages in an element before it.
func keepPages(n *html.Node) {
	var marks []*html.Node
	dom.Walk(n, func(c *html.Node) bool {
		if isPageMark(c) && c != n {
			marks = append(marks, c)
		}
		return true
	})
	for _, m := range marks {
		m.Parent.RemoveChild(m)
		n.Parent.InsertBefore(m, n)
	}
}

// pageList returns the book's list of printed pages, that of EPUB 3 or else that of EPUB 2.
func (b *book) pageList() []entry {
	r := contentsReader{path: b.contents}
	if root := b.parse(b.contents); b.contents != "" && root != nil {
		if nav := navigation(root, "page-list", "doc-pagelist"); nav != nil {
			r.list(nav, 1)
		}
	}
	if len(r.entries) == 0 && b.ncx != "" {
		r.path = b.ncx
		if root := b.parse(b.ncx); root != nil {
			root.Walk(func(n *xmltree.Node) bool {
				if n.Is("pageTarget") {
					if label, content := n.Child("navLabel"), n.Child("content"); label != nil && content != nil {
						r.add(label.Content(), content.Attrs["src"], 1, false)
					}
				}
				return true
			})
		}
	}
	return r.entries
}
