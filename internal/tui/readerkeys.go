package tui

// readerCommands returns what keys do in the reader, in the order of the help.
func readerCommands() []commandGroup[reader] {
	type keys = []command[reader]
	return []commandGroup[reader]{
		{"Citations", keys{
			{name: "next", keys: "tab", help: "next citation or link", hint: "next citation", run: step(reader.walk, 1)},
			{name: "prev", keys: "shift+tab", help: "previous citation or link", run: step(reader.walk, -1)},
			{name: "follow", keys: "enter", help: "follow", run: plain(reader.follow)},
			{name: "hints", keys: "f", help: "show link labels", run: plain(reader.showLabels)},
			{name: "back", keys: "backspace H alt+left", help: "back to where you were", hint: "back", run: plain(reader.back)},
			{name: "forward", keys: "L alt+right", help: "forward", run: plain(reader.forward)},
			{name: "choose-next", keys: "right l", help: "next reference in the group", hint: "next in group", run: step(reader.turn, 1)},
			{name: "choose-prev", keys: "left h", help: "previous one in the group", run: step(reader.turn, -1)},
			{name: "references", keys: "r", label: "r 12r", help: "references, or reference 12", hint: "references", run: reader.references},
			{name: "cited-by", keys: "c", help: "where it is cited", run: plain(reader.showCitedAt)},
		}},
		{"Moving", keys{
			{name: "down", keys: "j down | ctrl+e", help: "line down", run: times(reader.scrollLines, 1), early: true},
			{name: "up", keys: "k up | ctrl+y", help: "line up", run: times(reader.scrollLines, -1), early: true},
			{name: "half-down", keys: "d | ctrl+d", help: "half a page down", run: times(reader.scrollHalfPages, 1), early: true},
			{name: "half-up", keys: "u | ctrl+u", help: "half a page up", run: times(reader.scrollHalfPages, -1), early: true},
			{name: "page-down", keys: "space pgdown | ctrl+f", help: "page down", run: times(reader.scrollPages, 1), early: true},
			{name: "page-up", keys: "b pgup | ctrl+b", help: "page up", run: times(reader.scrollPages, -1), early: true},
			{name: "top", keys: "g home", help: "beginning", run: reader.goToTop, early: true},
			{name: "bottom", keys: "G end", help: "end; 12G goes to line 12", run: reader.goToBottom, early: true},
			{name: "percent", keys: "%", label: "50%", help: "go to 50% of the article", run: reader.goToPercent, early: true},
			{name: "next-section", keys: "}", help: "next section", run: times(reader.section, 1)},
			{name: "prev-section", keys: "{", help: "previous section", run: times(reader.section, -1)},
		}},
		{"Finding", keys{
			{name: "search", keys: "/", help: "search", run: plain(reader.startSearch)},
			{name: "next-match", keys: "n", help: "next match", run: times(reader.nextMatch, 1)},
			{name: "prev-match", keys: "N", help: "previous match", run: times(reader.nextMatch, -1)},
			{name: "outline", keys: "t", help: "outline", run: plain(reader.showOutline)},
			{name: "set-mark", keys: "m", help: "set a mark", run: await("mark this place with which letter?", reader.setMark)},
			{name: "go-to-mark", keys: "'", help: "go to a mark; '' goes back", run: await("go to which mark? ' is where you were", reader.goToMark)},
		}},
		{"View", keys{
			{name: "aside", keys: "p", help: "references beside the text", run: plain(reader.toggleAside)},
			{name: "bare", keys: "z", help: "hide all but the text", run: plain(reader.toggleBare)},
			{name: "wider", keys: "+", help: "wider text", run: reader.widen},
			{name: "narrower", keys: "-", help: "narrower text", run: reader.narrow},
			{name: "theme", keys: "T", help: "next theme", run: ask[reader](nextTheme{})},
			{name: "mouse", keys: "M", help: "toggle mouse capture", run: ask[reader](toggleMouse{})},
			{name: "furniture", keys: "F", help: "removed page content", run: plain(reader.showRemoved)},
		}},
		{"Copy and open", keys{
			{name: "browse", keys: "o", help: "open link in the browser", run: plain(reader.browse)},
			{name: "copy", keys: "y", help: "copy the reference", run: plain(reader.copyReference)},
			{name: "copy-bibtex", keys: "Y", help: "copy as BibTeX", run: plain(reader.copyBibTeX)},
			{name: "edit", keys: "e", help: "edit the file at this line", run: plain(reader.edit)},
		}},
		{"Other", keys{
			{name: "help", keys: "?", help: "all keys", run: ask[reader](showHelp{})},
			{name: "close", keys: "esc", help: "close, or back to the list", hint: "close", run: plain(reader.close)},
			{name: "quit", keys: "q", help: "back to the list", run: ask[reader](closeScreen{})},
		}},
	}
}
