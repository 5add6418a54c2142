package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/read"
	"etal/internal/safe"
)

// wheels is a work, with changes made to it.
func wheels(change func(*bib.Item)) bib.Item {
	item := bib.Item{Title: "On wheels that reckon the tides", Author: []bib.Name{{Family: "Oke", Given: "Ada"}}, Issued: &bib.Date{Parts: [][]int{{1950}}}}
	change(&item)
	return item
}

// An article is the work that a reference names by an identifier, or else by title, year and first author.
func TestHolding(t *testing.T) {
	for _, tt := range []struct {
		name     string
		held, of func(*bib.Item)
		by       string // empty if it is another work
	}{
		{"DOI", func(i *bib.Item) { i.DOI = "10.5555/A" }, func(i *bib.Item) { *i = bib.Item{DOI: "https://doi.org/10.5555/a"} }, "DOI"},
		{"DOI, whatever else is wrong", func(i *bib.Item) { i.DOI, i.PMID = "10.5555/a", "1" }, func(i *bib.Item) { *i = bib.Item{DOI: "10.5555/a", PMID: "2", Title: "Waves"} }, "DOI"},
		{"arXiv", func(i *bib.Item) { i.Number = "arXiv:1706.03762v5" }, func(i *bib.Item) { *i = bib.Item{DOI: "10.48550/arXiv.1706.03762"} }, "arXiv number"},
		{"PMID", func(i *bib.Item) { i.PMID = "12" }, func(i *bib.Item) { *i = bib.Item{PMID: "12"} }, "PMID"},
		{"title", func(*bib.Item) {}, func(i *bib.Item) { i.Title = "On Wheels That Reckon the Tides." }, "title, year and first author"},
		{"title, where one has a DOI", func(i *bib.Item) { i.DOI = "10.5555/a" }, func(*bib.Item) {}, "title, year and first author"},
		{"a name of several words", func(i *bib.Item) { i.Author[0] = bib.Name{Given: "María García", Family: "López"} }, func(i *bib.Item) { i.Author[0] = bib.Name{Family: "García López", Given: "M."} }, "title, year and first author"},
		{"a particle", func(i *bib.Item) { i.Author[0] = bib.Name{Given: "C.", NonDroppingParticle: "van der", Family: "Berg"} }, func(i *bib.Item) { i.Author[0] = bib.Name{Family: "van der Berg"} }, "title, year and first author"},
		{"an organisation", func(i *bib.Item) { i.Author[0] = bib.Name{Given: "Harbour", Family: "Office"} }, func(i *bib.Item) { i.Author[0] = bib.Name{Literal: "Harbour Office"} }, "title, year and first author"},

		{"another DOI", func(i *bib.Item) { i.DOI = "10.5555/a" }, func(i *bib.Item) { i.DOI = "10.5555/b" }, ""},
		{"another DOI, the same PMID", func(i *bib.Item) { i.DOI, i.PMID = "10.5555/a", "12" }, func(i *bib.Item) { i.DOI, i.PMID = "10.5555/b", "12" }, ""},
		{"another PMID, the same title", func(i *bib.Item) { i.PMID = "11" }, func(i *bib.Item) { i.PMID = "12" }, ""},
		{"another year", func(*bib.Item) {}, func(i *bib.Item) { i.Issued = &bib.Date{Parts: [][]int{{1951}}} }, ""},
		{"another first author", func(*bib.Item) {}, func(i *bib.Item) { i.Author[0].Family = "Lind" }, ""},
		{"another title", func(*bib.Item) {}, func(i *bib.Item) { i.Title += ": a correction" }, ""},
		{"a short title", func(i *bib.Item) { i.Title = "Wheels" }, func(i *bib.Item) { i.Title = "Wheels" }, ""},
		{"nothing", func(i *bib.Item) { *i = bib.Item{} }, func(i *bib.Item) { *i = bib.Item{} }, ""},
	} {
		e, other := FromBytes("wheels.md", []byte("a")), FromBytes("other.md", []byte("b"))
		item := wheels(tt.of)
		works := Works{}.With(Holds(e, wheels(tt.held)))
		for _, w := range []Works{works, works.Joined(), works.With(works), works.With(Holds(other, bib.Item{DOI: "10.5555/z"}))} {
			held, ok := w.Holding(item, other)
			if ok != (tt.by != "") || held.By != tt.by || ok && (held.Entry != e || held.Title != safe.Line(wheels(tt.held).Title)) {
				t.Errorf("%s: %+v, %v, want by %q", tt.name, held, ok, tt.by)
			}
		}
		if held, ok := works.Holding(item, e); ok {
			t.Errorf("%s: the article itself is %v", tt.name, held)
		}
	}
}

