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
)

// A row is lines beside each other: one in running text, the cells of a table else.
type row struct {
	cells []layout.Line
	left, right,
	base, size float64
	bold, italic, fixed bool // all of it
	goesOn              bool // with the cells of the row above
}

func (r row) text() string {
	parts := make([]string, len(r.cells))
	for i, c := range r.cells {
		parts[i] = c.Text()
	}
	return strings.Join(parts, " ")
}

// A paragraph is rows that belong together.
type paragraph struct {
	rows        []row
	kind        kind
	page        int
	column      int
	left, right float64 // the borders of the block around it
	after       float64 // the blank above it, in points; 0 at the top of a block
	mark        string  // of a note
	front       bool    // it belongs to the article's head: authors and where they work
	level       int     // of a heading
}

// A kind is what a paragraph is.
type kind int

const (
	running kind = iota
	heading
	caption
	note
	formula
	cells
	code
	item
	title
	reference
	sidenote // a note in the margin
	aside    // text beside the article, which is left out
)

func (p *paragraph) first() row { return p.rows[0] }
func (p *paragraph) last() row  { return p.rows[len(p.rows)-1] }

func (p *paragraph) text() string {
	parts := make([]string, len(p.rows))
	for i, r := range p.rows {
		parts[i] = r.text()
	}
	return strings.Join(parts, " ")
}

// box returns the area of a paragraph.
func (p *paragraph) box() page.Rect {
	box := p.rows[0].cells[0].Box
	for _, r := range p.rows {
		for _, c := range r.cells {
			box = box.Union(c.Box)
		}
	}
	return box
}

// rowsOf puts the lines of a block that stand beside each other into rows.
func rowsOf(b layout.Block) []row {
	var rows []row
	for _, l := range b.Lines {
		if n := len(rows) - 1; n >= 0 && math.Abs(rows[n].base-l.Base) < 0.3*max(l.Size, rows[n].size) {
			r := &rows[n]
			r.cells = append(r.cells, l)
			r.right = max(r.right, l.Box.Right)
			continue
		}
		rows = append(rows, row{cells: []layout.Line{l}, left: l.Box.Left, right: l.Box.Right, base: l.Base, size: l.Size})
	}
	for i := range rows {
		rows[i].setStyle()
	}
	return rows
}

// wholeShare is the share of a row's letters that must be in a style for the row to be in it.
const wholeShare = 0.9

func (r *row) setStyle() {
	bold, italic, fixed, all := 0, 0, 0, 0
	for _, c := range r.cells {
		for _, g := range c.Glyphs {
			if g.Rune == ' ' || g.Font == nil {
				continue
			}
			all++
			if g.Font.Bold {
				bold++
			}
			if g.Font.Italic {
				italic++
			}
			if g.Font.Fixed {
				fixed++
			}
		}
	}
	most := func(n int) bool { return float64(n) >= wholeShare*float64(all) && all > 0 }
	r.bold, r.italic, r.fixed = most(bold), most(italic), most(fixed)
}

// What parts paragraphs, in sizes of the type.
const (
	indent       = 0.8
	shortBy      = 3.0  // how much before the border a last line ends
	moreLeading  = 1.22 // the distance of paragraphs, in distances of lines
	looseLeading = 1.35 // the distance of lines, in sizes of the type, from which on they are set apart
	sameSizeStep = 1.07
)

// paragraphs cuts a block into paragraphs.
func paragraphs(b layout.Block) []*paragraph {
	rows := rowsOf(b)
	s := shapeOf(rows)
	var found []*paragraph
	for i, r := range rows {
		if i == 0 || s.parts(rows, i) {
			p := &paragraph{page: b.Page, column: b.Column, left: s.left, right: s.right}
			if i > 0 {
				p.after = r.base - rows[i-1].base
			}
			found = append(found, p)
		}
		p := found[len(found)-1]
		p.rows = append(p.rows, r)
	}
	return found
}

// A shape is what the rows of a block have in common.
type shape struct {
	left, right float64 // most rows begin here; the longest ends here
	leading     float64
	hanging     bool // rows that go on are indented, and not those that begin
	justified   bool
}

func shapeOf(rows []row) shape {
	var s shape
	lefts, leadings := map[int]int{}, []float64{}
	most := 0
	s.left = rows[0].left
	for i, r := range rows {
		s.right = max(s.right, r.right)
		key := int(math.Round(r.left))
		if lefts[key]++; lefts[key] > most {
			most, s.left = lefts[key], r.left
		}
		if i > 0 {
			leadings = append(leadings, r.base-rows[i-1].base)
		}
	}
	if len(leadings) > 0 {
		slices.Sort(leadings)
		s.leading = leadings[len(leadings)/2]
		if first := leadings[len(leadings)/4]; first > 0 && s.leading > 1.3*first {
			s.leading = first
		}
	}
	full, afterFull, afterShort := 0, 0, 0
	for i, r := range rows {
		isFull := r.right > s.right-shortBy*r.size
		if r.right > s.right-r.size {
			full++
		}
		if i+1 < len(rows) && rows[i+1].left > r.left+indent*r.size && rows[i+1].left < r.left+6*r.size {
			if isFull && !isTerminated(r) {
				afterFull++
			} else {
				afterShort++
			}
		}
	}
	s.justified = full*3 > len(rows)*2-2
	s.hanging = afterFull > afterShort
	return s
}

