package epub

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/picture"
	"etal/internal/safe"
)

// types returns what an element says that it is in EPUB, and its role.
func types(n *html.Node) string { return dom.Attr(n, "epub:type") + " " + dom.Attr(n, "role") }

// hasType reports whether an element says that it is of one of the types of EPUB, or has the role of it.
func hasType(n *html.Node, names ...string) bool {
	if said := types(n); said != " " {
		for _, name := range names {
			if hasWord(said, name) || hasWord(said, "doc-"+name) {
				return true
			}
		}
	}
	return false
}

// tidy removes what is no text of a chapter: numbers of printed pages, which it notes, what other programs are to show
// instead of something, and pictures of the cover.
func (j *joiner) tidy(section *html.Node) {
	var verses []*html.Node
	dom.Walk(section, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		switch {
		case isPageBreak(n):
			j.pages[n] = pageLabel(n, dom.Text(n))
			removeText(n)
		case hasType(n, "biblioentry"):
			setAttr(n, "role", "doc-biblioentry")
		case dom.IsHeading(n) && !hasText(n):
			describe(n)
		case isVerse(n):
			verses = append(verses, n)
		case n.Data == "span" && lineNumber.MatchString(dom.Attr(n, "class")):
			n.Parent.InsertBefore(textNode(" "), n)
		case n.Data == "object" && lineLength(n) > 0: // what stands for it
			renameByContent(n)
		case n.Data == "switch" && n.Namespace == "":
			choose(n)
		}
		return true
	})
	for _, n := range verses {
		setVerse(n)
	}
	if !hasText(section) {
		dom.Walk(section, func(n *html.Node) bool {
			if dom.Is(n, "img", "svg") && coverName.MatchString(dom.Attr(n, "alt")) {
				n.Parent.RemoveChild(n)
			}
			return true
		})
	}
}

// removeText removes the text in an element, and leaves the places in it.
func removeText(n *html.Node) {
	dom.Walk(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			n.Parent.RemoveChild(n)
		}
		return true
	})
}

// empty removes all that is in an element.
func empty(n *html.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}

// move moves all that is in an element to the end of another.
func move(to, from *html.Node) {
	for from.FirstChild != nil {
		c := from.FirstChild
		from.RemoveChild(c)
		to.AppendChild(c)
	}
}

// describe makes the description of the picture in a heading its text.
func describe(h *html.Node) {
	img := dom.Find(h, func(n *html.Node) bool { return n.Data == "img" && dom.Attr(n, "alt") != "" })
	if img != nil && !picture.IsFileName(dom.Attr(img, "alt")) {
		img.Parent.InsertBefore(textNode(dom.Attr(img, "alt")), img)
	}
}

// coverName matches what pictures of a cover are called that say nothing.
var coverName = lazyregexp.New(`(?i)^(?:(?:the|of|book|front|back|cover|title|half|page|image|picture|jacket|logo|couverture|titelbild|umschlag|buchdeckel|portada|cubierta|capa|copertina|omslag|de|la|du|表紙|封面|[.:,]) ?)+$`)

// renameByContent makes an element one that stands on lines of its own or in a line, by what is in it.
func renameByContent(n *html.Node) {
	if hasBlock(n) {
		rename(n, "div")
	} else {
		rename(n, "span")
	}
}

// mathML is the name space of formulae.
const mathML = "http://www.w3.org/1998/Math/MathML"

// choose puts the case of a switch in its place that can be shown: a formula, or what stands for the others.
func choose(n *html.Node) {
	var chosen *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if dom.Is(c, "case") && dom.Attr(c, "required-namespace") == mathML || dom.Is(c, "default") && chosen == nil {
			chosen = c
		}
	}
	empty(n)
	if chosen == nil {
		return
	}
	move(n, chosen)
	renameByContent(n)
}

// Title pages are among the first chapters, and short.
const (
	maxTitlePages = 3
	maxTitlePage  = 600 // bytes
)

// trimTitlePages removes the lines of title pages that the reader has above the text: the title, the authors, the date
// and the license.
func (j *joiner) trimTitlePages() {
	known := map[string]bool{"": true}
	for _, s := range slices.Concat(j.meta.Authors, []safe.Text{j.meta.Title, j.meta.Date, j.meta.License}) {
		known[dom.Letters(s.String())] = true
	}
	by := map[string]bool{}
	for _, name := range j.meta.Authors {
		for _, word := range []string{"by", "von", "par", "de", "di", "por", "door", "av", "af"} {
			by[word+dom.Letters(name.String())] = true
		}
	}
	pages := 0
	for section := j.body.FirstChild; section != nil && pages < maxTitlePages; section = section.NextSibling {
		pages++
		short := unlinked(section) <= maxTitlePage
		dom.Walk(section, func(n *html.Node) bool {
			isLine := dom.IsHeading(n) || short && dom.Is(n, "p", "div") && !hasBlock(n)
			if isLine && hasText(n) && lineLength(n) <= maxLine {
				if text := dom.Letters(dom.Text(n)); by[text] || known[text] && !dom.IsHeading(n) {
					keepPages(n)
					n.Parent.RemoveChild(n)
				}
			}
			return true
		})
	}
}

