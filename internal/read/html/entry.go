package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// list returns a reference list.
func (c *converter) list(l htmlList) doc.References {
	var list doc.References
	if l.heading != nil {
		list.Heading = []doc.Inline{doc.Text(strings.TrimRight(textIn(l.heading), ":"))}
	}
	for _, item := range l.items {
		list.Entries = append(list.Entries, doc.Entry{Label: entryLabel(item.label), Text: c.entry(item)})
	}
	return list
}

// entryLabel returns a label without what stands around it.
func entryLabel(label string) safe.Text {
	label = strings.Trim(strings.Join(strings.Fields(label), " "), " .[](){}:")
	if strings.Contains(label, " ") || len(label) > longestLabel {
		return safe.Text{}
	}
	return safe.Line(label)
}

var (
	backName = lazyregexp.New(`^(?:[\^↑↩⤴↵⏎←⬏]|[a-z]{1,2}|\d{1,2}\.\d{1,2}|\d{1,3})[\x{fe0e}]?$`)
	doiIn    = lazyregexp.New(`(?i)(?:doi\.org/|doi[:=/])\s*(10\.\d{4,9}/[^\s"<>?#&]+)`)
)

// An entryPart is a part of an entry, or stands for a link in it that was removed.
type entryPart struct {
	doc.Inline
	isRemoved bool
}

// entry returns what is to be read in an entry: without its label, without links back to
// the text and to search engines. The DOI that such a link leads to is kept.
func (c *converter) entry(item htmlItem) []doc.Inline {
	doi := ""
	blank := []entryPart{{Inline: doc.Text(" ")}}
	var visit func(n *html.Node) []entryPart
	visit = func(n *html.Node) []entryPart {
		switch {
		case n.Type == html.TextNode:
			return []entryPart{{Inline: doc.Text(n.Data)}}
		case n.Type != html.ElementNode || n == item.name || dropped[n.Data] && !isMath(n):
			return nil
		case c.entryOf[n] > 0 && n != item.node:
			return nil
		}
		if isElement(n, "a") {
			text := textIn(n)
			if m := doiIn.FindStringSubmatch(attr(n, "href")); m != nil && doi == "" {
				doi = doc.Fragment(m[1])
			}
			_, within := c.fragment(n)
			if within && backName.MatchString(text) || boilerplate.IsEntryLink(text) {
				return []entryPart{{isRemoved: true}}
			}
		}
		var inner []entryPart
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			inner = append(inner, visit(child)...)
		}
		style := inlineStyles[n.Data]
		switch {
		case isElement(n, "math", "script", "img", "br"):
			return blank
		case isElement(n, "a"):
			if kind, href := c.address(n); kind == article.URL && !c.isOwn(href) {
				for i := range inner {
					inner[i].To = doc.Address(href)
				}
			}
		case style != 0 && style != doc.CodeSpan:
			for i := range inner {
				inner[i].Style |= style
			}
		case blockTags[n.Data]:
			return append(append(blank[:1:1], inner...), blank...)
		}
		return inner
	}
	parts := visit(item.node)
	trimLabel(parts, item)
	trimRemoved(parts)
	var text []doc.Inline
	for _, p := range parts {
		if !p.isRemoved {
			text = append(text, p.Inline)
		}
	}
	if doi != "" && !strings.Contains(strings.ToLower(doc.Plain(text)), strings.ToLower(doi)) {
		text = append(text, doc.Text(" https://doi.org/"+doi))
	}
	return text
}

// isOwn reports whether an address is one of the site that the page is from.
func (p *page) isOwn(href string) bool {
	to, err := url.Parse(href)
	return err == nil && p.base != nil && strings.TrimPrefix(to.Host, "www.") == strings.TrimPrefix(p.base.Host, "www.")
}

// trimLabel cuts the label and the signs of links back off the start of an entry.
func trimLabel(parts []entryPart, item htmlItem) {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text.String())
	}
	whole := strings.Join(strings.Fields(b.String()), " ")
	text := strings.TrimLeft(whole, "^↑ ")
	if m := ownLabel.FindString(text + " "); m != "" && item.name == nil {
		text = text[min(len(m), len(text)):]
	}
	cut := len(whole) - len(text)
	first := true
	for i := range parts {
		s := parts[i].Text.String()
		if cut == 0 {
			return
		}
		if strings.TrimSpace(s) == "" {
			continue
		}
		bare := strings.TrimLeft(s, " \n\t")
		if !first && bare != s {
			cut-- // the blank that the whole has before it
		}
		first = false
		take := min(max(cut, 0), len(bare))
		parts[i].Text = safe.New(bare[take:])
		cut -= take
	}
}

// trimRemoved drops the brackets and bars around links that were removed.
func trimRemoved(parts []entryPart) {
	const around = " \t\n[](){}|•·/;,&"
	for i, p := range parts {
		if !p.isRemoved {
			continue
		}
		if i > 0 && !parts[i-1].isRemoved {
			parts[i-1].Text = safe.New(strings.TrimRight(parts[i-1].Text.String(), " \t\n[({|•·/;") + " ")
		}
		if i+1 < len(parts) && !parts[i+1].isRemoved {
			s := parts[i+1].Text.String()
			if after := strings.TrimLeft(s, " \t\n])}|•·/;,"); strings.Trim(s, around) == "" {
				parts[i+1].Text = safe.New(" ")
			} else {
				parts[i+1].Text = safe.New(" " + after)
			}
		}
	}
}
