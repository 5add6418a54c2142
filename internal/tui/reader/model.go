// Package reader shows an article and follows its citations: a screen of the program, with a mode for
// each thing that lies over the text or stands at its foot.
//
// A key comes in and an action goes out. It must not read files nor know of the list, of other
// articles, or of how the program shows them.
package reader

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/tui/screen"
)

// maxCount bounds the number that can be typed before a key.
const maxCount = 99999

// A Model shows an article and follows its citations.
type Model struct {
	Reading
	entry  *library.Entry
	look   screen.Look
	styles screen.Styles
	keys   screen.Keymap[Model]

	columns, rows int // of the screen above the foot
	arrangement
	view    screen.View
	focus   nav.Focus
	history nav.History[screen.Position]
	anchor  screen.Position // where the last key led: what a resize returns to
	count   int             // the number typed so far, 0 for none
	mode    mode            // what takes the keys before the reader does, nil for nothing
	search  search
	marks   map[rune]screen.Position
	visits  map[int]int // how often the reader was at a reference, by its number

	works     library.Works    // that other articles cite or are
	elsewhere []library.Citing // the other articles that cite the reference in focus
	held      library.Held     // the article that is its work; without an entry if none is at hand
}

// An arrangement is what a reader chose to see, of whatever article.
type arrangement struct {
	measure int  // the width to which text is set, where there is room
	bare    bool // nothing but the text
	aside   bool // the references in view, beside the text
}

// New returns the reader of an article.
func New(e *library.Entry, read Reading, look screen.Look, keys screen.Keymap[Model]) Model {
	return Model{
		Reading: read, entry: e, look: look, styles: screen.NewStyles(look), keys: keys,
		arrangement: arrangement{measure: screen.Measure},
	}
}

// Entry returns where the article comes from, nil where none is read.
func (r Model) Entry() *library.Entry { return r.entry }

// Bare reports whether nothing but the text is shown.
func (r Model) Bare() bool { return r.bare }

// Typing reports whether text is being typed.
func (r Model) Typing() bool {
	_, ok := r.mode.(prompt)
	return ok
}

// After returns the reader with the layout of the one before, and a history that leads back
// there.
func (r Model) After(before Model) Model {
	before.jump()
	r.history, r.arrangement = before.history, before.arrangement
	return r
}

// SetMeasure sets the width of the text in columns, where there is room.
func (r Model) SetMeasure(columns int) Model {
	r.measure = columns
	return r
}

// A mode lies over the text, or stands at its foot, and takes the keys until it is closed:
// it closes itself by setting the reader's mode to nil.
type mode interface {
	update(r Model, msg tea.KeyMsg) (Model, screen.Action)
	// click answers a click on a cell of the screen, and scroll the mouse's wheel.
	click(r Model, column, row int) (Model, screen.Action)
	scroll(r Model, lines int) Model
	// view returns the rows of the screen.
	view(r Model) []string
	// foot returns what stands at the foot; empty for the keys that hint names.
	foot(r Model) string
	hint(k screen.Keymap[Model]) []screen.Hint
}

// A plainMode is what most modes have in common: the mouse does nothing, and the text is
// shown as ever.
type plainMode struct{}

func (plainMode) click(r Model, _, _ int) (Model, screen.Action) { return r, nil }
func (plainMode) scroll(r Model, _ int) Model                    { return r }
func (plainMode) view(r Model) []string                          { return r.drawText() }
func (plainMode) foot(Model) string                              { return "" }
func (plainMode) hint(k screen.Keymap[Model]) []screen.Hint      { return k.Hints("close") }

// SetSize lays the article out for a screen. The place in the text stays.
func (r Model) SetSize(columns, rows int) Model {
	r.columns, r.rows = columns, rows
	if r.view.Doc == nil {
		r.view.Doc, r.view.Height = r.document(), rows
		r.view.Top, _ = r.view.Doc.First()
		r.anchor = r.Position()
	}
	return r.layOut(r.anchor)
}

// layOut lays the article out for the room that it has, and shows a position.
func (r Model) layOut(at screen.Position) Model {
	if r.view.Doc.Width() != r.textWidth() {
		r.view.Doc = r.document()
	}
	return r.restore(at)
}

