// Package web fetches what has a URL, when the reader asks for it.
//
// [Client.Fetch] is the program's only way to the network. It makes one request, follows
// redirects within bounds, and takes neither more time nor more memory than the limits
// here allow, whatever the server does. It sends no cookies, no credentials and no
// referrer, and loads nothing that the page names. [Manners] space the requests to a host.
// The package must not know what an article is.
package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"etal/internal/safe"
)

// The limits within which a server is trusted.
const (
	maxBody      = 10 << 20  // bytes, decompressed
	maxBook      = 64 << 20  // bytes of what is declared to be a book or a PDF, which have pictures
	maxHeaders   = 256 << 10 // bytes
	maxRedirects = 10
	dialTime     = 10 * time.Second // to connect, and again for the TLS handshake
	responseTime = 10 * time.Second // from the request to the response headers
	totalTime    = time.Minute
)

// The headers of every request.
const (
	userAgent = "Mozilla/5.0 (compatible; etal; +https://github.com/etal/etal)"
	accept    = "text/html,application/xhtml+xml,application/xml;q=0.9,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1"
)

// A Page is a successful response.
type Page struct {
	Data []byte
	Type string   // the Content-Type that the server declared, perhaps with a charset; may be empty
	URL  *url.URL // after redirects
}

// A Request says what to fetch.
type Request struct {
	URL    *url.URL // as [Parse] returned it
	Accept string   // media types, as HTTP has them; empty for those of articles
	Linked bool     // an article or an answer named the URL, not the reader: it may not lead into their own network
}

// A Client fetches pages. The zero Client uses no proxy.
type Client struct {
	// Proxy returns the proxy for a URL, nil for none.
	Proxy func(*url.URL) (*url.URL, error)
	// Manners are those of all clients that share them; nil for none.
	Manners *Manners

	dial func(ctx context.Context, network, to string) (net.Conn, error) // set by tests only
}

