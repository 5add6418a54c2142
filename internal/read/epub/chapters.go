package epub

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"etal/internal/read/html/dom"
)

// cutAfter is how many bytes of a chapter are read for each byte of text that is wanted of it, at most: tags take most.
const cutAfter = 4

// maxTags is how many tags all chapters have at most: each takes some hundred bytes of memory.
const maxTags = 1_000_000

// A joiner puts the chapters of a book into one tree.
type joiner struct {
	*book
	body    *html.Node
	numbers map[string]int        // of the chapters in the spine, from 1, by their paths
	roots   map[string]*html.Node // of those that were read
	tags    int
	pages   map[*html.Node]string // names of the printed pages that begin at elements
	lost    []string              // names of the chapters that are missing or damaged
}

// join returns the body of a page with all chapters of the book, or with as many as have size bytes of text
// unless that is 0.
func (b *book) join(size int) *html.Node {
	j := &joiner{book: b, body: element("body"), numbers: map[string]int{}, roots: map[string]*html.Node{}, pages: map[*html.Node]string{}}
	for i, it := range b.spine {
		j.numbers[it.path] = i + 1
	}
	read := 0
	for _, it := range b.spine {
		if read += j.add(it, size); size > 0 && read >= size {
			break
		}
	}
	if len(j.lost) > 0 {
		b.meta.Notify(lostNotice(j.lost))
	}
	j.markPages()
	j.trimTitlePages()
	j.removeContents()
	j.outline(b.tableOfContents())
	j.markNotes()
	return j.body
}

// namedLost is how many of the chapters that are lost a notice names.
const namedLost = 3

func lostNotice(lost []string) string {
	if len(lost) == 1 {
		return "missing or damaged chapter: " + lost[0]
	}
	names := strings.Join(lost[:min(namedLost, len(lost))], ", ")
	if len(lost) > namedLost {
		names += ", …"
	}
	return fmt.Sprintf("%d missing or damaged chapters: %s", len(lost), names)
}

// element returns an element without attributes.
func element(name string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
}

// add adds a chapter as a section of the body, and returns how many bytes of text it has outside of links, of which
// tables of contents are made. Of a long chapter it adds the paragraphs within some times size bytes, unless that is 0.
func (j *joiner) add(it item, size int) int {
	data, err := j.archive.read(it.path)
	text, textErr := j.decode(data)
	switch {
	case errors.Is(err, errTooLarge):
		j.meta.Notify(noticeLong)
		return 0
	case err != nil || textErr != nil:
		j.lost = append(j.lost, path.Base(it.path))
	}
	if textErr != nil {
		return 0
	}
	if most := size * cutAfter; size > 0 && len(text) > most {
		text = text[:max(strings.LastIndex(text[:most], "</p>"), 0)]
	}
	if j.tags += strings.Count(text, "<"); j.tags > maxTags {
		j.meta.Notify(noticeLong)
		return 0
	}
	root, err := html.Parse(strings.NewReader(asHTML(text)))
	if err != nil {
		j.meta.Notify(noticeDeep)
		return 0
	}
	body := dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
	if body == nil {
		return 0
	}
	section := element("section")
	setAttr(section, "id", "") // of links to the whole chapter
	if id := dom.Attr(body, "id"); id != "" {
		anchor := element("a")
		setAttr(anchor, "id", id)
		section.AppendChild(anchor)
	}
	move(section, body)
	j.body.AppendChild(section)
	j.roots[it.path] = section
	j.address(section, it.path)
	j.tidy(section)
	return unlinked(section)
}

// unlinked returns how many bytes of text an element has outside of links.
func unlinked(n *html.Node) int {
	all := 0
	dom.Walk(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			all += len(n.Data)
		}
		return n.Data != "a"
	})
	return all
}

// Notices that a part of a book is not shown.
const (
	noticeLong = "the book is too large: chapters are left out"
	noticeDeep = "chapters that are nested too deeply to parse are left out"
)

// placeID returns the ID that a place of a chapter has in the whole book.
func placeID(id string, chapter int) string { return id + "-" + strconv.Itoa(chapter) }

// address makes the IDs of a chapter unique in the book, and links to its other chapters links within a page.
func (j *joiner) address(section *html.Node, from string) {
	dom.Walk(section, func(n *html.Node) bool {
		for i := range n.Attr {
			a := &n.Attr[i]
			switch {
			case a.Key == "id", a.Key == "name" && n.Data == "a":
				a.Val = placeID(a.Val, j.numbers[from])
			case a.Key == "href" && n.Data == "a":
				a.Val = j.link(from, a.Val)
			}
		}
		return true
	})
}

// link returns where a link of a chapter leads in the whole book: to a place in it, out of it, or nowhere.
func (j *joiner) link(from, href string) string {
	name, fragment, ok := resolve(from, href)
	if !ok {
		return href
	}
	number := j.numbers[name]
	if number == 0 {
		return ""
	}
	return "#" + url.PathEscape(placeID(fragment, number))
}

func setAttr(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}
