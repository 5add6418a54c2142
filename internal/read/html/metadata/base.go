package metadata

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// Base returns the URL that a page's relative URLs start from, or nil. A page that was found at a
// URL can only say that it differs; one in a file may also tell where it is from.
func Base(root *html.Node, from *url.URL) *url.URL {
	declared := map[string]string{}
	dom.Walk(root, func(n *html.Node) bool {
		switch {
		case dom.Is(n, "base"):
			declared["base"] = dom.Attr(n, "href")
		case dom.Is(n, "link") && dom.Attr(n, "rel") == "canonical":
			declared["canonical"] = dom.Attr(n, "href")
		case dom.Is(n, "meta") && dom.Attr(n, "property") == "og:url":
			declared["og"] = dom.Attr(n, "content")
		}
		return !dom.Is(n, "body")
	})
	if from != nil {
		if base, err := from.Parse(strings.TrimSpace(declared["base"])); err == nil && isWeb(base) {
			return base
		}
		return from
	}
	for _, name := range []string{"base", "canonical", "og"} {
		if u, err := url.Parse(strings.TrimSpace(declared[name])); err == nil && isWeb(u) {
			return u
		}
	}
	return nil
}

func isWeb(u *url.URL) bool { return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" }
