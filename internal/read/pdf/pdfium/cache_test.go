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

// Code is compiled once for a folder, and again where what was kept is damaged or for another machine.
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
	opens := func(when string, want int) {
		t.Helper()
		if open(); prepared != want || done != want {
			t.Errorf("%s: prepared %d times, done %d times, want %d", when, prepared, done, want)
		}
	}
	change := func(how func(path string) error) {
		t.Helper()
		err := filepath.WalkDir(cache, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || filepath.Ext(path) == ".wasm" {
				return err
			}
			return how(path)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	opens("first", 1)
	opens("kept", 1)
	change(func(path string) error { return os.Truncate(path, 1000) })
	opens("damaged", 2)
	change(os.Remove) // as if it were for another machine, which looks for another name
	opens("missing", 3)
	opens("kept again", 3)
}