// Of several articles, the one with the surer identifier is opened, and none of two that may be it.
func TestHoldingOneOfSeveral(t *testing.T) {
	by := func(change func(*bib.Item)) bib.Item { return wheels(change) }
	untold, doi, arxiv := by(func(*bib.Item) {}), by(func(i *bib.Item) { i.DOI = "10.5555/a" }), by(func(i *bib.Item) { i.Number = "arXiv:1706.03762" })
	for _, tt := range []struct {
		name string
		held []bib.Item
		of   bib.Item
		want string // the index and why, empty for none
	}{
		{"two by title", []bib.Item{untold, untold}, untold, ""},
		{"two by title, one by DOI", []bib.Item{untold, doi, untold}, doi, "1 DOI"},
		{"two by title, one with another DOI", []bib.Item{untold, by(func(i *bib.Item) { i.DOI = "10.5555/b" })}, doi, "0 title, year and first author"},
		{"the same DOI twice", []bib.Item{doi, doi}, doi, "0 DOI"},
		{"DOI before arXiv", []bib.Item{arxiv, doi}, by(func(i *bib.Item) { i.DOI, i.Number = "10.5555/a", "arXiv:1706.03762" }), "1 DOI"},
	} {
		var works Works
		var entries []*Entry
		for i, item := range tt.held {
			e := FromBytes("a.md", []byte{byte(i)})
			entries, works = append(entries, e), works.With(Holds(e, item))
		}
		for _, w := range []Works{works, works.Joined()} {
			got := ""
			if held, ok := w.Holding(tt.of, FromBytes("b.md", []byte("b"))); ok {
				for i, e := range entries {
					if e == held.Entry {
						got = fmt.Sprint(i, " ", held.By)
					}
				}
			}
			if got != tt.want {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// The articles that are read are known as works, whatever they are kept in.
func TestWorksThatArticlesAre(t *testing.T) {
	l := newLibrary(t)
	works := l.Works()
	from, _ := l.Entry("reading")
	for _, e := range l.Entries() {
		a, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		if held, ok := works.Holding(a.Item(), from); e != from && identify.Keys(a.Item()) != nil && (!ok || held.Entry != e) {
			t.Errorf("%s: %v, %v", e.ID, held, ok)
		}
	}
	e := FromBytes("tides.md", []byte("---\ntitle: Tides by wheel\ndoi: 10.5555/tides\n---\nText.\n"))
	a, err := e.Read()
	if err != nil {
		t.Fatal(err)
	}
	if held, ok := WorksOf(e, a).Holding(bib.Item{DOI: "10.5555/tides"}, from); !ok || held.Entry != e {
		t.Errorf("a listed article: %v, %v", held, ok)
	}
}

// folderOf returns the entry of the first of some files, which are written to a folder.
func folderOf(t *testing.T, files map[string]string, name string) *Entry {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return File(filepath.Join(folder, name), read.Reader{Format: "markdown"})
}

// readAll reads all neighbours, and returns in how many runs.
func readAll(n *Neighbours) (works Works, runs int) {
	for more := true; more; runs++ {
		var w Works
		w, more = n.Read()
		works = works.With(w)
	}
	return works, runs
}

// The articles in the folder of an article are known as works, but for those below it and hidden ones.
func TestNeighbours(t *testing.T) {
	doi := func(suffix string) string { return "---\ndoi: 10.5555/" + suffix + "\n---\nText.\n" }
	e := folderOf(t, map[string]string{
		"paper.md": doi("paper"), "b.md": doi("b"),
		"c.xml":   "<article><front><article-meta><article-id pub-id-type='doi'>10.5555/c</article-id><title-group><article-title>C</article-title></title-group></article-meta></front><body><p>Text.</p></body></article>",
		"d.html":  "<head><meta name='citation_doi' content='10.5555/d'></head><body><p>Text.</p></body>",
		"long.md": doi("long") + strings.Repeat("Text goes on and on.\n\n", 7_000),
		"e.bib":   "@article{e, title = {E}, doi = {10.5555/e}}", "f.pdf": "no PDF", "empty.md": "", "g.go": doi("g"), ".h.md": doi("h"), "below/i.md": doi("i"), ".git/j.md": doi("j"),
	}, "paper.md")
	works, _ := readAll(e.Neighbours())
	for suffix, want := range map[string]string{"b": "b.md", "c": "c.xml", "d": "d.html", "long": "long.md", "paper": "", "e": "", "g": "", "h": "", "i": "", "j": ""} {
		got := ""
		held, ok := works.Holding(bib.Item{DOI: "10.5555/" + suffix}, e)
		if ok {
			got = filepath.Base(held.Entry.Path)
		}
		if got != want {
			t.Errorf("10.5555/%s is %q, want %q", suffix, got, want)
		}
		if ok {
			if _, err := held.Entry.Read(); err != nil {
				t.Error(err)
			}
		}
	}
	if folder := e.Folder(); folder != filepath.Dir(e.Path) {
		t.Errorf("the folder is %q", folder)
	}
	gone := File(filepath.Join(t.TempDir(), "gone", "a.md"), read.Reader{})
	if works, more := gone.Neighbours().Read(); more || len(works.parts) > 0 {
		t.Errorf("of a folder that is not there: %v, %v", works, more)
	}
	if folder := FromBytes("a.md", nil).Folder(); folder != "" {
		t.Errorf("the folder of an article in memory is %q", folder)
	}
}

// However many files a folder holds, some are read.
func TestNeighboursAreBounded(t *testing.T) {
	files := map[string]string{}
	for i := range 5 * maxNeighbours {
		files[fmt.Sprintf("a%04d.md", i)] = fmt.Sprintf("---\ndoi: 10.5555/%d\n---\nText.\n", i)
	}
	e := folderOf(t, files, "a0000.md")
	works, runs := readAll(e.Neighbours())
	if held := len(works.Joined().parts[0].held); held != maxNeighbours || runs != maxNeighbours/neighboursRun {
		t.Errorf("%d works are known, read in %d runs", held, runs)
	}
	small := e.Neighbours()
	small.size = 100
	works, _ = readAll(small)
	if held := len(works.Joined().parts[0].held); held == 0 || held > 4 {
		t.Errorf("of 100 bytes, %d works are known", held)
	}
}
