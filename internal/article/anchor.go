package article

import (
	"strconv"
	"strings"
	"unicode"
)

// Anchors are places in a body that have names, as links have them behind a #.
type Anchors map[string]int

// Anchor returns the offset of the place with a name, whose capitals may differ, and reports whether
// there is one.
func (as Anchors) Anchor(name string) (offset int, ok bool) {
	if offset, ok = as[name]; !ok {
		offset, ok = as[strings.ToLower(name)]
	}
	return offset, ok
}

// Anchor returns the offset of the place with a name, or else of the heading that GitHub would give
// it, and reports whether there is one.
func (a *Article) Anchor(name string) (offset int, ok bool) {
	if offset, ok = a.Anchors.Anchor(name); ok {
		return offset, true
	}
	slugs := Slugs{}
	for _, h := range a.Headings {
		if slugs.Slug(h.Title.String()) == strings.ToLower(name) {
			return h.Start, true
		}
	}
	return 0, false
}

// Slugs makes names of headings, each of which it makes once.
type Slugs map[string]int

// Slug returns the name by which GitHub links to a heading: in small letters, blanks made
// hyphens, other signs left out; the second of a name ends in -1.
func (s Slugs) Slug(title string) string {
	base := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', unicode.IsLetter(r), unicode.In(r, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc):
			return r
		}
		return -1
	}, strings.ToLower(strings.TrimSpace(title)))
	slug := base
	for _, taken := s[slug]; taken; _, taken = s[slug] {
		s[base]++
		slug = base + "-" + strconv.Itoa(s[base])
	}
	s[slug] = 0
	return slug
}
