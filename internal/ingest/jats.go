package ingest

import (
	"path/filepath"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// JATS is how publishers and PubMed Central keep articles: https://jats.nlm.nih.gov.
// Older articles follow its forerunner, the NLM DTD, whose names are mostly the same.

var (
	// jatsRoot matches the start tag of an article, or of what carries one.
	jatsRoot  = lazyregexp.New(`<(?:[\w-]+:)?(?:article|pmc-articleset|OAI-PMH)(?:\s[^>]*)?>`)
	jatsParts = lazyregexp.New(`<(?:[\w-]+:)?(?:front|article-meta|journal-meta|article-title|front-stub|body|back|ref-list)[\s/>]`)
	// beforeRoot matches what may stand before the root: declarations and comments.
	beforeRoot = lazyregexp.New(`(?s)^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*`)
)

// isJATS reports whether a text is JATS: an article element, or a wrapper of them, is
// its root, and it has the parts that an article has in JATS and not in HTML. Where
// the root is some other element, the name decides.
func isJATS(name, text string) bool {
	head := text[len(beforeRoot.FindString(text)):]
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = head[:min(len(head), sniffed)]
	if root := jatsRoot.FindStringIndex(head); root != nil && root[0] == 0 {
		return jatsParts.MatchString(head) || strings.EqualFold(filepath.Ext(name), ".nxml")
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".nxml", ".xml", ".jats":
		return jatsRoot.MatchString(head) && jatsParts.MatchString(head)
	}
	return false
}

// readJATS fills a from the first article of a JATS text. What cannot be parsed at
// the end is left out, with a line that says so; ok is false where no article is left.
func readJATS(a *article.Article, text string) (ok bool) {
	root, whole, deep := xmltree.Parse(text)
	art := root.Find("article")
	if art == nil {
		return false
	}
	w := &jatsWriter{targets: map[string]int{}, floats: map[string]*xmltree.Node{}, placed: map[*xmltree.Node]bool{}}
	w.list = readReferences(art)
	w.complete = marksCitations(art, w.list)
	w.notes = findFootnotes(art)

	front := art.Child("front", "front-stub")
	if front == nil {
		front = &xmltree.Node{}
	}
	describeJATS(a, art, front)
	w.manner = mannerOf(front)
	w.front(a, front)
	var floats []*xmltree.Node
	for _, f := range art.All("floats-group", "floats-wrap") {
		for _, float := range f.Elements() {
			// One that cites stays where the source has it: its citations would come
			// out of the order in which the list is numbered.
			if id := float.Attrs["id"]; id != "" && !marksCitations(float, w.list) {
				w.floats[id] = float
			}
			floats = append(floats, float)
		}
	}
	if body := art.Child("body"); body != nil {
		w.level = 1
		w.flow(body.Children)
	}
	w.placeFloats(floats)
	if back := art.Child("back"); back != nil {
		w.level = 1
		w.flow(back.Children) // the reference lists among it come last
	}
	w.writeNotes()
	w.references()
	if !whole {
		w.line(piece{text: "The file is cut short here or cannot be read on.", style: style{italic: true}})
	}
	if len(w.body) == 0 {
		return false
	}
	w.body = append(w.body, '\n')
	if deep {
		notify(a, noticeElements)
	}
	w.notify(a)
	a.Furniture = w.furniture
	assemble(a, draft{
		body: string(w.body), entries: w.entries, citations: w.citations, complete: w.complete, links: w.resolved(),
	})
	return true
}

// marksCitations reports whether the article's text has cross references to its list.
func marksCitations(art *xmltree.Node, list jatsList) bool {
	found := false
	art.Walk(func(n *xmltree.Node) bool {
		found = found || n.Is("xref") && len(list.numbersOf(n)) > 0 && !n.Blank()
		return !found && !n.Is("sub-article", "response")
	})
	return found
}

// describeJATS fills the metadata from the front matter.
func describeJATS(a *article.Article, art, front *xmltree.Node) {
	meta := front.Child("article-meta")
	if meta == nil {
		meta = front
	}
	a.Language = safe.Line(art.Attrs["lang"])
	if titles := meta.Child("title-group"); titles != nil {
		a.Title = plainTitle(titles.Child("article-title"))
	}
	for _, group := range meta.All("contrib-group") {
		for _, c := range group.All("contrib") {
			if kind := c.Attrs["contrib-type"]; kind != "" && !strings.HasPrefix(kind, "author") && kind != "collab" {
				continue
			}
			if name := contributor(c); name != "" {
				a.Authors = append(a.Authors, safe.Line(name))
			}
		}
	}
	a.Date = safe.Line(publicationDate(meta.All("pub-date")))
	if abstract := meta.Child("abstract"); abstract != nil {
		a.Summary = safe.Line(firstParagraph(abstract))
	}
}

func plainTitle(title *xmltree.Node) safe.Text {
	if title == nil {
		return safe.Text{}
	}
	var b strings.Builder
	for _, p := range flatten(title.Children, false) {
		if p.xref == nil && p.note == "" {
			b.WriteString(p.text)
		}
	}
	return safe.Line(b.String())
}

func contributor(c *xmltree.Node) string {
	if alternatives := c.Child("name-alternatives"); alternatives != nil {
		c = alternatives
	}
	if name := c.Child("name", "string-name"); name != nil {
		given, family := name.Child("given-names").Content(), name.Child("surname").Content()
		if family == "" {
			return name.Content()
		}
		return strings.Join([]string{given, family, name.Child("suffix").Content()}, " ")
	}
	if collab := c.Child("collab"); collab != nil {
		return collabName(collab)
	}
	return ""
}

// collabName returns the name of a group of authors, without its members, who may be
// listed inside it.
func collabName(collab *xmltree.Node) string {
	if name := collab.Find("named-content"); name != nil && collab.Find("contrib-group") != nil {
		return name.Content()
	}
	var parts []string
	for _, c := range collab.Children {
		if !c.Is("contrib-group", "fn", "xref", "address", "aff") {
			parts = append(parts, c.Content())
		}
	}
	return strings.Join(parts, " ")
}

// publicationDate returns the first day that the article was out, as far as it is
// told, or else its year.
func publicationDate(dates []*xmltree.Node) string {
	best := ""
	for _, d := range dates {
		date := dateOf(d)
		if len(date) > len(best) || len(date) == len(best) && date < best {
			best = date
		}
	}
	return best
}

// dateOf returns a date as 2006-01-02, as far as it is known.
func dateOf(d *xmltree.Node) string {
	date := d.Child("year").Content()
	if m := monthNumber(d.Child("month").Content()); m != "" && date != "" {
		date += "-" + m
		if day := d.Child("day").Content(); isNumber(day) {
			date += "-" + pad(day)
		}
	}
	return date
}

func monthNumber(s string) string {
	if isNumber(s) {
		return pad(s)
	}
	const months = "janfebmaraprmayjunjulaugsepoctnovdec"
	if len(s) >= 3 {
		if i := strings.Index(months, strings.ToLower(s[:3])); i >= 0 && i%3 == 0 {
			return pad(strings.TrimLeft(string(rune('0'+(i/3+1)/10))+string(rune('0'+(i/3+1)%10)), "0"))
		}
	}
	return ""
}

func isNumber(s string) bool {
	return s != "" && len(s) <= 2 && strings.Trim(s, "0123456789") == ""
}

func pad(s string) string {
	if len(s) < 2 {
		return "0" + s
	}
	return s
}

// firstParagraph returns the first paragraph under n as plain text.
func firstParagraph(n *xmltree.Node) string {
	if p := n.Find("p"); p != nil {
		return p.Content()
	}
	return n.Content()
}
