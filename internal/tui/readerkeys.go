package tui

import "etal/internal/tui/screen"

// readerCommands returns what keys do in the reader, in the order of the help.
func readerCommands() []screen.CommandGroup[reader] {
	type keys = []screen.Command[reader]
	return []screen.CommandGroup[reader]{
		{Title: "Citations", Commands: keys{
			{Name: "next", Keys: "tab", Help: "next citation or link", Hint: "next citation", Run: screen.Step(reader.walk, 1)},
			{Name: "prev", Keys: "shift+tab", Help: "previous citation or link", Run: screen.Step(reader.walk, -1)},
			{Name: "follow", Keys: "enter", Help: "follow", Run: screen.Plain(reader.follow)},
			{Name: "hints", Keys: "f", Help: "show link labels", Run: screen.Plain(reader.showLabels)},
			{Name: "back", Keys: "backspace H alt+left", Help: "back to where you were", Hint: "back", Run: screen.Plain(reader.back)},
			{Name: "forward", Keys: "L alt+right", Help: "forward", Run: screen.Plain(reader.forward)},
			{Name: "choose-next", Keys: "right l", Help: "next reference in the group", Hint: "next in group", Run: screen.Step(reader.turn, 1)},
			{Name: "choose-prev", Keys: "left h", Help: "previous one in the group", Run: screen.Step(reader.turn, -1)},
			{Name: "references", Keys: "r", Label: "r 12r", Help: "references, or reference 12", Hint: "references", Run: reader.references},
			{Name: "cited-by", Keys: "c", Help: "where it is cited", Run: screen.Plain(reader.showCitedAt)},
		}},
		{Title: "Moving", Commands: keys{
			{Name: "down", Keys: "j down | ctrl+e", Help: "line down", Run: screen.Times(reader.scrollLines, 1), Early: true},
			{Name: "up", Keys: "k up | ctrl+y", Help: "line up", Run: screen.Times(reader.scrollLines, -1), Early: true},
			{Name: "half-down", Keys: "d | ctrl+d", Help: "half a page down", Run: screen.Times(reader.scrollHalfPages, 1), Early: true},
			{Name: "half-up", Keys: "u | ctrl+u", Help: "half a page up", Run: screen.Times(reader.scrollHalfPages, -1), Early: true},
			{Name: "page-down", Keys: "space pgdown | ctrl+f", Help: "page down", Run: screen.Times(reader.scrollPages, 1), Early: true},
			{Name: "page-up", Keys: "b pgup | ctrl+b", Help: "page up", Run: screen.Times(reader.scrollPages, -1), Early: true},
			{Name: "top", Keys: "g home", Help: "beginning", Run: reader.goToTop, Early: true},
			{Name: "bottom", Keys: "G end", Help: "end; 12G goes to line 12", Run: reader.goToBottom, Early: true},
			{Name: "percent", Keys: "%", Label: "50%", Help: "go to 50% of the article", Run: reader.goToPercent, Early: true},
			{Name: "next-section", Keys: "}", Help: "next section", Run: screen.Times(reader.section, 1)},
			{Name: "prev-section", Keys: "{", Help: "previous section", Run: screen.Times(reader.section, -1)},
		}},
		{Title: "Finding", Commands: keys{
			{Name: "search", Keys: "/", Help: "search", Run: screen.Plain(reader.startSearch)},
			{Name: "next-match", Keys: "n", Help: "next match", Run: screen.Times(reader.nextMatch, 1)},
			{Name: "prev-match", Keys: "N", Help: "previous match", Run: screen.Times(reader.nextMatch, -1)},
			{Name: "outline", Keys: "t", Help: "outline", Run: screen.Plain(reader.showOutline)},
			{Name: "set-mark", Keys: "m", Help: "set a mark", Run: await("mark this place with which letter?", reader.setMark)},
			{Name: "go-to-mark", Keys: "'", Help: "go to a mark; '' goes back", Run: await("go to which mark? ' is where you were", reader.goToMark)},
		}},
		{Title: "View", Commands: keys{
			{Name: "aside", Keys: "p", Help: "references beside the text", Run: screen.Plain(reader.toggleAside)},
			{Name: "bare", Keys: "z", Help: "hide all but the text", Run: screen.Plain(reader.toggleBare)},
			{Name: "wider", Keys: "+", Help: "wider text", Run: reader.widen},
			{Name: "narrower", Keys: "-", Help: "narrower text", Run: reader.narrow},
			{Name: "theme", Keys: "T", Help: "next theme", Run: screen.Ask[reader](screen.NextTheme{})},
			{Name: "mouse", Keys: "M", Help: "toggle mouse capture", Run: screen.Ask[reader](screen.ToggleMouse{})},
			{Name: "furniture", Keys: "F", Help: "removed page content", Run: screen.Plain(reader.showRemoved)},
		}},
		{Title: "Copy and open", Commands: keys{
			{Name: "browse", Keys: "o", Help: "open link in the browser", Run: screen.Plain(reader.browse)},
			{Name: "copy", Keys: "y", Help: "copy the reference", Run: screen.Plain(reader.copyReference)},
			{Name: "copy-bibtex", Keys: "Y", Help: "copy as BibTeX", Run: screen.Plain(reader.copyBibTeX)},
			{Name: "edit", Keys: "e", Help: "edit the file at this line", Run: screen.Plain(reader.edit)},
		}},
		{Title: "Other", Commands: keys{
			{Name: "help", Keys: "?", Help: "all keys", Run: screen.Ask[reader](screen.ShowHelp{})},
			{Name: "close", Keys: "esc", Help: "close, or back to the list", Hint: "close", Run: screen.Plain(reader.close)},
			{Name: "quit", Keys: "q", Help: "back to the list", Run: screen.Ask[reader](screen.CloseScreen{})},
		}},
	}
}
