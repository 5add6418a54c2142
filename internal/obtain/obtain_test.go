package obtain

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/kept"
	"etal/internal/obtain/obtaintest"
	"etal/internal/read"
	"etal/internal/web"
)

// byDOI are the requests for the work with the DOI 10.5555/a.
const (
	searched = "search DOI-10.5555/a"
	atDOI    = "doi.org/10.5555/a"
	recorded = "record 10.5555/a"
	copied   = "copy 10.5555/a"
	text     = "text PMC7"
	byTitle  = "search TITLE-On-wheels-that-reckon-the-tides-AND-AUTH-Oke-AND-PUB_YEAR-1950"
)

var (
	doi   = bib.Item{DOI: "10.5555/a"}
	title = bib.Item{Title: "On wheels that reckon the tides", Author: []bib.Name{{Family: "Oke", Given: "A."}}, Issued: &bib.Date{Parts: [][]int{{1950}}}}
)

// What a reader sees of each answer: the work or the record, the notices, the error, and what was asked for it.
var inquiries = []struct {
	name    string
	wanted  bib.Item
	email   string
	replies map[string][]obtaintest.Reply
	asked   string // requests, separated by ", "
	got     string // how the work's text begins, or "record" with the title; empty for an error
	says    string // notices, or the error
}{
	// Europe PMC has it.
	{"open", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, jats("Tides"))},
		searched + ", " + text, "<article>", ""},
	{"open, by its PMCID", bib.Item{PMCID: "PMC7"}, "", map[string][]obtaintest.Reply{text: ok(xml, jats("Tides"))},
		text, "<article>", ""},
	{"open, by its PMID", bib.Item{PMID: "12"}, "", map[string][]obtaintest.Reply{"search EXT_ID-12-AND-SRC-MED": ok(js, found(openHit())), text: ok(xml, jats("Tides"))},
		"search EXT_ID-12-AND-SRC-MED, " + text, "<article>", ""},
	{"HTML where XML was asked for", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(html, page("Busy", 60)), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + text + ", " + atDOI, "<!doctype", ""},
	{"XML that is no JATS", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, `<?xml version="1.0"?><feed><entry>Tides</entry></feed>`)},
		searched + ", " + text + ", " + atDOI, "record On wheels that reckon the tides", "closed: record only; Europe PMC sent something else than the article; the publisher does not have it"},
	{"JATS without a text", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, "<article><front></front></article>"), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + text + ", " + atDOI, "<!doctype", ""},

	// It is closed.
	{"closed, with an abstract", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(closedHit())), atDOI: ok(html, page("Tides", 200))},
		searched + ", " + atDOI, "record On wheels that reckon the tides", "closed: record only; the publisher shows no more than an abstract"},
	{"closed, and unknown at Europe PMC", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found()), atDOI: ok(html, page("Tides", 200)), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher shows no more than an abstract"},
	{"a login", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, strings.Replace(page("Tides", 200), "tides", "Log in to read", 1)), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher asks for a login"},
	{"401", doi, "", map[string][]obtaintest.Reply{atDOI: status(401), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher asks for a login"},
	{"403", doi, "", map[string][]obtaintest.Reply{atDOI: status(403), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher refuses programs"},
	{"a captcha", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, `<title>Just a moment...</title><p>Verify that you are human.</p>`), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher asks to prove that no program is reading"},
	{"a captcha in a script", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, `<title>Tides</title><p>One second.</p><script src="/cf-chl/a.js"></script>`), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher asks to prove that no program is reading"},
	{"a page of scripts", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, ""), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher sent a page that cannot be read (nothing to read in it)"},

	// The publisher has it.
	{"a page", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, page("Tides", 900)), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "<!doctype", ""},
	{"a page that tells title and authors", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, strings.Replace(page("Tides", 900), "</head>", `<meta name="citation_author" content="Ada Oke"></head>`, 1))},
		searched + ", " + atDOI, "<!doctype", ""},
	{"a PDF", doi, "", map[string][]obtaintest.Reply{atDOI: ok("application/pdf", pdf), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "%PDF-", ""},
	{"a redirect to another host", doi, "", map[string][]obtaintest.Reply{atDOI: status(302, "Location", "http://publisher.test/tides"), "publisher.test/tides": ok(html, page("Tides", 900))},
		searched + ", " + atDOI + ", publisher.test/tides, " + recorded, "<!doctype", ""},
	{"a redirect into the reader's network", doi, "", map[string][]obtaintest.Reply{atDOI: status(302, "Location", "http://192.168.0.1/"), recorded: ok(csl, record)},
		searched + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "record only; the publisher cannot be asked: not fetched: 192.168.0.1 is on your own machine or network"},
	{"a letter that cites", doi, "", map[string][]obtaintest.Reply{atDOI: ok(html, strings.Replace(page("Tides", 450), "</article>", `<h2>Results</h2><p>Ebb.</p><h2>Discussion</h2><p>Flow.</p><h2>Data</h2><p>Heights.</p></article>`, 1))},
		searched + ", " + atDOI + ", " + recorded, "<!doctype", ""},
	{"a DOI of DataCite", bib.Item{DOI: "10.5555/data"}, "", map[string][]obtaintest.Reply{"record 10.5555/data": ok(csl, dataCite), "doi.org/10.5555/data": ok(html, page("Files", 30))},
		`search DOI-10.5555/data, doi.org/10.5555/data, record 10.5555/data`, "record Heights of tides", "closed: record only; the publisher shows no more than an abstract"},
	{"a record without a title", doi, "", map[string][]obtaintest.Reply{recorded: ok(csl, nameless)},
		searched + ", " + atDOI + ", " + recorded, "record ", "closed: record only; the publisher does not have it"},

	// An open copy.
	{"a copy", doi, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("http://copies.test/a.pdf")), "copies.test/a.pdf": ok("application/pdf", pdf)},
		searched + ", " + copied + ", copies.test/a.pdf", "%PDF-", "an open copy at copies.test was opened"},
	{"no copy", doi, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("")), atDOI: ok(html, page("Tides", 200))},
		searched + ", " + copied + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher shows no more than an abstract"},
	{"a copy at a URL that is too long", doi, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("http://"+strings.Repeat("a", 5000)+".test/")), atDOI: ok(html, page("Tides", 200)), recorded: ok(csl, record)},
		searched + ", " + copied + ", " + atDOI + ", " + recorded, "record On wheels that reckon the tides", "closed: record only; the publisher shows no more than an abstract"},
	{"a copy that is gone", doi, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("http://copies.test/a.pdf")), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + copied + ", copies.test/a.pdf, " + atDOI, "<!doctype", ""},
	{"a copy nowhere", doi, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("file:///etc/passwd")), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + copied + ", " + atDOI, "<!doctype", ""},
	{"four requests at most", doi, "oke@a.example", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: status(404), copied: ok(js, unpaywall("http://copies.test/a.pdf")), "copies.test/a.pdf": ok(html, page("Tides", 30)), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + text + ", " + copied + ", copies.test/a.pdf", "record On wheels that reckon the tides", "closed: record only; Europe PMC does not have it; copies.test shows no more than an abstract"},

	// arXiv.
	{"a preprint", bib.Item{Number: "arXiv:1706.03762v2"}, "", map[string][]obtaintest.Reply{"arxiv.org/html/1706.03762v2": ok(html, page("Tides", 900))},
		"arxiv.org/html/1706.03762v2, record 10.48550/arXiv.1706.03762", "<!doctype", ""},
	{"a preprint as a PDF", bib.Item{DOI: "10.48550/arXiv.1706.03762"}, "", map[string][]obtaintest.Reply{"arxiv.org/pdf/1706.03762": ok("application/pdf", pdf), "record 10.48550/arXiv.1706.03762": ok(csl, record)},
		"arxiv.org/html/1706.03762, arxiv.org/pdf/1706.03762, record 10.48550/arXiv.1706.03762", "%PDF-", "arXiv has no HTML of this version; the PDF was opened"},
	{"no PDF either", bib.Item{Number: "arXiv:1706.03762"}, "", map[string][]obtaintest.Reply{"arxiv.org/pdf/1706.03762": ok(html, page("Error", 20))},
		"arxiv.org/html/1706.03762, arxiv.org/pdf/1706.03762, record 10.48550/arXiv.1706.03762", "", "arXiv has no HTML of this version; arXiv sent something else than the PDF; not found at doi.org"},
	{"published, and open as a preprint", bib.Item{DOI: "10.5555/a", Number: "arXiv:1706.03762"}, "", map[string][]obtaintest.Reply{"arxiv.org/html/1706.03762": ok(html, page("Tides", 900)), searched: ok(js, found(closedHit()))},
		searched + ", arxiv.org/html/1706.03762", "<!doctype", ""},

	// Servers that do not work.
	{"nothing knows it", doi, "", nil,
		searched + ", " + atDOI + ", " + recorded, "", "not found at Europe PMC, the publisher, doi.org"},
	{"500", doi, "", map[string][]obtaintest.Reply{searched: status(500), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + atDOI + ", " + recorded, "<!doctype", ""},
	{"500 everywhere", doi, "", map[string][]obtaintest.Reply{searched: status(500), atDOI: status(500), recorded: status(500)},
		searched + ", " + atDOI + ", " + recorded, "", "server returned 500 Internal Server Error"},
	{"429 with a short pause", doi, "", map[string][]obtaintest.Reply{searched: append(status(429, "Retry-After", "1"), ok(js, found(openHit()))...), text: ok(xml, jats("Tides"))},
		searched + ", " + searched + ", " + text, "<article>", ""},
	{"429 again and again", bib.Item{Number: "arXiv:1706.03762"}, "", map[string][]obtaintest.Reply{"arxiv.org/html/1706.03762": status(429, "Retry-After", "1"), "arxiv.org/pdf/1706.03762": ok("application/pdf", pdf)},
		"arxiv.org/html/1706.03762, arxiv.org/html/1706.03762, arxiv.org/pdf/1706.03762, record 10.48550/arXiv.1706.03762", "%PDF-", "arXiv cannot be asked: server returned 429 Too Many Requests; it asks to wait 1 s; the PDF was opened"},
	{"429 with a long pause", bib.Item{PMCID: "PMC7"}, "", map[string][]obtaintest.Reply{text: status(429, "Retry-After", "300")},
		text + ", search PMCID-PMC7", "", "Europe PMC cannot be asked: server returned 429 Too Many Requests; it asks to wait 5 minutes; not found at Europe PMC"},
	{"429 without a pause", bib.Item{PMCID: "PMC7"}, "", map[string][]obtaintest.Reply{text: status(429), "search PMCID-PMC7": status(429)},
		text + ", search PMCID-PMC7", "", "Europe PMC is asked too often; try again in some minutes"},
	{"a truncated body", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: {{Type: xml, Body: jats("Tides"), Cut: true}}},
		searched + ", " + text + ", " + atDOI, "record On wheels that reckon the tides", "record only; Europe PMC cannot be asked: connection closed before the end of the article; the publisher does not have it"},
	{"answers in another form", doi, "", map[string][]obtaintest.Reply{searched: ok(html, page("Welcome", 20)), recorded: ok(html, page("Welcome", 20))},
		searched + ", " + atDOI + ", " + recorded, "", "Europe PMC sent another form of answer; doi.org sent another form of answer; not found at the publisher"},
	{"a search that finds another work", doi, "", map[string][]obtaintest.Reply{searched: ok(js, found(hit{"doi": "10.5555/b", "title": "Ebb"})), atDOI: ok(html, page("Tides", 900))},
		searched + ", " + atDOI + ", " + recorded, "<!doctype", ""},

	// Without an identifier.
	{"a URL", bib.Item{URL: "http://a.test/tides.html"}, "", map[string][]obtaintest.Reply{"a.test/tides.html": ok(html, page("Tides", 30))},
		"a.test/tides.html", "<!doctype", ""},
	{"a URL in the reader's network", bib.Item{URL: "http://10.0.0.1/admin"}, "", nil,
		"", "", "not fetched: 10.0.0.1 is on your own machine or network"},
	{"a URL that is gone", bib.Item{URL: "http://a.test/tides.html"}, "", nil, "a.test/tides.html", "", "not found at a.test"},
	{"title, year and author", title, "", map[string][]obtaintest.Reply{byTitle: ok(js, found(openHit())), text: ok(xml, jats("Tides"))},
		byTitle + ", " + text, "<article>", "found at Europe PMC by title, year and first author"},
	{"title, year and author of two", title, "", map[string][]obtaintest.Reply{byTitle: ok(js, found(openHit(), closedHit()))},
		byTitle, "", "Europe PMC does not know exactly one such work"},
	{"a title alone", bib.Item{Title: "On wheels that reckon the tides"}, "", nil, "", "", "this reference has no identifier, no URL, and too little to search for"},
}

