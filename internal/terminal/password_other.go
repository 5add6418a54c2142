//go:build !(linux || darwin || dragonfly || freebsd || netbsd || openbsd)

package terminal

import "os"

// hideTyped does nothing: a console shows only what is typed while a line is being read.
func hideTyped(*os.File) error { return nil }
