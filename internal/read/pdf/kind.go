package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/equation"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/raised"
	"etal/internal/read/pdf/textrow"
	"etal/internal/reflist"
)

// A body is how most of a text is set.
type body struct {
	size float64
	font *page.Font
}

// fewestBefore is how many paragraphs must stand before the heading of the reference list for the body to be found
// in them.
const fewestBefore = 10

func bodyOf(flow []*paragraph) body {
	for i := len(flow) - 1; i >= fewestBefore; i-- {
		if reflist.IsHeading(flow[i].text()) {
			flow = flow[:i]
			break
		}
	}
	var rows [][]textrow.Row
	for _, p := range flow {
		rows = append(rows, p.rows)
	}
	var b body
	b.size, b.font = textrow.Usual(rows)
	return b
}

// captioned matches the beginning of a caption; the group is what parts its number from its text.
var captioned = lazyregexp.New(`^(?i:fig(?:ures?|s|ura)?\.?|tab(?:le|\.|elle|la|leau)|scheme|box|algorithm|listing|plate|chart|abb(?:ildung|\.)|рис(?:унок|\.)|таблица|supplementary (?:fig(?:ure|\.)|table)|extended data (?:fig(?:ure|\.)|table))\s*(?:S?\d{1,3}[a-z]?|[IVX]{1,6})(\s*[.:|–—]|\s*$|\s)`)

// longestHeading is how many rows a heading has at most.
const longestHeading = 4

// classify finds what each paragraph is.
func (r *reader) classify() {
	r.width = r.textWidth()
	r.findTitle()
	r.findHeads()
	r.findNotes()
	r.splitNotes()
	r.findAsides()
	r.findPromotions()
	r.joinCode()
	display := r.displayFonts()
	for i, p := range r.flow {
		if p.kind != running {
			continue
		}
		switch text := p.text(); {
		case r.isCaption(p, text):
			p.kind = caption
		case !isFixed(r.body) && p.isCode():
			p.kind = code
		case r.math.Is(p.rows, p.left):
			p.kind = formula
		case p.isTable():
			p.kind = cells
		case r.isHeading(p, text) || display[p.typeface()] && isBriefTitle(p):
			p.kind = heading
		case textrow.Marker.MatchString(text) && !r.isDash(i) && (text[0] != '-' || textrow.HasLetters(text)):
			p.kind = item
		}
	}
	r.joinFormulae()
	r.joinCaptions()
	r.dropWeakHeadings()
	r.findCaptioned()
	r.growTables()
	r.findFront()
	r.followOutline()
	r.setLevels()
	r.findReferences()
	r.findLabels()
	r.placeFloats()
}

func (r *reader) isCaption(p *paragraph, text string) bool {
	m := captioned.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	if strings.TrimSpace(m[1]) != "" || len(m[0]) == len(text) {
		return true
	}
	first := p.first().Cells[0]
	if next, _ := utf8.DecodeRuneInString(text[len(m[0]):]); unicode.IsUpper(next) && (!p.isSetIn(r.body.font) || textrow.IsCapitals(text)) {
		return true
	}
	return first.Size < r.body.size*0.95 || first.Glyphs.At(0).Font != nil && first.Glyphs.At(0).Font.Bold && !p.first().Bold
}

// isDash reports whether a paragraph goes on, with a dash, with a sentence of the text before it.
func (r *reader) isDash(i int) bool {
	if !textrow.Dash.MatchString(r.flow[i].text()) {
		return false
	}
	for k := i - 1; k >= 0 && k > i-farthestPart; k-- {
		switch p := r.flow[k]; p.kind {
		case running:
			return !textrow.EndsSentence(p.last().Text()) && p.last().Right > p.right-textrow.ShortBy*p.last().Size && len(p.rows) > 1
		case heading, title, item:
			return false
		}
	}
	return false
}

// isSetIn reports whether a row of a paragraph is mostly set in a font.
func (p *paragraph) isSetIn(f *page.Font) bool {
	return slices.ContainsFunc(p.rows, func(w textrow.Row) bool {
		return slices.ContainsFunc(w.Cells, func(c layout.Line) bool { return textrow.IsSameFont(c.Font, f) })
	})
}

