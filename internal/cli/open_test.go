package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"etal/internal/library"
	"etal/internal/obtain"
)

// In a folder, an article that cannot be read is a warning, and the others are read; named by
// itself, it is an error.
func TestUnreadableArticle(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("# Tides"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := library.New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("read b.md: internal error")
	tests := []struct {
		args    []string
		visited []string
		warning string
		err     error
	}{
		{[]string{folder}, []string{"a", "c"}, "etal: read b.md: internal error\n", nil},
		{[]string{filepath.Join(folder, "b.md")}, nil, "", broken},
	}
	for _, tt := range tests {
		var visited []string
		var warnings bytes.Buffer
		err := eachSource(env{stderr: &warnings}, l, readFlags{}, tt.args, func(entry *library.Entry, _ library.Source) error {
			if entry.ID.String() == "b" {
				return broken
			}
			visited = append(visited, entry.ID.String())
			return nil
		})
		if !slices.Equal(visited, tt.visited) || warnings.String() != tt.warning || err != tt.err {
			t.Errorf("%q: visited %q, warned %q, error %v", tt.args, visited, warnings.String(), err)
		}
	}
}
