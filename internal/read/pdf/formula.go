package pdf

import (
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// mathFonts are parts of the names of fonts that formulae are set in.
var mathFonts = lazyregexp.New(`(?i)^(?:CM(?:MI|SY|EX|BSY|MIB)|MSBM|MSAM|EU[FRS]M|RSFS|LMMath|STIX.*Math|XITS.*Math|.*Math(?:Italic|Symbols|-|$)|MTSYN|MTMI|MT-?Extra|MTEX|Symbol|rtxmi|txsy|txmi|pxmi|pxsy|NewTXMI|LINE\d|Mathematical|AdvP4C|Euclid)`)

// equationNumber matches the number of a formula at the end of its row.
var equationNumber = lazyregexp.New(`^\(([A-Z]?\.?\d{1,3}(?:\.\d{1,3})?[a-z]?)\)$`)

// isMath reports whether a font is for formulae.
func (r *reader) isMath(f *page.Font) bool {
	is, known := r.math[f]
	if !known {
		is = f != nil && mathFonts.MatchString(f.Name)
		r.math[f] = is
	}
	return is
}

// isFormula reports whether a paragraph is a formula on rows of its own.
func (r *reader) isFormula(p *paragraph) bool {
	math, letters := 0, 0
	words := 0
	number := false
	for _, w := range p.rows {
		for i, c := range w.Cells {
			if i > 0 && i == len(w.Cells)-1 && equationNumber.MatchString(c.Text()) {
				number = true
				continue
			}
			for _, word := range strings.Fields(c.Text()) {
				if len(word) > 3 && isWord(word) {
					words++
				}
			}
			for _, g := range c.Glyphs {
				if g.Rune == ' ' {
					continue
				}
				letters++
				if r.isMath(g.Font) || strings.ContainsRune("=+−∑∫√≤≥≈∂×·±∈()[]|/", g.Rune) {
					math++
				}
			}
		}
	}
	if letters == 0 {
		return false
	}
	apart := p.first().Left > p.left+p.first().Size || len(p.rows) == 1
	return number && words*6 < letters || apart && math*3 > letters && words*8 <= letters && letters > 1
}

func isWord(s string) bool {
	for _, c := range strings.ToLower(s) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
