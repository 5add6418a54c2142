package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

const page = "<!doctype html><title>Tides</title><article><h1>Tides</h1><p>The moon does it.</p></article>"

// A hostile is a server that does what it should not, on this machine.
type hostile struct {
	*httptest.Server
	mu   sync.Mutex
	seen []*http.Request
}

// answers are what it does by path; each has the connection to itself.
var answers = map[string]func(h *hostile, c net.Conn){
	"/page":         raw("200 OK", page, "Content-Type: text/html; charset=utf-8"),
	"/untyped":      raw("200 OK", page),
	"/type-control": raw("200 OK", page, "Content-Type: text/\x1b[35;7m"),
	"/picture":      raw("200 OK", "\x89PNG", "Content-Type: image/png"),
	"/paper.pdf":    raw("200 OK", "%PDF-1.7", "Content-Type: application/pdf"),
	"/brotli":       raw("200 OK", "\x0b\x02\x80tides\x03", "Content-Type: text/html", "Content-Encoding: br"),
	"/encoded":      raw("200 OK", page, "Content-Type: text/html", "Content-Encoding: UTF-8"),
	"/archive":      raw("200 OK", "PK", "Content-Type: application/zip"),
	"/reason":       raw("500 \x1b]0;title\x07\x1b[35;7m", "x"),
	"/gone":         raw("410 Gone", "x"),
	"/odd":          raw("799 Odd", "x"),
	"/login":        raw("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"tides\""),
	"/nothing":      raw("204 No Content", ""),
	"/cookie":       raw("302 Found", "", "Location: /page", "Set-Cookie: id=1; Path=/"),
	"/loop":         raw("302 Found", "", "Location: /loop"),
	"/to-file":      raw("302 Found", "", "Location: file:///etc/passwd"),
	"/to-script":    raw("302 Found", "", "Location: javascript:alert(1)"),
	"/to-metadata":  raw("302 Found", "", "Location: http://169.254.169.254/latest/"),
	"/to-long":      raw("302 Found", "", "Location: /"+strings.Repeat("a", 3000)),
	"/to-port":      raw("302 Found", "", "Location: http://127.0.0.1:22/"),
	"/to-name":      raw("302 Found", "", "Location: http://localhost:22/"),
	"/to-broken":    raw("302 Found", "", "Location: http://[/"),
	"/to-nowhere":   raw("302 Found", "", "Location: http:\\\\a.example\\page"),
	"/to-control":   raw("302 Found", "", "Location: http://a.example/\x1b]0;title\x07/"),
	"/refresh":      raw("200 OK", "<meta http-equiv=refresh content='0;url=/never'>"+page, "Content-Type: text/html", "Refresh: 0;url=/never"),
	"/parts":        raw("200 OK", "<link rel=stylesheet href=/never><img src=/never><iframe src=/never></iframe><script src=/never></script>"+page, "Content-Type: text/html", "Link: </never>; rel=preload"),
	"/cut":          raw("200 OK", page[:20], "Content-Type: text/html", "Content-Length: 5000"),
	"/closed":       func(*hostile, net.Conn) {},
	"/not-http":     func(_ *hostile, c net.Conn) { fmt.Fprint(c, "SSH-2.0-OpenSSH_9.2\r\n") },
	"/long-headers": raw("200 OK", page, strings.Repeat("X-Long: "+strings.Repeat("a", 5000)+"\r\n", 1000)+"X-Last: 1"),
	"/endless":      endless("<p>" + strings.Repeat("a", 65533)),
	"/gzip-bomb":    func(_ *hostile, c net.Conn) { c.Write(bomb()) },
	"/silent":       func(h *hostile, c net.Conn) { c.Read(make([]byte, 1)) },
	"/slow":         endlessly("a", 50*time.Millisecond),
	"/endless-lines": func(_ *hostile, c net.Conn) {
		write(c, "HTTP/1.1 200 OK\r\nX: ")
		endless(strings.Repeat("a", 4096))(nil, c)
	},
}

func raw(status, body string, headers ...string) func(*hostile, net.Conn) {
	return func(_ *hostile, c net.Conn) {
		write(c, "HTTP/1.1 "+status+"\r\nConnection: close\r\n")
		for _, h := range headers {
			write(c, h+"\r\n")
		}
		write(c, "\r\n"+body)
	}
}

// write says what it can: the other side may have had enough.
func write(c net.Conn, s string) { _, _ = c.Write([]byte(s)) }

func endless(part string) func(*hostile, net.Conn) { return endlessly(part, 0) }

