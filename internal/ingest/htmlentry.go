package ingest

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

func referenceID(number int) string { return "reference-" + strconv.Itoa(number) }

// list returns a reference list.
func (c *converter) list(l htmlList) *node {
	list := &node{name: "ref-list"}
	if l.heading != nil {
		list.children = append(list.children, &node{name: "title", children: []*node{{text: strings.TrimRight(textIn(l.heading), ":")}}})
	}
	for _, item := range l.items {
		ref := &node{name: "ref", attrs: map[string]string{"id": referenceID(c.entryOf[item.node])}}
		if item.label != "" {
			ref.children = append(ref.children, &node{name: "label", children: []*node{{text: item.label}}})
		}
		ref.children = append(ref.children, &node{name: "p", children: c.entry(item)})
		list.children = append(list.children, ref)
	}
	return list
}

var (
	linkName = lazyregexp.New(`(?i)^\W*(?:` + linkNames + `|(?:go to )?(?:reference|ref\.?) in (?:article|text)|back to (?:ref|reference|text|article)\.?|jump up(?: to)?|crossref|google|pmc|doi|view record in scopus|open url|openurl|find full text|this article|first citation in article|return to (?:ref|text)\S*)(?:\s+\d+)?\W*$`)
	backName = lazyregexp.New(`^(?:[\^↑↩⤴↵⏎←⬏]|[a-z]{1,2}|\d{1,2}\.\d{1,2}|\d{1,3})[\x{fe0e}]?$`)
	doiIn    = lazyregexp.New(`(?i)(?:doi\.org/|doi[:=/])\s*(10\.\d{4,9}/[^\s"<>?#&]+)`)
)

// gone stands for a link of an entry that was left out, with the punctuation around it.
var gone = &node{name: "object-id"}

// entry returns what is to be read in an entry: without its label, without links back to
// the text and to search engines. The DOI that such a link leads to is kept.
func (c *converter) entry(item htmlItem) []*node {
	doi := ""
	var visit func(n *html.Node) []*node
	visit = func(n *html.Node) []*node {
		switch {
		case n.Type == html.TextNode:
			return []*node{{text: n.Data}}
		case n.Type != html.ElementNode || n == item.name || dropped[n.Data] && !isMath(n):
			return nil
		case c.entryOf[n] > 0 && n != item.node:
			return nil
		}
		if isElement(n, "a") {
			text := textIn(n)
			if m := doiIn.FindStringSubmatch(attr(n, "href")); m != nil && doi == "" {
				doi = unescaped(m[1])
			}
			_, within := c.fragment(n)
			if within && backName.MatchString(text) || linkName.MatchString(text) {
				return []*node{gone}
			}
		}
		var inner []*node
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			inner = append(inner, visit(child)...)
		}
		switch {
		case isElement(n, "math", "script", "img", "br"):
			return []*node{{text: " "}}
		case isElement(n, "a"):
			if kind, href := c.address(n); kind == article.URL && !c.isOwn(href) {
				return []*node{{name: "ext-link", attrs: map[string]string{"href": href}, children: inner}}
			}
		case jatsNames[n.Data] != "" && jatsNames[n.Data] != "monospace":
			return []*node{{name: jatsNames[n.Data], children: inner}}
		case blockTags[n.Data]:
			return append(append([]*node{{text: " "}}, inner...), &node{text: " "})
		}
		return inner
	}
	root := &node{children: visit(item.node)}
	trimLeft(root, item)
	trimGone(root)
	if doi != "" && !strings.Contains(strings.ToLower(root.content()), strings.ToLower(doi)) {
		root.children = append(root.children, &node{text: " https://doi.org/" + doi})
	}
	return root.children
}

// isOwn reports whether an address is one of the site that the page is from.
func (p *page) isOwn(href string) bool {
	to, err := url.Parse(href)
	return err == nil && p.base != nil && strings.TrimPrefix(to.Host, "www.") == strings.TrimPrefix(p.base.Host, "www.")
}

// trimLeft cuts the label and the signs of links back off the start of an entry.
func trimLeft(root *node, item htmlItem) {
	text := strings.TrimLeft(root.content(), "^↑ ")
	if m := ownLabel.FindString(text + " "); m != "" && item.name == nil {
		text = text[min(len(m), len(text)):]
	}
	cut := len(root.content()) - len(text)
	first := true
	root.walk(func(n *node) bool {
		if n.name != "" || cut == 0 {
			return cut > 0
		}
		s := strings.Join(strings.Fields(n.text), " ")
		if s == "" {
			return true
		}
		if !first && strings.TrimLeft(n.text, " \n\t") != n.text {
			cut-- // the blank that content has before it
		}
		first = false
		n.text = strings.TrimLeft(n.text, " \n\t")
		take := min(max(cut, 0), len(n.text))
		n.text, cut = n.text[take:], cut-take
		return true
	})
}

// trimGone drops the brackets and bars around links that were left out.
func trimGone(root *node) {
	var leaves []*node
	root.walk(func(n *node) bool {
		if n.name == "" || n == gone {
			leaves = append(leaves, n)
		}
		return true
	})
	const around = " \t\n[](){}|•·/;,&"
	for i, n := range leaves {
		if n != gone {
			continue
		}
		if i > 0 && leaves[i-1] != gone {
			leaves[i-1].text = strings.TrimRight(leaves[i-1].text, " \t\n[({|•·/;") + " "
		}
		if i+1 < len(leaves) && leaves[i+1] != gone {
			if after := strings.TrimLeft(leaves[i+1].text, " \t\n])}|•·/;,"); strings.Trim(leaves[i+1].text, around) == "" {
				leaves[i+1].text = " "
			} else {
				leaves[i+1].text = " " + after
			}
		}
	}
}
