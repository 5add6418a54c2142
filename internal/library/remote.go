package library

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"
	"sync"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/obtain"
	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/web"
)

// A remote is an article that comes from the network. It is fetched once, when needed.
type remote struct {
	from  string // the host or place that is asked first
	page  string // the URL of its page
	fetch func(ctx context.Context, progress func(obtain.Progress)) (Source, error)
	work  *identify.ID // which it is named by; nil for a URL or a reference

	mu      sync.Mutex
	fetched *Source // nil until it is fetched
}

// fromWeb returns the entry of the article at a URL.
func fromWeb(arg string, r read.Reader, c web.Client) (*Entry, error) {
	u, err := web.Parse(arg)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", arg, err)
	}
	e := newEntry(u.String(), r, nil)
	e.ID = safe.Line(nameOf(u))
	e.Key = u.String()
	e.remote = &remote{from: u.Host, page: u.String(), fetch: func(ctx context.Context, progress func(obtain.Progress)) (Source, error) {
		got, err := c.Fetch(ctx, web.Request{URL: u}, func(read int64) { progress(obtain.Progress{Asked: u.Host, Read: read}) })
		return Source{Data: got.Data, Type: got.Type, URL: got.URL}, err
	}}
	return e, nil
}

// nameOf returns the last element of a URL's path without its extension, or else the host.
func nameOf(u *url.URL) string {
	last := path.Base("/" + u.Path)
	if name := strings.TrimSuffix(last, path.Ext(last)); name != "" && name != "/" {
		return name
	}
	return u.Hostname()
}

// work returns the entry of the work with an identifier.
func (l *Library) work(id identify.ID, r read.Reader) *Entry {
	e := l.wanted(identify.Item(id), id.String(), r)
	e.remote.page, e.remote.work = id.URL(), &id
	return e
}

// Cited returns the entry of a work that a reference names, by its identifiers, its URL, or else its title, year and
// first author. The error says that they are too few.
func (l *Library) Cited(item bib.Item, r read.Reader) (*Entry, error) {
	r.Format, r.Encoding = "", "" // which the caller knows of the article that cites it
	if ids := identify.Of(item); len(ids) > 0 {
		e := l.wanted(item, ids[0].String(), r)
		e.remote.page = ids[0].URL()
		return e, nil
	}
	if u, err := web.Parse(item.URL); err == nil {
		e := l.wanted(item, u.String(), r)
		e.ID, e.remote.page = safe.Line(nameOf(u)), u.String()
		return e, nil
	}
	if l.works.First(item) == "" {
		return nil, obtain.ErrUnknown
	}
	return l.wanted(item, item.Title, r), nil
}

// wanted returns the entry of a work of which something is known.
func (l *Library) wanted(item bib.Item, name string, r read.Reader) *Entry {
	e := newEntry(name, r, nil)
	e.ID, e.Key = safe.Line(name), name
	e.remote = &remote{from: l.works.First(item), fetch: func(ctx context.Context, progress func(obtain.Progress)) (Source, error) {
		w, err := l.works.Get(ctx, item, r, progress)
		return Source{Data: w.Data, Type: w.Type, URL: w.URL, Record: &w.Record, Notices: w.Notices}, err
	}}
	return e
}

// Host returns the host or place that the article is yet to be fetched from, or an empty text.
func (e *Entry) Host() safe.Text {
	if e.remote == nil || e.remote.has() != nil {
		return safe.Text{}
	}
	return safe.Line(e.remote.from)
}

// Page returns the URL of the page of an article that came from the network, and reports whether there is one.
func (e *Entry) Page() (page safe.Text, ok bool) {
	if e.remote == nil {
		return page, false
	}
	return safe.Line(e.remote.page), e.remote.page != ""
}

func (r *remote) has() *Source {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.fetched
}

func (r *remote) source(ctx context.Context, progress func(obtain.Progress)) (Source, error) {
	if s := r.has(); s != nil {
		return *s, nil
	}
	if progress == nil {
		progress = func(obtain.Progress) {}
	}
	s, err := r.fetch(ctx, progress)
	if err != nil {
		return Source{}, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.fetched = &s
	return s, nil
}

// Identifier returns the identifier by which an entry was named, and reports whether it was.
func (e *Entry) Identifier() (id identify.ID, ok bool) {
	if e.remote == nil || e.remote.work == nil {
		return id, false
	}
	return *e.remote.work, true
}

// Listed gets the record of the work that an identifier names, as the only reference of an article.
func (l *Library) Listed(ctx context.Context, id identify.ID, progress func(obtain.Progress)) (*article.Article, error) {
	item, err := l.works.Record(ctx, id, progress)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", id, err)
	}
	return read.Listed(id.String(), item), nil
}
