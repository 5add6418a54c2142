// Package textrow puts the lines of a PDF into rows, and rows into paragraphs: by their indents, their distances, their
// ends and how they are set.
//
// The package must not know what a paragraph is for.
package textrow

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// A Row is lines beside each other: one in running text, the cells of a table else.
type Row struct {
	Cells []layout.Line
	Left, Right,
	Base, Size float64
	Bold, Italic, Fixed bool       // all of it
	GoesOn              bool       // with the cells of the row above
	Font                *page.Font // of all of it, else nil
}

// Text returns the text of a row.
func (r Row) Text() string {
	parts := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		parts[i] = c.Text()
	}
	return strings.Join(parts, " ")
}

// Of puts the lines of a block that stand beside each other into rows.
func Of(b layout.Block) []Row {
	var rows []Row
	for _, l := range b.Lines {
		if n := len(rows) - 1; n >= 0 && math.Abs(rows[n].Base-l.Base) < 0.3*max(l.Size, rows[n].Size) {
			r := &rows[n]
			r.Cells = append(r.Cells, l)
			r.Right = max(r.Right, l.Box.Right)
			continue
		}
		rows = append(rows, Row{Cells: []layout.Line{l}, Left: l.Box.Left, Right: l.Box.Right, Base: l.Base, Size: l.Size})
	}
	if b.Lines[0].IsRightToLeft() {
		mirror(rows, b.Box)
	}
	for i := range rows {
		rows[i].setStyle()
	}
	return rows
}

// mirror makes the borders of rows those that they would have if they were read from left to right.
func mirror(rows []Row, box page.Rect) {
	for i := range rows {
		r := &rows[i]
		r.Left, r.Right = box.Left+box.Right-r.Right, box.Left+box.Right-r.Left
	}
}

// wholeShare is the share of a row's letters that must be in a style for the row to be in it.
const wholeShare = 0.9

