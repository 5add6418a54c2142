package reader

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui/panel"
	"etal/internal/tui/screen"
)

// A confirming is the mode that shows where something leads out of the article and asks whether to
// go there.
type confirming struct {
	plainMode
	to     safe.Text
	prompt string
	yes    func(Model) (Model, screen.Action)
}

// ask asks whether to open a URL in the browser.
func (r Model) ask(url safe.Text) (Model, screen.Action) {
	to, err := terminal.NewDestination(url.String())
	if err != nil {
		return r, screen.Say(err.Error())
	}
	r.mode = confirming{to: to.Shown(), prompt: "Enter opens it in the browser, any other key does not", yes: func(r Model) (Model, screen.Action) {
		return r.open(to)
	}}
	return r, nil
}

// open opens a URL in the browser.
func (r Model) open(to terminal.Destination) (Model, screen.Action) {
	if ref, ok := r.focus.Reference(r.article); ok {
		r.visit(ref.Number)
	}
	return r, screen.Run{Message: "opening …", Command: func(d screen.Desktop) tea.Cmd {
		return func() tea.Msg {
			if err := d.Browse(to); err != nil {
				return screen.MessageMsg(safe.Line(err.Error()).String())
			}
			return screen.MessageMsg("opened " + to.Shown().String())
		}
	}}
}

// askOutside asks whether to open a file that is not in the article's folder.
func (r Model) askOutside(open screen.OpenArticle) (Model, screen.Action) {
	r.mode = confirming{to: open.Entry.Name(), prompt: "outside this folder: Enter opens it, Esc does not", yes: func(r Model) (Model, screen.Action) {
		return r, open
	}}
	return r, nil
}

func (c confirming) update(r Model, msg tea.KeyMsg) (Model, screen.Action) {
	r.mode = nil
	if name := r.keys.Name(msg); name != "follow" && name != "browse" {
		return r, screen.Say("not opened")
	}
	return c.yes(r)
}

func (c confirming) foot(Model) string { return c.prompt }

// view shows where it leads over the last rows of the screen.
func (c confirming) view(r Model) []string {
	columns := r.textColumns()
	indent := max(r.view.Indent(columns), panel.MarkerWidth)
	p := panel.Panel{Title: "open", Items: [][]render.Line{render.Wrap(c.to, max(columns-2*indent, 1))}}
	rows, n := r.drawText(), p.Height(r.rows)
	return append(rows[:max(len(rows)-n, 0)], p.Draw(r.styles, columns, indent, n)...)
}
