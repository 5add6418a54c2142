// Package obtaintest plays the places that have works, for tests: a local server that stands for all hosts of the
// web, by being the proxy to them, also of encrypted connections.
//
// What the places answer has the form that they document:
//
//   - Europe PMC's search and full texts: https://europepmc.org/RestfulWebService
//   - records by DOI: https://citation.crosscite.org/docs.html, with fields as Crossref and DataCite have them
//   - Unpaywall: https://unpaywall.org/data-format
//   - arXiv: https://info.arxiv.org/help/arxiv_identifier_for_services.html, pages as LaTeXML makes them
//
// The package must not know what is done with the answers.
package obtaintest

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"etal/internal/identify"
)

// A Reply is what a place answers.
type Reply struct {
	Status int // 0 is 200
	Type   string
	Body   string
	Header [2]string
	Cut    bool // the connection is closed before the end
}

// A World is what all places answer, by what is asked: [World.Asked] has the forms.
type World struct {
	server *httptest.Server
	ca     *authority

	mu      sync.Mutex
	replies map[string][]Reply // one after the other, the last again and again
	asked   []string
}

// New returns a world. It is to be closed.
func New(replies map[string][]Reply) *World {
	w := &World{replies: replies}
	w.server = httptest.NewServer(http.HandlerFunc(w.serve))
	return w
}

// Close ends the world.
func (w *World) Close() { w.server.Close() }

// Proxy returns the proxy that leads to it.
func (w *World) Proxy(*url.URL) (*url.URL, error) { return url.Parse(w.server.URL) }

// Directory returns the addresses of the places, but for encryption, with an e-mail address for Unpaywall.
func Directory(email string) identify.Directory {
	d := identify.NewDirectory(email)
	for _, address := range []*string{&d.ArXiv, &d.DOI, &d.EuropePMC, &d.Unpaywall} {
		*address = strings.Replace(*address, "https://", "http://", 1)
	}
	return d
}

// Asked returns what was asked so far: "search QUERY" with hyphens for blanks, colons and quotes, "text PMCID", "record DOI", "copy DOI", or the host and path of
// a page.
func (w *World) Asked() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.asked)
}

// nameOf returns what a request asks.
func nameOf(r *http.Request) string {
	host, at := r.URL.Host, r.URL.Path
	if host == "" { // behind an encrypted connection
		host = r.Host
	}
	switch query := r.URL.Query().Get("query"); {
	case query != "":
		return "search " + strings.Join(strings.FieldsFunc(query, func(r rune) bool { return strings.ContainsRune(` :"`, r) }), "-")
	case path.Base(at) == "fullTextXML":
		return "text " + path.Base(path.Dir(at))
	case strings.Contains(r.Header.Get("Accept"), "csl+json"):
		return "record " + strings.TrimPrefix(at, "/")
	case strings.HasPrefix(host, "api.unpaywall.org"):
		return "copy " + strings.TrimPrefix(at, "/v2/")
	}
	return host + at
}

func (w *World) serve(out http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodConnect {
		w.tunnel(out)
		return
	}
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
	if a.Header[0] != "" {
		out.Header().Set(a.Header[0], a.Header[1])
	}
	if a.Type != "" {
		out.Header().Set("Content-Type", a.Type)
	}
	if a.Cut {
		out.Header().Set("Content-Length", fmt.Sprint(len(a.Body)+1))
	}
	if a.Status != 0 {
		out.WriteHeader(a.Status)
	}
	fmt.Fprint(out, a.Body)
}

// OfFiles returns the replies that stand in files: those whose name, with a slash for the blank, is what is
// asked.
func OfFiles(files map[string]string) map[string][]Reply {
	replies := map[string][]Reply{}
	for name, body := range files {
		kind, rest, _ := strings.Cut(name, "/")
		if slices.Contains([]string{"text", "record", "copy", "search"}, kind) {
			name = kind + " " + rest
		}
		replies[name] = append(replies[name], Reply{Body: body})
	}
	return replies
}
