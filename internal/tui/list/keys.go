package list

import "etal/internal/tui/screen"

// Hints returns the keys for the foot.
func (l Model) Hints() []screen.Hint { return l.keys.Hints("open", "filter", "help", "quit") }

// Help returns the keys of the list.
func (l Model) Help() []screen.HelpGroup { return l.keys.Help() }

// Commands returns what keys do in the list, in the order of the help.
func Commands() []screen.CommandGroup[Model] {
	return []screen.CommandGroup[Model]{{Title: "The list", Commands: []screen.Command[Model]{
		{Name: "filter", Keys: "/", Label: "type", Help: "to filter, or / first", Hint: "to filter", Run: screen.Ask[Model](screen.Say("type to filter"))},
		{Name: "open", Keys: "enter", Help: "read", Run: screen.Plain(Model.open)},
		{Name: "down", Keys: "down j | ctrl+n", Help: "down", Run: screen.Step(Model.move, 1)},
		{Name: "up", Keys: "up k | ctrl+p", Help: "up", Run: screen.Step(Model.move, -1)},
		{Name: "page-down", Keys: "pgdown | ctrl+f", Help: "page down", Run: screen.Step(Model.movePages, 1)},
		{Name: "page-up", Keys: "pgup | ctrl+b", Help: "page up", Run: screen.Step(Model.movePages, -1)},
		{Name: "top", Keys: "home", Help: "first article", Run: screen.Step(Model.move, -screen.ToEnd)},
		{Name: "bottom", Keys: "end", Help: "last article", Run: screen.Step(Model.move, screen.ToEnd)},
		{Name: "clear", Keys: "esc", Help: "clear the filter, or quit", Run: screen.Plain(Model.clear)},
		{Name: "help", Keys: "?", Help: "all keys", Run: screen.Ask[Model](screen.ShowHelp{})},
		{Name: "quit", Keys: "q", Help: "quit", Run: screen.Ask[Model](screen.CloseScreen{})},
	}}}
}
