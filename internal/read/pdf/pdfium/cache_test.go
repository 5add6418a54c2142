//go:build !race

package pdfium_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/pdf/pdftest"
)

// Code is compiled once for a folder, and again where what was kept is damaged.
func TestCache(t *testing.T) {
	data := pdftest.File("", []string{"Tides follow the moon."})
	cache := t.TempDir()
	prepared, done := 0, 0
	open := func() {
		t.Helper()
		e := pdfium.New(cache, func(kept bool) func() {
			if prepared++; !kept {
				t.Error("it cannot be kept")
			}
			return func() { done++ }
		})
		if prepared != done {
			t.Error("it is prepared before a file is opened")
		}
		d, err := e.Open(data, "")
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		if p, err := d.Page(1); err != nil || len(p.Glyphs) == 0 {
			t.Errorf("page 1: %v, %v", p, err)
		}
	}
	open()
	if prepared != 1 || done != 1 {
		t.Errorf("prepared %d times, done %d times", prepared, done)
	}
	open()
	if prepared != 1 {
		t.Errorf("prepared %d times", prepared)
	}
	err := filepath.WalkDir(cache, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return os.Truncate(path, 1000)
	})
	if err != nil {
		t.Fatal(err)
	}
	open()
}
