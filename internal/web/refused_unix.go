//go:build !windows

package web

import "syscall"

// How a system says that a connection is refused, or closed by the other side.
const (
	errRefused = syscall.ECONNREFUSED
	errReset   = syscall.ECONNRESET
)
