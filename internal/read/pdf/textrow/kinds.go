package textrow

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// codeWidth is how wide a letter of code is, in sizes of its type.
const codeWidth = 0.6

// Code returns rows of code with their indents.
func Code(rows []Row) string {
	left := rows[0].Left
	for _, r := range rows {
		left = min(left, r.Left)
	}
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(layout.Blanks(r.Left-left, r.Size*codeWidth) + r.Text() + "\n")
	}
	return b.String()
}

// IsAxis reports whether a row is the numbers at the axis of a drawing: only numbers, or several in even steps, one of
// which may have the name of the axis below it in its cell.
func (r Row) IsAxis() bool {
	if len(r.Cells) < 2 {
		return false
	}
	return !slices.ContainsFunc(r.Cells, func(c layout.Line) bool { return !axisNumber.MatchString(c.Text()) }) || layout.HaveEvenSteps(r.Cells)
}

var axisNumber = lazyregexp.New(`^[−–-]?\d+(?:[.,]\d+)?%?(?:\s[−–-]?\d+(?:[.,]\d+)?%?)*$`)

// fewestRunIn is how many letters of text stand behind a heading in its last row.
const fewestRunIn = 3

// IsRunIn reports whether text that is set smaller goes on behind a row's larger words.
func (r Row) IsRunIn() bool {
	return r.endsIn(func(size float64) bool { return size*SizeStep < r.Size })
}

// endsIn reports whether a row begins in other sizes, and ends with text in some.
func (r Row) endsIn(is func(size float64) bool) bool {
	glyphs := r.Cells[len(r.Cells)-1].Glyphs
	n := 0
	for i := glyphs.Len() - 1; i >= 0; i-- {
		if g := glyphs.At(i); !is(g.Size) || math.Abs(g.Y-r.Base) > 0.5 {
			break
		}
		n++
	}
	return n >= fewestRunIn && n < glyphs.Len()
}

// IsSameSize reports whether a row goes on in the size of another: as most of it, or as the letters of the other at its
// end, such as small capitals.
func IsSameSize(last, next Row) bool {
	if ratio := next.Size / last.Size; ratio <= SizeStep && ratio >= 1/SizeStep {
		return true
	}
	glyphs := last.Cells[len(last.Cells)-1].Glyphs
	end, start := glyphs.At(glyphs.Len()-1), next.Cells[0].Glyphs.At(0)
	return end.Size == start.Size && math.Abs(end.Y-last.Base) < 0.5 && math.Abs(start.Y-next.Base) < 0.5
}

// IsFull reports whether a row reaches the right border of its text, or leaves no room for the first word of the next.
func IsFull(last, next Row, right float64) bool {
	return last.Right > right-ShortBy*last.Size || last.Right+last.Size/4+next.FirstWord() > right
}

// BeginsAmid reports whether a text begins with a sign that stands behind a word.
func BeginsAmid(s string) bool { return amid.MatchString(s) }

var amid = lazyregexp.New(`^(?:[,;)\]](?: |$)|\. \p{L})`)

// usualShare is the share of the letters in the most frequent size that a larger one must have to be the usual one: in
// a short article the reference list, set small, is longer than the text.
const usualShare = 0.5

// Usual returns the size and the font of most of the text of the rows of paragraphs.
func Usual(paragraphs [][]Row) (size float64, font *page.Font) {
	sizes, fonts := map[float64]int{}, map[*page.Font]int{}
	most := 0
	lines := func(yield func(layout.Line) bool) {
		for _, rows := range paragraphs {
			for _, r := range rows {
				for _, c := range r.Cells {
					if !yield(c) {
						return
					}
				}
			}
		}
	}
	for c := range lines {
		sizes[c.Size] += c.Glyphs.Len()
		most = max(most, sizes[c.Size])
	}
	for s, n := range sizes {
		if float64(n) >= usualShare*float64(most) {
			size = max(size, s)
		}
	}
	for c := range lines {
		if c.Size != size {
			continue
		}
		if fonts[c.Font] += c.Glyphs.Len(); font == nil || fonts[c.Font] > fonts[font] {
			font = c.Font
		}
	}
	return size, font
}

// MostlyCells reports whether most rows are cells beside each other.
func MostlyCells(rows []Row) bool {
	several := 0
	for _, r := range rows {
		if len(r.Cells) > 1 {
			several++
		}
	}
	return several > 0 && several*2 >= len(rows) && (several > 1 || len(rows[0].Cells) > 2)
}

// InOneFont reports whether all rows are set in one font.
func InOneFont(rows []Row) bool {
	return !slices.ContainsFunc(rows, func(r Row) bool { return r.Font == nil || !IsSameFont(r.Font, rows[0].Font) })
}

// CutBefore cuts rows before each that begins a part.
func CutBefore(rows []Row, begins func(Row) bool) [][]Row {
	var parts [][]Row
	for i, w := range rows {
		if begins(w) || i == 0 {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], w)
	}
	return parts
}

const (
	textShare    = 0.75 // of a page's width, over which the text is set
	longestApart = 0.9  // of the text's width, which a row set apart may take with the next word
	mostApart    = 8    // rows: more are text
)

// CutLines cuts rows before each that is a line of its own, as those of an address are: the row above it has room for its
// first word, in the width of the text or, if all are centred, of its columns on a page, and goes on with nothing.
func CutLines(rows []Row, text, page float64) [][]Row {
	width := text
	if text < page/2 && areCentred(rows) {
		width = textShare * page
	}
	var last Row
	return CutBefore(rows, func(r Row) bool {
		above := last
		last = r
		word, _, _ := strings.Cut(r.Text(), " ")
		switch {
		case len(above.Cells) == 0, len(rows) > mostApart, isIdeographic(r) && isIdeographic(above) && !strings.Contains(above.Text(), " ") && above.Right > widest(rows)-r.FirstWord(), goesOn.MatchString(above.Text()):
			return false
		case strings.Contains(word, "@"):
			return true
		}
		return !BeginsLower(word) && above.Right-above.Left+r.FirstWord() < longestApart*width
	})
}

// isIdeographic reports whether a row begins with a letter of a script that parts no words.
func isIdeographic(r Row) bool {
	return unicode.In(r.Cells[0].Glyphs.At(0).Rune, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// widest returns the right border of rows.
func widest(rows []Row) float64 {
	right := rows[0].Right
	for _, r := range rows {
		right = max(right, r.Right)
	}
	return right
}

// areCentred reports whether rows have one middle and several beginnings.
func areCentred(rows []Row) bool {
	differ := false
	for _, r := range rows {
		if math.Abs(r.Left+r.Right-rows[0].Left-rows[0].Right) > r.Size {
			return false
		}
		differ = differ || math.Abs(r.Left-rows[0].Left) > r.Size
	}
	return differ
}
