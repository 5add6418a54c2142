package reader

import (
	"maps"
	"net/url"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// follow goes from what is in focus to what it names.
func (r Model) follow() (Model, screen.Action) {
	switch r.focus.Kind {
	case nav.Citation:
		ref, ok := r.focus.Reference(r.article)
		if !ok {
			return r, screen.Say("the list has no reference " + strings.Join(r.article.Citations[r.focus.Index].Missing, ", "))
		}
		return r.goTo(nav.OnReference(ref.Number)), nil
	case nav.Link:
		return r.followLink(r.article.Links[r.focus.Index])
	case nav.Reference:
		if r.held.Entry != nil {
			return r.openHeld()
		}
		if url, ok := r.article.References[r.focus.Index].URL(); ok {
			return r.ask(url)
		}
		return r.showCitedAt()
	}
	return r, screen.Say("Tab to a citation first")
}

// followLink goes to where a link leads: inside the article, to a file beside it, or out
// into the web, which is asked about first.
func (r Model) followLink(l article.Link) (Model, screen.Action) {
	switch {
	case l.Inside():
		r.jump()
		r = r.setFocus(nav.Focus{})
		r.view.Put(r.view.Doc.Find(l.Target), 0)
		return r, nil
	case l.Kind == article.File:
		path, part, _ := strings.Cut(l.URL.String(), "#")
		if name, err := url.PathUnescape(part); err == nil {
			part = name
		}
		e, inside, err := r.entry.Beside(path)
		open := screen.OpenArticle{Entry: e, Part: part}
		switch {
		case err != nil:
			return r, screen.Say(err.Error())
		case !inside:
			return r.askOutside(open)
		}
		return r, open
	}
	return r.ask(l.URL)
}

// GoToPart goes to the part of the article that has a name, to the top of the screen, and reports
// whether there is one.
func (r Model) GoToPart(name string) (Model, bool) {
	offset, ok := r.article.Anchor(name)
	if ok {
		r.view.Put(r.view.Doc.Find(offset), 0)
	}
	return r, ok
}

// goTo jumps to a citation or reference, a reference to the top of the screen.
func (r Model) goTo(f nav.Focus) Model {
	r.jump()
	r = r.setFocus(f)
	s, _ := f.Span(r.article)
	p := r.view.Doc.Find(s.Start)
	if f.Kind == nav.Reference {
		r.visit(f.Index + 1)
		r.view.Put(p, 0)
	} else {
		r.view.Put(p, r.view.Height/3)
	}
	return r
}

// visit notes that the reader was at a reference.
func (r *Model) visit(number int) {
	visits := maps.Clone(r.visits)
	if visits == nil {
		visits = map[int]int{}
	}
	visits[number]++
	r.visits = visits
}

// references goes to the references and back, or to the one of a number.
func (r Model) references(number int) (Model, screen.Action) {
	if len(r.article.References) == 0 {
		return r, screen.Say("this article has no references")
	}
	if number > 0 {
		n, ok := r.article.Labelled(number, r.sourceOffset())
		if !ok {
			return r, screen.Say("there is no reference " + strconv.Itoa(number))
		}
		return r.goTo(nav.OnReference(n)), nil
	}
	if r.focus.Kind == nav.Reference || r.inReferences() {
		if _, ok := r.history.Last(); ok {
			return r.back()
		}
	}
	if ref, ok := r.focus.Reference(r.article); ok && r.focus.Kind == nav.Citation {
		return r.goTo(nav.OnReference(ref.Number)), nil
	}
	return r.goTo(nav.OnReference(r.article.ListFor(r.sourceOffset())[0].Number)), nil
}

// inReferences reports whether the screen begins in a reference list, or behind the last.
func (r Model) inReferences() bool {
	lines := r.view.Lines()
	return len(lines) > 0 && lines[0].Start >= r.article.ListFor(lines[0].Start)[0].Start
}