func TestGet(t *testing.T) {
	for _, tt := range inquiries {
		t.Run(tt.name, func(t *testing.T) {
			w, c := world(t, tt.email, maps.Clone(tt.replies))
			work, err := c.Get(t.Context(), tt.wanted, read.Reader{}, nil)
			got := firstWord(string(work.Data))
			said := strings.Join(work.Notices, "\n")
			switch {
			case err != nil:
				said = err.Error()
			case len(work.Data) == 0:
				got = "record " + work.Record.Title
			}
			if got != tt.got || said != tt.says {
				t.Errorf("got %q, says\n%q, want %q,\n%q", got, said, tt.got, tt.says)
			}
			if asked := strings.Join(w.Asked(), ", "); asked != tt.asked {
				t.Errorf("asked\n%s, want\n%s", asked, tt.asked)
			}
		})
	}
}

// firstWord returns how a text begins.
func firstWord(s string) string {
	for _, begin := range []string{"<article>", "<!doctype", "%PDF-"} {
		if strings.HasPrefix(s, begin) {
			return begin
		}
	}
	return s
}

// What is known of a work comes with it, from wherever that was.
func TestRecords(t *testing.T) {
	_, c := world(t, "", map[string][]obtaintest.Reply{
		searched: ok(js, found(closedHit())), recorded: ok(csl, record), "search PMCID-PMC7": ok(js, found(openHit())), "record 10.48550/arXiv.1706.03762": ok(csl, record),
	})
	for _, tt := range []struct {
		id   identify.ID
		want string
	}{
		{identify.ID{Kind: identify.DOI, Value: "10.5555/a"}, "On wheels that reckon the tides; Oke; 1950; Tidal Letters; 10.5555/a"},
		{identify.ID{Kind: identify.ArXiv, Value: "1706.03762v2"}, "On wheels that reckon the tides; Oke; 1950; Tidal Letters; 10.5555/a"},
		{identify.ID{Kind: identify.PMCID, Value: "PMC7"}, "On wheels that reckon the tides; Oke; 1950; Tidal Letters; 10.5555/a"},
		{identify.ID{Kind: identify.PMID, Value: "9"}, "not found at Europe PMC"},
		{identify.ID{Kind: identify.DOI, Value: "10.5555/b"}, "not found at doi.org"},
	} {
		item, err := c.Record(t.Context(), tt.id, nil)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = fmt.Sprintf("%s; %s; %d; %s; %s", item.Title, item.Author[0].Family, item.Issued.Year(), item.ContainerTitle, item.DOI)
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.id, got, tt.want)
		}
	}
}

