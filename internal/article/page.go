package article

import (
	"sort"
	"strconv"
	"strings"

	"etal/internal/safe"
)

// A Page is the place in the body where a page of the source begins.
type Page struct {
	Start  int       // offset in the body
	Number int       // from 1
	Label  safe.Text // as the source prints it, where that is not the number: iv, 217
}

// Name returns the page's label or, where it has none, its number.
func (p Page) Name() string {
	if p.Label.Len() > 0 {
		return p.Label.String()
	}
	return strconv.Itoa(p.Number)
}

// Pages are the pages of a source, sorted by where they begin. One begins again where text of it
// follows that of others, as footnotes do.
type Pages []Page

// At returns the page that the byte at offset stands on, and reports whether there is one.
func (ps Pages) At(offset int) (p Page, ok bool) {
	i := sort.Search(len(ps), func(i int) bool { return ps[i].Start > offset })
	if i == 0 {
		return p, false
	}
	return ps[i-1], true
}

// Named returns the page with a label or else, if that is a number n, the nth, and reports whether there is one. Of
// a page without text it is the one that follows.
func (ps Pages) Named(label string) (p Page, ok bool) {
	n, _ := strconv.Atoi(label)
	for _, q := range ps {
		switch {
		case label != "" && strings.EqualFold(q.Label.String(), label):
			return q, true
		case q.Number >= n && (!ok || q.Number < p.Number):
			p, ok = q, true
		}
	}
	return p, ok && n > 0
}

// Count returns how many pages the source has.
func (ps Pages) Count() int {
	count := 0
	for _, p := range ps {
		count = max(count, p.Number)
	}
	return count
}
