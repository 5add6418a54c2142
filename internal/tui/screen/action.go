// Package screen holds what the list and the reader share: the actions that they ask of
// the program, their tables of keys, their styles, and a view of rendered lines.
//
// It must not know either screen, nor the program that shows them.
package screen

import (
	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/bib"
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
	// Say shows a message at the foot.
	Say string
	// OpenArticle opens an article: at a position with a history, or at a part of it or where it
	// was left, with the history continued.
	OpenArticle struct {
		Entry   *library.Entry
		Part    string // the name behind the # of a link
		At      *Position
		History *nav.History[Position]
	}
	// OpenWork fetches the work that a reference names, and opens it.
	OpenWork struct{ Item bib.Item }
	// Run runs a command with the desktop, and shows a message meanwhile.
	Run struct {
		Message string
		Command func(Desktop) tea.Cmd
	}
	// CloseScreen returns to the list, or quits from there.
	CloseScreen struct{}
	// ShowHelp shows the keys of the screen.
	ShowHelp struct{}
	// Relayout measures the rows above the foot again.
	Relayout struct{}
	// NextTheme changes the colours.
	NextTheme struct{}
	// Unlist takes an article from the list of those opened lately.
	Unlist struct{ Entry *library.Entry }
	// ToggleMouse captures the mouse or releases it.
	ToggleMouse struct{}
)

func (Say) action()         {}
func (OpenArticle) action() {}
func (OpenWork) action()    {}
func (Run) action()         {}
func (CloseScreen) action() {}
func (ShowHelp) action()    {}
func (Relayout) action()    {}
func (NextTheme) action()   {}
func (Unlist) action()      {}
func (ToggleMouse) action() {}

// A Position is where a reader is: in which article, the line at the top of the screen
// and what is in focus, at which row.
type Position struct {
	Entry  *library.Entry
	Width  int          // of the text, for which top holds
	Top    render.Place // the line at the top
	Offset int          // its offset in the body: the top at another width
	Focus  nav.Focus
	Row    int // of the focus on screen, -1 where it is not on it
}

// A Desktop does what reaches outside the program's screen.
type Desktop struct {
	Copy   func(text safe.Text) ([]terminal.CopyWay, error)
	Browse func(to terminal.Destination) error
	// Edit returns the command that gives the terminal to an editor until it is closed.
	Edit func(path string, line int, left func(error) tea.Msg) tea.Cmd
}

// A MessageMsg reports the outcome of an action of the desktop.
type MessageMsg string

// An EditorClosedMsg reports that the editor was closed.
type EditorClosedMsg struct{ Err error }
