package article

import (
	"net/url"
	"strings"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/safe"
)

// URL returns the URL of the cited work: that of its DOI, of its number at arXiv, PubMed or
// PubMed Central, or the one printed in the reference. It reports whether there is one.
func (r Reference) URL() (u safe.Text, ok bool) {
	found := urlOf(r.Fields())
	return safe.Line(found), found != ""
}

func urlOf(item bib.Item) string {
	for _, id := range identify.Of(item) {
		return webURL(id.URL())
	}
	return webURL(item.URL)
}

// webURL returns s as an http or https URL, percent-encoded, or "" if it is not one or is longer
// than [safe.MaxURL].
func webURL(s string) string {
	if strings.EqualFold(s[:min(len(s), 4)], "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || len(u.String()) > safe.MaxURL {
		return ""
	}
	return u.String()
}
