// Package network is how the command line reaches what is not on this machine: by the proxies that the environment
// names, with progress on the terminal.
//
// It must not know the commands.
package network

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"os"
	"time"

	"golang.org/x/net/http/httpproxy"

	"etal/internal/cli/console"
	"etal/internal/cli/folders"
	"etal/internal/identify"
	"etal/internal/kept"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/safe"
	"etal/internal/web"
)

// Options are what the command line says of the network.
type Options struct {
	Email   string // that Unpaywall is told; empty not to ask it
	NoCache bool   // works are neither kept nor opened from those kept
}

// Library returns the library, which fetches articles through the proxy of the environment and keeps the works that
// it fetched.
func Library(getenv func(string) string, o Options) (*library.Library, error) {
	proxies := httpproxy.Config{
		HTTPProxy:  cmp.Or(getenv("http_proxy"), getenv("HTTP_PROXY")),
		HTTPSProxy: cmp.Or(getenv("https_proxy"), getenv("HTTPS_PROXY")),
		NoProxy:    cmp.Or(getenv("no_proxy"), getenv("NO_PROXY")),
	}
	c := obtain.Client{Web: web.Client{Proxy: proxyFunc(proxies), Manners: web.NewManners()}, Directory: identify.NewDirectory(o.Email)}
	if folder := folders.Works(getenv); folder != "" && !o.NoCache {
		c.Kept = kept.New(folder)
	}
	return library.New(c)
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

// Source returns what an article is read from. While it is being fetched, a progress line shows on a terminal, unless
// that is nil.
func Source(tty *os.File, entry *library.Entry) (from library.Source, err error) {
	if entry.Host().Len() == 0 {
		return entry.Source(context.Background(), nil)
	}
	Asking(tty, func(progress func(obtain.Progress)) { from, err = entry.Source(context.Background(), progress) })
	return from, err
}

// Asking shows the progress of what asks places on a terminal, unless that is nil.
func Asking(tty *os.File, ask func(progress func(obtain.Progress))) {
	if tty == nil {
		ask(nil)
		return
	}
	line := console.Line{TTY: tty}
	var last obtain.Progress
	var shown time.Time
	ask(func(p obtain.Progress) {
		if p.Asked == last.Asked && time.Since(shown) < progressInterval {
			return
		}
		last, shown = p, time.Now()
		text := "etal: asking " + safe.Line(p.Asked).String() + " …"
		if p.Read > 0 {
			text += fmt.Sprintf(" %d KB", p.Read/1000)
		}
		line.Show(text)
	})
	line.Erase()
}
