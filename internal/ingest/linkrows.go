package ingest

import "strings"

// takeLinkRows empties the lines that are rows of links and returns what they said.
// A row counts where it, or a row without a gap beside it, has a link that is called
// so nowhere else.
func takeLinkRows(lines []line) (taken []string) {
	for i := 0; i < len(lines); {
		n, certain := i, false
		for n < len(lines) && linkRow.MatchString(strings.TrimSpace(lines[n].text)) {
			certain = certain || certainLink.MatchString(lines[n].text)
			n++
		}
		for ; certain && i < n; i++ {
			taken = append(taken, strings.TrimSpace(lines[i].text))
			lines[i].text = ""
		}
		i = max(n, i+1)
	}
	return taken
}

// takeLinksAtEnd cuts links in brackets off the end of an entry and returns them.
func takeLinksAtEnd(text string, e *entry) (taken string) {
	links := linksAtEnd.FindString(text[e.Start:e.End])
	if !certainLink.MatchString(links) {
		return ""
	}
	e.End -= len(links)
	return strings.TrimSpace(links)
}
