package doc

import "strings"

// FormFeed is a form feed in safe text.
const FormFeed = "␌"

// ReplaceFormFeeds replaces the form feeds that begin or end a line, as those between pages do, by
// a page break, and those within a line by a blank.
func ReplaceFormFeeds(text, pageBreak string) string {
	parts := strings.Split(text, FormFeed)
	if len(parts) == 1 {
		return text
	}
	var b strings.Builder
	b.WriteString(parts[0])
	for i, part := range parts[1:] {
		before := parts[i]
		if before == "" || strings.HasSuffix(before, "\n") || part == "" || strings.HasPrefix(part, "\n") {
			b.WriteString(pageBreak)
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(part)
	}
	return b.String()
}
