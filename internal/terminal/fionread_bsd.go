//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package terminal

// fionread is FIONREAD, which golang.org/x/sys does not have for these systems.
const fionread = 0x4004667f
