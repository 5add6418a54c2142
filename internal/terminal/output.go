package terminal

import (
	"os"
	"sync"
)

// An Output is a terminal that several goroutines write to: each write is whole.
type Output struct {
	*os.File
	mu sync.Mutex
}

// Write writes data to the terminal.
func (o *Output) Write(data []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.File.Write(data)
}

// WriteString is like Write.
func (o *Output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }
