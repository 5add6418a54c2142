package terminal

import (
	"os"
	"syscall"
)

var ending = []os.Signal{os.Interrupt, syscall.SIGTERM}

// Windows has no such signals.
var sigStop, sigContinue, sigQuit os.Signal

func stop() {}

func raise(os.Signal) {}
