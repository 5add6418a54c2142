package places

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files returns the names of the files in a store and what is in them.
func files(t *testing.T, s *Store) map[string]string {
	t.Helper()
	found := map[string]string{}
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(s.path(e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		found[e.Name()] = string(text)
	}
	return found
}

func write(t *testing.T, s *Store, name, text string) {
	t.Helper()
	if err := os.WriteFile(s.path(name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A damaged file is renamed with an error; what can be read of it is kept.
func TestDamaged(t *testing.T) {
	const head = `{"etal":"places","version":1,"size":0}` + "\n"
	tides, _ := encode(Mark{Article: "tides", When: noon, Place: at(1)})
	moon, _ := encode(Mark{Article: "moon", When: noon, Place: at(2)})
	tests := []struct {
		name, text string
		kept       bool // the mark in it
		said       string
	}{
		{"empty", "", false, "not written by etal"},
		{"zeros", strings.Repeat("\x00", 4096), false, "not written by etal"},
		{"another program's", `{"version": 1, "articles": []}` + "\n", false, "not written by etal"},
		{"half a header", head[:20], false, "not written by etal"},
		{"a later version", strings.Replace(head, ":1", ":99", 1) + tides, false, "version 99"},
		{"its end missing", strings.Replace(head, `"size":0`, `"size":9999`, 1) + tides, true, "truncated"},
		{"zeros in the middle", head + strings.Repeat("\x00", 512) + "\n" + tides, true, "partly unreadable"},
	}
	uses := map[string]func(*Store) error{
		"All": func(s *Store) error { _, err := s.All(); return err },
		"Put": func(s *Store) error { return s.Put(Mark{Article: "ebb"}) },
	}
	for _, tt := range tests {
		for use, do := range uses {
			t.Run(tt.name+"/"+use, func(t *testing.T) {
				s := New(t.TempDir())
				write(t, s, older, head+moon)
				write(t, s, current, tt.text)
				if _, ok := s.Get("moon"); !ok || s.has(fmt.Sprintf(damaged, 1)) {
					t.Error("Get sets the file aside, or does not look at the older copy")
				}
				err := do(s)
				if err == nil { // saving adds a line to what it need not read
					_, err = s.All()
				}
				var set *DamagedError
				if !errors.As(err, &set) || !strings.Contains(err.Error(), tt.said) {
					t.Fatalf("said %v", err)
				}
				if aside, err := os.ReadFile(set.Aside); err != nil || !strings.HasPrefix(string(aside), tt.text) {
					t.Errorf("aside is %q, %v", aside, err)
				}
				read(t, s)
				if _, ok := s.Get("tides"); ok != tt.kept {
					t.Errorf("its mark is kept: %t, want %t", ok, tt.kept)
				}
				if _, ok := s.Get("moon"); !ok {
					t.Error("the older copy's mark is lost")
				}
				if _, ok := s.Get("ebb"); ok != (use == "Put") {
					t.Errorf("the new mark is kept: %t", ok)
				}
			})
		}
	}
}

// Each damaged file has a name of its own.
func TestDamagedTwice(t *testing.T) {
	s := New(t.TempDir())
	for _, text := range []string{"one", "two"} {
		write(t, s, current, text)
		if _, err := s.All(); err == nil {
			t.Error("nothing is said")
		}
	}
	found := files(t, s)
	if found["places.jsonl.damaged-1"] != "one" || found["places.jsonl.damaged-2"] != "two" {
		t.Errorf("%q", found)
	}
}

// A record in the right shape that cannot be decoded is noticed before it is dropped.
func TestSpoiltRecord(t *testing.T) {
	s := New(t.TempDir())
	line, _ := encode(Mark{Article: "tides", Place: at(1)})
	write(t, s, current, `{"etal":"places","version":1,"size":0}`+"\n"+line+`{"article":"tides","share":"much"}`+"\n"+`{"torn`)
	if r, ok := s.Get("tides"); !ok || r.Place != at(1) {
		t.Errorf("read as %v", r)
	}
	var set *DamagedError
	if err := s.Put(Mark{Article: "moon"}); !errors.As(err, &set) {
		t.Errorf("said %v", err)
	}
	if r, ok := s.Get("tides"); !ok || r.Place != at(1) {
		t.Errorf("read as %v", r)
	}
}

// A program that is killed while it appends leaves a part of a record, which is not damage.
func TestTornLine(t *testing.T) {
	line, _ := encode(Mark{Article: "moon", Place: at(2)})
	for cut := range len(line) {
		s := New(t.TempDir())
		put(t, s, Mark{Article: "tides", Place: at(1)})
		text, _ := s.load(current)
		write(t, s, current, text+line[:cut])
		if _, ok := s.Get("moon"); ok {
			t.Errorf("%d bytes are taken for a record", cut)
		}
		put(t, s, Mark{Article: "ebb", Place: at(3)})
		read(t, s)
		if _, ok := s.Get("tides"); !ok {
			t.Errorf("the record before a torn one of %d bytes is lost", cut)
		}
		if _, ok := s.Get("ebb"); !ok {
			t.Errorf("the record after a torn one of %d bytes is lost", cut)
		}
	}
}

// A program that is killed while it rewrites the file is resumed by the next one.
func TestResumed(t *testing.T) {
	one, two := New(t.TempDir()), New(t.TempDir())
	put(t, one, Mark{Article: "tides", Place: at(1)})
	put(t, two, Mark{Article: "tides", Place: at(2)})
	before, _ := one.load(current)
	after, _ := two.load(current)
	tests := []struct {
		name  string
		files map[string]string
		want  int // the offset, 0 for none
	}{
		{"the first file half written", map[string]string{next: after[:60]}, 0},
		{"the next file half written", map[string]string{current: before, next: after[:60]}, 1},
		{"the next file written", map[string]string{current: before, next: after}, 1},
		{"the current file out of the way", map[string]string{older: before, next: after}, 2},
		{"the current file gone", map[string]string{older: before}, 1},
	}
	for _, tt := range tests {
		for _, use := range []string{"All", "Put"} {
			t.Run(tt.name+"/"+use, func(t *testing.T) {
				s := New(t.TempDir())
				for name, text := range tt.files {
					write(t, s, name, text)
				}
				if use == "Put" {
					put(t, s, Mark{Article: "moon"})
				}
				read(t, s)
				if tides, _ := s.Get("tides"); tides.Place.Offset != tt.want {
					t.Errorf("at %d, want %d", tides.Place.Offset, tt.want)
				}
				if s.has(next) {
					t.Error("the next file is left over")
				}
			})
		}
	}
}

// A mark that cannot be stored is an error, and earlier ones remain.
func TestCannotPut(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, s *Store)
	}{
		{"a folder for its file", func(t *testing.T, s *Store) {
			os.Remove(s.path(current))
			os.Mkdir(s.path(current), 0o700)
		}},
		{"a full folder for its next file", func(t *testing.T, s *Store) {
			os.MkdirAll(filepath.Join(s.path(next), "full"), 0o700)
		}},
		{"a file for its folder", func(t *testing.T, s *Store) {
			os.RemoveAll(s.folder)
			os.WriteFile(s.folder, nil, 0o600)
		}},
	}
	if os.Geteuid() > 0 { // nothing is read-only for root, nor by these modes on Windows
		tests = append(tests, struct {
			name  string
			spoil func(t *testing.T, s *Store)
		}{"a read-only folder", func(t *testing.T, s *Store) {
			os.Chmod(s.path(current), 0o400)
			os.Chmod(s.folder, 0o500)
			t.Cleanup(func() { os.Chmod(s.folder, 0o700) })
		}})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(filepath.Join(t.TempDir(), "etal"))
			put(t, s, Mark{Article: "tides", Place: at(1)})
			whole := s.fits(0)
			tt.spoil(t, s)
			if err := s.Put(Mark{Article: "moon"}); err == nil {
				t.Error("nothing is said")
			}
			_, err := s.All()
			if tides, ok := s.Get("tides"); whole && s.fits(0) && (err != nil || !ok || tides.Place != at(1)) {
				t.Errorf("%v, %v", tides, err)
			}
		})
	}
}
