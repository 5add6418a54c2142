package refstring

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/refstring/namelist"
	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
)

// contributors matches those who edited or translated a work, in parentheses behind its title:
// "(A. Silva, Trans.)", "(2nd ed., A. Silva, Trans.)", "(K. Ito & J. Linden, Eds.)".
var contributors = lazyregexp.New(`\s*\((?:(\d+\p{L}{2} ed\.)[,;]\s*)?([^()]{3,80}),\s*(?i:(trans|transl|translators?|übers|trad)|eds?|editors?|hrsg|hg)\.?\)`)

// takeContributors takes editors and translators in parentheses out of the text, so that the title and what
// stands behind them meet at a stop, and sets them in the item.
func takeContributors(text string, item *bib.Item) string {
	if !strings.Contains(text, ".)") && !strings.Contains(text, "s)") && !strings.Contains(text, "d)") && !strings.Contains(text, "r)") {
		return text // it is much faster to tell that no word of theirs ends a parenthesis
	}
	all := contributors.FindAllStringSubmatchIndex(text, -1)
	for _, m := range all {
		names, end := namelist.ReadNames(token.Split(text[m[4]:m[5]]), 0)
		if end == 0 {
			return text
		}
		if m[6] >= 0 {
			item.Translator = names
		} else if len(item.Editor) == 0 {
			item.Editor = names
		}
	}
	if len(all) == 0 {
		return text
	}
	return strings.ReplaceAll(contributors.ReplaceAllString(text, " ($1)"), " ()", "")
}

// editorsAmid returns the tokens in [i, end) of the names of editors that stand between a title and the book
// in which it appeared, and reads them: "Title. J. Linden, K. Ito, eds. Book of Waves." It is empty, at end, where
// there are none.
func (p *refParser) editorsAmid(i, end int) (from, to int) {
	if !p.t.AnyWord(i, end, token.EditorWords) {
		return end, end
	}
	for _, q := range p.segments(i, end) {
		if q.before != "." && q.before != "," || q.from == i {
			continue
		}
		names, k := namelist.ReadNames(p.t[:end], q.from)
		if len(names) == 0 || k >= end || names[0].Literal != "" || q.before == "," && !strings.Contains(names[0].Given, ".") {
			continue
		}
		if after, ok := namelist.EditorMark(p.t[:end], k); ok && !(after < end && p.t[after].IsParticle()) {
			p.item.Editor = names
			return q.from, after
		}
	}
	return end, end
}

// responsibility returns the token in [i, end) of the slash behind which a title repeats who made the work, as
// ISBD and GOST have it: "Waves : a textbook / B. Okoro." It returns end if there is none.
func (p *refParser) responsibility(i, end int) int {
	for k := i + 1; k+1 < end; k++ {
		if !p.t[k].Is("/") || !p.t[k].Gap || !p.t[k+1].Gap || p.t[k+1].Is("/") {
			continue
		}
		if names, stop := namelist.ReadNames(p.t[:end], k+1); len(names) > 0 && strings.Contains(names[0].Given, ".") && stop <= end {
			return k
		}
	}
	return end
}
