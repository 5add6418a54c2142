// Package web fetches an article from an address that the reader gave.
//
// [Client.Fetch] is the program's only way to the network. It makes one request, follows
// redirects within bounds, and takes neither more time nor more memory than the limits
// here allow, whatever the server does. It sends no cookies, no credentials and no
// referrer, and loads nothing that the page names. The package must not know what an
// article is.
package web

import (
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
)

// Beyond these a server is given up.
const (
	maxBody      = 10 << 20 // bytes of a page, after it was decompressed
	maxHeaders   = 256 << 10
	maxRedirects = 10
	maxAddress   = 2083             // bytes of an address, the longest that browsers have been known to take
	dialTime     = 10 * time.Second // to connect, and again for the handshake of TLS
	answerTime   = 10 * time.Second // from the request to the first line of the answer
	totalTime    = time.Minute
)

// What servers are told of us, always the same.
const (
	userAgent = "Mozilla/5.0 (compatible; etal)"
	accept    = "text/html,application/xhtml+xml,application/xml;q=0.9,text/markdown;q=0.9,text/plain;q=0.8,*/*;q=0.1"
)

// A Page is what was fetched.
type Page struct {
	Data    []byte
	Type    string   // what the server said that it is: a media type, perhaps with a charset; may be empty
	Address *url.URL // where it was found in the end
}

// A Client fetches pages. The zero Client uses no proxy.
type Client struct {
	// Proxy returns the proxy for an address; nil for none.
	Proxy func(*url.URL) (*url.URL, error)

	dial func(ctx context.Context, network, to string) (net.Conn, error) // nil but in tests
}

// IsAddress reports whether an argument is an address of the web and not a file's name.
func IsAddress(arg string) bool {
	scheme, _, found := strings.Cut(arg, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Parse returns the address that was given, without its fragment. Its error says in a few
// words why nothing can be fetched from it.
func Parse(address string) (*url.URL, error) {
	if len(address) > maxAddress {
		return nil, fmt.Errorf("address longer than %d bytes", maxAddress)
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, errors.New("no address of the web")
	case u.Hostname() == "":
		return nil, errors.New("address without a host")
	case u.User != nil:
		return nil, errors.New("address with a user's name: etal does not log in")
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// Fetch fetches the page at an address that [Parse] returned. Progress, if it is not nil,
// is told how many bytes have come. An error says in a few words what went wrong; it is
// context.Canceled where ctx was cancelled.
func (c Client) Fetch(ctx context.Context, address *url.URL, progress func(read int64)) (Page, error) {
	ctx, stop := context.WithTimeoutCause(ctx, totalTime, fmt.Errorf("not all of it came in %v", totalTime))
	defer stop()
	page, err := c.fetch(ctx, address, progress)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			return Page{}, cause
		}
		return Page{}, explain(err)
	}
	return page, nil
}

func (c Client) fetch(ctx context.Context, address *url.URL, progress func(read int64)) (Page, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return Page{}, err
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", accept)

	transport := c.transport(address)
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, CheckRedirect: checkRedirect}
	answer, err := client.Do(request)
	if err != nil {
		return Page{}, err
	}
	defer answer.Body.Close()
	if answer.StatusCode/100 != 2 {
		return Page{}, statusError(answer.StatusCode)
	}
	said := answer.Header.Get("Content-Type")
	if err := checkType(said); err != nil {
		return Page{}, err
	}
	switch strings.ToLower(answer.Header.Get("Content-Encoding")) {
	case "br", "zstd", "deflate", "compress", "x-gzip": // only gzip was asked for, and is unpacked by now
		return Page{}, errors.New("compressed in a way that was not asked for")
	}
	data, err := io.ReadAll(&counter{from: io.LimitReader(answer.Body, maxBody+1), progress: progress})
	switch {
	case err != nil:
		return Page{}, err
	case len(data) > maxBody:
		return Page{}, fmt.Errorf("larger than %d MB", maxBody>>20)
	}
	return Page{Data: data, Type: said, Address: answer.Request.URL}, nil
}

func (c Client) transport(address *url.URL) *http.Transport {
	g := newGuard(address)
	t := &http.Transport{
		DialContext:            g.dial,
		TLSHandshakeTimeout:    dialTime,
		ResponseHeaderTimeout:  answerTime,
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
		t.OnProxyConnectResponse = func(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
			if answer.StatusCode != http.StatusOK {
				return proxyError{statusError(answer.StatusCode)}
			}
			return nil
		}
	}
	return t
}

// checkRedirect follows a redirect to where a reader would have gone: the web, and not from
// a page that nobody could have read on its way to one that anybody can.
func checkRedirect(next *http.Request, before []*http.Request) error {
	switch {
	case len(before) >= maxRedirects:
		return fmt.Errorf("redirected more than %d times", maxRedirects)
	case next.URL.Scheme != "http" && next.URL.Scheme != "https", next.URL.Hostname() == "":
		return errors.New("redirected to what is no address of the web")
	case next.URL.Scheme == "http" && before[len(before)-1].URL.Scheme == "https":
		return errors.New("redirected from https to http")
	case len(next.URL.String()) > maxAddress:
		return fmt.Errorf("redirected to an address longer than %d bytes", maxAddress)
	}
	next.URL.User = nil
	next.Header.Del("Referer")
	return nil
}

// checkType refuses what cannot be an article before it is fetched. A type that is missing
// or cannot be understood says nothing.
func checkType(said string) error {
	kind, _, err := mime.ParseMediaType(said)
	if err != nil {
		return nil
	}
	what, of, _ := strings.Cut(kind, "/")
	switch {
	case kind == "application/pdf":
		return errors.New("PDF, not a text")
	case what == "image", what == "audio", what == "video", what == "font", what == "model":
		return fmt.Errorf("%s, not a text", what)
	case what == "application" && (strings.HasSuffix(of, "zip") || strings.HasPrefix(of, "x-tar")):
		return errors.New("archive, not a text")
	}
	return nil
}

// A statusError is a status other than success.
type statusError int

func (e statusError) Error() string {
	if text := http.StatusText(int(e)); text != "" {
		return fmt.Sprintf("the server says %d %s", int(e), text)
	}
	return fmt.Sprintf("the server says %d", int(e))
}

// A counter tells how much was read of what it reads from.
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
