//go:build unix

package places

import (
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"
)

// On a full disk a write ends anywhere: the old state stays, or the new one is there.
func TestFullDisk(t *testing.T) {
	if limit, err := strconv.ParseUint(os.Getenv("ETAL_TEST_LIMIT"), 10, 64); err == nil {
		putWithin(limit)
		return
	}
	for limit := 0; limit <= 700; limit += 25 {
		for _, torn := range []bool{false, true} {
			s := New(t.TempDir())
			put(t, s, Mark{Article: "tides", Place: at(1)})
			if torn { // so that the file is written anew
				text, _ := s.load(current)
				write(t, s, current, text+"{")
			}
			cmd := exec.Command(os.Args[0], "-test.run=^TestFullDisk$")
			cmd.Env = append(os.Environ(), "ETAL_TEST_LIMIT="+strconv.Itoa(limit), "ETAL_TEST_FOLDER="+s.folder)
			_, err := cmd.CombinedOutput()
			said := err == nil
			tides, _ := s.Get("tides")
			if o := tides.Place.Offset; o != 1 && o != 2 || said != (o == 2) {
				t.Errorf("within %d bytes: at %d, kept: %t", limit, o, said)
			}
			if s.has(next) {
				t.Errorf("within %d bytes: the next file is left over", limit)
			}
			put(t, s, Mark{Article: "tides", Place: at(3)})
			if tides, _ := s.Get("tides"); tides.Place != at(3) {
				t.Errorf("within %d bytes: not kept once there is room", limit)
			}
		}
	}
}

// putWithin puts a mark where no file may be longer than limit bytes, and ends the
// program with 1 when that fails.
func putWithin(limit uint64) {
	signal.Ignore(unix.SIGXFSZ) // the write fails instead
	err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: limit, Max: limit})
	if err == nil {
		err = New(os.Getenv("ETAL_TEST_FOLDER")).Put(Mark{Article: "tides", Place: at(2)})
	}
	if err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}
