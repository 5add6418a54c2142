package terminal

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// detach gives a command no console, so that it has none to write to and gets none of its
// signals.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | syscall.CREATE_NEW_PROCESS_GROUP}
}
