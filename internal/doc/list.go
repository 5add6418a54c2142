package doc

import (
	"strconv"
	"strings"
)

// item writes one item of a list. Its further blocks are indented under its first.
func (w *writer) item(it Item, tight bool) {
	marker := "- "
	if it.Number > 0 {
		marker = strconv.Itoa(it.Number) + ". "
	}
	label := it.Label
	if strings.TrimSpace(Plain(label)) != "" {
		label = append(label[:len(label):len(label)], Text(" "))
	}
	if w.nested < maxNested {
		w.marker = w.prefix + marker
	}
	w.lists++
	defer func() { w.lists-- }()
	w.inside(strings.Repeat(" ", len(marker)), func() {
		blocks := it.Blocks
		for len(blocks) > 0 {
			if !isPlace(blocks[0]) {
				break
			}
			w.block(blocks[0])
			blocks = blocks[1:]
		}
		first, ok := Paragraph{}, false
		if len(blocks) > 0 {
			first, ok = blocks[0].(Paragraph)
		}
		if ok {
			label = append(label[:len(label):len(label)], first.Text...)
			blocks = blocks[1:]
		}
		w.text(tight, label)
		w.blocks(blocks)
	})
	w.marker = ""
}

// isPlace reports whether a block marks a place and has no text.
func isPlace(b Block) bool {
	switch b.(type) {
	case Anchor, *PageStart:
		return true
	}
	return false
}

// definitions writes terms and what they mean as the items of a list.
func (w *writer) definitions(items []Definition) {
	for i, d := range items {
		w.marker = w.prefix + "- "
		w.text(i > 0, d.line())
		w.marker = ""
	}
}

// line returns a term and what it means as one line.
func (d Definition) line() []Inline {
	text := Restyled(d.Term, Bold)
	switch {
	case len(text) == 0 || len(d.Text) == 0:
	case endsInColon(Plain(text)):
		text = append(text, Text(" "))
	default:
		text = append(text, Text(": "))
	}
	return append(text, d.Text...)
}

// writeNotes writes the footnotes that were marked since it was called last, in the order of
// their marks. A note may hold the mark of another.
func (w *writer) writeNotes() {
	if len(w.starts) == len(w.notes) {
		return
	}
	w.heading(2, []Inline{Text("Notes")})
	before := w.page
	for i := len(w.starts); i < len(w.notes); i++ {
		w.starts = append(w.starts, len(w.body))
		w.returnTo(w.marked[i])
		w.marker = "[^" + strconv.Itoa(i+1) + "]: "
		w.inside("    ", func() { w.blocks(w.notes[i].Blocks) })
		if w.marker != "" {
			w.text(false, []Inline{Text("(empty)")})
		}
	}
	w.returnTo(before)
}

// endsInColon reports whether a text ends in a colon, of whatever width.
func endsInColon(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}
