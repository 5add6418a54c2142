// Package read turns bytes into an article: it finds out which format they are and has the
// reader of that format build a document.
//
// [Reader.Read] is the one door. A format is a room below this one and a line in the table of
// formats. The package must not know where the bytes came from, nor how an article is shown.
package read

import (
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/doc"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/printed"
	"etal/internal/safe"
)

// MaxSource is the size of the largest source that is read, in bytes.
const MaxSource = 64 << 20 // 64 MiB

// A Reader reads articles that may need more than their own bytes. The zero Reader reads
// those that do not.
type Reader struct {
	// Format is the format of the articles; empty where their bytes and names tell.
	Format article.Format
	// Encoding is the name of the articles' encoding, one of [Encodings] or another label of one;
	// empty where the bytes tell.
	Encoding string
	// Bibliography holds works that the articles' keys may name, before those of the
	// bibliographies that an article names itself.
	Bibliography []bib.Item
	// PDF parses PDFs; nil for a parser that is started anew for each.
	PDF *pdfium.Engine
	// Password returns the password of an encrypted article, by its name, and reports whether there is
	// one. It is called again if that is wrong; nil if nobody can be asked.
	Password func(name string, wrong bool) (password string, ok bool)
	// URL is where the article was found on the web, the base of its relative links; nil if
	// it was found elsewhere.
	URL *url.URL
	// Type is the media type that the sender declared, perhaps with a charset; empty where
	// nobody did.
	Type string
	// Open returns the bytes of a file that lies beside the article, by its name there;
	// nil where an article has no folder.
	Open func(name string) ([]byte, error)
}

// Read reads an article with the zero [Reader].
func Read(name string, data []byte) (*article.Article, error) { return Reader{}.Read(name, data) }

// A PanicError is the error for an article at which the reader of its format panicked.
type PanicError struct{ Value any }

func (e PanicError) Error() string {
	return fmt.Sprintf("internal error: %v, please report it", e.Value)
}

// Read reads an article. The last element of its name, usually a path, tells the format where
// the bytes leave a doubt, and is the title where the article has none. The error is short:
// [ErrEmpty], [ErrBinary], [ErrTooLarge], [ErrNoBibliography], a [PanicError], or that of a binary format. What else the article needs and
// cannot be read is a notice of it.
func (r Reader) Read(name string, data []byte) (a *article.Article, err error) {
	defer func() {
		if value := recover(); value != nil {
			a, err = nil, PanicError{value}
		}
	}()
	return r.read(name, data)
}

func (r Reader) read(name string, data []byte) (*article.Article, error) {
	s := r.source(name, data)
	for _, f := range r.candidates(s) {
		if d, ok := f.read(r, s); ok {
			a := &article.Article{ID: s.id(), Source: safe.Line(name), Format: f.nameOf(s)}
			if s.notice != "" {
				d.Notify(s.notice)
			}
			if r.URL != nil {
				d.IdentifyByURL(r.URL.String())
			}
			d.Fill(a)
			s.finish(a)
			if r.URL != nil {
				resolveFiles(a, r.URL)
			}
			return a, nil
		}
	}
	if s.err == nil {
		s.err = fmt.Errorf("not %s", r.Format)
	}
	return nil, s.err
}

// finish fills in what no draft tells.
func (s *source) finish(a *article.Article) {
	if a.Title.Len() == 0 {
		a.Title = s.id()
	}
	a.Words = a.WordsIn(article.Span{End: a.Body.Len()})
}

// resolveFiles makes the links to files beside an article that was found on the web links to
// their URLs.
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

// A source is what an article is read from.
type source struct {
	name string    // as the reader calls it
	base string    // by which its format is told where its bytes leave a doubt
	data []byte    // not compressed
	text safe.Text // what the bytes say; empty where they are not text
	err  error     // why it cannot be read

	isBinary bool // its format is one of those that are not text

	bibliography formats.Format  // empty if it is none
	styles       *printed.Styles // nil unless a program printed it for a terminal
	notice       string          // of the encoding, empty unless it was guessed
}

func (r Reader) source(name string, data []byte) *source {
	s := &source{name: name}
	var err error
	if s.base, s.data, err = decompress(r.base(name), data); err == nil && len(s.data) > MaxSource {
		err = ErrTooLarge
	}
	if s.err = err; err != nil || r.isBinary(s) {
		return s
	}
	from, err := decode(s.data, r.Encoding, r.charset())
	s.notice = from.notice
	from.text, s.styles = printed.Read(from.text)
	if s.text = safe.New(from.text); err == nil && strings.TrimSpace(strings.ReplaceAll(s.text.String(), doc.FormFeed, "")) == "" {
		err = ErrEmpty
	}
	if s.err = err; err != nil || r.Format != "" {
		return s
	}
	if s.bibliography = formats.Detect(s.base, s.text.String()); s.bibliography == "" && formats.Claims(s.base) {
		s.err = ErrNoBibliography
	}
	return s
}

// ErrNoBibliography is the error for a file that is no bibliography, though its name says so.
var ErrNoBibliography = errors.New("not a bibliography; --from text reads it as text")

// id returns the name of the article: its file's without the extension.
func (s *source) id() safe.Text {
	return safe.Line(strings.TrimSuffix(s.base, filepath.Ext(s.base)))
}
