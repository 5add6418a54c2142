package console

import (
	"fmt"
	"os"
	"sync"

	"etal/internal/safe"
	"etal/internal/terminal"
)

// maxPasswords is how many passwords can be typed for an article, as for sudo.
const maxPasswords = 3

// Passwords asks for the passwords of encrypted articles, each once.
type Passwords struct {
	stdin, tty, errTTY *os.File
	hidden             terminal.HiddenInput

	mu      sync.Mutex
	typed   map[string]string // by the names of the articles
	tries   map[string]int
	stopped bool
}

// NewPasswords returns Passwords that ask on standard error. The files of standard output and standard error
// are nil if they are not terminals.
func NewPasswords(stdin, tty, errTTY *os.File) *Passwords {
	return &Passwords{stdin: stdin, tty: tty, errTTY: errTTY, typed: map[string]string{}, tries: map[string]int{}}
}

// keyboard returns the terminal at which a password can be typed: standard input, or the controlling
// terminal if standard input is redirected. It returns nil without a terminal.
func (p *Passwords) keyboard() *os.File {
	switch {
	case p.errTTY == nil:
		return nil
	case terminal.IsTerminal(p.stdin):
		return p.stdin
	case p.tty == nil:
		return nil
	}
	tty, err := terminal.OpenTTY()
	if err != nil {
		return nil
	}
	return tty
}

// Ask returns the password of an article that was typed before, unless it is wrong, or asks for it. It
// reports whether there is one.
func (p *Passwords) Ask(name string, wrong bool) (password string, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if typed, known := p.typed[name]; known && !wrong {
		return typed, true
	}
	if p.stopped || p.tries[name] == maxPasswords {
		return "", false
	}
	keyboard := p.keyboard()
	if keyboard == nil {
		return "", false
	}
	p.tries[name]++
	question := "password of " + safe.Line(name).String() + ": "
	if wrong {
		question = "wrong; " + question
	}
	password, err := p.hidden.ReadLine(keyboard, func() { fmt.Fprint(p.errTTY, "etal: "+question) })
	fmt.Fprintln(p.errTTY)
	if err != nil || password == "" {
		p.tries[name] = maxPasswords
		return "", false
	}
	p.typed[name] = password
	return password, true
}

// Stop stops asking: the terminal is the reader's.
func (p *Passwords) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
}

// Restore shows again what is typed, for a program that ends while it asks.
func (p *Passwords) Restore() { p.hidden.Restore() }
