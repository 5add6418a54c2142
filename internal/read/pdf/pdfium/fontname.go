package pdfium

import "strings"

// Fonts seldom tell their style but by their names: "NimbusRomNo9L-Medi", "CMBX10", "Times-BoldItalic".

// isBold reports whether a font is bold by its name.
func isBold(name string) bool {
	return hasAny(name, "Bold", "bold", "Black", "Heavy", "-Bd", "-Medi", "CMBX", "CMSSBX", "SFBX", "LMRoman10-Bold", ",B", "Demi", "-B+", ".B") ||
		strings.HasSuffix(name, "-B") || strings.HasSuffix(name, "-BI") || strings.HasSuffix(name, "TB")
}

// namesStyle reports whether a font's name says how it looks; what its file says of its weight is then
// often wrong.
func namesStyle(name string) bool {
	return hasAny(name, "Reg", "Roman", "Ital", "Obli", "Book", "Light", "Normal")
}

// isItalic reports whether a font is italic by its name. The letters of formulae are not counted in.
func isItalic(name string) bool {
	return hasAny(name, "Italic", "italic", "Oblique", "-Ital", "CMTI", "CMSL", "SFTI", "-It", "Slanted", "ReguItal", "MediItal") ||
		strings.HasSuffix(name, "-I") || strings.HasSuffix(name, "-BI") || strings.HasSuffix(name, "TI")
}

// isFixed reports whether all glyphs of a font are equally wide by its name.
func isFixed(name string) bool {
	return hasAny(name, "Courier", "Mono", "mono", "CMTT", "SFTT", "Typewriter", "Consolas", "Inconsolata", "Menlo", "-tt-")
}

func hasAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
