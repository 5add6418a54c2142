package pdf

import (
	"math"
	"strconv"
	"strings"

	"etal/internal/doc"
	"etal/internal/read/pdf/equation"
	"etal/internal/read/pdf/inlines"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/read/pdf/typeset"
	"etal/internal/safe"
)

// write makes the blocks of the document.
func (r *reader) write() {
	var list []*paragraph
	for i := 0; i < len(r.flow); i++ {
		p := r.flow[i]
		r.writeUnmarked(p.page)
		if p.kind == reference {
			list = append(list, p)
			continue
		}
		r.reference(&list)
		if key := (typeset.Mark{Page: p.page, Text: p.mark}); p.held {
			if r.notes[key] == nil {
				continue
			}
			delete(r.notes, key)
		}
		if p.kind != aside {
			r.showPage(p.first().Cells[0].Page)
		}
		if p.anchor != "" {
			r.add(doc.Anchor{ID: p.anchor})
		}
		switch p.kind {
		case aside:
			r.remove(p.text())
		case sidenote:
			r.add(doc.Box{Blocks: []doc.Block{doc.Paragraph{Text: r.inlines(p.rows, false)}}})
		case title:
			r.add(doc.Heading{Level: 1, Text: r.inlines(p.rows, true)})
		case heading:
			r.add(doc.Heading{Level: p.level, Text: r.inlines(p.rows, true)})
		case formula:
			r.formula(p)
		case code:
			r.add(doc.Code{Text: safe.New(textrow.Code(p.rows))})
		case cells:
			n := i + 1
			for n < len(r.flow) && p.ruling == nil && r.flow[n].ruling == nil && r.flow[n].kind == cells && r.flow[n].page == p.page {
				n++
			}
			r.table(r.flow[i:n])
			i = n - 1
		case item:
			n := i
			for n < len(r.flow) && r.flow[n].kind == item {
				n++
			}
			r.list(r.flow[i:n])
			i = n - 1
		default:
			if p.front {
				for _, rows := range textrow.CutBefore(p.rows, func(w textrow.Row) bool { return raised.Note(w.Cells[0]) != "" }) {
					var text []doc.Inline
					for _, line := range textrow.CutLines(rows, r.width, r.pages[p.page-1].Width()) {
						text = append(append(text, doc.LineBreak()), r.inlines(line, false)...)
					}
					r.add(doc.Paragraph{Text: inlines.WithoutCitations(text)})
				}
				continue
			}
			var b doc.Block = doc.Paragraph{Text: r.inlines(p.rows, false)}
			if p.kind == note && p.mark == "" {
				b = doc.Box{Blocks: []doc.Block{b}}
			}
			r.add(b)
			if p.pictured {
				r.add(doc.Paragraph{Text: []doc.Inline{doc.Text(layout.Mark)}})
			}
		}
	}
	r.writeUnmarked(math.MaxInt)
	r.reference(&list)
}

// inlines returns the text of rows, in which pages begin and notes have their marks.
func (r *reader) inlines(rows []textrow.Row, plain bool) []doc.Inline {
	t := &typeset.Setter{Words: r.words, Links: r.links, Plain: plain, Notes: r.notes, Marks: r.marks, Page: r.page}
	text := t.Set(rows)
	r.page = t.Page
	return text
}

// apart returns the text of rows that is set apart from the rest, where no page begins.
func (r *reader) apart(rows []textrow.Row, plain bool) []doc.Inline {
	return typeset.Apart(rows, r.words, r.links, plain)
}

// showPage begins a page again for a paragraph that was moved behind text of later ones, and theirs for text behind that.
func (r *reader) showPage(page int) {
	if page < r.page || r.away && page == r.page {
		r.add(&doc.PageStart{Number: page})
	}
	r.away = page < r.page
}

func (r *reader) add(b doc.Block) { r.out.Blocks = append(r.out.Blocks, b) }

// reference adds a reference list.
func (r *reader) reference(list *[]*paragraph) {
	if len(*list) == 0 {
		return
	}
	parts := *list
	*list = nil
	entries := r.lists[parts[0]]
	if len(entries) == 0 {
		for _, p := range parts {
			r.add(doc.Paragraph{Text: r.inlines(p.rows, false)})
		}
		return
	}
	var refs doc.References
	for _, e := range entries {
		text := r.inlines(e.rows, false)
		text, bracketed := inlines.WithoutLabel(text, e.label)
		refs.Entries = append(refs.Entries, doc.Entry{Label: safe.Line(e.label), Brackets: bracketed, Text: inlines.WithRepeatedAuthors(text)})
	}
	r.add(refs)
}

// formula adds a formula with its number.
func (r *reader) formula(p *paragraph) {
	f := doc.Formula{}
	for i := range p.rows {
		w := &p.rows[i]
		if n := len(w.Cells) - 1; n > 0 {
			if m := equation.Number.FindStringSubmatch(w.Cells[n].Text()); m != nil {
				f.Number = safe.Line(m[1])
				w.Cells = w.Cells[:n]
			}
		}
	}
	f.Text = r.inlines(p.rows, true)
	r.add(f)
}

// list adds a list.
func (r *reader) list(items []*paragraph) {
	var l doc.List
	for _, p := range items {
		text := r.inlines(p.rows, false)
		m := textrow.Marker.FindString(p.text()) // a raised dash is another sign in the text
		if plain := doc.Plain(text); !strings.HasPrefix(plain, m) && !strings.HasPrefix(m, "-") {
			m = textrow.Marker.FindString(plain)
		}
		text = inlines.Cut(text, len(m))
		it := doc.Item{Blocks: []doc.Block{doc.Paragraph{Text: text}}}
		label := strings.TrimSpace(m)
		if n, err := strconv.Atoi(strings.Trim(label, "().")); err == nil {
			it.Number = n
		} else if strings.Trim(label, textrow.Bullets) != "" {
			it.Label = []doc.Inline{doc.Text(label)}
		}
		l.Items = append(l.Items, it)
	}
	r.add(l)
}
