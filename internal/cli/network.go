package cli

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/net/http/httpproxy"

	"etal/internal/library"
	"etal/internal/terminal"
	"etal/internal/web"
)

// newLibrary returns the library, which fetches articles by the proxy that the environment
// names, if it names one.
func newLibrary(e env) (*library.Library, error) {
	proxies := httpproxy.Config{
		HTTPProxy:  cmp.Or(e.getenv("http_proxy"), e.getenv("HTTP_PROXY")),
		HTTPSProxy: cmp.Or(e.getenv("https_proxy"), e.getenv("HTTPS_PROXY")),
		NoProxy:    cmp.Or(e.getenv("no_proxy"), e.getenv("NO_PROXY")),
	}
	return library.New(web.Client{Proxy: proxyFunc(proxies)})
}

// proxyFunc returns what finds the proxy for an address. What is said to be a proxy and cannot
// be one is an error, not none: whoever set it did not want to be seen.
func proxyFunc(proxies httpproxy.Config) func(*url.URL) (*url.URL, error) {
	find := proxies.ProxyFunc()
	return func(address *url.URL) (*url.URL, error) {
		name, set := "http_proxy", proxies.HTTPProxy
		if address.Scheme == "https" {
			name, set = "https_proxy", proxies.HTTPSProxy
		}
		if proxy, _ := (&httpproxy.Config{HTTPProxy: set}).ProxyFunc()(&url.URL{Scheme: "http", Host: "a.example"}); proxy == nil && set != "" {
			return nil, fmt.Errorf("$%s is no address of a proxy", name)
		}
		return find(address)
	}
}

// saidEvery is how often it is said how much has come.
const saidEvery = 200 * time.Millisecond

// fetch returns what an article is read from. While that is fetched, a terminal on standard
// error says so, in a line that goes when it has come.
func fetch(e env, entry *library.Entry) (library.Source, error) {
	host := entry.Host().String()
	if host == "" || e.errTTY == nil {
		return entry.Source(context.Background(), nil)
	}
	line := ""
	say := func(what string) {
		line = what
		if cols, _, ok := terminal.Size(e.errTTY); ok {
			line = ansi.Truncate(what, cols-1, "…") // of a line that wraps a part would stay
		}
		fmt.Fprint(e.errTTY, "\r"+line)
	}
	say("etal: fetching " + host + " …")
	said := time.Now()
	from, err := entry.Source(context.Background(), func(read int64) {
		if time.Since(said) > saidEvery {
			said = time.Now()
			say(fmt.Sprintf("etal: fetching %s … %d KB", host, read/1000))
		}
	})
	fmt.Fprint(e.errTTY, "\r"+strings.Repeat(" ", ansi.StringWidth(line))+"\r")
	return from, err
}
