package reader

import (
	"etal/internal/render"
	"etal/internal/tui/screen"
)

// page returns the lines that a page moves: two of the screen's stay in sight.
func (r Model) page() int { return max(r.view.Height-2, 1) }

func (r Model) scrollLines(n int) (Model, screen.Action) {
	r.view.Scroll(n)
	return r, nil
}

func (r Model) scrollHalfPages(n int) (Model, screen.Action) {
	return r.scrollLines(n * max(r.page()/2, 1))
}

func (r Model) scrollPages(n int) (Model, screen.Action) { return r.scrollLines(n * r.page()) }

// goToTop goes to the beginning or, with a count, to that line.
func (r Model) goToTop(count int) (Model, screen.Action) {
	r.jump()
	first, _ := r.view.Doc.First()
	line, _ := r.view.Doc.Next(first, max(count-1, 0))
	r.view.Put(line, 0)
	return r, nil
}

// goToBottom goes to the end or, with a count, to that line.
func (r Model) goToBottom(count int) (Model, screen.Action) {
	if count > 0 {
		return r.goToTop(count)
	}
	r.jump()
	if last, ok := r.view.Doc.Last(); ok {
		r.view.Put(last, r.view.Height-1)
	}
	return r, nil
}

// goToPercent goes to where count percent of the text are read at the end of the screen; without
// a count, to its beginning.
func (r Model) goToPercent(count int) (Model, screen.Action) {
	r.jump()
	r.view.Put(r.view.Doc.Find(r.textLength()*min(count, 100)/100), r.view.Height-1)
	return r, nil
}

// section goes n headings on, or back.
func (r Model) section(n int) (Model, screen.Action) {
	if len(r.article.Headings) == 0 {
		return r, nil
	}
	at := r.view.Top
	if len(r.view.Doc.Block(at.Block)) > 0 && r.view.Doc.Line(at).Len() == 0 {
		at, _ = r.view.Doc.Next(at, 1) // a blank line belongs to what is below it
	}
	top := func(i int) render.Place { return r.view.Doc.Find(r.article.Headings[i].Start) }
	i := r.article.HeadingAt(r.view.Doc.Line(at).Start)
	switch {
	case n > 0:
		i += n
	case i >= 0 && top(i).Before(at):
		i += n + 1
	default:
		i += n
	}
	switch {
	case i >= len(r.article.Headings):
		return r, nil
	case i < 0:
		r.view.Top, _ = r.view.Doc.First()
	default:
		r.view.Put(top(i), 0)
	}
	return r, nil
}