func (r *Row) setStyle() {
	bold, italic, fixed, all := 0, 0, 0, 0
	fonts := map[*page.Font]int{}
	for _, c := range r.Cells {
		for _, g := range c.Glyphs.All() {
			if g.Rune == ' ' || g.Font == nil {
				continue
			}
			all++
			fonts[g.Font]++
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
	r.Bold, r.Italic, r.Fixed = most(bold), most(italic), most(fixed)
	for f, n := range fonts {
		if most(n) {
			r.Font = f
		}
	}
}

// What parts paragraphs, in sizes of the type.
const (
	Indent          = 0.8
	ShortBy         = 3.0  // how much before the border a last line ends
	moreLeading     = 1.22 // the distance of paragraphs, in distances of lines
	LooseLeading    = 1.35 // the distance of lines, in sizes of the type, from which on they are set apart
	SizeStep        = 1.07
	longestRunIn    = 0.95 // of the width, of a heading without a blank below
	widestCentred   = 0.8  // the same, of rows that look centred among others that begin at the left border
	longestStacked  = 0.5  // the same, of one close above another in the same font
	longestCapitals = 0.75 // the same, of one that only its capitals tell
)

// A Part is rows that are a paragraph, in a block between two borders.
type Part struct {
	Rows        []Row
	Left, Right float64
	After       float64 // the distance to the row above in its block, in points; 0 for the first of a block
}

// Cut cuts a block into paragraphs.
func Cut(b layout.Block) []Part {
	rows := Of(b)
	closeHoles(rows)
	s := shapeOf(rows)
	var found []Part
	for i, r := range rows {
		if i == 0 || s.parts(rows, i) {
			p := Part{Left: s.left, Right: s.right}
			if i > 0 {
				p.After = r.Base - rows[i-1].Base
			}
			found = append(found, p)
		}
		p := &found[len(found)-1]
		p.Rows = append(p.Rows, r)
	}
	return found
}

// A shape is what the rows of a block have in common.
type shape struct {
	left, right float64 // most rows begin here, several at least, or the first; the longest ends here
	leading     float64
	hanging     bool // rows that go on are indented, and not those that begin
	justified   bool
	flush       bool // most rows begin at the left border
	mixed       bool // some rows are bold, others are not
}

func shapeOf(rows []Row) shape {
	var s shape
	lefts, leadings := map[int]int{}, []float64{}
	most := 0
	s.left = rows[0].Left
	for i, r := range rows {
		s.right = max(s.right, r.Right)
		key := int(math.Round(r.Left))
		if lefts[key]++; lefts[key] > most || lefts[key] == most && most > 1 && r.Left < s.left {
			most, s.left = lefts[key], r.Left
		}
		if i > 0 {
			leadings = append(leadings, r.Base-rows[i-1].Base)
		}
	}
	if len(leadings) > 0 {
		slices.Sort(leadings)
		s.leading = leadings[len(leadings)/2]
		if first := leadings[len(leadings)/4]; first > 0 && s.leading > 1.3*first {
			s.leading = first
		}
	}
	full, afterFull, afterShort, back := 0, 0, 0, 0
	for i, r := range rows {
		isFull := r.Right > s.right-ShortBy*r.Size
		if r.Right > s.right-r.Size {
			full++
		}
		if i+1 < len(rows) && rows[i+1].Left > r.Left+Indent*r.Size && rows[i+1].Left < r.Left+6*r.Size {
			if isFull && !isTerminated(r) {
				afterFull++
			} else {
				afterShort++
			}
		}
		if i+1 < len(rows) && isFull && !isTerminated(r) && r.Left > s.left+Indent*r.Size && rows[i+1].Left < s.left+Indent/2*r.Size {
			back++ // as the first rows of paragraphs, and others that begin with a picture
		}
	}
	s.justified = full*3 > len(rows)*2-2
	s.hanging = afterFull > afterShort && !(s.justified && back > afterFull)
	s.flush = most > 2 && most*2 > len(rows)
	s.mixed = slices.ContainsFunc(rows, func(r Row) bool { return r.Bold != rows[0].Bold })
	return s
}

// parts reports whether a new paragraph begins at a row.
func (s shape) parts(rows []Row, i int) bool {
	r, last := rows[i], rows[i-1]
	size := max(r.Size, last.Size)
	if isCentred(rows, i, s) {
		return size/min(r.Size, last.Size) > SizeStep || r.Bold != last.Bold || r.Base-last.Base > moreLeading*s.leading+1
	}
	short := last.Right < s.right-ShortBy*size
	switch {
	case size/min(r.Size, last.Size) > SizeStep && !isBrief(r) && !isBrief(last) && !last.endsIn(func(size float64) bool { return size == r.Size }):
		return true
	case (r.Bold != last.Bold || r.Italic != last.Italic || r.Fixed != last.Fixed) && (short || r.Left > last.Left+Indent*size || r.Base-last.Base > 1.1*s.leading) && styleChange(r, last) && !BeginsLower(r.Text()):
		return true
	case r.Base-last.Base > moreLeading*s.leading+1:
		return true
	case BeginsAmid(r.Text()):
		return false
	case s.isRunIn(last, r), s.mixed && s.isStacked(last, r):
		return true
	case r.Bold && last.Bold && r.Base-last.Base > LooseLeading*size && last.Right+r.FirstWord()+size/4 < s.right:
		return true // a heading above another: the word would have found room
	case r.Bold && last.Bold && sectionNumber.MatchString(r.Text()) && sectionNumber.MatchString(last.Text()):
		return true
	case Bullet.MatchString(r.Text()) && !isSeparated(last, r) && (short || isTerminated(last) || !Dash.MatchString(r.Text()) || isListed(rows[:i], r)):
		return true
	case s.hanging && r.Left < last.Left-Indent*size, s.hanging && r.Left < s.left+Indent/2*size && last.Left < s.left+Indent/2*size && s.left < rows[0].Left+size && short:
		return true
	case !s.hanging && r.Left > s.left+Indent*size && last.Left < r.Left-Indent*size/2 && (short || isTerminated(last)):
		return true
	case !s.hanging && r.Left > s.left+Indent*size && last.Left > s.left+Indent*size && isTerminated(last) && last.Left < s.left+6*size && short:
		return true
	case r.Left < s.left-Indent*size && !s.hanging && last.Left >= s.left-Indent*size/2 && isTerminated(last):
		return true
	case short && s.justified && isTerminated(last), last.Right < s.left+0.5*(s.right-s.left) && isTerminated(last):
		return true
	case Marker.MatchString(r.Text()) && (short || isTerminated(last)) && !goesOnCounting(rows[:i], r):
		return true
	case goesOnNumbering(rows[:i], r):
		return true
	case beginsCaption.MatchString(r.Text()) && short && last.Right < s.left+longestStacked*(s.right-s.left):
		return true
	}
	return false
}

// beginsCaption matches the beginning of a caption, which a sentence hardly has at the beginning of a row.
var beginsCaption = lazyregexp.New(`^(?:Fig(?:ure|\.)|FIGURE|Table|TABLE) (?:\d{1,2}|[IVX]{1,5})[.:] \p{Lu}`)

// counter matches the number in parentheses at the beginning of an item.
var counter = lazyregexp.New(`^(\(?)(\d{1,2})\) `)

// goesOnCounting reports whether a row begins with a number in parentheses before which the text above counts, amid its
// rows only.
func goesOnCounting(above []Row, r Row) bool {
	m := counter.FindStringSubmatch(r.Text())
	if m == nil {
		return false
	}
	n, _ := strconv.Atoi(m[2])
	before := m[1] + strconv.Itoa(n-1) + ") "
	amid := false
	for _, o := range above {
		text := o.Text()
		if counter.MatchString(text) {
			return false
		}
		amid = amid || strings.Contains(text, " "+before)
	}
	return amid
}

// numbered matches a row that begins with a name and a number: "Group 2:".
var numbered = lazyregexp.New(`^(\p{Lu}\p{L}+) (\d{1,2}): \S`)

// farthestNumber is how many rows lie between two numbers at most.
const farthestNumber = 30

// goesOnNumbering reports whether a row begins with the name that begins a row above, and the next number.
func goesOnNumbering(above []Row, r Row) bool {
	m := numbered.FindStringSubmatch(r.Text())
	if m == nil {
		return false
	}
	n, _ := strconv.Atoi(m[2])
	before := m[1] + " " + strconv.Itoa(n-1) + ": "
	above = above[max(0, len(above)-farthestNumber):]
	return slices.ContainsFunc(above, func(o Row) bool { return strings.HasPrefix(o.Text(), before) })
}

// isRunIn reports whether a row is a heading close above text: a brief one in a font of its own, or in capitals.
func (s shape) isRunIn(last, r Row) bool {
	share := (last.Right - s.left) / (s.right - s.left)
	if share > longestRunIn || last.Left > s.left+last.Size || isTerminated(last) || !BeginsUpper(r.Text()) || !HasLetters(last.Text()) || counted.MatchString(last.Text()) {
		return false
	}
	return last.Font != nil && !IsSameFont(last.Font, r.Cells[0].Font) || share < longestCapitals && IsCapitals(last.Text()) && !IsCapitals(r.Text())
}

// isStacked reports whether a row is a brief heading close above another, which begins as far to the left: the next
// words would have found room.
func (s shape) isStacked(last, r Row) bool {
	return r.Bold && last.Bold && last.Right < s.left+longestStacked*(s.right-s.left) && last.Right+2*r.FirstWord()+r.Size < s.right &&
		math.Abs(last.Left-s.left) < r.Size/4 && math.Abs(r.Left-s.left) < r.Size/4 &&
		BeginsUpper(last.Text()) && BeginsUpper(r.Text()) && HasLetters(last.Text()) && !isTerminated(last) && !goesOn.MatchString(last.Text())
}

// goesOn matches a row of a heading that ends amid it.
var goesOn = lazyregexp.New(`(?i)[,&-]$|\b(?:a|an|the|and|or|of|for|to|in|on|at|by|with|from|using|as|its|und|oder|der|die|das|des|für|von|zur?|im|et|ou|de|du|des|les?|la|y|del?|los|en)$`)

// isSeparated reports whether a row begins with a sign that parts words in the row above, as some part keywords.
func isSeparated(last, r Row) bool {
	sign, _ := utf8.DecodeRuneInString(r.Text())
	above := last.Text()
	return strings.Contains(above, " "+string(sign)+" ") && !strings.HasPrefix(above, string(sign))
}

// isListed reports whether rows have an item before a row that begins with a dash, which else may go on with a
// sentence.
func isListed(rows []Row, r Row) bool {
	return slices.ContainsFunc(rows, func(o Row) bool { return Bullet.MatchString(o.Text()) && math.Abs(o.Left-r.Left) < Indent*r.Size })
}

// BeginsUpper reports whether a text begins with a capital letter.
func BeginsUpper(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first)
}

// counted matches the first row of a caption: "TABLE IV".
var counted = lazyregexp.New(`^\p{L}+\s+[IVXLC\d]+\.?$`)

// BeginsLower reports whether a text begins with a small letter.
func BeginsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

// FirstWord returns how wide the first word of a row is, or the first sign of a script that divides anywhere.
func (r Row) FirstWord() float64 {
	glyphs := r.Cells[0].Glyphs
	if isIdeographic(r) {
		return glyphs.At(0).Box.Width()
	}
	if i := glyphs.Index(' '); i >= 0 {
		return glyphs.At(i).Box.Left - glyphs.At(0).Box.Left
	}
	return r.Cells[0].Box.Width()
}

// styleChange reports whether two rows differ in a style that one is all set in.
func styleChange(a, b Row) bool {
	return a.Bold != b.Bold || a.Italic != b.Italic || a.Fixed != b.Fixed
}

// isBrief reports whether a row has few letters, as one with an index has.
func isBrief(r Row) bool { return len(r.Cells) == 1 && r.Cells[0].Glyphs.Len() < 4 }

// isCentred reports whether a row and the one before it stand in the middle of their block, as titles do.
func isCentred(rows []Row, i int, s shape) bool {
	a, b := rows[i-1], rows[i]
	middle := (s.left + s.right) / 2
	in := func(r Row) bool {
		return math.Abs((r.Left+r.Right)/2-middle) < r.Size/2+2 && r.Left > s.left-1
	}
	width := min(a.Right-a.Left, b.Right-b.Left)
	return !s.justified && !(s.flush && width > widestCentred*(s.right-s.left)) && math.Abs((a.Left+a.Right)/2-(b.Left+b.Right)/2) < 3 && math.Abs(a.Left-b.Left) > a.Size && (in(a) || in(b) || len(rows) == 2)
}

// Bullets are the signs at which items begin that have no numbers.
const Bullets = "•◦▪‣∙○●■□◆◇✓✔➢►▶⁃–·‒-"

// Bullet matches the sign at the beginning of an item; Marker also numbers and letters there. Dash matches a dash that
// may be one, or stand within a sentence.
var (
	Dash   = lazyregexp.New(`^[–·‒-] \p{Ll}`)
	Bullet = lazyregexp.New(`^[•◦▪‣∙○●■□◆◇✓✔➢►▶⁃–·‒] \S|^- \p{L}|^[•◦▪‣●■]`)
	Marker = lazyregexp.New(`^(?:[•◦▪‣∙○●■□◆◇✓✔➢►▶⁃–·‒]\s|- |(?:\(?\d{1,2}[.)]|\(?[a-z]\)|\([ivx]{1,5}\)|[ivx]{1,5}\)) )`)
)

// sectionNumber matches the number at the beginning of a heading.
var sectionNumber = lazyregexp.New(`^\d{1,2}(?:\.\d{1,2})*\.?\s+\p{L}`)

// closers may stand behind the end of a sentence.
const closers = `"'”’»)]›*†‡`

// isTerminated reports whether a row ends a sentence.
func isTerminated(r Row) bool { return EndsSentence(r.Text()) }

// EndsSentence reports whether a text ends with the sign of a sentence's end, before brackets and raised numbers.
func EndsSentence(s string) bool {
	s = strings.TrimRight(s, closers+" ")
	s = strings.TrimRightFunc(s, func(c rune) bool { return unicode.IsDigit(c) || c == ',' || c == '–' })
	s = strings.TrimRight(s, closers+" ")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!:;。？！", last)
}

// IsSameFont reports whether two fonts of a file are the same, which may hold it in parts.
func IsSameFont(a, b *page.Font) bool {
	return a == b || a != nil && b != nil && a.Name == b.Name && a.Name != ""
}

// IsCapitals reports whether a text is set in capitals.
func IsCapitals(s string) bool {
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

// HasLetters reports whether a text has a word of three letters: formulae have fewer.
func HasLetters(s string) bool {
	n := 0
	for _, c := range s {
		if n++; !unicode.IsLetter(c) {
			n = 0
		}
		if n > 2 {
			return true
		}
	}
	return false
}
