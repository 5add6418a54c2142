package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// A Ruling is the rules between which a table stands.
type Ruling struct {
	Full []page.Rect // as wide as the table, from top to bottom
	Part []page.Rect // below the names of several columns
}

const (
	mostRules    = 2000 // of a page, and
	mostLines    = 2000 // of a table, that are looked at
	leastPart    = 15.0 // points of a rule below names of columns
	sameRule     = 3.0  // points between rules that are one, and by which its ends differ
	widestRuleY  = 3.0  // points between the two strokes of a rule that is drawn twice
	leastRule    = 60.0 // points of a rule of a table
	longCell     = 40   // glyphs of a line that is rather prose
	mostLong     = 0.35 // of the lines of a table, which are such
	wideCell     = 0.7  // of a table, of a row that is rather prose
	fewestTabled = 2    // rows of several cells
	mostOfOne    = 3    // rows of which one has them at least
	mostAbove    = 3    // rows of names above the first rule
	namesAbove   = 0.5  // of the width of a table, of names above it in one line
	closeAbove   = 1.2  // of names of columns above a rule
	closeBelow   = 0.6  // of those that are one
	fartherBelow = 3.0  // sizes of the type between two rows of a table at most

	sameBaseOfRow = 0.4 // sizes of the type, by which the bases of a row's cells differ
)

// tableName matches the beginning of a table's caption.
var tableName = lazyregexp.New(`^(?i:tab(?:le|\.|elle|la|leau)|таблица|supplementary table|extended data table)\s*(?:S?\d{1,3}|[IVX]{1,6})\b`)

// figureName matches the beginning of a figure's caption.
var figureName = lazyregexp.New(`^(?i:fig(?:ure|\.)?|scheme|рис(?:унок|\.))\s*\d{1,3}\s*[.:|–—]`)

// isCaption reports whether a line begins the caption of a table or a figure.
func (l Line) isCaption() bool {
	text := l.Text()
	return tableName.MatchString(text) || figureName.MatchString(text)
}

// mergeRules returns the rules of a page from top to bottom, those drawn in parts or twice as one.
func mergeRules(drawn []page.Rect) []page.Rect {
	all := slices.Clone(drawn)
	slices.SortFunc(all, func(a, b page.Rect) int {
		return cmp.Or(cmp.Compare(math.Round(a.Top), math.Round(b.Top)), cmp.Compare(a.Left, b.Left))
	})
	var out []page.Rect
	for _, r := range all {
		n := slices.IndexFunc(out, func(o page.Rect) bool {
			return math.Abs(o.Top-r.Top) < widestRuleY && r.Left < o.Right+sameRule && r.Right > o.Left-sameRule
		})
		if n < 0 {
			out = append(out, r)
			continue
		}
		out[n].Left, out[n].Right = min(out[n].Left, r.Left), max(out[n].Right, r.Right)
	}
	return out
}

// A ruled is a table between rules: its rules, and the lines of the page that it is.
type ruled struct {
	Ruling
	lines    []int
	box      page.Rect
	in       []bool      // which lines of the page are in it, or in another table
	pictures []page.Rect // of the page
}

// findRuled returns the tables between rules of a page.
func findRuled(lines []Line, drawn, pictures []page.Rect) []ruled {
	drawn = slices.DeleteFunc(slices.Clone(drawn), func(r page.Rect) bool { return r.Width() < leastPart })
	if len(drawn) < 2 {
		return nil
	}
	rules := mergeRules(drawn)
	taken, in := make([]bool, len(rules)), make([]bool, len(lines))
	var found []ruled
	for i, top := range rules {
		if taken[i] || top.Width() < leastRule {
			continue
		}
		t := ruled{Ruling: Ruling{Full: []page.Rect{top}}, in: slices.Clone(in), pictures: pictures}
		var parts []page.Rect
		for k := i + 1; k < len(rules); k++ {
			switch r := rules[k]; {
			case isSameExtent(r, top):
				last := t.Full[len(t.Full)-1]
				if !isStretch(lines, last, r) {
					k = len(rules)
					break
				}
				t.Full = append(t.Full, r)
				t.Part = append(t.Part, parts...)
				parts, taken[k] = nil, true
			case r.Left > top.Left-sameRule && r.Right < top.Right+sameRule:
				parts = append(parts, r)
			case r.Left < top.Right && r.Right > top.Left:
				k = len(rules)
			}
		}
		if len(t.Full) < 2 {
			continue
		}
		if t.collect(lines); t.isTabular(lines) {
			found, in = append(found, t), t.in
		}
	}
	return found
}

