package text

import (
	"sort"

	"etal/internal/reflist"
)

// What tells a wrapped text, in percent of its characters or of its width; found by trial on texts
// of all kinds: articles copied from PDF files and pages, RFCs, reports, e-mails.
const (
	narrowest    = 30  // characters at which a text may be wrapped
	keptBy       = 80  // of the characters stand in lines up to the width
	filledFrom   = 60  // of the width has a line that is almost filled
	filledTo     = 130 // up to so much, because words and margins are uneven
	mostFilled   = 60  // of the characters must stand in lines that are almost filled
	mostOverlong = 25  // may stand in longer ones
)

// wrapWidth returns the width in characters at which a text was wrapped, or 0 if each line is a
// paragraph. Most of a wrapped text stands in lines that others follow and that are almost filled;
// the words of figures and tables, which a PDF file has on lines of their own, are many lines but
// little text.
func wrapWidth(lines []reflist.Line) int {
	var lengths []int // of the lines that others follow
	total, all := 0, 0
	for i, l := range lines {
		n := l.Width()
		all += n
		if i+1 < len(lines) && !l.Blank() && !lines[i+1].Blank() {
			lengths = append(lengths, n)
			total += n
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	sort.Ints(lengths)
	i, sum := 0, 0
	for ; !atLeast(sum+lengths[i], total, keptBy); i++ {
		sum += lengths[i]
	}
	width, filled := lengths[i], 0
	for _, n := range lengths {
		if atLeast(n, width, filledFrom) && !exceeds(n, width, filledTo) {
			filled += n
		}
	}
	if width < narrowest || width > reflist.Unwrapped || !atLeast(filled, total, mostFilled) || exceeds(overlong(lines, width), all, mostOverlong) {
		return 0
	}
	return width
}

// overlong returns the number of characters in lines that are too long for a text wrapped at width.
func overlong(lines []reflist.Line, width int) int {
	sum := 0
	for _, l := range lines {
		if n := l.Width(); exceeds(n, width, filledTo) {
			sum += n
		}
	}
	return sum
}

// usualIndent returns the indentation of most lines of the text.
func usualIndent(lines []reflist.Line) int {
	count, usual := map[int]int{}, 0
	for _, l := range lines {
		if l.Blank() {
			continue
		}
		n := l.Indent()
		count[n]++
		if count[n] > count[usual] {
			usual = n
		}
	}
	return usual
}

// atLeast reports whether n is at least so many percent of all.
func atLeast(n, all, percent int) bool { return n*100 >= all*percent }

// exceeds reports whether n is more than so many percent of all.
func exceeds(n, all, percent int) bool { return n*100 > all*percent }
