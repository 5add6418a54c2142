package terminal

import (
	"os"

	"golang.org/x/sys/windows"
)

const ttyName = "CONIN$"

// obeys has a console obey escape sequences, which Windows has them do only when asked, and
// reports whether it does: those before Windows 10 cannot.
func obeys(f *os.File) bool {
	var mode uint32
	console := windows.Handle(f.Fd())
	return windows.GetConsoleMode(console, &mode) == nil &&
		windows.SetConsoleMode(console, mode|windows.ENABLE_PROCESSED_OUTPUT|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
