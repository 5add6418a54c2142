// Package blanks tells where blanks stand between the glyphs of a line: those that the parser put within spaced words
// go, and those that it did not put between words come.
//
// The package must not know of pages, nor what the words mean.
package blanks

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/page"
)

// fewestSpaced is how many letters in a row with blanks between them are a spaced word.
const fewestSpaced = 4

// Close takes the blanks out of the spaced words of a line, such as headings have. Between words the blanks are wider.
func Close(glyphs []page.Glyph, size float64) []page.Glyph {
	var gaps []float64
	letters, blanks, signs := 0, 0, 0
	for i, g := range glyphs {
		if g.Rune != ' ' && !unicode.IsLetter(g.Rune) {
			signs++
		}
		switch {
		case g.Rune == ' ':
			blanks++
		case i > 0 && glyphs[i-1].Rune == ' ':
			letters++
			gaps = append(gaps, g.Box.Left-before(glyphs, i).Box.Right)
		default:
			letters++
		}
	}
	if blanks < fewestSpaced-1 || blanks*10 < (letters-1)*7 || signs*3 > letters { // or a formula
		return glyphs
	}
	slices.Sort(gaps)
	wide := 1.6*gaps[len(gaps)/2] + 0.02*size
	var out []page.Glyph
	for i, g := range glyphs {
		if g.Rune == ' ' && i+1 < len(glyphs) && glyphs[i+1].Box.Left-glyphs[i-1].Box.Right < wide {
			continue
		}
		out = append(out, g)
	}
	return out
}

// before returns the last glyph before another that is no blank.
func before(glyphs []page.Glyph, i int) page.Glyph {
	for i--; i > 0 && glyphs[i].Rune == ' '; i-- {
	}
	return glyphs[max(i, 0)]
}

// What tells blanks that the parser left out.
const (
	fewestGaps   = 20   // between letters of a line, and
	fewestBlanks = 3    // in it, that tell how wide these are
	narrowest    = 0.12 // sizes of the type
	evenly       = 0.08 // the same, by which nearly all gaps between letters are alike
	evenShare    = 0.9  // of the gaps
	asWide       = 0.85 // of the usual blank, at least, and
	tooWide      = 1.7  // at most
	closest      = 0.05 // the widest gap within a word, in sizes of the type
)

// behind are the signs that stand close behind a word, or as a leader.
const behind = ".,;:)]}"

// Add puts blanks into a line with a given base where its glyphs stand apart as far as its words do, though the parser
// put none there, as behind a letter in another font. A line whose letters stand apart unevenly, as in formulae and
// where the file does not tell how wide they are, stays as it is.
func Add(glyphs []page.Glyph, base, size float64) []page.Glyph {
	var gaps, blanks []float64
	for i := 1; i < len(glyphs); i++ {
		switch last := glyphs[i-1]; {
		case glyphs[i].Rune != ' ' && last.Rune != ' ':
			gaps = append(gaps, glyphs[i].Box.Left-last.Box.Right)
		case last.Rune == ' ' && i > 1:
			blanks = append(blanks, glyphs[i].Box.Left-glyphs[i-2].Box.Right)
		}
	}
	if len(gaps) < fewestGaps || len(blanks) < fewestBlanks {
		return glyphs
	}
	slices.Sort(gaps)
	slices.Sort(blanks)
	within, blank := gaps[len(gaps)/2], blanks[len(blanks)/2]
	most := gaps[int(evenShare*float64(len(gaps)))]
	least := max(asWide*blank, narrowest*size+max(0, within))
	if most-within > evenly*size {
		return glyphs
	}
	var out []page.Glyph
	for i, g := range glyphs {
		if i > 0 && g.Rune != ' ' && glyphs[i-1].Rune != ' ' {
			last := glyphs[i-1]
			gap := g.Box.Left - last.Box.Right
			isRaised := g.Size < page.RaisedSize*size && last.Size >= page.RaisedSize*size
			if gap >= least && gap <= tooWide*blank && !isRaised && last.Rune != '.' && !strings.ContainsRune(behind, g.Rune) ||
				gap >= narrowest*size && isIsotope(glyphs[i-1:], base, size) {
				if out == nil {
					out = append(make([]page.Glyph, 0, len(glyphs)+1), glyphs[:i]...)
				}
				out = append(out, page.Glyph{Run: g.Run, Rune: ' ', X: last.Box.Right, Y: base, Box: page.Extent{Left: last.Box.Right, Right: g.Box.Left}})
			}
		}
		if out != nil {
			out = append(out, g)
		}
	}
	if out == nil {
		return glyphs
	}
	return out
}

// isIsotope reports whether behind the first of glyphs, a small letter, stand raised digits close before a capital: ¹³C.
func isIsotope(glyphs []page.Glyph, base, size float64) bool {
	n := 1
	for n < len(glyphs) && n < 4 && unicode.IsDigit(glyphs[n].Rune) && base-glyphs[n].Y > 0.15*size {
		n++
	}
	if n == 1 || n == len(glyphs) || !unicode.IsLower(glyphs[0].Rune) {
		return false
	}
	next := glyphs[n]
	return unicode.IsUpper(next.Rune) && math.Abs(next.Y-base) < 0.1*size && next.Box.Left-glyphs[n-1].Box.Right < closest*size
}
