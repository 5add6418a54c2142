package tui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/render"
	"etal/internal/safe"
)

const (
	// measure is the width to which text is set, in columns, where there is room.
	measure = 74
	// maxCount bounds the number that can be typed before a key.
	maxCount = 99999
)

// A reader shows an article and follows its citations.
type reader struct {
	article *article.Article
	look    Look
	styles  styles
	keys    readerKeys

	columns, rows int // of the text and the panel together
	view          view
	stops         []focus
	focus         focus
	choice        int // which of a citation's references Enter goes to
	history       history
	anchor        position // where the last key led: what a resize returns to
	count         int      // the number typed so far
	sheet         *sheet   // what is open over the text, nil for nothing
}

func newReader(a *article.Article, look Look) reader {
	return reader{article: a, look: look, styles: newStyles(look), keys: newReaderKeys(), stops: stops(a)}
}

// A want is what a screen asks of the program in answer to a key.
type want struct {
	say   string           // a word at the foot
	open  *article.Article // an article to read
	leave bool             // this screen is to be left
	help  bool
}

// SetSize lays the article out for a screen. The place in the text stays.
func (r reader) SetSize(columns, rows int) reader {
	width := min(columns-2*margin(columns), measure)
	first := r.view.doc == nil
	r.columns, r.rows = columns, rows
	if first || r.view.doc.Width() != width {
		r.view.doc = render.New(r.article, width, r.look.Theme, render.Options{})
	}
	r.view.height = rows
	if first {
		r.view.top, _ = r.view.doc.First()
		r.anchor = r.position()
		return r
	}
	return r.restore(r.anchor)
}

