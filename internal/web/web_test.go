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
	"testing"
	"testing/synctest"
	"time"
)

const page = "<!doctype html><title>Tides</title><article><h1>Tides</h1><p>The moon does it.</p></article>"

// hostile is a local server that misbehaves.
type hostile struct {
	*httptest.Server
	requests chan *http.Request
}

// responses are what it does by path; each has the connection to itself.
var responses = map[string]func(net.Conn){
	"/page":         raw("200 OK", page, "Content-Type: text/html; charset=utf-8"),
	"/untyped":      raw("200 OK", page),
	"/type-control": raw("200 OK", page, "Content-Type: text/\x1b[35;7m"),
	"/picture":      raw("200 OK", "\x89PNG", "Content-Type: image/png"),
	"/book.epub":    raw("200 OK", "PK The moon does it."+strings.Repeat(" ", maxBody), "Content-Type: application/epub+zip"),
	"/paper.pdf":    raw("200 OK", page, "Content-Type: application/pdf"),
	"/brotli":       raw("200 OK", "\x0b\x02\x80tides\x03", "Content-Type: text/html", "Content-Encoding: br"),
	"/encoded":      raw("200 OK", page, "Content-Type: text/html", "Content-Encoding: UTF-8"),
	"/zipped.epub":  raw("200 OK", "PK The moon does it."+strings.Repeat(" ", maxBody), "Content-Type: application/x-zip-compressed"),
	"/Zipped.EPUB":  raw("200 OK", "PK The moon does it.", "Content-Type: application/zip"),
	"/archived":     raw("200 OK", "PK", "Content-Type: application/x-zip-compressed"),
	"/tar.epub":     raw("200 OK", "PK", "Content-Type: application/x-tar"),
	"/archive":      raw("200 OK", "PK", "Content-Type: application/zip"),
	"/reason":       raw("500 \x1b]0;title\x07\x1b[35;7m", "x"),
	"/gone":         raw("410 Gone", "x"),
	"/odd":          raw("799 Odd", "x"),
	"/busy":         raw("429 Slow Down", "", "Retry-After: 300"),
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
	"/closed":       func(net.Conn) {},
	"/not-http":     func(c net.Conn) { fmt.Fprint(c, "SSH-2.0-OpenSSH_9.2\r\n") },
	"/long-headers": raw("200 OK", page, strings.Repeat("X-Long: "+strings.Repeat("a", 5000)+"\r\n", 1000)+"X-Last: 1"),
	"/endless":      endlessly("<p>"+strings.Repeat("a", 65533), 0),
	"/gzip-bomb":    bomb,
	"/silent":       func(c net.Conn) { c.Read(make([]byte, 1)) },
	"/slow":         endlessly("a", time.Second),
	"/endless-lines": func(c net.Conn) {
		write(c, "HTTP/1.1 200 OK\r\nX: ")
		repeat(c, strings.Repeat("a", 4096), 0)
	},
}

func raw(status, body string, headers ...string) func(net.Conn) {
	return func(c net.Conn) {
		write(c, "HTTP/1.1 "+status+"\r\nConnection: close\r\n")
		for _, h := range headers {
			write(c, h+"\r\n")
		}
		write(c, "\r\n"+body)
	}
}

// write ignores errors: the client may have closed the connection.
func write(c net.Conn, s string) { _, _ = c.Write([]byte(s)) }

