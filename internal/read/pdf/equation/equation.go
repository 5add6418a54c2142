// Package equation tells rows that are a formula from text.
//
// The package must not know what stands around the rows.
package equation

import (
	"math"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/textrow"
)

// mathFonts are parts of the names of fonts that formulae are set in.
var mathFonts = lazyregexp.New(`(?i)^(?:CM(?:MI|SY|EX|BSY|MIB)|MSBM|MSAM|EU[FRS]M|RSFS|LMMath|STIX.*Math|XITS.*Math|.*Math(?:Italic|Symbols|-|$)|MTSYN|MTMI|MT-?Extra|MTEX|Symbol|rtxmi|txsy|txmi|pxmi|pxsy|NewTXMI|LINE\d|Mathematical|AdvP4C|Euclid)`)

// Number matches the number of a formula at the end of its row.
var Number = lazyregexp.New(`^\(([A-Z]?\.?\d{1,3}(?:\.\d{1,3})?[a-z]?)\)$`)

// Fonts are those of a text, of which it is known whether they are for formulae.
type Fonts map[*page.Font]bool

// isMath reports whether a font is for formulae.
func (fonts Fonts) isMath(f *page.Font) bool {
	is, known := fonts[f]
	if !known {
		is = f != nil && mathFonts.MatchString(f.Name)
		fonts[f] = is
	}
	return is
}

// Is reports whether rows, in a block from a place across the page on, are a formula on lines of its own.
func (fonts Fonts) Is(rows []textrow.Row, left float64) bool {
	signs, letters := 0, 0
	words := 0
	number := false
	for _, w := range rows {
		for i, c := range w.Cells {
			if i > 0 && i == len(w.Cells)-1 && Number.MatchString(c.Text()) {
				number = true
				continue
			}
			for _, word := range strings.Fields(c.Text()) {
				if len(word) > 3 && isWord(word) {
					words++
				}
			}
			for _, g := range c.Glyphs.All() {
				if g.Rune == ' ' {
					continue
				}
				letters++
				if fonts.isMath(g.Font) || strings.ContainsRune("=+−∑∫√≤≥≈∂×·±∈()[]|/", g.Rune) {
					signs++
				}
			}
		}
	}
	if letters == 0 {
		return false
	}
	apart := rows[0].Left > left+rows[0].Size || len(rows) == 1
	return number && words*6 < letters || apart && signs*3 > letters && words*8 <= letters && letters > 1
}

// What stands in a formula beside each other.
const (
	mostAskew   = 1.1 // sizes of the type by which the bases differ
	longestPart = 10  // letters of a part that only its place tells
)

// Join returns the rows of two paragraphs as one row, if they stand beside each other as parts of a formula do.
func Join(a, b []textrow.Row) (textrow.Row, bool) {
	x, y := textrow.Together(a), textrow.Together(b)
	if math.Abs(x.Base-y.Base) >= mostAskew*max(x.Size, y.Size) || x.Right >= y.Left+x.Size/4 && y.Right >= x.Left+x.Size/4 {
		return textrow.Row{}, false
	}
	return textrow.Together(slices.Concat(a, b)), true
}

// MayBePart reports whether rows are too brief to be words: a bracket, a limit, a sign.
func MayBePart(rows []textrow.Row) bool {
	text := rows[0].Text()
	return len(rows) == 1 && len([]rune(text)) <= longestPart && !textrow.HasLetters(text)
}

func isWord(s string) bool {
	for _, c := range strings.ToLower(s) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
