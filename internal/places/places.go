// Package places keeps where the reader stopped in each article.
//
// A [Store] is one file of JSON lines: [Store.Put] adds a record in one write, [Store.Get]
// finds the last one of an article, [Store.All] reads all. So a program that is killed
// loses at most the record that it was about to write, and several programs can share the
// file. The package must not know how a place is shown, nor where the folder is.
package places

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"etal/internal/article"
)

// A Mark is what is kept of an article.
type Mark struct {
	Article string                   `json:"article"` // which one: the key of its library entry
	When    time.Time                `json:"when"`
	Share   float64                  `json:"share"` // of the article that was read, 0 to 1
	Place   article.Place            `json:"place"`
	Letters map[string]article.Place `json:"letters,omitempty"` // the places that the reader marked
}

const (
	fileName = "places.jsonl"
	header   = `{"etal":"places","version":1}` + "\n"

	maxFile   = 64 << 20 // what is larger is not read
	maxRecord = 64 << 10 // nor is a longer record kept
	// compactFrom is the size from which on the file is written anew, with the last record
	// of each article only.
	compactFrom = 4 << 20
	// maxArticles is how many articles are kept then: those read last.
	maxArticles = 5000
)

// A Store keeps marks in a folder, which need not exist yet.
type Store struct{ path string }

// New returns the store in a folder.
func New(folder string) *Store { return &Store{filepath.Join(folder, fileName)} }

// Get returns the mark of an article; ok is false where there is none, or no store that
// can be read.
func (s *Store) Get(key string) (m Mark, ok bool) {
	data, err := s.read()
	if err != nil {
		return m, false
	}
	name, err := json.Marshal(key)
	if err != nil {
		return m, false
	}
	prefix := append([]byte("\n"+`{"article":`), name...)
	for at := 0; ; {
		i := bytes.Index(data[at:], prefix)
		if i < 0 {
			return m, ok
		}
		at += i + 1
		line, _, ended := bytes.Cut(data[at:], []byte("\n"))
		if record, err := decode(line); ended && err == nil && record.Article == key {
			m, ok = record, true
		}
	}
}

// All returns the last mark of each article, by its key.
func (s *Store) All() (map[string]Mark, error) {
	data, err := s.read()
	if err != nil {
		return nil, err
	}
	marks, _ := decodeAll(data)
	return marks, nil
}

// Put adds a mark. Where the file is damaged, it is set aside under another name, what can
// be read of it is kept, and the error, a [*DamagedError], says so; the mark is kept all the
// same.
func (s *Store) Put(m Mark) error {
	record, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("places: %w", err)
	}
	if len(record) > maxRecord {
		return errors.New("places: too many marks in this article")
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return fmt.Errorf("places: %w", err)
	}
	f, err := s.lock()
	if err != nil {
		return fmt.Errorf("places: %w", err)
	}
	defer f.Close() // which unlocks it
	if err := add(f, append(record, '\n')); err != nil {
		return fmt.Errorf("places: %w", err)
	}
	return s.tidy(f)
}

// add appends a record in one write. What a full disk left of the record before is ended
// first, so that it spoils no other.
func add(f *os.File, record []byte) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		record = append([]byte(header), record...)
	} else {
		last := make([]byte, 1)
		if _, err := f.ReadAt(last, info.Size()-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			record = append([]byte("\n"), record...)
		}
	}
	_, err = f.Write(record)
	return err
}

// lock opens the file for reading and adding, and keeps others from adding until it is
// closed. Another program may have put a new file in its place meanwhile; then that is
// locked.
func (s *Store) lock() (*os.File, error) {
	for {
		f, err := os.OpenFile(s.path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
		if err != nil {
			return nil, err
		}
		if err := lockFile(f); err != nil {
			f.Close()
			return nil, err
		}
		opened, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, err
		}
		if now, err := os.Stat(s.path); err == nil && os.SameFile(opened, now) {
			return f, nil
		}
		f.Close()
	}
}

// read returns the file, which may end in a torn record; no bytes where there is none.
func (s *Store) read() ([]byte, error) {
	f, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("places: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil || len(data) > maxFile {
		return nil, fmt.Errorf("places: %s: too large, or cannot be read", s.path)
	}
	return data, nil
}

// decodeAll reads the records of a file, and reports whether it is as it should be: a torn
// last line is.
func decodeAll(data []byte) (marks map[string]Mark, sound bool) {
	marks, sound = map[string]Mark{}, bytes.HasPrefix(data, []byte(header)) || len(data) == 0
	for line := range bytes.Lines(data) {
		switch m, err := decode(bytes.TrimSuffix(line, []byte("\n"))); {
		case bytes.HasPrefix(line, []byte(`{"etal"`)) || len(bytes.TrimSpace(line)) == 0:
		case err == nil && m.Article != "":
			marks[m.Article] = m
		case bytes.HasSuffix(line, []byte("\n")):
			sound = false
		}
	}
	return marks, sound
}

// decode reads one record.
func decode(line []byte) (m Mark, err error) {
	if len(line) > maxRecord {
		return m, errors.New("record too long")
	}
	err = json.Unmarshal(line, &m)
	m.Share = min(max(m.Share, 0), 1)
	return m, err
}
