//go:build linux || darwin

package tui

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"
	"github.com/muesli/termenv"
	"golang.org/x/sys/unix"

	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/read"
	"etal/internal/terminal"
	_ "etal/internal/terminal/early"
	"etal/internal/tui/screen"
)

// These tests run the program in a pseudo-terminal: a terminal that remembers all that was
// written to it, and whose modes can be looked at.

// TestMain is also the program that the tests here start.
func TestMain(m *testing.M) {
	if os.Getenv("ETAL_TEST_TERMINAL") != "" {
		os.Exit(child(os.Getenv("ETAL_TEST_CRASH"), os.Getenv("ETAL_TEST_PLACES")))
	}
	heedSignals()
	os.Exit(m.Run())
}

// heedSignals undoes for the tests' programs that whoever started the tests has them ignore
// signals, as nohup does with HUP and a shell with INT in the background: programs inherit
// what is ignored, but not what is caught.
func heedSignals() {
	for _, sig := range []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM} {
		if signal.Ignored(sig) {
			signal.Notify(make(chan os.Signal, 1), sig)
		}
	}
}

// A program that is started with signals ignored ignores them, and one of ours does not.
func TestHeedSignals(t *testing.T) {
	signal.Ignore(syscall.SIGHUP)
	heedSignals()
	s := sit(t, "")
	_ = s.cmd.Process.Signal(syscall.SIGHUP)
	if got := s.ended(); got != "hangup" {
		t.Errorf("it ended with %s", got)
	}
}

