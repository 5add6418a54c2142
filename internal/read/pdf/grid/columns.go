package grid

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// A column is where the cells of a table's column stand.
type column struct {
	left, right float64
	start       float64 // where most of its cells begin
}

func (c column) middle() float64 { return (c.left + c.right) / 2 }

const (
	leastSupport  = 2   // rows that have a gap between two columns
	fewRows       = 4   // of which one does
	leastOfColumn = 1.0 // points between two columns
	wideBlank     = 0.5 // sizes of the type, of a blank that parts cells
	wideFixed     = 1.3 // the same, of a font of fixed pitch
	closeName     = 6.0 // points between a name without cells and the column that it names
	atStart       = 1.5 // points from where the cells of a column begin
	mostSplit     = 4   // of so many rows one may have two cells in a column
	mostTried     = 200 // rows, of which each is left out to find the columns of the others
	oneOf         = 10  // and of so many one may cross them
)

// columnsOf returns the columns of rows, the first of which name them: nil if they are not clear.
func columnsOf(rows []Row, head int) []column {
	voting := votersOf(rows, head)
	columns := between(voting)
	for range len(voting) / oneOf {
		if len(voting) > mostTried {
			break
		}
		without := -1
		for i := range voting {
			if others := between(slices.Delete(slices.Clone(voting), i, i+1)); len(others) > len(columns) {
				without, columns = i, others
			}
		}
		if without < 0 {
			break
		}
		voting = slices.Delete(voting, without, without+1)
	}
	if most := mostCells(voting); most > len(columns) {
		fullest := slices.DeleteFunc(slices.Clone(voting), func(v voter) bool { return len(v.Lines) < most })
		if others := between(fullest); len(others) == most {
			columns = others
		}
	}
	columns = joinHeads(rows, head, columns)
	twice := 0
	for _, row := range voting {
		for i := 1; i < len(row.Lines); i++ {
			_, a := covered(row.Lines[i-1], columns)
			if b, _ := covered(row.Lines[i], columns); a >= b {
				twice++
				break
			}
		}
	}
	if twice*mostSplit > len(voting) {
		return nil
	}
	return columns
}

// joinHeads joins columns of which one has only a name, with the one beside it that has only cells.
func joinHeads(rows []Row, head int, columns []column) []column {
	if head == 0 {
		return columns
	}
	named, filled := make([]bool, len(columns)), make([]bool, len(columns))
	for i, row := range rows {
		for _, l := range row.Lines {
			first, last := covered(l, columns)
			for k := first; k <= last && len(columns) > 0; k++ {
				if named[k], filled[k] = named[k] || i < head, filled[k] || i >= head; i < head && last > first {
					filled[k] = true // a name over several columns stands beside none
				}
			}
		}
	}
	isHalf := func(i int) bool { return named[i] != filled[i] }
	var joined []column
	for i, c := range columns {
		n := len(joined) - 1
		if n >= 0 && (isHalf(i-1) && isHalf(i) && named[i-1] != named[i] || named[i] && named[i-1] && filled[i] != filled[i-1] && c.left-columns[i-1].right < closeName) {
			joined[n].right = c.right
			if filled[i] {
				joined[n].start = c.start
			}
			named[i], filled[i] = true, true
			continue
		}
		joined = append(joined, c)
	}
	return joined
}

// mostCells returns how many cells the fullest rows have: several of them, unless rows are few.
func mostCells(rows []voter) int {
	counts := map[int]int{}
	most := 0
	for _, row := range rows {
		n := len(row.Lines)
		if counts[n]++; n > most && (counts[n] >= leastSupport || len(rows) < fewRows) {
			most = n
		}
	}
	return most
}

// A voter is a row that shows where columns are.
type voter struct {
	Row
	isHead bool
}

// votersOf returns the rows of several cells, and of the head those with most.
func votersOf(rows []Row, head int) []voter {
	most := 0
	for _, row := range rows[:head] {
		most = max(most, len(row.Lines))
	}
	var voting []voter
	for i, row := range rows {
		if (len(row.Lines) > 1 || hasCells(row)) && (i >= head || len(row.Lines) == most) {
			voting = append(voting, voter{row, i < head})
		}
	}
	return voting
}

