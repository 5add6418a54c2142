package markdown

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/doc"
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

// findPlaces returns where the names of places in the body lead: the names that they are given, and
// those that GitHub makes of a heading's title.
func (s source) findPlaces(a *doc.Draft) map[string]int {
	places := map[string]int{}
	name := func(id string, offset int) {
		if _, taken := places[id]; !taken && id != "" {
			places[id] = offset
		}
	}
	for _, p := range s.places {
		name(p.Name, headingAt(a, p.Offset))
	}
	slugs := article.Slugs{}
	for _, h := range a.Headings {
		name(slugs.Slug(h.Title.String()), h.Start)
	}
	return places
}

// headingAt returns where the heading starts that an offset is in or right before, or else the offset.
func headingAt(a *doc.Draft, offset int) int {
	i := sort.Search(len(a.Headings), func(i int) bool { return a.Headings[i].End > offset })
	if i == len(a.Headings) {
		return offset
	}
	h := a.Headings[i].Start
	if h <= offset || h-offset <= maxSigns && strings.Trim(a.Body.String()[offset:h], "# \t\n*_[") == "" {
		return h
	}
	return offset
}

// maxSigns is how many bytes of signs and line feeds stand before the text of a heading at most.
const maxSigns = 100
