package bibtex

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

func date(parts ...int) *bib.Date { return &bib.Date{Parts: [][]int{parts}} }

// variableTests have an item and the fields that it is written as. All of it is read again as it was.
var variableTests = []struct {
	name string
	item bib.Item
	want string
}{
	{"texts that BibLaTeX names otherwise", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "keyword", Value: "tides, waves"}, {Name: "title-short", Value: "Tides"}, {Name: "ISSN", Value: "1234-5678"}, {Name: "original-title", Value: "Gezeiten"}, {Name: "annote", Value: "Read it."}}},
		"  keywords = {tides, waves},\n  shorttitle = {Tides},\n  issn = {1234-5678},\n  origtitle = {Gezeiten},\n  annotation = {Read it.}\n"},
	{"a text by its name", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "dimensions", Value: "3 m"}}}, "  dimensions = {3 m}\n"},
	{"persons", bib.Item{Type: "book", Persons: bib.Variables[[]bib.Name]{{Name: "container-author", Value: []bib.Name{{Family: "Moor", Given: "A."}}}, {Name: "director", Value: []bib.Name{{Family: "Lind", Given: "C."}}}}},
		"  bookauthor = {Moor, A.},\n  director = {Lind, C.}\n"},
	{"dates", bib.Item{Type: "webpage", Dates: bib.Variables[*bib.Date]{{Name: "accessed", Value: date(2019, 7, 3)}, {Name: "original-date", Value: date(1913)}, {Name: "submitted", Value: date(2018)}}},
		"  urldate = {2019-07-03},\n  origdate = {1913},\n  submitted = {2018}\n"},
	{"an archive", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "archive", Value: "Quay"}, {Name: "archive_location", Value: "T12"}}}, "  eprinttype = {Quay},\n  eprint = {T12}\n"},
	{"a place in no archive", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "archive_location", Value: "T12"}}}, "  archive_location = {T12}\n"},
	{"how a page was published", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "medium", Value: "film"}}}, "  howpublished = {film}\n"},
	{"a medium that is an address", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "medium", Value: "https://example.org"}}}, "  medium = {https://example.org}\n"},
}

func TestWriteVariables(t *testing.T) {
	for _, tt := range variableTests {
		t.Run(tt.name, func(t *testing.T) {
			tt.item.ID = "a"
			var b bytes.Buffer
			if err := Write(&b, []bib.Item{tt.item}); err != nil {
				t.Fatal(err)
			}
			_, got, _ := strings.Cut(b.String(), "{a,\n")
			if got = strings.TrimSuffix(got, "}\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			again, notices := Read(b.String())
			if len(again) != 1 || len(notices) > 0 {
				t.Fatalf("read again: %v, %v", again, notices)
			}
			if again[0].Own = nil; !reflect.DeepEqual(again[0], tt.item) {
				t.Errorf("read again as\n%+v\nwant\n%+v", again[0], tt.item)
			}
		})
	}
}

// TestSubtypes holds that a magazine's or a newspaper's article is told by its subtype, and no other entry.
func TestSubtypes(t *testing.T) {
	for in, want := range map[string]string{
		"@article{a, entrysubtype={magazine}}": "article-magazine", "@article{a, entrysubtype={newspaper}}": "article-newspaper", "@article{a, entrysubtype={nothing}}": "article-journal",
		"@book{a, entrysubtype={newspaper}}": "book", "@book{a, entrysubtype={treaty}}": "treaty",
	} {
		if items, _ := Read(in); len(items) != 1 || items[0].Type != want {
			t.Errorf("%s: %v, want the type %s", in, items, want)
		}
	}
	for _, tt := range []struct{ item, subtype string }{
		{"article-magazine", "article-magazine"}, {"treaty", ""}, {"book", ""}, {"document", ""}, {"unheard", ""},
	} {
		var b bytes.Buffer
		if err := Write(&b, []bib.Item{{ID: "a", Type: tt.item}}); err != nil || strings.Contains(b.String(), "entrysubtype = {"+tt.subtype+"}") != (tt.subtype != "") || tt.subtype == "" && strings.Contains(b.String(), "entrysubtype") {
			t.Errorf("%s: %v\n%s", tt.item, err, b.String())
		}
	}
}

// TestParents holds that an entry takes what it lacks from the first entry of the key that it refers to.
func TestParents(t *testing.T) {
	const parents = "@book{p, title={Waves}, publisher={Quay}}@book{P, title={Moons}}"
	for in, want := range map[string]string{
		"@incollection{a, title={Tides}, crossref={p}}":                     "Tides/Waves/Quay",
		"@incollection{a, title={Tides}, crossref={P}}":                     "Tides/Waves/Quay",
		"@incollection{a, title={Tides}, publisher={Hill}, crossref={p}}":   "Tides/Waves/Hill",
		"@incollection{a, title={Tides}, crossref={none}}":                  "Tides//",
		"@incollection{a, title={Tides}}":                                   "Tides//",
		"@incollection{, title={Tides}}@incollection{a, crossref={}}":       "Tides//",
		"@incollection{a, title={Tides}, booktitle={Seas}, crossref = {p}}": "Tides/Seas/Quay",
	} {
		items, notices := Read(in + parents)
		if got := items[0].Title + "/" + items[0].ContainerTitle + "/" + items[0].Publisher; got != want || len(notices) > 0 {
			t.Errorf("%s: %s, %v, want %s", in, got, notices, want)
		}
	}
}
