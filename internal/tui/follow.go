package tui

import (
	"maps"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/nav"
)

// followKey answers the keys that walk through citations and follow them, and those that
// come back.
func (r reader) followKey(msg tea.KeyMsg, count int) (reader, want, bool) {
	var w want
	k := r.keys
	switch {
	case key.Matches(msg, k.Next):
		r, w = r.walk(1)
	case key.Matches(msg, k.Prev):
		r, w = r.walk(-1)
	case key.Matches(msg, k.ChooseNext):
		r, w = r.choose(1)
	case key.Matches(msg, k.ChoosePrev):
		r, w = r.choose(-1)
	case key.Matches(msg, k.Follow):
		r, w = r.follow()
	case key.Matches(msg, k.Hints):
		r, w = r.startHints()
	case key.Matches(msg, k.Back):
		r, w = r.back("this is where you began")
	case key.Matches(msg, k.Forward):
		r, w = r.forward("there is nothing to go forward to")
	case key.Matches(msg, k.References):
		r, w = r.references(count)
	case key.Matches(msg, k.CitedBy):
		r, w = r.citedBy()
	default:
		return r, w, false
	}
	return r, w, true
}

// follow goes from what is in focus to what it names.
func (r reader) follow() (reader, want) {
	switch r.focus.Kind {
	case nav.Citation:
		ref, ok := r.focus.Reference(r.article)
		if !ok {
			return r, want{say: "the list has no reference " + strings.Join(r.article.Citations[r.focus.Index].Missing, ", ")}
		}
		return r.goTo(nav.OnReference(ref.Number)), want{}
	case nav.Link:
		return r.followLink(r.article.Links[r.focus.Index])
	case nav.Reference:
		if address, ok := r.article.References[r.focus.Index].Address(); ok {
			return r.ask(address)
		}
		return r.citedBy()
	}
	return r, want{say: "Tab to a citation first"}
}

// followLink goes to where a link leads: inside the article, to a file beside it, or out
// into the web, which is asked about first.
func (r reader) followLink(l article.Link) (reader, want) {
	switch {
	case l.Inside():
		r.jump()
		r = r.setFocus(nav.Focus{})
		r.view.put(r.view.doc.Find(l.Target), 0)
		return r, want{}
	case l.Kind == article.File:
		e, err := r.entry.Beside(l.URL.String())
		if err != nil {
			return r, want{say: err.Error()}
		}
		return r, want{open: e}
	}
	return r.ask(l.URL)
}

// goTo jumps to a citation or reference, a reference to the top of the screen.
func (r reader) goTo(f nav.Focus) reader {
	r.jump()
	r = r.setFocus(f)
	s, _ := f.Span(r.article)
	p := r.view.doc.Find(s.Start)
	if f.Kind == nav.Reference {
		r.visit(f.Index + 1)
		r.view.put(p, 0)
	} else {
		r.view.put(p, r.view.height/3)
	}
	return r
}

// visit notes that the reader was at a reference.
func (r *reader) visit(number int) {
	visits := maps.Clone(r.visits)
	if visits == nil {
		visits = map[int]int{}
	}
	visits[number]++
	r.visits = visits
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
		return r.goTo(nav.OnReference(n)), want{}
	}
	if r.focus.Kind == nav.Reference || r.inReferences() {
		if _, ok := r.history.Last(); ok {
			return r.back("")
		}
	}
	if ref, ok := r.focus.Reference(r.article); ok && r.focus.Kind == nav.Citation {
		return r.goTo(nav.OnReference(ref.Number)), want{}
	}
	return r.goTo(nav.OnReference(1)), want{}
}

// inReferences reports whether the screen begins in the reference list.
func (r reader) inReferences() bool {
	lines := r.view.lines()
	return len(lines) > 0 && lines[0].Start >= r.article.References[0].Start
}
