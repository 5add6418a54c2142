package terminal

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/windows"
)

// detach runs a command without our console and its signals.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | syscall.CREATE_NEW_PROCESS_GROUP}
}
