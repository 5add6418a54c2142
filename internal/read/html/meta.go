package html

import (
	"encoding/json"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// maxLinkedData is the size of the largest JSON-LD that is read, in bytes.
const maxLinkedData = 256 << 10 // 256 KiB

// describe fills the metadata from what the page says of itself: to libraries, to
// search engines, to social networks, in this order.
func (p *page) describe(a *doc.Meta) {
	meta := map[string][]string{}
	title := ""
	walkHTML(p.doc, func(n *html.Node) bool {
		switch {
		case isElement(n, "html"):
			a.Language = safe.Line(attr(n, "lang"))
		case isElement(n, "title") && title == "":
			title = textIn(n)
		case isElement(n, "meta"):
			name := strings.ToLower(attr(n, "name"))
			if name == "" {
				name = strings.ToLower(attr(n, "property"))
			}
			if content := strings.TrimSpace(attr(n, "content")); name != "" && content != "" {
				meta[name] = append(meta[name], content)
			}
		case isElement(n, "script") && attr(n, "type") == "application/ld+json" && n.FirstChild != nil && len(n.FirstChild.Data) <= maxLinkedData:
			readLinkedData(n.FirstChild.Data, meta)
		}
		return !isElement(n, "svg")
	})
	first := func(names ...string) string {
		for _, name := range names {
			if values := meta[name]; len(values) > 0 {
				return values[0]
			}
		}
		return ""
	}
	a.Title = safe.Line(first("citation_title", "dc.title", "ld:headline"))
	if said := first("og:title", "twitter:title"); a.Title.Len() == 0 && said != "" {
		a.Title = safe.Line(withoutSite(said, first("og:site_name")))
	}
	if a.Title.Len() == 0 {
		a.Title = safe.Line(withoutSite(title, first("og:site_name")))
	}
	a.Date = safe.Line(dayOf(first("citation_publication_date", "citation_online_date", "citation_date", "dc.date", "dc.date.issued", "ld:datepublished", "article:published_time", "date")))
	a.Summary = safe.Line(first("og:description", "description", "dc.description", "twitter:description"))
	for _, name := range []string{"citation_author", "dc.creator", "dc.contributor", "ld:author", "author", "article:author", "byl"} {
		for _, value := range meta[name] {
			if author := authorName(value); author != "" {
				a.Authors = append(a.Authors, safe.Line(author))
			}
		}
		if len(a.Authors) > 0 {
			break
		}
	}
}

// findTitle finds the heading that says what the metadata say is the title.
func (p *page) findTitle(a *doc.Meta) {
	said := bareLetters(a.Title.String())
	var lower *html.Node
	walkHTML(p.body, func(n *html.Node) bool {
		if p.title != nil || said == "" || !isElement(n, "h1", "h2", "h3") {
			return p.title == nil
		}
		text := bareLetters(textIn(n))
		switch {
		case text == "":
		case isElement(n, "h1") && (strings.HasPrefix(said, text) || strings.HasPrefix(text, said)):
			p.title = n
		case text == said && lower == nil:
			lower = n
		}
		return false
	})
	if p.title == nil {
		p.title = lower
	}
}

// takeTitle returns the article's title: the heading that says what the metadata say, or
// else the only one of the first level, or else what the metadata say.
func (p *page) takeTitle(a *doc.Meta) []doc.Inline {
	if p.title == nil {
		var headings []*html.Node
		walkHTML(p.body, func(n *html.Node) bool {
			if isElement(n, "h1") && p.size[n].text > 0 {
				headings = append(headings, n)
			}
			return true
		})
		if len(headings) == 1 && (a.Title.Len() == 0 || !p.left[headings[0]] && !insideOf(headings[0], p.left)) {
			p.title = headings[0]
		}
	}
	if p.title == nil {
		if a.Title.Len() == 0 {
			return nil
		}
		return []doc.Inline{{Text: a.Title}}
	}
	c := &converter{page: &page{size: p.size, left: map[*html.Node]bool{}}, heading: 1}
	title := inlines(c.children(p.title))
	a.Title = safe.Line(textIn(p.title))
	return title
}

// bareLetters returns the letters and digits of s, small.
func bareLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

var (
	isoDay     = lazyregexp.New(`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?`)
	titleBreak = lazyregexp.New(`\s+(?:[|–—·»:]|::|-)\s+`)
)

// dayOf returns the day of a time as 2006-01-02, as far as it is told.
func dayOf(date string) string {
	m := isoDay.FindStringSubmatch(date)
	switch {
	case m == nil:
		return date
	case m[3] == "":
		return m[1] + "-" + pad(m[2])
	}
	return m[1] + "-" + pad(m[2]) + "-" + pad(m[3])
}

// pad writes a month or a day with two digits.
func pad(s string) string {
	if len(s) < 2 {
		return "0" + s
	}
	return s
}

// withoutSite cuts the name of the site off a page's title.
func withoutSite(title, site string) string {
	breaks := titleBreak.FindAllStringIndex(title, -1)
	if len(breaks) == 0 {
		return title
	}
	last := breaks[len(breaks)-1]
	if end := title[last[1]:]; strings.EqualFold(end, site) || len(strings.Fields(end)) <= 3 && last[0] > len(title)/2 {
		return title[:last[0]]
	}
	return title
}

// authorName returns a name as it is said: Smith, Ann is Ann Smith. An address is none.
func authorName(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "By ")
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	if family, given, ok := strings.Cut(s, ", "); ok && !strings.Contains(given, ",") && !strings.Contains(given, " and ") && len(strings.Fields(family)) <= 3 {
		return given + " " + family
	}
	return s
}

