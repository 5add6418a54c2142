package refstring

import (
	"etal/internal/bib"
	"etal/internal/bib/refstring/namelist"
	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
)

// translators matches those who translated a work, in parentheses behind its title: "(A. Silva, Trans.)".
var translators = lazyregexp.New(`\s*\(([^()]{3,80}),\s*(?i:trans|transl|translators?|übers|trad)\.?\)`)

// takeTranslators takes translators out of the text, so that the title and what stands behind them meet
// at a stop, and sets them in the item.
func takeTranslators(text string, item *bib.Item) string {
	m := translators.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	item.Translator, _ = namelist.ReadNames(token.Split(text[m[2]:m[3]]), 0)
	return text[:m[0]] + text[m[1]:]
}
