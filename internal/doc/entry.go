package doc

import (
	"strings"

	"etal/internal/bib"
)

// maxLabel is the length in bytes of the longest label, such as ABC+20.
const maxLabel = 16

// BareLabel returns a label without its brackets, or "" if s is too long for one or has blanks.
func BareLabel(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "[](){}.: ")
	if len(s) > maxLabel || strings.ContainsAny(s, " \t\n") {
		return ""
	}
	return s
}

// EntryOf returns a work as an entry of a list, printed from its fields.
func EntryOf(item bib.Item) Entry {
	e := Entry{Item: &item}
	for _, run := range item.Print() {
		text := Text(strings.ReplaceAll(run.Text, "\n", " "))
		switch run.Style {
		case bib.Address:
			text.To = Address(text.Text.String())
		case bib.Italic:
			text.Style = Italic
		}
		e.Text = append(e.Text, text)
	}
	return e
}
