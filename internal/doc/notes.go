package doc

import (
	"strings"

	"etal/internal/article"
	"etal/internal/cite"
	"etal/internal/cite/shortform"
)

// citeByNotes makes the marks of footnotes that name works of the list citations of those. A note
// that is a remark stays a link.
func (d *Draft) citeByNotes(a *article.Article) {
	if len(a.References) == 0 {
		return
	}
	order := map[int]int{} // the places of notes, by where they begin
	var notes []shortform.Note
	for _, l := range a.Links {
		if _, known := order[l.Target]; known || l.Kind != article.Note {
			continue
		}
		block := a.Blocks[a.BlockAt(l.Target)]
		if block.Start > l.Target || a.ReferenceAt(block) != 0 || block.Contains(a.References[0].Start) {
			continue
		}
		order[l.Target] = len(notes)
		notes = append(notes, shortform.Note{Label: l.Text.String(), Text: d.noteText(a, block)})
	}
	if len(notes) == 0 {
		return
	}
	forms := shortform.InNotes(notes, a.References)
	var cited []article.Citation
	links := a.Links[:0]
	for _, l := range a.Links {
		i, noted := order[l.Target]
		if l.Kind != article.Note || !noted || forms[i].IsEmpty() {
			links = append(links, l)
			continue
		}
		cited = append(cited, article.Citation{Span: l.Span, Text: l.Text, References: forms[i].Works, Ambiguous: forms[i].Maybe, Note: l.Target})
	}
	a.Links, a.Citations = links, cite.Merge(a.Citations, cited)
}

// noteText returns the text of a footnote without its label.
func (d *Draft) noteText(a *article.Article, block article.Span) string {
	text := a.Slice(block).String()
	if _, rest, ok := strings.Cut(text, "]:"); ok && strings.HasPrefix(text, "[^") {
		text = rest
	}
	if d.plain != nil {
		text = d.plain(strings.TrimSpace(text))
	}
	return text
}
