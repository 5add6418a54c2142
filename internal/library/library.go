// Package library finds articles: the embedded ones by name, files, folders, standard input,
// URLs, and works by their identifiers.
//
// [New] returns the library of embedded articles, [Library.Open] what an argument of the
// command line names. An [Entry] is an article that is read only when needed, so that a
// folder of a thousand papers is listed at once. [Works] tells which articles cite the same
// work, and which are it. The package must not know how an article is shown.
package library

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"etal/articles"
	"etal/internal/identify"
	"etal/internal/obtain"
	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/web"
)

// ErrNotFound is the error for a name that is not in the library.
var ErrNotFound = errors.New("no such article")

// tourName is the name of the tour.
const tourName = "tour"

// A Library is a list of articles with unique names.
type Library struct {
	entries []*Entry
	works   obtain.Client
}

// New returns the library of embedded articles, sorted by name. It gets works with c, and URLs with the
// web client of that.
func New(c obtain.Client) (*Library, error) {
	names, err := fs.Glob(articles.Files, "*.md")
	if err != nil {
		return nil, err
	}
	l, siblings := &Library{works: c}, map[string]*Entry{}
	for _, name := range names {
		source := func() ([]byte, error) { return articles.Files.ReadFile(name) }
		e := newEntry(name, read.Reader{Open: articles.Files.ReadFile}, source)
		e.Key, e.siblings, siblings[name] = "etal:"+name, siblings, e
		l.entries = append(l.entries, e)
	}
	return l, nil
}

// Reopen returns the entry with the key of a file, a URL or a work, as it was in an earlier run, to be read
// by r, and reports whether the key is one: those of other articles lead to nothing.
func (l *Library) Reopen(key string, r read.Reader) (e *Entry, ok bool) {
	if id, err := identify.Parse(key); err == nil {
		return l.work(id, r), true
	}
	if web.IsURL(key) {
		e, err := fromWeb(key, r, l.works.Web)
		return e, err == nil
	}
	if !filepath.IsAbs(key) {
		return nil, false
	}
	return File(key, r), true
}

// Add prepends entries that are not in the library yet, and renames those whose name is taken.
func (l *Library) Add(added ...*Entry) {
	known, taken := map[*Entry]bool{}, map[string]bool{}
	for _, e := range l.entries {
		known[e], taken[e.ID.String()] = true, true
	}
	var fresh []*Entry
	for _, e := range slices.Backward(added) {
		if known[e] {
			continue
		}
		name := e.ID.String()
		for n := 2; taken[e.ID.String()]; n++ {
			e.ID = safe.Line(fmt.Sprintf("%s-%d", name, n))
		}
		known[e], taken[e.ID.String()] = true, true
		fresh = append(fresh, e)
	}
	slices.Reverse(fresh)
	l.entries = append(fresh, l.entries...)
}

// Tour returns the article that shows the keys.
func (l *Library) Tour() *Entry {
	e, err := l.Entry(tourName)
	if err != nil || e.siblings == nil {
		return nil
	}
	return e
}

// Entries returns all articles in the order of the list.
func (l *Library) Entries() []*Entry { return l.entries }

// Entry returns the article with that name, whose extension is optional, or ErrNotFound.
func (l *Library) Entry(name string) (*Entry, error) {
	for _, n := range []string{name, strings.TrimSuffix(name, path.Ext(name))} {
		if i := slices.IndexFunc(l.entries, named(n)); i >= 0 {
			return l.entries[i], nil
		}
	}
	return nil, ErrNotFound
}

func (l *Library) has(name string) bool { return slices.ContainsFunc(l.entries, named(name)) }

func named(name string) func(*Entry) bool {
	return func(e *Entry) bool { return e.ID.String() == name }
}
