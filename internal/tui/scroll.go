package tui

import "etal/internal/render"

// page returns the lines that a page moves: two of the screen's stay in sight.
func (r reader) page() int { return max(r.view.height-2, 1) }

func (r reader) scrollLines(n int) (reader, Action) {
	r.view.scroll(n)
	return r, nil
}

func (r reader) scrollHalfPages(n int) (reader, Action) { return r.scrollLines(n * max(r.page()/2, 1)) }

func (r reader) scrollPages(n int) (reader, Action) { return r.scrollLines(n * r.page()) }

// goToTop goes to the beginning or, with a count, to that line.
func (r reader) goToTop(count int) (reader, Action) {
	r.jump()
	first, _ := r.view.doc.First()
	line, _ := r.view.doc.Next(first, max(count-1, 0))
	r.view.put(line, 0)
	return r, nil
}

// goToBottom goes to the end or, with a count, to that line.
func (r reader) goToBottom(count int) (reader, Action) {
	if count > 0 {
		return r.goToTop(count)
	}
	r.jump()
	if last, ok := r.view.doc.Last(); ok {
		r.view.put(last, r.view.height-1)
	}
	return r, nil
}

// goToPercent goes to count percent of the text; without a count, to its beginning.
func (r reader) goToPercent(count int) (reader, Action) {
	r.jump()
	r.view.put(r.view.doc.Find(r.article.Body.Len()*min(count, 100)/100), 0)
	return r, nil
}

// section goes n headings on, or back.
func (r reader) section(n int) (reader, Action) {
	if len(r.article.Headings) == 0 {
		return r, nil
	}
	at := r.view.top
	if len(r.view.doc.Block(at.Block)) > 0 && r.view.doc.Line(at).Len() == 0 {
		at, _ = r.view.doc.Next(at, 1) // a blank line belongs to what is below it
	}
	top := func(i int) render.Place { return r.view.doc.Find(r.article.Headings[i].Start) }
	i := r.article.HeadingAt(r.view.doc.Line(at).Start)
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
		r.view.top, _ = r.view.doc.First()
	default:
		r.view.put(top(i), 0)
	}
	return r, nil
}
