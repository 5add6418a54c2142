package doc

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/cite"
	"etal/internal/cite/crossref"
	"etal/internal/safe"
)

// A Draft is an article's Markdown with what its format knows for certain about it. What it
// does not know is found by [Draft.Fill].
type Draft struct {
	Meta
	Body       safe.Text
	Blocks     []article.Span // top-level blocks; each entry of the reference list is one
	Prose      []article.Span // running text, in which citations and cross-references stand
	Headings   []article.Heading
	References []article.Reference
	Citations  []article.Citation // that the source marks as such
	Links      []article.Link
	Anchors    article.Anchors // where links to places lead; the length of the body at its end
	Pages      article.Pages
	// CitationsMarked reports that no other citations are to be looked for.
	CitationsMarked bool

	unsure []article.Link // where the text tells nothing else

	plain func(markdown string) string // reads a citation's Markdown; nil where there is none in it
}

// NewDraft returns a draft whose body was written as Markdown; plain returns a part of it
// without Markdown.
func NewDraft(meta Meta, body safe.Text, plain func(markdown string) string) *Draft {
	return &Draft{Meta: meta, Body: body, plain: plain}
}

// Show fills an article with what a draft knows without a search.
func (d *Draft) Show(a *article.Article) {
	article.ShareFields(d.Body, d.References)
	a.Title, a.Authors, a.Date, a.Summary = d.Title, d.Authors, d.Date, d.Summary
	a.Tags, a.License, a.Language, a.IDs = d.Tags, d.License, d.Language, d.IDs
	a.Furniture, a.Notices = d.Removed, d.Notices
	a.Anchors, a.Pages = d.Anchors, d.Pages
	a.Body, a.Blocks, a.Headings, a.References = d.Body, d.Blocks, d.Headings, d.References
}

// TitleByHeading takes the first heading for the title of an article that has none.
func (d *Draft) TitleByHeading() {
	if d.Title.Len() == 0 && len(d.Headings) > 0 {
		d.Title = d.Headings[0].Title
	}
}

// Fill fills an article from a draft: it has the citations and cross-references found that
// the source does not mark.
func (d *Draft) Fill(a *article.Article) {
	d.Show(a)
	if a.Summary.Len() == 0 {
		a.Summary = d.abstractSentence(a)
	}
	body := d.Body.String()
	a.Citations = d.Citations
	if !d.CitationsMarked {
		found, leftOut := d.findCitations(a.Lists())
		if leftOut > 0 {
			d.Notify(NoticeCitations)
			a.Notices = d.Notices
		}
		for i, c := range found {
			if s := body[c.Start:c.End]; strings.ContainsAny(s, "*_\\&<") {
				found[i].Text = safe.Line(d.plain(s))
			}
		}
		a.Citations = cite.Merge(a.Citations, found)
	}
	a.Citations = cite.Resolve(body, d.Prose, a.Citations, d.References)
	a.Links = linksBeside(a.Citations, d.Links)
	d.citeByNotes(a)
	a.Links = addMissing(a.Links, crossref.Find(body, d.Prose, d.Blocks, d.Headings), a.Citations)
	a.Links = addMissing(a.Links, d.unsure, a.Citations)
	sort.SliceStable(a.Links, func(i, j int) bool { return a.Links[i].Start < a.Links[j].Start })
}

// linksBeside returns the links without those to files and sections that are citations.
func linksBeside(citations []article.Citation, links []article.Link) []article.Link {
	var out []article.Link
	for _, l := range links {
		if (l.Kind == article.Section || l.Kind == article.File) && cite.Overlaps(citations, l.Span) {
			continue
		}
		out = append(out, l)
	}
	return out
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

// CutEntries makes each entry of a reference list a block of its own. Blocks and entries are
// sorted; entries begin with their labels and may reach over several blocks.
func CutEntries(blocks, entries []article.Span) []article.Span {
	if len(entries) == 0 {
		return blocks
	}
	out := make([]article.Span, 0, len(blocks)+len(entries))
	done := 0 // what is before it is in a block
	for _, b := range blocks {
		b.Start = max(b.Start, done)
		for ; len(entries) > 0 && entries[0].Start < b.End; entries = entries[1:] {
			if end := entries[0].Start - 1; b.Start < end {
				out = append(out, article.Span{Start: b.Start, End: end})
			}
			out = append(out, entries[0])
			b.Start, done = entries[0].End, entries[0].End
		}
		if b.Start < b.End {
			out = append(out, b)
		}
	}
	return out
}
