package obtain

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"etal/internal/obtain/obtaintest"
	"etal/internal/web"
)

// world is what all places answer, and a client for which it is the web.
func world(t *testing.T, email string, replies map[string][]obtaintest.Reply) (*obtaintest.World, Client) {
	w := obtaintest.New(replies)
	t.Cleanup(w.Close)
	return w, Client{Web: web.Client{Proxy: w.Proxy}, Directory: obtaintest.Directory(email)}
}

func ok(kind, body string) []obtaintest.Reply { return []obtaintest.Reply{{Type: kind, Body: body}} }

func status(code int, header ...string) []obtaintest.Reply {
	a := obtaintest.Reply{Status: code, Type: html, Body: "<p>An error.</p>"}
	copy(a.Header[:], header)
	return []obtaintest.Reply{a}
}

// words returns a text of n words.
func words(n int) string { return strings.Repeat("tides ", n-1) + "ebb" }

// page is an article of n words as a page, or a page about one.
func page(title string, n int) string {
	return "<!doctype html><html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + words(n) + ".</p></article></body></html>"
}

func jats(title string) string {
	return `<article><front><article-meta><title-group><article-title>` + title + `</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>Oke</surname><given-names>Ada</given-names></name></contrib></contrib-group></article-meta></front><body><p>` + words(50) + `.</p></body></article>`
}

// pdf is what the first bytes of a PDF are.
const pdf = "%PDF-1.7\n%tides\n"

// hit is a record at Europe PMC.
type hit map[string]any

func found(hits ...hit) string {
	text, err := json.Marshal(map[string]any{"version": "6.9", "hitCount": len(hits), "resultList": map[string]any{"result": append([]hit{}, hits...)}})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// closedHit and openHit are what Europe PMC knows of the work with the DOI 10.5555/a.
func closedHit() hit {
	return hit{
		"id": "12", "source": "MED", "pmid": "12", "doi": "10.5555/a", "title": "On wheels that reckon the <i>tides</i>.", "authorString": "Oke A, Lind C.", "pubYear": "1950",
		"journalInfo": map[string]any{"volume": "3", "issue": "2", "journal": map[string]any{"title": "Tidal Letters"}}, "pageInfo": "1-9",
		"abstractText": "<h4>Aim</h4>The moon.", "isOpenAccess": "N",
		"authorList": map[string]any{"author": []any{map[string]any{"fullName": "Oke A", "firstName": "Ada", "lastName": "Oke", "initials": "A"}, map[string]any{"collectiveName": "Tide Office"}}},
	}
}

func openHit() hit {
	h := closedHit()
	h["isOpenAccess"], h["pmcid"] = "Y", "PMC7"
	return h
}

// record is a record in CSL-JSON as Crossref sends it, and dataCite one as DataCite does.
const (
	record   = `{"type":"journal-article","DOI":"10.5555/a","title":"On wheels that reckon the tides","author":[{"given":"Ada","family":"Oke","sequence":"first"}],"issued":{"date-parts":[[1950,3]]},"container-title":"Tidal Letters","abstract":"<jats:p>The moon.<\/jats:p>","reference-count":3}`
	dataCite = `{"type":"dataset","id":"https://doi.org/10.5555/data","categories":["Oceanography"],"author":[{"family":"Oke","given":"Ada"}],"issued":{"date-parts":[[2020]]},"DOI":"10.5555/data","publisher":"Zenodo","title":"Heights of tides"}`
	nameless = `{"DOI":"10.5555/a","type":"journal-article","title":[]}`
)

// unpaywall is Unpaywall's answer: an open copy at a URL, or none.
func unpaywall(at string) string {
	location := "null"
	if at != "" {
		location = fmt.Sprintf(`{"host_type":"repository","url":%q,"url_for_pdf":null,"url_for_landing_page":%q,"version":"acceptedVersion"}`, at, at)
	}
	return fmt.Sprintf(`{"doi":"10.5555/a","is_oa":%v,"title":"On wheels that reckon the tides","year":1950,"journal_name":"Tidal Letters","best_oa_location":%s,"z_authors":[{"given":"Ada","family":"Oke","sequence":"first"}]}`, at != "", location)
}

const (
	html = "text/html; charset=utf-8"
	xml  = "application/xml"
	js   = "application/json"
	csl  = "application/vnd.citationstyles.csl+json"
)