// joinCode joins rows of code, which their indents part, unless all of the text is in fixed pitch.
func (r *reader) joinCode() {
	if isFixed(r.body) {
		return
	}
	out := r.flow[:0]
	for _, p := range r.flow {
		if n := len(out) - 1; n >= 0 && p.after > 0 && p.after < 2.5*p.first().Size && p.isFixed() && out[n].isFixed() && out[n].ruling == nil {
			out[n].rows = append(out[n].rows, p.rows...)
			continue
		}
		out = append(out, p)
	}
	r.flow = out
}

// joinFormulae joins a formula with its parts beside it, which large signs and limits stand apart from.
func (r *reader) joinFormulae() {
	out := r.flow[:0]
	for _, p := range r.flow {
		n := len(out) - 1
		if n >= 0 && (p.kind == formula || out[n].kind == formula) && p.page == out[n].page && p.isOfFormula() && out[n].isOfFormula() {
			if row, ok := equation.Join(out[n].rows, p.rows); ok {
				out[n].rows, out[n].kind = []textrow.Row{row}, formula
				continue
			}
		}
		out = append(out, p)
	}
	r.flow = out
}

// isOfFormula reports whether a paragraph is a formula, or may be a part of one.
func (p *paragraph) isOfFormula() bool {
	return p.kind == formula || (p.kind == running || p.kind == heading) && equation.MayBePart(p.rows)
}

func isFixed(b body) bool { return b.font != nil && b.font.Fixed }

// isFixed reports whether all rows of a paragraph are in fixed pitch.
func (p *paragraph) isFixed() bool {
	return !slices.ContainsFunc(p.rows, func(r textrow.Row) bool { return !r.Fixed })
}

func (p *paragraph) isCode() bool {
	if !p.isFixed() {
		return false
	}
	return len(p.rows) > 1 || p.first().Left > p.left+p.first().Size || p.after > 0 && p.first().Right < p.right-4*p.first().Size
}

// isTable reports whether most rows are cells beside each other.
func (p *paragraph) isTable() bool { return textrow.MostlyCells(p.rows) }

// isHeading reports whether a paragraph is set like a heading.
func (r *reader) isHeading(p *paragraph, text string) bool {
	if len(p.rows) > longestHeading || len(text) > 200 || !textrow.HasLetters(text) || strings.HasPrefix(text, "(") || len(p.first().Cells) > 1 && !levels.IsNumbered(text) {
		return false
	}
	if levels.OnlyLooksSo(text) || textrow.Bullet.MatchString(text) || raised.Start(p.first().Cells[0]) != "" {
		return false // where authors work, a note
	}
	if strings.HasSuffix(text, ",") || strings.HasSuffix(text, ";") || strings.Contains(text, "@") {
		return false
	}
	if reflist.IsHeading(text) || p.page == 1 && len(p.rows) == 1 && levels.IsAbstract(text) {
		return true
	}
	first := p.first()
	large := first.Size > r.body.size*1.06 && first.Size >= r.body.size+0.4
	bold := true
	italic := true
	for _, w := range p.rows {
		bold, italic = bold && w.Bold, italic && w.Italic
	}
	styled := bold && !isBoldBody(r.body) || textrow.IsCapitals(text) && len(text) > 3 || !textrow.IsSameFont(first.Cells[0].Font, r.body.font) && first.Size >= r.body.size*0.9 && !first.Italic && levels.IsNumbered(text)
	sentence := textrow.EndsSentence(text) && !strings.HasSuffix(text, "?") && !levels.IsNumbered(text)
	switch {
	case large:
		return len(text) < 160 && !(sentence && len(text) > 60) && !first.IsRunIn()
	case styled:
		return !sentence && len(text) < 140 && first.Size >= r.body.size*0.79
	case italic:
		return !textrow.EndsSentence(text) && levels.IsTitle(text) && len(text) < 100 && len(p.rows) == 1 && first.Size >= r.body.size*0.94
	}
	return false
}

func isBoldBody(b body) bool { return b.font != nil && b.font.Bold }
