package epub

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/reflist"
)

// Books mark notes by their type in EPUB, by their role, or not at all: then a number or sign leads to a
// paragraph that begins with it or leads back. All of them get the role that the reader of pages knows.

// The roles of the mark of a note, and of a note.
const (
	markRole = "doc-noteref"
	noteRole = "doc-footnote"
)

var (
	// noteSign matches marks of notes.
	noteSign = lazyregexp.New(`^[\[(]?(?:\d{1,4}|[*†‡§¶#]{1,4}|[a-zA-Z]|[ivxl]{1,6})[\])]?[.:]?$`)
	// backSign matches other texts of links from a note to its mark.
	backSign = lazyregexp.New(`(?i)^(?:[\^↑↩⤴↵⏎←⬏]\x{fe0e}?|back|return|zurück|retour|volver)(?: to (?:the )?text)?[.]?$`)
)

// noteBlocks are the elements that a note without a type may be, and that its paragraphs may be in.
var noteBlocks = []string{"p", "li", "dd", "div", "aside"}

// maxAround is how many of them are around a paragraph of a note, with the paragraph.
const maxAround = 3

// A note is a note of the book.
type note struct {
	node  *html.Node
	marks []*html.Node // that lead to it
}

// A noteFinder finds the notes of a book.
type noteFinder struct {
	body     *html.Node
	ids      map[string]*html.Node
	order    map[*html.Node]int     // of the elements in the book
	linked   map[[2]*html.Node]bool // blocks with a link that may be notes, and those that it leads to
	headings []*html.Node
	notes    []*note
	noteAt   map[*html.Node]*note
}

// markNotes gives the notes of the book and their marks their roles.
func (j *joiner) markNotes() {
	f := &noteFinder{body: j.body, ids: map[string]*html.Node{}, order: map[*html.Node]int{}, linked: map[[2]*html.Node]bool{}, noteAt: map[*html.Node]*note{}}
	links := f.readLinks()
	f.pairNotes(links)
	for _, a := range links {
		if target := f.target(a); target != nil {
			to := blockOf(target, f.body)
			from := blockOf(a, f.body)
			for range maxAround {
				if dom.Is(from, noteBlocks...) {
					f.linked[[2]*html.Node{from, to}] = true
					from = from.Parent
				}
			}
		}
	}
	for _, a := range links {
		found := f.noteOf(a)
		if found == nil {
			continue
		}
		setAttr(a, "role", markRole)
		n := f.noteAt[found]
		if n == nil {
			n = &note{node: found}
			f.noteAt[found] = n
			f.notes = append(f.notes, n)
		}
		n.marks = append(n.marks, a)
	}
	slices.SortStableFunc(f.notes, func(a, b *note) int { return f.order[a.node] - f.order[b.node] })
	for i, n := range f.notes {
		f.clean(n)
		if i+1 < len(f.notes) {
			f.extend(n, f.notes[i+1])
		}
		setAttr(n.node, "role", noteRole)
		keepPages(n.node)
		for around := n.node; around != f.body; around = around.Parent {
			unhide(around)
		}
	}
	f.removeHeadings()
}

// readLinks notes the places of the book, and returns the links that lead to some.
func (f *noteFinder) readLinks() (links []*html.Node) {
	dom.Walk(f.body, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		f.order[n] = len(f.order)
		if dom.IsHeading(n) {
			f.headings = append(f.headings, n)
		}
		names := []string{dom.Attr(n, "id")}
		if n.Data == "a" {
			names = append(names, dom.Attr(n, "name"))
			if strings.HasPrefix(dom.Attr(n, "href"), "#") {
				links = append(links, n)
			}
		}
		for _, name := range names {
			if name != "" && f.ids[name] == nil {
				f.ids[name] = n
			}
		}
		return true
	})
	return links
}

// target returns the element that a link leads to, or nil.
func (f *noteFinder) target(a *html.Node) *html.Node {
	return f.ids[doc.Fragment(strings.TrimPrefix(dom.Attr(a, "href"), "#"))]
}

// noteOf returns the note that a link is the mark of, or nil.
func (f *noteFinder) noteOf(a *html.Node) *html.Node {
	target, sign := f.target(a), dom.Text(a)
	called := hasType(a, "noteref") || hasType(a.Parent, "noteref")
	if target == nil || !called && !noteSign.MatchString(sign) {
		return nil
	}
	for n := target; n != f.body; n = n.Parent {
		if hasType(n, "footnote", "endnote", "rearnote", "note") && dom.IsBlock(n.Data) {
			if dom.IsWithin(a, n) {
				return nil
			}
			return n
		}
	}
	found, from := blockOf(target, f.body), blockOf(a, f.body)
	switch {
	case found == from || !dom.Is(found, noteBlocks...) || dom.IsWithin(a, found):
		return nil
	case called:
		return around(found, a)
	case dom.IsHeading(from) || f.order[found] < f.order[from]:
		return nil
	case f.isReference(found):
		return nil
	case f.linked[[2]*html.Node{found, from}], isRaised(a) && beginsWith(found, sign):
		return around(found, a)
	}
	return nil
}

