//go:build !(linux || darwin || dragonfly || freebsd || netbsd || openbsd)

package terminal

import "os"

// openSource returns nil: reads are passed through. On Windows Bubble Tea reads events from
// the console, which never cuts a key in two.
func openSource(*os.File) source { return nil }
