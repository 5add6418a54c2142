//go:build linux || darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// tty is the source that is a terminal. It reads the descriptor itself because an
// os.File cannot be asked whether it has input, and waits with select because on macOS
// poll does not know terminals.
type tty struct {
	fd  int
	buf [len(pasteEnd)]byte
}

func openSource(f *os.File) source {
	fd := f.Fd()
	if fd >= fdSetSize {
		return nil // select cannot wait for it
	}
	return &tty{fd: int(fd)}
}

const fdSetSize = 1024

func (t *tty) now() time.Time { return time.Now() }

func (t *tty) wait(d time.Duration) (bool, error) {
	deadline := time.Now().Add(d)
	for {
		var set unix.FdSet
		set.Set(t.fd)
		var left *unix.Timeval
		if d >= 0 {
			v := unix.NsecToTimeval(int64(max(0, time.Until(deadline))))
			left = &v
		}
		n, err := unix.Select(t.fd+1, &set, nil, nil, left)
		if !errors.Is(err, unix.EINTR) {
			return n > 0, err
		}
	}
}

func (t *tty) read(n int) ([]byte, error) {
	for {
		n, err := unix.Read(t.fd, t.buf[:min(n, len(t.buf))])
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EAGAIN):
			return nil, nil
		case errors.Is(err, unix.EIO), err == nil && n == 0:
			return nil, ErrGone
		case err != nil:
			return nil, err
		}
		return t.buf[:n], nil
	}
}

func (t *tty) waiting() int {
	n, err := unix.IoctlGetInt(t.fd, fionread)
	if err != nil {
		return 0
	}
	return n
}
