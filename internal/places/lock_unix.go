//go:build unix

package places

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFile waits until no other program has the file locked, and locks it.
func lockFile(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX)
		if err != unix.EINTR {
			return err
		}
	}
}
