package places

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"etal/internal/article"
)

// kills is how often a program is killed while it puts marks: go test ./internal/places -kills 1000
var kills = flag.Int("kills", 40, "how often a program is killed while it puts marks")

// TestMain is also the program that the tests here start: it puts marks until it is
// killed or has put enough, and says which it has put.
func TestMain(m *testing.M) {
	if folder := os.Getenv("ETAL_TEST_PLACES"); folder != "" {
		// However busy the machine is, the other program gets done.
		keepPutting(&Store{folder, time.Hour}, os.Getenv("ETAL_TEST_ARTICLE"))
		return
	}
	os.Exit(m.Run())
}

// enough is how many marks a program puts that is not killed.
const enough = 200

func keepPutting(s *Store, name string) {
	// Long records, so that the file is often written anew.
	long := map[string]article.Place{}
	for i := range 26 {
		long[string(rune('a'+i))] = article.Place{Before: strings.Repeat("b", 48), After: strings.Repeat("a", 48)}
	}
	for i := range enough {
		key := fmt.Sprintf("%s-%d", name, i%4)
		if err := s.Put(Mark{Article: key, When: noon, Place: article.Place{Offset: i + 1}, Letters: long}); err != nil {
			fmt.Println("failed", err)
			continue
		}
		fmt.Println(key, i+1)
	}
}

// putting returns a program that puts marks into a store, and its output.
func putting(t *testing.T, s *Store, name string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "ETAL_TEST_PLACES="+s.folder, "ETAL_TEST_ARTICLE="+name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// follow notes the marks that a program says it has put, until it ends.
func follow(t *testing.T, lines *bufio.Scanner, kept map[string]int) {
	for lines.Scan() {
		var key string
		var offset int
		if _, err := fmt.Sscan(lines.Text(), &key, &offset); err != nil || key == "failed" {
			t.Errorf("the program says %q", lines.Text())
			continue
		}
		kept[key] = offset
	}
}

// Killed at any moment, a program loses nothing that it had put, damages nothing and
// leaves nothing behind.
func TestKill(t *testing.T) {
	n := *kills
	if testing.Short() {
		n = 20
	}
	s := New(t.TempDir())
	resumed := 0
	for range n {
		kept := map[string]int{}
		cmd, lines := putting(t, s, "tides")
		timer := time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { cmd.Process.Kill() })
		follow(t, lines, kept)
		cmd.Wait()
		timer.Stop()
		if s.has(next) {
			resumed++
		}
		r := read(t, s)
		for key, offset := range kept {
			// The one after it may have been put without having been said.
			if got, ok := r[key]; !ok || got.Place.Offset != offset && got.Place.Offset != offset+4 || len(got.Letters) != 26 {
				t.Errorf("%s is at %d, put at %d", key, got.Place.Offset, offset)
			}
		}
		for name := range files(t, s) {
			if name != current && name != older && name != locked {
				t.Errorf("%s is left over", name)
			}
		}
	}
	t.Logf("%d kills, %d of them while the file was written anew", n, resumed)
}

// Two programs at once lose nothing of each other's.
func TestTwoPrograms(t *testing.T) {
	s := &Store{filepath.Join(t.TempDir(), "etal"), time.Hour}
	kept := []map[string]int{{}, {}}
	var both sync.WaitGroup
	for i, name := range []string{"ebb", "flow"} {
		cmd, lines := putting(t, s, name)
		both.Go(func() {
			follow(t, lines, kept[i])
			cmd.Wait()
		})
	}
	for reading := true; reading; { // a third reads meanwhile
		done := make(chan struct{})
		go func() { both.Wait(); close(done) }()
		select {
		case <-done:
			reading = false
		case <-time.After(time.Millisecond):
			read(t, s)
		}
	}
	r := read(t, s)
	for _, one := range kept {
		if len(one) != 4 {
			t.Errorf("kept %v", one)
		}
		for key, offset := range one {
			if got := r[key]; got.Place.Offset != offset {
				t.Errorf("%s is at %d, put at %d", key, got.Place.Offset, offset)
			}
		}
	}
}
