package console

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"etal/internal/terminal"
)

// A Preparation shows that the PDF reader is being compiled for this machine: in a line, or where the
// terminal is the reader's by its [Preparation.Status].
type Preparation struct {
	Line   Line
	Warn   func(message string)
	Folder string // in which the code is kept, empty for none

	mu     sync.Mutex
	begun  time.Time // the zero time if nothing is being prepared
	silent bool      // the terminal is the reader's
}

// interval is the time between two updates of the line.
const interval = 200 * time.Millisecond

// Begin shows it until done is called, and warns if the code cannot be kept.
func (p *Preparation) Begin(kept bool) (done func()) {
	p.mu.Lock()
	p.begun = time.Now()
	silent := p.silent
	p.mu.Unlock()
	if !kept && !silent {
		p.Warn(p.unkept())
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	terminal.Go(func() {
		defer close(stopped)
		for !silent {
			p.Line.Show("etal: " + p.Status())
			select {
			case <-stop:
				return
			case <-time.After(interval):
			}
		}
	}, func(error) {})
	return func() {
		close(stop)
		<-stopped
		p.Line.Erase()
		p.mu.Lock()
		defer p.mu.Unlock()
		p.begun = time.Time{}
	}
}

// Warm calls warm while the program starts, if an argument names a PDF.
func Warm(args []string, warm func()) {
	if slices.ContainsFunc(args, func(arg string) bool { return strings.EqualFold(filepath.Ext(arg), ".pdf") }) {
		terminal.Go(warm, func(error) {})
	}
}

// unkept says what it costs that the code is not kept.
func (p *Preparation) unkept() string {
	why := "the environment names no home directory"
	if p.Folder != "" {
		why = p.Folder + " cannot be written"
	}
	return "the PDF reader is prepared in every run, which takes some seconds: " + why
}

// Status returns the message while the PDF reader is being prepared, else "".
func (p *Preparation) Status() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.begun.IsZero() {
		return ""
	}
	return fmt.Sprintf("preparing the PDF reader (once) … %d s", int(time.Since(p.begun).Seconds()))
}

// Silence leaves the terminal to the reader.
func (p *Preparation) Silence() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = true
}
