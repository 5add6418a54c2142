// Package crossref finds the references of an article to its own figures, tables, sections and
// equations. It must not know how works are cited.
package crossref

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Cross-references: Fig. 3a, Tables 1 and 2, Eq. (4), §2.1, Appendix A. They are linked if the
// article has such a caption, numbered heading or numbered equation.

const (
	crossCore   = `(?:(?:S ?)?\d{1,3}(?:\.\d{1,3})*(?:\([a-zA-Z]\)|[a-zA-Z]\b)?|[IVX]{1,5}\b|[A-Z](?:\.?\d{1,2}(?:\.\d{1,2})*|\b))`
	crossNumber = `(?:\(` + crossCore + `\)|` + crossCore + `)`
	// crossList matches a number, more numbers, and the letters of a figure's parts.
	crossList = crossNumber + `(?:(?:` + scan.Gap + `(?:[,;&]|` + scan.Dash + `|\s(?:or|to)\s|` + scan.AndWord + `)` + scan.Gap + `)+(?:` + crossNumber + `|[a-zA-Z]\b))*`
)

// appendix keeps the numbers of appendices apart from those of sections. Links to either are of
// kind [article.Section].
const appendix article.LinkKind = "appendix"

// crossWords maps the words before a number, in lower case, to the kind of target.
var crossWords = func() map[string]article.LinkKind {
	words := map[string]article.LinkKind{}
	for kind, list := range map[article.LinkKind]string{
		article.Figure:   "fig figs figure figures abb abbildung abbildungen figura figuras scheme schemes plate plates",
		article.Table:    "table tables tab tabs tabelle tabellen tableau tableaux tabla tablas tabella tabelle",
		article.Section:  "section sections sec secs sect sects § §§ chapter chapters abschnitt abschnitte kapitel sección secciones",
		appendix:         "appendix appendices annex annexes anhang",
		article.Equation: "eq eqs eqn eqns equation equations gleichung gleichungen",
	} {
		for _, w := range strings.Fields(list) {
			words[w] = kind
		}
	}
	return words
}()

// longestCrossWord is the length in bytes of the longest of crossWords.
const longestCrossWord = len("abbildungen")

const (
	// otherAuthor matches the authors and the year of another work.
	otherAuthor = `\p{Lu}[\p{L}'’-]+(?: (?:et al\.?|(?:and|&|und) \p{Lu}[\p{L}'’-]+))?(?:’s|'s)?,? [(\[]`
	// otherText matches a name for a text; the parts of the article itself have such names, too.
	otherText = `(?i:act|code|constitution|convention|directive|guidelines?|law|regulation|standard|statute|treaty|specification)\b|\p{Lu}{2,}[ -]?\d`
)

var (
	// elsewhereBefore and elsewhereAfter match words around the number of something that is not
	// in the article.
	elsewhereBefore = lazyregexp.New(`(?i)(?:\b(?:supp(?:l(?:ement(?:ary|al|s)?)?)?\.?|extended data|additional|online|SI)\s+|\bRFC[ -]?\d+\]?,?\s+|[\[(;]\d{1,3}, |\b\d{4}[a-z]?, )$`)
	elsewhereAfter  = lazyregexp.New(`^\)?,?\s(?:of|in|from)\s(?:(?:the )?(?:refs?\b|reference|supp)|\\?\[\w|their |his |her |RFC|` + otherAuthor + `)|^\)?,?\sof\s(?:the )?(?:` + otherText + `)`)

	crossNumbers = lazyregexp.New(`^\.?` + scan.Gap + `(` + crossList + `)`)
	aNumber      = lazyregexp.New(crossNumber)
)

// Find returns the links in the prose spans of body to figures, tables, sections,
// appendices and equations of the article, sorted. Blocks are all its top-level blocks.
func Find(body string, prose, blocks []article.Span, headings []article.Heading) []article.Link {
	targets := crossTargets(body, blocks, headings)
	if len(targets) == 0 {
		return nil
	}
	var links []article.Link
	for _, p := range prose {
		for _, w := range crossWordsIn(body[p.Start:p.End]) {
			w.Start, w.End = w.Start+p.Start, w.End+p.Start
			m := crossNumbers.FindStringSubmatchIndex(body[w.End:p.End])
			if m == nil || elsewhereBefore.MatchString(scan.Tail(body[:w.Start], 40)) || elsewhereAfter.MatchString(body[w.End+m[3]:p.End]) {
				continue
			}
			for i, n := range aNumber.FindAllStringIndex(body[w.End+m[2]:w.End+m[3]], -1) {
				s := article.Span{Start: w.End + m[2] + n[0], End: w.End + m[2] + n[1]}
				target, ok := targets.find(w.kind, body[s.Start:s.End])
				if i == 0 {
					s.Start = w.Start
				}
				if ok && !isAt(body, target, s.Start) {
					links = append(links, article.Link{Span: s, Text: safe.Line(body[s.Start:s.End]), Kind: linkKind(w.kind), Target: target})
				}
			}
		}
	}
	slices.SortStableFunc(links, func(a, b article.Link) int { return a.Start - b.Start })
	return links
}

// A crossWord is a word in the text that may refer to a number behind it.
type crossWord struct {
	article.Span
	kind article.LinkKind
}

// crossWordsIn returns the words in text that may refer to a number.
func crossWordsIn(text string) []crossWord {
	var found []crossWord
	start := -1
	for i, r := range text {
		letter := unicode.IsLetter(r) || r == '§'
		switch {
		case letter && start < 0 && (i == 0 || text[i-1] < '0' || text[i-1] > '9'):
			start = i
		case !letter && start >= 0:
			if kind, ok := crossWords[strings.ToLower(text[start:i])]; ok {
				found = append(found, crossWord{article.Span{Start: start, End: i}, kind})
			}
			start = -1
		}
	}
	return found
}

// markupSigns are the signs that may stand between the beginning of a block and its text.
const markupSigns = "*_#>|\\ \t"

// isAt reports whether offset is that of the target's own label.
func isAt(body string, target, offset int) bool {
	return offset >= target && strings.Trim(body[target:offset], markupSigns) == ""
}

func linkKind(k article.LinkKind) article.LinkKind {
	if k == appendix {
		return article.Section
	}
	return k
}
