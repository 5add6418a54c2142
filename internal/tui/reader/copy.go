package reader

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/nav"
	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui/screen"
)

// noReference is the answer to a key that needs a reference.
var noReference = screen.Say("Tab to a citation first, or go to a reference")

// fetch asks for the work that the reference in focus names, or the page that the link in focus leads to.
func (r Model) fetch() (Model, screen.Action) {
	if r.focus.Kind == nav.Link {
		switch l := r.article.Links[r.focus.Index]; {
		case l.Kind != article.URL:
			return r, screen.Say("this link stays in the article: Enter follows it")
		case strings.HasPrefix(l.URL.String(), "mailto:"):
			return r, screen.Say("this link leads to no page")
		default:
			return r, screen.OpenWork{Item: bib.Item{URL: l.URL.String()}}
		}
	}
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, noReference
	}
	r.visit(ref.Number)
	return r, screen.OpenWork{Item: ref.Fields()}
}

// browse asks whether to open the URL of the reference or link in focus or, where nothing is, that of the article.
func (r Model) browse() (Model, screen.Action) {
	if page, ok := r.webPage(); ok && r.focus.Kind == nav.Nothing {
		return r.ask(page)
	}
	if r.focus.Kind == nav.Link {
		if l := r.article.Links[r.focus.Index]; l.Kind == article.URL {
			return r.ask(l.URL)
		}
		return r, screen.Say("this link stays in the article: Enter follows it")
	}
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, noReference
	}
	url, ok := ref.URL()
	if !ok {
		return r, screen.Say("this reference has no URL")
	}
	return r.ask(url)
}

// webPage returns the URL of the page of the article, and reports whether there is one.
func (r Model) webPage() (safe.Text, bool) {
	if page, ok := r.entry.Page(); ok {
		return page, true
	}
	if len(r.article.IDs) == 0 {
		return safe.Text{}, false
	}
	return safe.Line(r.article.IDs[0].URL()), true
}

// copyReference copies the reference as the article prints it.
func (r Model) copyReference() (Model, screen.Action) {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, noReference
	}
	return r, copyText(ref.Text, "reference")
}

// copyBibTeX copies the reference as BibTeX.
func (r Model) copyBibTeX() (Model, screen.Action) {
	ref, ok := r.focus.Reference(r.article)
	if !ok {
		return r, noReference
	}
	var b strings.Builder
	if err := bibtex.Write(&b, []bib.Item{ref.Entry()}); err != nil {
		return r, screen.Say(err.Error())
	}
	entry := safe.New(b.String())
	first, _, _ := strings.Cut(entry.String(), ",")
	return r, copyText(entry, "BibTeX: "+first)
}

// copyText copies a text; what names it in the message.
func copyText(text safe.Text, what string) screen.Action {
	return screen.Run{Command: func(d screen.Desktop) tea.Cmd {
		return func() tea.Msg {
			ways, err := d.Copy(text)
			switch {
			case err != nil:
				return screen.MessageMsg(safe.Line(err.Error()).String())
			case len(ways) == 1 && ways[0] == terminal.ByTerminal:
				return screen.MessageMsg(what + " sent to the clipboard (OSC 52)")
			}
			return screen.MessageMsg("copied " + what)
		}
	}}
}

// edit opens the article's file in the reader's editor, at the line on screen.
func (r Model) edit() (Model, screen.Action) {
	if r.entry.Path == "" {
		return r, screen.Say("this article is not a file")
	}
	if !r.article.Format.IsText() {
		return r, screen.Say("text editors cannot open " + strings.ToUpper(string(r.article.Format)))
	}
	entry, a, offset := r.entry, r.article, r.Position().Offset
	return r, screen.Run{Command: func(d screen.Desktop) tea.Cmd {
		return func() tea.Msg { // in which the line is looked for, in the whole file
			return d.Edit(entry.Path, entry.Line(a, offset), func(err error) tea.Msg { return screen.EditorClosedMsg{Err: err} })()
		}
	}}
}
