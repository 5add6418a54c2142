package page

import (
	"iter"
	"strings"
)

// Glyphs are the glyphs of a line, packed without pointers, which the garbage collector would follow: a book has
// millions. They are as exact as those of the parser, and lose what only tells letters and lines apart: X, Added,
// Hyphen and Unknown.
type Glyphs struct {
	signs []sign
	runs  []*Run
}

type sign struct {
	rune           rune
	run            int32 // index
	y, left, right float32
}

// Pack returns glyphs packed.
func Pack(glyphs []Glyph) Glyphs {
	packed := Glyphs{signs: make([]sign, len(glyphs))}
	for i, g := range glyphs {
		last := len(packed.runs) - 1
		if last < 0 || packed.runs[last] != g.Run {
			packed.runs = append(packed.runs, g.Run)
			last++
		}
		packed.signs[i] = sign{g.Rune, int32(last), float32(g.Y), float32(g.Box.Left), float32(g.Box.Right)}
	}
	return packed
}

// Len returns how many there are.
func (g Glyphs) Len() int { return len(g.signs) }

// At returns the glyph at an index.
func (g Glyphs) At(i int) Glyph {
	s := &g.signs[i]
	return Glyph{Run: g.runs[s.run], Rune: s.rune, Y: float64(s.y), Box: Extent{float64(s.left), float64(s.right)}}
}

// Slice returns the glyphs from an index up to another.
func (g Glyphs) Slice(from, to int) Glyphs { return Glyphs{g.signs[from:to], g.runs} }

// All returns an iterator over the indexes and glyphs.
func (g Glyphs) All() iter.Seq2[int, Glyph] {
	return func(yield func(int, Glyph) bool) {
		for i := range g.signs {
			if !yield(i, g.At(i)) {
				return
			}
		}
	}
}

// Unpacked returns the glyphs one by one.
func (g Glyphs) Unpacked() []Glyph {
	all := make([]Glyph, 0, len(g.signs))
	for _, glyph := range g.All() {
		all = append(all, glyph)
	}
	return all
}

// Index returns the index of the first glyph that is a letter or another sign, or -1.
func (g Glyphs) Index(r rune) int {
	for i := range g.signs {
		if g.signs[i].rune == r {
			return i
		}
	}
	return -1
}

// Set makes the glyph at an index another letter.
func (g Glyphs) Set(i int, r rune) { g.signs[i].rune = r }

// Text returns the text of the glyphs.
func (g Glyphs) Text() string {
	var b strings.Builder
	b.Grow(len(g.signs))
	for i := range g.signs {
		b.WriteRune(g.signs[i].rune)
	}
	return b.String()
}
