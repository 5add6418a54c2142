package article

import (
	"net/url"
	"regexp"
	"strings"

	"etal/internal/bib"
	"etal/internal/safe"
)

// maxAddress is the length in bytes beyond which an address is none: the longest that
// browsers have been known to take.
const maxAddress = 2083

var (
	arxivNumber = regexp.MustCompile(`^(?i:arxiv:)\s*((?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)$`)
	pmidNumber  = regexp.MustCompile(`^\d{1,9}$`)
	pmcNumber   = regexp.MustCompile(`^(?i:pmc)?(\d{1,9})$`)
)

// Address returns where on the web the reference leads: by its DOI, its number at arXiv,
// PubMed or PubMed Central, or else by the address that it was printed with. It is not ok
// where the reference names none of them.
func (r Reference) Address() (address safe.Text, ok bool) {
	found := addressOf(r.Fields())
	return safe.Line(found), found != ""
}

func addressOf(item bib.Item) string {
	if strings.HasPrefix(item.DOI, "10.") && strings.Contains(item.DOI, "/") {
		path := strings.ReplaceAll(url.PathEscape(item.DOI), "%2F", "/")
		if address := webAddress("https://doi.org/" + path); address != "" {
			return address
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
	return webAddress(item.URL)
}

// webAddress returns the address in the form in which it may be handed on, or "" where it
// is not one of the web.
func webAddress(s string) string {
	if len(s) >= 4 && strings.EqualFold(s[:4], "www.") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || len(u.String()) > maxAddress {
		return ""
	}
	return u.String()
}
