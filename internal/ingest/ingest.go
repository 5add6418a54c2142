// Package ingest turns bytes into an article: it finds out which format they are,
// makes them safe to show, leaves the page's furniture out and has the citations
// found.
//
// [Reader.Read] is the one door, and [Read] the same for articles that need nothing but
// themselves. Each format becomes one Markdown text with spans beside
// it; what a format knows for certain is taken as it is, the rest is found. The
// package must not know where the bytes came from, nor how an article is shown.
package ingest

import (
	"net/url"
	"path/filepath"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/read/html"
	"etal/internal/read/jats"
	plaintext "etal/internal/read/text"
	"etal/internal/safe"
)

// MaxSource is the size of the largest source that Read takes, in bytes.
const MaxSource = 64 << 20 // 64 MiB

// A Reader reads articles that may need more than their own bytes. The zero Reader reads
// those that do not.
type Reader struct {
	// Bibliography holds works that the articles' keys may name, before those of the
	// bibliographies that an article names itself.
	Bibliography []bib.Item
	// Address is where on the web the article was found, from which its relative links
	// start; nil where it was found elsewhere.
	Address *url.URL
	// Type is what its bytes were said to be by who sent them: a media type, perhaps with
	// a charset; empty where nobody said.
	Type string
	// Open returns the bytes of a file that lies beside the article, by its name there;
	// nil where an article has no folder.
	Open func(name string) ([]byte, error)
}

// Read reads an article with the zero [Reader].
func Read(name string, data []byte) (*article.Article, error) { return Reader{}.Read(name, data) }

// Read reads an article. Name is what the reader calls it, usually a path: its last
// element decides the format where the bytes leave a doubt, and is the title where
// the article has none. An error says in a few words what is wrong with the bytes:
// [ErrEmpty], [ErrBinary] or [ErrTooLarge]. What else the article needs and cannot be read
// is a notice of it.
func (r Reader) Read(name string, data []byte) (*article.Article, error) {
	text, err := decode(data, r.charset())
	if err != nil {
		return nil, err
	}
	text = safe.New(text).String()
	if strings.TrimSpace(text) == "" {
		return nil, ErrEmpty
	}

	base := r.base(name)
	a := &article.Article{ID: safe.Line(strings.TrimSuffix(base, filepath.Ext(base))), Source: safe.Line(name)}
	format := formats.Detect(base, text)
	works, problems, _ := formats.Read(base, text)
	switch {
	case len(works) > 0:
		a.Format = article.Format(format)
		d := readListed(a.ID, works)
		d.Notices = bibNotices(base, problems)
		d.Draft().Fill(a)
	case jats.Sniff(base, text) && fillJATS(a, text):
		a.Format = article.JATS
	case html.Sniff(base, text) && !r.isPlain():
		a.Format = article.HTML
		readHTML(a, text, r.Address)
	case isMarkdown(base, text), len(r.Bibliography) > 0 && citesByKey(text):
		a.Format = article.Markdown
		readDraft(safe.New(text), Options{Name: a.ID.String(), Works: r.Bibliography, Bibliography: r.bibliography()}).Fill(a)
	default:
		a.Format = article.PlainText
		plaintext.Read(safe.New(text)).Draft().Fill(a)
	}
	if a.Title.Len() == 0 {
		a.Title = a.ID
	}
	if r.Address != nil {
		resolveFiles(a, r.Address)
	}
	a.Words = a.WordsIn(article.Span{End: a.Body.Len()})
	return a, nil
}

func fillJATS(a *article.Article, text string) bool {
	d, ok := jats.Read(safe.New(text))
	if ok {
		d.Draft().Fill(a)
	}
	return ok
}

// readHTML fills an article from a page.
func readHTML(a *article.Article, text string, from *url.URL) {
	d, err := html.Read(safe.New(text), from)
	if err != nil {
		d := plaintext.Read(safe.New(html.TextBetweenTags(text)))
		d.Notify(noticePage)
		d.Draft().Fill(a)
		return
	}
	draft := d.Draft()
	draft.TitleByHeading()
	draft.Fill(a)
}

// resolveFiles makes the links to files beside an article that was found on the web links to
// where they are there.
func resolveFiles(a *article.Article, from *url.URL) {
	links := a.Links[:0]
	for _, l := range a.Links {
		if l.Kind == article.File {
			to, err := from.Parse(l.URL.String())
			if err != nil || to.Scheme != "http" && to.Scheme != "https" || to.Host == "" {
				continue
			}
			l.Kind, l.URL = article.URL, safe.Line(to.String())
		}
		links = append(links, l)
	}
	a.Links = links
}
