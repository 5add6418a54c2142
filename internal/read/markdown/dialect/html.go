package dialect

import (
	"strings"

	"etal/internal/read/markdown/dialect/hypertext"
)

// withoutHTML returns a text with the HTML in it as Markdown.
func withoutHTML(t Text) Text {
	if !strings.Contains(t.Body, "<") {
		return t
	}
	made, notices := hypertext.Edits(t.Body)
	edits := make([]edit, len(made))
	for i, e := range made {
		edits[i] = edit{e.Span, e.Text, e.Names}
	}
	t = t.apply(edits)
	t.Notices = append(t.Notices, notices...)
	return t
}
