package library

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/obtain"
	"etal/internal/obtain/obtaintest"
	"etal/internal/read"
	"etal/internal/web"
)

// note returns an article in memory that cites one work.
func note(t *testing.T, name, reference string) (*Entry, *article.Article) {
	t.Helper()
	e := FromBytes(name+".md", []byte("# About "+name+"\n\nIt is so. It was said twice [1], and again [1].\n\n## References\n\n1. "+reference+"\n"))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	return e, a
}

// Articles that cite one work are found by its identifiers, or by its title, year and first author,
// and no others.
func TestCiting(t *testing.T) {
	const (
		plain = "Wren, A., & Oke, B. (1901). The moon and the sea of harbours. *Tidal Letters*, 7(2), 22–30."
		doi   = " https://doi.org/10.5555/tl.1901"
	)
	tests := []struct {
		name, one, other string
		same, quick      bool // whether they are one work; also by identifiers alone
	}{
		{"by DOI", plain + doi, "Wren A. Another form of title. https://doi.org/10.5555/TL.1901", true, true},
		{"by title, year and author", plain, "Wren, A. (1901). The moon, and the Sea of Harbours. Harbour Press.", true, false},
		{"where one has a DOI", plain + doi, plain, true, false},
		{"two DOIs", plain + doi, plain + " https://doi.org/10.5555/tl.1902", false, false},
		{"another year", plain, strings.Replace(plain, "1901", "1902", 1), false, false},
		{"another author", plain, strings.Replace(plain, "Wren", "Lind", 1), false, false},
		{"another title", plain, strings.Replace(plain, "sea", "land", 1), false, false},
		{"a short title", "Wren, A. (1901). The moon. Water, 1, 2.", "Wren, A. (1901). The moon. Water, 1, 2.", false, false},
		{"a preprint", "Wren, A. (2017). Attending to moons. arXiv:1701.01234.", "Wren, A. (2018). Attending to the moons. arXiv preprint arXiv:1701.01234v2.", true, true},
		{"a preprint by its DOI", "Wren, A. (2017). Attending to moons. https://doi.org/10.48550/arXiv.1701.01234", "Wren, A. Moons, 2018, arXiv:1701.01234.", true, true},
		{"two preprints", "Wren, A. (2017). Attending to moons. arXiv:1701.01234.", "Wren, A. (2017). Attending to suns. arXiv:1701.01235.", false, false},
	}
	for _, tt := range tests {
		e, a := note(t, "one", tt.one)
		other, b := note(t, "other", tt.other)
		item := b.References[0].Fields()
		for _, way := range []struct {
			name  string
			works Works
			want  bool
		}{
			{"all fields", index(e, a, article.Reference.Fields).With(index(other, b, article.Reference.Fields)), tt.same},
			{"identifiers", WorksOf(e, a).With(WorksOf(other, b)), tt.quick},
			{"joined", WorksOf(e, a).With(WorksOf(other, b)).Joined(), tt.quick},
		} {
			got := way.works.Citing(item, other)
			if len(got) > 1 || (len(got) == 1) != way.want {
				t.Errorf("%s, %s: got %v", tt.name, way.name, got)
			}
			if len(got) == 1 {
				c, cited := got[0], a.Citations[0]
				if c.Entry != e || c.Title != a.Title || c.Reference != 1 || c.Citation != 0 || c.Group != 0 || c.Start != cited.Start {
					t.Errorf("%s: it is cited at %+v", tt.name, c)
				}
			}
		}
	}
	if got := (Works{}).Citing(bib.Item{DOI: "10.5555/1"}, FromBytes("a", nil)); got != nil {
		t.Errorf("no works: got %v", got)
	}
}

// Two pairs of embedded articles at least cite the same work, and each leads to the other.
func TestSharedByEmbedded(t *testing.T) {
	l := newLibrary(t)
	works, pairs := l.Works(), map[string]bool{}
	for _, e := range l.Entries() {
		a, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		if w := WorksOf(e, a); len(w.parts) > 0 {
			t.Errorf("%s is indexed twice", e.ID)
		}
		for _, r := range a.References {
			for _, c := range works.Citing(r.Fields(), e) {
				b, err := c.Entry.Read()
				if err != nil {
					t.Fatal(err)
				}
				back := works.Citing(b.References[c.Reference-1].Fields(), c.Entry)
				if !slices.ContainsFunc(back, func(c Citing) bool { return c.Entry == e && c.Reference == r.Number }) {
					t.Errorf("%s [%d] leads to %s [%d], and that to %v", e.ID, r.Number, c.Entry.ID, c.Reference, back)
				}
				if c.Citation < 0 || b.Citations[c.Citation].Candidates()[c.Group] != c.Reference {
					t.Errorf("%s: citation %d does not name reference %d", c.Entry.ID, c.Citation, c.Reference)
				}
				pairs[e.ID.String()+" "+c.Entry.ID.String()] = true
			}
		}
	}
	if len(pairs) < 4 {
		t.Errorf("the pairs are %v", pairs)
	}
}

// A link between embedded articles leads to the article in the library.
func TestBesideEmbedded(t *testing.T) {
	l := newLibrary(t)
	from, _ := l.Entry("reading")
	want, _ := l.Entry("ketamine")
	for _, path := range []string{"ketamine.md", "./ketamine.md", "%6Betamine.md"} {
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

// What a fetched work does not tell of itself, its record does; its notices come with it.
func TestCited(t *testing.T) {
	w := obtaintest.New(map[string][]obtaintest.Reply{
		"search EXT_ID-12-AND-SRC-MED": {{Body: `{"resultList": {"result": [{"pmid": "12", "doi": "10.5555/a", "title": "Tides", "authorString": "Oke A", "pubYear": "1950"}]}}`}},
		"doi.org/10.5555/a":            {{Type: "text/plain", Body: strings.Repeat("the moon does it. ", 300)}},
		"a.example/b":                  {{Type: "text/plain", Body: "Ebb and flow."}},
	})
	t.Cleanup(w.Close)
	l, err := New(obtain.Client{Web: web.Client{Proxy: w.Proxy}, Directory: obtaintest.Directory("")})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		item bib.Item
		want string // name, page, host before and after, title, authors and identifiers; or the error
	}{
		{bib.Item{DOI: "10.5555/a", PMID: "12"}, "doi:10.5555/a https://doi.org/10.5555/a Europe PMC→ Tides A Oke [doi:10.5555/a pmid:12]"},
		{bib.Item{URL: "http://a.example/b"}, "http://a.example/b http://a.example/b a.example→ b  []"},
		{bib.Item{URL: "http://a.example/c"}, "open http://a.example/c: not found at a.example"},
		{bib.Item{URL: "mailto:oke@a.example", Title: "Tides"}, obtain.ErrUnknown.Error()},
	} {
		e, err := l.Cited(tt.item, read.Reader{Format: article.JATS})
		got := ""
		if err == nil {
			page, _ := e.Page()
			before := e.Host().String()
			var a *article.Article
			if a, err = e.Read(); err == nil {
				got = fmt.Sprintf("%s %s %s→%s %s %s %v", e.Name(), page, before, e.Host(), a.Title, strings.Trim(fmt.Sprint(a.Authors), "[]"), a.IDs)
			}
		}
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.item, got, tt.want)
		}
	}
}
