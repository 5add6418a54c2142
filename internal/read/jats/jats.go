// Package jats reads JATS XML, in which publishers and PubMed Central keep articles
// (https://jats.nlm.nih.gov), and its forerunner, the NLM DTD, whose names are mostly the same.
//
// [Sniff] recognises it, and [Read] builds its document. The package must not know the other
// formats, nor how a document is written.
package jats

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"etal/internal/doc"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/names"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

var (
	// rootTag matches the start tag of an article, or of what carries one.
	rootTag = lazyregexp.New(`<(?:[\w-]+:)?(?:article|pmc-articleset|OAI-PMH)(?:\s[^>]*)?>`)
	// partTag matches the start tag of a part that an article has in JATS and not in HTML.
	partTag = lazyregexp.New(`<(?:[\w-]+:)?(?:front|article-meta|journal-meta|article-title|front-stub|body|back|ref-list)[\s/>]`)
	// beforeRoot matches what may stand before the root: declarations and comments.
	beforeRoot = lazyregexp.New(`(?s)^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*`)
)

// Sniff reports whether a text is JATS: an article element, or a wrapper of them, is
// its root, and it has the parts that an article has in JATS and not in HTML. Where
// the root is some other element, the name decides.
func Sniff(name, text string) bool {
	head := text[len(beforeRoot.FindString(text)):]
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = head[:min(len(head), sniffed)]
	if root := rootTag.FindStringIndex(head); root != nil && root[0] == 0 {
		return partTag.MatchString(head) || strings.EqualFold(filepath.Ext(name), ".nxml")
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".nxml", ".xml", ".jats":
		return rootTag.MatchString(head) && partTag.MatchString(head)
	}
	return false
}

// sniffed is how many bytes after the declarations Sniff looks at: front matter may be long.
const sniffed = 64 << 10

// Read reads the first article of a JATS text. What cannot be parsed at the end is left out,
// with a line that says so. It reports whether there is an article.
func Read(text safe.Text) (*doc.Document, bool) { return readArticle(text, false) }

// Beginning reads the beginning of a JATS text, which ends anywhere.
func Beginning(text safe.Text) (*doc.Document, bool) { return readArticle(text, true) }

func readArticle(text safe.Text, ends bool) (*doc.Document, bool) {
	root, whole, deep := xmltree.Parse(text.String())
	art := root.Find("article")
	if art == nil {
		return nil, false
	}
	r := &reader{
		doc: &doc.Document{}, list: readReferences(art), notes: findFootnotes(art),
		xrefs: map[*node]doc.Target{}, floats: map[string]*node{}, placed: map[*node]bool{}, level: 1,
	}
	r.doc.CitationsMarked = marksCitations(art, r.list)
	front := art.Child("front", "front-stub")
	if front == nil {
		front = &node{}
	}
	r.describe(art, front)
	r.style = styleOf(front)
	blocks := r.front(front)
	floats := r.keepFloats(art)
	for _, part := range []string{"body", "back"} { // the reference lists in the back come last
		if n := art.Child(part); n != nil {
			r.level = 1
			blocks = append(blocks, r.flow(n.Children)...)
		}
		if part == "body" {
			blocks = append(blocks, r.placeFloats(floats)...)
		}
	}
	references := r.references()
	if !whole && !ends {
		cut := doc.Paragraph{Text: []doc.Inline{doc.Text("The file is cut short here or cannot be read on.", doc.Italic)}}
		references = append(references, cut)
	}
	if deep {
		r.doc.Notify(NoticeDeep)
	}
	r.notifyParts(art)
	r.doc.Blocks = append(blocks, references...)
	return r.doc, len(r.doc.Blocks) > 0
}

// notifyParts says which parts of an article are not shown: translations, answers, reports.
func (r *reader) notifyParts(art *node) {
	var left []string
	for _, part := range art.All("sub-article", "response") {
		kind := strings.ReplaceAll(cmp.Or(part.Attrs["article-type"], part.Attrs["response-type"], part.Name), "-", " ")
		if language := part.Attrs["lang"]; language != "" {
			kind += " (" + language + ")"
		}
		if t := part.Find("article-title"); t != nil && !strings.EqualFold(t.Content(), kind) {
			kind += ": " + t.Content()
		}
		left = append(left, kind)
	}
	if more := len(left) - maxNamedParts; more > 0 {
		left = append(left[:maxNamedParts], fmt.Sprintf("and %d more", more))
	}
	if len(left) > 0 {
		r.doc.Notify("parts of the file that are not shown: " + strings.Join(left, "; "))
	}
}

