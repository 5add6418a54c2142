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

// ReadLine asks with ask and reads the line that is then typed into a terminal, without its end. Nothing
// typed is shown from before the question on, so that it does not matter how fast the answer comes.
func (h *HiddenInput) ReadLine(f *os.File, ask func()) (string, error) {
	state, err := term.GetState(int(f.Fd()))
	if err != nil {
		return "", err
	}
	h.set(f, state)
	defer h.set(nil, nil)
	if err := hideTyped(f); err != nil {
		return "", err
	}
	defer h.Restore()
	ask()
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
