package layout

import (
	"math"
	"slices"

	"etal/internal/read/pdf/page"
)

// A Block is lines of a page that stand under each other, or beside each other as cells do.
type Block struct {
	Lines  []Line
	Box    page.Rect
	Page   int
	Column int
	Ruling *Ruling // of a table between rules; nil for other lines
}

const (
	widestLeading = 1.9 // distance of two base lines of a block, in sizes of the type
	widestSpacing = 2.8 // the same on pages in double spacing
	sizeChange    = 1.12
)

// blocks puts the lines of a page into blocks, in their order.
func blocks(lines []Line, tables []ruled) []Block {
	var found []Block
	widest := widest(lines)
	for i, l := range lines {
		if n := len(found) - 1; n >= 0 && l.table == lines[i-1].table && (l.table > 0 || found[n].takes(l, widest)) {
			found[n].Lines = append(found[n].Lines, l)
			found[n].Box = found[n].Box.Union(l.Box)
			continue
		}
		b := Block{Lines: []Line{l}, Box: l.Box, Page: l.Page, Column: l.Column}
		if l.table > 0 {
			b.Ruling = &tables[l.table-1].Ruling
		}
		found = append(found, b)
	}
	return found
}

// widest returns the widest distance of two base lines of a block, in sizes of the type: more where that of most
// lines is wide.
func widest(lines []Line) float64 {
	return min(max(widestLeading, 1.15*usualLeading(lines)), widestSpacing)
}

// usualLeading returns the distance of most base lines, in sizes of the type; 0 if no line stands below another.
func usualLeading(lines []Line) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		if down := (lines[i].Base - lines[i-1].Base) / lines[i].Size; down > 0.3 && lines[i].Column == lines[i-1].Column {
			all = append(all, down)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[(len(all)-1)/2]
}

// takes reports whether a line goes on with a block, below it by the widest leading at most.
func (b *Block) takes(l Line, widest float64) bool {
	last := b.Lines[len(b.Lines)-1]
	if l.Column != b.Column {
		return false
	}
	size := max(last.Size, l.Size)
	down := l.Base - last.Base
	if math.Abs(down) < 0.3*size {
		return l.Box.Left >= last.Box.Right-0.5*size // a cell beside it
	}
	if max(last.Size, l.Size)/max(min(last.Size, l.Size), 1) > sizeChange && !isShort(last) && !isShort(l) {
		return false
	}
	if down < 0 || down > widest*size {
		return false
	}
	return l.Box.Left < b.Box.Right && l.Box.Right > b.Box.Left
}

// isShort reports whether a line has few glyphs, as one with a formula's index has.
func isShort(l Line) bool { return l.Glyphs.Len() < 4 }

// inOrder returns the lines of a page in the order in which they are read: the file's own, unless
// that jumps between the columns all the time.
func inOrder(lines []Line, gutters []float64) []Line {
	setColumns(lines, gutters)
	if len(gutters) == 0 || !zigzags(lines) {
		return lines
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b Line) int { return int(math.Round(a.Base - b.Base)) })
	var out, band []Line
	flush := func() {
		slices.SortStableFunc(band, func(a, b Line) int { return a.Column - b.Column })
		out = append(out, band...)
		band = nil
	}
	for _, l := range sorted {
		if l.Column == across {
			flush()
			out = append(out, l)
			continue
		}
		band = append(band, l)
	}
	flush()
	return out
}

// zigzags reports whether the lines go from a column to the next and back again and again.
func zigzags(lines []Line) bool {
	back, inColumns := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].Column == across || lines[i-1].Column == across {
			continue
		}
		inColumns++
		if lines[i].Column < lines[i-1].Column {
			back++
		}
	}
	return back > 5 && back*6 > inColumns
}
