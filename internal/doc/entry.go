package doc

import (
	"strings"

	"etal/internal/bib"
)

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
