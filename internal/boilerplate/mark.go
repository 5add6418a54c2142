package boilerplate

import "strings"

// What a page carries around its article is known by lines that no article has: a
// menu's words, an image's file name, a copyright. Such a signal alone takes only
// itself away. Other short lines go with it only where they stand between two
// signals, before the title or after the references; anything that may be the
// article's, a longer paragraph, a caption, an appendix, ends the furniture.

// Limits of what is taken for furniture, in words of a line.
const (
	LongLine  = 25 // from here on a line is a paragraph
	briefLine = 20 // up to here a line between two signals at the foot goes with them
	menuLine  = 3  // and at the head
)

// Mark tells which lines are furniture; words is the length of the paragraph
// that each is in. The article's own text is known to reach from its first long
// paragraph to the line foot, after the references or the last long paragraph.
func Mark(lines []string, words []int, foot int) []bool {
	out := make([]bool, len(lines))
	for i, l := range lines {
		out[i] = IsPagePhrase(l)
	}
	head := 0
	for head < len(lines) && words[head] < LongLine {
		head++
	}
	sandwich(lines[:head], words, out[:head], menuLine)

	for i := foot; i < len(lines); i++ {
		if words[i] >= LongLine || IsArticlePart(strings.TrimSpace(lines[i])) {
			foot = i + 1
		}
	}
	sandwich(lines[foot:], words[foot:], out[foot:], briefLine)
	return out
}

// sandwich marks the signals among lines, and the lines of at most the given words
// that stand between two of them, if there are two at least. One page phrase suffices
// to believe a signal; a menu's word alone might be a title.
func sandwich(lines []string, words []int, out []bool, most int) {
	last := -1
	for i, l := range lines {
		switch {
		case strings.TrimSpace(l) == "":
		case IsSignal(l):
			if last >= 0 {
				for j := last; j <= i; j++ {
					out[j] = true
				}
			}
			last = i
		case len(strings.Fields(l)) > most || words[i] >= LongLine || IsArticlePart(strings.TrimSpace(l)):
			last = -1
		}
	}
}
