package refstring

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

// maxInput is the length in bytes after which a reference is cut: a longer text is
// no reference, and the cut bounds what it may cost.
const maxInput = 4 << 10

var (
	tags       = lazyregexp.New(`</?(?:b|strong|bold|sup|sub|span|u)>`)
	italicTags = lazyregexp.New(`</?(?:i|em|italic)>`)
	// A stop that has slipped to the right of its blank, as texts taken from PDF
	// have it: "Commun .Math .Phys .12 ,345".
	slipped     = lazyregexp.New(` ([.,;:]+)([^\s.,;:])`)
	loneStop    = lazyregexp.New(` ([.,;]+)( |$)`)
	innerOpen   = lazyregexp.New(`([(\[]) `)
	innerClose  = lazyregexp.New(` ([)\]])`)
	gluedAnd    = lazyregexp.New(`([,\pL] and)(\p{Lu}(?:\.|\p{Ll}+ \p{Lu}{1,3}\b))`)                     // B. Okoro andC. Li
	gluedIn     = lazyregexp.New(`(["”]) ?in(\p{Lu}\p{Ll}{2})`)                                          // Waves,” inProceedings
	areaDash    = lazyregexp.New(`\. ?[–—] ?(\p{Lu}|\d)`)                                                // ISBD: Waves. — Oslo : Harbour, 2019. — 312 p.
	splitPair   = lazyregexp.New(`(\p{Lu}\.) (-\p{Lu}\.)`)                                               // J. -P.
	ordinalSign = lazyregexp.New(`\b([Nn])\.? ?([º°]) ?(\d)`)                                            // n º 3
	auflage     = lazyregexp.New(`\b(\d{1,2})\.,? ((?:\p{Ll}{4,}\.?,? (?:und )?){0,3}Aufl(?:age\b|\.))`) // a full stop of an ordinal
	entryLabel  = lazyregexp.New(`^(?:\[\w{1,8}\][.,]?\s*|\(?\d{1,3}[.)]\s*(\pL)|[•·∙▪*–—-]\s+)`)
)

// tidy returns the text on one line, cut to maxInput, without Markdown emphasis,
// without the label of a list entry, and with stops set where they belong. It also returns the
// stretches that stood in italics.
func tidy(text string) (plain string, italics []string) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if len(text) > maxInput {
		text = text[:maxInput]
		for !utf8.ValidString(text) {
			text = text[:len(text)-1]
		}
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, text)
	text = italicTags.ReplaceAllString(tags.ReplaceAllString(text, ""), "*")
	text, italics = unemphasised(text)
	text = strings.Join(strings.Fields(text), " ")
	text = slipped.ReplaceAllString(text, "$1 $2")
	text = gluedAnd.ReplaceAllString(text, "$1 $2")
	text = gluedIn.ReplaceAllString(text, "$1 in $2")
	text = areaDash.ReplaceAllString(text, ". $1")
	text = splitPair.ReplaceAllString(text, "$1$2")
	text = loneStop.ReplaceAllString(text, "$1$2")
	text = ordinalSign.ReplaceAllString(text, "$1$2 $3")
	text = auflage.ReplaceAllString(text, "$1 $2")
	text = innerOpen.ReplaceAllString(text, "$1")
	text = innerClose.ReplaceAllString(text, "$1")
	return strings.TrimSpace(entryLabel.ReplaceAllString(text, "$1")), italics
}
