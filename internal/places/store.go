package places

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// A Store keeps marks in a folder whose files only their owner can read. Several programs may
// use it at the same time.
type Store struct {
	folder   string
	patience time.Duration // how long to wait for the lock
}

// New returns the store in a folder, which need not exist yet.
func New(folder string) *Store { return &Store{folder, lockPatience} }

// The files of a store. Their names are fixed, so that the next program finds the files that a
// killed one left behind.
const (
	current = "places.jsonl"            // the records, appended to
	older   = "places.jsonl.old"        // current before the last rewrite
	next    = "places.jsonl.new"        // the new current during a rewrite
	damaged = "places.jsonl.damaged-%d" // unreadable files
	locked  = "places.lock"             // empty; locked by the program that writes
)

const (
	// slack is the number of bytes that a file may grow, beyond half its size after the last
	// rewrite, before it is rewritten without obsolete records.
	slack = 64 << 10
	// lockPatience is how long to wait for another program to finish writing to the disk.
	lockPatience = 2 * time.Second
)

// A DamagedError means that the file was unreadable, at least in part, and has been renamed.
// The new file holds what could be read of it and of the older copy.
type DamagedError struct {
	Aside string // the damaged file's new path
	Err   error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("read reading positions: %v; damaged file kept as %s", e.Err, e.Aside)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// Get returns the last mark of an article with all letters ever put for it, and reports whether
// a readable one exists. It does not repair the store: All and Put do, which return errors.
func (s *Store) Get(article string) (m Mark, ok bool) {
	h, err := s.read(current)
	if err != nil {
		h, _, _ = s.gather()
	}
	return h.mark(strings.ToValidUTF8(article, "\uFFFD"))
}

// All returns the last mark of each article by its key. With an error, such as a
// [*DamagedError], it returns the readable ones.
func (s *Store) All() (map[string]Mark, error) {
	h, err := s.open()
	marks := make(map[string]Mark, len(h.last))
	for m := range h.all() {
		marks[m.Article] = m
	}
	return marks, err
}

// open reads the current file, if there is one, and repairs it if necessary.
func (s *Store) open() (history, error) {
	if !s.has(current) && !s.has(next) && !s.has(older) {
		return history{}, nil
	}
	h, err := s.read(current)
	if err == nil && !s.has(next) {
		return h, nil
	}
	// Another program is rewriting the file, or was killed while doing so, or it is damaged.
	unlock, failed := s.lock()
	if failed == nil {
		defer unlock()
		failed = s.mend()
	}
	again, unread := s.read(current)
	switch {
	case unread == nil && err == nil:
		return again, nil // the next program cleans up
	case unread == nil:
		return again, failed
	}
	return h, fmt.Errorf("read reading positions: %w", errors.Join(unread, failed))
}

// Put stores a mark. If it returns nil or a [*DamagedError], the mark survives a kill and a
// loss of power. Letters that were put before and are not in m remain. It waits for the disk.
func (s *Store) Put(m Mark) error {
	err := s.put(m)
	if set := (*DamagedError)(nil); err == nil || errors.As(err, &set) {
		return err
	}
	return fmt.Errorf("save reading position: %w", err)
}

func (s *Store) put(m Mark) error {
	line, err := encode(m)
	switch {
	case err != nil:
		return err
	case m.Article == "":
		return errors.New("the article has no name")
	case len(line) > maxRecord:
		return errors.New("too many marks in this article")
	}
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if s.fits(len(line)) {
		return s.append(line)
	}
	return s.rewrite(line)
}

// fits reports whether a record of that length can be appended to the current file.
func (s *Store) fits(length int) bool {
	if s.has(next) {
		return false
	}
	f, err := os.Open(s.path(current))
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	first, last := make([]byte, maxHeader), make([]byte, 1)
	n, _ := f.ReadAt(first, 0)
	head, _, err := parseHeader(string(first[:n]))
	if err != nil || info.Size()+int64(length) > min(int64(head.Size)*3/2+slack, maxSize) {
		return false
	}
	_, err = f.ReadAt(last, info.Size()-1)
	return err == nil && last[0] == '\n'
}

// append appends a record to the current file. If the program is killed meanwhile, the record
// lacks its line feed, and the next Put rewrites the file.
func (s *Store) append(line string) error {
	f, err := os.OpenFile(s.path(current), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	return finish(f, line)
}

// finish writes text to a file, waits until it is on the disk, and closes the file.
func finish(f *os.File, text string) error {
	_, err := f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// read returns the records of a file; with an error, the readable ones.
func (s *Store) read(name string) (history, error) {
	var h history
	text, err := s.load(name)
	if err == nil {
		err = h.add(text)
	}
	return h, err
}

// load returns the text of a file.
func (s *Store) load(name string) (string, error) {
	info, err := os.Stat(s.path(name))
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s is not a file", s.path(name))
	case info.Size() > maxSize:
		return "", errTooLarge
	}
	f, err := os.Open(s.path(name))
	if err != nil {
		return "", err
	}
	defer f.Close()
	var text strings.Builder
	text.Grow(int(info.Size()) + 1)
	_, err = io.Copy(&text, io.LimitReader(f, maxSize))
	return text.String(), err
}

// lock waits until no other program writes, and returns the function that unlocks the store.
// The system releases the lock of a killed program.
func (s *Store) lock() (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), s.patience)
	defer cancel()
	l := flock.New(s.path(locked), flock.SetPermissions(0o600))
	switch _, err := l.TryLockContext(ctx, 5*time.Millisecond); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, errors.New("another program is writing")
	case err != nil:
		return nil, err
	}
	return func() { _ = l.Unlock() }, nil
}

func (s *Store) path(name string) string { return filepath.Join(s.folder, name) }

// has reports whether the store has a file of that name, of any kind.
func (s *Store) has(name string) bool {
	_, err := os.Lstat(s.path(name))
	return err == nil
}
