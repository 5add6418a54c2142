// Package letters tells which letters and signs the glyphs of a page are: of ligatures, of accents that are glyphs of
// their own, of fonts that do not say so.
//
// The package must not know of lines.
package letters

import (
	"math"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"etal/internal/read/pdf/page"
)

// accents are the accents that old fonts hold as glyphs of their own, set over their letters, and
// what they are in Unicode behind a letter.
var accents = map[rune]rune{
	'`': 0x300, '´': 0x301, 'ˆ': 0x302, '^': 0x302, '˜': 0x303, '¯': 0x304, '˘': 0x306, '˙': 0x307,
	'¨': 0x308, '˚': 0x30a, '˝': 0x30b, 'ˇ': 0x30c, '¸': 0x327, '˛': 0x328,
	0x300: 0x300, 0x301: 0x301, 0x302: 0x302, 0x303: 0x303, 0x304: 0x304, 0x306: 0x306, 0x307: 0x307,
	0x308: 0x308, 0x30a: 0x30a, 0x30b: 0x30b, 0x30c: 0x30c, 0x327: 0x327, 0x328: 0x328,
}

// dotless are the letters that take an accent instead of their dot.
var dotless = map[rune]rune{'ı': 'i', 'ȷ': 'j'}

// ligatures are letters that are one glyph.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st", 'Ĳ': "IJ", 'ĳ': "ij",
}

// texGlyphs are what the control characters are in fonts of TeX that do not tell their letters: those
// of its encodings OT1 and T1.
var texGlyphs = map[rune]string{
	0x0b: "ff", 0x0c: "fi", 0x0d: "fl", 0x0e: "ffi", 0x0f: "ffl",
	0x1b: "ff", 0x1c: "fi", 0x1d: "fl", 0x1e: "ffi", 0x1f: "ffl",
	0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—",
}

// Of returns glyphs as the letters that they are: ligatures parted, accents on their letters,
// hyphens as hyphens, and without what no font gives a letter to.
func Of(glyphs []page.Glyph) []page.Glyph {
	out := make([]page.Glyph, 0, len(glyphs))
	for i := 0; i < len(glyphs); i++ {
		g := withSign(glyphs[i])
		if s, ok := ligatures[g.Rune]; ok {
			out = appendParts(out, g, s)
			continue
		}
		if s, ok := texGlyphs[g.Rune]; ok && !g.Added && !g.Hyphen {
			out = appendParts(out, g, s)
			continue
		}
		switch {
		case g.Hyphen || g.Rune == 2 || g.Rune == 0xfffe || g.Rune == 0xad:
			g.Rune = '-'
		case g.Rune == 0 || g.Rune == 0xfffd || g.Rune == 0xffff || g.Rune < ' ' && !unicode.IsSpace(g.Rune):
			continue
		}
		if n := len(out) - 1; n >= 0 && g.Rune == '−' && out[n].Rune == '+' && math.Abs(g.Box.Left-out[n].Box.Left) < 0.2*g.Size {
			out[n].Rune = '±' // set as two signs over each other
			continue
		}
		if mark, ok := accents[g.Rune]; ok {
			if n, ok := onLast(out, g, mark); ok {
				out = dropBlank(out, n)
				i += blanksBeside(&out, glyphs[i+1:])
				continue
			}
			if next := i + 1; next < len(glyphs) {
				if glyphs[next].Added && next+1 < len(glyphs) {
					next++
				}
				if accented, ok := accent(glyphs[next], g, mark); ok {
					out = dropBlank(append(out, accented), len(out))
					i = next
					continue
				}
			}
		}
		out = append(out, g)
	}
	return out
}

// appendParts appends the letters of a ligature, which share its width.
func appendParts(out []page.Glyph, g page.Glyph, s string) []page.Glyph {
	letters := []rune(s)
	width := g.Box.Width() / float64(len(letters))
	for i, r := range letters {
		part := g
		part.Rune = r
		part.Box.Left = g.Box.Left + float64(i)*width
		part.Box.Right = part.Box.Left + width
		out = append(out, part)
	}
	return out
}

// How many glyphs after its letter an accent may stand: at the end of the line, if not raised.
const (
	accentReach = 250
	accentNear  = 40
	accentRise  = 0.3 // sizes of the type
)

// onLast puts an accent on the letter before that it stands over, and returns the index of that.
func onLast(out []page.Glyph, g page.Glyph, mark rune) (int, bool) {
	for n := len(out) - 1; n >= 0 && n > len(out)-accentReach; n-- {
		if down := math.Abs(out[n].Y - g.Y); down > g.Size || down > accentRise*g.Size && n < len(out)-accentNear {
			return 0, false
		}
		if accented, ok := accent(out[n], g, mark); ok {
			out[n] = accented
			return n, true
		}
	}
	return 0, false
}

// How far apart letters of a word stand at most, in sizes of the type.
const (
	closeBehind = 0.12
	closeBefore = 0.6
)

// isAdjacent reports whether a glyph stands close behind another, though the parser may have put a blank between
// them, as it does where an accent stands apart.
func isAdjacent(g, last page.Glyph) bool {
	gap := g.Box.Left - last.Box.Right
	return math.Abs(g.Y-last.Y) < accentRise*g.Size && gap < closeBehind*g.Size && gap > -closeBefore*g.Size
}

// dropBlank returns glyphs without a blank of the parser before the nth, unless it stands apart.
func dropBlank(out []page.Glyph, n int) []page.Glyph {
	if n > 1 && out[n-1].Rune == ' ' && out[n-1].Added && isAdjacent(out[n], out[n-2]) {
		return slices.Delete(out, n-1, n)
	}
	return out
}

// blanksBeside drops the blank of the parser before an accent that is on its letter, and returns how many of the
// next glyphs are such blanks, unless what follows stands apart.
func blanksBeside(out *[]page.Glyph, next []page.Glyph) int {
	n := slices.IndexFunc(next, func(g page.Glyph) bool { return !g.Added })
	last := len(*out) - 1
	if n < 0 || last < 1 || (*out)[last].Rune != ' ' || !(*out)[last].Added || !isAdjacent(next[n], (*out)[last-1]) {
		return 0
	}
	*out = (*out)[:last]
	return n
}

// accent returns a letter with the accent that stands over or under it.
func accent(letter, g page.Glyph, mark rune) (page.Glyph, bool) {
	middle := (g.Box.Left + g.Box.Right) / 2
	if !unicode.IsLetter(letter.Rune) || letter.Angle != g.Angle || middle < letter.Box.Left || middle > letter.Box.Right {
		return letter, false
	}
	base := letter.Rune
	if r, ok := dotless[base]; ok {
		base = r
	}
	composed := []rune(norm.NFC.String(string(base) + string(mark)))
	if len(composed) != 1 {
		return letter, false
	}
	letter.Rune = composed[0]
	return letter, true
}