// child reads an article, and panics in the given part of it when x is pressed. It exits as
// the command line does.
func child(crash, folder string) int {
	var store *places.Store
	if folder != "" {
		store = places.New(folder)
	}
	entry := library.FromBytes("tides.md", source(50<<10))
	if file := os.Getenv("ETAL_TEST_FILE"); file != "" {
		entry = library.File(file, read.Reader{})
	}
	opened, err := Open(entry, store)
	if err != nil {
		return 3
	}
	o := Options{Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Places: store}
	t := Terminal{In: os.Stdin, Out: os.Stdout, Patience: time.Hour, Ask: true} // half a sequence may come late
	if crash == "" {
		err = Run(o, t)
	} else {
		o.Columns, o.Rows, _ = terminal.Size(t.Out)
		_, err = (&session{}).run(crasher{Model: New(o), in: crash}, terminal.NewKeys(t.In, t.Patience), &terminal.Output{File: t.Out})
	}
	var stopped SignalError
	switch {
	case errors.As(err, &stopped):
		return terminal.ExitBy(stopped.Signal)
	case errors.Is(err, terminal.ErrGone):
		return 129
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// A crasher is the program with a mistake in it.
type crasher struct {
	Model
	in      string
	crashes bool
}

func (c crasher) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok && k.String() == "x" {
		switch c.in {
		case "update":
			panic("in Update")
		case "view":
			c.crashes = true
			return c, nil
		case "command":
			return c, func() tea.Msg { panic("in a command") }
		case "batch":
			return c, tea.Batch(tea.HideCursor, tea.Batch(tea.HideCursor, func() tea.Msg { panic("in one of several") }))
		}
	}
	m, cmd := c.Model.Update(msg)
	c.Model = m.(Model)
	return c, cmd
}

func (c crasher) View() string {
	if c.crashes {
		panic("in View")
	}
	return c.Model.View()
}

// A sitting is the program in a terminal.
type sitting struct {
	t      *testing.T
	cmd    *exec.Cmd
	screen *os.File
	tty    *os.File // the terminal itself, to look at its modes
	before *unix.Termios

	exited chan struct{} // closed when it has

	mu  sync.Mutex
	out bytes.Buffer
}

// sit starts the program, or a shell that runs it, and waits for its first screen.
func sit(t *testing.T, shell string, env ...string) *sitting {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	if shell != "" {
		cmd = exec.Command("sh", "-c", shell)
	}
	cmd.Env = append(os.Environ(), append(env, "ETAL_TEST_TERMINAL=1", "ETAL="+program, "TERM=xterm-256color")...)
	s := &sitting{t: t, cmd: cmd, exited: make(chan struct{})}
	if s.screen, s.tty, err = pty.Open(); err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(s.screen, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Fatal(err)
	}
	s.screen = closable(t, s.screen)
	s.before = s.modes()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = s.tty, s.tty, s.tty
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for p := make([]byte, 4096); ; {
			n, err := s.screen.Read(p)
			s.mu.Lock()
			s.out.Write(p[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	go func() {
		_ = cmd.Wait()
		close(s.exited)
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-s.exited
		s.screen.Close()
		s.tty.Close()
	})
	s.await("tide")
	return s
}

// closable returns a file whose reads end when it is closed: pty has made them block.
func closable(t *testing.T, f *os.File) *os.File {
	defer f.Close()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err == nil {
		err = unix.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), f.Name())
}

func (s *sitting) modes() *unix.Termios {
	modes, err := unix.IoctlGetTermios(int(s.tty.Fd()), getModes)
	if err != nil {
		s.t.Fatal(err)
	}
	return modes
}

// written returns all that was written to the terminal.
func (s *sitting) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// await waits until the terminal was written a text to.
func (s *sitting) await(text string) {
	s.t.Helper()
	s.until(func() bool { return strings.Contains(s.written(), text) }, "it never wrote "+text)
}

// until waits until something is so. There is no time by which it has to be: a busy machine
// may take any, and the tests' own timeout ends what never comes. Only the program's end
// ends the waiting.
func (s *sitting) until(so func() bool, otherwise string) {
	s.t.Helper()
	for !so() {
		select {
		case <-s.exited:
			if s.settle(); !so() {
				s.t.Fatalf("%s, but %q", otherwise, s.written())
			}
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// settle waits until all that was written to the terminal has arrived: what the test writes
// there itself comes after it.
func (s *sitting) settle() {
	s.t.Helper()
	const last = "\x1b_settled\x1b\\"
	n := strings.Count(s.written(), last)
	if _, err := s.tty.WriteString(last); err != nil {
		s.t.Fatal(err)
	}
	for strings.Count(s.written(), last) == n {
		time.Sleep(time.Millisecond)
	}
}

func (s *sitting) press(keys string) {
	if _, err := s.screen.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
}

// ended waits for the program and returns how it ended.
func (s *sitting) ended() string {
	s.t.Helper()
	<-s.exited
	status := s.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return status.Signal().String()
	}
	return fmt.Sprint("exit ", status.ExitStatus())
}

// modesSet are the modes that the program sets, by number, with what they should be in the end.
var modesSet = map[string]string{"1049": "l", "25": "h", "1000": "l", "1002": "l", "1003": "l", "1006": "l", "2004": "l"}

// givenBack checks that the terminal is as it was found.
func (s *sitting) givenBack() {
	s.t.Helper()
	s.settle()
	if !reflect.DeepEqual(s.before, s.modes()) {
		s.t.Errorf("the terminal is not as it was found")
	}
	written := s.written()
	for mode, want := range modesSet {
		if i := strings.LastIndex(written, "\x1b[?"+mode); i >= 0 && !strings.HasPrefix(written[i+len("\x1b[?"+mode):], want) {
			s.t.Errorf("mode %s is left as it is", mode)
		}
	}
	if i := strings.LastIndex(written, "\x1b[?1049"); i < 0 || strings.Contains(written[:i], "panic") {
		s.t.Error("it wrote of a panic on its own screen, where nobody sees it")
	}
}

// TestGivenBack ends the program in every way that it can end.
func TestGivenBack(t *testing.T) {
	signalled := func(sig syscall.Signal) func(*sitting) {
		return func(s *sitting) { _ = s.cmd.Process.Signal(sig) }
	}
	pressed := func(keys string) func(*sitting) { return func(s *sitting) { s.press(keys) } }
	tests := []struct {
		name, crash string
		end         func(*sitting)
		want        string
	}{
		{"left", "", pressed("qq"), "exit 0"},
		{"Ctrl+C", "", pressed("\x03"), "exit 0"},
		{"INT", "", signalled(syscall.SIGINT), "interrupt"},
		{"TERM", "", signalled(syscall.SIGTERM), "terminated"},
		{"HUP", "", signalled(syscall.SIGHUP), "hangup"},
		{"QUIT", "", signalled(syscall.SIGQUIT), "exit 131"},
		{"a panic in Update", "update", pressed("x"), "exit 1"},
		{"a panic in View", "view", pressed("x"), "exit 1"},
		{"a panic in a command", "command", pressed("x"), "exit 1"},
		{"a panic in one of several commands", "batch", pressed("x"), "exit 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := sit(t, "", "ETAL_TEST_CRASH="+tt.crash)
			tt.end(s)
			if got := s.ended(); got != tt.want {
				t.Errorf("it ended with %s, want %s", got, tt.want)
			}
			s.givenBack()
			if tt.crash != "" {
				s.await("panic: in ")
				if strings.Contains(s.written(), "Caught") {
					t.Error("it was Bubble Tea that caught it")
				}
			}
		})
	}
}

// TestStop stops the program from outside and has the shell go on with it: the shell gets
// the terminal as it knows it, and the program has it again.
func TestStop(t *testing.T) {
	for name, stop := range map[string]func(*sitting, int){
		"Ctrl+Z": func(s *sitting, _ int) { s.press("\x1a") },
		"TSTP":   func(_ *sitting, pid int) { _ = syscall.Kill(pid, syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := sit(t, `set -m; $ETAL; echo the shell has it; read go; fg >/dev/null; echo ended`)
			pid, err := unix.IoctlGetInt(int(s.screen.Fd()), unix.TIOCGPGRP)
			if err != nil || pid == s.cmd.Process.Pid {
				t.Fatal("this shell controls no jobs", err)
			}
			stop(s, pid)
			s.await("the shell has it")
			s.givenBack()
			s.press("go\r")
			s.until(func() bool { return strings.Count(s.written(), "\x1b[?1049h") == 2 }, "it did not come back")
			s.until(func() bool { return s.modes().Lflag&unix.ICANON == 0 }, "it has no keys")
			s.press("qq")
			s.await("ended")
			s.givenBack()
		})
	}
}

// TestEditor has the editor be in a terminal, and the keys that send signals be its own.
func TestEditor(t *testing.T) {
	folder := t.TempDir()
	file, editor := filepath.Join(folder, "tides.md"), filepath.Join(folder, "editor")
	if err := os.WriteFile(file, source(1<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	// As editors do, it takes INT for a key of its own.
	script := "#!/bin/sh\ntrap 'echo Ctrl+C came' INT\ntest -t 0 && test -t 1 && echo the editor has it\nuntil read key; do n=$((n+1)); test $n -lt 9 || exit; done\necho $key came\n"
	if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	s := sit(t, "", "ETAL_TEST_FILE="+file, "VISUAL="+editor)
	s.press("e")
	s.await("the editor has it")
	s.press("\x03")
	s.await("Ctrl+C came")
	s.press("key\r")
	s.await("key came")
	s.until(func() bool { return strings.Count(s.written(), "\x1b[?1049h") == 2 }, "it did not come back")
	s.press("qq")
	if got := s.ended(); got != "exit 0" {
		t.Errorf("it ended with %s", got)
	}
	s.givenBack()
}

// TestEditorOutlivesSignal ends the program while an editor has the terminal. Until the editor ends,
// nothing is drawn; then the program ends by the signal.
func TestEditorOutlivesSignal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		folder := t.TempDir()
		file, editor := filepath.Join(folder, "tides.md"), filepath.Join(folder, "editor")
		if err := os.WriteFile(file, source(1<<10), 0o600); err != nil {
			t.Fatal(err)
		}
		script := "#!/bin/sh\necho the editor has it\nread key\necho $key came\n"
		if err := os.WriteFile(editor, []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		s := sit(t, "", "ETAL_TEST_FILE="+file, "VISUAL="+editor)
		s.press("e")
		s.await("the editor has it")
		if err := s.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		s.press("key\r")
		s.await("key came")
		if got := s.ended(); got != sig.String() {
			t.Errorf("it ended with %s, want %s", got, sig)
		}
		s.givenBack()
		_, during, _ := strings.Cut(s.written(), "the editor has it")
		if during, _, _ = strings.Cut(during, "key came"); strings.Contains(during, "\x1b") {
			t.Errorf("it wrote %q on the editor's screen", during)
		}
	}
}

// TestResumedAndEnded has the program go on and be ended at once, as a shell does with one
// that is stopped.
func TestResumedAndEnded(t *testing.T) {
	for i := range 12 {
		s := sit(t, "")
		for range 3 {
			_ = s.cmd.Process.Signal(syscall.SIGCONT)
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(i) * time.Millisecond)
		_ = s.cmd.Process.Signal(syscall.SIGTERM)
		if got := s.ended(); got != "terminated" {
			t.Errorf("it ended with %s", got)
		}
		s.givenBack()
	}
}

// TestVanished closes the terminal under a program that was told to ignore that: it does not
// stay, and burn time, for ever.
func TestVanished(t *testing.T) {
	for _, shell := range []string{"", `trap "" HUP; exec $ETAL`} {
		s := sit(t, shell)
		s.tty.Close()
		s.screen.Close()
		if got := s.ended(); got != "hangup" && got != "exit 129" {
			t.Errorf("it ended with %s", got)
		}
	}
}

// TestPlaceSurvives kills the program once it has saved the position, of which it is told
// nothing.
func TestPlaceSurvives(t *testing.T) {
	folder := t.TempDir()
	store := places.New(folder)
	s := sit(t, "", "ETAL_TEST_PLACES="+folder)
	s.press("  ")
	s.until(func() bool {
		marks, err := store.All()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range marks {
			return m.Place.Offset > 0
		}
		return false
	}, "it saved no position")
	_ = s.cmd.Process.Kill()
	s.ended()
	if marks, err := store.All(); err != nil || len(marks) != 1 {
		t.Errorf("%d positions are saved, %v", len(marks), err)
	}
}

// TestPlaceSavedBySignal checks that a signal that ends the program comes after the saving of the
// position, which may be seconds off.
func TestPlaceSavedBySignal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		folder := t.TempDir()
		s := sit(t, "", "ETAL_TEST_PLACES="+folder)
		s.press("  ma")
		s.await("marked a")
		if err := s.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		s.ended()
		if marks, err := places.New(folder).All(); err != nil || len(marks) != 1 {
			t.Errorf("%v: %d positions are saved, %v", sig, len(marks), err)
		}
	}
}

// TestFirstScreen has the first screen come at once on a terminal that answers nothing, and
// an answer that comes after all be no key.
func TestFirstScreen(t *testing.T) {
	s := sit(t, "")
	s.await("\x1b]11;?")
	for _, c := range []byte("\x1b]11;rgb:ffff/ffff/ffff\x1b\\") {
		s.press(string(c))
		time.Sleep(2 * time.Millisecond) // so that it comes in pieces
	}
	s.press("qq")
	if got := s.ended(); got != "exit 0" {
		t.Errorf("it ended with %s", got)
	}
	s.givenBack()
}

// TestTypedAhead types keys before the program reads any, and all at once: each is obeyed.
func TestTypedAhead(t *testing.T) {
	s := sit(t, "", "ETAL_TEST_PLACES="+t.TempDir())
	s.press("G" + "gjjj" + "\t" + "qq")
	if got := s.ended(); got != "exit 0" {
		t.Errorf("it ended with %s", got)
	}
}

// TestSizes resizes the terminal in a storm, also to sizes that no window has.
func TestSizes(t *testing.T) {
	s := sit(t, "")
	sizes := []pty.Winsize{{}, {Cols: 1, Rows: 1}, {Cols: 2, Rows: 500}, {Cols: 300, Rows: 1}, {Cols: 20, Rows: 5}, {Cols: 500, Rows: 200}}
	for i := range 300 {
		size := sizes[i%len(sizes)]
		size.Cols += uint16(i % 7)
		if err := pty.Setsize(s.screen, &size); err != nil {
			t.Fatal(err)
		}
		if i%10 == 0 {
			s.press("j\t")
			time.Sleep(10 * time.Millisecond)
		}
	}
	s.press("qqq")
	if got := s.ended(); got != "exit 0" {
		t.Errorf("it ended with %s", got)
	}
	s.givenBack()
}
