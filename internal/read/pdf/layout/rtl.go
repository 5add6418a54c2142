package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/page"
)

// Scripts that are read from right to left. The parser gives their letters in the order of reading, in which x falls;
// numbers and words of other scripts amid them go from left to right.

// isRightToLeft reports whether a letter is of such a script.
func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// IsRightToLeft reports whether most letters of a line are read from right to left.
func (l Line) IsRightToLeft() bool {
	var c directions
	for _, g := range l.Glyphs.All() {
		c.count(g.Rune)
	}
	return c.areRightToLeft()
}

// areRightToLeft reports whether most letters among glyphs are read from right to left.
func areRightToLeft(glyphs []page.Glyph) bool {
	var c directions
	for _, g := range glyphs {
		c.count(g.Rune)
	}
	return c.areRightToLeft()
}

// directions counts letters, and those that are read from right to left.
type directions struct{ letters, right int }

func (c *directions) count(r rune) {
	if unicode.IsLetter(r) {
		c.letters++
		if isRightToLeft(r) {
			c.right++
		}
	}
}

func (c directions) areRightToLeft() bool { return c.right > 0 && c.right*2 >= c.letters }

// longestLeftward is how far to the left, in sizes of the type, a word that is read from left to right begins in a
// line of the other direction.
const longestLeftward = 25

// isFar reports whether a glyph stands too far from the others to belong to a line that is read from right to left.
func (c *cutter) isFar(g page.Glyph, em float64) bool {
	reach := farBlank * em
	if !isRightToLeft(g.Rune) && (unicode.IsLetter(g.Rune) || unicode.IsDigit(g.Rune)) {
		reach = longestLeftward * em
	}
	return g.Box.Right < c.left-reach || g.Box.Left > c.right+farBlank*em
}

// A token is glyphs of a line that follow each other in one direction, or a sign that has none.
type token struct {
	glyphs []page.Glyph
	box    page.Extent
	way    way
}

// A way is a direction of reading.
type way int

const (
	neutral way = iota
	leftward
	rightward
)

func wayOf(r rune) way {
	switch {
	case isRightToLeft(r):
		return leftward
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return rightward
	}
	return neutral
}

// tokensOf cuts the glyphs of a line into tokens, without blanks, from right to left.
func tokensOf(glyphs []page.Glyph) []token {
	var found []token
	blank := true
	for _, g := range glyphs {
		if g.Rune == ' ' {
			blank = true
			continue
		}
		if n := len(found) - 1; n >= 0 && !blank && (wayOf(g.Rune) != neutral && found[n].way == wayOf(g.Rune) || unicode.Is(unicode.Mn, g.Rune)) {
			found[n].glyphs = append(found[n].glyphs, g)
			found[n].box = found[n].box.Union(g.Box)
		} else {
			found = append(found, token{[]page.Glyph{g}, g.Box, wayOf(g.Rune)})
		}
		blank = false
	}
	slices.SortStableFunc(found, func(a, b token) int { return cmp.Compare(b.box.Left+b.box.Right, a.box.Left+a.box.Right) })
	return found
}

// inReadingOrder returns the glyphs of a line that is read from right to left in the order of reading, with blanks
// where they stand: the parser moves brackets and commas, and turns the words of other scripts about.
func inReadingOrder(glyphs []page.Glyph) []page.Glyph {
	tokens := tokensOf(glyphs)
	var out []page.Glyph
	edge := math.NaN() // the left border of what is written
	for i := 0; i < len(tokens); {
		end := i + runOf(tokens[i:])
		run := slices.Clone(tokens[i:end])
		slices.Reverse(run) // from left to right, if it is more than one
		if right := tokens[i].box.Right; edge-right > narrowBlank*glyphs[0].Size {
			out = append(out, blankAt(out[len(out)-1]))
		}
		for k, t := range run {
			if k > 0 && t.box.Left-run[k-1].box.Right > narrowBlank*glyphs[0].Size {
				out = append(out, blankAt(out[len(out)-1]))
			}
			out = append(out, t.glyphs...)
		}
		edge = tokens[end-1].box.Left
		i = end
	}
	return out
}

