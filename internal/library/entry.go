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
	"strings"
	"time"

	"etal/internal/article"
	"etal/internal/file"
	"etal/internal/ingest"
	"etal/internal/safe"
)

// An Entry is an article that can be read, whether or not it was.
type Entry struct {
	ID    safe.Text // its name in the library
	Key   string    // what tells it from all other articles, also in another run
	Path  string    // of its file; empty where it is none
	Found bool      // it was found in a folder, and may turn out to be no article

	name   string // what messages call it, and what tells its format
	reader ingest.Reader
	source func() ([]byte, error) // nil where it is to be fetched
	remote *remote                // nil where it is not
}

// A Source is what an article is read from.
type Source struct {
	Data    []byte
	Type    string   // the media type that it was said to have; empty where nobody said
	Address *url.URL // where on the web it was found; nil where it was not
}

func newEntry(name string, r ingest.Reader, source func() ([]byte, error)) *Entry {
	base := filepath.Base(name)
	return &Entry{ID: safe.Line(strings.TrimSuffix(base, filepath.Ext(base))), name: name, reader: r, source: source}
}

// FromBytes returns the entry of an article whose source is at hand; its name tells the
// format where the bytes leave a doubt.
func FromBytes(name string, data []byte) *Entry {
	return fromBytes(name, data, ingest.Reader{})
}

func fromBytes(name string, data []byte, r ingest.Reader) *Entry {
	e := newEntry(name, r, func() ([]byte, error) { return data, nil })
	e.Key = fmt.Sprintf("sha256:%x", sha256.Sum256(data))
	return e
}

// FromReader returns the entry of an article that can be read once, such as standard
// input. It is read to its end here.
func FromReader(name string, from io.Reader, r ingest.Reader) (*Entry, error) {
	data, err := file.ReadAll(from, ingest.MaxSource)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return fromBytes(name, data, r), nil
}

// Name returns what messages call the entry: its path, or what it was called on the
// command line.
func (e *Entry) Name() safe.Text { return safe.Line(e.name) }

// Source returns what the article is read from. Where that has to be fetched, progress, if
// it is not nil, is told how many bytes have come, and the error is context.Canceled where
// ctx was cancelled.
func (e *Entry) Source(ctx context.Context, progress func(read int64)) (Source, error) {
	if e.remote != nil {
		s, err := e.remote.fetch(ctx, progress)
		if err != nil {
			return s, fmt.Errorf("open %s: %w", e.name, err)
		}
		return s, nil
	}
	data, err := e.source()
	return Source{Data: data}, err
}

// Read reads the article, which is at hand.
func (e *Entry) Read() (*article.Article, error) {
	s, err := e.Source(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	return e.Parse(s)
}

// from returns the reader of a source.
func (e *Entry) from(s Source) ingest.Reader {
	r := e.reader
	r.Type, r.Address = s.Type, s.Address
	return r
}

// Parse makes the article of its source.
func (e *Entry) Parse(s Source) (*article.Article, error) {
	a, err := e.from(s).Read(e.name, s.Data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", e.name, err)
	}
	a.ID = e.ID
	return a, nil
}

// Beginning makes the beginning of the article of its source, where that is long and its
// format can be read so; ok is false where the whole is to be read at once.
func (e *Entry) Beginning(s Source) (a *article.Article, ok bool) {
	if a, ok = e.from(s).Beginning(e.name, s.Data); ok {
		a.ID = e.ID
	}
	return a, ok
}

// Sketch makes the article of its source without what is headed, cited and linked in it, in
// a part of the time; ok is false where its format cannot be read so.
func (e *Entry) Sketch(s Source) (a *article.Article, ok bool) {
	if a, ok = e.from(s).Sketch(e.name, s.Data); ok {
		a.ID = e.ID
	}
	return a, ok
}

// A Stamp tells one state of a file from another.
type Stamp struct {
	modified time.Time
	size     int64
}

// Stamp returns the state of the entry's file; ok is false where it has none now.
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

// Line returns the line of the source, from 1, that shows the byte at offset of the
// article's body; 1 where that is not known.
func (e *Entry) Line(a *article.Article, offset int) int {
	if e.source == nil {
		return 1
	}
	data, err := e.source()
	if err != nil {
		return 1
	}
	line, _, ok := ingest.NewLocator(a, data).Find(offset)
	if !ok {
		return 1
	}
	return line
}

// IsNoArticle reports whether an error of Read says that there is nothing in the file that
// could be an article.
func IsNoArticle(err error) bool {
	return errors.Is(err, ingest.ErrEmpty) || errors.Is(err, ingest.ErrBinary)
}
