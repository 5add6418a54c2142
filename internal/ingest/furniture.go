package ingest

import (
	"strings"

	"etal/internal/boilerplate"
	"etal/internal/reflist"
)

// What a page carries around its article is known by lines that no article has: a
// menu's words, an image's file name, a copyright. Such a signal alone takes only
// itself away. Other short lines go with it only where they stand between two
// signals, before the title or after the references; anything that may be the
// article's, a longer paragraph, a caption, an appendix, ends it.

// Limits of what is taken for a page's, in words of a line.
const (
	longLine  = 25 // from here on a line is a paragraph
	shortLine = 20 // up to here a line between two signals at the foot goes with them
	menuLine  = 3  // and at the head
)

// markFurniture tells which lines are furniture; words is the length of the paragraph
// that each is in. The article's own text is known to reach from its first long
// paragraph to the line foot, after the references or the last long paragraph.
func markFurniture(lines []reflist.Line, words []int, foot int) []bool {
	out := make([]bool, len(lines))
	for i, l := range lines {
		out[i] = boilerplate.IsPagePhrase(l.Text)
	}
	head := 0
	for head < len(lines) && words[head] < longLine {
		head++
	}
	sandwich(lines[:head], words, out[:head], menuLine)

	for i := foot; i < len(lines); i++ {
		if words[i] >= longLine || boilerplate.ArticlePart.MatchString(strings.TrimSpace(lines[i].Text)) {
			foot = i + 1
		}
	}
	sandwich(lines[foot:], words[foot:], out[foot:], shortLine)
	return out
}

// sandwich marks the signals among lines, and the lines of at most the given words
// that stand between two of them, if there are two at least. One page phrase suffices
// to believe a signal; a menu's word alone might be a title.
func sandwich(lines []reflist.Line, words []int, out []bool, most int) {
	last := -1
	for i, l := range lines {
		switch {
		case l.Blank():
		case boilerplate.IsSignal(l.Text):
			if last >= 0 {
				for j := last; j <= i; j++ {
					out[j] = true
				}
			}
			last = i
		case l.Words() > most || words[i] >= longLine || boilerplate.ArticlePart.MatchString(strings.TrimSpace(l.Text)):
			last = -1
		}
	}
}
