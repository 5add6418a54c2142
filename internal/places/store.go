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

// A Store keeps marks in a folder, whose files are for its owner alone. Several programs may
// use one at the same time.
type Store struct {
	folder   string
	patience time.Duration // with another program that is writing
}

// New returns the store in a folder, which need not exist yet.
func New(folder string) *Store { return &Store{folder, lockPatience} }

// The files of a store. The names are fixed, so that a program that was killed leaves
// nothing that the next does not take over.
const (
	current = "places.jsonl"            // the records, added to
	older   = "places.jsonl.old"        // what current was before it was last written anew
	next    = "places.jsonl.new"        // what current is going to be, while it is written anew
	damaged = "places.jsonl.damaged-%d" // what could not be read
	locked  = "places.lock"             // empty; held by who writes
)

const (
	// slack is how many bytes of overwritten records a file may hold before it is written
	// anew, besides half of what it held then.
	slack = 64 << 10
	// lockPatience is how long to wait for another program that is writing, which takes it as
	// long as the disk does.
	lockPatience = 2 * time.Second
)

// A DamagedError says that the file could not be read, or not all of it, and was set
// aside. What can be read, of it and of the older copy, is kept.
type DamagedError struct {
	Aside string // where the file is now
	Err   error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("read places: %v; the file is kept as %s", e.Err, e.Aside)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// Get returns the last mark of an article, with all letters that were ever put for it; ok is
// false where there is none, or none that can be read. It leaves it to All and Put to mend
// the store, which can say so.
func (s *Store) Get(article string) (m Mark, ok bool) {
	h, err := s.read(current)
	if err != nil {
		h, _, _ = s.gather()
	}
	return h.mark(strings.ToValidUTF8(article, "\uFFFD"))
}

// All returns the last mark of each article, by its key. With an error, such as a
// [*DamagedError], it returns those that could be read.
func (s *Store) All() (map[string]Mark, error) {
	h, err := s.open()
	marks := make(map[string]Mark, len(h.last))
	for m := range h.all() {
		marks[m.Article] = m
	}
	return marks, err
}

// open reads the current file, and mends it if it has to be; there is none before
// something is put.
func (s *Store) open() (history, error) {
	if !s.has(current) && !s.has(next) && !s.has(older) {
		return history{}, nil
	}
	h, err := s.read(current)
	if err == nil && !s.has(next) {
		return h, nil
	}
	// Another program is writing the file anew, or was killed at it, or it is damaged.
	unlock, failed := s.lock()
	if failed == nil {
		defer unlock()
		failed = s.mend()
	}
	again, unread := s.read(current)
	switch {
	case unread == nil && err == nil:
		return again, nil // what could not be cleaned up will be next time
	case unread == nil:
		return again, failed
	}
	return h, fmt.Errorf("read places: %w", errors.Join(unread, failed))
}

// Put keeps a mark. When it returns nil or a [*DamagedError], the mark outlives a kill and a
// loss of power; letters that were put before and are not in it stay. It takes as long as
// the disk does.
func (s *Store) Put(m Mark) error {
	err := s.put(m)
	if set := (*DamagedError)(nil); err == nil || errors.As(err, &set) {
		return err
	}
	return fmt.Errorf("keep place: %w", err)
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

// fits reports whether a line can be added to the current file as it is.
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

// append adds a line to the current file. When that ends halfway, the line has no line
// feed, and the next to put one writes the file anew.
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

// read returns what a file of the store holds; with an error, what could be read of it.
func (s *Store) read(name string) (history, error) {
	var h history
	text, err := s.load(name)
	if err == nil {
		err = h.add(text)
	}
	return h, err
}

// load returns the text of a file of the store.
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

// lock waits until no other program writes, and returns what lets others write again. The
// system lets go of the lock of a program that was killed.
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

// has reports whether the store has a file of that name, of whatever kind.
func (s *Store) has(name string) bool {
	_, err := os.Lstat(s.path(name))
	return err == nil
}
