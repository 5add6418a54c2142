package list

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"etal/internal/tui/screen"
)

// maxPattern bounds the filter's pattern, in letters.
const maxPattern = 200

// pattern returns what the list is filtered by.
func (l Model) pattern() string { return l.input.Value() }

// Typing reports whether the filter is being typed.
func (l Model) Typing() bool { return l.typing }

// startTyping opens the filter's input.
func (l Model) startTyping() (Model, screen.Action) {
	l.typing = true
	l.input.CursorEnd()
	return l.choose(l.chosen), nil
}

// typed answers a key while the filter is typed: each letter is one of the filter.
func (l Model) typed(msg tea.KeyMsg) (Model, screen.Action) {
	switch msg.Type {
	case tea.KeyEnter:
		l.typing = false
		return l.choose(l.chosen), nil
	case tea.KeyEsc:
		return l.clear()
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown, tea.KeyCtrlN, tea.KeyCtrlP:
		if c, ok := l.keys.Find(msg); ok {
			return c.Run(l, 0)
		}
		return l, nil
	}
	before := l.pattern()
	l.input, _ = l.input.Update(msg)
	if printable := strings.Map(onlyPrintable, l.pattern()); printable != l.pattern() {
		l.input.SetValue(printable)
	}
	if l.pattern() == before {
		return l, nil
	}
	return l.arrange().choose(0), nil
}

// onlyPrintable maps what is not shown as a sign of its own to nothing.
func onlyPrintable(r rune) rune {
	if !unicode.IsGraphic(r) {
		return -1
	}
	return r
}

// clear closes the filter's input and lifts the filter. What is chosen stays chosen.
func (l Model) clear() (Model, screen.Action) {
	l.typing = false
	l.input.SetValue("")
	return l.arrange(), nil
}
