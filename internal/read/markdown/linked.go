package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/safe"
)

var linkNumber = lazyregexp.New(`^[\[(]?(\d{1,4})[\])]?$`)

// anchors are the references that links within an article lead to, by the name of the
// place.
type anchors map[string]int

// labelSign stands before the labels of references among the names of places, and in none
// of those.
const labelSign = "\n"

func findAnchors(s source) anchors {
	named := anchors{}
	places := s.places
	for i, e := range s.entries {
		for len(places) > 0 && places[0].Offset < e.LineStart {
			places = places[1:]
		}
		for ; len(places) > 0 && places[0].Offset <= e.End; places = places[1:] {
			named[places[0].Name] = i + 1
		}
		if label := labelSign + safe.Line(e.Label).String(); named[label] == 0 {
			named[label] = i + 1
		}
	}
	return named
}

// citation reads a link as a citation: one that leads to a reference, or whose text is the
// number of one, as [[1]](#ref1) and [1](https://doi.org/…).
func (named anchors) citation(t markdown.Tree, link *ast.Link) (c article.Citation, ok bool) {
	span, ok := t.Extent(link)
	if !ok {
		return c, false
	}
	c = article.Citation{Span: span, Text: t.Plain(link)}
	fragment, _ := strings.CutPrefix(string(link.Destination), "#")
	if number := named[fragment]; number > 0 {
		c.References = []int{number}
		return c, true
	}
	m := linkNumber.FindStringSubmatch(c.Text.String())
	if m == nil {
		return c, false
	}
	if number := named[labelSign+safe.Line(m[1]).String()]; number > 0 {
		c.References = []int{number}
		return c, true
	}
	return c, false
}
