package tui

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/render"
)

const (
	// measure is the width to which text is set, in columns, where there is room and the
	// reader has asked for no other.
	measure = 74
	// maxCount bounds the number that can be typed before a key.
	maxCount = 99999
)

// A reader shows an article and follows its citations.
type reader struct {
	entry   *library.Entry
	article *article.Article
	part    bool // only the article's beginning was read yet
	look    Look
	styles  styles
	keys    readerKeys

	columns, rows int // of the text and the panel together
	measure       int
	view          view
	stops         []focus
	focus         focus
	choice        int // which of a citation's references Enter goes to
	history       history
	anchor        position // where the last key led: what a resize returns to
	count         int      // the number typed so far
	mode          mode     // what takes the keys before the reader does, nil for nothing
}

func newReader(e *library.Entry, a *article.Article, look Look) reader {
	return reader{entry: e, article: a, look: look, styles: newStyles(look), keys: newReaderKeys(), measure: measure, stops: stops(a)}
}

// A want is what a screen asks of the program in answer to a key.
type want struct {
	say     string         // a word at the foot
	open    *library.Entry // an article to read
	at      *position      // where in it; nil for where it was left, or its beginning
	history *history       // what the history is then; nil for: as it is, and from here
	leave   bool           // this screen is to be left
	help    bool
	cmd     tea.Cmd // what is to be done outside
}

// A mode lies over the text, or stands at its foot, and takes the keys until it is closed:
// it closes itself by setting the reader's mode to nil.
type mode interface {
	update(r reader, msg tea.KeyMsg) (reader, want)
	// click answers a click on a cell of the screen, and scroll the mouse's wheel.
	click(r reader, column, row int) (reader, want)
	scroll(r reader, lines int) reader
	// view returns the rows of the screen.
	view(r reader) []string
	// hint names the keys that matter in the mode.
	hint(k readerKeys) []key.Binding
}

// SetSize lays the article out for a screen. The place in the text stays.
func (r reader) SetSize(columns, rows int) reader {
	r.columns, r.rows = columns, rows
	return r.layOut()
}

// layOut lays the article out for the size that the reader has. The place in the text
// stays.
func (r reader) layOut() reader {
	width := max(min(r.columns-2*margin(r.columns), r.measure), 1)
	first := r.view.doc == nil
	if first || r.view.doc.Width() != width {
		r.view.doc = r.document(width)
	}
	r.view.height = r.rows
	if first {
		r.view.top, _ = r.view.doc.First()
		r.anchor = r.position()
		return r
	}
	return r.restore(r.anchor)
}

func (r reader) document(width int) *render.Document {
	return render.New(r.article, width, r.look.Theme, render.Options{})
}

// SetLook changes the colours. The place in the text stays.
func (r reader) SetLook(look Look) reader {
	r.look, r.styles = look, newStyles(look)
	if r.view.doc != nil {
		r.view.doc = r.document(r.view.doc.Width())
	}
	return r
}

// margin returns the columns left free on each side of the text at least.
func margin(columns int) int {
	switch {
	case columns >= 60:
		return 3
	case columns >= 24:
		return 1
	}
	return 0
}

// Update answers a key.
func (r reader) Update(msg tea.KeyMsg) (reader, want) {
	r, w := r.key(msg)
	r.anchor = r.position()
	return r, w
}

func (r reader) key(msg tea.KeyMsg) (reader, want) {
	if r.mode != nil {
		return r.mode.update(r, msg)
	}
	if digit := msg.String(); len(digit) == 1 && digit >= "0" && digit <= "9" && (r.count > 0 || digit != "0") {
		n, _ := strconv.Atoi(digit)
		r.count = min(r.count*10+n, maxCount)
		return r, want{say: strconv.Itoa(r.count)}
	}
	count := r.count
	r.count = 0
	if moved, ok := r.move(msg, count); ok {
		return moved, want{}
	}
	k := r.keys
	switch {
	case key.Matches(msg, k.Next):
		return r.walk(1)
	case key.Matches(msg, k.Prev):
		return r.walk(-1)
	case key.Matches(msg, k.ChooseNext):
		return r.choose(1)
	case key.Matches(msg, k.ChoosePrev):
		return r.choose(-1)
	case key.Matches(msg, k.Follow):
		return r.follow()
	case key.Matches(msg, k.Back):
		return r.back("this is where you began")
	case key.Matches(msg, k.Forward):
		return r.forward("there is nothing to go forward to")
	case key.Matches(msg, k.References):
		return r.references(count)
	case key.Matches(msg, k.CitedBy):
		return r.citedBy()
	case key.Matches(msg, k.Furniture):
		return r.furniture()
	case key.Matches(msg, k.Help):
		return r, want{help: true}
	case key.Matches(msg, k.Close):
		if r.focus.kind != onNothing {
			return r.setFocus(focus{}), want{}
		}
		return r, want{leave: true}
	case key.Matches(msg, k.Quit):
		return r, want{leave: true}
	}
	return r, want{}
}

// Scroll moves the text by n lines, as a mouse's wheel does.
func (r reader) Scroll(n int) reader {
	if r.mode != nil {
		return r.mode.scroll(r, n)
	}
	r.view.scroll(n)
	r.anchor = r.position()
	return r
}

// Click answers a click on a cell of the screen: what is clicked comes into focus and,
// where it is in focus, is followed.
func (r reader) Click(column, row int) (reader, want) {
	if r.mode != nil {
		return r.mode.click(r, column, row)
	}
	r, w := r.click(column, row)
	r.anchor = r.position()
	return r, w
}

func (r reader) click(column, row int) (reader, want) {
	f, ok := r.at(column, row)
	switch {
	case !ok:
		return r, want{}
	case f == r.focus:
		return r.follow()
	}
	return r.setFocus(f).reveal(), want{}
}

// at returns what the keys could act on at a cell of the screen.
func (r reader) at(column, row int) (f focus, ok bool) {
	offset, ok := r.view.offsetAt(column, row, r.columns)
	if !ok {
		return f, false
	}
	if f, ok = stopAt(r.article, r.stops, offset); ok {
		return f, true
	}
	number := r.article.ReferenceAt(r.article.Blocks[r.article.BlockAt(offset)])
	return focus{onReference, number - 1}, number > 0
}

// View returns the rows of the screen.
func (r reader) View() []string {
	if r.mode != nil {
		return r.mode.view(r)
	}
	return r.drawText()
}

// drawText returns the text, and the panel for what is in focus.
func (r reader) drawText() []string {
	rows := r.view.draw(r.columns, r.highlights())
	if p, ok := r.panel(); ok {
		rows = append(rows, p.draw(r.styles, r.columns, r.view.indent(r.columns), r.panelRows())...)
	}
	return rows
}

// highlights returns what is laid over the text: the focus.
func (r reader) highlights() []render.Highlight {
	s, ok := r.focus.span(r.article)
	if !ok {
		return nil
	}
	if r.focus.kind == onReference {
		return []render.Highlight{{Span: s, Style: r.look.Theme.Found}}
	}
	return []render.Highlight{{Span: s, Style: r.look.Theme.Focus}}
}
