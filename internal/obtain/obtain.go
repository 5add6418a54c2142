// Package obtain gets a cited work: it asks the places that may have it, in their order, until one does.
//
// [Client.Get] returns the work, or else the record that says what it is. A few requests are made for a work,
// and none that nobody asked for. What was got is kept, and is not asked for again. The package must not know
// how a work is shown, nor how the network is reached.
package obtain

import (
	"context"
	"errors"
	"net/url"
	"time"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/kept"
	"etal/internal/read"
	"etal/internal/web"
)

// A Client gets works.
type Client struct {
	Web       web.Client
	Directory identify.Directory
	Kept      *kept.Store // of works that were got before; nil to keep none
}

// A Work is a work as it was got.
type Work struct {
	Data    []byte    // empty where there is the record only
	Type    string    // the media type that was declared
	URL     *url.URL  // where it came from; nil where there is the record only
	Record  bib.Item  // as far as it is known
	Notices []string  // what the reader should know of it
	Kept    time.Time // when it was got, if it was kept since; else zero

	own bool // the record is what the work tells of itself
}

// A Progress says who is asked for a work, and how much of the answer has come, in bytes.
type Progress struct {
	Asked string
	Read  int64
}

// ErrUnknown is the error for a reference that leads nowhere.
var ErrUnknown = errors.New("this reference has no identifier, no URL, and too little to search for")

// Get gets the work that has the identifiers or the URL of an item, or else its title, year and first author.
// Reader reads what answers hold. It calls progress, unless that is nil, as answers come. The error says in a
// line why neither the work nor its record can be had; it is context.Canceled if ctx was cancelled.
func (c Client) Get(ctx context.Context, wanted bib.Item, reader read.Reader, progress func(Progress)) (Work, error) {
	if w, ok := c.opened(wanted); ok {
		return w, nil
	}
	places, err := c.places(wanted)
	if err != nil {
		return Work{}, err
	}
	w, err := newInquiry(ctx, c, wanted, reader, progress).run(places)
	if err != nil || len(w.Data) == 0 {
		return w, err
	}
	if err := c.keep(wanted, w); err != nil { // it is read all the same
		w.Notices = append(w.Notices, err.Error())
	}
	return w, nil
}

// places returns the places to ask first.
func (c Client) places(wanted bib.Item) ([]identify.Place, error) {
	if places := c.Directory.Places(identify.Of(wanted)); len(places) > 0 {
		return places, nil
	}
	if u, err := web.Parse(wanted.URL); err == nil {
		return []identify.Place{{Name: u.Hostname(), URL: u.String(), Answer: identify.Any}}, nil
	}
	search, ok := c.Directory.Search(wanted)
	if !ok {
		return nil, ErrUnknown
	}
	return []identify.Place{search}, nil
}

// First returns the name of the place that is asked first for the work of an item, "" if no place can be asked.
func (c Client) First(wanted bib.Item) string {
	places, err := c.places(wanted)
	if err != nil {
		return ""
	}
	return places[0].Name
}

// Record gets the record of the work with an identifier or, where nobody can be asked, the one that was kept with it.
func (c Client) Record(ctx context.Context, id identify.ID, progress func(Progress)) (bib.Item, error) {
	wanted := identify.Item(id)
	q := newInquiry(ctx, c, wanted, read.Reader{}, progress)
	place := c.Directory.Record(id)
	page, err := q.ask(place)
	if err == nil {
		_, _, err = q.learn(place, page) // where the article is, too, which nobody asked for
	}
	switch {
	case ctx.Err() != nil:
		return bib.Item{}, context.Cause(ctx)
	case err == nil:
		return identified(*q.record, wanted), nil
	}
	if w, ok := c.opened(wanted); ok && w.Record.Title != "" {
		return w.Record, nil // without the network, too
	}
	return bib.Item{}, refusals{{place, err}}
}
