//go:build linux || darwin

package console

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// A typist types what a terminal asks for, and hears what it shows.
type typist struct {
	t      *testing.T
	screen *os.File // the side of the terminal
	tty    *os.File
	heard  string
}

func newTypist(t *testing.T) *typist {
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		screen.Close()
		tty.Close()
	})
	return &typist{t: t, screen: screen, tty: tty}
}

// until reads what is shown until it ends with a text.
func (ty *typist) until(end string) {
	for p := make([]byte, 1); !strings.HasSuffix(ty.heard, end); {
		if _, err := ty.screen.Read(p); err != nil {
			ty.t.Errorf("after %q: %v", ty.heard, err)
			return
		}
		ty.heard += string(p)
	}
}

func (ty *typist) send(keys string) {
	if _, err := io.WriteString(ty.screen, keys); err != nil {
		ty.t.Error(err)
	}
}

// modes returns the modes of the terminal, one of which shows what is typed.
func (ty *typist) modes() term.State {
	state, err := term.GetState(int(ty.tty.Fd()))
	if err != nil {
		ty.t.Fatal(err)
	}
	return *state
}

func TestPasswords(t *testing.T) {
	ty := newTypist(t)
	p := NewPasswords(ty.tty, nil, ty.tty)
	before := ty.modes()
	type answer struct {
		password string
		ok       bool
	}
	ask := func(name string, wrong bool, typed string) (a answer) {
		ty.heard = ""
		answers := make(chan answer)
		go func() {
			password, ok := p.Ask(name, wrong)
			answers <- answer{password, ok}
		}()
		if typed != "" {
			ty.until(": ")
			ty.send(typed)
			ty.until("\n")
		}
		return <-answers
	}
	for _, tt := range []struct {
		name  string
		wrong bool
		typed string
		want  answer
		shown string
	}{
		{"a.pdf", false, "moon\n", answer{"moon", true}, "etal: password of a.pdf: \r\n"},
		{"a.pdf", false, "", answer{"moon", true}, ""}, // once is enough
		{"a.pdf", true, "sun\n", answer{"sun", true}, "etal: wrong; password of a.pdf: \r\n"},
		{"a.pdf", true, "tide\n", answer{"tide", true}, "etal: wrong; password of a.pdf: \r\n"},
		{"a.pdf", true, "", answer{"", false}, ""}, // three are enough
		{"b\x1b.pdf", false, "\n", answer{"", false}, "etal: password of b␛.pdf: \r\n"},
		{"b\x1b.pdf", false, "", answer{"", false}, ""},
	} {
		if got := ask(tt.name, tt.wrong, tt.typed); got != tt.want || ty.heard != tt.shown {
			t.Errorf("%s, wrong %v: %v, shown %q", tt.name, tt.wrong, got, ty.heard)
		}
	}
	p.Stop()
	if got := ask("c.pdf", false, ""); got.ok || ty.heard != "" {
		t.Errorf("in the reader: %v, shown %q", got, ty.heard)
	}
	if after := ty.modes(); after != before {
		t.Errorf("the terminal's modes are %v, were %v", after, before)
	}
}

// A signal ends the program while it asks: the terminal shows what is typed again.
func TestRestore(t *testing.T) {
	ty := newTypist(t)
	p := NewPasswords(ty.tty, nil, ty.tty)
	before := ty.modes()
	done := make(chan bool)
	go func() {
		p.Ask("a.pdf", false)
		close(done)
	}()
	for ty.modes() == before {
		time.Sleep(time.Millisecond)
	}
	p.Restore()
	if after := ty.modes(); after != before {
		t.Errorf("the terminal's modes are %v, were %v", after, before)
	}
	ty.send("\n")
	<-done
}

// Nobody can type where the terminal is not there.
func TestNoTerminal(t *testing.T) {
	ty := newTypist(t)
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, p := range []*Passwords{NewPasswords(ty.tty, ty.tty, nil), NewPasswords(null, nil, ty.tty)} {
		if _, ok := p.Ask("a.pdf", false); ok {
			t.Error("a password, and nobody typed")
		}
	}
}

func TestPreparation(t *testing.T) {
	ty := newTypist(t)
	var warnings []string
	p := &Preparation{Line: Line{TTY: ty.tty}, Warn: func(s string) { warnings = append(warnings, s) }, Folder: "/cache"}
	if s := p.Status(); s != "" {
		t.Errorf("before: %q", s)
	}
	done := p.Begin(true)
	if s := p.Status(); !strings.HasPrefix(s, "preparing the PDF reader (once) … ") {
		t.Errorf("status %q", s)
	}
	ty.until(" s")
	done()
	ty.until("\r")
	if shown := strings.Trim(ty.heard, "\r "); !strings.HasPrefix(shown, "etal: preparing the PDF reader (once) … 0 s") || p.Status() != "" || warnings != nil {
		t.Errorf("shown %q, then %q; warned %q", ty.heard, p.Status(), warnings)
	}
	p.Begin(false)()
	p.Folder = ""
	p.Begin(false)()
	const cost = "the PDF reader is prepared in every run, which takes some seconds: "
	if want := []string{cost + "/cache cannot be written", cost + "the environment names no home directory"}; strings.Join(warnings, "\n") != strings.Join(want, "\n") {
		t.Errorf("warned %q", warnings)
	}
	p.Silence()
	ty.heard = ""
	done = p.Begin(false)
	if p.Status() == "" || len(warnings) != 2 {
		t.Errorf("in the reader: status %q, warned %q", p.Status(), warnings)
	}
	time.Sleep(time.Millisecond)
	done()
}

// PDFium is loaded early for what is named as a PDF.
func TestWarm(t *testing.T) {
	for arg, want := range map[string]bool{"a.pdf": true, "b/c.d.PDF": true, "pdf": false, "a.pdf.md": false, "": false} {
		warmed := make(chan bool, 1)
		Warm([]string{"cat", arg}, func() { warmed <- true })
		if want {
			<-warmed
			continue
		}
		select {
		case <-warmed:
			t.Errorf("%q is a PDF", arg)
		default:
		}
	}
}
