package markdown

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/reflist"
)

// An edit puts a text in the place of a span of the source: what is printed of a mark or,
// where that is nil, the list.
type edit struct {
	article.Span
	text string
	mark *keyMark
}

// apply makes edits, which are sorted and apart, and returns the new text and where each
// of theirs begins in it.
func apply(source string, edits []edit) (out string, starts []int) {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(source[at:e.Start])
		starts = append(starts, b.Len())
		b.WriteString(e.text)
		at = e.End
	}
	b.WriteString(source[at:])
	return b.String(), starts
}

// translateOffset returns where an offset of the source is after the edits, which begin at starts.
func translateOffset(offset int, edits []edit, starts []int) int {
	i := sort.Search(len(edits), func(i int) bool { return edits[i].End > offset })
	if i == 0 {
		return offset
	}
	return starts[i-1] + len(edits[i-1].text) + offset - edits[i-1].End
}

// print prints the marks of a text and puts the list of the works that they name where the
// article wants it: in the place that is marked for it, at the end of the section that is
// called so, or at the end. Entries that the text has itself stay before it.
func (k keyed) print(s source) source {
	body, own := s.body, s.entries
	place, list := article.Span{Start: len(body), End: len(body)}, printedList{}
	if len(k.items) > 0 {
		place, list = k.list(body)
	}
	own = slices.DeleteFunc(own, func(e reflist.Entry) bool { return e.LineStart < place.End && e.End > place.Start })
	before := 0
	for before < len(own) && own[before].LineStart < place.Start {
		before++
	}

	edits := []edit{{Span: place, text: list.text}}
	for i, m := range k.marks {
		if m.Start < place.End && m.End > place.Start {
			continue
		}
		text, ok := k.printMark(m)
		if !ok {
			text = body[m.Start:m.End]
		}
		edits = append(edits, edit{m.Span, text, &k.marks[i]})
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.Start, b.Start) })
	out := source{Meta: s.Meta, items: map[int]*bib.Item{}, complete: len(k.items) > 0 && len(own) == 0}
	var starts []int
	out.body, starts = apply(body, edits)
	out.body = strings.TrimRight(out.body, " \t\n") + "\n"

	for _, p := range s.places {
		p.Offset = min(translateOffset(p.Offset, edits, starts), len(out.body))
		out.places = append(out.places, p)
	}
	for i := range own {
		e := &own[i]
		e.Start, e.End, e.LineStart = translateOffset(e.Start, edits, starts), translateOffset(e.End, edits, starts), translateOffset(e.LineStart, edits, starts)
	}
	for i, e := range edits {
		if e.mark != nil {
			c := k.citation(*e.mark, e.text, before)
			c.Span = article.Span{Start: starts[i], End: starts[i] + len(e.text)}
			out.citations = append(out.citations, c)
			continue
		}
		for j := range list.entries {
			e := &list.entries[j]
			e.Start, e.End, e.LineStart = e.Start+starts[i], e.End+starts[i], e.LineStart+starts[i]
			out.items[before+j] = &k.items[j]
		}
	}
	out.entries = slices.Concat(own[:before], list.entries, own[before:])
	return out
}

// A printedList is a reference list as Markdown, and its entries in that.
type printedList struct {
	text    string
	entries []reflist.Entry
}

// list prints the list of works, under a heading where the place has none, and returns that
// place.
func (k keyed) list(body string) (article.Span, printedList) {
	place, headed := listPlace(body)
	gap := ""
	if before := body[:place.Start]; !strings.HasSuffix(before, "\n\n") {
		gap = "\n\n"[len(before)-len(strings.TrimSuffix(before, "\n")):]
	}
	var d doc.Document
	if !headed {
		d.Blocks = append(d.Blocks, doc.Heading{Level: sectionDepth(body), Text: []doc.Inline{doc.Text(k.title)}})
	}
	var entries doc.References
	for _, item := range k.items {
		entries.Entries = append(entries.Entries, doc.EntryOf(item))
	}
	d.Blocks = append(d.Blocks, entries)
	draft := d.Draft()
	list := printedList{text: gap + draft.Body.String() + "\n"}
	for _, r := range draft.References {
		span := article.Span{Start: len(gap) + r.Start, End: len(gap) + r.End}
		list.entries = append(list.entries, reflist.Entry{Span: span, LineStart: span.Start})
	}
	place.End = len(body) - len(strings.TrimLeft(body[place.End:], "\n"))
	return place, list
}

// listMark matches the place that a writer marks for the list, as dialects are translated.
var listMark = lazyregexp.New(`(?m)^<div[^>\n]*\bid="refs"[^>\n]*>\s*</div>[ \t]*$`)

// listPlace returns where the list belongs, and whether a heading announces it there.
func listPlace(body string) (place article.Span, headed bool) {
	blocks := markdown.Cut(body)
	if m := listMark.FindStringIndex(body); m != nil {
		for _, b := range slices.Backward(blocks) {
			if b.Start < m[0] {
				_, title := headingOf(body[b.Start:b.End])
				return article.Span{Start: m[0], End: m[1]}, reflist.IsHeading(title)
			}
		}
		return article.Span{Start: m[0], End: m[1]}, false
	}
	for i, b := range slices.Backward(blocks) {
		level, title := headingOf(body[b.Start:b.End])
		if level == 0 || !reflist.IsHeading(title) {
			continue
		}
		end := b.End
		for _, next := range blocks[i+1:] {
			if l, _ := headingOf(body[next.Start:next.End]); l != 0 || noteText.MatchString(body[next.Start:next.End]) {
				break
			}
			end = next.End
		}
		return article.Span{Start: end, End: end}, true
	}
	return article.Span{Start: len(body), End: len(body)}, false
}

// sectionDepth returns the level of the headings of sections: the first where several
// headings have that.
func sectionDepth(body string) int {
	first := 0
	for _, b := range markdown.Cut(body) {
		if level, _ := headingOf(body[b.Start:b.End]); level == 1 {
			first++
		}
	}
	if first > 1 {
		return 1
	}
	return 2
}
