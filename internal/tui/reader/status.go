package reader

import (
	"slices"
	"strconv"

	"etal/internal/nav"
	"etal/internal/tui/screen"
)

// Status returns the position for the foot: the progress, the page, and what is in focus.
func (r Model) Status() string {
	status := r.progress()
	if page := r.sourcePage(); page != "" {
		status = page + " · " + status
	}
	switch r.focus.Kind {
	case nav.Citation:
		status = "citation " + strconv.Itoa(r.focus.Index+1) + "/" + strconv.Itoa(len(r.article.Citations)) + " · " + status
	case nav.Reference:
		place := "reference " + strconv.Itoa(r.focus.Index+1) + "/" + strconv.Itoa(len(r.article.References))
		if r.visits[r.focus.Index+1] > 1 {
			place += " · visited"
		}
		status = place + " · " + status
	}
	if r.search.shown() {
		status = r.search.counter() + " · " + status
	}
	return status
}

func (r Model) progress() string {
	switch {
	case r.extent == Beginning:
		return "loading …" // how long it is, is not known yet
	case r.AtEnd():
		return "end"
	}
	return screen.Percent(r.share())
}

// AtTop reports whether the screen shows the first line.
func (r Model) AtTop() bool { return r.view.AtTop() }

// AtEnd reports whether the screen shows the last line of what was read, or would without a panel.
func (r Model) AtEnd() bool {
	r.view.Height = r.rows
	last, ok := r.view.Doc.Last()
	if !ok || len(r.view.Lines()) == 0 {
		return true
	}
	_, visible := r.view.RowOf(last)
	return visible
}

// Foot returns what the open mode shows at the foot, "" for the keys of [Model.Hints].
func (r Model) Foot() string {
	if r.mode == nil {
		return ""
	}
	return r.mode.foot(r)
}

// Help returns the keys of the reader.
func (r Model) Help() []screen.HelpGroup { return r.keys.Help() }

// Hints returns the keys that matter now.
func (r Model) Hints() []screen.Hint {
	k := r.keys
	switch {
	case r.mode != nil:
		return r.mode.hint(k)
	case r.focus.Kind == nav.Citation && len(r.focus.Candidates(r.article)) > 1:
		return k.Hints(r.withElsewhere("follow", "fetch", "choose-next", "cited-by", "help")...)
	case r.focus.Kind == nav.Citation:
		return k.Hints(r.withElsewhere("follow", "fetch", "next", "cited-by", "help")...)
	case r.focus.Kind == nav.Link:
		return k.Hints("follow", "next", "back", "help")
	case r.focus.Kind == nav.Reference && r.held.Entry != nil:
		return k.Hints(r.withElsewhere("follow", "back", "fetch", "cited-by", "help")...)
	case r.focus.Kind == nav.Reference:
		return k.Hints(r.withElsewhere("back", "fetch", "cited-by", "help")...)
	case r.search.shown():
		return k.Hints("next-match", "prev-match", "close", "help")
	}
	return k.Hints("next", "references", "help", "quit")
}

// withElsewhere returns commands for the foot, second that which leads to other articles if any cite
// the reference in focus.
func (r Model) withElsewhere(commands ...string) []string {
	if len(r.elsewhere) == 0 {
		return commands
	}
	return slices.Insert(commands, 1, "cited-elsewhere")
}
