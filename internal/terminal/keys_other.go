//go:build !(linux || darwin || dragonfly || freebsd || netbsd || openbsd)

package terminal

import "os"

// openSource returns nil: reads are passed through. On Windows Bubble Tea takes events
// from the console, where a key is never cut in two.
func openSource(*os.File) source { return nil }
