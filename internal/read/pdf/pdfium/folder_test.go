package pdfium

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// The code is kept where it can be written; that of other versions is removed when it is old.
func TestFolder(t *testing.T) {
	cache := filepath.Join(t.TempDir(), "etal")
	if folder, keeps := New("", nil).folder(); folder != "" || keeps {
		t.Errorf("no folder: %s, %v", folder, keeps)
	}
	e := New(cache, nil)
	folder, keeps := e.folder()
	if want := filepath.Join(cache, version()); folder != want || !keeps || holdsFile(folder) {
		t.Errorf("%s keeps %v, holds a file %v", folder, keeps, holdsFile(folder))
	}
	for _, name := range []string{version() + "/a/code", "pdfium-1/a/code", "pdfium-1.tmp/code", "pdfium-2/a/code", "other/file"} {
		path := filepath.Join(cache, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"pdfium-1", "pdfium-1.tmp", version(), "other"} {
		if err := os.Chtimes(filepath.Join(cache, name), time.Time{}, time.Now().Add(-2*unused)); err != nil {
			t.Fatal(err)
		}
	}
	e.removeOthers()
	entries, err := os.ReadDir(cache)
	if err != nil || len(entries) != 3 || !holdsFile(filepath.Join(cache, "pdfium-2")) || !holdsFile(folder) || !holdsFile(filepath.Join(cache, "other")) {
		t.Errorf("left are %v (%v)", entries, err)
	}
	removeFiles(folder)
	if holdsFile(folder) {
		t.Error("files are left")
	}
	blocked := filepath.Join(cache, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if folder, keeps := New(blocked, nil).folder(); keeps {
		t.Errorf("%s can be kept in a file", folder)
	}
}

// A file that can have no page is refused without starting the engine.
func TestNoPages(t *testing.T) {
	e := New("", func(bool) func() {
		t.Error("the engine starts")
		return func() {}
	})
	for _, data := range []string{"", "%PDF-1.7\n", "%PDF-1.7\n1 0 obj<<>>endobj\n"} {
		if _, err := e.Open([]byte(data), ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", data, err)
		}
	}
	for _, data := range []string{"<</Type/Page>>", "<< /Type /ObjStm >>"} {
		if !mayHavePages([]byte(data)) {
			t.Errorf("%q may have pages", data)
		}
	}
}
