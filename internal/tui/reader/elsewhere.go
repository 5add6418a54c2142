package reader

import (
	"strings"

	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// SetWorks sets the index of the works that other articles cite or are. What is in focus stays on screen,
// if it was, though its panel may grow.
func (r Model) SetWorks(works library.Works) Model {
	r.works = works
	if r.focus.Kind == nav.Nothing || r.view.Doc == nil || len(r.citing()) == len(r.elsewhere) && r.holding().Entry == r.held.Entry {
		return r
	}
	visible := r.Position().Row >= 0
	r = r.arrange()
	if visible {
		r = r.reveal()
	}
	r.anchor = r.Position()
	return r
}

// HasReference reports whether a reference is in focus, or a citation that names one.
func (r Model) HasReference() bool {
	if r.article == nil {
		return false
	}
	_, ok := r.focus.Reference(r.article)
	return ok
}

// citing returns the other articles that cite the reference in focus.
func (r Model) citing() []library.Citing {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return nil
	}
	return r.works.Citing(ref.Fields(), r.entry)
}

// alsoCited returns the lines that name the other articles that cite the reference in focus.
func (r Model) alsoCited(width int) []render.Line {
	if len(r.elsewhere) == 0 {
		return nil
	}
	var titles []string
	for _, c := range r.elsewhere {
		titles = append(titles, c.Title.String())
	}
	return render.Wrap(safe.New("Also cited in: "+strings.Join(titles, "; ")), width)
}

// showElsewhere goes to where another article cites the reference in focus, or opens the list of
// those that do.
func (r Model) showElsewhere() (Model, screen.Action) {
	switch all := r.elsewhere; {
	case !r.HasReference():
		return r, noReference
	case len(all) == 0:
		return r, screen.Say("no other article here cites it")
	case len(all) == 1:
		return r, r.goElsewhere(all[0])
	default:
		r.mode = sheet{
			title:  "Also cited in",
			count:  len(all),
			text:   func(i int) safe.Text { return all[i].Title },
			choose: func(r Model, i int) (Model, screen.Action) { return r, r.goElsewhere(all[i]) },
		}
		return r, nil
	}
}

// goElsewhere returns the action that opens another article where it first cites the reference.
func (r Model) goElsewhere(c library.Citing) screen.Action {
	at := screen.Position{Entry: c.Entry, Offset: c.Start, Row: r.view.Height / 3}
	at.Focus = nav.OnReference(c.Reference)
	if c.Citation >= 0 {
		at.Focus = nav.Focus{Kind: nav.Citation, Index: c.Citation, Group: c.Group}
	}
	return screen.OpenArticle{Entry: c.Entry, At: &at}
}
