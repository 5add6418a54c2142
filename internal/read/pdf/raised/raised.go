// Package raised tells which glyphs of a line are raised or lowered, and the marks that raised ones are: those of
// notes, of affiliations, of references.
//
// The package must not know where a mark leads.
package raised

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// How far a glyph is raised or lowered, in sizes of the line's type.
const (
	raised     = 0.18
	raisedFull = 0.25 // one of the size of the line
	highest    = 0.7
	lowered    = 0.08
)

// Is reports whether a glyph of a line is raised.
func Is(l layout.Line, g page.Glyph) bool {
	rise := (l.Base - g.Y) / l.Size
	small := g.Size < page.RaisedSize*l.Size
	return small && rise > raised || !small && rise > raisedFull && rise < highest
}

// IsLowered reports whether a glyph of a line is lowered.
func IsLowered(l layout.Line, g page.Glyph) bool {
	return g.Size < page.RaisedSize*l.Size && (l.Base-g.Y)/l.Size < -lowered
}

// mark matches the mark of a note.
var mark = lazyregexp.New(`^(?:\d{1,3}|[*∗⋆†‡§¶‖#]{1,3}|[a-z])$`)

// onBase are signs that are marks of notes also where they are not raised.
const onBase = "*∗⋆†‡§¶‖"

// Start returns the raised glyphs at which a line begins.
func Start(l layout.Line) string {
	var b strings.Builder
	for _, g := range l.Glyphs.All() {
		if g.Rune == ' ' || !Is(l, g) && !strings.ContainsRune(onBase, g.Rune) {
			break
		}
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// Note returns the mark of a note at which a line begins; "" if it begins with none.
func Note(l layout.Line) string {
	if s := Start(l); mark.MatchString(s) {
		return s
	}
	return ""
}

// Runs returns the runs of raised glyphs in a line, without what goes before a sign at their end.
func Runs(l layout.Line) []string {
	var runs []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			_, last := CutSign(b.String())
			runs = append(runs, last)
			b.Reset()
		}
	}
	for _, g := range l.Glyphs.All() {
		if g.Rune != ' ' && Is(l, g) {
			b.WriteRune(g.Rune)
			continue
		}
		flush()
		if IsSign(string(g.Rune)) {
			runs = append(runs, string(g.Rune))
		}
	}
	flush()
	return runs
}

// MostSigned is how often a sign that marks a note stands on a page at most. A sign that stands there more often tells
// something of numbers in a table, such as how significant they are.
const MostSigned = 3

// significance matches what signs beside the numbers of a table tell: how significant these are.
var significance = lazyregexp.New(`(?i)^\W*(?:(?:statistically |highly |correlation is )?significan(?:t|ce)|p\s*(?:-?value)?s?\s*[<=≤>])`)

// IsSignificance reports whether the text behind signs tells how significant numbers are.
func IsSignificance(text string) bool { return significance.MatchString(text) }

// IsSign reports whether a text has a sign that is the mark of a note also within a line where it is not raised.
func IsSign(s string) bool { return strings.ContainsAny(s, "∗⋆†‡") }

// First returns the first sign of a mark: ∗ of ∗∗.
func First(mark string) string {
	_, n := utf8.DecodeRuneInString(mark)
	return mark[:n]
}

// CutSign cuts a sign off the end of what is raised with it, such as "a,∗".
func CutSign(s string) (before, sign string) {
	if at := strings.LastIndexByte(s, ',') + 1; at > 1 && mark.MatchString(s[at:]) && strings.ContainsAny(s[at:], onBase) {
		return s[:at], s[at:]
	}
	return "", s
}

// Text returns raised letters and numbers as text, one by one, with the signs between them.
func Text(s string) string {
	var b strings.Builder
	for s != "" {
		end := strings.IndexFunc(s, isNoSign)
		if end < 0 {
			end = len(s)
		}
		b.WriteString(s[:end])
		s = s[end:]
		if end = strings.IndexFunc(s, func(r rune) bool { return !isNoSign(r) }); end < 0 {
			end = len(s)
		}
		b.WriteString(mathtext.Raise(s[:end], "^"))
		s = s[end:]
	}
	return b.String()
}

func isNoSign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// widestBlank is the width of the widest blank within a name, in sizes of the type.
const widestBlank = 0.7

// Without returns the text of cells without raised signs; commas part what these and wide blanks part.
func Without(cells []layout.Line) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		for _, g := range c.Glyphs.All() {
			switch {
			case g.Rune == ' ' && g.Box.Width() > widestBlank*c.Size:
				b.WriteByte(',')
			case g.Rune == ' ' || !Is(c, g):
				b.WriteRune(g.Rune)
			case g.Rune != ',':
				b.WriteByte(',')
			}
		}
	}
	return b.String()
}
