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

// stop stops the process as TSTP would. In the process group of the session leader, as in
// "xterm -e etal", it has no effect: no shell could ever continue the process.
func stop() {
	sig := syscall.SIGSTOP
	session, err := unix.Getsid(0)
	group, err2 := unix.Getpgid(0)
	if err == nil && err2 == nil && group == session {
		sig = sigContinue
	}
	_ = unix.Kill(unix.Getpid(), sig)
}

// raise sends sig to the process and waits, since another thread may receive it.
func raise(sig os.Signal) {
	if n, ok := sig.(syscall.Signal); ok && unix.Kill(unix.Getpid(), n) == nil {
		time.Sleep(100 * time.Millisecond)
	}
}
