package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// A site answers requests in two seconds, and notes when they came.
type site struct {
	mu    sync.Mutex
	began []string // second and host of each request
	now   func() int
	busy  map[string]bool
	t     *testing.T

	status int
	header http.Header
}

func (s *site) RoundTrip(r *http.Request) (*http.Response, error) {
	host := r.URL.Hostname()
	s.begin(host)
	time.Sleep(2 * time.Second)
	if r.URL.Path == "/broken" {
		s.end(host)
		return nil, io.ErrUnexpectedEOF
	}
	response := &http.Response{StatusCode: s.status, Header: s.header, Request: r}
	response.Body = closing{strings.NewReader("tides"), func() { s.end(host) }}
	return response, nil
}

func (s *site) begin(host string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.busy[host] {
		s.t.Errorf("two requests to %s at once", host)
	}
	s.busy[host] = true
	s.began = append(s.began, fmt.Sprint(s.now(), " ", host))
}

func (s *site) end(host string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy[host] = false
}

// asked returns when which hosts were asked.
func (s *site) asked() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.began, ", ")
}

type closing struct {
	io.Reader
	close func()
}

func (c closing) Close() error {
	c.close()
	return nil
}

// get sends a request to a URL and reads the answer.
func get(ctx context.Context, to http.RoundTripper, address string) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	response, err := to.RoundTrip(request)
	if err != nil {
		return err
	}
	_, err = io.ReadAll(response.Body)
	return errors.Join(err, response.Body.Close())
}

func newSite(t *testing.T) *site {
	start := time.Now()
	return &site{t: t, busy: map[string]bool{}, status: 200, now: func() int { return int(time.Since(start) / time.Second) }}
}

// A host is asked once at a time, and arXiv three seconds after an answer; others do not wait for it.
func TestManners(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t)
		p := polite{s, NewManners()}
		for i, address := range []string{"https://a.example/1", "https://A.example/2", "https://arxiv.org/broken", "https://www.arxiv.org/2", "https://b.example/"} {
			go func() {
				time.Sleep(time.Duration(i) * time.Millisecond)
				if err := get(t.Context(), p, address); err != nil && !strings.HasSuffix(address, "broken") {
					t.Error(err)
				}
			}()
		}
		time.Sleep(time.Minute)
		if got, want := s.asked(), "0 a.example, 0 arxiv.org, 0 b.example, 2 A.example, 5 www.arxiv.org"; got != want {
			t.Errorf("asked at %s, want %s", got, want)
		}
	})
}

// What an answer asks for is obeyed: a short pause is waited for, a long one is an error, which ends with it.
func TestRetryAfter(t *testing.T) {
	for _, tt := range []struct {
		name   string
		status int
		after  string
		fails  string // of the second request
		second string // when it was sent
	}{
		{"too many requests", 429, "7", "", "9"},
		{"no time", 503, "7", "", "9"},
		{"a date", 429, "date", "", "9"},
		{"a long pause", 429, "300", "the server asks to wait 5 minutes before the next request", ""},
		{"over two minutes", 429, "122", "the server asks to wait 3 minutes before the next request", ""},
		{"half a minute", 429, "30", "the server asks to wait 30 s before the next request", ""},
		{"for ever", 429, "999999999", "the server asks to wait 24 hours before the next request", ""},
		{"none", 429, "", "", "2"},
		{"nonsense", 429, "soon", "", "2"},
		{"the past", 429, "-7", "", "2"},
		{"another answer", 200, "7", "", "2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := newSite(t)
				s.status, s.header = tt.status, http.Header{"Retry-After": {tt.after}}
				if tt.after == "date" {
					s.header.Set("Retry-After", time.Now().Add(9*time.Second).UTC().Format(http.TimeFormat))
				}
				p := polite{s, NewManners()}
				if err := get(t.Context(), p, "https://a.example/"); err != nil {
					t.Fatal(err)
				}
				err := get(t.Context(), p, "https://a.example/")
				second := ""
				if _, behind, found := strings.Cut(s.asked(), ", "); found {
					second, _, _ = strings.Cut(behind, " ")
				}
				if got := fmt.Sprint(err); got != tt.fails && (err != nil || tt.fails != "") || second != tt.second {
					t.Errorf("%v, sent at %q, want %q, %q", err, second, tt.fails, tt.second)
				}
				if tt.fails == "" {
					return
				}
				time.Sleep(maxRetry * time.Second)
				if err := get(t.Context(), p, "https://a.example/"); err != nil {
					t.Errorf("after the pause: %v", err)
				}
			})
		})
	}
}

// Who gives up while waiting leaves the turn to others.
func TestGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t)
		p := polite{s, NewManners()}
		for _, patience := range []time.Duration{time.Minute, time.Second, 3 * time.Second, time.Minute} { // asked, in line, in the pause, asked
			go func() {
				ctx, stop := context.WithTimeout(t.Context(), patience)
				defer stop()
				if err := get(ctx, p, "https://arxiv.org/"); (err != nil) != (patience < time.Minute) {
					t.Errorf("patience %v: %v", patience, err)
				}
			}()
			synctest.Wait()
		}
		time.Sleep(time.Minute)
		if got, want := s.asked(), "0 arxiv.org, 5 arxiv.org"; got != want {
			t.Errorf("asked at %s, want %s", got, want)
		}
	})
}

// What an answer asks for is part of the error, and of those that follow.
func TestFetchPauses(t *testing.T) {
	h := newHostile(t)
	from, err := url.Parse(h.URL + "/busy")
	if err != nil {
		t.Fatal(err)
	}
	c := Client{Manners: NewManners()}
	for _, want := range []string{"server returned 429 Too Many Requests; it asks to wait 5 minutes", "the server asks to wait 5 minutes before the next request"} {
		if _, err := c.Fetch(t.Context(), Request{URL: from}, nil); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// A redirect gives the turn back before the host is asked again.
func TestFetchRedirected(t *testing.T) {
	h := newHostile(t)
	from, err := url.Parse(h.URL + "/cookie")
	if err != nil {
		t.Fatal(err)
	}
	c := Client{Manners: NewManners()}
	if page, err := c.Fetch(t.Context(), Request{URL: from, Accept: "text/tides"}, nil); err != nil || page.URL.Path != "/page" {
		t.Errorf("%v, %v", page.URL, err)
	}
	for range 2 {
		if r := <-h.requests; r.Header.Get("Accept") != "text/tides" || !strings.Contains(r.UserAgent(), "etal; +https://") {
			t.Errorf("asks for %q as %q", r.Header.Get("Accept"), r.UserAgent())
		}
	}
}

// A URL that an article names leads nowhere that only the reader can reach.
func TestLinked(t *testing.T) {
	h := newHostile(t)
	from, err := url.Parse(h.URL + "/page")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (Client{}).Fetch(t.Context(), Request{URL: from, Linked: true}, nil); err == nil || !strings.Contains(err.Error(), "is on your own machine or network") {
		t.Errorf("got %v", err)
	}
}