// endlessly sends a page of the same part again and again, with a pause after each.
func endlessly(part string, pause time.Duration) func(net.Conn) {
	return func(c net.Conn) {
		write(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
		repeat(c, part, pause)
	}
}

// repeat writes until the client closes the connection.
func repeat(c net.Conn, part string, pause time.Duration) {
	for {
		if _, err := c.Write([]byte(part)); err != nil {
			return
		}
		time.Sleep(pause)
	}
}

// bomb sends 100 MB in 100 KB: as many members of a gzip file, of a megabyte each.
func bomb(c net.Conn) {
	var member bytes.Buffer
	z := gzip.NewWriter(&member)
	z.Write(bytes.Repeat([]byte("a"), 1<<20))
	z.Close()
	write(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"+strings.Repeat(member.String(), 100))
}

func newHostile(t *testing.T) *hostile {
	h := &hostile{requests: make(chan *http.Request, 2*maxRedirects)}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.requests <- r
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		defer c.Close()
		if respond := responses[r.URL.Path]; respond != nil {
			respond(c)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

// fetch fetches a path of the server.
func (h *hostile) fetch(t *testing.T, ctx context.Context, path string) (Page, error) {
	t.Helper()
	from, err := Parse(h.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	return Client{}.Fetch(ctx, Request{URL: from}, nil)
}

// In a bubble whose goroutines wait for a socket the clock stands still, so that no time
// limit of ours ends a test, however busy the machine is.
func TestFetch(t *testing.T) {
	tests := []struct{ path, fails string }{
		{"/page", ""}, {"/untyped", ""}, {"/cookie", ""}, {"/refresh", ""}, {"/parts", ""}, {"/nothing", ""}, {"/encoded", ""}, {"/paper.pdf", ""}, {"/book.epub", ""}, {"/zipped.epub", ""}, {"/Zipped.EPUB", ""},
		{"/picture", "image, not text"},
		{"/archive", "archive, not text"}, {"/archived", "archive, not text"}, {"/tar.epub", "archive, not text"},
		{"/brotli", "unsupported compression"},
		{"/reason", "server returned 500 Internal Server Error"},
		{"/gone", "server returned 410 Gone"},
		{"/odd", "server returned 799"},
		{"/login", "server returned 401 Unauthorized"},
		{"/type-control", "malformed response"},
		{"/to-control", "malformed response"},
		{"/loop", "redirected more than 10 times"},
		{"/to-file", "redirected to an unsupported URL"},
		{"/to-script", "redirected to an unsupported URL"},
		{"/to-nowhere", "redirected to an unsupported URL"},
		{"/to-broken", "redirected to an unsupported URL"},
		{"/to-metadata", "not fetched: 169.254.169.254:80 is on your own machine or network"},
		{"/to-long", "redirected to a URL longer than 2083 bytes"},
		{"/to-port", "not fetched: 127.0.0.1:22 is on your own machine or network"},
		{"/to-name", "not fetched: localhost:22 is on your own machine or network"},
		{"/cut", "connection closed before the end of the article"},
		{"/closed", "connection closed before the end of the article"},
		{"/not-http", "malformed response"},
		{"/long-headers", "response headers too long"},
		{"/endless-lines", "response headers too long"},
		{"/endless", "larger than 10 MB"},
		{"/gzip-bomb", "larger than 10 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.path[1:], func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { checkFetch(t, tt.path, tt.fails) })
		})
	}
}

func checkFetch(t *testing.T, path, fails string) {
	h := newHostile(t)
	got, err := h.fetch(t, t.Context(), path)
	switch {
	case fails != "":
		if err == nil || err.Error() != fails {
			t.Errorf("got error %v, want %s", err, fails)
		}
	case err != nil:
		t.Error(err)
	case path != "/nothing" && !strings.Contains(string(got.Data), "The moon does it."):
		t.Errorf("got %q", got.Data)
	}
	for len(h.requests) > 0 {
		r := <-h.requests
		if r.URL.Path == "/never" {
			t.Error("it fetched what the page names")
		}
		for _, header := range []string{"Cookie", "Authorization", "Referer"} {
			if r.Header.Get(header) != "" {
				t.Errorf("it sent %s", header)
			}
		}
	}
}

// Relative links start from the URL after redirects.
func TestRedirected(t *testing.T) {
	h := newHostile(t)
	got, err := h.fetch(t, t.Context(), "/cookie")
	if err != nil {
		t.Fatal(err)
	}
	if got.URL.String() != h.URL+"/page" || got.Type != "text/html; charset=utf-8" {
		t.Errorf("got %s, %s", got.URL, got.Type)
	}
}

// A fetch is cancelled before the response and within it.
func TestCancel(t *testing.T) {
	for _, path := range []string{"/silent", "/endless"} {
		synctest.Test(t, func(t *testing.T) {
			h := newHostile(t)
			ctx, stop := context.WithCancel(t.Context())
			go func() { <-h.requests; stop() }()
			if _, err := h.fetch(t, ctx, path); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: got %v", path, err)
			}
			h.CloseClientConnections()
		})
	}
}

func TestProgress(t *testing.T) {
	h := newHostile(t)
	from, err := Parse(h.URL + "/page")
	if err != nil {
		t.Fatal(err)
	}
	var last int64
	if _, err := (Client{}).Fetch(t.Context(), Request{URL: from}, func(n int64) { last = n }); err != nil || last != int64(len(page)) {
		t.Errorf("got %d, %v", last, err)
	}
}

func TestParse(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://example.org/a#b", "https://example.org/a"},
		{"HTTPS://example.org", "https://example.org"},
		{"http:///a", "URL without a host"},
		{"https://me:secret@example.org/", "URL with a user name: etal does not log in"},
		{"https://example.org/\x1b]0;", "not a web URL"},
		{"https://example.org/" + strings.Repeat("a", 3000), "URL longer than 2083 bytes"},
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

func TestIsURL(t *testing.T) {
	for arg, want := range map[string]bool{"https://a.example": true, "HTTP://a.example": true, "ftp://a.example": false, "http": false, "https:/a": false, "dir/http://x": false, "": false} {
		if got := IsURL(arg); got != want {
			t.Errorf("%q: got %v", arg, got)
		}
	}
}

// Behind a proxy the guard sees no IP address and goes by the host of the URL. A page may not
// redirect to the proxy itself, which is on this machine.
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
		{"http://a.example/?to=http://169.254.169.254/latest/", "GET http://a.example/?to=http://169.254.169.254/latest/\n", "not fetched: 169.254.169.254 is on your own machine or network"},
		{"http://a.example/?to=" + proxy.URL, "GET http://a.example/?to=" + proxy.URL + "\n", "not fetched: " + at.Host + " is on your own machine or network"},
		{"https://a.example/", "CONNECT //a.example:443\n", "proxy: server returned 403 Forbidden"},
		{"http://gone.example/", "", "proxy: "},
	} {
		address, err := Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		asked = ""
		if _, err := c.Fetch(t.Context(), Request{URL: address}, nil); err == nil || !strings.HasPrefix(err.Error(), tt.fails) {
			t.Errorf("%s: got %v, want %s", tt.address, err, tt.fails)
		}
		if asked != tt.asked {
			t.Errorf("%s: the proxy was asked for %s", tt.address, asked)
		}
	}
}

// A server that is silent or slow is given up in time. The clock advances only while all
// wait, which they do on a pipe.
func TestPatience(t *testing.T) {
	for name, tt := range map[string]struct {
		serve func(net.Conn)
		fails string
		after time.Duration
	}{
		"silent": {func(c net.Conn) { c.Read(make([]byte, 4096)); c.Read(make([]byte, 1)) }, "no response within 10s", responseTime},
		"slow":   {func(c net.Conn) { c.Read(make([]byte, 4096)); endlessly("a", time.Second)(c) }, "timed out after 1m0s", totalTime},
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
				_, err = c.Fetch(t.Context(), Request{URL: address}, nil)
				if err == nil || err.Error() != tt.fails || time.Since(begin) != tt.after {
					t.Errorf("got %v after %v, want %s after %v", err, time.Since(begin), tt.fails, tt.after)
				}
				time.Sleep(time.Minute) // in which the server notices
			})
		})
	}
}
