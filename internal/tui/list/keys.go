package list

import "etal/internal/tui/screen"

// Hints returns the keys for the foot.
func (l Model) Hints() []screen.Hint {
	switch {
	case l.typing:
		return []screen.Hint{{Key: "Enter", Does: "keep the filter"}, {Key: "Esc", Does: "clear it"}, {Key: "↓", Does: "down"}}
	case l.pattern() != "":
		return l.keys.Hints("open", "clear", "help", "quit")
	case l.chosen < len(l.shown) && l.shown[l.chosen].gone:
		return l.keys.Hints("remove", "help", "quit")
	}
	return l.keys.Hints("open", "filter", "sort", "help", "quit")
}

// Help returns the keys of the list.
func (l Model) Help() []screen.HelpGroup { return l.keys.Help() }

// Commands returns what keys do in the list, in the order of the help.
func Commands() []screen.CommandGroup[Model] {
	return []screen.CommandGroup[Model]{{Title: "The list", Commands: []screen.Command[Model]{
		{Name: "open", Keys: "enter", Help: "read", Run: screen.Plain(Model.open)},
		{Name: "filter", Keys: "/", Help: "filter", Run: screen.Plain(Model.startTyping)},
		{Name: "clear", Keys: "esc", Help: "clear the filter", Hint: "clear", Run: screen.Plain(Model.clear)},
		{Name: "sort", Keys: "s", Help: "sort: recent, title, length", Hint: "sort", Run: screen.Plain(Model.sort)},
		{Name: "remove", Keys: "x delete", Help: "remove from Recent", Run: screen.Plain(Model.remove)},
		{Name: "down", Keys: "j down | ctrl+n", Help: "down", Run: screen.Step(Model.move, 1)},
		{Name: "up", Keys: "k up | ctrl+p", Help: "up", Run: screen.Step(Model.move, -1)},
		{Name: "half-down", Keys: "d | ctrl+d", Help: "half a page down", Run: screen.Step(Model.moveHalfPages, 1)},
		{Name: "half-up", Keys: "u | ctrl+u", Help: "half a page up", Run: screen.Step(Model.moveHalfPages, -1)},
		{Name: "page-down", Keys: "space pgdown | ctrl+f", Help: "page down", Run: screen.Step(Model.movePages, 1)},
		{Name: "page-up", Keys: "b pgup | ctrl+b", Help: "page up", Run: screen.Step(Model.movePages, -1)},
		{Name: "top", Keys: "g home", Help: "first article", Run: screen.Step(Model.move, -screen.ToEnd)},
		{Name: "bottom", Keys: "G end", Help: "last article", Run: screen.Step(Model.move, screen.ToEnd)},
		{Name: "help", Keys: "?", Help: "all keys", Run: screen.Ask[Model](screen.ShowHelp{})},
		{Name: "quit", Keys: "q", Help: "quit", Run: screen.Ask[Model](screen.CloseScreen{})},
	}}}
}
