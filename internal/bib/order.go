package bib

import (
	"fmt"
	"strings"
	"unicode"

	"etal/internal/names"
)

// SortKey returns what works are ordered by in a list: their authors' family names, or
// the title where there are none, then year and title, whatever their case and accents.
func (item Item) SortKey() string {
	var names []string
	for _, n := range item.Principals() {
		names = append(names, plainOrder(n.Family+n.Literal)+"\x02"+plainOrder(n.Given))
	}
	if len(names) == 0 {
		names = []string{plainOrder(item.Title)}
	}
	return strings.Join(names, "\x01") + fmt.Sprintf("\x00%05d%s\x00", item.Issued.Year(), item.YearSuffix) + plainOrder(item.Title)
}

// Principals returns those whom a work is known by: its authors, or else its editors.
func (item Item) Principals() []Name {
	if len(item.Author) > 0 {
		return item.Author
	}
	return item.Editor
}

// plainOrder returns a text in small letters, without accents and punctuation.
func plainOrder(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) {
			return -1
		}
		return r
	}, names.Fold(s))
}
