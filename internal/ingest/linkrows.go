package ingest

import (
	"strings"

	"etal/internal/boilerplate"
	"etal/internal/reflist"
)

// takeLinkRows empties the lines that are rows of links and returns what they said.
// A row counts where it, or a row without a gap beside it, has a link that is called
// so nowhere else.
func takeLinkRows(lines []reflist.Line) (taken []string) {
	for i := 0; i < len(lines); {
		n, certain := i, false
		for n < len(lines) && boilerplate.LinkRow.MatchString(strings.TrimSpace(lines[n].Text)) {
			certain = certain || boilerplate.CertainLink.MatchString(lines[n].Text)
			n++
		}
		for ; certain && i < n; i++ {
			taken = append(taken, strings.TrimSpace(lines[i].Text))
			lines[i].Text = ""
		}
		i = max(n, i+1)
	}
	return taken
}

// takeLinksAtEnd cuts links in brackets off the end of an entry and returns them.
func takeLinksAtEnd(text string, e *reflist.Entry) (taken string) {
	links := boilerplate.LinksAtEnd.FindString(text[e.Start:e.End])
	if !boilerplate.CertainLink.MatchString(links) {
		return ""
	}
	e.End -= len(links)
	return strings.TrimSpace(links)
}
