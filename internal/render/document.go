// Package render turns an article into styled lines at a width and in a theme, and
// knows which bytes of the article's text each of them shows.
//
// [New] makes a [Document]; [Document.Block] renders one block when it is first
// needed and keeps the last ones, so that a reader waits for one screen, whatever the article's
// size. A place on screen is a [Place], a block and a line in it; a place in the article is a
// byte offset, and [Document.Find] leads from the one to the other.
// Package theme says how text looks; where it stands is decided here. The package must not know of
// keys, screens or the terminal.
package render

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/markdown"
	"etal/internal/theme"
)

// A Document is an article at a width and in a theme. It is not safe for concurrent
// use.
type Document struct {
	article    *article.Article
	width      int
	theme      theme.Theme
	addresses  bool
	hyperlinks bool
	part       bool
	uncounted  bool
	announces  bool
	unbroken   bool
	untitled   bool
	bidi       bool

	content *content.Content
	sheet   *theme.Sheet
	labels  int            // columns of the widest label of the reference list
	lines   map[int][]Line // the blocks rendered last, up to keptBlocks
	order   []int          // their numbers, the oldest first
}

// keptBlocks is how many rendered blocks a document keeps: many screens, and little
// memory beside an article that fills it.
const keptBlocks = 512

// Options are the choices for a document beside its width and theme.
type Options struct {
	Addresses  bool // write URLs after the text of links, for output without links
	Part       bool // the article is the beginning of a longer one, of unknown length
	Uncounted  bool // the line under the title leaves out minutes and references
	Announce   bool // name tables, quotations, code and notes in words, for screen readers
	Hyperlinks bool // make links clickable, in a terminal that supports OSC 8
	Untitled   bool // leave out a title that the article begins with, and the line under it
	Bidi       bool // the terminal orders right-to-left text itself
	Unbroken   bool // words, addresses and lines of code that are too wide are not broken
}

// NoWrap is a width at which no line of text is wrapped, in columns.
const NoWrap = 1 << 28

// New returns the article at a width of that many columns.
func New(a *article.Article, columns int, t theme.Theme, o Options) *Document {
	d := &Document{
		article: a, width: max(columns, 1), theme: t, addresses: o.Addresses, hyperlinks: o.Hyperlinks, part: o.Part, uncounted: o.Uncounted, announces: o.Announce, unbroken: o.Unbroken, untitled: o.Untitled, bidi: o.Bidi,
		content: content.New(a), sheet: theme.NewSheet(t, codeBlocks(a) <= maxCodeBlocks), lines: map[int][]Line{},
	}
	for _, r := range a.References {
		d.labels = max(d.labels, width(d.content.Label(r, a.Blocks[a.BlockAt(r.Start)])))
	}
	return d
}

// maxCodeBlocks is the number of code blocks in an article up to which code is highlighted, which
// takes a thousand times as long as showing it.
const maxCodeBlocks = 1000

// codeBlocks returns the approximate number of code blocks in an article.
func codeBlocks(a *article.Article) int {
	body := a.Body.String()
	n := (strings.Count(body, "```") + strings.Count(body, "~~~")) / 2
	for _, b := range a.Blocks {
		if text := body[b.Start:b.End]; strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "    ") {
			n++
		}
	}
	return n
}

// Article returns the article that the document shows.
func (d *Document) Article() *article.Article { return d.article }

// Width returns the width of the document in columns.
func (d *Document) Width() int { return d.width }

// Len returns the number of blocks.
func (d *Document) Len() int { return len(d.article.Blocks) }

// Block returns the lines of block i, rendered unless it was among the last ones. The blank lines
// before a block are its own, so the lines of all blocks in turn are the article.
func (d *Document) Block(i int) []Line {
	lines, known := d.lines[i]
	if !known {
		lines = d.renderBlock(i)
		d.lines[i] = lines
		d.order = append(d.order, i)
	}
	if len(d.order) > keptBlocks {
		delete(d.lines, d.order[0])
		d.order = d.order[1:]
	}
	return lines
}

// Ahead renders one more block of those within the given number of lines below and above p, for an
// idle reader. It reports whether one was left to render.
func (d *Document) Ahead(p Place, lines int) bool {
	lines = min(lines, keptBlocks/2-1) // more would push out their own neighbours
	for _, step := range []int{1, -1} {
		seen := 0
		for b := p.Block; b >= 0 && b < d.Len() && seen < lines; b += step {
			known, ok := d.lines[b]
			if !ok {
				d.Block(b)
				return true
			}
			seen += max(len(known), 1)
		}
	}
	return false
}