// A page is the article if it is long, or no abstract and has citations or parts.
func TestIsWhole(t *testing.T) {
	for _, tt := range []struct {
		words, citations, headings int
		want                       bool
	}{
		{longPage, 0, 0, true}, {longPage - 1, 0, fewParts, false}, {longPage - 1, 0, fewParts + 1, true}, {shortPage, 1, 0, true}, {shortPage, 0, 0, false}, {shortPage - 1, 9, 9, false},
	} {
		a := &article.Article{Words: tt.words, Citations: make([]article.Citation, tt.citations), Headings: make([]article.Heading, tt.headings)}
		if got := isWhole(a); got != tt.want {
			t.Errorf("%v: %v", tt, got)
		}
	}
}

// The record is all that is asked for, also where the answer says that the article is open, or who publishes it.
func TestRecordAlone(t *testing.T) {
	for _, h := range []hit{openHit(), closedHit()} {
		w, c := world(t, "oke@a.example", map[string][]obtaintest.Reply{"search EXT_ID-12-AND-SRC-MED": ok(js, found(h))})
		if item, err := c.Record(t.Context(), identify.ID{Kind: identify.PMID, Value: "12"}, nil); err != nil || item.DOI != "10.5555/a" || len(w.Asked()) != 1 {
			t.Errorf("%+v, %v, asked %q", item, err, w.Asked())
		}
	}
}