// hasCells reports whether a line of a row has blanks as wide as those between cells.
func hasCells(row Row) bool {
	return slices.ContainsFunc(row.Lines, func(l layout.Line) bool { return len(l.WideBlanks()) > 0 })
}

// between returns the columns that the gaps between words of all rows part.
func between(rows []voter) []column {
	var words []page.Extent
	for _, row := range rows {
		for _, l := range row.Lines {
			words = append(words, wordsOf(l)...)
		}
	}
	slices.SortFunc(words, func(a, b page.Extent) int { return cmp.Compare(a.Left, b.Left) })
	var parts, columns []column
	for _, w := range words {
		if n := len(parts) - 1; n >= 0 && w.Left < parts[n].right+leastOfColumn {
			parts[n].right = max(parts[n].right, w.Right)
			continue
		}
		parts = append(parts, column{left: w.Left, right: w.Right})
	}
	for i, c := range parts {
		n := len(columns) - 1
		if c.start = startOf(rows, c); i > 0 && !isGap(rows, columns[n], c) {
			columns[n].right = c.right
			continue
		}
		columns = append(columns, c)
	}
	return columns
}

// startOf returns where most cells of a column begin.
func startOf(rows []voter, c column) float64 {
	counts := map[int]int{}
	best, most := math.NaN(), 0
	for _, row := range rows {
		for _, l := range row.Lines {
			if l.Box.Left < c.left || l.Box.Left > c.right {
				continue
			}
			key := int(math.Round(l.Box.Left))
			if counts[key]++; counts[key] > most {
				best, most = l.Box.Left, counts[key]
			}
		}
	}
	if most < leastSupport {
		return math.NaN()
	}
	return best
}

// isGap reports whether a gap between words parts two columns: cells begin behind it, or blanks are wider than others,
// in more rows than have an ordinary blank there. Where some have, others have cells on either side.
func isGap(rows []voter, a, b column) bool {
	gaps, both, blanks := 0, 0, 0 // both: of gaps, those with a cell on either side
	for _, row := range rows {
		weight := 1
		if row.isHead {
			weight = leastSupport
		}
		inFirst := false
		for _, l := range row.Lines {
			switch {
			case l.Box.Left >= b.left && l.Box.Left <= b.right:
				if gaps += weight; inFirst {
					both++
				}
			case l.Box.Left < a.right && l.Box.Right > b.left:
				if isWideAt(l, a, b) {
					gaps += weight
					both++
				} else {
					blanks++
				}
			}
			inFirst = inFirst || l.Box.Left < a.right && l.Box.Right > a.left
		}
	}
	return gaps >= blanks && both >= blanks && (gaps >= leastSupport || len(rows) < fewRows)
}

// wordsOf returns where the words of a line stand.
func wordsOf(l layout.Line) (words []page.Extent) {
	inWord := false
	for _, g := range l.Glyphs.All() {
		switch n := len(words) - 1; {
		case g.Rune == ' ':
			inWord = false
		case inWord:
			words[n] = words[n].Union(g.Box)
		default:
			words, inWord = append(words, g.Box), true
		}
	}
	return words
}

// isWide reports whether a blank of a line is wider than one between words.
func isWide(l layout.Line, at int) bool {
	wide := wideBlank
	if l.Font != nil && l.Font.Fixed {
		wide = wideFixed
	}
	return l.Glyphs.At(at).Box.Width() > wide*l.Size
}

// cellsOf returns the cells of a row, one for each column.
func cellsOf(row []layout.Line, columns []column) []Cell {
	set := make([]Cell, len(columns))
	for _, c := range row {
		for _, part := range parted(c, columns) {
			first, _ := covered(part, columns)
			if set[first] == nil {
				set[first] = Cell{nil}
			}
			set[first][0] = append(set[first][0], part)
		}
	}
	return set
}

