package epub

import (
	"strings"

	"etal/internal/xmltree"
)

// An entry is a line of a table of contents.
type entry struct {
	title          string
	path, fragment string // the place that it leads to
	depth          int    // from 1
	isLabel        bool   // it leads nowhere itself, but what is below it to that place
}

// maxEntries bounds the table of contents.
const maxEntries = 20_000

// tableOfContents returns the entries of the table of contents, that of EPUB 3 or else that of EPUB 2.
func (b *book) tableOfContents() []entry {
	r := contentsReader{path: b.contents}
	if root := b.parse(b.contents); b.contents != "" && root != nil {
		if nav := navigation(root, "toc", "doc-toc"); nav != nil {
			r.list(nav, 1)
		}
	}
	if len(r.entries) == 0 && b.ncx != "" {
		r.path = b.ncx
		if root := b.parse(b.ncx); root != nil {
			if points := root.Find("navMap"); points != nil {
				r.points(points, 1)
			}
		}
	}
	return r.entries
}

// navigation returns the element of a page that has a type or a role, such as the table of contents, or nil.
func navigation(root *xmltree.Node, kind, role string) *xmltree.Node {
	var found *xmltree.Node
	root.Walk(func(n *xmltree.Node) bool {
		if n.Is("nav") && (hasWord(n.Attrs["type"], kind) || n.Attrs["role"] == role) && found == nil {
			found = n
		}
		return found == nil
	})
	return found
}

// hasWord reports whether a list of words has one.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}

// A contentsReader gathers the entries of a table of contents in a file.
type contentsReader struct {
	path    string
	entries []entry
}

func (r *contentsReader) add(title, reference string, depth int, isLabel bool) {
	name, fragment, ok := resolve(r.path, reference)
	if ok && title != "" && reference != "" && len(r.entries) < maxEntries {
		r.entries = append(r.entries, entry{title, name, fragment, depth, isLabel})
	}
}

// list adds the items of the lists under an element, those of lists in items one level below.
func (r *contentsReader) list(n *xmltree.Node, depth int) {
	for _, c := range n.Children {
		switch {
		case c.Is("ol", "ul"):
			r.list(c, depth)
		case c.Is("li"):
			r.item(c, depth)
		case c.Is("div", "section"):
			r.list(c, depth)
		}
	}
}

// item adds an item of a list. One that leads nowhere is a title above those in it, which leads to the first.
func (r *contentsReader) item(li *xmltree.Node, depth int) {
	label := li.Child("a", "span", "p", "div")
	if label == nil {
		return
	}
	link := label
	if !label.Is("a") {
		link = label.Find("a")
	}
	if link != nil {
		r.add(label.Content(), link.Attrs["href"], depth, false)
	} else if link = li.Find("a"); link != nil {
		r.add(label.Content(), link.Attrs["href"], depth, true)
	}
	r.list(li, depth+1)
}

// points adds the entries of a table of contents in EPUB 2.
func (r *contentsReader) points(n *xmltree.Node, depth int) {
	for _, point := range n.All("navPoint") {
		if label, content := point.Child("navLabel"), point.Child("content"); content != nil {
			r.add(label.Content(), content.Attrs["src"], depth, false)
		}
		r.points(point, depth+1)
	}
}
