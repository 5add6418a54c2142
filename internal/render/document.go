// Package render turns an article into styled lines at a width and in a theme, and
// knows which bytes of the article's text each of them shows.
//
// [New] makes a [Document]; [Document.Block] renders one block when it is first
// needed and keeps the last ones, so that what a reader waits for is one screen, whatever the
// article's size. A place on screen is a [Place], a block and a line in it; a place in
// the article is a byte offset, and [Document.Find] leads from the one to the other.
// How text looks, Glamour says; where it stands is decided here. The package must not
// know of keys, screens or the terminal.
package render

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/markdown"
	"etal/internal/safe"
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
	words      bool

	content *content.Content
	sheet   *theme.Sheet
	labels  int            // columns of the widest label of the reference list
	lines   map[int][]Line // the blocks rendered last, up to keptBlocks
	order   []int          // which those are, the oldest first
}

// keptBlocks is how many rendered blocks a document keeps: many screens, and little
// memory beside an article that fills it.
const keptBlocks = 512

// Options are what a document can be asked for beyond its width and theme.
type Options struct {
	Addresses  bool // write links' addresses after their text, for output without links
	Part       bool // the article is but the beginning of one: how long it is, is not known
	Words      bool // say in words what tables, quotations, code and notes look like
	Hyperlinks bool // have the terminal know of links, which it must be able to: OSC 8
}

// New returns the article at a width of that many columns.
func New(a *article.Article, columns int, t theme.Theme, o Options) *Document {
	d := &Document{
		article: a, width: max(columns, 1), theme: t, addresses: o.Addresses, hyperlinks: o.Hyperlinks, part: o.Part, words: o.Words,
		content: content.New(a), sheet: theme.NewSheet(t), lines: map[int][]Line{},
	}
	if codeBlocks(a) > theme.MaxCodeBlocks {
		d.sheet.Highlights = false
	}
	for _, r := range a.References {
		d.labels = max(d.labels, width(d.content.Label(r, a.Blocks[a.BlockAt(r.Start)])))
	}
	return d
}

// codeBlocks returns about how many blocks of code an article has.
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

// Block returns the lines of block i, rendering it unless it was among the last ones. Those of all
// blocks one after the other are the article: blank lines before a block are its own.
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

// Ahead renders one block more of those that hold the given number of lines below p and
// above it, for a reader to do while nothing else is asked of it. It reports whether
// there was one to render.
func (d *Document) Ahead(p Place, lines int) bool {
	lines = min(lines, keptBlocks/2-1) // else what is rendered would push out its neighbours
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
	b := d.content.Block(i)
	lines := d.layOut(b, frame{width: d.width})
	if i == 0 && d.startsWithTitle() {
		for _, l := range wrap([]Run{decoration(d.byline(), d.theme.Dim)}, d.width, nil) {
			l.Span = article.Span{Start: b.End, End: b.End}
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return append(d.gap(i), d.connected(place(lines, b.Span), b.Span)...)
}

// layOut returns the lines of a block in a frame.
func (d *Document) layOut(b content.Block, f frame) []Line {
	switch {
	case b.Reference.Number > 0:
		return d.reference(b, f)
	case b.Note:
		return d.note(b, f)
	}
	return d.blocks(b.Tree, b.Tree.Root, f, false)
}

// Entry returns the lines of one reference at a width of its own, as a panel shows it.
func (d *Document) Entry(number, width int) []Line {
	r, ok := d.article.Reference(number)
	if !ok {
		return nil
	}
	return d.Passage(r.Start, width)
}

// Passage returns the lines of the block that holds an offset of the body, such as a
// footnote's text or a figure's caption, at a width of its own.
func (d *Document) Passage(offset, width int) []Line {
	if len(d.article.Blocks) == 0 {
		return nil
	}
	b := d.content.Block(d.article.BlockAt(offset))
	return d.connected(d.layOut(b, frame{width: width}), b.Span)
}

func (d *Document) startsWithTitle() bool {
	hs := d.article.Headings
	return len(hs) > 0 && hs[0].Level == 1 && d.article.BlockAt(hs[0].Start) == 0
}

// gap returns the blank lines before block i: one where the text has any there.
func (d *Document) gap(i int) []Line {
	if i == 0 {
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

// isListed reports whether block i is an item, a reference or a note, which may stand
// close to its neighbours.
func (d *Document) isListed(i int) bool {
	block := d.article.Blocks[i]
	if d.article.ReferenceAt(block) != 0 || d.content.IsNote(block) {
		return true
	}
	return markdown.IsItem(d.article.Slice(block).String())
}

// place gives the lines that show nothing of the body a place in it: that of the line
// before them.
func place(lines []Line, block article.Span) []Line {
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

// Next returns the place n lines below p, or above it where n is negative, and how
// far that is: less than n at the ends of the article.
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

// First returns the place of the article's first line; ok is false where it has none.
func (d *Document) First() (p Place, ok bool) {
	if d.Len() == 0 {
		return p, false
	}
	if len(d.Block(0)) > 0 {
		return p, true
	}
	return d.below(p)
}

// Last returns the place of the article's last line; ok is false where it has none.
func (d *Document) Last() (p Place, ok bool) {
	return d.above(Place{Block: d.Len()})
}

// Find returns the place of the line that shows the byte at offset, or of the last
// line before it.
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
	at := 0
	for i, l := range lines {
		if l.Start <= offset && l.Len() > 0 || i == 0 {
			at = i
		}
		if l.Contains(offset) {
			break
		}
	}
	return Place{b, at}
}

// within returns the items whose spans begin in span; items are sorted by where they
// start.
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

// Text returns what a span of the body shows, without any style, as one line.
func (d *Document) Text(span article.Span) safe.Text {
	t := d.content.Parse(span)
	var b strings.Builder
	for n := t.Root.FirstChild(); n != nil; n = n.NextSibling() {
		for _, r := range d.runsOf(t, n, "") {
			b.WriteString(r.Text.String())
		}
		b.WriteByte(' ')
	}
	return safe.Line(b.String())
}
