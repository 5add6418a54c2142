package markdown

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// resolveSections gives the links to sections their targets, and drops those that have none.
func (s source) resolveSections(d *doc.Draft) {
	d.Anchors = s.findPlaces(d)
	links := d.Links[:0]
	for _, l := range d.Links {
		if l.Kind == article.Section {
			target, ok := d.Anchors.Anchor(l.URL.String())
			if !ok {
				continue
			}
			l.Target, l.URL = target, safe.Text{}
		}
		links = append(links, l)
	}
	d.Links = links
}

var placeTag = lazyregexp.New(`<[A-Za-z][A-Za-z0-9]{0,15}\b[^<>]{0,200}?\s(?:id|name)\s*=\s*(?:"([^"<>]{1,200})"|'([^'<>]{1,200})'|([^\s"'<>]{1,200}))[^<>]{0,200}>`)

// findPlaces returns where the names of places in the body lead: the names that headings
// and tags are given, and those that GitHub makes of a heading's title.
func (s source) findPlaces(a *doc.Draft) map[string]int {
	places := map[string]int{}
	name := func(id string, offset int) {
		if _, taken := places[id]; !taken && id != "" {
			places[id] = offset
		}
	}
	for _, p := range s.places {
		name(p.Name, headingAt(a, p.Offset, p.Offset))
	}
	body := a.Body.String()
	for _, m := range placeTag.FindAllStringSubmatchIndex(body, -1) {
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				name(safe.Line(body[m[i]:m[i+1]]).String(), headingAt(a, m[0], m[1]))
			}
		}
	}
	slugs := article.Slugs{}
	for _, h := range a.Headings {
		name(slugs.Slug(h.Title.String()), h.Start)
	}
	return places
}

// headingAt returns where the heading starts that a tag stands in or just before, or else
// where the tag starts.
func headingAt(a *doc.Draft, start, end int) int {
	i := sort.Search(len(a.Headings), func(i int) bool { return a.Headings[i].End > start })
	if i == len(a.Headings) {
		return start
	}
	h := a.Headings[i].Start
	if h <= start {
		return h
	}
	const near = 500 // bytes between a tag and its heading
	if h-end < 0 || h-end > near {
		return start
	}
	if between := emptyTags.ReplaceAllString(a.Body.String()[end:h], ""); strings.Trim(between, "# \t\n") == "" {
		return h
	}
	return start
}

var emptyTags = lazyregexp.New(`</?[A-Za-z][^<>]*>`)
