package render

import (
	"etal/internal/textwidth"
	"etal/internal/theme"
)

// Cover returns the line with a label over the text at an offset of the body, and reports whether
// the line shows that. The line keeps its width, and a label that is too long is cut.
func (l Line) Cover(offset int, label string, style theme.Style) (covered Line, ok bool) {
	column := 0
	for _, r := range l.Runs {
		if r.Contains(offset) {
			if r.Text.Len() == r.Len() {
				column += width(r.Text.Slice(0, offset-r.Start).String())
			}
			return l.cover(column, label, style), true
		}
		column += width(r.Text.String())
	}
	return l, false
}

// cover puts the label at a column.
func (l Line) cover(column int, label string, style theme.Style) Line {
	var runs []Run
	at, end := 0, column+width(label)
	for _, r := range l.Runs {
		text, from := r.Text.String(), at
		at += width(text)
		if from < column {
			runs = append(runs, r.slice(0, len(textwidth.Cut(text, column-from))))
		}
		if from <= column && column < at {
			runs = append(runs, decoration(label, style))
		}
		if at > end {
			runs = append(runs, r.slice(len(textwidth.Cut(text, max(end-from, 0))), len(text)))
		}
	}
	l.Runs = runs
	return l
}