// parts reports whether a new paragraph begins at a row.
func (s shape) parts(rows []row, i int) bool {
	r, last := rows[i], rows[i-1]
	size := max(r.size, last.size)
	if isCentred(rows, i, s) {
		return size/min(r.size, last.size) > sameSizeStep || r.bold != last.bold || r.base-last.base > moreLeading*s.leading+1
	}
	short := last.right < s.right-shortBy*size
	switch {
	case size/min(r.size, last.size) > sameSizeStep && !isBrief(r) && !isBrief(last):
		return true
	case (r.bold != last.bold || r.italic != last.italic || r.fixed != last.fixed) && (short || r.left > last.left+indent*size || r.base-last.base > 1.1*s.leading) && styleChange(r, last):
		return true
	case r.base-last.base > moreLeading*s.leading+1:
		return true
	case r.bold && last.bold && r.base-last.base > looseLeading*size && last.right+r.firstWord()+size/4 < s.right:
		return true // a heading above another: the word would have found room
	case r.bold && last.bold && sectionNumber.MatchString(r.text()) && sectionNumber.MatchString(last.text()):
		return true
	case bullet.MatchString(r.text()):
		return true
	case s.hanging && r.left < last.left-indent*size, s.hanging && r.left < s.left+indent/2*size && last.left < s.left+indent/2*size && s.left < rows[0].left+size && short:
		return true
	case !s.hanging && r.left > s.left+indent*size && last.left < r.left-indent*size/2 && (short || isTerminated(last)):
		return true
	case !s.hanging && r.left > s.left+indent*size && last.left > s.left+indent*size && isTerminated(last) && last.left < s.left+6*size && short:
		return true
	case r.left < s.left-indent*size && !s.hanging && last.left >= s.left-indent*size/2 && isTerminated(last):
		return true
	case short && s.justified && isTerminated(last), last.right < s.left+0.5*(s.right-s.left) && isTerminated(last):
		return true
	case marker.MatchString(r.text()) && (short || isTerminated(last)):
		return true
	}
	return false
}

// firstWord returns how wide the first word of a row is.
func (r row) firstWord() float64 {
	glyphs := r.cells[0].Glyphs
	for _, g := range glyphs {
		if g.Rune == ' ' {
			return g.Box.Left - glyphs[0].Box.Left
		}
	}
	return r.cells[0].Box.Width()
}

// styleChange reports whether two rows differ in a style that one is all set in.
func styleChange(a, b row) bool {
	return a.bold != b.bold || a.italic != b.italic || a.fixed != b.fixed
}

// isBrief reports whether a row has few letters, as one with an index has.
func isBrief(r row) bool { return len(r.cells) == 1 && len(r.cells[0].Glyphs) < 4 }

// isCentred reports whether a row and the one before it stand in the middle of their block, as titles do.
func isCentred(rows []row, i int, s shape) bool {
	a, b := rows[i-1], rows[i]
	middle := (s.left + s.right) / 2
	in := func(r row) bool {
		return math.Abs((r.left+r.right)/2-middle) < r.size/2+2 && r.left > s.left-1
	}
	return !s.justified && math.Abs((a.left+a.right)/2-(b.left+b.right)/2) < 3 && math.Abs(a.left-b.left) > a.size && (in(a) || in(b) || len(rows) == 2)
}

// bullet matches the sign at the beginning of an item; marker also numbers and letters there.
var (
	bullet = lazyregexp.New(`^[•◦▪‣∙○●■□–·‒] \S|^[•◦▪‣●■]`)
	marker = lazyregexp.New(`^(?:[•◦▪‣∙○●■□–·‒]\s|(?:\(?\d{1,2}[.)]|\(?[a-z]\)|\([ivx]{1,5}\)|[ivx]{1,5}\)) )`)
)

// sectionNumber matches the number at the beginning of a heading.
var sectionNumber = lazyregexp.New(`^\d{1,2}(?:\.\d{1,2})*\.?\s+\p{L}`)

// closers may stand behind the end of a sentence.
const closers = `"'”’»)]›*†‡`

// isTerminated reports whether a row ends a sentence.
func isTerminated(r row) bool { return endsSentence(r.text()) }

func endsSentence(s string) bool {
	s = strings.TrimRight(s, closers+" ")
	s = strings.TrimRightFunc(s, func(c rune) bool { return unicode.IsDigit(c) || c == ',' || c == '–' || c == '-' && false })
	s = strings.TrimRight(s, closers+" ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!:;。？！", last)
}
