package letters

import (
	"strings"

	"etal/internal/read/pdf/page"
)

// signFonts are fonts of signs that give their glyphs the letters of a keyboard, as publishers set them since
// the eighties. Their names are alike in all papers, and what a letter stands for is always the same: without
// them "1e3" is read for "1–3", and "pZ0.5" for "p=0.5".
var signFonts = map[string]map[rune]rune{
	"AdvPS44A44B": {'e': '–', 'C': '+', 'K': '−'},
	"AdvPS3FDD77": {'Z': '='},
	"AdvPS4731B1": {'!': '<', 'O': '>', 'N': '∞'},
	"AdvPS3F4C13": {'m': 'µ', 'D': 'Δ'},
	"AdvPS7DA6":   {'6': '±'},
	"AdvPS7CFD":   {'y': '†'},
	"AdvPA1B9":    {'y': 'χ'},
	"AdvPS586D":   {'q': '©'},
	"AdvPS480274": {'<': '▪'},
	"AdvP4C4E74":  {'¼': '=', 0x02: '−', 'þ': '+', 'ð': '(', 'Þ': ')', '½': '['},
	"AdvMathSymb": {'¼': '=', 'þ': '+', 'ð': '(', 'Þ': ')', '½': '['},
	"AdvP4C4E46":  {'P': '∑'},
	"AdvMathExt1": {'=': '/', ':': '.', ';': ','},
	"MTSY":        {0x03: '′'},
}

// texSigns are what the control characters are in TeX's fonts of mathematical signs that do not tell their letters:
// those of its encoding OMS.
var texSigns = map[rune]rune{
	0x01: '·', 0x02: '×', 0x03: '∗', 0x04: '÷', 0x05: '⋄', 0x06: '±', 0x07: '∓', 0x08: '⊕', 0x0e: '∘', 0x0f: '•',
	0x10: '≍', 0x11: '≡', 0x12: '⊆', 0x13: '⊇', 0x14: '≤', 0x15: '≥', 0x16: '⪯', 0x17: '⪰',
	0x18: '∼', 0x19: '≈', 0x1a: '⊂', 0x1b: '⊃', 0x1c: '≪', 0x1d: '≫', 0x1e: '≺', 0x1f: '≻',
}

// texLarge are what letters are in TeX's font of large signs that does not tell them, by its encoding OMX. It hangs them
// from their place. Other signs of a keyboard may have been given other numbers by the program that made the file.
var texLarge = map[rune]struct {
	sign rune
	hang float64 // from the place down to the base of the formula, in sizes
}{
	'P': {'∑', 0.75}, 'X': {'∑', 0.95}, 'Q': {'∏', 0.75}, 'Y': {'∏', 0.95}, 'R': {'∫', 0.8}, 'Z': {'∫', 1.36},
	'S': {'⋃', 0.75}, 'T': {'⋂', 0.75}, 'V': {'⋀', 0.75}, 'W': {'⋁', 0.75},
	'p': {'√', 0.83}, 'q': {'√', 1.15}, 'r': {'√', 1.45}, 's': {'√', 1.75},
	'h': {'[', 1.15}, 'i': {']', 1.15}, 'n': {'{', 1.15}, 'o': {'}', 1.15},
}

// withSign returns a glyph as the sign that it is.
func withSign(g page.Glyph) page.Glyph {
	if g.Font == nil {
		return g
	}
	if sign, ok := signFonts[g.Font.Name][g.Rune]; ok {
		g.Rune = sign
	} else if sign, ok := texSigns[g.Rune]; ok && !g.Hyphen && (strings.Contains(g.Font.Name, "CMSY") || strings.Contains(g.Font.Name, "Maths_Symbols")) {
		g.Rune = sign
	} else if large, ok := texLarge[g.Rune]; ok && strings.HasPrefix(g.Font.Name, "CMEX") {
		g.Rune = large.sign
		g.Y += large.hang * g.Size
	} else if g.Rune < ' ' && (signFonts[g.Font.Name] != nil || strings.HasPrefix(g.Font.Name, "AdvMath")) {
		g.Rune = 0 // a bracket or a stroke, of which the file does not tell which
	}
	return g
}
