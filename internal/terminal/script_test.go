package terminal

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A piece is what comes from a terminal at once, a while after the piece before it.
type piece struct {
	after time.Duration
	bytes string
}

// A script is a source with a clock of its own: it plays pieces without waiting. Written to, it is
// the terminal that gets a query.
type script struct {
	pieces []piece
	ready  string
	clock  time.Duration

	asked  int     // how often it was asked for its status
	answer []piece // what it answers; nil for nothing
	cuts   bool    // pieces come late, but were sent before any query: the answer is behind them
}

// Write puts the answer to each query of the status among the pieces.
func (s *script) Write(p []byte) (int, error) {
	if !strings.Contains(string(p), statusQuery) {
		return len(p), nil
	}
	s.asked++
	if s.answer == nil {
		return len(p), nil
	}
	answer := slices.Clone(s.answer)
	i := 0
	for i < len(s.pieces) && (s.cuts && s.pieces[i].after < never || s.pieces[i].after <= answer[0].after) {
		answer[0].after = max(0, answer[0].after-s.pieces[i].after)
		i++
	}
	if i < len(s.pieces) {
		for _, p := range answer {
			s.pieces[i].after = max(0, s.pieces[i].after-p.after)
		}
	}
	s.pieces = slices.Insert(s.pieces, i, answer...)
	return len(p), nil
}

func (s *script) now() time.Time { return time.Unix(0, 0).Add(s.clock) }
func (s *script) waiting() int   { return len(s.ready) }

func (s *script) wait(d time.Duration) (bool, error) {
	switch {
	case s.ready != "":
		return true, nil
	case len(s.pieces) == 0 && d < 0:
		return false, io.EOF
	case len(s.pieces) == 0 || d >= 0 && s.pieces[0].after > d:
		s.clock += d
		if len(s.pieces) > 0 {
			s.pieces[0].after -= d
		}
		return false, nil
	}
	s.clock += s.pieces[0].after
	s.ready, s.pieces = s.pieces[0].bytes, s.pieces[1:]
	return true, nil
}

func (s *script) read(n int) ([]byte, error) {
	n = min(n, len(s.ready))
	b := []byte(s.ready[:n])
	s.ready = s.ready[n:]
	return b, nil
}

// keysOf returns the keys of a terminal that sends pieces.
func keysOf(pieces ...piece) *Keys {
	return newKeys(&script{pieces: pieces}, 50*time.Millisecond)
}

// readAll returns what k hands over, Read by Read, with a slice as long as Bubble Tea's. As
// there, a Read begins when there is input, so that it returns no key which was kept.
func readAll(t *testing.T, k *Keys) []string {
	t.Helper()
	var got []string
	for p := make([]byte, 256); ; {
		n, err := 0, error(nil)
		if _, err = k.from.wait(-1); err == nil {
			n, err = k.Read(p)
		}
		if err == io.EOF {
			if len(k.sorter.putBack) > 0 {
				t.Errorf("the last Read put back %q", k.sorter.putBack)
			}
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		if n == len(p) {
			t.Errorf("Read filled the slice: Bubble Tea takes that to mean that a key goes on")
		}
		if len(k.sorter.keys) > 0 || k.sorter.mayBeTyped() && k.from.waiting() == 0 {
			t.Errorf("Read kept a key, which nobody will ask for: %q, %q", k.sorter.keys, k.sorter.held)
		}
		if n > 0 {
			got = append(got, string(p[:n]))
		}
	}
}

// cut returns the pieces of s, cut at the given places, with gaps between them.
func cut(s string, gap time.Duration, at ...int) []piece {
	var pieces []piece
	start, after := 0, time.Duration(0)
	for _, i := range append(at, len(s)) {
		pieces = append(pieces, piece{after, s[start:i]})
		start, after = i, gap
	}
	return pieces
}

// everywhere returns all places to cut s, to have it byte by byte.
func everywhere(s string) []int {
	var at []int
	for i := 1; i < len(s); i++ {
		at = append(at, i)
	}
	return at
}

// recorder is a Bubble Tea program that writes down its messages.
type recorder struct{ got *[]tea.Msg }

func (r recorder) Init() tea.Cmd { return nil }
func (r recorder) View() string  { return "" }
func (r recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	*r.got = append(*r.got, msg)
	return r, nil
}

// atEnd reads and calls end when there is no more.
type atEnd struct {
	io.Reader
	end func()
}

func (a atEnd) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	if err == io.EOF {
		go a.end()
	}
	return n, err
}

// bubbleTea returns the messages that Bubble Tea makes of what it reads from r, with
// letters that came at once as messages of their own.
func bubbleTea(t *testing.T, r io.Reader) []string {
	t.Helper()
	var got []tea.Msg
	in := &atEnd{Reader: r}
	p := tea.NewProgram(recorder{&got}, tea.WithInput(in), tea.WithOutput(io.Discard),
		tea.WithoutRenderer(), tea.WithoutSignalHandler())
	in.end = p.Quit
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, msg := range got {
		switch msg := msg.(type) {
		case tea.KeyMsg:
			if msg.Type == tea.KeyRunes && !msg.Paste {
				for _, c := range msg.Runes {
					texts = append(texts, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{c}, Alt: msg.Alt}.String())
				}
				continue
			}
			texts = append(texts, msg.String())
		case tea.MouseMsg:
			texts = append(texts, msg.String())
		}
	}
	return texts
}

// reads is a reader that returns one string a Read.
type reads []string

func (r *reads) Read(p []byte) (int, error) {
	if len(*r) == 0 {
		return 0, io.EOF
	}
	n := copy(p, (*r)[0])
	if (*r)[0] = (*r)[0][n:]; (*r)[0] == "" {
		*r = (*r)[1:]
	}
	return n, nil
}

// mark is a key that separates the cases of a table, so that one program does for all.
const mark = "\x00"

func sections(messages []string) [][]string {
	var all [][]string
	for _, s := range strings.Split(strings.Join(messages, "\n"), "ctrl+@") {
		all = append(all, strings.Fields(s))
	}
	return all
}
