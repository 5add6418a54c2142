//go:build !windows

package terminal

import (
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

var ending = []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}

const (
	sigStop     = syscall.SIGTSTP
	sigContinue = syscall.SIGCONT
	sigQuit     = syscall.SIGQUIT
)

// stop stops the process as TSTP would. It has no effect, and the process goes on at
// once, where no shell could ever continue it: in the group of the session's leader,
// as in "xterm -e etal".
func stop() {
	sig := syscall.SIGSTOP
	session, err := unix.Getsid(0)
	group, err2 := unix.Getpgid(0)
	if err == nil && err2 == nil && group == session {
		sig = sigContinue
	}
	_ = unix.Kill(unix.Getpid(), sig)
}

// raise sends sig to the process. The signal may reach another thread, so it waits.
func raise(sig os.Signal) {
	if n, ok := sig.(syscall.Signal); ok && unix.Kill(unix.Getpid(), n) == nil {
		time.Sleep(100 * time.Millisecond)
	}
}
