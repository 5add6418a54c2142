package ingest

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
	"etal/internal/xmltree"
)

func referenceID(number int) string { return "reference-" + strconv.Itoa(number) }

// list returns a reference list.
func (c *converter) list(l htmlList) *xmltree.Node {
	list := &xmltree.Node{Name: "ref-list"}
	if l.heading != nil {
		list.Children = append(list.Children, &xmltree.Node{Name: "title", Children: []*xmltree.Node{{Text: strings.TrimRight(textIn(l.heading), ":")}}})
	}
	for _, item := range l.items {
		ref := &xmltree.Node{Name: "ref", Attrs: map[string]string{"id": referenceID(c.entryOf[item.node])}}
		if item.label != "" {
			ref.Children = append(ref.Children, &xmltree.Node{Name: "label", Children: []*xmltree.Node{{Text: item.label}}})
		}
		ref.Children = append(ref.Children, &xmltree.Node{Name: "p", Children: c.entry(item)})
		list.Children = append(list.Children, ref)
	}
	return list
}

var (
	linkName = lazyregexp.New(`(?i)^\W*(?:` + boilerplate.LinkNames + `|(?:go to )?(?:reference|ref\.?) in (?:article|text)|back to (?:ref|reference|text|article)\.?|jump up(?: to)?|crossref|google|pmc|doi|view record in scopus|open url|openurl|find full text|this article|first citation in article|return to (?:ref|text)\S*)(?:\s+\d+)?\W*$`)
	backName = lazyregexp.New(`^(?:[\^↑↩⤴↵⏎←⬏]|[a-z]{1,2}|\d{1,2}\.\d{1,2}|\d{1,3})[\x{fe0e}]?$`)
	doiIn    = lazyregexp.New(`(?i)(?:doi\.org/|doi[:=/])\s*(10\.\d{4,9}/[^\s"<>?#&]+)`)
)

// gone stands for a link of an entry that was left out, with the punctuation around it.
var gone = &xmltree.Node{Name: "object-id"}

// entry returns what is to be read in an entry: without its label, without links back to
// the text and to search engines. The DOI that such a link leads to is kept.
func (c *converter) entry(item htmlItem) []*xmltree.Node {
	doi := ""
	var visit func(n *html.Node) []*xmltree.Node
	visit = func(n *html.Node) []*xmltree.Node {
		switch {
		case n.Type == html.TextNode:
			return []*xmltree.Node{{Text: n.Data}}
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
				return []*xmltree.Node{gone}
			}
		}
		var inner []*xmltree.Node
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			inner = append(inner, visit(child)...)
		}
		switch {
		case isElement(n, "math", "script", "img", "br"):
			return []*xmltree.Node{{Text: " "}}
		case isElement(n, "a"):
			if kind, href := c.address(n); kind == article.URL && !c.isOwn(href) {
				return []*xmltree.Node{{Name: "ext-link", Attrs: map[string]string{"href": href}, Children: inner}}
			}
		case jatsNames[n.Data] != "" && jatsNames[n.Data] != "monospace":
			return []*xmltree.Node{{Name: jatsNames[n.Data], Children: inner}}
		case blockTags[n.Data]:
			return append(append([]*xmltree.Node{{Text: " "}}, inner...), &xmltree.Node{Text: " "})
		}
		return inner
	}
	root := &xmltree.Node{Children: visit(item.node)}
	trimLeft(root, item)
	trimGone(root)
	if doi != "" && !strings.Contains(strings.ToLower(root.Content()), strings.ToLower(doi)) {
		root.Children = append(root.Children, &xmltree.Node{Text: " https://doi.org/" + doi})
	}
	return root.Children
}

// isOwn reports whether an address is one of the site that the page is from.
func (p *page) isOwn(href string) bool {
	to, err := url.Parse(href)
	return err == nil && p.base != nil && strings.TrimPrefix(to.Host, "www.") == strings.TrimPrefix(p.base.Host, "www.")
}

// trimLeft cuts the label and the signs of links back off the start of an entry.
func trimLeft(root *xmltree.Node, item htmlItem) {
	text := strings.TrimLeft(root.Content(), "^↑ ")
	if m := ownLabel.FindString(text + " "); m != "" && item.name == nil {
		text = text[min(len(m), len(text)):]
	}
	cut := len(root.Content()) - len(text)
	first := true
	root.Walk(func(n *xmltree.Node) bool {
		if n.Name != "" || cut == 0 {
			return cut > 0
		}
		s := strings.Join(strings.Fields(n.Text), " ")
		if s == "" {
			return true
		}
		if !first && strings.TrimLeft(n.Text, " \n\t") != n.Text {
			cut-- // the blank that content has before it
		}
		first = false
		n.Text = strings.TrimLeft(n.Text, " \n\t")
		take := min(max(cut, 0), len(n.Text))
		n.Text, cut = n.Text[take:], cut-take
		return true
	})
}

// trimGone drops the brackets and bars around links that were left out.
func trimGone(root *xmltree.Node) {
	var leaves []*xmltree.Node
	root.Walk(func(n *xmltree.Node) bool {
		if n.Name == "" || n == gone {
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
			leaves[i-1].Text = strings.TrimRight(leaves[i-1].Text, " \t\n[({|•·/;") + " "
		}
		if i+1 < len(leaves) && leaves[i+1] != gone {
			if after := strings.TrimLeft(leaves[i+1].Text, " \t\n])}|•·/;,"); strings.Trim(leaves[i+1].Text, around) == "" {
				leaves[i+1].Text = " "
			} else {
				leaves[i+1].Text = " " + after
			}
		}
	}
}
