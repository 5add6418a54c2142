package reflist

import (
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/refstring"
	"etal/internal/lazyregexp"
)

// Limits of a list that is all of a text.
const (
	judged      = 50       // entries that are looked at
	judgedText  = 64 << 10 // bytes that have so many; the rest is cut only if these are a list
	longEntry   = 1000     // bytes; longer entries are not parsed and speak against the list
	shortTitle  = 100      // bytes; a line above the list is shorter
	mostParsed  = 90       // percent of the entries must have an author, a year and a title
	mostLocated = 60       // and so many must tell where the work is
)

// FindBare returns the entries of a text that is nothing but references, with or without
// numbers, perhaps with a line above them. A text that may be anything else has none.
func FindBare(text string) []Entry {
	if len(text) > 2*judgedText {
		if first := text[:strings.LastIndexByte(text[:judgedText], '\n')+1]; !isBare(first, cutBare(first)) {
			return nil
		}
	}
	entries := cutBare(text)
	if !isBare(text, entries) || strings.TrimSpace(text[entries[len(entries)-1].End:]) != "" {
		return nil
	}
	return entries
}

func cutBare(text string) []Entry {
	return cut(withoutTitle(CutLines(text, article.Span{End: len(text)})))
}

// isBare reports whether the first entries of a text are references with author, year and title.
func isBare(text string, entries []Entry) bool {
	if len(entries) == 0 {
		return false
	}
	parsed, located := 0, 0
	looked := entries[:min(len(entries), judged)]
	for _, e := range looked {
		if e.Len() > longEntry || len(entries) == 1 && narrative.MatchString(text[e.Start:e.End]) {
			continue
		}
		item := refstring.Parse(text[e.Start:e.End])
		if len(item.Author) > 0 && item.Issued.Year() != 0 && item.Title != "" {
			parsed++
			if isLocated(item) || len(entries) == 1 && inverted.MatchString(text[e.Start:e.End]) {
				located++
			}
		}
	}
	return atLeast(parsed, len(looked), mostParsed) && atLeast(located, len(looked), mostLocated)
}

// inverted matches the beginning of a reference that can be nothing else, wherever the work
// appeared: "Wren, A. (1901). The moon".
var inverted = lazyregexp.New(`^\p{Lu}[\p{L}'’ -]*, (?:\p{Lu}\.[ -]?)+[^()]*\(\d{4}[a-z]?\)\. \S`)

// narrative matches the beginning of a sentence about a work: "Wren (1901) found that".
var narrative = lazyregexp.New(`^[^().]*\(\d{4}[a-z]?\) \p{Ll}`)

// withoutTitle returns lines without the one above them, apart from them, that may be the title of
// a list.
func withoutTitle(lines []Line) []Line {
	for len(lines) > 0 && lines[0].Blank() {
		lines = lines[1:]
	}
	if len(lines) > 1 && lines[1].Blank() && !bearsDate(lines[0].Text) && len(lines[0].Text) < shortTitle {
		return lines[1:]
	}
	return lines
}

// isLocated reports whether a reference tells where the work is, and so is more than a sentence
// about it.
func isLocated(item bib.Item) bool {
	return item.ContainerTitle != "" && item.Page+item.Volume != "" || item.Publisher+item.DOI+item.URL+item.Number != ""
}