// endlessly sends a part again and again, at most 400 MB or for two minutes.
func endlessly(part string, pause time.Duration) func(*hostile, net.Conn) {
	return func(h *hostile, c net.Conn) {
		if h != nil {
			write(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
		}
		end := time.Now().Add(2 * time.Minute)
		for sent := 0; sent < 400<<20 && time.Now().Before(end); sent += len(part) {
			if _, err := c.Write([]byte(part)); err != nil {
				return
			}
			time.Sleep(pause)
		}
	}
}

// bomb is an answer of 100 MB in 100 KB.
func bomb() []byte {
	var b bytes.Buffer
	b.WriteString("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n")
	z := gzip.NewWriter(&b)
	part := bytes.Repeat([]byte("a"), 1<<20)
	for range 100 {
		z.Write(part)
	}
	z.Close()
	return b.Bytes()
}

func newHostile(t *testing.T) *hostile {
	h := &hostile{}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		h.seen = append(h.seen, r)
		h.mu.Unlock()
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer c.Close()
		if do := answers[r.URL.Path]; do != nil {
			do(h, c)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

// fetch fetches a path of the server.
func (h *hostile) fetch(t *testing.T, ctx context.Context, path string) (Page, error) {
	t.Helper()
	address, err := Parse(h.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	return Client{}.Fetch(ctx, address, nil)
}

func TestFetch(t *testing.T) {
	tests := []struct{ path, fails string }{
		{"/page", ""}, {"/untyped", ""}, {"/cookie", ""}, {"/refresh", ""}, {"/parts", ""}, {"/nothing", ""}, {"/encoded", ""},
		{"/picture", "image, not a text"},
		{"/paper.pdf", "PDF, not a text"},
		{"/archive", "archive, not a text"},
		{"/brotli", "compressed in a way that was not asked for"},
		{"/reason", "the server says 500 Internal Server Error"},
		{"/gone", "the server says 410 Gone"},
		{"/odd", "the server says 799"},
		{"/login", "the server says 401 Unauthorized"},
		{"/type-control", "no answer that a web server gives"},
		{"/to-control", "no answer that a web server gives"},
		{"/loop", "redirected more than 10 times"},
		{"/to-file", "redirected to what is no address of the web"},
		{"/to-script", "redirected to what is no address of the web"},
		{"/to-nowhere", "redirected to what is no address of the web"},
		{"/to-broken", "redirected to what is no address of the web"},
		{"/to-metadata", "not fetched from 169.254.169.254:80, an address of your own machine or network"},
		{"/to-long", "redirected to an address longer than 2083 bytes"},
		{"/to-port", "not fetched from 127.0.0.1:22, an address of your own machine or network"},
		{"/to-name", "not fetched from localhost:22, an address of your own machine or network"},
		{"/cut", "the connection ended before the article did"},
		{"/closed", "the connection ended before the article did"},
		{"/not-http", "no answer that a web server gives"},
		{"/long-headers", "the answer's headers are too long"},
		{"/endless-lines", "the answer's headers are too long"},
		{"/endless", "larger than 10 MB"},
		{"/gzip-bomb", "larger than 10 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.path[1:], func(t *testing.T) {
			t.Parallel()
			h := newHostile(t)
			got, err := h.fetch(t, t.Context(), tt.path)
			switch {
			case tt.fails != "":
				if err == nil || err.Error() != tt.fails {
					t.Errorf("got error %v, want %s", err, tt.fails)
				}
			case err != nil:
				t.Error(err)
			case tt.path != "/nothing" && !strings.Contains(string(got.Data), "The moon does it."):
				t.Errorf("got %q", got.Data)
			}
			h.mu.Lock()
			defer h.mu.Unlock()
			for _, r := range h.seen {
				if r.URL.Path == "/never" {
					t.Error("it fetched what the page names")
				}
				for _, header := range []string{"Cookie", "Authorization", "Referer"} {
					if r.Header.Get(header) != "" {
						t.Errorf("it sent %s", header)
					}
				}
			}
		})
	}
}

// What was found in the end is where relative links start from.
func TestRedirected(t *testing.T) {
	h := newHostile(t)
	got, err := h.fetch(t, t.Context(), "/cookie")
	if err != nil {
		t.Fatal(err)
	}
	if got.Address.String() != h.URL+"/page" || got.Type != "text/html; charset=utf-8" {
		t.Errorf("got %s, %s", got.Address, got.Type)
	}
}

func TestCancel(t *testing.T) {
	for _, path := range []string{"/silent", "/slow"} {
		h := newHostile(t)
		ctx, stop := context.WithCancel(t.Context())
		time.AfterFunc(100*time.Millisecond, stop)
		if _, err := h.fetch(t, ctx, path); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v", path, err)
		}
		h.CloseClientConnections()
	}
}

func TestProgress(t *testing.T) {
	h := newHostile(t)
	address, err := Parse(h.URL + "/page")
	if err != nil {
		t.Fatal(err)
	}
	var last int64
	if _, err := (Client{}).Fetch(t.Context(), address, func(n int64) { last = n }); err != nil || last != int64(len(page)) {
		t.Errorf("got %d, %v", last, err)
	}
}

func TestParse(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://example.org/a#b", "https://example.org/a"},
		{"HTTPS://example.org", "https://example.org"},
		{"http:///a", "address without a host"},
		{"https://me:secret@example.org/", "address with a user's name: etal does not log in"},
		{"https://example.org/\x1b]0;", "no address of the web"},
		{"https://example.org/" + strings.Repeat("a", 3000), "address longer than 2083 bytes"},
	}
	for _, tt := range tests {
		got := ""
		if u, err := Parse(tt.in); err != nil {
			got = err.Error()
		} else {
			got = u.String()
		}
		if got != tt.want {
			t.Errorf("%.40q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for arg, want := range map[string]bool{"https://a.example": true, "HTTP://a.example": true, "ftp://a.example": false, "http": false, "https:/a": false, "dir/http://x": false, "": false} {
		if got := IsAddress(arg); got != want {
			t.Errorf("%q: got %v", arg, got)
		}
	}
}

// Through a proxy the guard sees no address, so that names and numbers have to do. The proxy
// itself is no more to be redirected to than any other part of the machine.
func TestProxy(t *testing.T) {
	asked := ""
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked += r.Method + " " + r.URL.String() + "\n"
		if r.Method == http.MethodConnect {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusFound)
	}))
	defer proxy.Close()
	at, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	left := httptest.NewServer(nil)
	left.Close()
	gone, err := url.Parse(left.URL)
	if err != nil {
		t.Fatal(err)
	}
	c := Client{Proxy: func(to *url.URL) (*url.URL, error) {
		switch to.Hostname() {
		case at.Hostname():
			return nil, nil // as for all that is on this machine
		case "gone.example":
			return gone, nil
		}
		return at, nil
	}}
	for _, tt := range []struct{ address, asked, fails string }{
		{"http://a.example/?to=http://169.254.169.254/latest/", "GET http://a.example/?to=http://169.254.169.254/latest/\n", "not fetched from 169.254.169.254, an address of your own machine or network"},
		{"http://a.example/?to=" + proxy.URL, "GET http://a.example/?to=" + proxy.URL + "\n", "not fetched from " + at.Host + ", an address of your own machine or network"},
		{"https://a.example/", "CONNECT //a.example:443\n", "no way through the proxy: the server says 403 Forbidden"},
		{"http://gone.example/", "", "no way through the proxy: "},
	} {
		address, err := Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		asked = ""
		if _, err := c.Fetch(t.Context(), address, nil); err == nil || !strings.HasPrefix(err.Error(), tt.fails) {
			t.Errorf("%s: got %v, want %s", tt.address, err, tt.fails)
		}
		if asked != tt.asked {
			t.Errorf("%s: the proxy was asked for %s", tt.address, asked)
		}
	}
}

