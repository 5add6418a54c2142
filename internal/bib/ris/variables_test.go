package ris

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

func date(parts ...int) *bib.Date { return &bib.Date{Parts: [][]int{parts}} }

// variableTests have an item and the lines that it is written as, without type, ID and end. What RIS has no tag
// for is a note, and all of it is read again as it was.
var variableTests = []struct {
	name string
	item bib.Item
	want string
}{
	{"texts", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "keyword", Value: "tides, waves"}, {Name: "abstract", Value: "On tides."}, {Name: "call-number", Value: "T 12"}, {Name: "language", Value: "en"}, {Name: "original-title", Value: "Gezeiten"}, {Name: "archive", Value: "Quay"}}},
		"KW  - tides\nKW  - waves\nAB  - On tides.\nCN  - T 12\nLA  - en\nOP  - Gezeiten\nDB  - Quay\n"},
	{"a text without a tag", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "event-title", Value: "Tide Days"}}}, "N1  - event-title: Tide Days\n"},
	{"a note", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "note", Value: "Of tides: more"}}}, "N1  - Of tides: more\n"},
	{"a note that looks like a variable", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "note", Value: "version: 2"}}}, "N1  - note: version: 2\n"},
	{"a note that looks like a note", bib.Item{Type: "book", Texts: bib.Variables[string]{{Name: "note", Value: "note: 2"}}}, "N1  - note: note: 2\n"},
	{"a short title of a journal", bib.Item{Type: "article-journal", ContainerTitle: "Journal of Waves", Texts: bib.Variables[string]{{Name: "container-title-short", Value: "J. Waves"}}}, "T2  - Journal of Waves\nJ2  - J. Waves\n"},
	{"a short title alone", bib.Item{Type: "article-journal", Texts: bib.Variables[string]{{Name: "container-title-short", Value: "J. Waves"}}}, "N1  - container-title-short: J. Waves\n"},
	{"PubMed", bib.Item{Type: "article-journal", PMID: "123", PMCID: "PMC4", Texts: bib.Variables[string]{{Name: "archive", Value: "Quay"}}}, "DB  - PubMed\nAN  - 123\nC2  - PMC4\nN1  - archive: Quay\n"},
	{"a number of PubMed Central that is none", bib.Item{Type: "article-journal", PMCID: "4"}, "N1  - PMCID: 4\n"},
	{"a preprint in PubMed", bib.Item{Type: "article", Number: "arXiv:1401.01234", PMID: "123"}, "M1  - arXiv:1401.01234\nDB  - PubMed\nAN  - 123\n"},
	{"a serial", bib.Item{Type: "article-journal", Texts: bib.Variables[string]{{Name: "ISSN", Value: "1234-5678"}}}, "SN  - 1234-5678\n"},
	{"a book in a serial", bib.Item{Type: "book", ISBN: "978-3-16-148410-0", Texts: bib.Variables[string]{{Name: "ISSN", Value: "1234-5678"}}}, "SN  - 978-3-16-148410-0\nSN  - 1234-5678\n"},
	{"a number that is no book's", bib.Item{Type: "article-journal", ISBN: "12"}, "N1  - ISBN: 12\n"},
	{"persons", bib.Item{Type: "book", Persons: bib.Variables[[]bib.Name]{{Name: "collection-editor", Value: []bib.Name{{Family: "Moor", Given: "A."}}}, {Name: "director", Value: []bib.Name{{Family: "Lind", Given: "C."}, {Literal: "Office for Tides"}}}}},
		"A3  - Moor, A.\nN1  - director: Lind, C.; Office for Tides\n"},
	{"persons that go on", bib.Item{Type: "book", Author: []bib.Name{{Family: "Moor", Given: "A."}, {Literal: bib.AndOthers}}, Persons: bib.Variables[[]bib.Name]{{Name: "collection-editor", Value: []bib.Name{{Family: "Moor", Given: "A."}, {Literal: bib.AndOthers}}}}},
		"AU  - Moor, A.\nN1  - author: et al.\nA3  - Moor, A.\nN1  - collection-editor: et al.\n"},
	{"a body that looks like a person", bib.Item{Type: "book", Author: []bib.Name{{Literal: "Moor A"}}}, "AU  - Moor A,\n"},
	{"dates", bib.Item{Type: "webpage", Dates: bib.Variables[*bib.Date]{{Name: "accessed", Value: date(2019, 7, 3)}, {Name: "original-date", Value: date(1913)}}}, "Y2  - 2019/07/03/\nN1  - original-date: 1913\n"},
	{"a range of dates", bib.Item{Type: "book", Issued: &bib.Date{Parts: [][]int{{2019, 7}, {2020, 1}}}}, "PY  - 2019\nN1  - issued: 2019-07/2020-01\n"},
	{"a year's letter", bib.Item{Type: "book", Issued: date(2019), YearSuffix: "b"}, "PY  - 2019\nN1  - year-suffix: b\n"},
	{"a type that RIS lacks", bib.Item{Type: "treaty"}, "N1  - type: treaty\n"},
	{"pages of a book", bib.Item{Type: "book", Page: "3-9", NumberOfPages: "333"}, "SP  - 3\nEP  - 9\nN1  - number-of-pages: 333\n"},
	{"one page of a book", bib.Item{Type: "book", Page: "3", NumberOfPages: "333"}, "N1  - page: 3\nN1  - number-of-pages: 333\n"},
	{"a number of pages", bib.Item{Type: "book", NumberOfPages: "333"}, "SP  - 333\n"},
	{"a number of pages of an article", bib.Item{Type: "article-journal", NumberOfPages: "33"}, "N1  - number-of-pages: 33\n"},
	{"a page", bib.Item{Type: "article-journal", Page: "e12"}, "SP  - e12\n"},
	{"a page with a hyphen behind", bib.Item{Type: "article-journal", Page: "12-"}, "N1  - page: 12-\n"},
	{"a book in a container", bib.Item{Type: "book", ContainerTitle: "Works"}, "N1  - container-title: Works\n"},
}

func TestWriteVariables(t *testing.T) {
	for _, tt := range variableTests {
		t.Run(tt.name, func(t *testing.T) {
			tt.item.ID = "a"
			var b bytes.Buffer
			if err := Write(&b, []bib.Item{tt.item}); err != nil {
				t.Fatal(err)
			}
			text := strings.ReplaceAll(b.String(), "\r\n", "\n")
			_, got, _ := strings.Cut(text, "ID  - a\n")
			if got, _, _ = strings.Cut(got, "ER  -"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			again, notices := Read(text)
			if len(again) != 1 || len(notices) > 0 {
				t.Fatalf("read again: %v, %v", again, notices)
			}
			if again[0].Own = nil; !reflect.DeepEqual(again[0], tt.item) {
				t.Errorf("read again as\n%+v\nwant\n%+v", again[0], tt.item)
			}
		})
	}
}

// TestVariableIn tells notes that give a variable of CSL from others.
func TestVariableIn(t *testing.T) {
	for note, want := range map[string]bool{
		"original-date: 1913": true, "issued: 1913": true, "director: Moor, A.": true, "type: treaty": true, "type: tide": false, "author: et al.": true, "author: Moor": false,
		"tide: high": false, "event-title:": false, "event-title: ": false, "event-title": false, "": false, "note: a": true,
	} {
		if _, _, ok := variableIn(note); ok != want {
			t.Errorf("%q gives a variable: %v", note, ok)
		}
	}
}
