package obtain

import (
	"net/url"
	"slices"
	"time"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/kept"
)

// keys returns what a wanted work is kept under: its identifiers, or else its URL, or else its title with year
// and first author.
func keys(item bib.Item) []string {
	var keys []string
	for _, id := range identify.Of(item) {
		keys = append(keys, id.Key())
	}
	switch {
	case len(keys) > 0:
		return keys
	case item.URL != "":
		return []string{item.URL}
	}
	return identify.Keys(item)
}

// opened returns a work that was kept.
func (c Client) opened(wanted bib.Item) (w Work, ok bool) {
	k, ok := c.Kept.Get(keys(wanted)...)
	if !ok {
		return w, false
	}
	w = Work{Data: k.Data, Type: k.Type, Record: k.Record, Notices: k.Notices, Kept: k.When}
	w.URL, _ = url.Parse(k.URL) // without one, relative links lead nowhere
	return w, true
}

// keep keeps a work, under what it was wanted by and what its record says, unless that is but what the work claims.
func (c Client) keep(wanted bib.Item, w Work) error {
	all := keys(wanted)
	for _, key := range identify.Keys(w.Record) {
		if !w.own && !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	return c.Kept.Put(kept.Work{Keys: all, Record: w.Record, Type: w.Type, URL: w.URL.String(), Notices: w.Notices, When: time.Now().UTC().Truncate(time.Second), Data: w.Data})
}
