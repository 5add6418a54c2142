package formats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"etal/internal/bib"
)

// The library of the round trips has a work of every type with the values of every kind in turn.
const libraryWorks = 600

var (
	libraryTypes = strings.Fields(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
		document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
		musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review
		review-book software song speech standard thesis treaty webpage`)
	// oddTexts mean something in one of the formats.
	oddTexts = []string{
		"Slow waves", "50 % of {DNA} & RNA_2 cost $5 ~ a \\ b: #1", "“Quotes” and ‘these’ – a dash", "中文 標題", "a -- b --- c", "``x'' and ''y``", "TY - JOUR", "ER -",
		"@book{a, title={b}}", "100", "x = y", "H₂O, CO₂ and 10⁻³", "Ends with a stop.", "{", "}", `\`, "note: of a note", "type: book", "medium: print", "x; y", "I", "and others", "jan",
		"O’Neil's “it”", "É ß Å ø ı", "PMID- 1", "%0 Book", "1-2", "a, b, c", "[x] (y)", "*z* _w_ `v`", "et al.", "name and name",
	}
	oddPersons = []bib.Name{
		{Family: "Okoro", Given: "Ana B."}, {Family: "Berg", Given: "Jan", NonDroppingParticle: "van der"}, {Family: "Østgård-Ng", Given: "É.", Suffix: "Jr."},
		{Literal: "Ministry of Sleep and Waves"}, {Family: "Ho Van", Given: "Linh"}, {Family: "O’Neil", Given: "J.-P."}, {Family: "李", Given: "四"}, {Family: "Cruz", Given: "Ana", NonDroppingParticle: "de la"},
		{Literal: "Smith & Sons {Ltd}"}, {Literal: "NASA"}, {Family: "Müller", Given: "Ä."}, {Literal: "Group X"},
	}
	oddDates = []*bib.Date{
		{Parts: [][]int{{2014}}}, {Parts: [][]int{{1999, 2}}}, {Parts: [][]int{{1871, 12, 31}}}, {Parts: [][]int{{2014}, {2015}}}, {Parts: [][]int{{2014, 7}, {2015, 1}}}, {Literal: "in press"},
		{Parts: [][]int{{-44, 3}}}, {Parts: [][]int{{871}}},
	}
	oddKeys = []string{"Knu84", "müller:2017", "李2019", "Doe 2016", "o'neil", "a&b", "DBLP:journals/corr/abs-2001-01234", "x~y#z", "100", "(a)"}
)

// library returns works with every variable of CSL that all formats can tell.
func library() []bib.Item {
	var items []bib.Item
	turn := 0
	some := func() bool { turn++; return turn%7 < 2 || turn%11 == 0 }
	text := func() string { turn++; return oddTexts[turn%len(oddTexts)] }
	maybe := func(s string) string {
		if !some() {
			return ""
		}
		return s
	}
	persons := func() (list []bib.Name) {
		for range turn % 4 {
			turn++
			list = append(list, oddPersons[turn%len(oddPersons)])
		}
		if len(list) > 0 && turn%5 == 0 {
			list = append(list, bib.Name{Literal: bib.AndOthers})
		}
		return list
	}
	date := func() *bib.Date { turn++; return oddDates[turn%len(oddDates)] }
	for i := range libraryWorks {
		item := bib.Item{
			ID: fmt.Sprint(oddKeys[i%len(oddKeys)], i), Type: libraryTypes[i%len(libraryTypes)], Author: persons(), Editor: persons(), Translator: persons(), Title: text(), ContainerTitle: maybe(text()),
			YearSuffix: maybe("b"), Volume: maybe(text()), Issue: maybe("3-4"), Page: maybe([]string{"1-9", "e45", "12, 15", "ix-xx"}[i%4]), NumberOfPages: maybe("333"), Edition: maybe(text()),
			Publisher: maybe(text()), PublisherPlace: maybe(text()), Collection: maybe(text()), Genre: maybe("Diploma"), ISBN: maybe("978-3-16-148410-0"),
			PMCID: maybe("PMC45"), DOI: maybe("10.5555/a_b(3)-%x<1>;2#"), URL: maybe("https://example.org/a_b~c?d=%20&e#f"),
		}
		if some() {
			item.Issued = date()
		}
		if item.Type != "article-journal" {
			item.Number = maybe("TR-" + fmt.Sprint(i))
		}
		if i%13 == 0 {
			item.Number = "arXiv:1401.01234"
		}
		if i%9 == 0 {
			item.PMID = "123456"
		}
		for _, name := range bib.TextNames {
			if name != "page-first" && name != "first-reference-note-number" && some() {
				item.AddText(name, text())
			}
		}
		for _, name := range bib.RoleNames {
			if some() {
				item.AddPersons(name, persons())
			}
		}
		for _, name := range bib.DateNames {
			if some() {
				item.AddDate(name, date())
			}
		}
		items = append(items, item)
	}
	return items
}

// TestLibraryBetweenFormats holds that every variable goes from each format to each other one.
func TestLibraryBetweenFormats(t *testing.T) {
	for _, path := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}} {
		items, went := library(), ""
		for _, f := range path {
			items = through(t, written[f].name, written[f].write, items)
			went += " " + written[f].name
		}
		for i, want := range library() {
			if got := asMap(t, items[i]); !reflect.DeepEqual(got, asMap(t, want)) {
				t.Errorf("through%s, work %d, a %s:\n%s", went, i, want.Type, difference(asMap(t, want), got))
			}
		}
	}
}

// through returns the items as they are read after they were written in a format, by it alone: what
// they were read from is forgotten.
func through(t *testing.T, name string, write func(*bytes.Buffer, []bib.Item) error, items []bib.Item) []bib.Item {
	t.Helper()
	items = append([]bib.Item(nil), items...)
	for i := range items {
		items[i].Own = nil
	}
	var b bytes.Buffer
	if err := write(&b, items); err != nil {
		t.Fatal(err)
	}
	again, notices, err := Read("", name, b.String())
	if err != nil || len(notices) > 0 || len(again) != len(items) {
		t.Fatalf("%s: %d works of %d, %v, %v", name, len(again), len(items), notices, err)
	}
	return again
}

func asMap(t *testing.T, item bib.Item) map[string]any {
	t.Helper()
	out, err := json.Marshal(item)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(out, &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

func difference(want, got map[string]any) string {
	s := ""
	for name := range want {
		if !reflect.DeepEqual(want[name], got[name]) {
			s += fmt.Sprintf("  %s: got %v, want %v\n", name, got[name], want[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			s += fmt.Sprintf("  %s: got %v, want none\n", name, got[name])
		}
	}
	return s
}

// TestLibraryWithinFormat holds that a format's own fields and types come back as they stood.
func TestLibraryWithinFormat(t *testing.T) {
	for _, f := range written {
		var plain bytes.Buffer
		if err := f.write(&plain, library()); err != nil {
			t.Fatal(err)
		}
		odd := ownFields[f.name](plain.String())
		if strings.Count(odd, "own-of-it") < libraryWorks {
			t.Fatalf("%s: the library has no fields of its own", f.name)
		}
		items, notices, err := Read("", f.name, odd)
		var again bytes.Buffer
		if err != nil || len(notices) > 0 || f.write(&again, items) != nil {
			t.Fatalf("%s: %v, %v", f.name, notices, err)
		}
		got, want := strings.Split(again.String(), "\n"), strings.Split(odd, "\n")
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				t.Fatalf("%s: line %d is written %q, not %q", f.name, i+1, got[min(i, len(got)-1)], want[i])
			}
		}
	}
}

// ownFields put fields and types into a library that only its format has.
var ownFields = map[string]func(string) string{
	"x.bib": func(s string) string {
		s = strings.ReplaceAll(s, "\n}\n", ",\n  file = {:own-of-it.pdf:PDF},\n  timestamp = {2020.01.02},\n  x-mine = {\\emph{{A} $O(n^2)$} \\'e}\n}\n")
		return strings.ReplaceAll(s, "@misc{", "@mvbookset{")
	},
	"x.ris": func(s string) string {
		s = strings.ReplaceAll(s, "ER  - ", "U1  - own-of-it\r\nL1  - file:///a.pdf\r\nC3  - c\r\nER  - ")
		return strings.ReplaceAll(s, "TY  - GEN", "TY  - EQUA")
	},
	"x.json": func(s string) string {
		return strings.ReplaceAll(s, "\n  }", ",\n    \"categories\": [\n      \"own-of-it\"\n    ],\n    \"custom\": {\n      \"a\": 1.50\n    },\n    \"title-html\": \"<i>E. coli</i>\"\n  }")
	},
}
