package jats

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/safe"
)

// A referenceList is the article's references and by which ids the text names them.
type referenceList struct {
	refs []reference
	ids  map[string][]int // to numbers, from 1
}

// A reference is a work of the list, of which an entry may have several.
type reference struct {
	work
	label  string
	remark []*node // what stands behind it in its entry
	begins bool    // a list
	title  *node   // of the list that it begins, or nil
}

// A work is a citation in its two forms, which are one where there is but one.
type work struct {
	printed *node // with the publisher's punctuation, if there is such a form; nil for remarks alone
	tagged  *node // with fields
}

// readReferences collects the references of an article, of all its lists.
func readReferences(art *node) referenceList {
	list := referenceList{ids: map[string][]int{}}
	begins, title := false, (*node)(nil)
	art.Walk(func(n *node) bool {
		switch n.Name {
		case "sub-article", "response", "front":
			return false
		case "ref-list":
			begins, title = true, n.Child("title")
		case "ref":
			entry := worksOf(n)
			entry[0].begins, entry[0].title = begins, title
			begins, title = false, nil
			list.add(n, entry)
			return false
		}
		return true
	})
	return list
}

// add adds the works of an entry. Its id names all of them, and the id of each that one.
func (l *referenceList) add(ref *node, works []reference) {
	first := len(l.refs) + 1
	l.refs = append(l.refs, works...)
	name := func(n *node, numbers ...int) {
		if id := n.Attrs["id"]; id != "" && l.ids[id] == nil {
			l.ids[id] = numbers
		}
	}
	var all []int
	for i, w := range works {
		all = append(all, first+i)
		for _, n := range []*node{w.printed, w.tagged} {
			if n != nil {
				name(n, first+i)
			}
		}
	}
	for _, n := range append([]*node{ref}, ref.Elements()...) {
		name(n, all...)
	}
}

// worksOf returns the works of an entry, at least one. Where there are several, their labels are the
// entry's with a letter: 3a, 3b.
func worksOf(ref *node) []reference {
	works := citationsOf(ref)
	if len(works) == 0 {
		works = []work{{}}
	}
	label := ref.Child("label")
	var all []reference
	for i, w := range works {
		own := w.label()
		r := reference{work: w}
		switch {
		case len(works) == 1 && label == nil:
			label = own
			fallthrough
		case len(works) == 1:
			r.label = doc.BareLabel(label.Content()) // not the author and year, which the entry begins with
		case label != nil:
			letter := strings.Trim(own.Content(), " ().")
			if letter == "" && i < len(letters) {
				letter = letters[i : i+1]
			}
			r.label = doc.BareLabel(label.Content()) + letter
		}
		all = append(all, r)
	}
	last := &all[len(all)-1]
	last.remark = ref.All("note", "p")
	return all
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// label returns the label that a work has in its entry, or nil.
func (w work) label() *node {
	if w.printed == nil {
		return nil
	}
	if l := w.printed.Child("label"); l != nil {
		return l
	}
	return w.tagged.Child("label")
}

// cites reports whether a cross reference leads to the list.
func (l referenceList) cites(xref *node) bool {
	return xref.Attrs["ref-type"] == "bibr" || len(l.numbersOf(xref)) > 0
}

// numbersOf returns the references that a cross reference names.
func (l referenceList) numbersOf(xref *node) []int {
	var numbers []int
	for _, id := range strings.Fields(xref.Attrs["rid"]) {
		numbers = append(numbers, l.ids[id]...)
	}
	return numbers
}

// citationsOf returns the works of one entry, of which chemists put several under one number. Two
// forms of one work are alternatives, whether they are marked as such or, as in SciELO's archive,
// stand side by side.
func citationsOf(ref *node) []work {
	var found []work
	for _, c := range ref.Elements() {
		switch {
		case c.Is("citation-alternatives"):
			if w, ok := alternatives(c); ok {
				found = append(found, w)
			}
		case c.Is("element-citation", "nlm-citation") && len(found) > 0 && isPrinted(found[len(found)-1]) && c.Child("label") == nil:
			found[len(found)-1].tagged = c
		case c.Is("mixed-citation", "element-citation", "nlm-citation", "citation", "product"):
			found = append(found, work{c, c})
		}
	}
	return found
}

// isPrinted reports whether a work has but the form with the publisher's punctuation.
func isPrinted(w work) bool { return w.printed == w.tagged && w.printed.Is("mixed-citation") }

// alternatives returns a citation of which two forms are marked.
func alternatives(n *node) (w work, ok bool) {
	w.tagged = n.Child("element-citation", "nlm-citation")
	w.printed = n.Child("mixed-citation", "citation")
	switch {
	case w.printed == nil:
		w.printed = w.tagged
	case w.tagged == nil:
		w.tagged = w.printed
	}
	return w, w.printed != nil
}

// references returns the article's reference lists. Two without a heading between them are
// one.
func (r *reader) references() []doc.Block {
	var out []doc.Block
	var list doc.References
	for i, ref := range r.list.refs {
		if heading := doc.Tidy(r.inlines(childrenOf(ref.title), false)); len(heading) > 0 || ref.begins && i == 0 {
			if len(list.Entries) > 0 {
				out = append(out, list)
			}
			if list = (doc.References{Heading: heading}); len(heading) == 0 {
				list.Heading = []doc.Inline{doc.Text("References")}
			}
		}
		list.Entries = append(list.Entries, r.entry(ref))
	}
	if len(list.Entries) > 0 {
		out = append(out, list)
	}
	return out
}

// entry returns a reference as it is printed, with its fields.
func (r *reader) entry(ref reference) doc.Entry {
	var text []doc.Inline
	if ref.printed != nil {
		text = withoutLabel(r.printed(ref.printed, ref.label != ""), ref.label)
	}
	for _, n := range ref.remark {
		text = append(append(text, doc.Text(" ")), r.inlines(n.Children, false)...)
	}
	e := doc.Entry{Label: safe.Line(ref.label), Text: text}
	if ref.printed != nil {
		e.Item = itemOf(ref.tagged, doc.Plain(doc.Tidy(text)))
	}
	return e
}

// withoutLabel returns a text without the entry's label where it begins with that.
func withoutLabel(text []doc.Inline, label string) []doc.Inline {
	if label == "" || len(text) == 0 || text[0].To != nil {
		return text
	}
	first := strings.TrimLeft(text[0].Text.String(), " ")
	rest, found := strings.CutPrefix(first, label)
	if found && rest != "" && strings.Contains(".)]:", rest[:1]) {
		text[0].Text = safe.New(strings.TrimLeft(rest, ".)]: "))
	}
	return text
}
