package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/read/pdf/blanks"
	"etal/internal/read/pdf/letters"
	"etal/internal/read/pdf/page"
)

// A Line is glyphs that stand beside each other on one base line, with the blanks between them.
type Line struct {
	Page   int // from 1
	Glyphs page.Glyphs
	Box    page.Rect
	Base   float64 // of most of its glyphs
	Size   float64 // of most of its glyphs
	Font   *page.Font
	Angle  float64 // at which it lies on the page; its place is that where the page is turned for it to be read
	Column int     // see columns
	table  int     // between rules, in which it stands, from 1; 0 for none
}

// Text returns a line as text.
func (l Line) Text() string { return strings.TrimSpace(l.Glyphs.Text()) }

// An openLine is a line whose glyphs are not packed yet.
type openLine struct {
	Line
	glyphs []page.Glyph
}

func (l openLine) packed() Line {
	l.Glyphs = page.Pack(l.glyphs)
	return l.Line
}

// Where a line ends, as shares of the size of its type.
const (
	farBlank  = 1.7  // the widest blank in it
	overlap   = 0.6  // how far a glyph may stand before the end of the one before it
	shift     = 0.7  // how far a raised or lowered glyph may stand from the base line
	fullShift = 0.3  // and one of full size
	smallest  = 0.4  // of the largest glyph, of an index
	fullSize  = 0.85 // of the largest glyph, from which on one is of full size
)

// lines cuts the glyphs of a page into lines, in the order of the file.
func lines(p *page.Page, number int) []Line {
	var found []Line
	c := cutter{onPage: areRightToLeft(p.Glyphs)}
	c.rightToLeft = c.onPage
	flush := func() {
		if l, ok := c.line(number); ok {
			if areRightToLeft(l.glyphs) {
				l.glyphs = inReadingOrder(l.glyphs)
			}
			found = append(found, l.packed())
		}
		c = cutter{glyphs: c.glyphs[:0], rightToLeft: c.onPage, onPage: c.onPage}
	}
	for _, g := range letters.Of(p.Glyphs) {
		if unicode.IsSpace(g.Rune) {
			c.blank = len(c.glyphs) > 0
			continue
		}
		if len(c.glyphs) > 0 && c.ends(g) {
			flush()
		}
		c.add(g)
	}
	flush()
	turnBrackets(found)
	return found
}

// A cutter collects the glyphs of a line.
type cutter struct {
	glyphs  []page.Glyph
	blank   bool // stands before the next glyph
	largest float64
	base    float64 // of the last glyph of full size
	index   float64 // where the small glyphs at the end begin, such as an index, below which another may stand; or the end

	left, right float64
	rightToLeft bool // it has a letter that is read so, or most of the page
	onPage      bool // most letters of the page are
}

func (c *cutter) ends(g page.Glyph) bool {
	last := c.glyphs[len(c.glyphs)-1]
	if g.Angle != last.Angle || g.Chrome != last.Chrome || g.Picture != last.Picture {
		return true
	}
	if g.Angle != 0 {
		return c.blank && math.Hypot(g.X-last.X, g.Y-last.Y) > 3*max(g.Size, c.largest)
	}
	em := max(c.largest, g.Size)
	dy := math.Abs(g.Y - c.base)
	if dy > shift*em || dy > fullShift*em && g.Size >= fullSize*c.largest && c.largest >= fullSize*g.Size && last.Size >= fullSize*c.largest {
		return true
	}
	if dy > fullShift*em && strings.ContainsRune(limited, g.Rune) {
		return true
	}
	if c.rightToLeft || isRightToLeft(g.Rune) {
		return c.isFar(g, em)
	}
	back := c.right - overlap*em - last.Box.Width()
	if c.isSmall(g) {
		back = min(back, c.index-overlap*g.Size)
	}
	return g.Box.Left < back || g.Box.Left > c.right+farBlank*em
}

// isSmall reports whether a glyph is smaller than the text of the line, as an index is; beside a first letter over
// several lines all are smaller still.
func (c *cutter) isSmall(g page.Glyph) bool {
	return g.Size < fullSize*c.largest && g.Size > smallest*c.largest
}

func (c *cutter) add(g page.Glyph) {
	if c.blank && c.isTight(g) {
		c.blank = false
	}
	if c.blank {
		blank := page.Glyph{Run: g.Run, Rune: ' ', X: c.right, Y: c.base, Box: page.Extent{Left: c.right, Right: g.Box.Left}}
		c.glyphs = append(c.glyphs, blank)
		c.blank = false
	}
	if g.Size >= fullSize*c.largest {
		c.base = g.Y
	}
	if len(c.glyphs) == 0 {
		c.left = g.Box.Left
	}
	c.left = min(c.left, g.Box.Left)
	c.rightToLeft = c.rightToLeft || isRightToLeft(g.Rune)
	c.largest = max(c.largest, g.Size)
	c.right = max(c.right, g.Box.Right)
	c.glyphs = append(c.glyphs, g)
	if !c.isSmall(g) {
		c.index = c.right
	}
}

// isTight reports whether no blank stands before a glyph, though the parser put one there: beside raised
// glyphs it often does.
func (c *cutter) isTight(g page.Glyph) bool {
	if g.Box.Left-c.right > 0.3*c.largest {
		return false
	}
	last := c.glyphs[len(c.glyphs)-1]
	isRaised := func(g page.Glyph) bool { return g.Size < page.RaisedSize*c.largest && c.base-g.Y > 0.15*c.largest }
	if isRaised(g) && isRaised(last) {
		return strings.ContainsRune("+-−–", g.Rune) // Zn²⁺
	}
	return isRaised(g) && !isRaised(last) && g.Box.Left-c.right < 0.2*c.largest || isRaised(last) && strings.ContainsRune(",.;:)]", g.Rune)
}

