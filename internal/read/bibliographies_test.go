package read

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"testing"

	"etal/internal/bib"
)

// The works are invented.
const keyWorks = `
@book{li99, author={Li, Wu}, title={Nets and waves}, year=1999}
@book{li99b, author={Li, Wu}, title={Nets again}, year=1999}
@article{okoro14, author={Okoro, B. and Berg, Jan van der}, title={Slow waves}, journal={J. Waves}, year=2014}
@misc{de_nova_2017_x, author={{Ministry of Sleep}}, title={A_b}, year=2017}
@misc{team, author={A Bo and C Da and E Fu}, title={Many}}
@misc{two words, title={On the sleep of the many and the few}}
`

func keyed99() Reader {
	return Reader{Open: func(name string) ([]byte, error) {
		if name == "works.bib" || name == "sub/works.bib" {
			return []byte(keyWorks), nil
		}
		return nil, fs.ErrNotExist
	}}
}

// TestBibliographies holds where works may come from.
func TestBibliographies(t *testing.T) {
	for _, tt := range []struct{ name, front, cites, notice string }{
		{"named", "bibliography: works.bib", "1999", ""},
		{"in the front matter", "references:\n- id: li99\n  type: book\n  author: [{family: Li, given: Wu}]\n  issued: {year: 1998}", "1998", ""},
		{"nowhere", "title: A", "", ""},
		{"not there", "bibliography: nets.bib", "", "bibliography nets.bib: file does not exist"},
		{"outside the folder", "bibliography: ../works.bib", "", "bibliography ../works.bib: must be a file in the article's own folder"},
		{"outside, from the root", "bibliography: /etc/works.bib", "", "bibliography /etc/works.bib: must be a file in the article's own folder"},
		{"an address", "bibliography: https://example.org/works.bib", "", "bibliography https://example.org/works.bib: must be a file in the article's own folder"},
		{"all of it", "bibliography: works.bib\nnocite: '@*'", "1999", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := keyed99().Read("a.md", []byte("---\n"+tt.front+"\n---\nSo [@li99].\n"))
			if err != nil {
				t.Fatal(err)
			}
			year := ""
			for _, r := range a.Citations[0].References {
				year = fmt.Sprint(a.References[r-1].Item.Issued.Year())
			}
			if got := fmt.Sprint(a.Notices); year != tt.cites || got != "["+tt.notice+"]" {
				t.Errorf("cites %q, notices %s", year, got)
			}
			if tt.name == "all of it" && len(a.References) != 6 {
				t.Errorf("%d references", len(a.References))
			}
		})
	}
	a, err := Read("-", []byte("---\nbibliography: works.bib\n---\nSo [@li99].\n"))
	if err != nil || len(a.Notices) != 1 || len(a.References) != 0 || len(a.Citations[0].Missing) != 1 {
		t.Errorf("an article without a folder: %v, %v", a.Notices, err)
	}
	r := Reader{Bibliography: []bib.Item{{ID: "li99", Title: "Given"}}, Open: func(string) ([]byte, error) { return []byte(keyWorks), nil }}
	if a, _ := r.Read("a.md", []byte("---\nbibliography: works.bib\n---\nSo [@li99].\n")); a.References[0].Item.Title != "Given" {
		t.Errorf("a bibliography that is given does not come first: %v", a.References[0].Item)
	}
	r = Reader{Open: func(name string) ([]byte, error) {
		if name == "a.bib" {
			return []byte(keyWorks), nil
		}
		return nil, errors.New("none")
	}}
	if a, _ := r.Read("x/a.md", []byte("So [@li99].\n")); len(a.References) != 1 || len(a.Notices) != 0 {
		t.Errorf("a bibliography of the article's name is not found: %v", a.Notices)
	}
}

