package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/extract"
)

// findBase finds the URL that the page's relative URLs start from. A page that was found at a
// URL can only say that it differs; one in a file may also tell where it is from.
func (p *page) findBase(from *url.URL) {
	declared := map[string]string{}
	dom.Walk(p.root, func(n *html.Node) bool {
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
	return err == nil && p.base != nil && extract.IsSameSite(u, p.base)
}

// address returns the kind of a link that leads out of the page and the URL or path that it
// leads to, or "" if it leads nowhere. Paths in links that are numbers lead nowhere: those are rather
// a mark whose target is missing.
func (p *page) address(a *html.Node) (article.LinkKind, string) {
	href := strings.TrimSpace(dom.Attr(a, "href"))
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
	if !ok || kind == article.File && numberMark.MatchString(dom.Text(a)) {
		return "", ""
	}
	return kind, address
}