// line returns the line of the glyphs collected, if there are any.
func (c *cutter) line(number int) (openLine, bool) {
	if len(c.glyphs) == 0 {
		return openLine{}, false
	}
	l := openLine{Line{Page: number, Angle: c.glyphs[0].Angle}, c.glyphs}
	extent := c.glyphs[0].Box
	for _, g := range c.glyphs {
		if g.Rune != ' ' {
			extent = extent.Union(g.Box)
		}
	}
	l.Size, l.Font = c.style()
	l.glyphs = blanks.Close(l.glyphs, l.Size)
	var bases []float64
	for _, g := range c.glyphs {
		if math.Abs(g.Size-l.Size) < 0.3 && g.Rune != ' ' {
			bases = append(bases, g.Y)
		}
	}
	if len(bases) == 0 {
		bases = append(bases, c.base)
	}
	slices.Sort(bases)
	l.Base = bases[len(bases)/2]
	if l.Angle == 0 && !c.rightToLeft {
		l.glyphs = blanks.Add(l.glyphs, l.Base, l.Size)
	}
	l.flattenFractions()
	l.Box = page.Rect{Left: extent.Left, Right: extent.Right, Top: l.Base - 0.75*l.Size, Bottom: l.Base + 0.25*l.Size}
	return l, true
}

// What raised and lowered signs are that take more room than the text at which they stand, as in a cell: 10⁻¹².
const (
	leastText = 0.4 // of their width is that of the text
	leastRise = 0.1 // sizes of the text, that they stand off its base line
	mostRise  = 0.6
)

// style returns the size and the font of most glyphs of a line.
func (c *cutter) style() (float64, *page.Font) {
	type style struct {
		size float64
		font *page.Font
	}
	of := func(g page.Glyph) style { return style{math.Round(g.Size*4) / 4, g.Font} }
	widths, bases := map[style]float64{}, map[style]float64{}
	var most style
	for _, g := range c.glyphs {
		if g.Rune == ' ' {
			continue
		}
		s := of(g)
		bases[s] = g.Y
		if widths[s] += max(g.Box.Width(), g.Size/10); widths[s] > widths[most] {
			most = s
		}
	}
	small := most
	for i, g := range c.glyphs {
		if i > 1 && of(g) == small && c.glyphs[i-1].Rune == ' ' && of(c.glyphs[i-2]) == small && g.Y == c.glyphs[i-2].Y {
			return small.size, small.font // words
		}
	}
	for _, g := range c.glyphs {
		s := of(g)
		rise := math.Abs(bases[s]-bases[small]) / s.size
		isText := small.size < fullSize*s.size && small.size > smallest*s.size && widths[s] > leastText*widths[small] && rise > leastRise && rise < mostRise
		if isText && (most == small || widths[s] > widths[most]) {
			most = s
		}
	}
	return most.size, most.font
}

// mostRejoined is how many glyphs a line has at most that is joined again, which takes the longer the more it has.
const mostRejoined = 500

// rejoin joins lines that only something between them parted which is no text, such as the number
// of a line.
func rejoin(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		n := len(out) - 1
		if n < 0 || !out[n].isBeside(l) || out[n].Glyphs.Len() > mostRejoined {
			out = append(out, l)
			continue
		}
		out[n] = out[n].With(l)
	}
	return out
}

// isBeside reports whether a line goes on where another ends.
func (l Line) isBeside(next Line) bool {
	em := max(l.Size, next.Size)
	gap := next.Box.Left - l.Box.Right
	return math.Abs(l.Base-next.Base) < fullShift*em && gap > -overlap*em && gap < farBlank*em &&
		l.Glyphs.At(0).Picture == next.Glyphs.At(0).Picture
}

// narrowBlank is the width of the narrowest blank between words, in sizes of the type.
const narrowBlank = 0.15

// With returns a line with another behind it.
func (l Line) With(next Line) Line {
	c := cutter{glyphs: l.Glyphs.Unpacked(), right: l.Box.Right, base: l.Base}
	c.blank = next.Box.Left-l.Box.Right > narrowBlank*l.Size
	for _, g := range next.Glyphs.All() {
		c.add(g)
	}
	joined, _ := c.line(l.Page)
	joined.Column = l.Column
	return joined.packed()
}

// wideBlank is the width from which on a blank may part close cells, in sizes of the type; those of a font of fixed
// pitch are wider.
const (
	wideBlank = 0.75
	wideFixed = 1.3
)

// WideBlanks returns the indices of the blanks of a line that may part close cells: not that behind a sign before an
// item.
func (l Line) WideBlanks() (at []int) {
	wide := wideBlank
	if l.Font != nil && l.Font.Fixed {
		wide = wideFixed
	}
	for i, g := range l.Glyphs.All() {
		if g.Rune == ' ' && i > 0 && i+1 < l.Glyphs.Len() && g.Box.Width() > wide*l.Size && (i > 1 || isWord(l.Glyphs.At(0).Rune)) {
			at = append(at, i)
		}
	}
	return at
}

// isWord reports whether a letter or digit may be a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Cut returns the parts of a line between blanks with given indices.
func (l Line) Cut(at []int) []Line {
	var parts []Line
	from := 0
	for _, end := range append(slices.Clip(at), l.Glyphs.Len()) {
		if end <= from {
			continue
		}
		part := l
		part.Glyphs = l.Glyphs.Slice(from, end)
		part.Box.Left, part.Box.Right = part.Glyphs.At(0).Box.Left, part.Glyphs.At(end-from-1).Box.Right
		if len(at) == 0 {
			part.Box = l.Box
		}
		parts = append(parts, part)
		from = end + 1
	}
	return parts
}
