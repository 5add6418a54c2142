package library

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"
	"sync"

	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/web"
)

// A remote is an article at a URL. It is fetched once, when needed.
type remote struct {
	client web.Client
	url    *url.URL

	mu   sync.Mutex
	page *Source // nil until it is fetched
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
	e.remote = &remote{client: c, url: u}
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

// Host returns the host that the article is yet to be fetched from, or an empty text.
func (e *Entry) Host() safe.Text {
	if e.remote == nil || e.remote.fetched() != nil {
		return safe.Text{}
	}
	return safe.Line(e.remote.url.Host)
}

func (r *remote) fetched() *Source {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.page
}

func (r *remote) fetch(ctx context.Context, progress func(read int64)) (Source, error) {
	if page := r.fetched(); page != nil {
		return *page, nil
	}
	got, err := r.client.Fetch(ctx, web.Request{URL: r.url}, progress)
	if err != nil {
		return Source{}, err
	}
	page := Source{Data: got.Data, Type: got.Type, URL: got.URL}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.page = &page
	return page, nil
}
