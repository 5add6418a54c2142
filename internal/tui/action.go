package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/library"
	"etal/internal/nav"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/terminal"
)

// An Action is what a screen asks of the program in answer to a key or a click; nil is
// nothing.
type Action interface{ action() }

type (
	// say shows a message at the foot.
	say string
	// openArticle opens an article: at a position with a history, or where it was left
	// and the history goes on.
	openArticle struct {
		entry   *library.Entry
		at      *position
		history *nav.History[position]
	}
	// run runs a command with the desktop, and shows a message meanwhile.
	run struct {
		message string
		command func(Desktop) tea.Cmd
	}
	closeScreen struct{} // to the list, or quits
	showHelp    struct{}
	relayout    struct{} // measures the rows above the foot again
	nextTheme   struct{}
	toggleMouse struct{}
)

func (say) action()         {}
func (openArticle) action() {}
func (run) action()         {}
func (closeScreen) action() {}
func (showHelp) action()    {}
func (relayout) action()    {}
func (nextTheme) action()   {}
func (toggleMouse) action() {}

// A position is where a reader is: in which article, the line at the top of the screen
// and what is in focus, at which row.
type position struct {
	entry  *library.Entry
	width  int          // of the text, for which top holds
	top    render.Place // the line at the top
	offset int          // its offset in the body: the top at another width
	focus  nav.Focus
	row    int // of the focus on screen, -1 where it is not on it
}

// A Desktop does what reaches outside the program's screen.
type Desktop struct {
	Copy   func(text safe.Text) ([]terminal.CopyWay, error)
	Browse func(to terminal.Destination) error
	// Edit returns the command that gives the terminal to an editor until it is closed.
	Edit func(path string, line int, left func(error) tea.Msg) tea.Cmd
}

// A messageMsg reports the outcome of an action of the desktop.
type messageMsg string

// An editorClosedMsg reports that the editor was closed.
type editorClosedMsg struct{ err error }
