package identify

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"etal/internal/bib"
)

// show returns places in a line: the answer asked for, and the URL without the query's constant part.
func show(places []Place) string {
	names := map[Answer]string{Page: "page", OpenCopy: "copy", Any: "any", PDF: "PDF", JATS: "JATS", Record: "record", Found: "found", Copy: "where"}
	var all []string
	for _, p := range places {
		at, _ := url.QueryUnescape(strings.ReplaceAll(p.URL, "&format=json", ""))
		for _, constant := range []string{"pageSize=5&", "&resultType=core", "format=json&"} {
			at = strings.ReplaceAll(at, constant, "")
		}
		all = append(all, names[p.Answer]+" "+p.Name+" "+at)
	}
	return strings.Join(all, "\n")
}

// Where works are asked for, in which order.
func TestPlaces(t *testing.T) {
	const epmc = "https://www.ebi.ac.uk/europepmc/webservices/rest"
	doi, preprint, pmcid, pmid := ID{DOI, "10.5555/a#b"}, ID{ArXiv, "1706.03762v2"}, ID{PMCID, "PMC7"}, ID{PMID, "12"}
	publisher := "page the publisher https://doi.org/10.5555/a#b\nrecord doi.org https://doi.org/10.5555/a#b"
	for _, tt := range []struct {
		name, email string
		ids         []ID
		want        string
	}{
		{"none", "", nil, ""},
		{"a DOI", "", []ID{doi}, "found Europe PMC " + epmc + `/search?query=DOI:"10.5555/a#b"` + "\n" + publisher},
		{"with an e-mail address", "oke+a@a.example", []ID{doi}, "found Europe PMC " + epmc + `/search?query=DOI:"10.5555/a#b"` + "\nwhere Unpaywall https://api.unpaywall.org/v2/10.5555/a#b?email=oke+a@a.example\n" + publisher},
		{"a preprint", "", []ID{preprint}, "page arXiv https://arxiv.org/html/1706.03762v2\nPDF arXiv https://arxiv.org/pdf/1706.03762v2\nrecord doi.org https://doi.org/10.48550/arXiv.1706.03762"},
		{"a PMCID", "", []ID{pmcid}, "JATS Europe PMC " + epmc + "/PMC7/fullTextXML\nfound Europe PMC " + epmc + "/search?query=PMCID:PMC7"},
		{"a PMID", "", []ID{pmid}, "found Europe PMC " + epmc + "/search?query=EXT_ID:12 AND SRC:MED"},
		{"all", "", []ID{doi, preprint, pmcid, pmid}, "JATS Europe PMC " + epmc + "/PMC7/fullTextXML\nfound Europe PMC " + epmc + "/search?query=PMCID:PMC7\n" +
			"page arXiv https://arxiv.org/html/1706.03762v2\nPDF arXiv https://arxiv.org/pdf/1706.03762v2\n" + publisher},
		{"two of a kind", "", []ID{pmcid, {PMCID, "PMC8"}}, "JATS Europe PMC " + epmc + "/PMC7/fullTextXML\nfound Europe PMC " + epmc + "/search?query=PMCID:PMC7"},
	} {
		got := show(NewDirectory(tt.email).Places(tt.ids))
		if got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestRecordPlace(t *testing.T) {
	for _, tt := range []struct {
		id   ID
		want string
	}{
		{ID{DOI, "10.5555/a"}, "record doi.org https://doi.org/10.5555/a"},
		{ID{ArXiv, "hep-th/9901001v3"}, "record doi.org https://doi.org/10.48550/arXiv.hep-th/9901001"},
		{ID{PMCID, "PMC7"}, "found Europe PMC https://www.ebi.ac.uk/europepmc/webservices/rest/search?query=PMCID:PMC7"},
		{ID{PMID, "12"}, "found Europe PMC https://www.ebi.ac.uk/europepmc/webservices/rest/search?query=EXT_ID:12 AND SRC:MED"},
	} {
		if got := show([]Place{NewDirectory("").Record(tt.id)}); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.id, got, tt.want)
		}
	}
}

// A search is one for title, year and first author, whatever signs they have.
func TestSearchPlace(t *testing.T) {
	item := work(func(i *bib.Item) { i.Title = `On "wheels" that \reckon the tides` })
	p, ok := NewDirectory("").Search(item)
	if got, want := show([]Place{p}), `found Europe PMC https://www.ebi.ac.uk/europepmc/webservices/rest/search?query=TITLE:"On wheels that reckon the tides" AND AUTH:"Øye" AND PUB_YEAR:1950`; !ok || got != want {
		t.Errorf("%s, want %s", got, want)
	}
	item.Author = []bib.Name{{Literal: "Tide Office"}}
	if p, _ := NewDirectory("").Search(item); !strings.Contains(show([]Place{p}), `AUTH:"Tide Office"`) {
		t.Errorf("an organisation: %s", p.URL)
	}
	item.Issued = nil
	if p, ok := NewDirectory("").Search(item); ok {
		t.Errorf("without a year: %s", p.URL)
	}
}

