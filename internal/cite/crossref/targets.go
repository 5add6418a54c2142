package crossref

import (
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
)

var (
	// captioned matches the number behind the first word of a caption, up to what tells that
	// the block is one.
	captioned = lazyregexp.New(`^\.?` + scan.Gap + `(` + crossNumber + `)(?:[*_]+|\s*[.:|–—-]|\s+[\p{Lu}*(]|\s*\n|\s*$)`)
	// numberedByChapter matches such a number with that of its chapter: Table 2-3.
	numberedByChapter = lazyregexp.New(`^\.?` + scan.Gap + `(\d{1,2}-\d{1,3})(?:[.:]?\s|$)`)
	numberedTitle     = lazyregexp.New(`^(?:(?i:section|chapter|kapitel|abschnitt)\s+|§\s*)?((?:\d{1,2}|[A-Z])(?:\.\d{1,2})+|\d{1,2}|(?:[A-Z]|[IVX]{2,5})[.:)]|[A-Z]\d{1,2})(?:[.:)]?(?:\s|$))`)
	appendixTitle     = lazyregexp.New(`^(?i:appendix|annex|anhang)\s+([A-Z]|\d{1,2}|[IVX]{1,5})\b`)
	equationNumber    = lazyregexp.New(`(?m)(?:[=≈≤≥<>∝→∼≡].*\((\d{1,3}[a-z]?(?:\.\d{1,3})*|[A-Z]\.?\d{1,2})\)[.,]?(?:[ \t]*(?:\$\$|\\\])[.,]?)?$|\\tag\{([^}\n]{1,8})\})`)
	// partOfNumber matches the number of a part, such as 3a, with that of the whole.
	partOfNumber = lazyregexp.New(`^((?:s|[a-z]\.?)?\d.*?)\.?[a-z]$`)
)

// longestNumberedBlock is the length in bytes of the longest equation that has a number, and of
// the beginning of a block that may be a caption.
const longestNumberedBlock = 200

// A crossTarget identifies what a cross-reference leads to.
type crossTarget struct {
	kind   article.LinkKind
	number string // folded
}

// targets are the offsets of an article's cross-reference targets.
type targets map[crossTarget]int

// crossTargets returns the captions, numbered equations and numbered headings of an article.
func crossTargets(body string, blocks []article.Span, headings []article.Heading) targets {
	t := targets{}
	for _, b := range blocks {
		t.addCaption(body[b.Start:b.End], b.Start)
		t.addEquations(body[b.Start:b.End], b.Start)
	}
	var chapter article.Heading // the last whose number may be Roman
	roman := ""
	for _, h := range headings {
		title := h.Title.String()
		if m := appendixTitle.FindStringSubmatch(title); m != nil {
			t.add(appendix, m[1], h.Start)
		} else if m := numberedTitle.FindStringSubmatch(title); m != nil {
			t.add(article.Section, m[1], h.Start)
			number := foldNumber(m[1])
			switch {
			case roman != "" && h.Level > chapter.Level:
				t.add(article.Section, roman+"-"+number, h.Start)
			case romanNumber.MatchString(number):
				chapter, roman = h, number
			}
		}
	}
	return t
}

// addCaption adds the figure or table whose caption the block is, if it is one.
func (t targets) addCaption(block string, offset int) {
	begin := strings.TrimLeft(block[:min(len(block), longestNumberedBlock)], markupSigns+"\n")
	words := crossWordsIn(begin[:min(len(begin), longestCrossWord+1)])
	if len(words) == 0 || words[0].Start > 0 || linkKind(words[0].kind) != article.Figure && words[0].kind != article.Table {
		return
	}
	if m := numberedByChapter.FindStringSubmatch(begin[words[0].End:]); m != nil {
		t.add(words[0].kind, m[1], offset)
	}
	if m := captioned.FindStringSubmatch(begin[words[0].End:]); m != nil {
		t.add(words[0].kind, m[1], offset)
	}
}

// addEquations adds the numbered equations in a block.
func (t targets) addEquations(block string, offset int) {
	if !mightEndInNumber(block) {
		return
	}
	for _, m := range equationNumber.FindAllStringSubmatchIndex(block, -1) {
		line := strings.LastIndexByte(block[:m[0]], '\n') + 1
		if m[1]-line > longestNumberedBlock {
			continue
		}
		number := m[2:4] // in parentheses
		if number[0] < 0 {
			number = m[4:6] // in \tag{…}
		}
		t.add(article.Equation, block[number[0]:number[1]], offset+line)
	}
}

// mightEndInNumber reports whether a block may have the number of an equation. It is much faster
// than the regular expression.
func mightEndInNumber(block string) bool {
	return strings.Contains(block, ")\n") || strings.HasSuffix(strings.TrimRight(block, `., $\]`), ")") || strings.Contains(block, `\tag`)
}

// add adds a target, unless one of its kind and number is known.
func (t targets) add(kind article.LinkKind, number string, offset int) {
	key := crossTarget{kind, foldNumber(number)}
	if _, known := t[key]; !known {
		t[key] = offset
	}
}

// romanNumber matches a Roman number, and subsection that of a section with the letter of a part of it, folded.
var (
	romanNumber = lazyregexp.New(`^[ivx]+$`)
	subsection  = lazyregexp.New(`^([ivx]+)[-.]([a-h])$`)
)

// find returns the offset of the target with a number, or of the one that it is part of: Fig. 3a
// is in Fig. 3. It reports whether there is one.
func (t targets) find(kind article.LinkKind, number string) (offset int, ok bool) {
	number = foldNumber(number)
	if offset, ok = t[crossTarget{kind, number}]; ok {
		return offset, true
	}
	if m := subsection.FindStringSubmatch(number); m != nil {
		if offset, ok = t[crossTarget{kind, m[1] + "-" + m[2]}]; !ok {
			offset, ok = t[crossTarget{kind, m[1]}]
		}
		return offset, ok
	}
	if m := partOfNumber.FindStringSubmatch(number); m != nil {
		offset, ok = t[crossTarget{kind, m[1]}]
	}
	if !ok && kind == appendix {
		return t.find(article.Section, number)
	}
	return offset, ok
}

// foldNumber returns a number in lower case, without parentheses, blanks or full stops around it.
func foldNumber(number string) string {
	return strings.ToLower(strings.Trim(strings.NewReplacer("(", "", ")", "", " ", "", ":", "").Replace(number), "."))
}
