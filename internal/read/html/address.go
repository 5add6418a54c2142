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
