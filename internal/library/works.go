package library

import (
	"slices"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Works is an index of the works that some articles cite, and of those that they are. It does not
// change: the zero Works has none.
type Works struct {
	parts []part
}

// A part is a part of an index, by the keys of works.
type part struct {
	citing map[string][]Citing
	held   map[string][]Held
}

// A Citing is an article that cites a work, and where it does.
type Citing struct {
	Entry     *Entry
	Title     safe.Text // of the article
	Reference int       // number, from 1
	Citation  int       // the index of the first citation that names the reference, or -1
	Group     int       // which of that citation's candidates the reference is
	Start     int       // the offset of the citation, or else of the reference

	doi string
}

// Works reads the embedded articles, which takes about a tenth of a second, and returns the
// index of the works that they cite and are.
func (l *Library) Works() Works {
	var w Works
	for _, e := range l.entries {
		if e.siblings == nil {
			continue
		}
		if a, err := e.Read(); err == nil {
			w = w.With(index(e, a, article.Reference.Fields)).With(Holds(e, a.Item()))
		}
	}
	return w.Joined()
}

// WorksOf returns the index of the work that an article is, and of those that it cites as far as their
// identifiers or its format tell them: to parse each reference would take longer than to read the
// article. Of an embedded article it has none, since [Library.Works] has them all.
func WorksOf(e *Entry, a *article.Article) Works {
	if e.siblings != nil {
		return Works{}
	}
	return index(e, a, func(r article.Reference) bib.Item {
		if r.Item != nil {
			return *r.Item
		}
		doi, _, _ := bib.FindDOI(r.Text.String())
		return bib.Item{DOI: doi, Number: arxivNumber.FindString(r.Text.String())}
	}).With(Holds(e, a.Item()))
}

// arxivNumber matches the number of a preprint at arXiv, without its version.
var arxivNumber = lazyregexp.New(`(?i)\barxiv[:. ]\s*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})`)

// index returns the index of the works that an article cites, by the fields of its references.
func index(e *Entry, a *article.Article, fields func(article.Reference) bib.Item) Works {
	first := map[int]Citing{} // by the reference's number
	for i, c := range a.Citations {
		for group, number := range c.Candidates() {
			if _, known := first[number]; !known {
				first[number] = Citing{Citation: i, Group: group, Start: c.Start}
			}
		}
	}
	citing := map[string][]Citing{}
	for _, r := range a.References {
		item := fields(r)
		c, cited := first[r.Number]
		if !cited {
			c = Citing{Citation: -1, Start: r.Start}
		}
		c.Entry, c.Title, c.Reference, c.doi = e, a.Title, r.Number, doiOf(item)
		for _, key := range identify.Keys(item) {
			citing[key] = append(citing[key], c)
		}
	}
	return Works{[]part{{citing: citing}}}
}

// With returns the index of the works of both.
func (w Works) With(other Works) Works { return Works{slices.Concat(w.parts, other.parts)} }

// Joined returns the same index in one part, in which a work is found in one step.
func (w Works) Joined() Works {
	all := part{map[string][]Citing{}, map[string][]Held{}}
	for _, part := range w.parts {
		for key, citing := range part.citing {
			all.citing[key] = append(all.citing[key], citing...)
		}
		for key, held := range part.held {
			all.held[key] = append(all.held[key], held...)
		}
	}
	if len(all.citing)+len(all.held) == 0 {
		return Works{}
	}
	return Works{[]part{all}}
}

// Citing returns the articles but one that cite a work, each once, in the order in which they were
// read.
func (w Works) Citing(item bib.Item, but *Entry) []Citing {
	doi := doiOf(item)
	var found []Citing
	for _, part := range w.parts {
		for _, key := range identify.Keys(item) {
			for _, c := range part.citing[key] {
				known := slices.ContainsFunc(found, func(f Citing) bool { return f.Entry.Key == c.Entry.Key })
				if differ := doi != "" && c.doi != "" && doi != c.doi; !known && !differ && c.Entry.Key != but.Key {
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// doiOf returns the DOI of a work, as DOIs are compared; not that of a preprint at arXiv, which may
// have another one since.
func doiOf(item bib.Item) string {
	for _, id := range identify.Of(item) {
		if id.Kind == identify.DOI {
			return id.Key()
		}
	}
	return ""
}
