// Package kept keeps works that were fetched, so that they open again at once and without the network.
//
// A [Store] is a folder with a file for each work: a line of JSON that says what it is, and then its bytes as
// they came. It is a cache: what is damaged, too old or too much goes, and nothing depends on it. The package
// must not know where a work came from, nor how it is read.
package kept

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"etal/internal/bib"
	"etal/internal/file"
)

// The bounds of a store. What was not opened for the longest time goes first.
const (
	MaxWorks = 1000
	MaxSize  = 256 << 20 // bytes of all works
	maxHead  = 64 << 10  // bytes of the line that says what a work is
)

// A Work is a work as it was fetched.
type Work struct {
	Keys    []string  `json:"keys"`           // by which it is found; at least one
	Record  bib.Item  `json:"record"`         // what it is, without the variables that CSL has beside its fields
	Type    string    `json:"type,omitempty"` // the media type that was declared
	URL     string    `json:"url,omitempty"`  // where it came from
	Notices []string  `json:"notices,omitempty"`
	When    time.Time `json:"when"` // it was fetched

	Data []byte `json:"-"`
}

// A head is the line before the data of a work.
type head struct {
	Work
	Sum string `json:"sum"` // of the data, by which damage shows
}

func sumOf(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// A Store keeps works in a folder. A nil Store keeps nothing.
type Store struct {
	folder           string
	maxWorks, maxAll int64
}

// New returns the store in a folder, which is made when the first work is kept.
func New(folder string) *Store { return &Store{folder, MaxWorks, MaxSize} }

const (
	extension = ".work"
	unwritten = ".new-" // how the name of a file begins that is being written
	// leftBehind is the age from which on such a file is that of a program that was killed.
	leftBehind = time.Hour
)

// nameOf returns the name of the file of a work with a key.
func nameOf(key string) string { return fmt.Sprintf("%x%s", sha256.Sum256([]byte(key)), extension) }

// Get returns the work with one of the keys, as it was kept, and reports whether there is one.
func (s *Store) Get(keys ...string) (w Work, ok bool) {
	if s == nil {
		return w, false
	}
	for _, name := range s.names() {
		head, err := s.head(name)
		if err != nil || !slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(head.Keys, key) }) {
			continue
		}
		data, err := file.ReadRegular(filepath.Join(s.folder, name), maxHead+MaxSize)
		_, body, found := bytes.Cut(data, []byte("\n"))
		if err != nil || !found || sumOf(body) != head.Sum {
			continue
		}
		now := time.Now()
		_ = os.Chtimes(filepath.Join(s.folder, name), now, now) // or it goes a little early
		head.Data = body
		return head.Work, true
	}
	return w, false
}

// All returns the works without their data, the newest first.
func (s *Store) All() (all []Work) {
	if s == nil {
		return nil
	}
	for _, name := range s.names() {
		if w, err := s.head(name); err == nil {
			all = append(all, w.Work)
		}
	}
	slices.SortStableFunc(all, func(a, b Work) int { return b.When.Compare(a.When) })
	return all
}

// names returns the names of the files of works.
func (s *Store) names() (names []string) {
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), extension) && e.Type().IsRegular() {
			names = append(names, e.Name())
		}
	}
	return names
}

var errDamaged = errors.New("damaged")

// head reads what a work is. The keys of a damaged one are not those that its name was made of.
func (s *Store) head(name string) (h head, err error) {
	f, err := os.Open(filepath.Join(s.folder, name))
	if err != nil {
		return h, err
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, maxHead)).ReadBytes('\n')
	if err != nil {
		return h, errDamaged
	}
	if err := json.Unmarshal(line, &h); err != nil || len(h.Keys) == 0 || nameOf(h.Keys[0]) != name {
		return head{}, errDamaged
	}
	return h, nil
}

// Put keeps a work, in place of others with a key of it. The error says why it cannot be kept.
func (s *Store) Put(w Work) error {
	if s == nil || len(w.Keys) == 0 || int64(len(w.Data)) > s.maxAll {
		return nil
	}
	if err := s.put(w); err != nil {
		return fmt.Errorf("not kept in %s: %w", s.folder, file.Cause(err))
	}
	return nil
}

func (s *Store) put(w Work) error {
	line, err := json.Marshal(head{w, sumOf(w.Data)})
	if err != nil || len(line) >= maxHead {
		return err // of such a work too much would have to be read to tell what it is
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	text := slices.Concat(line, []byte("\n"), w.Data)
	s.sweep(w.Keys, int64(len(text)))
	f, err := os.CreateTemp(s.folder, unwritten+"*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = cmp.Or(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(s.folder, nameOf(w.Keys[0])))
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// sweep makes room for a work of a size in bytes: it removes others with a key of it, what is damaged, what was not opened for
// the longest time, and what killed programs have left behind.
func (s *Store) sweep(keys []string, size int64) {
	left, _ := os.ReadDir(s.folder)
	for _, e := range left {
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), unwritten) && time.Since(info.ModTime()) > leftBehind {
			os.Remove(filepath.Join(s.folder, e.Name()))
		}
	}
	var others []fs.FileInfo
	for _, name := range s.names() {
		path := filepath.Join(s.folder, name)
		head, err := s.head(name)
		info, missing := os.Stat(path)
		switch {
		case missing != nil:
		case err != nil, slices.ContainsFunc(head.Keys, func(key string) bool { return slices.Contains(keys, key) }):
			os.Remove(path)
		default:
			others = append(others, info)
		}
	}
	slices.SortFunc(others, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for i, info := range others {
		if size += info.Size(); size > s.maxAll || int64(i)+1 >= s.maxWorks {
			os.Remove(filepath.Join(s.folder, info.Name()))
		}
	}
}
