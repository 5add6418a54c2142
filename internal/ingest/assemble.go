package ingest

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
	"etal/internal/cite"
	"etal/internal/markdown"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// A draft is what a format makes of its source: a Markdown text, and what the format
// knows for certain about it. What it does not know is found.
type draft struct {
	body      string
	entries   []reflist.Entry    // of the reference list, in order
	citations []article.Citation // that the source marks as such
	complete  bool               // no others are to be looked for in the text
	links     []article.Link     // to figures, tables, notes; addresses are found
}

// assemble fills an article from its draft: what every format ends in.
func assemble(a *article.Article, d draft) {
	a.Body = safe.New(d.body)
	a.Blocks = cutAt(markdown.Cut(d.body), d.entries)
	p := markdown.NewParser(d.body, a.Blocks)

	if !p.Whole() {
		notify(a, noticeDefinitions)
	}
	for i, e := range d.entries {
		t := p.Parse(e.Span, nil)
		a.References = append(a.References, article.Reference{
			Span: e.Span, Number: i + 1, Label: safe.Line(e.Label), Text: t.Plain(t.Root), Item: e.Item,
		})
		collectLinks(a, t, nil, true)
		notifyTree(a, t)
	}
	named := findAnchors(d.body, d.entries)
	var prose []article.Span
	marks := d.marks()
	for _, b := range a.Blocks {
		if a.ReferenceAt(b) != 0 {
			continue
		}
		b.Start += len(noteText.FindString(d.body[b.Start:b.End])) // a note's text is prose
		t := p.Parse(b, marks)
		prose = append(prose, t.Prose()...)
		notifyTree(a, t)
		collectHeadings(a, t)
		collectLinks(a, t, named, false)
	}
	noted, links := findNotes(d.body, a.Blocks).marks(a, prose)
	a.Citations = cite.Merge(cite.Merge(d.citations, a.Citations), noted)
	if !d.complete {
		found := cite.Find(d.body, prose, a.References)
		for i, c := range found {
			if strings.ContainsAny(d.body[c.Start:c.End], "*_\\&<") {
				t := p.Parse(c.Span, nil)
				found[i].Text = t.Plain(t.Root)
			}
		}
		a.Citations = cite.Merge(a.Citations, found)
	}
	a.Citations = cite.Resolve(d.body, prose, a.Citations, a.References)
	resolveSections(a)
	a.Links = append(a.Links, links...)
	a.Links = append(a.Links, d.links...)
	a.Links = addMissing(a.Links, cite.CrossReferences(d.body, prose, a.Blocks, a.Headings), a.Citations)
	sort.SliceStable(a.Links, func(i, j int) bool { return a.Links[i].Start < a.Links[j].Start })
}

// addMissing adds links where there is neither a link nor a citation.
func addMissing(links, found []article.Link, citations []article.Citation) []article.Link {
	sort.SliceStable(links, func(i, j int) bool { return links[i].Start < links[j].Start })
	all := links[:len(links):len(links)]
	for _, l := range found {
		i := sort.Search(len(links), func(i int) bool { return links[i].End > l.Start })
		if (i == len(links) || links[i].Start >= l.End) && !cite.Overlaps(citations, l.Span) {
			all = append(all, l)
		}
	}
	return all
}

// marks returns the spans of the body that are no Markdown, whatever they look like.
func (d draft) marks() []article.Span {
	var marks []article.Span
	for _, c := range d.citations {
		marks = append(marks, c.Span)
	}
	if d.complete {
		return marks
	}
	for _, m := range cite.Marks(d.body) {
		if !cite.Overlaps(d.citations, m) {
			marks = append(marks, m)
		}
	}
	sort.Slice(marks, func(i, j int) bool { return marks[i].Start < marks[j].Start })
	return marks
}

// cutAt makes each entry a block of its own. Blocks and entries are sorted, and an
// entry begins and ends at lines; it may reach over several blocks.
func cutAt(blocks []article.Span, entries []reflist.Entry) []article.Span {
	var out []article.Span
	done := 0 // what is before it is in a block
	for _, b := range blocks {
		b.Start = max(b.Start, done)
		for len(entries) > 0 && entries[0].LineStart < b.End {
			e := entries[0]
			entries = entries[1:]
			if b.Start < e.LineStart {
				out = append(out, article.Span{Start: b.Start, End: e.LineStart - 1})
			}
			out = append(out, article.Span{Start: e.LineStart, End: e.End})
			b.Start, done = e.End, e.End
		}
		if b.Start < b.End {
			out = append(out, b)
		}
	}
	return out
}

func collectHeadings(a *article.Article, t markdown.Tree) {
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			if span, ok := t.Extent(h); ok {
				a.Headings = append(a.Headings, article.Heading{Span: span, Level: h.Level, Title: t.Plain(h)})
			}
		}
	}
}

// collectLinks adds the links of a block to the article and, as citations, those that lead
// to a reference; an entry of the list cites nothing.
func collectLinks(a *article.Article, t markdown.Tree, named anchors, inEntry bool) {
	markdown.Walk(t.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Link:
			if c, ok := named.citation(a, t, n); ok && !inEntry {
				a.Citations = append(a.Citations, c)
			} else {
				addLink(a, t, n, string(n.Destination))
			}
			return false
		case *ast.AutoLink:
			addLink(a, t, n, string(n.URL(t.Source)))
		}
		return true
	})
}
