package kept

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"etal/internal/bib"
)

// tides is a work that was fetched at a minute.
func tides(minute int, data string, keys ...string) Work {
	return Work{
		Keys: keys, Type: "text/html", URL: "https://a.example/tides", Notices: []string{"an open copy was opened"}, When: time.Date(2026, 1, 2, 3, minute, 0, 0, time.UTC),
		Record: bib.Item{Type: "book", Title: "Tides\nby wheel", Author: []bib.Name{{Family: "Øye", Given: "A."}}, Issued: &bib.Date{Parts: [][]int{{1950}}}},
		Data:   []byte(data),
	}
}

func put(t *testing.T, s *Store, works ...Work) {
	t.Helper()
	for _, w := range works {
		if err := s.Put(w); err != nil {
			t.Fatal(err)
		}
	}
}

// data returns the data of the works that have one of the keys, as far as they are kept.
func data(s *Store, keys ...string) string {
	var found []string
	for _, key := range keys {
		if w, ok := s.Get(key); ok {
			found = append(found, string(w.Data))
		}
	}
	return strings.Join(found, " ")
}

// A work is what it was, whichever of its keys it is asked for by.
func TestGet(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "etal", "works"))
	if _, ok := s.Get("doi:10.5555/a"); ok || s.All() != nil {
		t.Error("a work before one was kept")
	}
	moon, sun := tides(1, "moon\n\nrises\x00", "doi:10.5555/a", "pmid:1"), tides(2, "", "PMC2")
	put(t, s, moon, sun)
	for _, key := range moon.Keys {
		if got, ok := s.Get("arxiv:1", key); !ok || !reflect.DeepEqual(got, moon) {
			t.Errorf("%s: %+v", key, got)
		}
	}
	if got, ok := s.Get("PMC2"); !ok || len(got.Data) > 0 {
		t.Errorf("empty: %+v", got)
	}
	for _, key := range []string{"", "doi:10.5555/A", "pmid:12"} {
		if w, ok := s.Get(key); ok {
			t.Errorf("%q: %+v", key, w)
		}
	}
	all := s.All()
	moon.Data, sun.Data = nil, nil
	if !reflect.DeepEqual(all, []Work{sun, moon}) {
		t.Errorf("all: %+v", all)
	}
}

// A work takes the place of others with one of its keys.
func TestPutAgain(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, tides(1, "first", "doi:1"), tides(1, "second", "pmid:2"), tides(1, "other", "PMC3"), tides(1, "new", "arxiv:4", "pmid:2", "doi:1"))
	if got := data(s, "doi:1", "pmid:2", "PMC3", "arxiv:4"); got != "new new other new" || len(s.names()) != 2 {
		t.Errorf("%s in %d files", got, len(s.names()))
	}
}