// textWidth returns the width to which text is set, in columns.
func (r Model) textWidth() int {
	columns := r.textColumns()
	return max(min(columns-2*screen.Margin(columns), r.measure), 1)
}

func (r Model) document() *render.Document {
	return render.New(r.article, r.textWidth(), r.look.Theme, render.Options{Hyperlinks: r.look.Links, Bidi: r.look.Bidi, Part: r.extent != Whole})
}

// SetLook changes the colours. The place in the text stays.
func (r Model) SetLook(look screen.Look) Model {
	r.look, r.styles = look, screen.NewStyles(look)
	if r.view.Doc != nil {
		r.view.Doc = r.document()
	}
	return r
}

// Update answers a key.
func (r Model) Update(msg tea.KeyMsg) (Model, screen.Action) {
	r, w := r.key(msg)
	r.anchor = r.Position()
	return r, w
}

func (r Model) key(msg tea.KeyMsg) (Model, screen.Action) {
	if r.mode != nil {
		return r.mode.update(r, msg)
	}
	if digit := msg.String(); len(digit) == 1 && digit >= "0" && digit <= "9" && (r.count > 0 || digit != "0") {
		n, _ := strconv.Atoi(digit)
		r.count = min(r.count*10+n, maxCount)
		return r, screen.Say(strconv.Itoa(r.count))
	}
	count := r.count
	r.count = 0
	if c, ok := r.keys.Find(msg); ok {
		return c.Run(r, count)
	}
	return r, nil
}

// AnswersEarly reports whether a key can be answered before the whole article was read: the
// keys that scroll can, as far as the text reaches.
func (r Model) AnswersEarly(msg tea.KeyMsg) bool {
	c, ok := r.keys.Find(msg)
	if r.extent == Whole || !ok || !c.Early {
		return false
	}
	moved, _ := c.Run(r, r.count)
	return r.extent == Sketched || !moved.AtEnd()
}

// Prefetch renders a block of what the next keys may show, and reports whether there was one.
func (r Model) Prefetch() bool { return r.view.Doc.Ahead(r.view.Top, 2*r.rows) }

// close closes what is open: the matches of a search, then the focus. It never leaves the article.
func (r Model) close() (Model, screen.Action) {
	switch {
	case r.search.shown():
		r.search = r.search.hide()
	case r.focus.Kind != nav.Nothing:
		r = r.setFocus(nav.Focus{})
	default:
		return r, screen.Say("nothing to close" + r.wayOut())
	}
	return r, nil
}

// wayOut names the key that leaves the article, for the end of a message.
func (r Model) wayOut() string {
	for _, h := range r.keys.Hints("quit") {
		return " · " + h.Key + " " + h.Does
	}
	return ""
}

// Scroll moves the text by n lines, as a mouse's wheel does.
func (r Model) Scroll(n int) Model {
	if r.mode != nil {
		return r.mode.scroll(r, n)
	}
	r.view.Scroll(n)
	r.anchor = r.Position()
	return r
}

// Click answers a click on a cell of the screen: what is clicked comes into focus and,
// where it is in focus, is followed.
func (r Model) Click(column, row int) (Model, screen.Action) {
	if r.mode != nil {
		return r.mode.click(r, column, row)
	}
	r, w := r.click(column, row)
	r.anchor = r.Position()
	return r, w
}

func (r Model) click(column, row int) (Model, screen.Action) {
	f, ok := r.at(column, row)
	switch {
	case !ok:
		return r, nil
	case f.Is(r.focus):
		return r.follow()
	}
	return r.setFocus(f).reveal(), nil
}

// at returns what the keys could act on at a cell of the screen.
func (r Model) at(column, row int) (f nav.Focus, ok bool) {
	offset, ok := r.view.OffsetAt(column, row, r.textColumns())
	if !ok {
		return f, false
	}
	if f, ok = r.stops.At(offset); ok {
		return f, true
	}
	number := r.article.ReferenceAt(r.article.Blocks[r.article.BlockAt(offset)])
	return nav.OnReference(number), number > 0
}

// View returns the rows of the screen.
func (r Model) View() []string {
	if r.mode != nil {
		return r.mode.view(r)
	}
	return r.drawText()
}