func isSameExtent(a, b page.Rect) bool {
	return math.Abs(a.Left-b.Left) < 2*sameRule && math.Abs(a.Right-b.Right) < 2*sameRule
}

// isBetween reports whether a line stands between two rules.
func (l Line) isBetween(top, bottom page.Rect) bool {
	return l.Base > top.Top && l.Base < bottom.Top+0.2*l.Size && l.Box.Right > top.Left && l.Box.Left < top.Right
}

// isStretch reports whether what stands between two rules may be rows of a table: no caption, and no prose.
func isStretch(lines []Line, top, bottom page.Rect) bool {
	all, prose, below := 0, 0, 0
	last := lastBeside(lines, top, bottom)
	for _, l := range lines {
		if !l.isBetween(top, bottom) {
			continue
		}
		all++
		if l.Box.Left < top.Left-2*l.Size || l.Box.Right > top.Right+2*l.Size || l.isCaption() {
			return false
		}
		if l.Glyphs.Len() >= longCell && l.Box.Width() > wideCell*top.Width() && l.isOfOneCell() {
			if prose++; last > 0 && l.Base > last {
				below++
			}
		}
	}
	return all > 0 && prose-below < 2
}

// lastBeside returns the base of the last line between two rules that stands beside another; 0 if none does.
func lastBeside(lines []Line, top, bottom page.Rect) float64 {
	var last float64
	for i, l := range lines {
		if l.isBetween(top, bottom) && l.Base > last && slices.ContainsFunc(lines[max(0, i-1):min(len(lines), i+2)], func(o Line) bool { return o.isInRowOf(l) && o.isBetween(top, bottom) }) {
			last = l.Base
		}
	}
	return last
}

// isInRowOf reports whether a line stands beside another.
func (l Line) isInRowOf(o Line) bool {
	return math.Abs(l.Base-o.Base) < sameBaseOfRow*l.Size && (l.Box.Left > o.Box.Right || l.Box.Right < o.Box.Left)
}

// isOfOneCell reports whether no blank of a line is wider than the others, as those between close cells are, and it
// does not end with several numbers.
func (l Line) isOfOneCell() bool {
	return len(l.WideBlanks()) == 0 && !numbersAtEnd.MatchString(l.Text())
}

// numbersAtEnd matches the close cells at the end of a row.
var numbersAtEnd = lazyregexp.New(`(?: [−–-]?\d+(?:[.,]\d+)?%?){4}$`)

// collect finds the lines of a table: those between its rules, the rows that follow the last one, and the names of
// columns above the first.
func (t *ruled) collect(lines []Line) {
	top, bottom := t.Full[0], t.Full[len(t.Full)-1]
	t.box = top.Union(bottom)
	for i, l := range lines {
		if !t.in[i] && l.isBetween(top, bottom) {
			t.add(lines, i)
		}
	}
	if len(t.lines) > mostLines {
		return
	}
	for row := t.rowBelow(lines); len(row) > 0 && t.takes(lines, row); row = t.rowBelow(lines) {
		t.add(lines, row...)
	}
	t.addAbove(lines)
	t.dropNotes(lines)
	slices.Sort(t.lines)
}

// addAbove adds the names of columns that stand close above the first rule, where the page draws none above them.
func (t *ruled) addAbove(lines []Line) {
	top := t.Full[0]
	for range mostAbove {
		row := t.rowAbove(lines)
		if len(row) == 0 || len(row) == 1 && !t.mayBeNames(lines, row[0]) {
			break
		}
		t.add(lines, row...)
	}
	if t.box.Top < top.Top-sameRule {
		top.Top, top.Bottom = t.box.Top, t.box.Top
		t.Full = slices.Insert(t.Full, 0, top)
	}
}

// mayBeNames reports whether a line above a table that has no rule between its rows may be names of its columns in one:
// it stands above much of it, apart from text above, and is no sentence.
func (t *ruled) mayBeNames(lines []Line, i int) bool {
	l := lines[i]
	return len(t.Full) == 2 && l.Glyphs.Len() < longCell && l.Box.Width() > namesAbove*t.box.Width() && strings.Count(l.Text(), " ") > 1 && !strings.HasSuffix(l.Text(), ".") &&
		!slices.ContainsFunc(lines, func(o Line) bool {
			return o.Base < l.Base && o.Base > l.Base-2*l.Size && o.Box.Right > t.box.Left && o.Box.Left < t.box.Right
		})
}

