package places

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A theme is saved beside the positions; anything else in its place is ignored.
func TestTheme(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state", "etal")
	s := New(folder)
	if got := s.Theme(); got != "" {
		t.Errorf("at first it is %q", got)
	}
	for _, name := range []string{"light", "high contrast", "dark"} {
		if err := s.SetTheme(name); err != nil {
			t.Fatal(err)
		}
		if got := New(folder).Theme(); got != name {
			t.Errorf("got %q, want %q", got, name)
		}
	}
	// What a killed program has left is written over.
	if err := os.WriteFile(filepath.Join(folder, nextTheme), []byte("da"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.SetTheme("none"); err != nil || s.Theme() != "none" || s.has(nextTheme) {
		t.Errorf("after a kill: %v, %q", err, s.Theme())
	}
	if err := os.WriteFile(filepath.Join(folder, theme), []byte(strings.Repeat("x", maxTheme+1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := s.Theme(); got != "" {
		t.Errorf("a file that is too large is %q", got)
	}
	if err := os.Remove(filepath.Join(folder, theme)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, theme), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := s.Theme(); got != "" {
		t.Errorf("a folder is %q", got)
	}
	if err := s.SetTheme("light"); err == nil || !strings.HasPrefix(err.Error(), "save theme: ") {
		t.Errorf("a theme in place of a folder: %v", err)
	}
}
