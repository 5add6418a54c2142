package layout

import (
	"strings"
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

// compose returns glyphs as the letters that they are: ligatures parted, accents on their letters,
// hyphens as hyphens, and without what no font gives a letter to.
func compose(glyphs []page.Glyph) []page.Glyph {
	out := make([]page.Glyph, 0, len(glyphs))
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		if s, ok := ligatures[g.Rune]; ok {
			out = appendParts(out, g, s)
			continue
		}
		switch {
		case g.Hyphen || g.Rune == 2 || g.Rune == 0xfffe || g.Rune == 0xad:
			g.Rune = '-'
		case g.Rune == 0 || g.Rune == 0xfffd || g.Rune == 0xffff || g.Rune < ' ' && !unicode.IsSpace(g.Rune):
			continue
		}
		if mark, ok := accents[g.Rune]; ok {
			if onLast(out, g, mark) {
				continue
			}
			if next := i + 1; next < len(glyphs) {
				if glyphs[next].Added && next+1 < len(glyphs) {
					next++
				}
				if accented, ok := accent(glyphs[next], g, mark); ok {
					if n := len(out); n > 0 && out[n-1].Rune == ' ' && out[n-1].Added && n > 1 && accented.Box.Left-out[n-2].Box.Right < 0.12*g.Size {
						out = out[:n-1] // only the accent stood apart
					}
					out = append(out, accented)
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
	width := g.Box.Width() / float64(len(s))
	for i, r := range s {
		part := g
		part.Rune = r
		part.Box.Left = g.Box.Left + float64(i)*width
		part.Box.Right = part.Box.Left + width
		out = append(out, part)
	}
	return out
}

// onLast puts an accent on the last letter, if it stands over that.
func onLast(out []page.Glyph, g page.Glyph, mark rune) bool {
	n := len(out) - 1
	if n > 0 && out[n].Added && out[n].Rune == ' ' {
		n--
	}
	if n < 0 {
		return false
	}
	accented, ok := accent(out[n], g, mark)
	if ok {
		out[n] = accented
	}
	return ok
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

// isLettered reports whether a text has a letter or a digit.
func isLettered(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