// flat returns what an item has in a line.
func flat(item bib.Item) string {
	var names, all []string
	for _, n := range item.Author {
		names = append(names, strings.TrimSpace(n.Given+" "+n.Family+n.Literal))
	}
	where := strings.TrimSuffix(strings.Replace(fmt.Sprintf("%s %s(%s):%s", item.ContainerTitle, item.Volume, item.Issue, item.Page), "()", "", 1), ":")
	for _, part := range []string{
		item.Type, item.Title, strings.Join(names, ", "), item.Issued.String(), where, item.DOI, item.PMID, item.PMCID, item.Texts.Get("abstract"),
	} {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return strings.Join(all, " | ")
}

// founds are answers of Europe PMC.
var founds = []struct{ name, answer, want string }{
	{"none", `{"resultList": {"result": []}}`, ""},
	{"open", `{"resultList": {"result": [{"pmid": "12", "pmcid": "PMC7", "doi": "10.5555/a", "title": "The <i>tides</i> &amp; the sea.", "pubYear": "1950", "isOpenAccess": "Y", "pageInfo": "1–9",
		"authorList": {"author": [{"firstName": "Ada", "lastName": "Oke", "initials": "A"}, {"lastName": "Lind", "initials": "CB"}, {"collectiveName": "Tide Office"}, {"fullName": "Abara E"}, {}]},
		"journalInfo": {"volume": "3", "issue": "2", "journal": {"title": "Tidal Letters"}}, "abstractText": "The moon."}]}}`,
		"open article-journal | The tides & the sea | Ada Oke, CB Lind, Tide Office, Abara E | 1950 | Tidal Letters 3(2):1-9 | 10.5555/a | 12 | PMC7 | The moon."},
	{"closed", `{"resultList": {"result": [{"title": "Tides", "authorString": "Oke A, van Lind CB, Tides, O B.", "isOpenAccess": "N", "pmcid": "PMC7"}]}}`,
		"document | Tides | A Oke, CB van Lind, Tides, B O | PMC7"},
	{"said to be open, and not there", `{"resultList": {"result": [{"title": "Tides", "isOpenAccess": "Y"}]}}`, "document | Tides"},
	{"odd years", `{"resultList": {"result": [{"title": "A", "pubYear": "0"}, {"title": "B", "pubYear": "10000"}, {"title": "C", "pubYear": "9999"}, {"title": "D", "pubYear": "1"}]}}`,
		"document | A\ndocument | B\ndocument | C | 9999\ndocument | D | 0001"},
	{"control signs", `{"resultList": {"result": [{"title": "A\u001b[31m\nB"}]}}`, "document | A␛[31m B"},
	{"an error", `{"errCode": 404}`, "!"}, {"a page", `<html></html>`, "!"}, {"nothing", ``, "!"}, {"a list", `[]`, "!"},
}

func TestReadFound(t *testing.T) {
	for _, tt := range founds {
		hits, err := ReadFound([]byte(tt.answer))
		var got []string
		for _, h := range hits {
			line := flat(h.Item)
			if h.Open {
				line = "open " + line
			}
			got = append(got, line)
		}
		if s := strings.Join(got, "\n"); (err != nil) != (tt.want == "!") || err == nil && s != tt.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", tt.name, err, s, tt.want)
		}
	}
}

// copies are answers of Unpaywall, each with the URL of the copy and the record.
var copies = []struct{ name, answer, at, want string }{
	{"a PDF", `{"is_oa": true, "doi": "10.5555/a", "title": "Tides", "year": 1950, "journal_name": "Tidal Letters", "z_authors": [{"given": "Ada", "family": "Oke"}, {"raw_author_name": "C. Lind"}],
		"best_oa_location": {"url": "https://a.example/page", "url_for_pdf": "https://a.example/a.pdf", "url_for_landing_page": "https://a.example/about"}}`,
		"https://a.example/a.pdf", "article-journal | Tides | Ada Oke | 1950 | Tidal Letters | 10.5555/a"},
	{"a page", `{"is_oa": true, "title": "Tides", "best_oa_location": {"url": "https://a.example/page", "url_for_pdf": null}}`, "https://a.example/page", "article-journal | Tides"},
	{"a page about it", `{"is_oa": true, "best_oa_location": {"url": null, "url_for_landing_page": "https://a.example/about"}}`, "https://a.example/about", "article-journal"},
	{"none", `{"is_oa": false, "title": "Tides", "year": 99999, "best_oa_location": null, "z_authors": null}`, "", "article-journal | Tides"},
	{"the first year", `{"is_oa": false, "title": "Tides", "year": 1}`, "", "article-journal | Tides | 0001"},
	{"no year", `{"is_oa": false, "title": "Tides", "year": 10000}`, "", "article-journal | Tides"},
	{"an error", `{"error": true, "message": "not found"}`, "", "!"}, {"a page of another site", `<html>`, "", "!"},
}