// parted returns the parts of a line that stand in the columns it covers: those between blanks that are clearly wider
// than its others, or behind which a column begins. It is one part if one of these blanks is neither.
func parted(l layout.Line, columns []column) []layout.Line {
	first, last := covered(l, columns)
	var cuts []int
	for i := first; i < last; i++ {
		at, ok := blankBetween(l, columns[i], columns[i+1])
		if !ok {
			return []layout.Line{l}
		}
		cuts = append(cuts, at)
	}
	widest := widestBut(l, cuts)
	for i, at := range cuts {
		if l.Glyphs.At(at).Box.Width() < cellGap*widest && !isAtStart(l, at, columns[first+i+1]) {
			return []layout.Line{l}
		}
	}
	return l.Cut(cuts)
}

// nearestTo returns the column whose middle is nearest to that of a line.
func nearestTo(l layout.Line, columns []column) int {
	nearest, best := 0, math.Inf(1)
	for i, c := range columns {
		if d := math.Abs(c.middle() - (l.Box.Left+l.Box.Right)/2); d < best {
			nearest, best = i, d
		}
	}
	return nearest
}

// blankBetween returns the index of the blank of a line between two columns: the widest, or if others are as wide that
// before the place where the second begins. It reports whether one is there.
func blankBetween(l layout.Line, a, b column) (at int, ok bool) {
	best, most := 0, 0.0
	for i, g := range l.Glyphs.All() {
		if g.Rune != ' ' || i+1 == l.Glyphs.Len() || g.Box.Left > b.left+leastOfColumn || g.Box.Right < a.right-leastOfColumn {
			continue
		}
		width := g.Box.Width()
		if isAtStart(l, i, b) {
			width *= cellGap
		}
		if width > most {
			best, most = i, width
		}
	}
	return best, most > 0
}

// isAtStart reports whether a number stands behind a blank of a line where the cells of a column begin, or one with
// decimals at the left border of these.
func isAtStart(l layout.Line, blank int, c column) bool {
	next := l.Glyphs.At(blank + 1)
	if math.Abs(next.Box.Left-c.start) < atStart {
		return unicode.IsDigit(next.Rune) || strings.ContainsRune("(+-−–<>±", next.Rune)
	}
	return math.Abs(next.Box.Left-c.left) < atStart && decimal.MatchString(l.Glyphs.Slice(blank+1, l.Glyphs.Len()).Text())
}

// decimal matches a number with decimals at the beginning of a text.
var decimal = lazyregexp.New(`^[−–-]?\d+[.,]\d+%?(?: |$)`)

// widestBut returns how wide the widest blank of a line is, but for some.
func widestBut(l layout.Line, but []int) float64 {
	widest := 0.0
	for i, g := range l.Glyphs.All() {
		if g.Rune == ' ' && !slices.Contains(but, i) {
			widest = max(widest, g.Box.Width())
		}
	}
	return widest
}

// isWideAt reports whether the blank of a line between two columns parts cells.
func isWideAt(l layout.Line, a, b column) bool {
	at, ok := blankBetween(l, a, b)
	return ok && (isWide(l, at) || isBetweenNumbers(l, at))
}

// isBetweenNumbers reports whether a blank of a line parts two numbers, and not the thousands of one.
func isBetweenNumbers(l layout.Line, at int) bool {
	before, behind := strings.Fields(l.Glyphs.Slice(0, at).Text()), strings.Fields(l.Glyphs.Slice(at, l.Glyphs.Len()).Text())
	return len(before)*len(behind) > 0 && closeNumbers.MatchString(before[len(before)-1]+" "+behind[0])
}

// closeNumbers matches two numbers, one of which at least has a decimal point.
var closeNumbers = lazyregexp.New(`^[−–-]?\d+(?:\.\d+%? [−–-]?\d+(?:\.\d+)?| [−–-]?\d+\.\d+)%?$`)

// covered returns the first and the last column that a line stands in, or is nearest to.
func covered(l layout.Line, columns []column) (first, last int) {
	first, last, ok := spanOf(columns, func(c column) bool { return l.Box.Left < c.right && l.Box.Right > c.left })
	if !ok {
		first = nearestTo(l, columns)
		return first, first
	}
	return first, last
}

// spanOf returns the first and the last column of which something is true, and reports whether there are any.
func spanOf(columns []column, is func(column) bool) (first, last int, ok bool) {
	for i, c := range columns {
		if !is(c) {
			continue
		}
		if last = i; !ok {
			first, ok = i, true
		}
	}
	return first, last, ok
}
