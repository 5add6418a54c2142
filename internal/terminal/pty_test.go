//go:build linux || darwin

package terminal

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"
	"github.com/muesli/cancelreader"
	"golang.org/x/term"
)

// These tests need no terminal of their own: they open a pseudo-terminal.

// A typist is a pseudo-terminal whose keys are read as Bubble Tea reads them.
type typist struct {
	t      *testing.T
	screen *os.File // the side of the terminal
	keys   *Keys
	reader cancelreader.CancelReader
	ended  chan struct{}
	err    error // why, when it has ended

	mu  sync.Mutex
	got []byte
}

func newTypist(t *testing.T) *typist {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := term.MakeRaw(int(tty.Fd())); err != nil {
		t.Fatal(err)
	}
	ty := &typist{t: t, screen: screen, keys: NewKeys(tty, 50*time.Millisecond), ended: make(chan struct{})}
	if ty.reader, err = cancelreader.NewReader(ty.keys); err != nil {
		t.Fatal(err)
	}
	go ty.read()
	t.Cleanup(func() {
		ty.reader.Cancel()
		<-ty.ended
		screen.Close()
		tty.Close()
	})
	return ty
}

func (ty *typist) read() {
	for p := make([]byte, 256); ; {
		n, err := ty.reader.Read(p)
		if err != nil {
			ty.err = err
			close(ty.ended)
			return
		}
		ty.mu.Lock()
		ty.got = append(ty.got, p[:n]...)
		ty.mu.Unlock()
	}
}

func (ty *typist) send(s string) {
	if _, err := ty.screen.WriteString(s); err != nil {
		ty.t.Error(err)
	}
}

// expect waits until as much has come as want is long: nothing more is typed meanwhile, so
// that what is kept back never comes.
func (ty *typist) expect(want string) {
	ty.t.Helper()
	var got string
	for end := time.Now().Add(hang); time.Now().Before(end); time.Sleep(time.Millisecond) {
		ty.mu.Lock()
		got = string(ty.got)
		ty.mu.Unlock()
		if len(got) >= len(want) {
			break
		}
	}
	if got != want {
		ty.t.Errorf("got %d bytes %.80q, want %d, %.80q", len(got), got, len(want), want)
	}
}

func TestTerminal(t *testing.T) {
	for _, in := range []string{
		"j", "\x1b", "\x1b[A", "é", "\x1b\x1b[D", "j\x1b",
		strings.Repeat("j", 256),
		strings.Repeat("j", 3000),
		strings.Repeat("\x1b[A\x1b[<64;10;10Mé", 700),
		pasteStart + strings.Repeat("Ein Absatz, in dem q steht.\n", maxPaste/28) + pasteEnd + "\x1b[B",
	} {
		t.Run(fmt.Sprintf("%.10q", in), func(t *testing.T) {
			t.Parallel()
			ty := newTypist(t)
			ty.send(in)
			ty.expect(in)
		})
	}
}

// TestTerminalAnswers cuts the answer in two. It is the same whatever the time between the
// halves, but behind a lone ESC, which is a key after a while: see TestAnswers, whose clock
// obeys.
func TestTerminalAnswers(t *testing.T) {
	const answer = "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\"
	for at := 2; at < len(answer); at++ {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			t.Parallel()
			ty := newTypist(t)
			if err := ty.keys.Ask(new(strings.Builder), true); err != nil {
				t.Fatal(err)
			}
			ty.send(answer[:at])
			time.Sleep(short)
			ty.send(answer[at:])
			if got, want := <-ty.keys.Answers(), (Background{0x1e1e, 0x1e1e, 0x2e2e}); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
			ty.send("j")
			ty.expect("j")
		})
	}
}

func TestGone(t *testing.T) {
	ty := newTypist(t)
	ty.send("j")
	ty.expect("j")
	ty.screen.Close()
	if <-ty.ended; !errors.Is(ty.err, ErrGone) {
		t.Errorf("got %v, want %v", ty.err, ErrGone)
	}
}

// TestCancel cancels reading, which Bubble Tea does before it hands the terminal to an
// editor: keys that come later are the editor's.
func TestCancel(t *testing.T) {
	ty := newTypist(t)
	ty.send("\x1b[1;")
	time.Sleep(short)
	if !ty.reader.Cancel() {
		t.Error("it cannot be cancelled")
	}
	if <-ty.ended; !errors.Is(ty.err, cancelreader.ErrCanceled) {
		t.Errorf("got %v, want %v", ty.err, cancelreader.ErrCanceled)
	}
	ty.send("j")
	time.Sleep(short)
	ty.expect("")
}

// TestDrain says how long the answer is waited for once Bubble Tea has ended.
func TestDrain(t *testing.T) {
	for _, tt := range []struct {
		name   string
		asked  bool
		pieces []piece
		want   time.Duration
	}{
		{"nothing asked", false, []piece{{short, answers[0]}}, 0},
		{"both answers", true, []piece{{short, answers[0]}, {short, "\x1b[0n"}}, 2 * short},
		{"an answer in two parts", true, []piece{{short, answers[0][:5]}, {late, answers[0][5:] + "\x1b[0n"}}, short + late},
		{"no background", true, []piece{{short, "\x1b[0n"}}, drainTime},
		{"no status", true, []piece{{short, answers[0]}}, drainTime},
		{"no answer", true, nil, drainTime},
		{"a late answer", true, []piece{{drainTime + short, answers[0]}}, drainTime},
	} {
		k := keysOf(tt.pieces...)
		k.tty = newTypist(t).keys.tty // whose modes are set meanwhile
		if tt.asked {
			_ = k.Ask(new(strings.Builder), true)
		}
		k.Drain()
		if got := k.from.(*script).clock; got != tt.want {
			t.Errorf("%s: waited for %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestPaste pastes 1 MB into Bubble Tea: one message, cut to what a field may need, and
// in good time. The keys after it are keys again.
func TestPaste(t *testing.T) {
	screen, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	defer tty.Close()
	if _, err := term.MakeRaw(int(tty.Fd())); err != nil {
		t.Fatal(err)
	}
	var got []tea.Msg
	keys := NewKeys(tty, 50*time.Millisecond)
	p := tea.NewProgram(untilEsc{recorder{&got}}, tea.WithInput(keys), tea.WithoutRenderer(), tea.WithoutSignalHandler())
	go screen.WriteString(pasteStart + strings.Repeat("q", 1<<20) + pasteEnd + "\x1b[B\x1b")
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	paste := got[0].(tea.KeyMsg)
	if !paste.Paste || len(paste.Runes) != maxPaste {
		t.Errorf("got %d letters, want %d", len(paste.Runes), maxPaste)
	}
	if len(got) != 3 || got[1].(tea.KeyMsg).Type != tea.KeyDown {
		t.Errorf("got %v after it, want down and esc", got[1:])
	}
}

// untilEsc is a recorder that Esc ends.
type untilEsc struct{ recorder }

func (m untilEsc) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.recorder.Update(msg)
	if k, ok := msg.(tea.KeyMsg); ok && k.Type == tea.KeyEsc {
		return m, tea.Quit
	}
	return m, nil
}
