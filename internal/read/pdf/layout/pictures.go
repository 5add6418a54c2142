package layout

import (
	"cmp"
	"slices"
	"strings"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// Old files have their formulae as pictures, letter by letter. A mark stands for what is not to be read, so that no
// sentence seems whole that is not.

// Mark is what stands in a line for pictures.
const Mark = "[image]"

const (
	highestSign    = 2.5 // sizes of the type of a picture in a line
	highestFormula = 5.0 // of one in a formula on lines of its own
	belowBase      = 0.5 // by which its middle is below the base at most
	aboveBase      = 1.1 // and above
	narrowestGap   = 2.0 // points
	nextSign       = 1.2 // sizes of the type between pictures that follow each other, and to a line's end
	fewestMarks    = 12  // in sentences of a file that has its formulae as pictures
	fewestMarked   = 2   // pages of it that have some
)

// A hole is a place in a line where pictures stand: before the glyph at an index.
type hole struct {
	line, at int
	page.Extent
}

// holesIn returns where small pictures stand in lines, and how many of them have text on either side.
func holesIn(lines []Line, pictures []page.Rect) (found []hole, inside int) {
	if len(lines) > mostLines {
		return nil, 0
	}
	used := make([]bool, len(pictures))
	order := make([]int, len(pictures))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(pictures[a].Left, pictures[b].Left) })
	for i, l := range lines {
		if l.Angle != 0 {
			continue
		}
		right := l.Box.Right
		for _, k := range order {
			p := pictures[k]
			if used[k] || !l.mayHold(p) {
				continue
			}
			at, ok := l.gapAt(p)
			if !ok && (p.Left < right-overlap*l.Size || p.Left > right+nextSign*l.Size || middle(p) < l.Box.Left) {
				continue
			}
			used[k] = true
			if !ok {
				at, right = l.Glyphs.Len(), max(right, p.Right)
			}
			if n := len(found) - 1; n >= 0 && found[n].line == i && found[n].at == at {
				found[n].Right = max(found[n].Right, p.Right)
				continue
			}
			found = append(found, hole{i, at, page.Extent{Left: p.Left, Right: p.Right}})
			if ok {
				inside++
			}
		}
	}
	slices.Reverse(order)
	for i, l := range lines {
		left, isNumber := l.Box.Left, formulaNumber.MatchString(l.Text())
		first := -1
		for _, k := range order {
			p := pictures[k]
			isBeside := l.mayHold(p) && p.Right > left-nextSign*l.Size || isNumber && l.mayNumber(p)
			if used[k] || l.Angle != 0 || !isBeside || p.Right > left+overlap*l.Size {
				continue
			}
			used[k], left = true, min(left, p.Left)
			if first < 0 {
				first = len(found)
				found = append(found, hole{i, 0, page.Extent{Left: p.Left, Right: p.Right}})
			}
			found[first].Left = left
		}
	}
	return found, inside
}

// mayHold reports whether a picture is as small as a sign of a line, and stands at its height.
func (l Line) mayHold(p page.Rect) bool {
	middle := (p.Top + p.Bottom) / 2
	return p.Height() < highestSign*l.Size && middle < l.Base+belowBase*l.Size && middle > l.Base-aboveBase*l.Size
}

// formulaNumber matches the number of a formula.
var formulaNumber = lazyregexp.New(`^\([A-Z]?\.?\d{1,3}(?:\.\d{1,3})?[a-z]?\)$`)

// mayNumber reports whether a picture may be a part of the formula of which a line is the number.
func (l Line) mayNumber(p page.Rect) bool {
	middle := (p.Top + p.Bottom) / 2
	return p.Height() < highestFormula*l.Size && middle < l.Base+highestFormula/2*l.Size && middle > l.Base-highestFormula/2*l.Size && p.Left > l.Box.Left-longestBar
}

// gapAt returns the index of the glyph before which a picture stands between two glyphs of a line.
func (l Line) gapAt(p page.Rect) (int, bool) {
	last := 0.0
	for i, g := range l.Glyphs.All() {
		if g.Rune == ' ' {
			continue
		}
		if g.Box.Left > p.Right-1 {
			return i, i > 0 && p.Left > last-1 && g.Box.Left-last > narrowestGap
		}
		last = max(last, g.Box.Right)
	}
	return 0, false
}

// withMarks puts marks into lines where pictures stand.
func withMarks(lines []Line, holes []hole) {
	slices.SortStableFunc(holes, func(a, b hole) int { return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(b.at, a.at)) })
	for _, h := range holes {
		l := openLine{Line: lines[h.line], glyphs: lines[h.line].Glyphs.Unpacked()}
		width := h.Width() / float64(len(Mark))
		var mark []page.Glyph
		if h.at > 1 && l.glyphs[h.at-1].Rune == ' ' && strings.ContainsRune("([{", l.glyphs[h.at-2].Rune) {
			l.glyphs, h.at = slices.Delete(l.glyphs, h.at-1, h.at), h.at-1
		}
		if h.at > 0 && !strings.ContainsRune(" ([{", l.glyphs[h.at-1].Rune) {
			mark = append(mark, l.sign(' ', page.Extent{Left: h.Left, Right: h.Left}))
		}
		for i, r := range Mark {
			mark = append(mark, l.sign(r, page.Extent{Left: h.Left + float64(i)*width, Right: h.Left + float64(i+1)*width}))
		}
		if h.at < len(l.glyphs) && !strings.ContainsRune(" ,.;:)]}?!’'–-", l.glyphs[h.at].Rune) {
			mark = append(mark, l.sign(' ', page.Extent{Left: h.Right, Right: h.Right}))
		}
		l.glyphs = slices.Insert(l.glyphs, h.at, mark...)
		l.Box.Left, l.Box.Right = min(l.Box.Left, h.Left), max(l.Box.Right, h.Right)
		lines[h.line] = l.packed()
	}
}

// markPictures puts marks into the lines of pages whose formulae are pictures, and returns the indexes of those pages.
func markPictures(pages [][]Line, pictures [][]page.Rect) (marked []int) {
	all := make([][]hole, len(pages))
	total := 0
	for i, lines := range pages {
		var inside int
		if all[i], inside = holesIn(lines, pictures[i]); inside > 0 {
			total += inside
			marked = append(marked, i)
		}
	}
	if total < fewestMarks || len(marked) < fewestMarked {
		return nil
	}
	marked = nil
	for i, holes := range all {
		if len(holes) > 0 {
			withMarks(pages[i], holes)
			marked = append(marked, i)
		}
	}
	return marked
}

// The least sizes of a picture that may be a table, in points.
const (
	leastWide = 80.0
	leastHigh = 25.0
)

// Floats returns the pictures of a page that may be a table or a figure.
func Floats(pictures []page.Rect) (found []page.Rect) {
	for _, p := range few(pictures) {
		if p.Width() > leastWide && p.Height() > leastHigh {
			found = append(found, p)
		}
	}
	return found
}
