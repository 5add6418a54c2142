package layout

import (
	"math"
	"strings"
)

// mostBlanks is how many blanks stand for a distance at most: as many as letters are on a wide page. A file may place
// text miles beside its page.
const mostBlanks = 200

// Blanks returns blanks as wide as a distance in a text of fixed pitch.
func Blanks(distance, pitch float64) string {
	n := math.Round(distance / pitch)
	if !(n > 0) { // nor a number, for two infinite places
		return ""
	}
	return strings.Repeat(" ", int(min(n, mostBlanks)))
}