// rowAbove returns the lines of the row close above a table that may name its columns.
func (t *ruled) rowAbove(lines []Line) []int {
	var row []int
	base := 0.0
	for i, l := range lines {
		switch {
		case t.in[i], l.Base > t.box.Top, l.Base < t.box.Top-closeAbove*l.Size, l.Box.Right < t.box.Left, l.Box.Left > t.box.Right:
		case l.Glyphs.Len() >= longCell && l.isOfOneCell(), l.isCaption(), !strings.ContainsFunc(l.Text(), unicode.IsLetter), l.Box.Left < t.box.Left-sameRule, l.Box.Right > t.box.Right+sameRule,
			base > 0 && math.Abs(l.Base-base) > sameBaseOfRow*l.Size:
			return nil
		default:
			row, base = append(row, i), l.Base
		}
	}
	return row
}

// dropNotes drops the lines at the end of a table that are prose: each alone in its row, one of them long.
func (t *ruled) dropNotes(lines []Line) {
	last := 0.0
	for _, i := range t.lines {
		if slices.ContainsFunc(t.lines, func(k int) bool { return lines[k].isInRowOf(lines[i]) }) {
			last = max(last, lines[i].Base)
		}
	}
	isBelow := func(i int) bool { return lines[i].Base > last+sameBaseOfRow*lines[i].Size }
	isNote := func(i int) bool {
		return isBelow(i) && (lines[i].Glyphs.Len() >= longCell && lines[i].isOfOneCell() || lines[i].beginsNote())
	}
	if slices.ContainsFunc(t.lines, isNote) {
		t.lines = slices.DeleteFunc(t.lines, func(i int) bool {
			if isBelow(i) {
				t.in[i] = false
			}
			return isBelow(i)
		})
	}
}

// add adds lines to a table.
func (t *ruled) add(lines []Line, more ...int) {
	for _, i := range more {
		t.lines, t.in[i] = append(t.lines, i), true
		t.box = t.box.Union(lines[i].Box)
	}
}

// rowBelow returns the lines of the next row below a table, as far as it is wide.
func (t *ruled) rowBelow(lines []Line) []int {
	var row []int
	base := math.Inf(1)
	for i, l := range lines {
		if t.in[i] || l.Box.Right < t.box.Left || l.Box.Left > t.box.Right || l.Base < t.box.Bottom-0.25*l.Size {
			continue
		}
		switch {
		case l.Base < base-sameBaseOfRow*l.Size:
			base, row = l.Base, []int{i}
		case l.Base < base+sameBaseOfRow*l.Size:
			row = append(row, i)
		}
	}
	return row
}

// takes reports whether lines beside each other are a row of a table: close below it, with cells under those of it. A
// line alone in its row goes on with a cell beside the first.
func (t *ruled) takes(lines []Line, row []int) bool {
	under, long := 0, 0
	for _, i := range row {
		l := lines[i]
		if l.Box.Top > t.box.Bottom+fartherBelow*l.Size && !t.hasPicture(l) || l.Box.Left < t.box.Left-sameRule || l.Box.Right > t.box.Right+sameRule {
			return false
		}
		if len(row) == 1 && (l.Box.Top > t.box.Bottom+closeBelow*l.Size || l.Box.Left < t.box.Left+fartherBelow*l.Size) {
			return false
		}
		if l.Glyphs.Len() >= longCell {
			long++
		}
		if slices.ContainsFunc(t.lines, func(k int) bool { return isUnder(lines[k].Box, l.Box) }) {
			under++
		}
	}
	return 2*under > len(row) && (long < len(row) || long == 1)
}

// hasPicture reports whether a table goes on with a picture, beside or above a line.
func (t *ruled) hasPicture(l Line) bool {
	return slices.ContainsFunc(t.pictures, func(p page.Rect) bool {
		return p.Left > t.box.Left-sameRule && p.Right < t.box.Right+sameRule && p.Top < l.Box.Bottom && p.Bottom > t.box.Bottom
	})
}

// isUnder reports whether two areas begin, end or have their middle at the same place across the page.
func isUnder(a, b page.Rect) bool {
	left, right := b.Left-a.Left, b.Right-a.Right
	return math.Abs(left) < sameRule || math.Abs(right) < sameRule || math.Abs(left+right) < 2*sameRule
}

// noteBelow matches the beginning of a note below a table.
var noteBelow = lazyregexp.New(`^(?:[*∗†‡§¶#]|(?i:notes?|abbreviations?|sources?)\b[.:]?)`)

// beginsNote reports whether a line is the beginning of a note below a table: a mark of one, or a raised letter.
func (l Line) beginsNote() bool {
	first := l.Glyphs.At(0)
	return noteBelow.MatchString(l.Text()) || first.Size < fullSize*l.Size && first.Y < l.Base
}

