package library

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"etal/internal/bib"
	"etal/internal/names"
	"etal/internal/safe"
)

// Works is an index of the works that some articles cite. It does not change.
type Works struct {
	citing map[string][]Citing
}

// A Citing is an article that cites a work, and its reference to it.
type Citing struct {
	Entry     *Entry
	Title     safe.Text // of the article
	Reference int       // number, from 1
}

// Works reads the embedded articles, which takes about a tenth of a second, and returns the
// index of the works that they cite.
func (l *Library) Works() *Works {
	w := &Works{map[string][]Citing{}}
	for _, e := range l.entries {
		if e.siblings == nil {
			continue
		}
		a, err := e.Read()
		if err != nil {
			continue
		}
		for _, r := range a.References {
			for _, key := range workKeys(r.Fields()) {
				w.citing[key] = append(w.citing[key], Citing{e, a.Title, r.Number})
			}
		}
	}
	return w
}

// Citing returns the articles that cite a work, each once, in the order of the library.
func (w *Works) Citing(item bib.Item) []Citing {
	var found []Citing
	for _, key := range workKeys(item) {
		for _, c := range w.citing[key] {
			if !slices.ContainsFunc(found, func(f Citing) bool { return f.Entry == c.Entry }) {
				found = append(found, c)
			}
		}
	}
	return found
}

// leastTitle is the number of letters from which on a title and a year tell a work: a shorter one,
// such as Introduction, may be of several.
const leastTitle = 16

// workKeys returns what identifies a work: its DOI, and its title with its year.
func workKeys(item bib.Item) (keys []string) {
	if item.DOI != "" {
		keys = append(keys, "doi:"+strings.ToLower(item.DOI))
	}
	title := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, names.Fold(item.Title))
	if item.Issued != nil && len(title) >= leastTitle {
		keys = append(keys, fmt.Sprintf("%s %d", title, item.Issued.Year()))
	}
	return keys
}
