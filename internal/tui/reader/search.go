package reader

import (
	"sort"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/render"
	searching "etal/internal/search"
	"etal/internal/theme"
	"etal/internal/tui/screen"
)

// A search is what the reader last looked for, and where it is found.
type search struct {
	index   *searching.Index // of the article; nil before the first search
	query   string
	matches []article.Span
	current int  // the match that the reader is at
	hidden  bool // the matches are not shown any more
}

func (s search) shown() bool { return s.query != "" && !s.hidden }

func (s search) hide() search {
	s.hidden = true
	return s
}

// find looks for another query.
func (s search) find(query string) search {
	s.query, s.hidden, s.current = query, false, 0
	s.matches = s.index.Find(query)
	return s
}

// after returns the first match that begins at or after offset, as many as there are where
// none does.
func (s search) after(offset int) int {
	return sort.Search(len(s.matches), func(i int) bool { return s.matches[i].Start >= offset })
}

// counter says which of the matches the reader is at.
func (s search) counter() string {
	if len(s.matches) == 0 {
		return "not found"
	}
	return strconv.Itoa(s.current+1) + " of " + strconv.Itoa(len(s.matches))
}

// highlights returns the matches in a span.
func (s search) highlights(span article.Span, theme theme.Theme) []render.Highlight {
	if !s.shown() {
		return nil
	}
	var out []render.Highlight
	first := sort.Search(len(s.matches), func(i int) bool { return s.matches[i].End > span.Start })
	for i := first; i < len(s.matches) && s.matches[i].Start < span.End; i++ {
		style := theme.Match
		if i == s.current {
			style = theme.CurrentMatch
		}
		out = append(out, render.Highlight{Span: s.matches[i], Style: style})
	}
	return out
}

// A prompt is the mode in which a search is typed. The text moves to the first match from
// where it began: Enter stays there, Esc goes back.
type prompt struct {
	plainMode
	line   screen.TextField
	from   screen.Position
	before search
	// entered is set where the query was entered before the article's index was made.
	entered bool
}

// An IndexedMsg brings the index of an article, made while its reader begins to type.
type IndexedMsg struct {
	article *article.Article
	index   *searching.Index
}

// startSearch opens the prompt, and has the index made if there is none yet.
func (r Model) startSearch() (Model, screen.Action) {
	r.mode = prompt{from: r.Position(), before: r.search}
	if r.search.index != nil {
		return r, nil
	}
	a := r.article
	return r, screen.Run{Command: func(screen.Desktop) tea.Cmd {
		return func() tea.Msg { return IndexedMsg{a, searching.New(a)} }
	}}
}

// Indexed takes the index of the article, if it is still the one that is read.
// A query that waits for it is looked for.
func (r Model) Indexed(msg IndexedMsg) (Model, screen.Action) {
	if msg.article != r.article || r.search.index != nil {
		return r, nil
	}
	r.search.index = msg.index
	p, ok := r.mode.(prompt)
	if ok && p.line.Text != "" {
		r = p.find(r)
	}
	if !ok || !p.entered {
		return r, nil
	}
	r, a := p.enter(r)
	if a == nil {
		a = screen.Say("") // instead of what enter said before
	}
	return r, a
}

// Searching reports whether an entered query waits for the article's index: keys but Esc have to
// wait, too.
func (r Model) Searching() bool {
	p, ok := r.mode.(prompt)
	return ok && p.entered
}

func (p prompt) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	switch {
	case msg.Type == tea.KeyEnter:
		return p.enter(r)
	case msg.Type == tea.KeyEsc, msg.Type == tea.KeyBackspace && p.line.Text == "":
		r.mode, r.search = nil, p.before.hide()
		return r.restore(p.from), nil
	}
	edited, ok := p.line.Update(msg)
	if !ok {
		return r, nil
	}
	p.line = edited
	r.mode = p
	if r.search.index == nil {
		return r, nil // indexed finds it
	}
	return p.find(r), nil
}

// find shows the first match of what was typed, from where the search began.
func (p prompt) find(r Model) Model {
	r.search = r.search.find(p.line.Text)
	if len(r.search.matches) == 0 {
		return r.restore(p.from)
	}
	r.search.current = r.search.after(p.from.Offset) % len(r.search.matches)
	return r.showMatch()
}

// enter ends the typing: the reader stays at the match. Nothing typed looks for what was
// looked for last.
func (p prompt) enter(r Model) (Model, screen.Action) {
	r.mode = nil
	if p.line.Text == "" {
		r.search = p.before
		return r.nextMatch(1)
	}
	if r.search.index == nil {
		p.entered = true
		r.mode = p
		return r, screen.Say("searching …")
	}
	if len(r.search.matches) == 0 {
		r.search = r.search.hide()
		return r.restore(p.from), screen.Say("not found: " + p.line.Text)
	}
	r.history.Leave(p.from)
	return r, nil
}

func (p prompt) foot(Model) string { return "/" + p.line.Text + "▏" }

// nextMatch goes n matches on, or back, from what is on screen; behind the last comes the
// first.
func (r Model) nextMatch(n int) (Model, screen.Action) {
	s := r.search
	switch {
	case s.query == "":
		return r, screen.Say("search first: /")
	case len(s.matches) == 0:
		return r, screen.Say("not found: " + s.query)
	}
	r.jump()
	count, next := len(s.matches), s.step(n, r.view)
	s.current, s.hidden = (next%count+count)%count, false
	r.search = s
	r = r.showMatch()
	switch {
	case next >= count && count > 1:
		return r, screen.Say("search wrapped to top")
	case next < 0 && count > 1:
		return r, screen.Say("search wrapped to bottom")
	}
	return r, nil
}

// step returns the match n after the current one where that is on screen, and else from
// the screen's first line on. It may be beyond the first or the last.
func (s search) step(n int, v screen.View) int {
	if m := s.matches[s.current]; !v.Shows(m.Start) && !v.Shows(m.End-1) {
		s.current = s.after(v.Offset())
		if n > 0 {
			n--
		}
	}
	return s.current + n
}

// showMatch shows the current match.
func (r Model) showMatch() Model {
	r = r.setFocus(nav.Focus{})
	r.view.Show(r.view.Doc.Find(r.search.matches[r.search.current].Start))
	return r
}
