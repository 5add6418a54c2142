package markdown

import (
	"sort"
	"strconv"

	"etal/internal/article"
	"etal/internal/cite/shortform"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
	"etal/internal/reflist"
	"etal/internal/safe"
)

var (
	noteText = lazyregexp.New(`^ {0,3}\[\^([^\]\s]+)\]:[ \t]*`)
	noteMark = lazyregexp.New(`\[\^([^\]\s]+)\]`)
)

// notes are the footnotes of a Markdown text by their names, which nobody reads: they
// are shown by their numbers, in the order of their first marks.
type notes struct {
	blocks map[string]article.Span
	number map[string]int
}

func findNotes(body string, blocks []article.Span) notes {
	n := notes{map[string]article.Span{}, map[string]int{}}
	for _, b := range blocks {
		if m := noteText.FindStringSubmatch(body[b.Start:b.End]); m != nil {
			if _, ok := n.blocks[m[1]]; !ok {
				n.blocks[m[1]] = b
			}
		}
	}
	if len(n.blocks) == 0 {
		return n
	}
	for _, m := range noteMark.FindAllStringSubmatchIndex(body, -1) {
		name := body[m[2]:m[3]]
		if b, ok := n.blocks[name]; ok && n.number[name] == 0 && m[0] != b.Start {
			n.number[name] = len(n.number) + 1
		}
	}
	return n
}

// entries returns the notes that are references, or stand for one as "Ibid." does, where
// most notes are such.
func (n notes) entries(body string, blocks []article.Span) []reflist.Entry {
	var entries []reflist.Entry
	for _, b := range blocks {
		m := noteText.FindStringSubmatch(body[b.Start:b.End])
		if m == nil || n.blocks[m[1]] != b || n.number[m[1]] == 0 {
			continue
		}
		text := body[b.Start+len(m[0]) : b.End]
		if !reflist.IsReference(text) && !shortform.Is(text) {
			continue
		}
		entries = append(entries, reflist.Entry{
			Span:      article.Span{Start: b.Start + len(m[0]), End: b.End},
			LineStart: b.Start, Label: strconv.Itoa(n.number[m[1]]),
		})
	}
	if 2*len(entries) < len(n.number) {
		return nil
	}
	return entries
}

// marks finds the marks of notes in the prose of a draft: citations where the note is a
// reference, links where it is a text.
func (n notes) marks(d *doc.Draft) (citations []article.Citation, links []article.Link) {
	if len(n.blocks) == 0 {
		return nil, nil
	}
	body := d.Body.String()
	entries := map[int]int{} // the numbers of references, by where their blocks begin
	for _, r := range d.References {
		i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].End >= r.Start })
		entries[d.Blocks[i].Start] = r.Number
	}
	for _, p := range d.Prose {
		for _, m := range noteMark.FindAllStringSubmatchIndex(body[p.Start:p.End], -1) {
			name := body[p.Start+m[2] : p.Start+m[3]]
			block, ok := n.blocks[name]
			span := article.Span{Start: p.Start + m[0], End: p.Start + m[1]}
			if !ok || block.Start == span.Start {
				continue
			}
			text := safe.New(mathtext.Raise(strconv.Itoa(n.number[name]), "^"))
			if number := entries[block.Start]; number > 0 {
				citations = append(citations, article.Citation{Span: span, Text: text, References: []int{number}})
			} else {
				links = append(links, article.Link{Span: span, Text: text, Kind: article.Note, Target: block.Start})
			}
		}
	}
	return citations, links
}
