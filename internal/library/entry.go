package library

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/file"
	"etal/internal/obtain"
	"etal/internal/read"
	"etal/internal/safe"
)

// An Entry is an article that can be read.
type Entry struct {
	ID    safe.Text // its name in the library
	Key   string    // identifies it across runs
	Path  string    // of its file; empty if it is not one
	Found bool      // in a folder, so that it may turn out not to be an article

	name     string // in messages; its extension hints at the format
	reader   read.Reader
	source   func() ([]byte, error) // nil if it is remote
	remote   *remote                // nil if it is not
	siblings map[string]*Entry      // the embedded articles by file name; nil if it is not one
}

// A Source is the bytes an article is read from and what is known of them. Unless it was
// fetched, it has data alone.
type Source struct {
	Data []byte
	Type string   // the declared media type
	URL  *url.URL // after redirects

	Record  *bib.Item // what the work is, where it was got by an identifier or a reference; without Data there is no more
	Notices []string  // of how it was got
}

func newEntry(name string, r read.Reader, source func() ([]byte, error)) *Entry {
	base := filepath.Base(name)
	return &Entry{ID: safe.Line(strings.TrimSuffix(base, filepath.Ext(base))), name: name, reader: r, source: source}
}

// FromBytes returns the entry of an article in memory. The name hints at its format.
func FromBytes(name string, data []byte) *Entry {
	return fromBytes(name, data, read.Reader{})
}

func fromBytes(name string, data []byte, r read.Reader) *Entry {
	e := newEntry(name, r, func() ([]byte, error) { return data, nil })
	e.Key = fmt.Sprintf("sha256:%x", sha256.Sum256(data))
	return e
}

// FromReader reads from, such as standard input, to its end and returns its entry.
func FromReader(name string, from io.Reader, r read.Reader) (*Entry, error) {
	data, err := file.ReadAll(from, read.MaxSource)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return fromBytes(name, data, r), nil
}

// Name returns the entry's name in messages: its path, or as it was on the command line.
func (e *Entry) Name() safe.Text { return safe.Line(e.name) }

// Lasting reports whether the entry's key leads to the article in a later run, as that of standard
// input does not.
func (e *Entry) Lasting() bool { return e.Path != "" || e.remote != nil || e.siblings != nil }

// Source returns the article's bytes. If it has to fetch them, it calls progress, unless that
// is nil, as answers come; the error is context.Canceled if ctx was
// cancelled.
func (e *Entry) Source(ctx context.Context, progress func(obtain.Progress)) (Source, error) {
	if e.remote != nil {
		s, err := e.remote.source(ctx, progress)
		if err != nil {
			return s, fmt.Errorf("open %s: %w", e.name, err)
		}
		return s, nil
	}
	data, err := e.source()
	return Source{Data: data}, err
}

// Read reads an article, fetching it if it is remote.
func (e *Entry) Read() (*article.Article, error) {
	s, err := e.Source(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	return e.Parse(s)
}

// Glance reads what a list shows of an article, fetching it if it is remote: of a PDF the first pages,
// by which its length is estimated.
func (e *Entry) Glance() (*article.Article, error) {
	s, err := e.Source(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	return e.glance(s)
}

func (e *Entry) glance(s Source) (*article.Article, error) {
	if a, ok := e.from(s).FirstPages(e.name, s.Data); ok {
		e.complete(a, s)
		return a, nil
	}
	return e.Parse(s)
}

// from returns the reader for a source.
func (e *Entry) from(s Source) read.Reader {
	r := e.reader
	r.Type, r.URL = s.Type, s.URL
	return r
}

// Parse reads the article from its source.
func (e *Entry) Parse(s Source) (a *article.Article, err error) {
	if s.Record != nil && len(s.Data) == 0 {
		a = read.Record(e.name, *s.Record)
	} else if a, err = e.from(s).Read(e.name, s.Data); err != nil {
		return nil, fmt.Errorf("read %s: %w", e.name, err)
	}
	e.complete(a, s)
	for i, n := range s.Notices {
		a.Notices = slices.Insert(a.Notices, i, safe.Line(n))
	}
	return a, nil
}

// complete tells an article its name, and what is known of it beside its text.
func (e *Entry) complete(a *article.Article, s Source) {
	if s.Record != nil {
		read.Complete(a, *s.Record)
	}
	a.ID = e.ID
}

// Beginning reads the first screens of a long article from its source, and reports whether its
// length and format allow that.
func (e *Entry) Beginning(s Source) (a *article.Article, ok bool) {
	if a, ok = e.from(s).Beginning(e.name, s.Data); ok {
		e.complete(a, s)
	}
	return a, ok
}

// Sketch reads the article from its source without headings, citations and links, which takes a
// part of the time, and reports whether its format allows that.
func (e *Entry) Sketch(s Source) (a *article.Article, ok bool) {
	if a, ok = e.from(s).Sketch(e.name, s.Data); ok {
		e.complete(a, s)
	}
	return a, ok
}

// A Stamp identifies one version of a file.
type Stamp struct {
	modified time.Time
	size     int64
}

// Stamp returns the current version of the entry's file, and reports whether there is one.
func (e *Entry) Stamp() (s Stamp, ok bool) {
	if e.Path == "" {
		return s, false
	}
	info, err := os.Stat(e.Path)
	if err != nil {
		return s, false
	}
	return Stamp{info.ModTime(), info.Size()}, true
}

// Line returns the line of the source, from 1, of an offset in the article's body; 1 if it is
// not known.
func (e *Entry) Line(a *article.Article, offset int) int {
	if e.source == nil {
		return 1
	}
	data, err := e.source()
	if err != nil {
		return 1
	}
	line, _, ok := e.reader.Locator(a, data).Find(offset)
	if !ok {
		return 1
	}
	return line
}

// IsNoArticle reports whether an error of Read means that the file is empty, not text, or not the
// bibliography that its name promises.
func IsNoArticle(err error) bool {
	return errors.Is(err, read.ErrEmpty) || errors.Is(err, read.ErrBinary) || errors.Is(err, read.ErrNoBibliography)
}
