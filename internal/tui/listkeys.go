package tui

// listCommands returns what keys do in the list, in the order of the help.
func listCommands() []commandGroup[list] {
	return []commandGroup[list]{{"The list", []command[list]{
		{name: "filter", keys: "/", label: "type", help: "to filter, or / first", hint: "to filter", run: ask[list](say("type to filter"))},
		{name: "open", keys: "enter", help: "read", run: plain(list.open)},
		{name: "down", keys: "down j | ctrl+n", help: "down", run: step(list.move, 1)},
		{name: "up", keys: "up k | ctrl+p", help: "up", run: step(list.move, -1)},
		{name: "page-down", keys: "pgdown | ctrl+f", help: "page down", run: step(list.movePages, 1)},
		{name: "page-up", keys: "pgup | ctrl+b", help: "page up", run: step(list.movePages, -1)},
		{name: "top", keys: "home", help: "first article", run: step(list.move, -toEnd)},
		{name: "bottom", keys: "end", help: "last article", run: step(list.move, toEnd)},
		{name: "clear", keys: "esc", help: "clear the filter, or quit", run: plain(list.clear)},
		{name: "help", keys: "?", help: "all keys", run: ask[list](showHelp{})},
		{name: "quit", keys: "q", help: "quit", run: ask[list](closeScreen{})},
	}}}
}
