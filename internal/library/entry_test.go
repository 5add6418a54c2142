package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/obtain"
	"etal/internal/read"
)

func TestIsNoArticle(t *testing.T) {
	for _, err := range []error{read.ErrEmpty, read.ErrBinary, read.ErrNoBibliography} {
		if !IsNoArticle(fmt.Errorf("open a.md: %w", err)) {
			t.Errorf("%v: it is an article", err)
		}
	}
	for _, err := range []error{nil, errors.New("open a.md: permission denied")} {
		if IsNoArticle(err) {
			t.Errorf("%v: it is no article", err)
		}
	}
}

// A file is inside a folder where it is, and not where a link to it is.
func TestIsInside(t *testing.T) {
	dir := t.TempDir()
	folder, below := filepath.Join(dir, "notes"), filepath.Join(dir, "notes", "below")
	if err := os.MkdirAll(below, 0o700); err != nil {
		t.Fatal(err)
	}
	inside, outside := filepath.Join(below, "a.md"), filepath.Join(dir, "b.md")
	for _, name := range []string{inside, outside} {
		if err := os.WriteFile(name, []byte("# A"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]bool{inside: true, outside: false, filepath.Join(folder, "..", "b.md"): false, filepath.Join(folder, "none.md"): false, folder: true}
	link := filepath.Join(folder, "link.md")
	if err := os.Symlink(outside, link); err == nil { // Windows may allow none
		want[link] = false
	}
	for name, is := range want {
		if got := isInside(folder, name); got != is {
			t.Errorf("%s: %v", name, got)
		}
	}
	if isInside(filepath.Join(dir, "none"), inside) {
		t.Error("a folder that is not there has files")
	}
}

// Insertions, deletions, substitutions and swaps of neighbours count one each.
func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"tides", "tides", 0}, {"tides", "tide", 1}, {"tide", "tides", 1}, {"tides", "tiles", 1}, {"tides", "tieds", 1}, {"tides", "itdes", 1}, {"ab", "ba", 1}, {"abc", "ca", 3}, {"tides", "", 5}, {"", "", 0},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("%q to %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// A work has the page that its identifier leads to, an article of a file none.
func TestEntryPage(t *testing.T) {
	l, err := New(obtain.Client{Directory: identify.Directory{}})
	if err != nil {
		t.Fatal(err)
	}
	e, err := l.Cited(bib.Item{DOI: "10.5555/a"}, read.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	if page, ok := e.Page(); !ok || page.String() != "https://doi.org/10.5555/a" || e.ID.String() != "doi:10.5555/a" {
		t.Errorf("%s at %q, %v", e.ID, page, ok)
	}
	if _, ok := e.Identifier(); ok {
		t.Error("a reference names no identifier")
	}
	titled, err := l.Cited(bib.Item{Title: "On wheels that reckon the tides", Author: []bib.Name{{Family: "Oke"}}, Issued: &bib.Date{Parts: [][]int{{1950}}}}, read.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	if page, ok := titled.Page(); ok || page.Len() > 0 {
		t.Errorf("a work by its title has the page %q", page)
	}
	if _, ok := FromBytes("a.md", []byte("# A")).Page(); ok {
		t.Error("a file has a page")
	}
}
