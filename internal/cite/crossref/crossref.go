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

// Cross-references: Fig. 3a, Tables 1 and 2, Eq. (4), §2.1, Section III-A, Appendix A. They are linked if the
// article has such a caption, numbered heading or numbered equation.

const (
	crossCore   = `(?:(?:S ?)?\d{1,3}(?:\.\d{1,3})*(?:\([a-zA-Z]\)|\.?[a-z]\b|[A-Z]\b)?|[IVX]{1,5}(?:[-.][A-H])?\b|[A-Z](?:\.?\d{1,2}(?:\.\d{1,2})*|\b))`
	crossNumber = `(?:\(` + crossCore + `\)|` + crossCore + `)`
	// crossList matches a number, more numbers, and the letters of a figure's parts.
	crossList = crossNumber + `(?:(?:` + scan.Gap + `(?:[,;&]|` + scan.Dash + `|\s(?:or|to)\s|` + scan.AndWord + `)` + scan.Gap + `)+(?:` + crossNumber + `|[a-zA-Z]\b))*`
)

// These keep numbers apart: those of appendices from those of sections, and those of schemes and plates from those of
// figures. Links to them are of kind [article.Section] and [article.Figure].
const (
	appendix article.LinkKind = "appendix"
	scheme   article.LinkKind = "scheme"
	plate    article.LinkKind = "plate"
)

// crossWords maps the words before a number, in lower case, to the kind of target.
var crossWords = func() map[string]article.LinkKind {
	words := map[string]article.LinkKind{}
	for kind, list := range map[article.LinkKind]string{
		article.Figure:   "fig figs figure figures abb abbildung abbildungen figura figuras",
		scheme:           "scheme schemes",
		plate:            "plate plates",
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

var (
	crossNumbers = lazyregexp.New(`^\.?` + scan.Gap + `(` + crossList + `)`)
	aNumber      = lazyregexp.New(crossNumber)
	aPair        = lazyregexp.New(`^\d{1,2}-\d{1,3}\b`) // with the number of a chapter, or a range
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
		for _, part := range partsIn(body, p) {
			end := 0
			for i, n := range aNumber.FindAllStringIndex(body[part.numbers.Start:part.numbers.End], -1) {
				s := article.Span{Start: part.numbers.Start + n[0], End: part.numbers.Start + n[1]}
				if s.Start < end {
					continue
				}
				target, ok := targets.find(part.kind, body[s.Start:s.End])
				if m := aPair.FindString(body[s.Start:part.numbers.End]); m != "" {
					if whole, known := targets.find(part.kind, m); known {
						target, ok, s.End = whole, true, s.Start+len(m)
					}
				}
				end = s.End
				if i == 0 {
					s.Start = part.Start
				}
				if ok && !isAt(body, target, s.Start) {
					links = append(links, article.Link{Span: s, Text: safe.Line(body[s.Start:s.End]), Kind: linkKind(part.kind), Target: target})
				}
			}
		}
	}
	slices.SortStableFunc(links, func(a, b article.Link) int { return a.Start - b.Start })
	return links
}

// A part is a word with the numbers behind it.
type part struct {
	crossWord
	numbers article.Span
}

// partsIn returns the parts of the article itself that a span of body names. Those of a kind
// that a word joins are of one work: Section 2 and Section 3 of RFC 5741.
func partsIn(body string, in article.Span) []part {
	var parts []part
	for _, w := range crossWordsIn(body[in.Start:in.End]) {
		w.Start, w.End = w.Start+in.Start, w.End+in.Start
		if m := crossNumbers.FindStringSubmatchIndex(body[w.End:in.End]); m != nil {
			parts = append(parts, part{w, article.Span{Start: w.End + m[2], End: w.End + m[3]}})
		}
	}
	var found []part
	for i := 0; i < len(parts); {
		joined := i + 1
		for joined < len(parts) && parts[joined].kind == parts[i].kind && joins.MatchString(body[parts[joined-1].numbers.End:parts[joined].Start]) {
			joined++
		}
		first, tail := parts[i], body[parts[joined-1].numbers.End:in.End]
		if isNamedBehind(first.kind, tail) || isNamedBefore(first.kind, body[in.Start:first.Start], tail) {
			i = joined
			continue
		}
		for _, p := range parts[i:joined] {
			if !supplement.MatchString(scan.Tail(body[in.Start:p.Start], maxBefore)) {
				found = append(found, p)
			}
		}
		i = joined
	}
	return found
}

// joins matches what is between two parts of one work.
var joins = lazyregexp.New(`^\)?(?:,|,? (?:and|or|und|et|y)|;)\s$`)

// A crossWord is a word in the text that may refer to a number behind it.
type crossWord struct {
	article.Span
	kind article.LinkKind
}

// crossWordsIn returns the words in text that may refer to a number.
func crossWordsIn(text string) []crossWord {
	var found []crossWord
	start, inWord := 0, false
	for i, r := range text {
		letter := unicode.IsLetter(r) || r == '§'
		switch {
		case letter && !inWord && (i == 0 || text[i-1] < '0' || text[i-1] > '9'):
			start, inWord = i, true
		case !letter && inWord:
			if kind, ok := crossWords[strings.ToLower(text[start:i])]; ok {
				found = append(found, crossWord{article.Span{Start: start, End: i}, kind})
			}
			inWord = false
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
	switch k {
	case appendix:
		return article.Section
	case scheme, plate:
		return article.Figure
	}
	return k
}