// A server that says nothing, or too little a second, is given up in time. The clock is
// synctest's, and so the connection is a pipe.
func TestPatience(t *testing.T) {
	for name, tt := range map[string]struct {
		serve func(net.Conn)
		fails string
		after time.Duration
	}{
		"silent": {func(c net.Conn) { c.Read(make([]byte, 4096)); c.Read(make([]byte, 1)) }, "no answer in 10s", answerTime},
		"slow":   {func(c net.Conn) { c.Read(make([]byte, 4096)); endlessly("a", time.Second)(&hostile{}, c) }, "not all of it came in 1m0s", totalTime},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				address, err := Parse("http://article.example/")
				if err != nil {
					t.Fatal(err)
				}
				begin := time.Now()
				c := Client{dial: func(context.Context, string, string) (net.Conn, error) {
					ours, theirs := net.Pipe()
					go func() { defer theirs.Close(); tt.serve(theirs) }()
					return ours, nil
				}}
				_, err = c.Fetch(t.Context(), address, nil)
				if err == nil || err.Error() != tt.fails || time.Since(begin) != tt.after {
					t.Errorf("got %v after %v, want %s after %v", err, time.Since(begin), tt.fails, tt.after)
				}
				time.Sleep(time.Minute) // in which the server notices
			})
		})
	}
}
