//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

import "golang.org/x/sys/unix"

const (
	fionread = 0x4004667f // FIONREAD, which golang.org/x/sys does not have for these systems
	getModes = unix.TIOCGETA
	setModes = unix.TIOCSETA
)