// The agency's record has more than Unpaywall's.
func TestOutline(t *testing.T) {
	_, c := world(t, "oke@a.example", map[string][]obtaintest.Reply{copied: ok(js, unpaywall("")), recorded: ok(csl, record)})
	if work, err := c.Get(t.Context(), doi, read.Reader{}, nil); err != nil || work.Record.Texts.Get("abstract") == "" {
		t.Errorf("%+v, %v", work.Record, err)
	}
}

// A page is not kept as the work that it claims to be.
func TestClaims(t *testing.T) {
	claim := strings.Replace(page("On wheels that reckon the tides", 900), "</head>", `<meta name="citation_author" content="Ada Oke"><meta name="citation_date" content="1950">
<meta name="citation_doi" content="10.5555/a"><meta name="citation_pmid" content="12"><meta name="citation_arxiv_id" content="1706.03762"></head>`, 1)
	_, c := world(t, "", map[string][]obtaintest.Reply{"a.test/claims": ok(html, claim)})
	c.Kept = kept.New(filepath.Join(t.TempDir(), "works"))
	at := bib.Item{URL: "http://a.test/claims"}
	if work, err := c.Get(t.Context(), at, read.Reader{}, nil); err != nil || work.Record.Title == "" {
		t.Fatalf("%+v, %v", work.Record, err)
	}
	if work, err := c.Get(t.Context(), at, read.Reader{}, nil); err != nil || work.Kept.IsZero() {
		t.Errorf("the page itself: %v", err)
	}
	for _, wanted := range []bib.Item{doi, {PMID: "12"}, {Number: "arXiv:1706.03762"}, title} {
		if work, err := c.Get(t.Context(), wanted, read.Reader{}, nil); err == nil {
			t.Errorf("%+v is the page %q", wanted, work.Record.URL)
		}
	}
}

