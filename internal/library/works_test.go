package library

import (
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/read"
)

// Articles that cite one work are found by its DOI, or by its title and year.
func TestCiting(t *testing.T) {
	l := newLibrary(t)
	works := l.Works()
	var doi, title bib.Item
	for _, e := range l.Entries() {
		a, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range a.References {
			item := r.Fields()
			found := works.Citing(item)
			cites := false
			for _, c := range found {
				cites = cites || c.Entry == e && c.Reference == r.Number && c.Title == a.Title
			}
			if len(workKeys(item)) > 0 && !cites {
				t.Errorf("%s: reference %d is not cited by its own article: %v", e.ID, r.Number, found)
			}
			if len(found) > 1 && item.DOI != "" && len(item.Title) > leastTitle {
				doi = bib.Item{DOI: strings.ToUpper(item.DOI)}
				title = bib.Item{Title: strings.ToUpper(item.Title) + ".", Issued: item.Issued}
			}
		}
	}
	if doi.DOI == "" {
		t.Fatal("no two articles share a work")
	}
	for _, item := range []bib.Item{doi, title} {
		if got := works.Citing(item); len(got) < 2 {
			t.Errorf("%+v is cited by %v", item, got)
		}
	}
	for _, item := range []bib.Item{{}, {Title: "Introduction", Issued: title.Issued}, {Title: title.Title}} {
		if got := works.Citing(item); got != nil {
			t.Errorf("%+v is cited by %v", item, got)
		}
	}
}

// A link between embedded articles leads to the article in the library.
func TestBesideEmbedded(t *testing.T) {
	l := newLibrary(t)
	from, _ := l.Entry("reading")
	want, _ := l.Entry("ketamine")
	for _, path := range []string{"ketamine.md", "./ketamine.md#how-it-works", "%6Betamine.md"} {
		if got, inside, err := from.Beside(path); got != want || !inside || err != nil {
			t.Errorf("%s: got %v, %v, %v", path, got, inside, err)
		}
	}
	for _, path := range []string{"none.md", "../ketamine.md", "/etc/passwd", ""} {
		if got, _, err := from.Beside(path); err == nil {
			t.Errorf("%s: got %v", path, got)
		}
	}
}

// A file or a URL is opened again by its key; other articles have no key that outlives them.
func TestReopen(t *testing.T) {
	l := newLibrary(t)
	path := filepath.Join(t.TempDir(), "tides.md")
	tests := []struct {
		key string
		ok  bool
	}{
		{path, true}, {"https://a.example/tides.html", true},
		{"etal:ketamine.md", false}, {"sha256:00", false}, {"tides.md", false}, {"", false}, {"https://", false},
	}
	for _, tt := range tests {
		e, ok := l.Reopen(tt.key, read.Reader{})
		if ok != tt.ok || ok && e.Key != tt.key {
			t.Errorf("%s: got %v, %v", tt.key, e, ok)
		}
	}
	if l.Tour() == nil || l.Tour().Key != "etal:tour.md" {
		t.Errorf("the tour is %v", l.Tour())
	}
}
