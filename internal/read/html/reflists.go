package html

import (
	"slices"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// A refList is a reference list on a page.
type refList struct {
	heading *html.Node // above it, or nil
	entries []entry
	ofNotes bool // found in what is called a list of notes
}

var (
	listClass = dom.NamesOf(`bib-list biblist bibliography citation-list citationlist citedreferences csl-bib-body endnote endnotes
			footnote footnotes ref-list reference references reflist rlist`)
	itemClass = dom.NamesOf(`bib-entry bib-item bibitem biblioentry bibliography-entry citation csl-entry ref-cit-blk ref-content
			reference referencecopy1 referencescopy1`)
	nameClass = dom.NamesOf(`bibtag counter csl-left-margin label ltx_tag_bibitem number order ordinal refnum`)
	// linkNumber matches the text of a link that may be the number of a reference.
	linkNumber = lazyregexp.New(`^[\[(]?(\d{1,4})[\])]?$`)
	noMarkers  = lazyregexp.New(`(?i)list-style(?:-type)?\s*:\s*none`)
)

// Of a list that a heading announces, fewer entries need to have a year or a URL than of one that
// only its markup tells: titles of works in print have none. In percent.
const (
	fewestDatedAnnounced = 30
	fewestDated          = 60
)

// findReferences finds the reference lists: under headings that announce them, in elements that
// are called so, and where the numbers in the text lead.
func (p *page) findReferences() {
	p.entryOf, p.withEntries, p.backTo, p.omitted = map[*html.Node]int{}, map[*html.Node]bool{}, map[string]int{}, map[*html.Node]bool{}
	taken := map[*html.Node]bool{} // elements of entries
	if p.isBook {
		dom.Walk(p.body, func(n *html.Node) bool {
			taken[n] = dom.Attr(n, "role") == noteRole // no entry
			return !taken[n]
		})
	}
	notes := p.listsOfNotes()
	effort := maxEffort * int(p.contents.Of(p.body).Text)
	for _, region := range p.regions() {
		text := 0
		for _, n := range region.nodes {
			text += int(p.contents.Of(n).Text)
		}
		effort -= text
		if effort < 0 {
			break
		}
		list := refList{heading: region.heading}
		entries := p.entriesIn(region.nodes, notes)
		if len(entries) == 0 {
			entries, list.ofNotes = p.entriesIn(region.nodes, nil), true
		}
		for _, e := range entries {
			if !taken[e.node] && !dom.IsIn(e.node, taken) {
				list.entries = append(list.entries, e)
				text -= 2 * int(p.contents.Of(e.node).Text)
			}
		}
		fewest := fewestDated
		if region.announced {
			fewest = fewestDatedAnnounced
		}
		isAmidText := p.isBook && !region.announced && text > 0 // paragraphs that an index leads to
		if len(list.entries) == 0 || isAmidText || shareOfReferences(list.entries) < fewest {
			continue
		}
		for _, e := range list.entries {
			taken[e.node] = true
		}
		p.lists = append(p.lists, list)
	}
	if slices.ContainsFunc(p.lists, func(l refList) bool { return !l.ofNotes }) {
		p.lists = slices.DeleteFunc(p.lists, func(l refList) bool { return l.ofNotes })
	}
	p.sortLists()
	p.numberEntries()
}

// listsOfNotes returns the elements that are called lists of notes. Their notes are references only on
// pages without other reference lists, even where each names a work.
func (p *page) listsOfNotes() map[*html.Node]bool {
	lists := map[*html.Node]bool{}
	dom.Walk(p.body, func(n *html.Node) bool {
		if isListOfNotes(n) {
			lists[n] = true
		}
		return !lists[n]
	})
	return lists
}

// sortLists brings the lists into the order of the page.
func (p *page) sortLists() {
	if len(p.lists) < 2 {
		return
	}
	first := map[*html.Node]refList{}
	for _, l := range p.lists {
		first[l.entries[0].node] = l
	}
	p.lists = nil
	dom.Walk(p.body, func(n *html.Node) bool {
		if l, ok := first[n]; ok {
			p.lists = append(p.lists, l)
		}
		return true
	})
}

// numberEntries numbers the entries, and notes which places they lead back to: a link that
// stands at such a place cites them.
func (p *page) numberEntries() {
	for _, l := range p.lists {
		for _, e := range l.entries {
			number := len(p.entryOf) + 1
			p.entryOf[e.node] = number
			dom.AddWithParents(p.withEntries, e.node)
			dom.Walk(e.node, func(n *html.Node) bool {
				if dom.Is(n, "a") {
					if id, ok := p.fragment(n); ok && p.backTo[id] == 0 {
						p.backTo[id] = number
					}
				}
				return true
			})
		}
	}
}

// placeLists has the reference lists of a book stand where they are in it, unless one of them is in something else.
func (c *converter) placeLists() {
	placed := map[*html.Node]refList{}
	for _, l := range c.lists {
		at := l.entries[0].node
		for n := at; n != c.body; n = n.Parent {
			switch {
			case dom.Is(n, "ol", "ul", "dl", "table"):
				at = n
			case dom.Attr(n, "role") == noteRole, n != l.entries[0].node && !dom.Is(n, "section", "div", "article", "main", "aside", "tbody", "tr", "li"):
				return
			}
		}
		placed[at] = l
	}
	if len(placed) == len(c.lists) {
		c.placed = placed
	}
}
