package places

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// maxDamaged is how many damaged files are kept, so that nothing fills the disk.
const maxDamaged = 100

// mend makes the current file whole, if it is not, and cleans up after a program that was
// killed.
func (s *Store) mend() error {
	if err := s.resume(); err != nil {
		return err
	}
	if _, err := s.read(current); err == nil {
		return nil
	}
	return s.rewrite("")
}

// resume ends what a program was killed at. The next file is whole once the current one
// has made way for it.
func (s *Store) resume() error {
	if !s.has(next) {
		return nil
	}
	if _, err := s.read(next); err == nil && !s.has(current) {
		return os.Rename(s.path(next), s.path(current))
	}
	return os.Remove(s.path(next))
}

// rewrite writes the current file anew, with a line added and without what was
// overwritten. What is there is whole at every moment: the next file is on the disk before
// the current one makes way for it, and resume does what may remain.
func (s *Store) rewrite(line string) error {
	if err := s.resume(); err != nil {
		return err
	}
	h, unread, err := s.gather()
	if err != nil {
		return err
	}
	aside := older
	if unread != nil {
		if aside, err = s.unused(); err != nil {
			return err
		}
	}
	line = strings.TrimSuffix(line, "\n")
	if article, ok := articleOf(line); ok {
		h.put(article, line)
	}
	if err := s.replace(h, aside); err != nil {
		return err
	}
	if unread != nil {
		return &DamagedError{s.path(aside), unread}
	}
	return nil
}

// gather returns all that can be read: the current file or, where that is missing or
// damaged, the older copy and what is left of the current file. Unread says how it is
// damaged.
func (s *Store) gather() (h history, unread, err error) {
	text, err := s.load(current)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		h, _ = s.read(older)
		return h, nil, nil
	case errors.Is(err, errTooLarge):
		unread = err
	case err != nil:
		return h, nil, err
	default:
		unread = h.add(text)
	}
	if unread == nil && !h.whole() {
		unread = errSpoilt
	}
	if unread != nil {
		h, _ = s.read(older)
		_ = h.add(text) // unread already says what this does
	}
	return h, unread, nil
}

// replace makes a history the current file, and keeps what that was under another name.
func (s *Store) replace(h history, aside string) error {
	text, err := h.text()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(s.path(next), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := finish(f, text); err != nil {
		os.Remove(s.path(next))
		return err
	}
	if err := os.Rename(s.path(current), s.path(aside)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		os.Remove(s.path(next))
		return err
	}
	if err := os.Rename(s.path(next), s.path(current)); err != nil {
		return err
	}
	if folder, err := os.Open(s.folder); err == nil {
		_ = folder.Sync() // Windows and some file systems cannot
		folder.Close()
	}
	return nil
}

// unused returns a name for a damaged file that none has.
func (s *Store) unused() (string, error) {
	for n := 1; n <= maxDamaged; n++ {
		if name := fmt.Sprintf(damaged, n); !s.has(name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("%s has too many damaged files", s.folder)
}
