package article

import (
	"net/url"
	"regexp"
	"strings"

	"etal/internal/bib"
	"etal/internal/safe"
)

var (
	arxivNumber = regexp.MustCompile(`^(?i:arxiv:)\s*((?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)$`)
	pmidNumber  = regexp.MustCompile(`^\d{1,9}$`)
	pmcNumber   = regexp.MustCompile(`^(?i:pmc)?(\d{1,9})$`)
)

// URL returns the URL of the cited work: that of its DOI, of its number at arXiv, PubMed or
// PubMed Central, or the one printed in the reference. It reports whether there is one.
func (r Reference) URL() (u safe.Text, ok bool) {
	found := urlOf(r.Fields())
	return safe.Line(found), found != ""
}

func urlOf(item bib.Item) string {
	if strings.HasPrefix(item.DOI, "10.") && strings.Contains(item.DOI, "/") {
		path := strings.ReplaceAll(url.PathEscape(item.DOI), "%2F", "/")
		if u := webURL("https://doi.org/" + path); u != "" {
			return u
		}
	}
	if m := arxivNumber.FindStringSubmatch(item.Number); m != nil {
		return "https://arxiv.org/abs/" + m[1]
	}
	if pmidNumber.MatchString(item.PMID) {
		return "https://pubmed.ncbi.nlm.nih.gov/" + item.PMID + "/"
	}
	if m := pmcNumber.FindStringSubmatch(item.PMCID); m != nil {
		return "https://pmc.ncbi.nlm.nih.gov/articles/PMC" + m[1] + "/"
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
