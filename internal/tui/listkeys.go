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

// toEnd is further than any list is long.
const toEnd = 1 << 30

// steps returns how far a command of the reader moves in a list over the text on a screen of
// some rows, 0 for a command that does something else.
func steps(command string, rows int) int {
	switch command {
	case "down", "next", "next-section":
		return 1
	case "up", "prev", "prev-section":
		return -1
	case "page-down", "half-down":
		return max(rows/2, 1)
	case "page-up", "half-up":
		return -max(rows/2, 1)
	case "top":
		return -toEnd
	case "bottom":
		return toEnd
	}
	return 0
}