// contentsHeading matches the heading of a table of contents.
var contentsHeading = lazyregexp.New(`(?i)^(?:(?:brief |detailed )?(?:table of )?(?:the )?contents|inhalt(?:sverzeichnis|sübersicht)?|table des mati[eè]res|sommaire|[ií]ndice(?: general)?|sum[aá]rio|sommario|inhoud(?:sopgave)?|indhold|inneh[aå]ll|sisällys|spis treści|obsah|содержание|оглавление|目次|もくじ|目录|目錄|차례)[.:]?$`)

// publisherNotice matches what Project Gutenberg calls its header and its license in a book.
var publisherNotice = lazyregexp.New(`(?:^|\s)pg-boilerplate(?:$|\s)`)

// Judgements of a table of contents that is a part of the text.
const (
	fewestLinks  = 3   // to places of the book that it has
	linkedShare  = 60  // percent of its text that they have
	maxLine      = 150 // bytes of letters in a line of it
	maxListLines = 500
)

// removeContents removes tables of contents, which the reader has as the outline: what is called so, and
// what stands below a heading that says so and is mostly links. Lines that lead to the chapters around go, too.
func (j *joiner) removeContents() {
	dom.Walk(j.body, func(n *html.Node) bool {
		switch {
		case n.Type != html.ElementNode:
			return false
		case dom.Is(n, "nav", "section", "div", "ol", "ul") && hasType(n, "toc", "landmarks", "page-list", "lot", "loi", "loa", "lov") && (n.Data == "nav" || isLinks(n)):
			j.remove(n)
			return false
		case publisherNotice.MatchString(dom.Attr(n, "class")), leadsToNeighbours(n):
			j.remove(n)
			return false
		case (dom.IsHeading(n) || n.Data == "p" && lineLength(n) < maxLine) && contentsHeading.MatchString(dom.Text(n)):
			j.removeBelow(n)
			return false
		}
		return true
	})
	for path := range j.extra {
		if section := j.roots[path]; section != nil && (isLinks(section) || !hasProse(section)) {
			j.remove(section)
			delete(j.roots, path)
		}
	}
}

// hasProse reports whether an element has text beside its headings.
func hasProse(section *html.Node) bool {
	found := false
	dom.Walk(section, func(n *html.Node) bool {
		found = found || n.Type == html.TextNode && strings.TrimSpace(n.Data) != ""
		return !found && !dom.IsHeading(n)
	})
	return found
}

// isLinks reports whether most text of elements stands in links within the book, or in lines with one.
func isLinks(nodes ...*html.Node) bool {
	all, linked, links := 0, 0, 0
	for _, n := range nodes {
		dom.Walk(n, func(n *html.Node) bool {
			isLine := dom.Is(n, "a", "li", "tr", "p", "dt", "dd")
			if n.Type != html.TextNode && !isLine {
				return true
			}
			text := lineLength(n)
			if isLine && (text > maxLine || n.Data != "a" && dom.Find(n, isInside) == nil) {
				return true
			}
			all += text
			if isLine && dom.Find(n, isInside) != nil {
				linked += text
				links++
			}
			return false
		})
	}
	return links >= fewestLinks && linked*100 >= all*linkedShare
}

// lineLength returns how many bytes of letters an element or a text has; it stops counting those of an element beyond maxLine.
func lineLength(n *html.Node) int {
	all := 0
	for at := n; at != nil && all <= maxLine; at = next(at, n) {
		if at.Type == html.TextNode {
			all += len(dom.Letters(at.Data))
		}
	}
	return all
}

// isInside reports whether an element is a link to a place of the book.
func isInside(n *html.Node) bool { return n.Data == "a" && strings.HasPrefix(dom.Attr(n, "href"), "#") }

// removeBelow removes a heading and what follows up to the next, if that is mostly links. They may be all that
// is in an element.
func (j *joiner) removeBelow(h *html.Node) {
	first := h
	for first.Parent != j.body && first.PrevSibling == nil && first.NextSibling == nil {
		first = first.Parent
	}
	var below []*html.Node
	for n := first.NextSibling; n != nil; n = n.NextSibling {
		if dom.Find(n, func(n *html.Node) bool { return dom.IsHeading(n) }) != nil {
			break
		}
		below = append(below, n)
	}
	if !isLinks(below...) {
		return
	}
	for _, n := range append([]*html.Node{first}, below...) {
		j.remove(n)
	}
}

// remove removes a node from the book, and notes its lines.
func (j *joiner) remove(n *html.Node) {
	dom.Walk(n, func(n *html.Node) bool {
		if n.Type != html.ElementNode || hasBlock(n) {
			return true
		}
		if text := dom.Text(n); text != "" && len(j.meta.Removed) < maxListLines {
			j.meta.Removed = append(j.meta.Removed, safe.Line(text))
		}
		return false
	})
	if n.Parent != nil && !isPageMark(n) {
		keepPages(n)
		n.Parent.RemoveChild(n)
	}
}
