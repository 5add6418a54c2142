package cite

import (
	"regexp"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/safe"
)

// Cross-references: Fig. 3a, Tables 1 and 2, Eq. (4), §2.1, Appendix A. Only what the
// article has is linked: a caption, a numbered heading, a numbered equation.

const (
	crossCore   = `(?:(?:S ?)?\d{1,3}(?:\.\d{1,3})*(?:\([a-zA-Z]\)|[a-zA-Z]\b)?|[IVX]{1,5}\b|[A-Z](?:\.?\d{1,2}(?:\.\d{1,2})*|\b))`
	crossNumber = `(?:\(` + crossCore + `\)|` + crossCore + `)`
	// crossList goes on with more numbers, and with the letters of a figure's parts.
	crossList = crossNumber + `(?:(?:` + gap + `(?:,|;|&|and|or|und|et|y|to|` + dash + `)` + gap + `)+(?:` + crossNumber + `|[a-zA-Z]\b))*`
	// longestEquation is the length, in bytes, of a line that may be a numbered equation.
	longestEquation = 200
)

// A crossKind is one sort of thing that a text refers to by a number.
type crossKind struct {
	kind    article.LinkKind
	mark    *regexp.Regexp // the first group is the whole, the second the numbers
	caption *regexp.Regexp // what a block begins with that has the number; nil where none is
}

var crossKinds = []crossKind{
	newCrossKind(article.Figure, `[Ff]igs?\.|[Ff]igures?|FIGS?\.|FIGURES?|Abb\.|Abbildung(?:en)?|[Ff]iguras?|[Ss]chemes?|Plates?`, true),
	newCrossKind(article.Table, `[Tt]ables?|TABLES?|Tabs?\.|Tabellen?|[Tt]ableaux?|[Tt]ablas?|[Tt]abell[ae]`, true),
	newCrossKind(article.Section, `[Ss]ections?|[Ss]ecs?\.|[Ss]ects?\.|§{1,2}|[Cc]hapters?|Abschnitte?n?|Kapiteln?|[Ss]ecci(?:ón|ones)`, false),
	newCrossKind(appendix, `[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?|Anhang`, false),
	newCrossKind(article.Equation, `[Ee]qs?\.|[Ee]qns?\.|[Ee]quations?|Gleichung(?:en)?|Gl\.`, false),
}

// appendix tells the numbers of appendices from those of sections; the links to both are
// of one kind.
const appendix article.LinkKind = "appendix"

func newCrossKind(kind article.LinkKind, words string, captioned bool) crossKind {
	k := crossKind{kind: kind, mark: regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?:` + words + `)` + gap + `(` + crossList + `))`)}
	if captioned {
		k.caption = regexp.MustCompile(`^[\s*_#>|\\]*(?:` + words + `)` + gap + `(` + crossNumber + `)(?:[*_]+|\s*[.:|–—-]|\s+[\p{Lu}*(]|\s*\n|\s*$)`)
	}
	return k
}

var (
	// what is said around the number of something that is not in the article
	elsewhereBefore = regexp.MustCompile(`(?i)\b(?:supp(?:l(?:ement(?:ary|al|s)?)?)?\.?|extended data|additional|online|SI)\s+$`)
	elsewhereAfter  = regexp.MustCompile(`^\)?,? (?:of|in|from) (?:(?:the )?(?:refs?\b|reference|supp)|\\?\[\d|their |his |her )`)

	aNumber        = regexp.MustCompile(crossNumber)
	numberedTitle  = regexp.MustCompile(`^(?:(?i:section|chapter|kapitel|abschnitt)\s+|§\s*)?((?:\d{1,2}|[A-Z])(?:\.\d{1,2})+|\d{1,2}|(?:[A-Z]|[IVX]{2,5})[.:)]|[A-Z]\d{1,2})(?:[.:)]?(?:\s|$))`)
	appendixTitle  = regexp.MustCompile(`^(?i:appendix|annex|anhang)\s+([A-Z]|\d{1,2}|[IVX]{1,5})\b`)
	equationNumber = regexp.MustCompile(`(?m)(?:[=≈≤≥<>∝→∼≡].*\((\d{1,3}[a-z]?(?:\.\d{1,3})*|[A-Z]\.?\d{1,2})\)[.,]?$|\\tag\{([^}\n]{1,8})\})`)
	partOfNumber   = regexp.MustCompile(`^((?:s|[a-z]\.?)?\d.*?)[a-z]$`)
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
		for _, k := range crossKinds {
			for _, m := range k.mark.FindAllStringSubmatchIndex(body[p.Start:p.End], -1) {
				numbers := article.Span{Start: p.Start + m[4], End: p.Start + m[5]}
				if elsewhereBefore.MatchString(tail(body[:p.Start+m[2]], 40)) || elsewhereAfter.MatchString(body[numbers.End:p.End]) {
					continue
				}
				for i, n := range aNumber.FindAllStringIndex(body[numbers.Start:numbers.End], -1) {
					s := article.Span{Start: numbers.Start + n[0], End: numbers.Start + n[1]}
					target, ok := targets.find(k.kind, body[s.Start:s.End])
					if i == 0 {
						s.Start = p.Start + m[2]
					}
					if !ok || isAt(body, target, s.Start) {
						continue
					}
					links = append(links, article.Link{Span: s, Text: safe.Line(body[s.Start:s.End]), Kind: linkKind(k.kind), Target: target})
				}
			}
		}
	}
	sort.SliceStable(links, func(i, j int) bool { return links[i].Start < links[j].Start })
	return links
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

func crossTargets(body string, blocks []article.Span, headings []article.Heading) targets {
	t := targets{}
	for _, b := range blocks {
		text := body[b.Start:b.End]
		for _, k := range crossKinds {
			if k.caption == nil {
				continue
			}
			if m := k.caption.FindStringSubmatch(text[:min(len(text), longestEquation)]); m != nil {
				t.add(k.kind, m[1], b.Start)
			}
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