// A PMCID that is none leads nowhere: it would be a part of a URL.
func TestOpenByPMCID(t *testing.T) {
	for pmcid, want := range map[string]bool{"PMC7": true, "": false, "..": false, "PMC7/../..": false, "PMC7?a": false} {
		hits, err := ReadFound([]byte(fmt.Sprintf(`{"resultList":{"result":[{"title":"Tides","isOpenAccess":"Y","pmcid":%q}]}}`, pmcid)))
		if err != nil || len(hits) != 1 || hits[0].Open != want {
			t.Errorf("%q: %+v, %v", pmcid, hits, err)
		}
	}
}

func TestReadCopy(t *testing.T) {
	for _, tt := range copies {
		at, item, err := ReadCopy([]byte(tt.answer))
		if (err != nil) != (tt.want == "!") || err == nil && (at != tt.at || flat(item) != tt.want) {
			t.Errorf("%s: %s, %s, %v, want %s, %s", tt.name, at, flat(item), err, tt.at, tt.want)
		}
	}
}

// records are answers of the agencies that register DOIs.
var records = []struct{ name, answer, want string }{
	{"of Crossref", `{"type": "journal-article", "DOI": "10.5555/a", "title": ["Tides"], "author": [{"family": "Oke", "given": "Ada"}], "issued": {"date-parts": [[1950]]}}`,
		"article-journal | Tides | Ada Oke | 1950 | 10.5555/a"},
	{"of DataCite", `{"type": "article", "DOI": "10.48550/ARXIV.1706.03762", "title": "Wheels"}`, "article | Wheels | 10.48550/ARXIV.1706.03762"},
	{"without a title", `{"type": "dataset", "DOI": "10.5555/a"}`, "dataset | 10.5555/a"},
	{"of nothing", `{"type": "dataset"}`, "!"}, {"several", `[{"title": "A"}, {"title": "B"}]`, "!"}, {"a page", `<html>`, "!"}, {"nothing", ``, "!"},
}

func TestReadRecord(t *testing.T) {
	for _, tt := range records {
		item, err := ReadRecord([]byte(tt.answer))
		if (err != nil) != (tt.want == "!") || err == nil && (flat(item) != tt.want || item.Own != nil) {
			t.Errorf("%s: %s, %v, want %s", tt.name, flat(item), err, tt.want)
		}
	}
}

// An answer that is too long is none: to read it would take seconds.
func TestLongAnswers(t *testing.T) {
	for _, pad := range []int{0, 100} {
		long := func(answer string) []byte { return []byte(answer + strings.Repeat(" ", maxAnswer-len(answer)+pad)) }
		_, found := ReadFound(long(founds[0].answer))
		_, _, copied := ReadCopy(long(copies[0].answer))
		_, record := ReadRecord(long(records[0].answer))
		for _, err := range []error{found, copied, record} {
			if (err != nil) != (pad > 0) {
				t.Errorf("%d bytes too many: %v", pad, err)
			}
		}
	}
}

// Whatever a place answers, there is an error or a record in lines that can be shown.
func FuzzAnswers(f *testing.F) {
	for _, tt := range founds {
		f.Add(tt.answer)
	}
	for _, tt := range copies {
		f.Add(tt.answer)
	}
	for _, tt := range records {
		f.Add(tt.answer)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		var items []bib.Item
		hits, _ := ReadFound([]byte(answer))
		for _, h := range hits {
			items = append(items, h.Item)
		}
		_, one, _ := ReadCopy([]byte(answer))
		other, _ := ReadRecord([]byte(answer))
		for _, item := range append(items, one, other) {
			if s := flat(item); strings.ContainsAny(s, "\x1b\n\x00\x07") {
				t.Errorf("%q", s)
			}
			Keys(item)
		}
	})
}

// Of several records one is the work: which has an identifier, or agrees in title, year and first author.
func TestHits(t *testing.T) {
	a, b := Hit{Item: work(func(i *bib.Item) { i.DOI = "10.5555/A" })}, Hit{Item: work(func(i *bib.Item) { i.PMID = "12" })}
	other := Hit{Item: work(func(i *bib.Item) { i.Title += ", again" })}
	for _, tt := range []struct {
		name string
		hits []Hit
		ids  []ID
		want string // the DOI and PMID of the one, empty for none
	}{
		{"a DOI", []Hit{other, b, a}, []ID{{DOI, "10.5555/a"}}, "10.5555/A"},
		{"a PMID", []Hit{other, b, a}, []ID{{ArXiv, "1706.03762"}, {PMID, "12"}}, "12"},
		{"neither", []Hit{other, b, a}, []ID{{PMID, "13"}}, ""},
		{"one that agrees", []Hit{other, a}, nil, "10.5555/A"},
		{"two that agree", []Hit{b, other, a}, nil, ""},
		{"none that agrees", []Hit{other}, nil, ""},
		{"nothing", nil, nil, ""},
	} {
		hit, ok := Identified(tt.hits, tt.ids)
		if tt.ids == nil {
			hit, ok = Agreeing(tt.hits, work(func(*bib.Item) {}))
		}
		if got := hit.Item.DOI + hit.Item.PMID; ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%s: %s, %v", tt.name, got, ok)
		}
	}
	if hit, ok := Agreeing([]Hit{{}}, bib.Item{}); ok {
		t.Errorf("two works without a title agree: %v", hit)
	}
}
