package library

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"
	"sync"

	"etal/internal/ingest"
	"etal/internal/safe"
	"etal/internal/web"
)

// A remote is an article on the web. It is fetched when it is wanted, and once.
type remote struct {
	client  web.Client
	address *url.URL

	mu   sync.Mutex
	page *Source // nil before it was fetched
}

// fromWeb returns the entry of the article at an address of the web.
func fromWeb(arg string, r ingest.Reader, c web.Client) (*Entry, error) {
	address, err := web.Parse(arg)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", arg, err)
	}
	e := newEntry(address.String(), r, nil)
	e.ID = safe.Line(nameAt(address))
	e.Key = address.String()
	e.remote = &remote{client: c, address: address}
	return e, nil
}

// nameAt returns what an article is called by the last part of its address, or by its host.
func nameAt(address *url.URL) string {
	last := path.Base("/" + address.Path)
	if name := strings.TrimSuffix(last, path.Ext(last)); name != "" && name != "/" {
		return name
	}
	return address.Hostname()
}

// Host returns the host that the article is to be fetched from; empty where it is at hand.
func (e *Entry) Host() safe.Text {
	if e.remote == nil || e.remote.fetched() != nil {
		return safe.Text{}
	}
	return safe.Line(e.remote.address.Host)
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
	got, err := r.client.Fetch(ctx, r.address, progress)
	if err != nil {
		return Source{}, err
	}
	page := Source{Data: got.Data, Type: got.Type, Address: got.URL}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.page = &page
	return page, nil
}
