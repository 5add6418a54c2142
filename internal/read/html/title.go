package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// findTitle finds the heading that says what the metadata give as the title.
func (p *page) findTitle(declared string) {
	declared = dom.Letters(declared)
	if declared == "" {
		return
	}
	var lower *html.Node // the first match of a lower level
	p.title = dom.Find(p.body, func(n *html.Node) bool {
		if !dom.Is(n, "h1", "h2", "h3") {
			return false
		}
		text := dom.Letters(dom.Text(n))
		if text == declared && lower == nil {
			lower = n
		}
		return text != "" && n.Data == "h1" && (strings.HasPrefix(declared, text) || strings.HasPrefix(text, declared))
	})
	if p.title == nil {
		p.title = lower
	}
}

// takeTitle returns the article's title, and sets it in the metadata: the heading that says
// what the metadata do, or the only one of the first level, or what the metadata say.
func (p *page) takeTitle(m *doc.Meta) []doc.Inline {
	if p.title == nil {
		var headings []*html.Node
		dom.Walk(p.body, func(n *html.Node) bool {
			if dom.Is(n, "h1") && p.contents.Of(n).Text > 0 {
				headings = append(headings, n)
			}
			return true
		})
		if len(headings) == 1 && (m.Title.Len() == 0 || !p.omitted[headings[0]] && !dom.IsIn(headings[0], p.omitted)) {
			p.title = headings[0]
		}
	}
	if p.title == nil {
		if m.Title.Len() == 0 {
			return nil
		}
		return []doc.Inline{{Text: m.Title}}
	}
	m.Title = safe.Line(dom.Text(p.title))
	// A converter of its own: a title leads nowhere, and all of it belongs to the article.
	c := newConverter(&page{contents: p.contents})
	c.headings++
	return inlines(c.children(p.title))
}

var bylineName = dom.NamesOf(`author byline date`)

// isByline reports whether an element is called a byline and says only what the metadata do.
func (c *converter) isByline(n *html.Node) bool {
	if c.contents.Of(n).Blocks || !bylineName.In(dom.Attr(n, "class")) {
		return false
	}
	text := dom.Letters(dom.Text(n))
	return c.byline[text] || c.byline[strings.TrimPrefix(text, "by")]
}
