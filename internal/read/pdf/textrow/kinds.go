package textrow

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
)

// codeWidth is how wide a letter of code is, in sizes of its type.
const codeWidth = 0.6

// Code returns rows of code with their indents.
func Code(rows []Row) string {
	left := rows[0].Left
	for _, r := range rows {
		left = min(left, r.Left)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Repeat(" ", max(0, int((r.Left-left)/(r.Size*codeWidth)+0.5))))
		b.WriteString(r.Text() + "\n")
	}
	return b.String()
}

// IsAxis reports whether a row is the numbers at the axis of a drawing.
func (r Row) IsAxis() bool {
	return len(r.Cells) > 1 && !slices.ContainsFunc(r.Cells, func(c layout.Line) bool { return !axisNumber.MatchString(c.Text()) })
}

var axisNumber = lazyregexp.New(`^[−–-]?\d+(?:[.,]\d+)?%?(?:\s[−–-]?\d+(?:[.,]\d+)?%?)*$`)
