package terminal

import (
	"os"

	"golang.org/x/sys/windows"
)

const ttyName = "CONIN$"

// obeys turns on a console's escape sequences, and reports whether it has them: Windows 10 and
// later.
func obeys(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	return windows.GetConsoleMode(console, &mode) == nil &&
		windows.SetConsoleMode(console, mode|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
