package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/doc"
)

// findBase finds the URL that the page's relative URLs start from. A page that was found at a
// URL can only say that it differs; one in a file may also tell where it is from.
func (p *page) findBase(from *url.URL) {
	declared := map[string]string{}
	walk(p.root, func(n *html.Node) bool {
		switch {
		case isElement(n, "base"):
			declared["base"] = attr(n, "href")
		case isElement(n, "link") && attr(n, "rel") == "canonical":
			declared["canonical"] = attr(n, "href")
		case isElement(n, "meta") && attr(n, "property") == "og:url":
			declared["og"] = attr(n, "content")
		}
		return !isElement(n, "body")
	})
	if from != nil {
		p.base = from
		if base, err := from.Parse(strings.TrimSpace(declared["base"])); err == nil && isWeb(base) {
			p.base = base
		}
		return
	}
	for _, name := range []string{"base", "canonical", "og"} {
		if u, err := url.Parse(strings.TrimSpace(declared[name])); err == nil && isWeb(u) {
			p.base = u
			return
		}
	}
}

func isWeb(u *url.URL) bool { return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" }

// isSameSite reports whether a URL is one of the site that the page is from.
func (p *page) isSameSite(address string) bool {
	u, err := url.Parse(address)
	return err == nil && p.base != nil && strings.TrimPrefix(u.Host, "www.") == strings.TrimPrefix(p.base.Host, "www.")
}

// address returns the kind of a link that leads out of the page and the URL or path that it
// leads to, or "" if it leads nowhere. In entries and in links that are numbers paths lead nowhere:
// those are rather a mark whose target is missing.
func (p *page) address(a *html.Node) (article.LinkKind, string) {
	href := strings.TrimSpace(attr(a, "href"))
	if href == "" || href[0] == '#' {
		return "", ""
	}
	to, err := url.Parse(href)
	if err != nil {
		return "", ""
	}
	if !to.IsAbs() && p.base != nil {
		to = p.base.ResolveReference(to)
	}
	kind, address, ok := doc.LinkTo(to.String())
	if !ok || kind == article.Section || kind == article.File && (p.entryAt(a) > 0 || numberMark.MatchString(textIn(a))) {
		return "", ""
	}
	return kind, address
}
