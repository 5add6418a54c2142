package terminal

import (
	"os"
	"sync"

	"golang.org/x/term"
)

// A HiddenInput reads what is typed into a terminal without showing it. The zero HiddenInput is ready.
type HiddenInput struct {
	mu    sync.Mutex
	file  *os.File    // from which a line is being read, or nil
	state *term.State // before that
}

// ReadLine reads a line from a terminal without its end.
func (h *HiddenInput) ReadLine(f *os.File) (string, error) {
	state, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", err
	}
	h.set(f, state)
	defer h.set(nil, nil)
	line, err := term.ReadPassword(int(f.Fd()))
	return string(line), err
}

func (h *HiddenInput) set(f *os.File, state *term.State) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.file, h.state = f, state
}

// Restore shows again what is typed, for a program that ends while a line is being read.
func (h *HiddenInput) Restore() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.file != nil {
		_ = term.Restore(int(h.file.Fd()), h.state)
	}
}
