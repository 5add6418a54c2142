package list

import (
	"cmp"
	"slices"
	"strings"

	"etal/internal/tui/screen"
)

// An order is one in which the list can be.
type order struct {
	name    string
	compare func(a, b *item) int
}

// orders are those that the sort key goes through. Articles that an order does not tell apart stay
// as given.
var orders = []order{
	{"as given", func(a, b *item) int { return cmp.Or(a.section()-b.section(), compareRecent(a, b)) }},
	{"recent first", func(a, b *item) int { return b.left.When.Compare(a.left.When) }},
	{"by title", func(a, b *item) int { return strings.Compare(a.foldedTitle(), b.foldedTitle()) }},
	{"shortest first", func(a, b *item) int { return a.length() - b.length() }},
}

// compareRecent compares two articles under Recent; it does not tell others apart.
func compareRecent(a, b *item) int {
	if !a.recent || !b.recent {
		return 0
	}
	return b.left.When.Compare(a.left.When)
}

// length returns how long the article takes to read, in minutes; more than any takes where that is
// not known.
func (i *item) length() int {
	if !i.known {
		return screen.ToEnd
	}
	return i.minutes
}

// sort puts the list into the next order.
func (l Model) sort() (Model, screen.Action) {
	l.order = (l.order + 1) % len(orders)
	return l.arrange().choose(0), screen.Say("sorted: " + orders[l.order].name)
}

// ordered returns the articles in the order that was chosen.
func (l Model) ordered() []*item {
	items := slices.Clone(l.items)
	slices.SortStableFunc(items, orders[l.order].compare)
	return items
}

// The sections of a list that has some, in their order.
const (
	startSection = iota // the tour, until it was read
	recentSection
	articleSection
)

// sectionTitles are the headings of the sections.
var sectionTitles = []string{"New to etal?", "Recent", "Articles"}

// section returns the section of an article.
func (i *item) section() int {
	switch {
	case i.tour && !i.left.Finished:
		return startSection
	case i.recent:
		return recentSection
	}
	return articleSection
}

// heading returns the heading above the nth article shown, "" for none: that of its section, where
// it is the first of one of several.
func (l Model) heading(n int) string {
	if l.order != 0 || l.pattern() != "" {
		return ""
	}
	section := l.shown[n].section()
	if n > 0 && section == l.shown[n-1].section() || n == 0 && section == l.shown[len(l.shown)-1].section() {
		return ""
	}
	return sectionTitles[section]
}
