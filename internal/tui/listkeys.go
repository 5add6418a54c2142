package tui

import "etal/internal/tui/screen"

// Hints returns the keys for the foot.
func (l list) Hints() []screen.Hint { return l.keys.Hints("open", "filter", "help", "quit") }

// Help returns the keys of the list.
func (l list) Help() []screen.HelpGroup { return l.keys.Help() }

// listCommands returns what keys do in the list, in the order of the help.
func listCommands() []screen.CommandGroup[list] {
	return []screen.CommandGroup[list]{{Title: "The list", Commands: []screen.Command[list]{
		{Name: "filter", Keys: "/", Label: "type", Help: "to filter, or / first", Hint: "to filter", Run: screen.Ask[list](screen.Say("type to filter"))},
		{Name: "open", Keys: "enter", Help: "read", Run: screen.Plain(list.open)},
		{Name: "down", Keys: "down j | ctrl+n", Help: "down", Run: screen.Step(list.move, 1)},
		{Name: "up", Keys: "up k | ctrl+p", Help: "up", Run: screen.Step(list.move, -1)},
		{Name: "page-down", Keys: "pgdown | ctrl+f", Help: "page down", Run: screen.Step(list.movePages, 1)},
		{Name: "page-up", Keys: "pgup | ctrl+b", Help: "page up", Run: screen.Step(list.movePages, -1)},
		{Name: "top", Keys: "home", Help: "first article", Run: screen.Step(list.move, -screen.ToEnd)},
		{Name: "bottom", Keys: "end", Help: "last article", Run: screen.Step(list.move, screen.ToEnd)},
		{Name: "clear", Keys: "esc", Help: "clear the filter, or quit", Run: screen.Plain(list.clear)},
		{Name: "help", Keys: "?", Help: "all keys", Run: screen.Ask[list](screen.ShowHelp{})},
		{Name: "quit", Keys: "q", Help: "quit", Run: screen.Ask[list](screen.CloseScreen{})},
	}}}
}