func (d *Document) renderBlock(i int) []Line {
	if i == 0 && d.untitled && d.startsWithTitle() {
		return nil
	}
	b := d.content.Block(i)
	lines := d.layout(b, frame{width: d.width})
	if byline := d.byline(); i == 0 && d.startsWithTitle() && (byline != "" || !d.uncounted) {
		for _, l := range wrap([]Run{decoration(byline, d.theme.Dim)}, room{width: d.width}) {
			l.Span = article.Span{Start: b.End, End: b.End}
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append(d.gap(i), d.withLinks(placeBlank(lines, b.Span), b.Span)...)
}

// layout lays out a block in a frame.
func (d *Document) layout(b content.Block, f frame) []Line {
	switch {
	case b.Reference.Number > 0:
		return d.reference(b, f)
	case b.Note:
		return d.note(b, f)
	}
	return d.blocks(b.Tree, b.Tree.Root, f, false)
}

// Entry returns the lines of the reference with the number at the panel's width, or nil if there is
// none.
func (d *Document) Entry(number, width int) []Line {
	r, ok := d.article.Reference(number)
	if !ok {
		return nil
	}
	return d.Passage(r.Start, width)
}

// Passage returns the lines of the block at an offset of the body, such as a footnote or a figure's
// caption, at the panel's width.
func (d *Document) Passage(offset, width int) []Line {
	if len(d.article.Blocks) == 0 {
		return nil
	}
	b := d.content.Block(d.article.BlockAt(offset))
	return d.withLinks(d.layout(b, frame{width: width}), b.Span)
}

func (d *Document) startsWithTitle() bool {
	hs := d.article.Headings
	return len(hs) > 0 && hs[0].Level == 1 && d.article.BlockAt(hs[0].Start) == 0
}

// gap returns the blank lines before block i: one, except between the items of a tight list.
func (d *Document) gap(i int) []Line {
	if i == 0 || i == 1 && len(d.Block(0)) == 0 {
		return nil
	}
	before, block := d.article.Blocks[i-1], d.article.Blocks[i]
	between := d.article.Body.String()[before.End:block.Start]
	tight := strings.Count(between, "\n") < 2 && d.isListed(i-1) && d.isListed(i)
	if tight {
		return nil
	}
	return []Line{{Span: article.Span{Start: before.End, End: before.End}}}
}

// isListed reports whether block i is an item, a reference or a note, which may follow another
// without a blank line.
func (d *Document) isListed(i int) bool {
	block := d.article.Blocks[i]
	if d.article.ReferenceAt(block) != 0 || d.content.IsNote(block) {
		return true
	}
	return markdown.IsItem(d.article.Slice(block).String())
}

// placeBlank sets the span of lines that show nothing of the body to the end of the line before.
func placeBlank(lines []Line, block article.Span) []Line {
	at := block.Start
	for i := range lines {
		if lines[i].Len() == 0 && lines[i].Start < at {
			lines[i].Span = article.Span{Start: at, End: at}
		}
		at = max(at, lines[i].End)
	}
	return lines
}

// A Place is a line of a document: one of the lines of a block.
type Place struct{ Block, Line int }

// Before reports whether p stands above q.
func (p Place) Before(q Place) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Line < q.Line
}

// Line returns the line at a place.
func (d *Document) Line(p Place) Line { return d.Block(p.Block)[p.Line] }

// Next returns the place n lines below p, above it for a negative n, and its distance, which is less
// than n at the ends of the article.
func (d *Document) Next(p Place, n int) (Place, int) {
	moved := 0
	for ; n > 0; n-- {
		q, ok := d.below(p)
		if !ok {
			break
		}
		p = q
		moved++
	}
	for ; n < 0; n++ {
		q, ok := d.above(p)
		if !ok {
			break
		}
		p = q
		moved--
	}
	return p, moved
}

func (d *Document) below(p Place) (Place, bool) {
	if p.Line+1 < len(d.Block(p.Block)) {
		return Place{p.Block, p.Line + 1}, true
	}
	for b := p.Block + 1; b < d.Len(); b++ {
		if len(d.Block(b)) > 0 {
			return Place{b, 0}, true
		}
	}
	return p, false
}

func (d *Document) above(p Place) (Place, bool) {
	if p.Line > 0 {
		return Place{p.Block, p.Line - 1}, true
	}
	for b := p.Block - 1; b >= 0; b-- {
		if n := len(d.Block(b)); n > 0 {
			return Place{b, n - 1}, true
		}
	}
	return p, false
}

// First returns the place of the article's first line, and reports whether it has one.
func (d *Document) First() (p Place, ok bool) {
	if d.Len() == 0 {
		return p, false
	}
	if len(d.Block(0)) > 0 {
		return p, true
	}
	return d.below(p)
}

// Last returns the place of the article's last line, and reports whether it has one.
func (d *Document) Last() (p Place, ok bool) {
	return d.above(Place{Block: d.Len()})
}

// Find returns the place of the first line that shows the byte at offset, or of the last
// that shows what stands before it. In a table, the span of a line also holds bytes that other lines
// show: those of the cells between two columns, or between the heading of a column and its cell.
func (d *Document) Find(offset int) Place {
	if d.Len() == 0 {
		return Place{}
	}
	b := d.article.BlockAt(offset)
	lines := d.Block(b)
	if len(lines) == 0 {
		p, _ := d.below(Place{Block: b})
		return p
	}
	at, nearest := 0, -1
	for i, l := range lines {
		if l.Start > offset {
			continue
		}
		for _, r := range l.Runs {
			if r.Contains(offset) {
				return Place{b, i}
			}
			if r.Len() > 0 && nearest <= r.Start && r.Start <= offset {
				at, nearest = i, r.Start
			}
		}
	}
	return Place{b, at}
}

// within returns the items whose spans begin in span. Items are sorted by their starts.
func within[T any](items []T, span article.Span, at func(T) article.Span) []T {
	i := sort.Search(len(items), func(i int) bool { return at(items[i]).Start >= span.Start })
	j := i
	for j < len(items) && at(items[j]).Start < span.End {
		j++
	}
	return items[i:j]
}

// cites reports whether a citation begins in the span.
func (d *Document) cites(span article.Span) bool {
	return len(within(d.article.Citations, span, func(c article.Citation) article.Span { return c.Span })) > 0
}
