package obtain

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"etal/internal/identify"
	"etal/internal/web"
)

// The places are played by a local server, which the client is told to use as its proxy: it gets the requests for
// all hosts. What they answer has the form that they document:
//
//   - Europe PMC's search and full texts: https://europepmc.org/RestfulWebService
//   - records by DOI: https://citation.crosscite.org/docs.html, with fields as Crossref and DataCite have them
//   - Unpaywall: https://unpaywall.org/data-format
//   - arXiv: https://info.arxiv.org/help/arxiv_identifier_for_services.html, pages as LaTeXML makes them

// A reply is what a place answers.
type reply struct {
	status int // 0 is 200
	kind   string
	body   string
	header [2]string
	cut    bool // the connection is closed before the end
}

// A world is what all places answer, by host and path.
type world struct {
	*httptest.Server
	replies map[string][]reply // one after the other, the last again and again

	mu    sync.Mutex
	asked []string
}

// directory has the addresses of the places, as the local server plays them.
func directory(email string) identify.Directory {
	return identify.Directory{ArXiv: "http://arxiv.test", DOI: "http://doi.test", EuropePMC: "http://epmc.test/rest", Unpaywall: "http://unpaywall.test/v2", Email: email}
}

func newWorld(t *testing.T, replies map[string][]reply) *world {
	w := &world{replies: replies}
	w.Server = httptest.NewServer(http.HandlerFunc(w.serve))
	t.Cleanup(w.Close)
	return w
}

// client returns a client for which the server is the web.
func (w *world) client(t *testing.T, email string) Client {
	t.Helper()
	proxy, err := url.Parse(w.URL)
	if err != nil {
		t.Fatal(err)
	}
	return Client{Web: web.Client{Proxy: func(*url.URL) (*url.URL, error) { return proxy, nil }}, Directory: directory(email)}
}

// nameOf returns what a request is called in the tables: its host and path, or that of its query; a record is asked
// for by its media type.
func nameOf(r *http.Request) string {
	name := r.URL.Host + r.URL.Path
	if q := r.URL.Query().Get("query"); q != "" {
		name = "search " + q
	}
	if strings.Contains(r.Header.Get("Accept"), "csl+json") {
		name = "record " + strings.TrimPrefix(r.URL.Path, "/")
	}
	return name
}

func (w *world) serve(out http.ResponseWriter, r *http.Request) {
	name := nameOf(r)
	w.mu.Lock()
	w.asked = append(w.asked, name)
	replies := w.replies[name]
	if len(replies) > 1 {
		w.replies[name] = replies[1:]
	}
	w.mu.Unlock()
	if len(replies) == 0 {
		http.NotFound(out, r)
		return
	}
	a := replies[0]
	if a.header[0] != "" {
		out.Header().Set(a.header[0], a.header[1])
	}
	out.Header().Set("Content-Type", a.kind)
	if a.cut {
		out.Header().Set("Content-Length", fmt.Sprint(len(a.body)+1))
	}
	if a.status != 0 {
		out.WriteHeader(a.status)
	}
	fmt.Fprint(out, a.body)
}

// requests returns what was asked so far.
func (w *world) requests() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.asked)
}

func ok(kind, body string) []reply { return []reply{{kind: kind, body: body}} }

func status(code int, header ...string) []reply {
	a := reply{status: code, kind: "text/html", body: "<p>An error.</p>"}
	copy(a.header[:], header)
	return []reply{a}
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
