package epub

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// An outliner makes the headings of a book those of its table of contents: a chapter that has no heading
// gets its title, and the depths of the entries say how deep the headings are.
type outliner struct {
	*joiner
	ids     map[string]*html.Node
	depths  map[*html.Node]int      // of the headings that have an entry
	titles  map[string][]*html.Node // headings by their chapter's path and their letters
	noTitle map[*html.Node]bool     // paragraphs that are not the title of an entry that leads there
	texts   map[*html.Node]bool     // whether chapters have text
}

// outline gives the chapters that were read the headings of the table of contents.
func (j *joiner) outline(entries []entry) {
	o := &outliner{joiner: j, ids: map[string]*html.Node{}, depths: map[*html.Node]int{}, titles: map[string][]*html.Node{}, noTitle: map[*html.Node]bool{}, texts: map[*html.Node]bool{}}
	for path, section := range j.roots {
		dom.Walk(section, func(n *html.Node) bool {
			if id := dom.Attr(n, "id"); id != "" && o.ids[id] == nil {
				o.ids[id] = n
			} else if name := dom.Attr(n, "name"); dom.Is(n, "a") && name != "" && o.ids[name] == nil {
				o.ids[name] = n
			}
			if dom.IsHeading(n) {
				key := titleKey(path, dom.Text(n))
				o.titles[key] = append(o.titles[key], n)
			}
			return true
		})
	}
	deepest, title := 0, 0 // title is the depth of the entry that is the book's title and has others below it
	var inserted []*html.Node
	for _, e := range entries {
		if e.depth <= title {
			title = 0
		}
		section := j.roots[e.path]
		switch {
		case dom.Letters(e.title) == dom.Letters(j.meta.Title.String()):
			title = e.depth
			continue
		case section == nil:
			continue
		case title > 0:
			e.depth--
		}
		target := o.ids[placeID(e.fragment, j.numbers[e.path])]
		if target == nil {
			target = section
		}
		h := o.headingOf(e, target)
		if h == nil {
			if h = o.insert(e, target, section); h == nil {
				continue
			}
			inserted = append(inserted, h)
		}
		if !hasText(h) {
			h.AppendChild(textNode(e.title))
		}
		o.depths[h] = e.depth
		deepest = max(deepest, e.depth)
	}
	if deepest <= 1 {
		o.levelInserted(inserted)
	}
	o.setLevels(deepest <= 1)
}

// titleKey returns the key of a heading of a chapter.
func titleKey(path, title string) string { return path + "\x00" + dom.Letters(title) }

// Limits of the search for the heading of an entry from its place on.
const (
	maxBefore = 40   // letters of other text before the heading: a number, an epigraph is longer
	maxNodes  = 1000 // elements without text before it, such as pictures
)

// headingOf returns the heading of an entry, or nil: one in its chapter that has its title, or the first
// from its place on, before any text.
func (o *outliner) headingOf(e entry, target *html.Node) *html.Node {
	key := titleKey(e.path, e.title)
	for len(o.titles[key]) > 0 {
		h := o.titles[key][0]
		o.titles[key] = o.titles[key][1:]
		if o.depths[h] == 0 {
			return h
		}
	}
	if e.isLabel {
		return nil
	}
	for n := target; n != nil; n = n.Parent {
		if dom.IsHeading(n) && o.depths[n] == 0 {
			return n
		}
	}
	between, nodes := 0, 0
	for n := target; n != nil; n = next(n, o.roots[e.path]) {
		switch {
		case dom.IsHeading(n) && o.depths[n] == 0:
			return n
		case n.Type == html.TextNode && !isInHeading(n):
			between += len(dom.Letters(n.Data))
		}
		if nodes++; between > maxBefore || nodes > maxNodes {
			break
		}
	}
	return o.styledHeading(e, target)
}

// isInHeading reports whether a text is in a heading.
func isInHeading(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if dom.IsHeading(n) {
			return true
		}
	}
	return false
}

// next returns the node after n in the order of the text, in it or behind it, within root; nil at its end.
func next(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return after(n, root)
}

