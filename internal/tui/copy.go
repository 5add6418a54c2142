package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/terminal"
)

// takeKey answers the keys that take something out of the article: into the browser, the
// clipboard, the editor.
func (r reader) takeKey(msg tea.KeyMsg, _ int) (reader, want, bool) {
	var w want
	k := r.keys
	switch {
	case key.Matches(msg, k.Browse):
		r, w = r.browse()
	case key.Matches(msg, k.Copy):
		w = r.copyReference()
	case key.Matches(msg, k.CopyBibtex):
		w = r.copyBibTeX()
	case key.Matches(msg, k.Edit):
		w = r.edit()
	default:
		return r, w, false
	}
	return r, w, true
}

// noReference is the answer to a key that needs a reference.
var noReference = want{say: "Tab to a citation first, or go to a reference"}

// browse asks whether to open where the reference or the link in focus leads.
func (r reader) browse() (reader, want) {
	if r.focus.Kind == nav.Link {
		if l := r.article.Links[r.focus.Index]; l.Kind == article.URL {
			return r.ask(l.URL)
		}
		return r, want{say: "this does not lead out of the article: Enter goes there"}
	}
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, noReference
	}
	address, ok := ref.Address()
	if !ok {
		return r, want{say: "this reference has no address"}
	}
	return r.ask(address)
}

// An asking is the mode in which the address that would be opened is shown.
type asking struct {
	plainMode
	to terminal.Destination
}

func (r reader) ask(address safe.Text) (reader, want) {
	to, err := terminal.NewDestination(address.String())
	if err != nil {
		return r, want{say: err.Error()}
	}
	r.mode = asking{to: to}
	return r, want{}
}

func (a asking) update(r reader, msg tea.KeyMsg) (reader, want) {
	r.mode = nil
	if !key.Matches(msg, r.keys.Follow, r.keys.Browse) {
		return r, want{say: "not opened"}
	}
	if ref, ok := r.focus.Reference(r.article); ok {
		r.visit(ref.Number)
	}
	return r, want{say: "opening …", do: func(d Desktop) tea.Cmd {
		return func() tea.Msg {
			if err := d.Browse(a.to); err != nil {
				return saidMsg(safe.Line(err.Error()).String())
			}
			return saidMsg("opened " + a.to.Shown().String())
		}
	}}
}

func (a asking) foot(reader) string { return "Enter opens it in the browser, any other key does not" }

// view shows the address over the last rows of the screen.
func (a asking) view(r reader) []string {
	columns := r.textColumns()
	indent := max(r.view.indent(columns), markerWidth)
	p := panel{title: "open", items: [][]render.Line{saying(a.to.Shown(), max(columns-2*indent, 1))}}
	rows, n := r.drawText(), p.height(r.rows)
	return append(rows[:max(len(rows)-n, 0)], p.draw(r.styles, columns, indent, n)...)
}

// copyReference copies the reference as the article prints it.
func (r reader) copyReference() want {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return noReference
	}
	return copying(ref.Text, "the reference")
}

// copyBibTeX copies the reference as BibTeX.
func (r reader) copyBibTeX() want {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return noReference
	}
	var b strings.Builder
	if err := bibtex.Write(&b, []bib.Item{ref.Entry()}); err != nil {
		return want{say: err.Error()}
	}
	entry := safe.New(b.String())
	first, _, _ := strings.Cut(entry.String(), ",")
	return copying(entry, "BibTeX: "+first)
}

// copying copies a text and says what it was.
func copying(text safe.Text, what string) want {
	return want{do: func(d Desktop) tea.Cmd {
		return func() tea.Msg {
			ways, err := d.Copy(text)
			switch {
			case err != nil:
				return saidMsg(safe.Line(err.Error()).String())
			case len(ways) == 1 && ways[0] == terminal.ByTerminal:
				return saidMsg("copied " + what + ", if the terminal lets programs copy")
			}
			return saidMsg("copied " + what)
		}
	}}
}

// edit opens the article's file in the reader's editor, at the line on screen.
func (r reader) edit() want {
	if r.entry.Path == "" {
		return want{say: "this article is no file"}
	}
	entry, a, offset := r.entry, r.article, r.position().offset
	return want{do: func(d Desktop) tea.Cmd {
		return func() tea.Msg { // in which the line is looked for, in the whole file
			return d.Edit(entry.Path, entry.Line(a, offset), func(err error) tea.Msg { return editedMsg{err} })()
		}
	}}
}

// A saidMsg is what became of something that was done outside.
type saidMsg string

// An editedMsg tells that the editor was left.
type editedMsg struct{ err error }

// edited reads the article again that may have been edited.
func (m Model) edited(msg editedMsg) (Model, tea.Cmd) {
	if msg.err != nil {
		m.message = safe.Line(fmt.Sprintf("the editor: %v", msg.err)).String()
	}
	m.watching++
	again := tea.Cmd(m.readAgain())
	if m.mouseless {
		return m, again
	}
	return m, tea.Batch(again, tea.EnableMouseCellMotion) // which Bubble Tea does not restore
}
