package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Manners are how the program treats hosts, for all of its requests together: one at a time to each, the
// pauses that a host is known to ask for, and those that its answers ask for.
type Manners struct {
	mu    sync.Mutex
	hosts map[string]*host
}

// NewManners returns the manners of a program that has asked no host yet.
func NewManners() *Manners { return &Manners{hosts: map[string]*host{}} }

// A host is what is known of a host.
type host struct {
	turn  chan struct{} // holds one value while a request is under way
	next  time.Time     // before which it is not asked
	asked bool          // it has asked for that itself
}

// pauses are the times between two requests that hosts ask for in their terms:
// https://info.arxiv.org/help/api/tou.html.
var pauses = map[string]time.Duration{"arxiv.org": 3 * time.Second, "export.arxiv.org": 3 * time.Second}

// MaxPause is the longest pause that a host may ask for: it is waited for. A longer one is an error.
const MaxPause = 20 * time.Second

// A PauseError is the error for a host that has asked to be left alone for a while.
type PauseError struct{ Left time.Duration }

func (e PauseError) Error() string {
	return "the server asks to wait " + inWords(e.Left) + " before the next request"
}

// inWords returns a time in words, rounded up.
func inWords(d time.Duration) string {
	switch up := func(unit time.Duration) int64 { return int64((d + unit - 1) / unit) }; {
	case d <= 2*time.Minute:
		return fmt.Sprintf("%d s", up(time.Second))
	case d <= 2*time.Hour:
		return fmt.Sprintf("%d minutes", up(time.Minute))
	default:
		return fmt.Sprintf("%d hours", up(time.Hour))
	}
}

func (m *Manners) host(name string) *host {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = strings.TrimPrefix(strings.ToLower(name), "www.")
	h := m.hosts[name]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1)}
		m.hosts[name] = h
	}
	return h
}

// begin waits for the turn to ask a host, until it is given back by end.
func (m *Manners) begin(ctx context.Context, h *host) error {
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	left := time.Until(h.next)
	if h.asked && left > MaxPause {
		<-h.turn
		return PauseError{left}
	}
	timer := time.NewTimer(left)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		<-h.turn
		return ctx.Err()
	}
}

// end gives the turn back. The host is not asked again before a pause.
func (h *host) end(pause time.Duration, asked bool) {
	h.next, h.asked = time.Now().Add(pause), asked
	<-h.turn
}

// A polite transport sends requests with manners.
type polite struct {
	transport http.RoundTripper
	manners   *Manners
}

func (p polite) RoundTrip(r *http.Request) (*http.Response, error) {
	name := r.URL.Hostname()
	h := p.manners.host(name)
	if err := p.manners.begin(r.Context(), h); err != nil {
		if r.Body != nil {
			r.Body.Close()
		}
		return nil, err
	}
	pause, asked := pauses[strings.TrimPrefix(strings.ToLower(name), "www.")], false
	response, err := p.transport.RoundTrip(r)
	if err != nil {
		h.end(pause, asked)
		return nil, err
	}
	if after := retryAfter(response); after > pause {
		pause, asked = after, true
	}
	response.Body = &lastBody{ReadCloser: response.Body, end: sync.OnceFunc(func() { h.end(pause, asked) })}
	return response, nil
}

// A lastBody gives the turn back when it is closed.
type lastBody struct {
	io.ReadCloser
	end func()
}

func (b *lastBody) Close() error {
	defer b.end()
	return b.ReadCloser.Close()
}

// retryAfter returns how long an answer asks to wait, 0 if it does not: by its Retry-After, in seconds or as
// a date (RFC 9110, 10.2.3), where it says that it is asked too often or has no time.
func retryAfter(r *http.Response) time.Duration {
	if r.StatusCode != http.StatusTooManyRequests && r.StatusCode != http.StatusServiceUnavailable {
		return 0
	}
	value := r.Header.Get("Retry-After")
	if n, err := strconv.Atoi(value); err == nil {
		return time.Duration(min(max(n, 0), maxRetry)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(time.Until(at), 0), maxRetry*time.Second)
	}
	return 0
}

// maxRetry is the longest pause in seconds that is believed: a day.
const maxRetry = 24 * 60 * 60
