//go:build unix

package library

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"etal/internal/read"
)

// newPipe returns a named pipe.
func newPipe(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// An article from a pipe, such as a shell's <(...), can be read more than once.
func TestPipe(t *testing.T) {
	path := newPipe(t)
	go func() { _ = os.WriteFile(path, []byte("# Tides\n\nThe moon does it."), 0) }()
	entries, err := newLibrary(t).Open(path, read.Reader{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if a, err := entries[0].Read(); err != nil || a.Title.String() != "Tides" {
			t.Errorf("got %v, %v", a, err)
		}
	}
	if _, ok := entries[0].Stamp(); ok {
		t.Error("it is watched like a file")
	}
}

// A pipe that takes a file's place is refused: nobody may ever write to it.
func TestFileBecomesPipe(t *testing.T) {
	path := newPipe(t)
	if _, err := File(path, read.Reader{}).Read(); err == nil || err.Error() != "open "+path+": not a file" {
		t.Errorf("got %v", err)
	}
}
