//go:build strace

package places

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The tests with the tag strace need that program, and a system on which it may trace:
// go test -tags strace ./internal/places

// Whichever step of keeping a mark fails, and as often as it does, the old state stays or
// the new one is there. The faults are strace's, which answers in the kernel's place.
func TestFaults(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	for _, call := range []string{"openat", "write", "fsync", "close", "renameat"} {
		for _, every := range []int{2, 3, 7} {
			t.Run(fmt.Sprint(call, " ", every), func(t *testing.T) {
				t.Parallel()
				s := New(t.TempDir())
				put(t, s, Mark{Article: "tides-0", Place: at(0)})
				args := []string{"-f", "-qq", "-o", os.DevNull, "-e", fmt.Sprintf("inject=%s:error=EIO:when=%d+%d", call, every, every)}
				for _, name := range []string{current, older, next, ""} {
					args = append(args, "-P", filepath.Join(s.folder, name))
				}
				cmd := exec.Command(strace, append(args, os.Args[0])...)
				cmd.Env = append(os.Environ(), "ETAL_TEST_PLACES="+s.folder, "ETAL_TEST_ARTICLE=tides")
				out, err := cmd.Output()
				if err != nil {
					t.Fatal("strace cannot trace here: ", err)
				}
				kept, failed := map[string]int{}, 0
				for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
					var key string
					var offset int
					if _, err := fmt.Sscan(lines.Text(), &key, &offset); err != nil {
						failed++
						continue
					}
					kept[key] = offset
				}
				if failed == 0 || len(kept) == 0 {
					t.Errorf("%d puts failed, %d articles are kept: %.200s", failed, len(kept), out)
				}
				marks, err := s.All()
				if err != nil {
					t.Errorf("damaged: %v", err)
				}
				for key, offset := range kept {
					if got := marks[key].Place.Offset; got < offset || got > enough {
						t.Errorf("%s is at %d, put at %d", key, got, offset)
					}
				}
				for name := range files(t, s) {
					if name != current && name != older && name != locked {
						t.Errorf("%s is left over", name)
					}
				}
			})
		}
	}
}
