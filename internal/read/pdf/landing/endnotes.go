package landing

import (
	"etal/internal/lazyregexp"
)

var (
	// noteMark matches a number that marks a note, and noteLabel that at which the note begins.
	noteMark  = lazyregexp.New(`^[\[(]?(\d{1,3})[\])]?$`)
	noteLabel = lazyregexp.New(`^[\[(]?(\d{1,3})[\]).]*\s`)
)

// fewestNotes is how many notes make a list of them.
const fewestNotes = 2

// EndNotes returns the index of the block that is the note to which each link leads, or -1. Notes stand one behind the
// other with the numbers from 1 on, and a link that is its number leads to each.
func EndNotes(links []Link, blocks []Block) []int {
	found := make([]int, len(links))
	pages := map[int][]int{}
	for i, b := range blocks {
		if b.Kind == "" && len(b.Texts) > 0 && noteLabel.MatchString(b.Texts[0]) {
			pages[b.Page] = append(pages[b.Page], i)
		}
	}
	marked := map[int]bool{}
	first := len(blocks)
	for i, l := range links {
		found[i] = -1
		mark := noteMark.FindStringSubmatch(l.Text)
		if mark == nil {
			continue
		}
		for _, n := range pages[l.Page] {
			if label := noteLabel.FindStringSubmatch(blocks[n].Texts[0]); label[1] == mark[1] && blocks[n].Top > l.Y-above && blocks[n].Top < l.Y+above {
				found[i], marked[n] = n, true
				first = min(first, n)
			}
		}
	}
	all := 0
	for marked[first+all] && isNumbered(blocks[first+all].Texts[0], all+1) {
		all++
	}
	if all < fewestNotes || all < len(marked) {
		for i := range found {
			found[i] = -1
		}
	}
	return found
}

// isNumbered reports whether a note has a number.
func isNumbered(text string, number int) bool {
	label := noteLabel.FindStringSubmatch(text)
	n := 0
	for _, digit := range label[1] {
		n = 10*n + int(digit-'0')
	}
	return n == number
}

// LabelLength returns how many bytes the number of a note takes at its beginning.
func LabelLength(text string) int { return len(noteLabel.FindString(text)) }
