package reader

import (
	"strconv"

	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// pageColumns is how wide a terminal is from which on the foot names the page beside what is in focus.
const pageColumns = 60

// sourcePage returns the page that the foot names, as "p. 7/21", or "p. iv" where it has a label. It is empty
// if the article has no pages, or there is no room.
func (r Model) sourcePage() string {
	if (r.focus.Kind != nav.Nothing || r.search.shown()) && r.columns < pageColumns {
		return ""
	}
	p, ok := r.article.Pages.At(r.sourceOffset())
	switch {
	case !ok:
		return ""
	case p.Label.Len() > 0:
		return "p. " + p.Name()
	}
	return "p. " + p.Name() + "/" + strconv.Itoa(r.pages)
}

// sourceOffset returns the place whose page is named: of what is in focus, or else the end of the first line
// on screen, in which the page may begin.
func (r Model) sourceOffset() int {
	if s, ok := r.focus.Span(r.article); ok {
		return s.Start
	}
	for _, l := range r.view.Lines() {
		if l.Len() > 0 {
			return l.End - 1
		}
	}
	return 0
}

// pageOrAside goes to a page. Without a number it shows the references in view beside the text, or not
// any more.
func (r Model) pageOrAside(number int) (Model, screen.Action) {
	if number == 0 {
		return r.toggleAside()
	}
	if len(r.article.Pages) == 0 {
		return r, screen.Say("this article has no pages")
	}
	p, ok := r.article.Pages.Named(strconv.Itoa(number))
	if !ok {
		return r, screen.Say("there is no page " + strconv.Itoa(number))
	}
	r.jump()
	r = r.setFocus(nav.Focus{})
	r.view.Put(r.view.Doc.Find(p.Start), 0)
	return r, nil
}
