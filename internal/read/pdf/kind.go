package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
	"etal/internal/reflist"
)

// A body is how most of a text is set.
type body struct {
	size float64
	font *page.Font
}

// bodyShare is the share of the letters in the most frequent size that a larger one must have to be that of the
// body: in a short article the reference list, set small, is longer than the text.
const bodyShare = 0.5

func bodyOf(flow []*paragraph) body {
	type style struct {
		size float64
		font *page.Font
	}
	sizes, styles := map[float64]int{}, map[style]int{}
	most := 0
	for _, p := range flow {
		for _, r := range p.rows {
			for _, c := range r.cells {
				sizes[c.Size] += len(c.Glyphs)
				styles[style{c.Size, c.Font}] += len(c.Glyphs)
				most = max(most, sizes[c.Size])
			}
		}
	}
	var b body
	for size, n := range sizes {
		if float64(n) >= bodyShare*float64(most) {
			b.size = max(b.size, size)
		}
	}
	most = 0
	for s, n := range styles {
		if s.size == b.size && n > most {
			most, b.font = n, s.font
		}
	}
	return b
}

var (
	// captioned matches the beginning of a caption; the group is what parts its number from its text.
	captioned = lazyregexp.New(`^(?i:fig(?:ure|s?\.|ura)|tab(?:le|\.|elle|la|leau)|scheme|box|algorithm|listing|plate|chart|abb(?:ildung|\.)|рис(?:унок|\.)|таблица|supplementary (?:fig(?:ure|\.)|table)|extended data (?:fig(?:ure|\.)|table))\s*(?:S?\d{1,3}[a-z]?|[IVX]{1,6})(\s*[.:|–—]|\s*$|\s)`)
	// numbered matches the number of a section.
	numbered = lazyregexp.New(`^(?:(?i:section|chapter|appendix|part)\s+)?((?:\d{1,2}|[A-Z]|[IVX]{1,6})(?:\.\d{1,2}){0,4})[.)]?\s+\S`)
)

// noHeading matches text that is only set like a heading: keywords behind their name, dates.
var noHeading = lazyregexp.New(`(?i)^(?:index terms|key\s?words(?: and phrases)?|abstract|ccs concepts)\s*[:.—–-]+\s*\S|^\d{1,2}\.? \p{L}+ \d{4}$|^\p{L}+ \d{1,2}, \d{4}$`)

// longestHeading is how many rows a heading has at most.
const longestHeading = 4

// classify finds what each paragraph is.
func (r *reader) classify() {
	r.width = r.textWidth()
	r.findTitle()
	r.findHeads()
	r.findNotes()
	r.findAsides()
	r.joinCode()
	for _, p := range r.flow {
		if p.kind != running {
			continue
		}
		switch text := p.text(); {
		case r.isCaption(p, text):
			p.kind = caption
		case !isFixed(r.body) && p.isCode():
			p.kind = code
		case r.isFormula(p):
			p.kind = formula
		case p.isTable():
			p.kind = cells
		case r.isHeading(p, text):
			p.kind = heading
		case marker.MatchString(text):
			p.kind = item
		}
	}
	r.findCaptioned()
	r.growTables()
	r.findFront()
	r.followOutline()
	r.setLevels()
	r.findReferences()
	r.findLabels()
}

func (r *reader) isCaption(p *paragraph, text string) bool {
	m := captioned.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	if strings.TrimSpace(m[1]) != "" || len(m[0]) == len(text) {
		return true
	}
	first := p.first().cells[0]
	if next, _ := utf8.DecodeRuneInString(text[len(m[0]):]); unicode.IsUpper(next) && !p.isSetIn(r.body.font) {
		return true
	}
	return first.Size < r.body.size*0.95 || first.Glyphs[0].Font != nil && first.Glyphs[0].Font.Bold && !p.first().bold
}

// isSetIn reports whether a row of a paragraph is mostly set in a font.
func (p *paragraph) isSetIn(f *page.Font) bool {
	return slices.ContainsFunc(p.rows, func(w row) bool {
		return slices.ContainsFunc(w.cells, func(c layout.Line) bool { return isSameFont(c.Font, f) })
	})
}

// isSameFont reports whether two fonts of a file are the same, which may hold it in parts.
func isSameFont(a, b *page.Font) bool {
	return a == b || a != nil && b != nil && a.Name == b.Name && a.Name != ""
}