// TestLists holds that a bibliography alone is an article of its references.
func TestLists(t *testing.T) {
	for _, tt := range []struct{ name, in, format string }{
		{"works.bib", keyWorks, "bibtex"},
		{"works.txt", "% mine\n" + keyWorks, "bibtex"},
		{"works.ris", "TY  - BOOK\nAU  - Li, Wu\nTI  - Nets and waves\nPY  - 1999\nER  - \n", "ris"},
		{"works", `[{"id": "li99", "type": "book", "author": [{"family": "Li", "given": "Wu"}], "title": "Nets and waves", "issued": {"date-parts": [[1999]]}}]`, "csl-json"},
		{"list.txt", "Li, W. (1999). Nets and waves. Harbour Press.\n\nOkoro, B. (2014). Slow waves. J. Waves, 3, 4–5.\n\nBerg, J. (2001). Sleep. J. Waves, 1, 2–9.\n", "text"},
		{"list.txt", "Li, W. (1999). Nets and waves. Harbour Press.\nOkoro, B. (2014). Slow waves. J. Waves, 3, 4–5.\nBerg, J. (2001). Sleep. J. Waves, 1, 2–9.\n", "text"},
		{"list.txt", "1. Li, W. (1999). Nets and waves. Harbour Press.\n2. Okoro, B. (2014). Slow waves. J. Waves, 3, 4–5.\n", "text"},
		{"list.md", "- Li, W. (1999). *Nets and waves*. Harbour Press.\n- Okoro, B. (2014). Slow waves. *J. Waves*, 3, 4–5.\n", "markdown"},
		{"list.md", "Li, W. (1999). *Nets and waves*. Harbour Press.\n\nOkoro, B. (2014). Slow waves. *J. Waves*, 3, 4–5.\n\nBerg, J. (2001). Sleep. J. Waves, 1, 2–9.\n", "markdown"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read("x/"+tt.name, []byte(tt.in))
			if err != nil || string(a.Format) != tt.format || len(a.References) == 0 {
				t.Fatalf("%v, %v, %d references in\n%s", err, a.Format, len(a.References), a.Body)
			}
			if r := a.References[0]; !strings.HasPrefix(r.Text.String(), "Li, W. (1999)") || r.Fields().Author[0].Family != "Li" || r.Fields().Title != "Nets and waves" {
				t.Errorf("%q %v", r.Text, r.Fields())
			}
		})
	}
}

// TestBareLists holds that a text is no list because it names years.
func TestBareLists(t *testing.T) {
	for _, in := range []string{
		"Li (1999) showed that nets hold. Okoro (2014) found that waves are slow, in Lund.\n\nBerg (2001) slept.\n",
		"Li, W. (1999). Nets and waves. Harbour Press.\n\nIn 2014, Okoro says, waves were slow.\n\nThis was the year of sleep.\n",
		"1. Buy nets\n2. Sleep until 2014\n",
	} {
		if a, err := Read("a.txt", []byte(in)); err != nil || len(a.References) > 0 {
			t.Errorf("%q: %v, %d references", in, err, len(a.References))
		}
	}
	if a, err := Read("a.txt", []byte("Li, W. (1999). Nets and waves. J. Waves, 12(3), 45–67.\n")); err != nil || len(a.References) != 1 {
		t.Errorf("one reference alone: %v, %d references", err, len(a.References))
	}
}

// Of a bibliography with many problems, the first ten are told.
func TestBibliographyNotices(t *testing.T) {
	for problems, want := range map[int]string{0: "", 1: "p0", 10: "p9", 11: "and 1 more", 30: "and 20 more"} {
		var texts []string
		for i := range problems {
			texts = append(texts, fmt.Sprint("p", i))
		}
		got := bibliographyNotices("a.bib", texts)
		if len(got) != min(problems, maxNoticed+1) || problems > 0 && got[len(got)-1].String() != "bibliography a.bib: "+want {
			t.Errorf("%d problems: %v", problems, got)
		}
	}
}

// Files beside an article from the web are on the web.
func TestFilesOnTheWeb(t *testing.T) {
	for from, want := range map[string]string{
		"https://example.org/a/b.md": "url https://example.org/a/c.md, url https://example.org/d",
		"http://example.org/b.md":    "url http://example.org/c.md, url https://example.org/d",
		"file:///a/b.md":             "url https://example.org/d",
		"ftp://example.org/b.md":     "url https://example.org/d",
		"":                           "file c.md, url https://example.org/d",
	} {
		r := Reader{}
		if from != "" {
			r.URL, _ = url.Parse(from)
		}
		a, err := r.Read("b.md", []byte("[A file](c.md) and [a page](https://example.org/d).\n"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range a.Links {
			got = append(got, fmt.Sprint(l.Kind, " ", l.URL))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("from %q: got %s, want %s", from, s, want)
		}
	}
}

// A text that cites by keys is Markdown where there are works that they may name.
func TestKeysInText(t *testing.T) {
	works := []bib.Item{{ID: "li99", Title: "Nets and waves"}}
	for _, tt := range []struct {
		text, format string
		works        []bib.Item
	}{
		{"So [@li99].\n", "markdown", works}, {"So [@li99].\n", "text", nil}, {"So it is.\n", "text", works}, {"# So\n\nit **is**.\n", "markdown", nil},
	} {
		if a, err := (Reader{Bibliography: tt.works}).Read("a.txt", []byte(tt.text)); err != nil || string(a.Format) != tt.format {
			t.Errorf("%q with %d works: %v, %v, want %s", tt.text, len(tt.works), a.Format, err, tt.format)
		}
	}
}
