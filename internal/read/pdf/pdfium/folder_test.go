package pdfium

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What a program keeps is removed when it is old, but for the code of this version.
func TestRemoveOld(t *testing.T) {
	e := New(filepath.Join(t.TempDir(), "etal"), nil)
	own := filepath.Base(e.folder())
	for name, isOld := range map[string]bool{own + "/a": true, own + "/1.tmp": true, own + "/2.tmp": false, "pdfium-1": true, "pdfium-1.tmp": true, "pdfium-2": false, "other": true} {
		path := filepath.Join(e.cache, filepath.FromSlash(name))
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, "code"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if isOld {
			if err := os.Chtimes(path, time.Time{}, time.Now().Add(-2*unused)); err != nil {
				t.Fatal(err)
			}
		}
	}
	e.removeOld()
	left, err := filepath.Glob(filepath.Join(e.cache, "*"))
	within, _ := filepath.Glob(filepath.Join(e.folder(), "*"))
	if err != nil || len(left) != 3 || len(within) != 2 {
		t.Errorf("left are %v and %v (%v)", left, within, err)
	}
}

// The code is kept where files can be written.
func TestWorkFolder(t *testing.T) {
	cache := t.TempDir()
	blocked := filepath.Join(cache, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]bool{"": false, blocked: false, filepath.Join(cache, "new"): true} {
		if work := New(folder, nil).workFolder(); (work != "") != want {
			t.Errorf("%q: %q", folder, work)
		}
	}
}

// Declarations are a module as it was but for the bodies of its functions.
func TestDeclarations(t *testing.T) {
	const head = "\x00asm\x01\x00\x00\x00"
	for wasm, want := range map[string]string{
		head: head,
		head + "\x01\x02ab\x0a\x05\x01\x03\x00\x01\x0b\x0b\x01c": head + "\x01\x02ab\x0a\x05\x01\x03\x00\x00\x0b\x0b\x01c",
		head + "\x0a\x09\x02\x04\x00\x01\x01\x0b\x02\x00\x0b":    head + "\x0a\x09\x02\x03\x00\x00\x0b\x03\x00\x00\x0b",
		"\x00asm":                 "",
		head + "\x01":             "",
		head + "\x01\x03ab":       "",
		head + "\x0a\x01\x09":     "",
		head + "\x0a\x01\xff":     "",
		head + "\x0a\xff\xff\xff": "",
	} {
		if got, err := declarations([]byte(wasm)); string(got) != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v, want %q", wasm, got, err, want)
		}
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
