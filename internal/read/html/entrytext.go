package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// references returns a reference list.
func (c *converter) references(l refList) doc.References {
	var list doc.References
	if l.heading != nil {
		list.Heading = []doc.Inline{doc.Text(strings.TrimRight(dom.Text(l.heading), ":"))}
	}
	for _, e := range l.entries {
		list.Entries = append(list.Entries, doc.Entry{Label: safe.Line(doc.BareLabel(e.label)), Text: c.entryText(e)})
	}
	return list
}

var (
	// backLink matches the texts of links from an entry back to its citations.
	backLink = lazyregexp.New(`^(?:[\^↑↩⤴↵⏎←⬏]|[a-z]{1,2}|\d{1,2}\.\d{1,2}|\d{1,3})[\x{fe0e}]?$`)
	doiIn    = lazyregexp.New(`(?i)(?:doi\.org/|doi[:=/])\s*(10\.\d{4,9}/[^\s"<>?#&]+)`)
)

// An entryPart is a part of an entry's text, or the place of a link that was removed from it.
type entryPart struct {
	doc.Inline
	removedLink bool
}

// An entryReader reads the text of an entry.
type entryReader struct {
	*converter
	entry entry
	parts []entryPart
	doi   string // that the first link with one leads to
}

// entryText returns the text of an entry without its label, links back to the text and links to
// search engines. The DOI that such a link leads to is kept.
func (c *converter) entryText(e entry) []doc.Inline {
	r := entryReader{converter: c, entry: e}
	r.read(e.node)
	e.trimLabel(r.parts)
	trimRemoved(r.parts)
	text := make([]doc.Inline, 0, len(r.parts)+1)
	for _, p := range r.parts {
		if !p.removedLink {
			text = append(text, p.Inline)
		}
	}
	if r.doi != "" && !strings.Contains(strings.ToLower(doc.Plain(text)), strings.ToLower(r.doi)) {
		text = append(text, doc.Text(" https://doi.org/"+r.doi))
	}
	return text
}

// read adds the text of an element in the entry.
func (r *entryReader) read(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.add(n.Data)
		return
	case n.Type != html.ElementNode || n == r.entry.name || r.entryOf[n] > 0 && n != r.entry.node || dom.IsSkipped(n.Data) && !dom.IsMath(n):
		return
	case n.Data == "a" && r.isRemoved(n):
		r.parts = append(r.parts, entryPart{removedLink: true})
		return
	case dom.Is(n, "math", "script", "img", "br"):
		r.add(" ")
		return
	}
	first := len(r.parts)
	if dom.IsBlock(n.Data) {
		r.add(" ")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.read(c)
	}
	if dom.IsBlock(n.Data) {
		r.add(" ")
	}
	inner := r.parts[first:]
	if n.Data == "a" {
		if kind, to := r.address(n); kind == article.URL && !r.isSameSite(to) {
			for i := range inner {
				inner[i].To = doc.Address(to)
			}
		}
	}
	if style := inlineStyles[n.Data]; style != doc.CodeSpan {
		for i := range inner {
			inner[i].Style |= style
		}
	}
}

func (r *entryReader) add(s string) {
	r.parts = append(r.parts, entryPart{Inline: doc.Text(s)})
}

// isRemoved reports whether a link leads back to the text or to a search engine. It notes the DOI
// that the link leads to.
func (r *entryReader) isRemoved(a *html.Node) bool {
	if m := doiIn.FindStringSubmatch(dom.Attr(a, "href")); m != nil && r.doi == "" {
		r.doi = doc.Fragment(m[1])
	}
	text := dom.Text(a)
	_, within := r.fragment(a)
	return within && (backLink.MatchString(text) || isCalledBackLink(a)) || boilerplate.IsEntryLink(text)
}

// trimLabel cuts the label and the signs of links back off the start of an entry's text.
func (e entry) trimLabel(parts []entryPart) {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text.String())
	}
	text := strings.TrimLeftFunc(b.String(), func(r rune) bool { return unicode.IsSpace(r) || r == '^' || r == '↑' })
	if e.name == nil {
		text = strings.TrimPrefix(text, ownLabel.FindString(text))
	}
	cut := b.Len() - len(text)
	for i := 0; cut > 0; i++ {
		n := min(cut, parts[i].Text.Len())
		parts[i].Text = parts[i].Text.Slice(n, parts[i].Text.Len())
		cut -= n
	}
}

// trimRemoved drops the brackets and bars around links that were removed.
func trimRemoved(parts []entryPart) {
	const around = " \t\n[](){}|•·/;,&"
	for i, p := range parts {
		if !p.removedLink {
			continue
		}
		if !parts[i-1].removedLink { // an entry is a block: blanks precede its first link and follow its last
			parts[i-1].Text = safe.New(strings.TrimRight(parts[i-1].Text.String(), " \t\n[({|•·/;") + " ")
		}
		if !parts[i+1].removedLink {
			s := parts[i+1].Text.String()
			if after := strings.TrimLeft(s, " \t\n])}|•·/;,"); strings.Trim(s, around) == "" {
				parts[i+1].Text = safe.New(" ")
			} else {
				parts[i+1].Text = safe.New(" " + after)
			}
		}
	}
}
