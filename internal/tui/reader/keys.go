package reader

import "etal/internal/tui/screen"

// Commands returns what keys do in the reader, in the order of the help.
func Commands() []screen.CommandGroup[Model] {
	type keys = []screen.Command[Model]
	return []screen.CommandGroup[Model]{
		{Title: "Citations", Commands: keys{
			{Name: "next", Keys: "tab", Help: "next citation or link", Hint: "next citation", Run: screen.Step(Model.walk, 1)},
			{Name: "prev", Keys: "shift+tab", Help: "previous citation or link", Run: screen.Step(Model.walk, -1)},
			{Name: "follow", Keys: "enter", Help: "follow, open the cited work", Hint: "follow", Run: screen.Plain(Model.follow)},
			{Name: "hints", Keys: "f", Help: "show link labels", Run: screen.Plain(Model.showLabels)},
			{Name: "back", Keys: "backspace H alt+left", Help: "back to where you were", Hint: "back", Run: screen.Plain(Model.back)},
			{Name: "forward", Keys: "L alt+right", Help: "forward", Run: screen.Plain(Model.forward)},
			{Name: "choose-next", Keys: "right l", Help: "next reference in the group", Hint: "next in group", Run: screen.Step(Model.turn, 1)},
			{Name: "choose-prev", Keys: "left h", Help: "previous one in the group", Run: screen.Step(Model.turn, -1)},
			{Name: "references", Keys: "r", Label: "r 12r", Help: "references, or reference 12", Hint: "references", Run: Model.references},
			{Name: "cited-by", Keys: "c", Help: "where it is cited", Run: screen.Plain(Model.showCitedAt)},
			{Name: "fetch", Keys: "O", Help: "fetch the cited work", Hint: "fetch", Run: screen.Plain(Model.fetch)},
			{Name: "cited-elsewhere", Keys: "a", Help: "other articles that cite it", Hint: "also cited in", Run: screen.Plain(Model.showElsewhere)},
		}},
		{Title: "Moving", Commands: keys{
			{Name: "down", Keys: "j down | ctrl+e", Help: "line down", Run: screen.Times(Model.scrollLines, 1), Early: true},
			{Name: "up", Keys: "k up | ctrl+y", Help: "line up", Run: screen.Times(Model.scrollLines, -1), Early: true},
			{Name: "half-down", Keys: "d | ctrl+d", Help: "half a page down", Run: screen.Times(Model.scrollHalfPages, 1), Early: true},
			{Name: "half-up", Keys: "u | ctrl+u", Help: "half a page up", Run: screen.Times(Model.scrollHalfPages, -1), Early: true},
			{Name: "page-down", Keys: "space pgdown | ctrl+f", Help: "page down", Run: screen.Times(Model.scrollPages, 1), Early: true},
			{Name: "page-up", Keys: "b pgup | ctrl+b", Help: "page up", Run: screen.Times(Model.scrollPages, -1), Early: true},
			{Name: "top", Keys: "g home", Help: "beginning", Run: Model.goToTop, Early: true},
			{Name: "bottom", Keys: "G end", Help: "end; 12G goes to line 12", Run: Model.goToBottom, Early: true},
			{Name: "percent", Keys: "%", Label: "50%", Help: "go to 50% of the article", Run: Model.goToPercent, Early: true},
			{Name: "next-section", Keys: "}", Help: "next section", Run: screen.Times(Model.section, 1)},
			{Name: "prev-section", Keys: "{", Help: "previous section", Run: screen.Times(Model.section, -1)},
		}},
		{Title: "Finding", Commands: keys{
			{Name: "search", Keys: "/", Help: "search", Run: screen.Plain(Model.startSearch)},
			{Name: "next-match", Keys: "n", Help: "next match", Run: screen.Times(Model.nextMatch, 1)},
			{Name: "prev-match", Keys: "N", Help: "previous match", Run: screen.Times(Model.nextMatch, -1)},
			{Name: "outline", Keys: "t", Help: "outline", Run: screen.Plain(Model.showOutline)},
			{Name: "set-mark", Keys: "m", Help: "set a mark", Run: await("set a mark: type its letter", Model.setMark)},
			{Name: "go-to-mark", Keys: "'", Help: "go to a mark; '' goes back", Run: await("go to a mark: type its letter, or ' for where you were", Model.goToMark)},
		}},
		{Title: "View", Commands: keys{
			{Name: "aside", Keys: "p", Label: "p 7p", Help: "references aside, or page 7", Run: Model.pageOrAside},
			{Name: "bare", Keys: "z", Help: "hide all but the text", Run: screen.Plain(Model.toggleBare)},
			{Name: "wider", Keys: "+", Help: "wider text", Run: Model.widen},
			{Name: "narrower", Keys: "-", Help: "narrower text", Run: Model.narrow},
			{Name: "theme", Keys: "T", Help: "next theme", Run: screen.Ask[Model](screen.NextTheme{})},
			{Name: "mouse", Keys: "M", Help: "toggle mouse capture", Run: screen.Ask[Model](screen.ToggleMouse{})},
			{Name: "furniture", Keys: "F", Help: "removed page content", Run: screen.Plain(Model.showRemoved)},
		}},
		{Title: "Copy and open", Commands: keys{
			{Name: "browse", Keys: "o", Help: "open its page in the browser", Run: screen.Plain(Model.browse)},
			{Name: "copy", Keys: "y", Help: "copy the reference", Run: screen.Plain(Model.copyReference)},
			{Name: "copy-bibtex", Keys: "Y", Help: "copy as BibTeX", Run: screen.Plain(Model.copyBibTeX)},
			{Name: "edit", Keys: "e", Help: "edit the file at this line", Run: screen.Plain(Model.edit)},
		}},
		{Title: "Other", Commands: keys{
			{Name: "help", Keys: "?", Help: "all keys", Run: screen.Ask[Model](screen.ShowHelp{})},
			{Name: "close", Keys: "esc", Help: "close what is open", Hint: "close", Run: screen.Plain(Model.close)},
			{Name: "quit", Keys: "q", Help: "back to the list, or quit", Run: screen.Ask[Model](screen.CloseScreen{}), Early: true},
		}},
	}
}