// noteClass matches what an element with one note is called.
var noteClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:fn|footnote|endnote|note)(?:$|[\s_:.\d-])`)

// around returns the element with all of a note whose first paragraph is known, which has not its mark in it.
func around(n, mark *html.Node) *html.Node {
	for p := n.Parent; dom.Is(p, "li", "dd", "aside") || dom.Is(p, "div") && noteClass.MatchString(dom.ClassAndID(p)); p = p.Parent {
		if firstText(p) != firstText(n) || dom.IsWithin(mark, p) {
			break
		}
		n = p
	}
	return n
}

// isReference reports whether a block stands under the heading of a reference list.
func (f *noteFinder) isReference(n *html.Node) bool {
	i := sort.Search(len(f.headings), func(i int) bool { return f.order[f.headings[i]] > f.order[n] })
	return i > 0 && lineLength(f.headings[i-1]) <= maxLine && reflist.IsHeading(dom.Text(f.headings[i-1]))
}

// isRaised reports whether a link is a superscript.
func isRaised(a *html.Node) bool {
	return dom.Is(a.Parent, "sup") || dom.Find(a, func(n *html.Node) bool { return n.Data == "sup" }) != nil
}

// bareSign returns the mark of a note without its brackets and its point.
func bareSign(s string) string { return strings.Trim(s, "[](). :\u00a0\t\n") }

// beginsWith reports whether the text of a note begins with a sign.
func beginsWith(n *html.Node, sign string) bool {
	first := firstText(n)
	if first == nil {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(first.Data, "\u00a0", " ")), " ")
	return bareSign(sign) != "" && bareSign(word) == bareSign(sign)
}

// firstText returns the first text of an element that is not blank, or nil.
func firstText(n *html.Node) *html.Node {
	nodes := 0
	for at := n; at != nil && nodes < maxNodes; at = next(at, n) {
		nodes++
		if at.Type == html.TextNode && strings.TrimSpace(at.Data) != "" {
			return at
		}
	}
	return nil
}

// clean removes from a note the links back to its marks, and the sign that it begins with: it gets a number.
func (f *noteFinder) clean(n *note) {
	from := map[*html.Node]bool{}
	for _, a := range n.marks {
		from[blockOf(a, f.body)] = true
	}
	var back []*html.Node
	dom.Walk(n.node, func(c *html.Node) bool {
		if dom.Is(c, "a") {
			to, text := f.target(c), dom.Text(c)
			if to != nil && (backSign.MatchString(text) || noteSign.MatchString(text) && from[blockOf(to, f.body)]) {
				back = append(back, c)
			}
		}
		return true
	})
	first := firstText(n.node)
	for _, a := range back {
		begins := first != nil && dom.IsWithin(first, a)
		empty(a) // and leave the place
		if first = firstText(n.node); begins && first != nil {
			first.Data = strings.TrimLeft(first.Data, "])}.: \u00a0\t\n")
		}
	}
	if sign := dom.Text(n.marks[0]); first != nil && beginsWith(n.node, sign) {
		s := strings.TrimLeft(first.Data, " \u00a0\t\n[(")
		first.Data = strings.TrimLeft(strings.TrimPrefix(s, bareSign(sign)), "]). :\u00a0\t\n")
	}
}

// Judgements of the paragraphs between two notes.
const (
	maxContinued = 20 // paragraphs that a note has after its first
	shortTitle   = 60 // bytes; a paragraph with fewer and no full stop is a heading
)

// extend puts the paragraphs between a note and the next into the note, if the notes are a list: the mark of the
// next stands before the first.
func (f *noteFinder) extend(n, following *note) {
	if n.node.Data != "p" || n.node.Parent != following.node.Parent || f.order[following.marks[0]] > f.order[n.node] {
		return
	}
	var more []*html.Node
	for c := n.node.NextSibling; c != following.node; c = c.NextSibling {
		if c == nil || len(more) >= 2*maxContinued {
			return
		}
		text := ""
		if c.Type == html.ElementNode {
			text = dom.Text(c)
		}
		if text != "" && (!dom.Is(c, "p", "blockquote", "ul", "ol") || len(text) < shortTitle && !strings.ContainsAny(text[len(text)-1:], `.!?")`)) {
			return
		}
		more = append(more, c)
	}
	whole := element("div")
	n.node.Parent.InsertBefore(whole, n.node)
	for _, c := range append([]*html.Node{n.node}, more...) {
		c.Parent.RemoveChild(c)
		whole.AppendChild(c)
	}
	f.noteAt[whole], n.node = n, whole
}

// unhide makes an element that a program shows only when it is asked for one that is shown.
func unhide(n *html.Node) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" || a.Key == "aria-hidden" || a.Key == "style" })
}

// removeHeadings removes the headings above nothing but notes: those stand at the end of the book.
func (f *noteFinder) removeHeadings() {
	var found []*html.Node // headings and notes; nil for text
	for n := f.body.FirstChild; n != nil; {
		switch {
		case f.noteAt[n] != nil, dom.IsHeading(n):
			found = append(found, n)
			n = after(n, f.body)
			continue
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" && (len(found) == 0 || found[len(found)-1] != nil):
			found = append(found, nil)
		}
		n = next(n, f.body)
	}
	noted := false
	for _, n := range slices.Backward(found) {
		switch {
		case n == nil:
			noted = false
		case f.noteAt[n] != nil:
			noted = true
		case noted:
			keepPages(n)
			n.Parent.RemoveChild(n)
		}
	}
}
