package render

import (
	"strings"
	"unicode"
)

// rightToLeft are the scripts that are written from the right.
var rightToLeft = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam, unicode.Mandaic, unicode.Samaritan}

// align sets lines from the right where their first letter is of a script that is written from
// there and the terminal orders such text. Another one shows it from the left, as it is stored.
func (d *Document) align(lines []Line, width int) []Line {
	if !d.bidi || !beginsFromRight(lines) {
		return lines
	}
	for i, l := range lines {
		if room := width - l.Width(); room > 0 {
			lines[i].Runs = append([]Run{decoration(strings.Repeat(" ", room), "")}, l.Runs...)
		}
	}
	return lines
}

// beginsFromRight reports whether the first letter of lines is of a script that is written from the
// right.
func beginsFromRight(lines []Line) bool {
	for _, l := range lines {
		for _, run := range l.Runs {
			for _, r := range run.Text.String() {
				if unicode.IsLetter(r) {
					return unicode.In(r, rightToLeft...)
				}
			}
		}
	}
	return false
}