// blankAt returns a blank behind a glyph.
func blankAt(g page.Glyph) page.Glyph {
	g.Rune, g.Box.Left = ' ', g.Box.Right
	return g
}

// runOf returns how many of the first tokens are read from left to right together: words of another script with the
// numbers and signs between them, or a number with its point.
func runOf(tokens []token) int {
	if tokens[0].way != rightward {
		return 1
	}
	n, words := 1, false
	for i, t := range tokens {
		switch {
		case t.way == leftward || strings.ContainsRune(brackets, t.glyphs[0].Rune):
			return n
		case t.way == rightward:
			words = words || slices.ContainsFunc(t.glyphs, func(g page.Glyph) bool { return unicode.IsLetter(g.Rune) })
			if i == 0 || words || i == n+1 && isPoint(tokens[i-2:i+1]) {
				n = i + 1
			}
		}
	}
	return n
}

// isPoint reports whether three tokens are a sign close between two numbers.
func isPoint(t []token) bool {
	return strings.ContainsRune(".,:/-", t[1].glyphs[0].Rune) && t[0].box.Left-t[2].box.Right < narrowBlank*t[0].glyphs[0].Size+t[1].box.Width()
}

// brackets are opening and closing ones by turns.
const brackets = "()[]{}"

// turned returns the bracket of the other direction; any other letter as it is.
func turned(r rune) rune {
	if i := strings.IndexRune(brackets, r); i >= 0 {
		return rune(brackets[i^1])
	}
	return r
}

// turnBrackets turns the brackets of lines that are read from right to left so that they are pairs: files have them as
// they look, or as they are meant, or mixed.
func turnBrackets(lines []Line) {
	open := false // since the line before
	for _, l := range lines {
		if !l.IsRightToLeft() {
			continue
		}
		glyphs := l.Glyphs
		if n := itemMarker(glyphs); n > 0 {
			glyphs.Set(n-1, ')')
			glyphs = glyphs.Slice(n, glyphs.Len())
		}
		if arePaired(glyphs, same) {
			continue
		}
		if arePaired(glyphs, turned) {
			for i, g := range glyphs.All() {
				glyphs.Set(i, turned(g.Rune))
			}
			continue
		}
		for i, g := range glyphs.All() {
			if at := strings.IndexRune(brackets, g.Rune); at >= 0 {
				if open != (at%2 == 1) {
					glyphs.Set(i, turned(g.Rune))
				}
				open = !open
			}
		}
	}
}

// longestMarker is how many digits the number of an item has at most.
const longestMarker = 3

// itemMarker returns how many glyphs at the beginning of a line are a number or a letter with one bracket behind it,
// which closes: 3) or ג).
func itemMarker(glyphs page.Glyphs) int {
	n := 0
	for n < min(longestMarker, glyphs.Len()) && unicode.IsDigit(glyphs.At(n).Rune) {
		n++
	}
	if n == 0 && glyphs.Len() > 0 && unicode.IsLetter(glyphs.At(0).Rune) {
		n = 1
	}
	if n == 0 || n+1 >= glyphs.Len() || !strings.ContainsRune("()", glyphs.At(n).Rune) || glyphs.At(n+1).Rune != ' ' {
		return 0
	}
	return n + 1
}

func same(r rune) rune { return r }

// arePaired reports whether the brackets among glyphs are pairs when they are turned in a way.
func arePaired(glyphs page.Glyphs, turn func(rune) rune) bool {
	depth := 0
	for _, g := range glyphs.All() {
		if at := strings.IndexRune(brackets, turn(g.Rune)); at >= 0 {
			if depth += 1 - 2*(at%2); depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}
