package reader

import (
	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/tui/screen"
)

// holding returns the article that is the work of the reference in focus, none if it is not at hand.
func (r Model) holding() library.Held {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return library.Held{}
	}
	held, _ := r.works.Holding(ref.Fields(), r.entry)
	return held
}

// openHeld opens the article that is the work of the reference in focus.
func (r Model) openHeld() (Model, screen.Action) {
	r.visit(r.focus.Index + 1)
	return r, screen.OpenArticle{Entry: r.held.Entry}
}

// The columns that the name of a file takes at least and at most in a panel, and a title at least.
const (
	leastOfName  = 12
	longestName  = 24
	leastOfTitle = 16
)

// opensHeld returns the line that says which article is the work of the reference in focus, and on what that
// rests. It has the title too if there is room for it and it is not the same.
func (r Model) opensHeld(width int) []render.Line {
	if r.held.Entry == nil {
		return nil
	}
	opens := "At hand: "
	for _, h := range r.keys.Hints("follow") {
		if opens = h.Key + " opens "; r.focus.Kind == nav.Citation {
			opens = h.Key + " twice opens "
		}
	}
	by := "same " + r.held.By
	room := width - screen.ColumnsOf(opens+by+" ()")
	from := screen.Fit(r.held.Name(), min(max(room, leastOfName), longestName))
	line := opens + from + " (" + by + ")"
	if _, remote := r.held.Entry.Page(); remote {
		if from = "fetched"; r.held.Kept {
			from = "kept"
		}
		line = opens + "the work (" + from + ", " + by + ")"
	}
	title := r.held.Title.String()
	if room -= screen.ColumnsOf(from + `"" ,`); title != "" && !r.held.ByTitle() && room >= min(leastOfTitle, screen.ColumnsOf(title)) {
		line = opens + `"` + screen.Fit(title, room) + `" (` + from + ", " + by + ")"
	}
	return render.Wrap(safe.New(line), width)
}