// joinCode joins rows of code, which their indents part, unless all of the text is in fixed pitch.
func (r *reader) joinCode() {
	if isFixed(r.body) {
		return
	}
	out := r.flow[:0]
	for _, p := range r.flow {
		if n := len(out) - 1; n >= 0 && p.after > 0 && p.after < 2.5*p.first().size && p.isFixed() && out[n].isFixed() {
			out[n].rows = append(out[n].rows, p.rows...)
			continue
		}
		out = append(out, p)
	}
	r.flow = out
}

func isFixed(b body) bool { return b.font != nil && b.font.Fixed }

// isFixed reports whether all rows of a paragraph are in fixed pitch.
func (p *paragraph) isFixed() bool {
	return !slices.ContainsFunc(p.rows, func(r row) bool { return !r.fixed })
}

func (p *paragraph) isCode() bool {
	if !p.isFixed() {
		return false
	}
	return len(p.rows) > 1 || p.first().left > p.left+p.first().size || p.after > 0 && p.first().right < p.right-4*p.first().size
}

// isTable reports whether most rows are cells beside each other.
func (p *paragraph) isTable() bool {
	several := 0
	for _, r := range p.rows {
		if len(r.cells) > 1 {
			several++
		}
	}
	return several > 0 && several*2 >= len(p.rows) && (several > 1 || len(p.first().cells) > 2)
}

// isHeading reports whether a paragraph is set like a heading.
func (r *reader) isHeading(p *paragraph, text string) bool {
	if len(p.rows) > longestHeading || len(text) > 200 || !hasLetters(text) || strings.HasPrefix(text, "(") || len(p.first().cells) > 1 && !numbered.MatchString(text) {
		return false
	}
	if noHeading.MatchString(text) {
		return false
	}
	if strings.HasSuffix(text, ",") || strings.HasSuffix(text, ";") || strings.Contains(text, "@") {
		return false
	}
	if reflist.IsHeading(text) {
		return true
	}
	first := p.first()
	large := first.size > r.body.size*1.06 && first.size >= r.body.size+0.4
	bold := true
	italic := true
	for _, w := range p.rows {
		bold, italic = bold && w.bold, italic && w.italic
	}
	styled := bold && !isBoldBody(r.body) || isCapitals(text) && len(text) > 3 || first.cells[0].Font != r.body.font && first.size >= r.body.size*0.9 && !first.italic && numbered.MatchString(text)
	sentence := endsSentence(text) && !strings.HasSuffix(text, "?") && !numbered.MatchString(text)
	switch {
	case large:
		return len(text) < 160 && !(sentence && len(text) > 60)
	case styled:
		return !sentence && len(text) < 140 && first.size >= r.body.size*0.79
	case italic:
		return !sentence && len(text) < 100 && len(p.rows) == 1 && first.size >= r.body.size*0.94
	}
	return false
}

func isBoldBody(b body) bool { return b.font != nil && b.font.Bold }

// isCapitals reports whether a text is set in capitals.
func isCapitals(s string) bool {
	upper, lower := 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	return upper > 2 && lower*8 <= upper
}

func hasLetters(s string) bool {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n > 2 || n > 0 && n*2 > len(s)
}

// A look is how a heading is set.
type look struct {
	size                   float64
	bold, italic, capitals bool
}

func lookOf(p *paragraph) look {
	f := p.first()
	return look{math.Round(f.size*2) / 2, f.bold, f.italic, isCapitals(p.text())}
}

// setLevels gives headings their levels: by their numbers, else as those that look alike, else by how large
// they are.
func (r *reader) setLevels() {
	levels := map[look]int{}
	var looks []look
	for _, p := range r.flow {
		if p.kind != heading {
			continue
		}
		if m := numbered.FindStringSubmatch(p.text()); p.level == 0 && m != nil && strings.ContainsAny(m[1], "0123456789") {
			p.level = 2 + strings.Count(m[1], ".")
		}
		if p.level == 0 && openings.MatchString(p.text()) {
			p.level = 2
		}
		l := lookOf(p)
		if _, seen := levels[l]; !seen {
			looks = append(looks, l)
		}
		if levels[l] == 0 {
			levels[l] = p.level
		}
	}
	for _, p := range r.flow {
		if p.kind == heading && p.level == 0 {
			l := lookOf(p)
			if p.level = levels[l]; p.level == 0 {
				p.level = l.rank(looks)
			}
		}
	}
}

// rank returns the level of headings without a number: below all that are larger, and below those in bold
// or capitals if it is set in italics.
func (l look) rank(looks []look) int {
	larger := map[float64]bool{}
	for _, o := range looks {
		if o.size > l.size {
			larger[o.size] = true
		}
	}
	level := 2 + len(larger)
	if !l.bold && l.italic && !l.capitals {
		level++
	}
	return min(level, maxLevel-1)
}