// SetLook changes the colours. The place in the text stays.
func (r reader) SetLook(look Look) reader {
	r.look, r.styles = look, newStyles(look)
	if r.view.doc != nil {
		r.view.doc = render.New(r.article, r.view.doc.Width(), look.Theme, render.Options{})
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
	if r.sheet != nil {
		return r.updateSheet(msg)
	}
	if digit := msg.String(); len(digit) == 1 && digit >= "0" && digit <= "9" && (r.count > 0 || digit != "0") {
		n, _ := strconv.Atoi(digit)
		r.count = min(r.count*10+n, maxCount)
		return r, want{say: strconv.Itoa(r.count)}
	}
	count := r.count
	r.count = 0
	if moved, ok := r.move(msg, max(count, 1)); ok {
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

// move answers the keys that scroll.
func (r reader) move(msg tea.KeyMsg, n int) (reader, bool) {
	k, page := r.keys, max(r.view.height-2, 1)
	switch {
	case key.Matches(msg, k.Down):
		r.view.scroll(n)
	case key.Matches(msg, k.Up):
		r.view.scroll(-n)
	case key.Matches(msg, k.HalfDown):
		r.view.scroll(n * max(page/2, 1))
	case key.Matches(msg, k.HalfUp):
		r.view.scroll(-n * max(page/2, 1))
	case key.Matches(msg, k.PageDown):
		r.view.scroll(n * page)
	case key.Matches(msg, k.PageUp):
		r.view.scroll(-n * page)
	case key.Matches(msg, k.Top):
		r.history.leave(r.position())
		r.view.top, _ = r.view.doc.First()
	case key.Matches(msg, k.Bottom):
		r.history.leave(r.position())
		if last, ok := r.view.doc.Last(); ok {
			r.view.put(last, r.view.height-1)
		}
	case key.Matches(msg, k.NextSection):
		r = r.section(n)
	case key.Matches(msg, k.PrevSection):
		r = r.section(-n)
	default:
		return r, false
	}
	return r, true
}

// Scroll moves the text by n lines, as a mouse's wheel does.
func (r reader) Scroll(n int) reader {
	if r.sheet != nil {
		r.sheet = r.sheet.move(n)
		return r
	}
	r.view.scroll(n)
	r.anchor = r.position()
	return r
}

// Click answers a click on a cell of the screen: on a citation or link it moves the
// focus there and, where that is, follows it; on a reference it moves the focus.
func (r reader) Click(column, row int) (reader, want) {
	r, w := r.click(column, row)
	r.anchor = r.position()
	return r, w
}

func (r reader) click(column, row int) (reader, want) {
	if r.sheet != nil {
		return r, want{}
	}
	offset, ok := r.view.offsetAt(column, row, r.columns)
	if !ok {
		return r, want{}
	}
	f, ok := stopAt(r.article, r.stops, offset)
	if !ok {
		if number := r.article.ReferenceAt(r.article.Blocks[r.article.BlockAt(offset)]); number > 0 {
			f, ok = focus{onReference, number - 1}, true
		}
	}
	switch {
	case !ok:
		return r, want{}
	case f == r.focus:
		return r.follow()
	}
	return r.setFocus(f).reveal(), want{}
}

// section goes n headings on, or back.
func (r reader) section(n int) reader {
	if len(r.article.Headings) == 0 {
		return r
	}
	var tops []render.Place
	for _, h := range r.article.Headings {
		tops = append(tops, r.view.doc.Find(h.Start))
	}
	at := r.view.top
	if len(r.view.doc.Block(at.Block)) > 0 && r.view.doc.Line(at).Len() == 0 {
		at, _ = r.view.doc.Next(at, 1) // a blank line belongs to what is below it
	}
	i := 0
	for i < len(tops) && tops[i].Before(at) {
		i++
	}
	if n > 0 && i < len(tops) && tops[i] == at {
		i++
	}
	if n > 0 {
		n--
	}
	switch i += n; {
	case i >= len(tops):
		return r
	case i < 0:
		r.view.top, _ = r.view.doc.First()
	default:
		r.view.put(tops[i], 0)
	}
	return r
}

// walk moves the focus to the next citation or link, or to the previous one: from
// that in focus where it is on screen, else from the edge of the screen.
func (r reader) walk(n int) (reader, want) {
	if len(r.stops) == 0 {
		return r, want{say: "no citations in this article"}
	}
	lines := r.view.lines()
	if len(lines) == 0 {
		return r, want{}
	}
	from, to := lines[0].Start, lines[len(lines)-1].End
	if n < 0 {
		from = to
	}
	if s, ok := r.focus.span(r.article); ok && s.Start >= lines[0].Start && s.Start < to {
		from = s.Start
		if n > 0 {
			from++
		}
	}
	f, ok := nextStop(r.article, r.stops, from)
	if n < 0 {
		f, ok = prevStop(r.article, r.stops, from)
	}
	if !ok {
		if n > 0 {
			return r, want{say: "no citation after this"}
		}
		return r, want{say: "no citation before this"}
	}
	r = r.setFocus(f)
	return r.reveal(), want{}
}

// reveal scrolls so that what is in focus is on screen.
func (r reader) reveal() reader {
	if s, ok := r.focus.span(r.article); ok {
		r.view.show(r.view.doc.Find(s.Start))
	}
	return r
}

// setFocus moves the focus and makes room for its panel.
func (r reader) setFocus(f focus) reader {
	r.focus, r.choice = f, 0
	return r.arrange()
}

// arrange divides the rows between the text and the panel.
func (r reader) arrange() reader {
	r.view.height = r.rows - r.panelRows()
	return r
}

func (r reader) panelRows() int {
	p, ok := r.panel()
	if !ok {
		return 0
	}
	return p.height(max(r.rows/2, min(r.rows-1, 3)))
}

func (r reader) panel() (panel, bool) {
	if r.view.doc == nil {
		return panel{}, false
	}
	width := min(r.view.doc.Width()-1, r.columns-max(r.view.indent(r.columns), markerWidth))
	return newPanel(r.view.doc, r.focus, r.choice, max(width, 1))
}

// choose chooses among the references of a citation that names several.
func (r reader) choose(n int) (reader, want) {
	if r.focus.kind != onCitation {
		return r, want{say: "Tab to a citation first"}
	}
	named := len(r.article.Citations[r.focus.index].Candidates())
	if named < 2 {
		return r, want{}
	}
	r.choice = (r.choice + n + named) % named
	return r.arrange(), want{}
}

// follow goes from what is in focus to what it names.
func (r reader) follow() (reader, want) {
	switch r.focus.kind {
	case onCitation:
		c := r.article.Citations[r.focus.index]
		named := c.Candidates()
		if len(named) == 0 {
			return r, want{say: "the list has no reference " + strings.Join(c.Missing, ", ")}
		}
		return r.goTo(focus{onReference, named[r.choice] - 1}), want{}
	case onLink:
		l := r.article.Links[r.focus.index]
		if l.Kind != article.URL {
			r.history.leave(r.position())
			r = r.setFocus(focus{})
			r.view.put(r.view.doc.Find(l.Target), 0)
			return r, want{}
		}
		return r, want{say: "this leads out of the article: " + l.URL.String()}
	case onReference:
		return r.citedBy()
	}
	return r, want{say: "Tab to a citation first"}
}

// goTo jumps to a citation or reference, a reference to the top of the screen.
func (r reader) goTo(f focus) reader {
	r.history.leave(r.position())
	r = r.setFocus(f)
	s, _ := f.span(r.article)
	p := r.view.doc.Find(s.Start)
	if f.kind == onReference {
		r.view.put(p, 0)
	} else {
		r.view.put(p, r.view.height/3)
	}
	return r
}

// references goes to the references and back, or to the one of a number.
func (r reader) references(number int) (reader, want) {
	if len(r.article.References) == 0 {
		return r, want{say: "this article has no references"}
	}
	if number > 0 {
		n, ok := r.article.Labelled(number)
		if !ok {
			return r, want{say: "there is no reference " + strconv.Itoa(number)}
		}
		return r.goTo(focus{onReference, n - 1}), want{}
	}
	if r.focus.kind == onReference || r.inReferences() {
		if len(r.history.past) > 0 {
			return r.back("")
		}
	}
	if r.focus.kind == onCitation {
		if named := r.article.Citations[r.focus.index].Candidates(); len(named) > 0 {
			return r.goTo(focus{onReference, named[r.choice] - 1}), want{}
		}
	}
	return r.goTo(focus{onReference, 0}), want{}
}

// inReferences reports whether the screen begins in the reference list.
func (r reader) inReferences() bool {
	lines := r.view.lines()
	return len(lines) > 0 && lines[0].Start >= r.article.References[0].Start
}

// back goes to where the reader jumped from, or says that there is no such place.
func (r reader) back(none string) (reader, want) {
	p, ok := r.history.back(r.position())
	if !ok {
		return r, want{say: none}
	}
	return r.restore(p), want{}
}

// forward goes to where the reader went back from.
func (r reader) forward(none string) (reader, want) {
	p, ok := r.history.forward(r.position())
	if !ok {
		return r, want{say: none}
	}
	return r.restore(p), want{}
}

// position returns where the reader is.
func (r reader) position() position {
	p := position{width: r.view.doc.Width(), top: r.view.top, focus: r.focus, choice: r.choice, row: -1}
	if lines := r.view.lines(); len(lines) > 0 {
		p.offset = lines[0].Start
	}
	if s, ok := r.focus.span(r.article); ok {
		if row, ok := r.view.rowOf(r.view.doc.Find(s.Start)); ok {
			p.row = row
		}
	}
	return p
}

// restore goes to a position: to the very line and row, also where the article has
// been laid out anew since.
func (r reader) restore(p position) reader {
	r.focus, r.choice = p.focus, p.choice
	r = r.arrange()
	s, focused := p.focus.span(r.article)
	switch {
	case p.width == r.view.doc.Width():
		r.view.top = p.top
		r.view.clamp()
	case focused && p.row >= 0:
		r.view.put(r.view.doc.Find(s.Start), min(p.row, r.view.height-1))
	default:
		r.view.put(r.view.doc.Find(p.offset), 0)
	}
	return r
}

// View returns the rows of the screen.
func (r reader) View() []string {
	if r.sheet != nil {
		return r.sheet.draw(r.styles, r.columns, r.rows)
	}
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

// Status returns what the foot says of the place: how far into the article it is, and
// which of the citations is in focus.
func (r reader) Status() string {
	status := r.progress()
	switch r.focus.kind {
	case onCitation:
		status = "citation " + strconv.Itoa(r.focus.index+1) + "/" + strconv.Itoa(len(r.article.Citations)) + " · " + status
	case onReference:
		status = "reference " + strconv.Itoa(r.focus.index+1) + "/" + strconv.Itoa(len(r.article.References)) + " · " + status
	}
	return status
}

func (r reader) progress() string {
	lines := r.view.lines()
	last, ok := r.view.doc.Last()
	if !ok || len(lines) == 0 {
		return "end"
	}
	if _, visible := r.view.rowOf(last); visible {
		return "end"
	}
	return strconv.Itoa(100*lines[0].Start/max(r.article.Body.Len(), 1)) + "%"
}

// Hint names the keys that matter now.
func (r reader) Hint() []key.Binding {
	k := r.keys
	switch {
	case r.sheet != nil:
		return r.sheet.hint(k)
	case r.focus.kind == onCitation && len(r.article.Citations[r.focus.index].Candidates()) > 1:
		return []key.Binding{k.Follow, k.ChooseNext, k.CitedBy, k.Help}
	case r.focus.kind == onCitation:
		return []key.Binding{k.Follow, k.Next, k.CitedBy, k.Help}
	case r.focus.kind == onLink:
		return []key.Binding{k.Follow, k.Next, k.Back, k.Help}
	case r.focus.kind == onReference:
		return []key.Binding{k.Back, k.CitedBy, k.Help}
	}
	return []key.Binding{k.Next, k.References, k.Help, k.Quit}
}

// Title returns what the foot calls the article.
func (r reader) Title() safe.Text { return r.article.Title }
