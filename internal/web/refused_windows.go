package web

import "golang.org/x/sys/windows"

// How Windows says that a connection is refused, or closed by the other side: its sockets have
// numbers of their own.
const (
	errRefused = windows.WSAECONNREFUSED
	errReset   = windows.WSAECONNRESET
)
