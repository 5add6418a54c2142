package cite

import (
	"sort"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Cross-references: Fig. 3a, Tables 1 and 2, Eq. (4), §2.1, Appendix A. Only what the
// article has is linked: a caption, a numbered heading, a numbered equation.

const (
	crossCore   = `(?:(?:S ?)?\d{1,3}(?:\.\d{1,3})*(?:\([a-zA-Z]\)|[a-zA-Z]\b)?|[IVX]{1,5}\b|[A-Z](?:\.?\d{1,2}(?:\.\d{1,2})*|\b))`
	crossNumber = `(?:\(` + crossCore + `\)|` + crossCore + `)`
	// crossList goes on with more numbers, and with the letters of a figure's parts.
	crossList = crossNumber + `(?:(?:` + gap + `(?:[,;&]|` + dash + `|\s(?:or|to)\s|` + andWord + `)` + gap + `)+(?:` + crossNumber + `|[a-zA-Z]\b))*`
	// longestEquation is the length, in bytes, of a line that may be a numbered equation.
	longestEquation = 200
)

// appendix tells the numbers of appendices from those of sections; the links to both are
// of one kind.
const appendix article.LinkKind = "appendix"

// crossWords says what the words before a number refer to, in small letters.
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
const longestCrossWord = 12

var (
	// what is said around the number of something that is not in the article
	elsewhereBefore = lazyregexp.New(`(?i)\b(?:supp(?:l(?:ement(?:ary|al|s)?)?)?\.?|extended data|additional|online|SI)\s+$`)
	elsewhereAfter  = lazyregexp.New(`^\)?,? (?:of|in|from) (?:(?:the )?(?:refs?\b|reference|supp)|\\?\[\d|their |his |her )`)

	crossNumbers = lazyregexp.New(`^\.?` + gap + `(` + crossList + `)`)
	// captioned matches what makes a block that begins with a word and a number a caption.
	captioned      = lazyregexp.New(`^\.?` + gap + `(` + crossNumber + `)(?:[*_]+|\s*[.:|–—-]|\s+[\p{Lu}*(]|\s*\n|\s*$)`)
	aNumber        = lazyregexp.New(crossNumber)
	numberedTitle  = lazyregexp.New(`^(?:(?i:section|chapter|kapitel|abschnitt)\s+|§\s*)?((?:\d{1,2}|[A-Z])(?:\.\d{1,2})+|\d{1,2}|(?:[A-Z]|[IVX]{2,5})[.:)]|[A-Z]\d{1,2})(?:[.:)]?(?:\s|$))`)
	appendixTitle  = lazyregexp.New(`^(?i:appendix|annex|anhang)\s+([A-Z]|\d{1,2}|[IVX]{1,5})\b`)
	equationNumber = lazyregexp.New(`(?m)(?:[=≈≤≥<>∝→∼≡].*\((\d{1,3}[a-z]?(?:\.\d{1,3})*|[A-Z]\.?\d{1,2})\)[.,]?$|\\tag\{([^}\n]{1,8})\})`)
	partOfNumber   = lazyregexp.New(`^((?:s|[a-z]\.?)?\d.*?)[a-z]$`)
)

// A crossTarget is a thing of an article that has a number.
type crossTarget struct {
	kind   article.LinkKind
	number string
}

// CrossReferences returns the links in the prose spans of body to the figures, tables,
// sections, appendices and equations that the article has, sorted. Blocks are all of its
// blocks.
func CrossReferences(body string, prose, blocks []article.Span, headings []article.Heading) []article.Link {
	targets := crossTargets(body, blocks, headings)
	if len(targets) == 0 {
		return nil
	}
	var links []article.Link
	for _, p := range prose {
		for _, w := range crossWordsIn(body[p.Start:p.End]) {
			w.Start, w.End = w.Start+p.Start, w.End+p.Start
			m := crossNumbers.FindStringSubmatchIndex(body[w.End:p.End])
			if m == nil || elsewhereBefore.MatchString(tail(body[:w.Start], 40)) || elsewhereAfter.MatchString(body[w.End+m[3]:p.End]) {
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
	sort.SliceStable(links, func(i, j int) bool { return links[i].Start < links[j].Start })
	return links
}

// A crossWord is a word of the text that a number may follow.
type crossWord struct {
	article.Span
	kind article.LinkKind
}

// crossWordsIn returns the words of text that may refer to something by its number.
func crossWordsIn(text string) []crossWord {
	var found []crossWord
	start := -1
	for i, r := range text {
		letter := unicode.IsLetter(r) || r == '§'
		switch {
		case letter && start < 0 && (i == 0 || text[i-1] < '0' || text[i-1] > '9'):
			start = i
		case !letter && start >= 0:
			if i-start <= longestCrossWord {
				if kind, ok := crossWords[strings.ToLower(text[start:i])]; ok {
					found = append(found, crossWord{article.Span{Start: start, End: i}, kind})
				}
			}
			start = -1
		}
	}
	return found
}

// isAt reports whether the mark at offset is that of the caption itself.
func isAt(body string, target, offset int) bool {
	return offset >= target && strings.Trim(body[target:offset], "*_#>|\\ \t") == ""
}

func linkKind(k article.LinkKind) article.LinkKind {
	if k == appendix {
		return article.Section
	}
	return k
}

// targets are the offsets of what has a number.
type targets map[crossTarget]int

func (t targets) add(kind article.LinkKind, number string, offset int) {
	key := crossTarget{kind, foldNumber(number)}
	if _, known := t[key]; !known {
		t[key] = offset
	}
}

// find returns the offset of the thing with the number, or of that of which it is a part:
// Fig. 3a is in Fig. 3.
func (t targets) find(kind article.LinkKind, number string) (offset int, ok bool) {
	number = foldNumber(number)
	if offset, ok = t[crossTarget{kind, number}]; ok {
		return offset, true
	}
	if m := partOfNumber.FindStringSubmatch(number); m != nil {
		offset, ok = t[crossTarget{kind, m[1]}]
	}
	if !ok && kind == appendix {
		return t.find(article.Section, number)
	}
	return offset, ok
}

// foldNumber makes one of the ways to write a number: (4), 4 and 4.
func foldNumber(number string) string {
	return strings.ToLower(strings.Trim(strings.NewReplacer("(", "", ")", "", " ", "", ":", "").Replace(number), "."))
}

// captionKinds are the kinds of things that have captions.
var captionKinds = map[article.LinkKind]bool{article.Figure: true, article.Table: true}

func crossTargets(body string, blocks []article.Span, headings []article.Heading) targets {
	t := targets{}
	for _, b := range blocks {
		text := body[b.Start:b.End]
		begin := text[:min(len(text), longestEquation)]
		begin = begin[len(begin)-len(strings.TrimLeft(begin, " \t\n*_#>|\\")):]
		if first := crossWordsIn(begin[:min(len(begin), longestCrossWord+1)]); len(first) > 0 && first[0].Start == 0 && captionKinds[first[0].kind] {
			if m := captioned.FindStringSubmatch(begin[first[0].End:]); m != nil {
				t.add(first[0].kind, m[1], b.Start)
			}
		}
		if !strings.Contains(text, ")\n") && !strings.HasSuffix(text, ")") && !strings.HasSuffix(strings.TrimRight(text, "., "), ")") && !strings.Contains(text, `\tag`) {
			continue
		}
		for _, m := range equationNumber.FindAllStringSubmatchIndex(text, -1) {
			line := strings.LastIndexByte(text[:m[0]], '\n') + 1
			if m[1]-line > longestEquation {
				continue
			}
			number := ""
			for g := 2; g < len(m); g += 2 {
				if m[g] >= 0 {
					number += text[m[g]:m[g+1]]
				}
			}
			t.add(article.Equation, number, b.Start+line)
		}
	}
	for _, h := range headings {
		title := h.Title.String()
		if m := appendixTitle.FindStringSubmatch(title); m != nil {
			t.add(appendix, m[1], h.Start)
		} else if m := numberedTitle.FindStringSubmatch(title); m != nil {
			t.add(article.Section, m[1], h.Start)
		}
	}
	return t
}
