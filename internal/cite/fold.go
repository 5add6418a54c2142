package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes letters small, takes their accents off and makes the signs in names plain.
func Fold(s string) string {
	folded, _ := foldWithOffsets(s)
	return strings.Trim(folded, " .,(")
}

// plainer maps letters that have no accent to take off, and signs, to plain ones.
var plainer = map[rune]string{
	'ß': "ss", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ı': "i",
	'’': "'", '‘': "'", 'ʼ': "'", '‐': " ", '‑': " ", '–': " ", '−': " ",
}

// foldWithOffsets returns s folded, and for each byte of that, and its end, where it
// stands in s.
func foldWithOffsets(s string) (folded string, offsets []int) {
	var b strings.Builder
	for i, r := range s {
		out := string(unicode.ToLower(r))
		if r == '-' {
			out = " " // Théroux-Rancourt is Théroux Rancourt elsewhere
		}
		if r >= utf8.RuneSelf {
			base := withoutAccents(unicode.ToLower(r))
			out = string(base)
			if p, ok := plainer[base]; ok {
				out = p
			}
			if unicode.Is(unicode.Mn, r) {
				out = ""
			}
		}
		b.WriteString(out)
		for range len(out) {
			offsets = append(offsets, i)
		}
	}
	return b.String(), append(offsets, len(s))
}

// withoutAccents returns a letter without its accents. A Hangul syllable stays whole: what it
// is composed of are letters.
func withoutAccents(r rune) rune {
	parts := []rune(norm.NFD.String(string(r)))
	for _, p := range parts[1:] {
		if !unicode.Is(unicode.Mn, p) {
			return r
		}
	}
	return parts[0]
}