// maxNamedParts is how many parts that are not shown are named.
const maxNamedParts = 3

// NoticeDeep is given where elements are nested deeper than is read.
var NoticeDeep = fmt.Sprintf("elements that are nested deeper than %d levels are read as if they stood at that depth", xmltree.MaxDepth)

// keepFloats keeps the figures and tables that the source has apart for the paragraphs that
// mention them, and returns all of them. One that cites stays where the source has it: its
// citations would come out of the order in which the list is numbered.
func (r *reader) keepFloats(art *node) []*node {
	var floats []*node
	for _, group := range art.All("floats-group", "floats-wrap") {
		for _, float := range group.Elements() {
			if id := float.Attrs["id"]; id != "" && !marksCitations(float, r.list) {
				r.floats[id] = float
			}
			floats = append(floats, float)
		}
	}
	return floats
}

// marksCitations reports whether the article's text has cross references to its list.
func marksCitations(art *node, list referenceList) bool {
	found := false
	art.Walk(func(n *node) bool {
		found = found || n.Is("xref") && len(list.numbersOf(n)) > 0 && !n.Blank()
		return !found && !n.Is("sub-article", "response")
	})
	return found
}

// describe reads the metadata in the front matter.
func (r *reader) describe(art, front *node) {
	a := r.doc
	meta := front.Child("article-meta")
	if meta == nil {
		meta = front
	}
	a.Language = safe.Line(art.Attrs["lang"])
	if titles := meta.Child("title-group"); titles != nil {
		a.Title = r.plainTitle(titles.Child("article-title"))
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
	for _, id := range meta.All("article-id") {
		if kind := kinds[id.Attrs["pub-id-type"]]; kind != "" {
			a.Identify(kind, id.Content())
		}
	}
	if abstract := meta.Child("abstract"); abstract != nil {
		a.Summary = safe.Line(firstParagraph(abstract))
	}
	for _, group := range meta.All("kwd-group") {
		for _, k := range group.All("kwd") {
			if tag := safe.Line(k.Content()); tag.Len() > 0 {
				a.Tags = append(a.Tags, tag)
			}
		}
	}
	if permissions := meta.Child("permissions"); permissions != nil {
		a.License = licenseOf(permissions.Child("license"))
	}
}

// kinds are the kinds of identifiers by the types that JATS has for them
// (https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/pub-id-type.html). PubMed Central's numbers were
// of the type pmc before.
var kinds = map[string]identify.Kind{"doi": identify.DOI, "arxiv": identify.ArXiv, "pmcid": identify.PMCID, "pmc": identify.PMCID, "pmid": identify.PMID}

// licenseOf returns the URL of a license or, where it has none, its type.
func licenseOf(license *node) safe.Text {
	if license == nil {
		return safe.Text{}
	}
	return safe.Line(cmp.Or(license.Child("license_ref").Content(), license.Attrs["href"], license.Attrs["license-type"]))
}

func (r *reader) plainTitle(title *node) safe.Text {
	var b strings.Builder
	for _, in := range r.inlines(childrenOf(title), false) {
		switch in.To.(type) {
		case nil, doc.Address:
			b.WriteString(in.Text.String())
		}
	}
	return safe.Line(b.String())
}

func contributor(c *node) string {
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
func collabName(collab *node) string {
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

// publicationDate returns the earliest of the most exact dates.
func publicationDate(dates []*node) string {
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
func dateOf(d *node) string {
	date := d.Child("year").Content()
	if m := monthNumber(d.Child("month").Content()); m != "" && date != "" {
		date += "-" + m
		if day := d.Child("day").Content(); isNumber(day) {
			date += "-" + pad(day)
		}
	}
	return date
}

// monthNumber returns the two digits of a month, named or numbered, or "".
func monthNumber(s string) string {
	if isNumber(s) {
		return pad(s)
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		s = s[:i] // Mar.–Apr.
	}
	if n, _ := names.Month(s); n > 0 {
		return pad(strconv.Itoa(n))
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
func firstParagraph(n *node) string {
	if p := n.Find("p"); p != nil {
		return p.Content()
	}
	return n.Content()
}
