package places

import (
	"fmt"
	"os"
	"strings"
)

const (
	theme     = "theme"     // the name of the theme that was chosen in the reader, a line
	nextTheme = "theme.new" // the new one while it is written
)

// maxTheme is the size limit of the theme's file, in bytes.
const maxTheme = 100

// Theme returns the name of the theme that was saved last, or "".
func (s *Store) Theme() string {
	info, err := os.Stat(s.path(theme))
	if err != nil || info.Size() > maxTheme {
		return ""
	}
	text, err := s.load(theme)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(text)
}

// SetTheme saves the name of a theme. A kill at any moment leaves the name before it or the new one.
func (s *Store) SetTheme(name string) error {
	if err := s.setTheme(name); err != nil {
		return fmt.Errorf("save theme: %w", err)
	}
	return nil
}

func (s *Store) setTheme(name string) error {
	if err := os.MkdirAll(s.folder, 0o700); err != nil {
		return err
	}
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	f, err := os.OpenFile(s.path(nextTheme), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if err := finish(f, name+"\n"); err != nil {
		return err
	}
	return os.Rename(s.path(nextTheme), s.path(theme))
}
