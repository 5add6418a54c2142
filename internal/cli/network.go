package cli

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"time"

	"golang.org/x/net/http/httpproxy"

	"etal/internal/cli/console"
	"etal/internal/library"
	"etal/internal/web"
)

// newLibrary returns the library, which fetches articles through the proxy of the environment.
func newLibrary(e env) (*library.Library, error) {
	proxies := httpproxy.Config{
		HTTPProxy:  cmp.Or(e.getenv("http_proxy"), e.getenv("HTTP_PROXY")),
		HTTPSProxy: cmp.Or(e.getenv("https_proxy"), e.getenv("HTTPS_PROXY")),
		NoProxy:    cmp.Or(e.getenv("no_proxy"), e.getenv("NO_PROXY")),
	}
	return library.New(web.Client{Proxy: proxyFunc(proxies)})
}

// proxyFunc returns the function that finds the proxy for a URL. An invalid proxy is an error,
// not a direct connection: whoever set it may want to stay hidden.
func proxyFunc(proxies httpproxy.Config) func(*url.URL) (*url.URL, error) {
	find := proxies.ProxyFunc()
	return func(to *url.URL) (*url.URL, error) {
		name, value := "http_proxy", proxies.HTTPProxy
		if to.Scheme == "https" {
			name, value = "https_proxy", proxies.HTTPSProxy
		}
		if proxy, _ := (&httpproxy.Config{HTTPProxy: value}).ProxyFunc()(&url.URL{Scheme: "http", Host: "a.example"}); proxy == nil && value != "" {
			return nil, fmt.Errorf("$%s is not a valid proxy URL", name)
		}
		return find(to)
	}
}

// progressInterval is the time between two updates of the progress line.
const progressInterval = 200 * time.Millisecond

// fetch returns the source of an article. While it is being fetched, a progress line shows on
// standard error if that is a terminal.
func fetch(e env, entry *library.Entry) (library.Source, error) {
	host := entry.Host().String()
	if host == "" || e.errTTY == nil {
		return entry.Source(context.Background(), nil)
	}
	line := console.Line{TTY: e.errTTY}
	line.Show("etal: fetching " + host + " …")
	shown := time.Now()
	from, err := entry.Source(context.Background(), func(read int64) {
		if time.Since(shown) > progressInterval {
			shown = time.Now()
			line.Show(fmt.Sprintf("etal: fetching %s … %d KB", host, read/1000))
		}
	})
	line.Erase()
	return from, err
}
