package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/cite"
	"etal/internal/doc"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// draft parses the text and notes what is in it.
func (s source) draft() *doc.Draft {
	d := s.outline()
	p := markdown.NewParser(s.body, d.Blocks)
	if !p.Whole() {
		d.Notify(NoticeDefinitions)
	}
	c := collector{Draft: d, anchors: findAnchors(s)}
	entry := 0
	for _, r := range d.References {
		t := p.Parse(r.Span, nil)
		d.References[entry].Text = t.Plain(t.Root)
		entry++
		c.links(t, true)
		c.notices(t)
	}
	marks := s.marks()
	for _, b := range d.Blocks {
		if isEntry(d.References, b) {
			continue
		}
		b.Start += len(noteText.FindString(s.body[b.Start:b.End])) // a note's text is prose
		t := p.Parse(b, marks)
		d.Prose = append(d.Prose, t.Prose()...)
		c.notices(t)
		c.headings(t)
		c.links(t, false)
	}
	noted, links := findNotes(s.body, d.Blocks).marks(d)
	d.Links = append(d.Links, links...)
	d.Citations = cite.Merge(cite.Merge(s.citations, d.Citations), noted)
	d.CitationsMarked = s.complete
	s.resolveSections(d)
	return d
}

// sketch returns what can be told of the text at a glance.
func (s source) sketch() *doc.Draft {
	d := s.outline()
	if len(d.Blocks) > 0 {
		c := collector{Draft: d}
		c.headings(markdown.NewParser(s.body, d.Blocks).Parse(d.Blocks[0], nil))
	}
	return d
}

// outline returns the blocks of the text and its references as they stand.
func (s source) outline() *doc.Draft {
	d := doc.NewDraft(s.Meta, safe.New(s.body), plain)
	var spans []article.Span
	for i, e := range s.entries {
		spans = append(spans, article.Span{Start: e.LineStart, End: e.End})
		d.References = append(d.References, article.Reference{
			Span: e.Span, Number: i + 1, Label: safe.Line(e.Label), Text: d.Body.Slice(e.Start, e.End), Item: s.items[i],
		})
	}
	d.Blocks = doc.CutEntries(markdown.Cut(s.body), spans)
	return d
}

// isEntry reports whether a reference begins in a block.
func isEntry(references []article.Reference, block article.Span) bool {
	i := sort.Search(len(references), func(i int) bool { return references[i].Start >= block.Start })
	return i < len(references) && references[i].Start <= block.End
}

// plain returns a piece of Markdown as one reads it.
func plain(s string) string {
	t := markdown.NewParser(s, nil).Parse(article.Span{End: len(s)}, nil)
	return t.Plain(t.Root).String()
}

// marks returns the spans of the text that are no Markdown, whatever they look like.
func (s source) marks() []article.Span {
	var marks []article.Span
	for _, c := range s.citations {
		marks = append(marks, c.Span)
	}
	if s.complete {
		return marks
	}
	for _, m := range cite.Marks(s.body) {
		if !cite.Overlaps(s.citations, m) {
			marks = append(marks, m)
		}
	}
	sort.Slice(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	return marks
}

// A collector gathers what stands in the trees of blocks.
type collector struct {
	*doc.Draft
	anchors anchors
}

func (c collector) headings(t markdown.Tree) {
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			if span, ok := t.Extent(h); ok {
				c.Headings = append(c.Headings, article.Heading{Span: span, Level: h.Level, Title: t.Plain(h)})
			}
		}
	}
}

// links gathers the links of a block and, as citations, those that lead to a reference; an
// entry of the list cites nothing.
func (c collector) links(t markdown.Tree, inEntry bool) {
	markdown.Walk(t.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Link:
			if cited, ok := c.anchors.citation(t, n); ok && !inEntry {
				c.Citations = append(c.Citations, cited)
			} else {
				c.link(t, n, string(n.Destination))
			}
			return false
		case *ast.AutoLink:
			c.link(t, n, string(n.URL(t.Source)))
		}
		return true
	})
}

// link adds a link to an address: one outside the article, a file or a section.
func (c collector) link(t markdown.Tree, n ast.Node, address string) {
	span, ok := t.Extent(n)
	if !ok {
		return
	}
	if kind, kept, ok := doc.LinkTo(address); ok {
		c.Links = append(c.Links, article.Link{Span: span, Text: t.Plain(n), Kind: kind, URL: safe.Line(kept)})
	}
}

// notices says what is not shown of a block as its author wrote it.
func (c collector) notices(t markdown.Tree) {
	if t.Flat {
		c.Notify(doc.NoticeFlat)
	} else if t.Depth() > markdown.MaxDepth {
		c.Notify(NoticeDeep)
	}
}
