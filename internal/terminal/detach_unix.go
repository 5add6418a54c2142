//go:build !windows

package terminal

import (
	"os/exec"
	"syscall"
)

// detach runs a command in a session of its own, without our terminal and its signals.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