// A work that cannot be kept is read all the same, and the reader learns why.
func TestNotKept(t *testing.T) {
	_, c := world(t, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, jats("Tides"))})
	folder := filepath.Join(t.TempDir(), "works")
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c.Kept = kept.New(folder)
	work, err := c.Get(t.Context(), doi, read.Reader{}, nil)
	if err != nil || len(work.Data) == 0 || len(work.Notices) != 1 || !strings.HasPrefix(work.Notices[0], "not kept in "+folder+": ") {
		t.Errorf("%q, %v", work.Notices, err)
	}
}

// A work is asked for once: then it is kept, under whatever identifies it. A record is not kept, since the work may be
// open later.
func TestKept(t *testing.T) {
	w, c := world(t, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, jats("Tides")), "record 10.5555/b": ok(csl, record)})
	c.Kept = kept.New(filepath.Join(t.TempDir(), "works"))
	first, err := c.Get(t.Context(), doi, read.Reader{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	asked := len(w.Asked())
	for _, wanted := range []bib.Item{doi, {DOI: "10.5555/A"}, {PMID: "12"}, {PMCID: "PMC7"}, title} {
		again, err := c.Get(t.Context(), wanted, read.Reader{}, nil)
		if err != nil || again.Kept.IsZero() {
			t.Fatalf("%+v: %v", wanted, err)
		}
		again.Kept, again.Record.Texts, first.Record.Texts = first.Kept, nil, nil
		if !reflect.DeepEqual(again, first) {
			t.Errorf("%+v:\n%+v, want\n%+v", wanted, again, first)
		}
	}
	if n := len(w.Asked()); n != asked {
		t.Errorf("%d more requests", n-asked)
	}
	if item, err := c.Record(t.Context(), identify.ID{Kind: identify.DOI, Value: "10.5555/a"}, nil); err != nil || item.Title != first.Record.Title {
		t.Errorf("its record: %+v, %v", item, err)
	}
	other := title
	other.DOI = "10.5555/b"
	for range 2 {
		if again, err := c.Get(t.Context(), other, read.Reader{}, nil); err != nil || !again.Kept.IsZero() || len(again.Data) > 0 {
			t.Errorf("another DOI: %+v, %v", again, err)
		}
	}
}

// Esc gives up, whatever is being waited for.
func TestGiveUp(t *testing.T) {
	_, c := world(t, "", map[string][]obtaintest.Reply{searched: ok(js, found(openHit())), text: ok(xml, jats("Tides"))})
	for _, at := range []string{identify.EuropePMCName, ""} {
		ctx, stop := context.WithCancel(t.Context())
		n := 0
		_, err := c.Get(ctx, doi, read.Reader{}, func(p Progress) {
			if n++; p.Asked == at || n == 4 {
				stop()
			}
		})
		stop()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%q: %v", at, err)
		}
	}
}

// The progress names who is asked, and how much has come.
func TestProgress(t *testing.T) {
	_, c := world(t, "", map[string][]obtaintest.Reply{"arxiv.org/pdf/1706.03762": ok("application/pdf", pdf)})
	var got []string
	if _, err := c.Get(t.Context(), bib.Item{Number: "arXiv:1706.03762"}, read.Reader{}, func(p Progress) { got = append(got, fmt.Sprint(p.Asked, " ", p.Read)) }); err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("arXiv 0, arXiv 0, arXiv %d, doi.org 0", len(pdf)); strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

// Without a network that is said once.
func TestNoNetwork(t *testing.T) {
	c := Client{Web: web.Client{Proxy: func(*url.URL) (*url.URL, error) { return nil, errors.New("no such host") }}, Directory: obtaintest.Directory("")}
	if _, err := c.Get(t.Context(), doi, read.Reader{}, nil); err == nil || err.Error() != "no such host" {
		t.Errorf("%v", err)
	}
}