// readLinkedData adds what schema.org's JSON-LD says of an article to meta, where it can
// be read.
func readLinkedData(source string, meta map[string][]string) {
	var data any
	if json.Unmarshal([]byte(source), &data) != nil {
		return
	}
	things := listOf(data)
	for i := 0; i < len(things) && i < 100; i++ {
		thing, _ := things[i].(map[string]any)
		things = append(things, listOf(thing["@graph"])...)
		kind := ""
		for _, t := range listOf(thing["@type"]) {
			s, _ := t.(string)
			kind += s
		}
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "Posting") && !strings.Contains(kind, "Report") {
			continue
		}
		for _, key := range []string{"headline", "datePublished"} {
			if s, _ := thing[key].(string); s != "" {
				meta["ld:"+strings.ToLower(key)] = append(meta["ld:"+strings.ToLower(key)], html.UnescapeString(s))
			}
		}
		for _, author := range listOf(thing["author"]) {
			name, _ := author.(string)
			if person, ok := author.(map[string]any); ok {
				name, _ = person["name"].(string)
			}
			if name != "" {
				meta["ld:author"] = append(meta["ld:author"], name)
			}
		}
	}
}

// listOf returns the elements of a JSON value that may be one or several.
func listOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	if value == nil {
		return nil
	}
	return []any{value}
}

// findBase finds what the page's addresses start from: what it says, or where it is from. Of a
// page that was found on the web that is known.
func (p *page) findBase(from *url.URL) {
	said := map[string]string{}
	walkHTML(p.doc, func(n *html.Node) bool {
		switch {
		case isElement(n, "base"):
			said["base"] = attr(n, "href")
		case isElement(n, "link") && attr(n, "rel") == "canonical":
			said["canonical"] = attr(n, "href")
		case isElement(n, "meta") && attr(n, "property") == "og:url":
			said["og"] = attr(n, "content")
		}
		return !isElement(n, "body")
	})
	if from != nil {
		p.base = from
		if base, err := from.Parse(strings.TrimSpace(said["base"])); err == nil && IsWeb(base) {
			p.base = base
		}
		return
	}
	for _, kind := range []string{"base", "canonical", "og"} {
		if u, err := url.Parse(strings.TrimSpace(said[kind])); err == nil && IsWeb(u) {
			p.base = u
			return
		}
	}
}

func IsWeb(u *url.URL) bool { return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" }
