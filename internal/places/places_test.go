package places

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"etal/internal/article"
)

// The test program is also the program that is killed: with a folder in the environment it
// puts marks there until it is, and prints the number of each that was kept.
func TestMain(m *testing.M) {
	if folder := os.Getenv("ETAL_TEST_PLACES"); folder != "" {
		s := New(folder)
		for n := 1; ; n++ {
			if err := s.Put(mark(os.Getenv("ETAL_TEST_ARTICLE"), n)); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			fmt.Println(n)
		}
	}
	os.Exit(m.Run())
}

func mark(key string, n int) Mark {
	return Mark{
		Article: key, When: time.Date(2026, 11, 23, 0, 0, n, 0, time.UTC), Share: 0.5,
		Place:   article.Place{Offset: n, Length: 1000, Before: "as sailors knew ", After: "long before"},
		Letters: map[string]article.Place{"a": {Offset: 3}},
	}
}

func put(t *testing.T, s *Store, marks ...Mark) {
	t.Helper()
	for _, m := range marks {
		if err := s.Put(m); err != nil {
			t.Fatal(err)
		}
	}
}

func offset(t *testing.T, s *Store, key string) int {
	t.Helper()
	m, ok := s.Get(key)
	if !ok {
		return -1
	}
	if all, err := s.All(); err != nil || all[key].Place.Offset != m.Place.Offset {
		t.Errorf("all have %s at %d, get has it at %d (%v)", key, all[key].Place.Offset, m.Place.Offset, err)
	}
	return m.Place.Offset
}

func TestStore(t *testing.T) {
	s := New(filepath.Join(t.TempDir(), "state", "etal"))
	if offset(t, s, "a") != -1 {
		t.Error("an empty store has a mark")
	}
	put(t, s, mark("a", 1), mark(`b "quoted"`, 2), mark("a", 3))
	for key, want := range map[string]int{"a": 3, `b "quoted"`: 2, "c": -1, "": -1} {
		if got := offset(t, New(filepath.Dir(s.path)), key); got != want {
			t.Errorf("%q: at %d, want %d", key, got, want)
		}
	}
	if m, _ := s.Get("a"); m.Letters["a"].Offset != 3 || m.Place.After != "long before" || m.Share != 0.5 {
		t.Errorf("kept %+v", m)
	}
	if info, err := os.Stat(s.path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the places: %v, %v", info.Mode(), err)
	}
}

// A torn record is no record, and spoils none after it.
func TestTorn(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, mark("a", 1), mark("b", 2))
	data, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := len(header); cut < len(data); cut++ {
		if err := os.WriteFile(s.path, data[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		put(t, s, mark("c", 3))
		if got := offset(t, s, "c"); got != 3 {
			t.Fatalf("cut at %d: at %d", cut, got)
		}
		if first := strings.IndexByte(string(data[len(header):]), '\n') + len(header); cut > first && offset(t, s, "a") != 1 {
			t.Fatalf("cut at %d: the record before is lost", cut)
		}
	}
}

// A damaged file is set aside as it is, and said to be; the mark is kept.
func TestDamaged(t *testing.T) {
	s := New(t.TempDir())
	garbage := "\x00\x01not places at all\n{"
	if err := os.WriteFile(s.path, []byte(garbage), 0o600); err != nil {
		t.Fatal(err)
	}
	if offset(t, s, "a") != -1 {
		t.Error("found something in garbage")
	}
	var damaged *DamagedError
	if err := s.Put(mark("a", 1)); !errors.As(err, &damaged) {
		t.Fatalf("put into a damaged file: %v", err)
	}
	kept, err := os.ReadFile(damaged.Aside)
	if err != nil || !strings.HasPrefix(string(kept), garbage) {
		t.Errorf("set aside %q, %v", kept, err)
	}
	put(t, s, mark("a", 2))
	if got := offset(t, s, "a"); got != 2 {
		t.Errorf("at %d", got)
	}
}

// A file that has grown large is written anew with the last record of each article.
func TestCompact(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, mark("a", 1), mark("b", 2))
	f, err := os.OpenFile(s.path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	line := `{"article":"a","place":{"offset":7}}` + "\n"
	if _, err := f.WriteString(strings.Repeat(line, compactFrom/len(line)+1)); err != nil {
		t.Fatal(err)
	}
	f.Close()
	put(t, s, mark("c", 3))
	if info, _ := os.Stat(s.path); info.Size() > 10_000 {
		t.Errorf("%d bytes are left", info.Size())
	}
	for key, want := range map[string]int{"a": 7, "b": 2, "c": 3} {
		if got := offset(t, s, key); got != want {
			t.Errorf("%s: at %d, want %d", key, got, want)
		}
	}
	if names, _ := filepath.Glob(s.path + "*"); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

// A folder that cannot be written to is an error, and nothing else.
func TestReadOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := New(filepath.Join(file, "etal")).Put(mark("a", 1)); err == nil {
		t.Error("wrote into a file as if it were a folder")
	}
}

// Programs that are killed lose nothing that they had kept, and two at once lose nothing of
// each other.
func TestKilled(t *testing.T) {
	folder := t.TempDir()
	last := map[string]int{}
	for round := range 8 {
		writers := map[string]*exec.Cmd{}
		for _, key := range []string{"a", "b"} {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "ETAL_TEST_PLACES="+folder, "ETAL_TEST_ARTICLE="+key)
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			writers[key] = cmd
			lines := bufio.NewScanner(out)
			for range 3 + 7*round { // killed in the middle of what comes next
				if !lines.Scan() {
					t.Fatal("the writer ended")
				}
				if last[key], err = strconv.Atoi(lines.Text()); err != nil {
					t.Fatal(lines.Text())
				}
			}
		}
		for key, cmd := range writers {
			_ = cmd.Process.Kill()
			_ = cmd.Wait() // it was killed
			if got := offset(t, New(folder), key); got < last[key] {
				t.Errorf("round %d: %s at %d, and %d was kept", round, key, got, last[key])
			}
		}
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "*")); len(names) != 1 {
		t.Errorf("left over: %v", names)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + `{"article":"a","place":{"offset":7},"share":2}` + "\n{")
	f.Add("{\"article\":\"a\"}\n\n\x00")
	f.Fuzz(func(t *testing.T, file string) {
		s := New(t.TempDir())
		if err := os.WriteFile(s.path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		before, err := s.All()
		if err != nil {
			t.Fatal(err)
		}
		var damaged *DamagedError
		if err := s.Put(mark("new", 1)); err != nil && !errors.As(err, &damaged) {
			t.Fatal(err)
		}
		after, err := s.All()
		if err != nil || after["new"].Place.Offset != 1 {
			t.Fatalf("%v, %v", after, err)
		}
		for key, m := range before {
			if key != "new" && after[key].Place != m.Place {
				t.Errorf("%q was at %v and is at %v", key, m.Place, after[key].Place)
			}
		}
	})
}

func BenchmarkGet(b *testing.B) {
	s := New(b.TempDir())
	for n := range 3000 {
		if err := s.Put(mark("/home/reader/articles/number-"+strconv.Itoa(n)+".md", n)); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, ok := s.Get("/home/reader/articles/number-5.md"); !ok {
			b.Fatal("lost")
		}
	}
}
