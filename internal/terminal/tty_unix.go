//go:build !windows

package terminal

const ttyName = "/dev/tty"