// after returns the node that follows n and all that is in it, within root; nil at its end.
func after(n, root *html.Node) *html.Node {
	for ; n != nil && n != root; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// styledHeading makes a heading of the paragraph that an entry's place begins with if it has the entry's title:
// it only looked like one.
func (o *outliner) styledHeading(e entry, target *html.Node) *html.Node {
	root := o.roots[e.path]
	if around := blockOf(target, root); around != root {
		target = around
	}
	nodes := 0
	for n := target; n != nil && nodes < maxNodes; n = next(n, root) {
		nodes++
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return nil
		}
		if o.noTitle[n] {
			return nil
		}
		if dom.Is(n, "p", "div") && !hasBlock(n) && hasText(n) {
			if lineLength(n) > maxLine || dom.Letters(dom.Text(n)) != dom.Letters(e.title) {
				o.noTitle[n] = true
				return nil
			}
			rename(n, "h2")
			return n
		}
	}
	return nil
}

// rename makes an element one of another name.
func rename(n *html.Node, name string) {
	to := element(name)
	n.Data, n.DataAtom = to.Data, to.DataAtom
}

func hasBlock(n *html.Node) bool {
	return dom.Find(n, func(m *html.Node) bool { return m != n && dom.IsBlock(m.Data) }) != nil
}

// hasText reports whether an element has a word in it.
func hasText(n *html.Node) bool {
	for at := n; at != nil; {
		switch {
		case at.Type == html.TextNode && strings.TrimSpace(at.Data) != "":
			return true
		case at.Type == html.ElementNode && dom.IsSkipped(at.Data):
			at = after(at, n)
		default:
			at = next(at, n)
		}
	}
	return false
}

// blockOf returns the block that a node is or is in, below root, or root.
func blockOf(n, root *html.Node) *html.Node {
	for ; n != nil && n != root; n = n.Parent {
		if n.Type == html.ElementNode && dom.IsBlock(n.Data) {
			return n
		}
	}
	return root
}

// insert inserts the title of an entry as a heading before its place, if there is text in its chapter, and returns it.
func (o *outliner) insert(e entry, target, section *html.Node) *html.Node {
	if _, known := o.texts[section]; !known {
		o.texts[section] = hasText(section)
	}
	if !o.texts[section] {
		return nil
	}
	h := element("h2")
	if target == section {
		first := section.FirstChild
		for first != nil && o.depths[first] > 0 { // another title of this place
			first = first.NextSibling
		}
		section.InsertBefore(h, first)
		return h
	}
	for target.Parent != section && !dom.Is(target.Parent, "section", "article", "div", "main") {
		target = target.Parent
	}
	target.Parent.InsertBefore(h, target)
	return h
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// setLevels makes the depths of the entries the levels of their headings, unless all are of one depth. A heading without
// an entry moves along with the one before, unless it stands right above one with an entry, such as the number of a
// chapter.
func (o *outliner) setLevels(flat bool) {
	shift := 0
	var above []*html.Node // headings without an entry, since the last text
	for n := o.body; n != nil; n = next(n, o.body) {
		switch {
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && !isInHeading(n):
			above = nil
		case dom.IsHeading(n):
			own, depth := levelOf(n), o.depths[n]
			if flat && depth > 0 {
				depth = own
			}
			if depth == 0 {
				setLevel(n, own+shift)
				above = append(above, n)
				continue
			}
			shift = depth - own
			setLevel(n, depth)
			for _, h := range above {
				setLevel(h, min(levelOf(h), depth))
			}
			above = nil
		}
	}
}

func levelOf(h *html.Node) int { return int(h.Data[1] - '0') }

// levelInserted gives headings that were inserted the level that most others with an entry have.
func (o *outliner) levelInserted(inserted []*html.Node) {
	isNew := map[*html.Node]bool{}
	for _, h := range inserted {
		isNew[h] = true
	}
	counts, common := [7]int{}, 0
	for h := range o.depths {
		if !isNew[h] {
			counts[levelOf(h)]++
		}
	}
	for level, n := range counts {
		if n > counts[common] {
			common = level
		}
	}
	if common == 0 {
		return
	}
	for _, h := range inserted {
		setLevel(h, common)
	}
}

func setLevel(h *html.Node, level int) {
	rename(h, "h"+string(rune('0'+min(max(level, 1), 6))))
}