// rowOf returns the lines of the row in which a line of a table is the first, from left to right.
func (t *ruled) rowOf(lines []Line, i int) []Line {
	row := []Line{lines[i]}
	for _, k := range t.lines {
		if lines[k].isInRowOf(lines[i]) {
			row = append(row, lines[k])
		}
	}
	slices.SortFunc(row, func(a, b Line) int { return cmp.Compare(a.Box.Left, b.Box.Left) })
	return row
}

// isTabular reports whether rows of a table have several cells, most of which are no prose and few
// the numbers of an axis.
func (t *ruled) isTabular(lines []Line) bool {
	if len(t.lines) > mostLines {
		return false
	}
	parts := make([][]Line, len(t.lines)) // of each line
	for n, i := range t.lines {
		parts[n] = lines[i].Cut(lines[i].WideBlanks())
	}
	several, long, rows, axes := 0, 0, 0, 0
	for n, i := range t.lines {
		if lines[i].Glyphs.Len() >= longCell && lines[i].isOfOneCell() {
			long++
		}
		left := func(k int) bool { return lines[k].isInRowOf(lines[i]) && lines[k].Box.Left < lines[i].Box.Left }
		right := func(k int) bool { return lines[k].isInRowOf(lines[i]) && lines[k].Box.Left > lines[i].Box.Left }
		if !slices.ContainsFunc(t.lines, left) { // the first cell of its row
			rows++
			if slices.ContainsFunc(t.lines, right) || hasCells(parts, n) {
				several++
			}
			if HaveEvenSteps(t.rowOf(lines, i)) {
				axes++
			}
		}
	}
	return axes*2 <= several && several >= fewestTabled && several*mostOfOne >= rows && float64(long) < mostLong*float64(len(t.lines))
}

// hasCells reports whether a line of a table, of which the parts are known, has a wide blank behind which other lines
// have one too, or begin.
func hasCells(parts [][]Line, n int) bool {
	own := parts[n]
	return slices.ContainsFunc(own[1:], func(p Line) bool {
		return slices.ContainsFunc(parts, func(other []Line) bool {
			return other[0].Base != own[0].Base && slices.ContainsFunc(other, func(o Line) bool { return isUnder(o.Box, p.Box) })
		})
	})
}

// without returns the lines of a page that are in no table.
func without(lines []Line, tables []ruled) []Line {
	if len(tables) == 0 {
		return lines
	}
	for n, t := range tables {
		for _, i := range t.lines {
			lines[i].table = n + 1
		}
	}
	var out []Line
	for _, l := range lines {
		if l.table == 0 {
			out = append(out, l)
		}
	}
	return out
}

// withTables returns the ordered lines of a page with its tables among them: at their captions, or else where the file
// has them.
func withTables(ordered, all []Line, tables []ruled, gutters []float64) []Line {
	for n, t := range tables {
		whole := []Line{{Box: t.box}}
		setColumns(whole, gutters)
		var lines []Line
		for _, i := range t.lines {
			l := all[i]
			l.Column, l.table = whole[0].Column, n+1
			lines = append(lines, l)
		}
		at, ok := t.besideCaption(ordered)
		if !ok {
			at = t.inFile(ordered, all)
		}
		ordered = slices.Insert(slices.Clone(ordered), at, lines...)
	}
	return ordered
}

// How far the name of a caption stands from its table, in points.
const (
	farthestAbove = 100.0
	farthestBelow = 40.0
)

// besideCaption returns where a table stands among lines: behind the caption above it, or before the caption below.
func (t *ruled) besideCaption(lines []Line) (int, bool) {
	best, at := math.Inf(1), -1
	for i, l := range lines {
		if l.table > 0 || l.Box.Right < t.box.Left || l.Box.Left > t.box.Right || !tableName.MatchString(l.Text()) {
			continue
		}
		end := i
		if down := t.box.Top - l.Base; down > -l.Size && down < farthestAbove {
			for end+1 < len(lines) && lines[end+1].Base < t.box.Top && lines[end+1].Base > lines[end].Base-1 && lines[end+1].Base < lines[end].Base+widestLeading*l.Size {
				end++
			}
			if down = t.box.Top - lines[end].Base; down < best {
				best, at = down, end+1
			}
		} else if up := l.Box.Top - t.box.Bottom; up > -l.Size && up < min(best, farthestBelow) {
			best, at = up, i
		}
	}
	return at, at >= 0
}

// inFile returns where a table stands among the lines of a page in the order of the file.
func (t *ruled) inFile(ordered, all []Line) int {
	for i := t.lines[0] - 1; i >= 0; i-- {
		if n := slices.IndexFunc(ordered, func(l Line) bool { return l.Base == all[i].Base && l.Box.Left == all[i].Box.Left }); n >= 0 {
			return n + 1
		}
	}
	return 0
}
