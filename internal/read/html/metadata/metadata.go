// Package metadata reads what a web page says about itself, for libraries, search engines and social
// networks. It must not know of the page's text.
package metadata

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// The names under which pages give their metadata: for libraries, for search engines and for
// social networks, in this order.
var (
	titleNames   = []string{"citation_title", "dc.title", "ld:headline"}
	shareTitles  = []string{"og:title", "twitter:title"} // may end with the site's name
	dateNames    = []string{"citation_publication_date", "citation_online_date", "citation_date", "dc.date", "dc.date.issued", "ld:datepublished", "article:published_time", "date"}
	summaryNames = []string{"og:description", "description", "dc.description", "twitter:description"}
	tagNames     = []string{"citation_keywords", "keywords", "dc.subject"}
	licenseNames = []string{"dcterms.license", "dc.rights", "rel:license"}
	authorNames  = []string{"citation_author", "dc.creator", "dc.contributor", "ld:author", "author", "article:author", "byl"}
)

// identifiers are the names under which pages give identifiers of the article, by their kinds.
var identifiers = []struct {
	kind  identify.Kind
	names []string
}{
	{identify.DOI, []string{"citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier", "dcterms.identifier", "dc.identifier.doi", "doi"}},
	{identify.ArXiv, []string{"citation_arxiv_id"}},
	{identify.PMCID, []string{"citation_pmcid"}},
	{identify.PMID, []string{"citation_pmid"}},
}

// arxivStamp is the ID of the element with the number and the version that arXiv writes beside an article:
// arXiv:1706.03762v5 [cs.CL] 12 Jun 2017.
const arxivStamp = "watermark-tr"

// Read fills the metadata from what a page says about itself.
func Read(root *html.Node, m *doc.Meta) {
	meta := map[string][]string{} // by name, in lower case
	title, stamp := "", ""
	dom.Walk(root, func(n *html.Node) bool {
		switch {
		case dom.Is(n, "html"):
			m.Language = safe.Line(dom.Attr(n, "lang"))
		case dom.Is(n, "title") && title == "":
			title = dom.Text(n)
		case dom.Is(n, "meta"):
			name := strings.ToLower(dom.Attr(n, "name"))
			if name == "" {
				name = strings.ToLower(dom.Attr(n, "property"))
			}
			if content := strings.TrimSpace(dom.Attr(n, "content")); name != "" && content != "" {
				meta[name] = append(meta[name], content)
			}
		case dom.Is(n, "link") && strings.EqualFold(dom.Attr(n, "rel"), "license"):
			meta["rel:license"] = append(meta["rel:license"], dom.Attr(n, "href"))
		case dom.Is(n, "link") && strings.EqualFold(dom.Attr(n, "rel"), "canonical"):
			meta["rel:canonical"] = append(meta["rel:canonical"], dom.Attr(n, "href"))
		case dom.Attr(n, "id") == arxivStamp && stamp == "":
			stamp = dom.Text(n)
		case dom.Is(n, "script") && dom.Attr(n, "type") == "application/ld+json" && n.FirstChild != nil:
			readLinkedData(n.FirstChild.Data, meta)
		}
		return !dom.Is(n, "svg")
	})
	first := func(names ...string) string {
		for _, name := range names {
			if values := meta[name]; len(values) > 0 {
				return values[0]
			}
		}
		return ""
	}
	m.Title = safe.Line(first(titleNames...))
	if shared := first(shareTitles...); m.Title.Len() == 0 && shared != "" {
		m.Title = safe.Line(withoutSite(shared, first("og:site_name")))
	}
	if m.Title.Len() == 0 {
		m.Title = safe.Line(withoutSite(title, first("og:site_name")))
	}
	m.Date = safe.Line(isoDate(first(dateNames...)))
	m.Summary = safe.Line(first(summaryNames...))
	m.License = safe.Line(first(licenseNames...))
	for _, of := range identifiers {
		for _, name := range of.names {
			m.Identify(of.kind, meta[name]...)
		}
	}
	m.Identify(identify.ArXiv, stamp)
	m.IdentifyByURL(first("rel:canonical", "og:url"))
	for _, tags := range tagNames {
		for _, value := range meta[tags] {
			m.Tags = append(m.Tags, keywords(value)...)
		}
		if len(m.Tags) > 0 {
			break
		}
	}
	for _, name := range authorNames {
		for _, value := range meta[name] {
			if author := authorName(value); author != "" {
				m.Authors = append(m.Authors, safe.Line(author))
			}
		}
		if len(m.Authors) > 0 {
			break
		}
	}
}

// keywords splits keywords at semicolons or, where there are none, at commas.
func keywords(value string) (all []safe.Text) {
	sign := ","
	if strings.Contains(value, ";") {
		sign = ";"
	}
	for word := range strings.SplitSeq(value, sign) {
		if tag := safe.Line(word); tag.Len() > 0 {
			all = append(all, tag)
		}
	}
	return all
}

var yearMonthDay = lazyregexp.New(`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?`)

// isoDate returns a date or time as 2006-01-02 or 2006-01, and one in words unchanged.
func isoDate(date string) string {
	m := yearMonthDay.FindStringSubmatch(date)
	if m == nil {
		return date
	}
	iso := m[1]
	for _, part := range m[2:] {
		if len(part) == 1 {
			part = "0" + part
		}
		if part != "" {
			iso += "-" + part
		}
	}
	return iso
}

// longestFamily is how many words a family name has at most that is written before a given one.
const longestFamily = 3

// authorName returns a name in the order in which it is spoken, Ann Smith for "Smith, Ann", or
// "" for a URL or an account.
func authorName(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "By ")
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	if family, given, ok := strings.Cut(s, ", "); ok && !strings.Contains(given, ",") && !strings.Contains(given, " and ") && len(strings.Fields(family)) <= longestFamily {
		return given + " " + family
	}
	return s
}

// siteBreak matches what stands between the title of an article and the name of its site.
var siteBreak = lazyregexp.New(`\s+(?:[|–—·»:]|::|-)\s+`)

// longestSite is how many words the name of a site has at most.
const longestSite = 3

// withoutSite returns a page's title without the name of the site at its end.
func withoutSite(title, site string) string {
	breaks := siteBreak.FindAllStringIndex(title, -1)
	if len(breaks) == 0 {
		return title
	}
	last := breaks[len(breaks)-1]
	if end := title[last[1]:]; strings.EqualFold(end, site) || len(strings.Fields(end)) <= longestSite && last[0] > len(title)/2 {
		return title[:last[0]]
	}
	return title
}
