package boilerplate

import "strings"

// Boilerplate is known by lines that no article has: a menu's words, an image's file name, a
// copyright. Such a signal alone takes only itself away. Other short lines go with it only where
// they stand between two signals, before the title or after the references; anything that may be
// the article's, a longer paragraph, a caption, an appendix, ends the boilerplate.

// Limits in words of what is boilerplate, found by trial on pages that were copied as text.
const (
	LongLine  = 25 // a paragraph from here on is the article's
	briefLine = 20 // up to here a line between two signals at the foot goes with them
	menuLine  = 3  // and at the head
)

// Mark reports for each line of a page whether it is boilerplate. Words are the lengths in words of
// the paragraphs that the lines are in. The article is known to reach from its first long paragraph
// to the line foot, after the references or the last long paragraph.
func Mark(lines []string, words []int, foot int) []bool {
	out := make([]bool, len(lines))
	for i, l := range lines {
		out[i] = IsPagePhrase(l)
	}
	head := 0
	for head < len(lines) && words[head] < LongLine {
		head++
	}
	markBetween(lines[:head], out[:head], menuLine)

	for i := foot; i < len(lines); i++ {
		if words[i] >= LongLine || IsArticlePart(strings.TrimSpace(lines[i])) {
			foot = i + 1
		}
	}
	markBetween(lines[foot:], out[foot:], briefLine)
	return out
}

// markBetween marks signals that follow one another, and the lines of at most so many words that
// stand between two of them. A signal alone is not marked: a menu's word might be a title.
func markBetween(lines []string, out []bool, most int) {
	signal, follows := 0, false // the last one, and whether what comes may go with it
	for i, l := range lines {
		switch {
		case strings.TrimSpace(l) == "":
		case IsSignal(l):
			for j := signal; follows && j <= i; j++ {
				out[j] = true
			}
			signal, follows = i, true
		case len(strings.Fields(l)) > most || IsArticlePart(strings.TrimSpace(l)):
			follows = false
		}
	}
}