// IsURL reports whether an argument of the command line is an http or https URL, not a file
// name.
func IsURL(arg string) bool {
	scheme, _, found := strings.Cut(arg, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Parse parses a URL to fetch and drops its fragment. The error says in a few words why it
// cannot be fetched.
func Parse(arg string) (*url.URL, error) {
	if len(arg) > safe.MaxURL {
		return nil, fmt.Errorf("URL longer than %d bytes", safe.MaxURL)
	}
	u, err := url.Parse(arg)
	switch {
	case err != nil:
		return nil, errors.New("not a web URL")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New("not a web URL")
	case u.Hostname() == "":
		return nil, errors.New("URL without a host")
	case u.User != nil:
		return nil, errors.New("URL with a user name: etal does not log in")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// Fetch makes a request. It calls progress, unless that is nil, with the number of bytes read so far. The
// error says in a few words what went wrong; it is a [StatusError] where the server returned no page, a
// [PauseError] where it wants to be left alone, and context.Canceled if ctx was cancelled.
func (c Client) Fetch(ctx context.Context, r Request, progress func(read int64)) (Page, error) {
	ctx, stop := context.WithTimeoutCause(ctx, totalTime, fmt.Errorf("timed out after %v", totalTime))
	defer stop()
	page, err := c.fetch(ctx, r, progress)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			return Page{}, cause
		}
		return Page{}, explain(err)
	}
	return page, nil
}

func (c Client) fetch(ctx context.Context, r Request, progress func(read int64)) (Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.URL.String(), nil)
	if err != nil {
		return Page{}, err
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", cmp.Or(r.Accept, accept))

	transport := c.transport(r)
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, CheckRedirect: checkRedirect}
	if c.Manners != nil {
		client.Transport = polite{transport, c.Manners}
	}
	response, err := client.Do(request)
	if err != nil {
		return Page{}, err
	}
	defer response.Body.Close()
	if response.StatusCode/100 != 2 {
		return Page{}, StatusError{response.StatusCode, retryAfter(response)}
	}
	declared := response.Header.Get("Content-Type")
	if err := checkType(declared, response.Request.URL.Path); err != nil {
		return Page{}, err
	}
	switch strings.ToLower(response.Header.Get("Content-Encoding")) {
	case "br", "zstd", "deflate", "compress", "x-gzip": // the transport asks for gzip alone, and unpacks it
		return Page{}, errors.New("unsupported compression")
	}
	limit := limitOf(declared)
	data, err := io.ReadAll(&counter{from: io.LimitReader(response.Body, limit+1), progress: progress})
	switch {
	case err != nil:
		return Page{}, err
	case int64(len(data)) > limit:
		return Page{}, fmt.Errorf("larger than %d MB", limit>>20)
	}
	return Page{Data: data, Type: declared, URL: response.Request.URL}, nil
}

func (c Client) transport(r Request) *http.Transport {
	g := newGuard(r)
	t := &http.Transport{
		DialContext:            g.dial,
		TLSHandshakeTimeout:    dialTime,
		ResponseHeaderTimeout:  responseTime,
		MaxResponseHeaderBytes: maxHeaders,
		DisableKeepAlives:      true,
		ForceAttemptHTTP2:      true,
	}
	if c.dial != nil {
		t.DialContext = c.dial
	}
	if c.Proxy != nil {
		t.Proxy = func(r *http.Request) (*url.URL, error) {
			proxy, err := c.Proxy(r.URL)
			if err != nil {
				return nil, err
			}
			return proxy, g.behind(proxy, r.URL)
		}
		t.OnProxyConnectResponse = func(_ context.Context, _ *url.URL, _ *http.Request, response *http.Response) error {
			if response.StatusCode != http.StatusOK {
				return proxyError{StatusError{Code: response.StatusCode}}
			}
			return nil
		}
	}
	return t
}

// checkRedirect allows redirects within the web, but not from an encrypted connection to one
// that others can read.
func checkRedirect(next *http.Request, before []*http.Request) error {
	switch {
	case len(before) >= maxRedirects:
		return fmt.Errorf("redirected more than %d times", maxRedirects)
	case next.URL.Scheme != "http" && next.URL.Scheme != "https", next.URL.Hostname() == "":
		return errors.New("redirected to an unsupported URL")
	case next.URL.Scheme == "http" && before[len(before)-1].URL.Scheme == "https":
		return errors.New("redirected from https to http")
	case len(next.URL.String()) > safe.MaxURL:
		return fmt.Errorf("redirected to a URL longer than %d bytes", safe.MaxURL)
	}
	next.URL.User = nil
	next.Header.Del("Referer")
	return nil
}

// checkType returns an error for a Content-Type that no article has. One that is missing or
// malformed is allowed, and so are archives that are named like books: few servers know the type of
// those.
func checkType(declared, path string) error {
	mediaType, _, err := mime.ParseMediaType(declared)
	if err != nil {
		return nil
	}
	kind, subtype, _ := strings.Cut(mediaType, "/")
	switch {
	case kind == "image", kind == "audio", kind == "video", kind == "font", kind == "model":
		return fmt.Errorf("%s, not text", kind)
	case mediaType == "application/epub+zip", isZip(mediaType) && strings.HasSuffix(strings.ToLower(path), ".epub"):
	case kind == "application" && (strings.HasSuffix(subtype, "zip") || isZip(mediaType) || strings.HasPrefix(subtype, "x-tar")):
		return errors.New("archive, not text")
	}
	return nil
}

// isZip reports whether a media type is one of those in use for any zip archive.
func isZip(mediaType string) bool {
	return mediaType == "application/zip" || mediaType == "application/x-zip" || mediaType == "application/x-zip-compressed"
}

// limitOf returns how many bytes a body of a Content-Type may have.
func limitOf(declared string) int64 {
	mediaType, _, _ := mime.ParseMediaType(declared)
	if isZip(mediaType) || mediaType == "application/epub+zip" || mediaType == "application/pdf" || mediaType == "application/octet-stream" {
		return maxBook
	}
	return maxBody
}

// A StatusError is an HTTP status other than success.
type StatusError struct {
	Code  int
	After time.Duration // that the server asks to wait, 0 if it does not
}

func (e StatusError) Error() string {
	text := strings.TrimSpace(fmt.Sprintf("server returned %d %s", e.Code, http.StatusText(e.Code)))
	if e.After > 0 {
		text += "; it asks to wait " + inWords(e.After)
	}
	return text
}

// A counter reports to progress how many bytes were read through it.
type counter struct {
	from     io.Reader
	progress func(int64)
	read     int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	if c.read += int64(n); n > 0 && c.progress != nil {
		c.progress(c.read)
	}
	return n, err
}
