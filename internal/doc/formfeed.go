package doc

import "strings"

// FormFeed is a form feed in safe text.
const FormFeed = "␌"

// ReplaceFormFeeds replaces the form feeds that begin or end a line, as those between pages do, by
// a page break, and those within a line by a blank.
func ReplaceFormFeeds(text, pageBreak string) string {
	before, after, ok := strings.Cut(text, FormFeed)
	if !ok {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for ; ok; before, after, ok = strings.Cut(after, FormFeed) {
		b.WriteString(before)
		if before == "" || strings.HasSuffix(before, "\n") || after == "" || strings.HasPrefix(after, "\n") || strings.HasPrefix(after, FormFeed) {
			b.WriteString(pageBreak)
		} else {
			b.WriteByte(' ')
		}
	}
	b.WriteString(before)
	return b.String()
}
