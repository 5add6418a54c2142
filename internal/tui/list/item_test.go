package list

import (
	"strings"
	"testing"
	"time"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/safe"
)

// by returns the item of an article by some authors, of which nothing is known without them.
func by(authors string) *item {
	i := newItem(library.FromBytes("tides.md", []byte(authors)))
	if authors == "" {
		return &i
	}
	var a article.Article
	for name := range strings.SplitSeq(authors, ", ") {
		a.Authors = append(a.Authors, safe.Line(name))
	}
	i = i.read(&a)
	return &i
}

// An author is left out whom most articles of the list have.
func TestShared(t *testing.T) {
	for authors, want := range map[string]string{
		"Wren":                    "",
		"Wren|Oke":                "",
		"Wren|Wren":               "Wren",
		"Wren|Wren|Oke":           "Wren",
		"Wren|Wren|Oke|Oke":       "",
		"Wren|Wren|||":            "Wren",
		"Wren, Oke|Wren, Oke|Oke": "Wren and Oke",
		"A, B, C|A, D, E|Oke":     "A et al.",
		"":                        "",
	} {
		var items []*item
		for a := range strings.SplitSeq(authors, "|") {
			items = append(items, by(a))
		}
		if got := shared(items); got != want {
			t.Errorf("%s: got %q, want %q", authors, got, want)
		}
	}
}

// The facts of an article, as far as there is room: its minutes, the share that was read, its authors.
func TestFacts(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	read := func(references int, left places.Mark) *item {
		i := by("Ada Wren")
		i.references, i.minutes = references, 7
		if !left.When.IsZero() {
			next := i.leftAt(left, now)
			i = &next
		}
		return i
	}
	failed := by("")
	failed.failed = "open tides.md: permission denied"
	long := read(0, places.Mark{Share: 0.5, When: now})
	long.authors = []safe.Text{safe.Line("Ada Lovelace")}
	tests := []struct {
		name, shared string
		item         *item
		columns      int
		want         string
	}{
		{"all", "", read(2, places.Mark{Share: 0.5, When: now}), 60, "Ada Wren · 7 min · 2 references · 50% today"},
		{"one reference", "", read(1, places.Mark{}), 60, "Ada Wren · 7 min · 1 reference"},
		{"no references", "", read(0, places.Mark{}), 60, "Ada Wren · 7 min"},
		{"an author whom others have", "Ada Wren", read(2, places.Mark{}), 60, "7 min · 2 references"},
		{"read", "", read(0, places.Mark{Share: 0.96, When: now.AddDate(0, 0, -1)}), 60, "Ada Wren · 7 min · read yesterday"},
		{"days ago", "", read(0, places.Mark{Share: 0.2, When: now.AddDate(0, 0, -6)}), 60, "Ada Wren · 7 min · 20% 6 days ago"},
		{"weeks ago", "", read(0, places.Mark{Share: 0.2, When: now.AddDate(0, 0, -7)}), 60, "Ada Wren · 7 min · 20% 16 Nov 2026"},
		{"just room for them", "", read(0, places.Mark{Share: 0.5, When: now}), 28, "Ada Wren · 7 min · 50% today"},
		{"nor a part of them", "", read(0, places.Mark{Share: 0.5, When: now}), 27, "7 min · 50% today"},
		{"authors are cut first", "", long, 30, "Ada Lovel… · 7 min · 50% today"},
		{"no room for them", "", read(2, places.Mark{}), 21, "7 min · 2 references"},
		{"less room", "", read(2, places.Mark{}), 8, "7 min ·…"},
		{"not read yet", "", by(""), 60, "tides.md · …"},
		{"not to be read", "", failed, 20, "open tides.md: perm…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.item.facts(tt.columns, tt.shared); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A summary that does not fit gives way to its first sentence.
func TestAboutWithin(t *testing.T) {
	i := item{about: safe.Line("The moon pulls. The sea follows it, twice a day.")}
	for columns, want := range map[int]string{60: i.about.String(), 47: "The moon pulls.", 48: i.about.String(), 5: "The moon pulls."} {
		if got := i.aboutWithin(columns); got != want {
			t.Errorf("%d columns: got %q, want %q", columns, got, want)
		}
	}
}

// The orders, and that articles which one does not tell apart stay as given.
func TestOrders(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	l := Model{}
	for n, title := range []string{"Östlich", "nord", "Süd", "Oder", "The West"} {
		i := listed(title)
		i.minutes, i.known = []int{5, 3, 3, 1, 9}[n], n != 3
		if n == 2 || n == 4 {
			i.left = places.Mark{When: now.AddDate(0, 0, -n)}
		}
		i.recent, i.tour = n == 4, n == 3
		l.items = append(l.items, i)
	}
	for n, want := range []string{
		"Oder, The West, Östlich, nord, Süd",
		"Süd, The West, Östlich, nord, Oder",
		"nord, Oder, Östlich, Süd, The West",
		"nord, Süd, Östlich, The West, Oder",
	} {
		l.order = n
		var titles []string
		for _, i := range l.ordered() {
			titles = append(titles, i.title.String())
		}
		if got := strings.Join(titles, ", "); got != want {
			t.Errorf("%s: got %s, want %s", orders[n].name, got, want)
		}
	}
}
