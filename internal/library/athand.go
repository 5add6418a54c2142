package library

import (
	"path/filepath"
	"strings"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/read"
	"etal/internal/safe"
)

// A Held is an article that is a work, and can be opened without the network.
type Held struct {
	Entry *Entry
	Title safe.Text
	By    string // what it has in common with the work: "DOI", or another of [identify.KeyName]
	Kept  bool   // it was fetched before, and kept

	ids []identify.ID
}

// Name returns the name of the article's file without its folder, or what it was opened by.
func (h Held) Name() string {
	if h.Entry.Path != "" {
		return safe.Line(filepath.Base(h.Entry.Path)).String()
	}
	return h.Entry.Name().String()
}

// ByTitle reports whether title, year and first author are all that it has in common with the work.
func (h Held) ByTitle() bool { return h.By == byTitle }

// byTitle is what works have in common that no identifier tells.
var byTitle = identify.KeyName("")

// Holds returns the index of one work, which an article is.
func Holds(e *Entry, item bib.Item) Works {
	held := map[string][]Held{}
	for _, reading := range readings(item) {
		for _, key := range identify.Keys(reading) {
			if len(held[key]) == 0 {
				held[key] = []Held{{Entry: e, Title: safe.Line(item.Title), By: identify.KeyName(key), ids: identify.Of(item)}}
			}
		}
	}
	if len(held) == 0 {
		return Works{}
	}
	return Works{[]part{{held: held}}}
}

// Kept returns the index of the works that were fetched before and kept, to be read by r.
func (l *Library) Kept(r read.Reader) (w Works) {
	for _, k := range l.works.Kept.All() {
		e, err := l.Cited(k.Record, r)
		if err != nil {
			continue
		}
		e.remote.from = "" // nobody has to be asked
		one := Holds(e, k.Record)
		for _, part := range one.parts {
			for _, held := range part.held {
				held[0].Kept = true
			}
		}
		w = w.With(one)
	}
	return w.Joined()
}

// readings returns an item with each family name that its first author may have: references to Ada María
// García López begin with López, García López or María García López, and those to the Tide Office with
// Tide Office.
func readings(item bib.Item) []bib.Item {
	all := []bib.Item{item}
	if len(item.Author) == 0 {
		return all
	}
	first := item.Author[0]
	words := strings.Fields(strings.Join([]string{first.Given, first.NonDroppingParticle, first.Family}, " "))
	for n := len(strings.Fields(first.Family)) + 1; n <= len(words); n++ {
		reading := item
		reading.Author = []bib.Name{{Family: strings.Join(words[len(words)-n:], " ")}}
		all = append(all, reading)
	}
	return all
}

// Holding returns the article but one that is a work, and reports whether there is one. One with another DOI
// is not. Where title, year and first author are all that it rests on, it must be the only one, and have no
// other number of any kind.
func (w Works) Holding(item bib.Item, but *Entry) (held Held, ok bool) {
	ids := identify.Of(item)
	for _, key := range identify.Keys(item) {
		titleOnly := identify.KeyName(key) == byTitle
		for _, part := range w.parts {
			for _, h := range part.held[key] {
				switch {
				case h.Entry.Key == but.Key || differ(h.ids, ids, titleOnly):
				case !ok:
					held, ok = h, true
				case titleOnly && h.Entry.Key != held.Entry.Key:
					return Held{}, false
				}
			}
		}
		if ok {
			return held, true
		}
	}
	return Held{}, false
}

// differ reports whether two works have different DOIs, or, where all kinds count, different identifiers of
// any kind.
func differ(a, b []identify.ID, all bool) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Kind == y.Kind && x.Key() != y.Key() && (all || x.Kind == identify.DOI) {
				return true
			}
		}
	}
	return false
}
