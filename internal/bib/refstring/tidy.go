package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

// maxInput is the length in bytes after which a reference is cut: a longer text is
// no reference, and the cut bounds what it may cost.
const maxInput = 4 << 10

var (
	tags = lazyregexp.New(`</?(?:i|b|em|strong|italic|bold|sup|sub|span|u)>`)
	// A stop that has slipped to the right of its blank, as texts taken from PDF
	// have it: "Commun .Math .Phys .12 ,345".
	slipped    = lazyregexp.New(` ([.,;:]+)([^\s.,;:])`)
	loneStop   = lazyregexp.New(` ([.,;]+)( |$)`)
	innerOpen  = lazyregexp.New(`([(\[]) `)
	innerClose = lazyregexp.New(` ([)\]])`)
	splitPair  = lazyregexp.New(`(\p{Lu}\.) (-\p{Lu}\.)`) // J. -P.
	// Translators in parentheses, behind the title.
	translators = lazyregexp.New(`\s*\([^()]{3,80},\s*(?i:trans|transl|übers|trad)\.?\)`)
	entryLabel  = lazyregexp.New(`^(?:\[\w{1,8}\][.,]?\s*|\(?\d{1,3}[.)]\s*(\pL)|[•·∙▪*–—-]\s+)`)
)

// tidy returns the text on one line, cut to maxInput, without Markdown emphasis,
// without the label of a list entry, and with stops set where they belong.
func tidy(text string) string {
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
	text = tags.ReplaceAllString(text, "")
	text = strings.Join(strings.Fields(unemphasised(text)), " ")
	text = translators.ReplaceAllString(text, "")
	text = slipped.ReplaceAllString(text, "$1 $2")
	text = splitPair.ReplaceAllString(text, "$1$2")
	text = loneStop.ReplaceAllString(text, "$1$2")
	text = innerOpen.ReplaceAllString(text, "$1")
	text = innerClose.ReplaceAllString(text, "$1")
	return strings.TrimSpace(entryLabel.ReplaceAllString(text, "$1"))
}

// unemphasised returns the text without the asterisks and the outer underscores of
// Markdown emphasis. An underscore inside a word, as in an address, stays.
func unemphasised(text string) string {
	if !strings.ContainsAny(text, "*_") {
		return text
	}
	var out strings.Builder
	before := ' '
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		inner := token.IsWordRune(before) && token.IsWordRune(after) || before == '/' || after == '/'
		if r != '*' && (r != '_' || inner) {
			out.WriteRune(r)
		}
		before = r
	}
	return out.String()
}
