package places

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"time"
)

// maxDamaged is the number of damaged files that are kept.
const maxDamaged = 100

// mend repairs the current file, and cleans up after a killed program.
func (s *Store) mend() error {
	if err := s.resume(); err != nil {
		return err
	}
	if _, err := s.read(current); err == nil {
		return nil
	}
	return s.rewrite("")
}

// resume completes or undoes the rewrite of a killed program. The next file is complete once
// the current one has been renamed.
func (s *Store) resume() error {
	if !s.has(next) {
		return nil
	}
	if _, err := s.read(next); err == nil && !s.has(current) {
		return rename(s.path(next), s.path(current))
	}
	return os.Remove(s.path(next))
}

// rewrite rewrites the current file with a record added and obsolete ones left out. A complete
// file exists at every moment: the next file is on the disk before the current one is renamed,
// and resume completes the rest.
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

// gather returns all readable records: of the current file or, if that is missing or damaged, of
// the older copy and the current file. Unread is the damage of the current file.
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
		_ = h.add(text) // returns unread again
	}
	return h, unread, nil
}

// replace writes a history as the current file, and renames the previous one to aside.
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
	if err := rename(s.path(current), s.path(aside)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		os.Remove(s.path(next))
		return err
	}
	if err := rename(s.path(next), s.path(current)); err != nil {
		return err
	}
	if folder, err := os.Open(s.folder); err == nil {
		_ = folder.Sync() // Windows and some file systems cannot
		folder.Close()
	}
	return nil
}

// rename is os.Rename. On Windows, where a file that is open cannot be renamed, it waits until other
// programs have read it.
func rename(from, to string) error {
	for end := time.Now().Add(lockPatience); ; time.Sleep(time.Millisecond) {
		err := os.Rename(from, to)
		if err == nil || errors.Is(err, fs.ErrNotExist) || runtime.GOOS != "windows" || time.Now().After(end) {
			return err
		}
	}
}

// unused returns a new name for a damaged file.
func (s *Store) unused() (string, error) {
	for n := 1; n <= maxDamaged; n++ {
		if name := fmt.Sprintf(damaged, n); !s.has(name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("too many damaged files in %s", s.folder)
}