// What was not opened for the longest time goes, by number and by size.
func TestBounds(t *testing.T) {
	for _, tt := range []struct {
		name             string
		maxWorks, maxAll int64
		want             string
	}{
		{"all fit", 4, 10_000, "one two three four"},
		{"three works", 3, 10_000, "one three four"},
		{"two works", 2, 10_000, "one four"},
		{"room for two", 4, 2, "one four"},
	} {
		s := &Store{t.TempDir(), 100, 100_000}
		put(t, s, tides(1, "one", "1"), tides(2, "two", "2"), tides(3, "three", "3"))
		for i, key := range []string{"2", "3", "1"} { // in the order in which they were opened
			at := time.Now().Add(time.Duration(i-10) * time.Minute)
			if err := os.Chtimes(filepath.Join(s.folder, nameOf(key)), at, at); err != nil {
				t.Fatal(err)
			}
		}
		if s.maxWorks, s.maxAll = tt.maxWorks, tt.maxAll; tt.maxAll < 10 { // in works
			info, err := os.Stat(filepath.Join(s.folder, nameOf("1")))
			if err != nil {
				t.Fatal(err)
			}
			s.maxAll = tt.maxAll*info.Size() + 10
		}
		put(t, s, tides(4, "four", "4"))
		if got := data(s, "1", "2", "3", "4"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A work that is opened counts as opened now.
func TestGetCounts(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, tides(1, "one", "1"))
	path, long := filepath.Join(s.folder, nameOf("1")), time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	s.Get("1")
	if info, err := os.Stat(path); err != nil || !info.ModTime().After(long.Add(time.Minute)) {
		t.Errorf("%v, %v", info.ModTime(), err)
	}
}

// What is damaged is not found, and goes when a work is kept; so does what a killed program left behind.
func TestDamage(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, tides(1, "whole", "1"))
	whole, err := os.ReadFile(filepath.Join(s.folder, nameOf("1")))
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range map[string]string{
		"2": "", "3": "{", "4": "{}\ndata", "5": `{"keys":["6"]}` + "\ndata", "7": string(whole), "8": `{"keys":["8"],"url":"` + strings.Repeat("a", maxHead) + "\"}\n",
	} {
		if err := os.WriteFile(filepath.Join(s.folder, nameOf(key)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * leftBehind)
	for name, at := range map[string]time.Time{".new-1": long, ".new-2": time.Now(), "notes.txt": long} {
		path := filepath.Join(s.folder, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(s.folder, "folder"+extension), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := data(s, "1", "2", "3", "4", "5", "6", "7", "8", ""); got != "whole" || len(s.All()) != 1 {
		t.Errorf("found %q, %d works", got, len(s.All()))
	}
	put(t, s, tides(2, "new", "9"))
	entries, err := os.ReadDir(s.folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.ReplaceAll(strings.ReplaceAll(e.Name(), nameOf("1"), "1"), nameOf("9"), "9"))
	}
	if got := strings.Join(names, " "); len(names) != 5 || !strings.Contains(got, ".new-2") || strings.Contains(got, ".new-1") || !strings.Contains(got, "notes.txt") {
		t.Errorf("left: %s", got)
	}
}

// Data that is not what was kept is not opened: a file that was cut, or changed.
func TestDamagedData(t *testing.T) {
	s := New(t.TempDir())
	for name, damage := range map[string]func(string) string{
		"cut":     func(s string) string { return strings.TrimSuffix(s, "tides") },
		"longer":  func(s string) string { return s + "\x00" },
		"changed": func(s string) string { return strings.Replace(s, "the tides", "the tibes", 1) },
	} {
		put(t, s, tides(1, "Of the tides", "1"))
		path := filepath.Join(s.folder, nameOf("1"))
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(damage(string(whole))), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := data(s, "1"); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A folder is not a pattern: what another one holds stays, and what was left behind in this one goes.
func TestFolderWithBrackets(t *testing.T) {
	parent, long := t.TempDir(), time.Now().Add(-2*leftBehind)
	for _, folder := range []string{"a", "[ab]"} {
		path := filepath.Join(parent, folder, unwritten+"1")
		if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, long, long); err != nil {
			t.Fatal(err)
		}
	}
	put(t, New(filepath.Join(parent, "[ab]")), tides(1, "one", "1"))
	for folder, want := range map[string]bool{"a": true, "[ab]": false} {
		if _, err := os.Stat(filepath.Join(parent, folder, unwritten+"1")); (err == nil) != want {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

// Where nothing can be kept there is an error, and nothing half-written; a nil store keeps nothing.
func TestUnwritable(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "works")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := New(path).Put(tides(1, "one", "1")); err == nil || !strings.HasPrefix(err.Error(), "not kept in "+path+": ") {
		t.Errorf("error %v", err)
	}
	if w, ok := New(path).Get("1"); ok {
		t.Errorf("%+v", w)
	}
	var none *Store
	if err := none.Put(tides(1, "one", "1")); err != nil || data(none, "1") != "" || none.All() != nil {
		t.Errorf("a nil store: %v", err)
	}
	s := New(folder)
	put(t, s, tides(1, "no key"), Work{Keys: []string{strings.Repeat("a", maxHead)}})
	if names := s.names(); len(names) != 0 {
		t.Errorf("kept %v", names)
	}
}
