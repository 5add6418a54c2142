//go:build !windows

package terminal

import (
	"os/exec"
	"syscall"
)

// detach gives a command a session of its own, so that it has no terminal to write to and
// gets none of its signals.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
