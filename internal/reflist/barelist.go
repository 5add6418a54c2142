package reflist

import (
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
)

const (
	judged     = 50   // entries of a bare list that are looked at
	longEntry  = 1000 // bytes of the longest entry in one
	shortTitle = 100  // bytes of the longest line that may stand above one
)

// FindBare returns the entries of a text that is nothing but references, with or without
// numbers, perhaps with a line above them. A text that may be anything else has none.
func FindBare(text string) []Entry {
	region := article.Span{End: len(text)}
	for _, l := range CutLines(text, region) {
		if l.Blank() {
			continue
		}
		if !year.MatchString(l.Text) && !locator.MatchString(l.Text) && len(l.Text) < shortTitle && strings.HasPrefix(text[l.End:], "\n\n") {
			region.Start = l.End
		}
		break
	}
	entries := Cut(text, region)
	if len(entries) == 0 || strings.TrimSpace(text[entries[len(entries)-1].End:]) != "" {
		return nil
	}
	dated, found := 0, 0
	looked := entries[:min(len(entries), judged)]
	for _, e := range looked {
		if e.Len() > longEntry {
			continue
		}
		item := bib.Parse(text[e.Start:e.End])
		if len(item.Author) > 0 && item.Issued.Year() > 0 && item.Title != "" {
			dated++
			if canBeFound(item) {
				found++
			}
		}
	}
	if dated*10 < len(looked)*9 || found*10 < len(looked)*6 {
		return nil
	}
	return entries
}

// canBeFound reports whether a reference tells where the work is, and so is more than a
// sentence about it.
func canBeFound(item bib.Item) bool {
	return item.ContainerTitle != "" && item.Page+item.Volume != "" || item.Publisher+item.DOI+item.URL+item.Number != ""
}
