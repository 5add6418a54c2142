package tui

import (
	"os"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"etal/internal/library"
	"etal/internal/safe"
	"etal/internal/terminal"
	"etal/internal/tui/list"
	"etal/internal/tui/reader"
	"etal/internal/tui/screen"
)

// pressable are the keys that the fuzzer presses, each by a byte.
var pressable = strings.Fields("tab shift+tab enter backspace esc up down left right pgdown pgup home end space " +
	"j k d u b g G { } f H L h l r c t / n N m ' p z + - T M F o y Y e ? q 1 2 5 0 % a s x é")

// hostile is an article that would like to reach the terminal from wherever it is shown.
const hostile = "---\ntitle: \"T \\e]0;x\\a\\x9b2J\"\nauthor: \"A \\e[2J\"\n---\n" +
	"## H &#x1b;[2J &#155;2J\n\nText [1] &#27;]52;c;YQ==&#7; and [x&#27;[2J](https://a.example/\x1b\\&#27;[2J), see `&#27;[2J`.[^n]\n\n" +
	"```\n\x1b[2J\u202e\u009b\n```\n\n[^n]: Note \x1b[2J &#8238;.\n\n## References\n\n1. Wren, A. &#27;[2J (1901). \u009b2J https://doi.org/10.5555/a&#27;[2J\n"

// FuzzPress presses keys, clicks and resizes, in any order: the program stays within its
// screen and does not panic.
func FuzzPress(f *testing.F) {
	tides, err := os.ReadFile("testdata/tides.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("\x00\x02\x03\x1a\x07\x80\x28\x18\x02"))
	f.Add([]byte("\x1c\x2f\x30\x02\x1d\xff\x02\x02\x1b\x04\x2a\x2b\x22"))
	f.Add([]byte("\x2d\x2d\x80\xf0\x30\x2e\x21\x33\x02\x90\x05\x05\x31\x02"))
	f.Fuzz(func(t *testing.T, input []byte) {
		entries := []*library.Entry{library.FromBytes("tides.md", tides), library.FromBytes("bare.md", []byte("x")), library.FromBytes("empty.md", nil), library.FromBytes("host\x1b]0;x\x07ile.md", []byte(hostile))}
		opened, err := Open(entries[0], nil)
		if err != nil {
			t.Fatal(err)
		}
		columns, rows := 80, 24
		nowhere := screen.Desktop{
			Copy:   func(safe.Text) ([]terminal.CopyWay, error) { return nil, nil },
			Browse: func(terminal.Destination) error { return nil },
		}
		var m tea.Model = New(Options{Entries: entries, Opened: &opened, Look: screen.NewLook(true, termenv.ANSI256), Desktop: nowhere, Columns: columns, Rows: rows})
		send := func(msg tea.Msg) {
			m = sendAll(m, msg)
			if drawn := m.(Model).draw(); drawn != m.View() {
				t.Fatalf("what was drawn is not safe: %q", drawn)
			}
			lines := strings.Split(m.View(), "\n")
			if len(lines) > rows {
				t.Fatalf("%d rows on a screen of %d", len(lines), rows)
			}
			for _, line := range lines {
				if n := ansi.StringWidth(line); n > columns {
					t.Fatalf("%d columns on a screen of %d: %q", n, columns, line)
				}
			}
		}
		for i := 0; i < min(len(input), 60); i++ {
			switch b := input[i]; {
			case b < 0x80:
				send(keyMsg(pressable[int(b)%len(pressable)]))
			case b < 0xc0 && i+2 < len(input):
				columns, rows = 1+int(input[i+1]), 1+int(input[i+2])%80
				i += 2
				send(tea.WindowSizeMsg{Width: columns, Height: rows})
			case i+2 < len(input):
				send(tea.MouseMsg{X: int(input[i+1]), Y: int(input[i+2]) % 80, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
				i += 2
			}
		}
	})
}

// sendAll gives the program a message and all that its commands answer, but those that
// reach outside.
func sendAll(m tea.Model, msg tea.Msg) tea.Model {
	m, cmd := m.Update(msg)
	return runAll(m, cmd)
}

func runAll(m tea.Model, cmd tea.Cmd) tea.Model {
	if cmd == nil {
		return m
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			m = runAll(m, c)
		}
		return m
	}
	if isOurs(msg) {
		m = sendAll(m, msg)
	}
	return m
}

// isOurs reports whether a message is one that the program gives itself.
func isOurs(msg tea.Msg) bool {
	switch msg.(type) {
	case Opened, list.ListedMsg, list.PreviewMsg, prefetchMsg, reader.IndexedMsg, placesMsg, screen.MessageMsg:
		return true
	}
	return false
}
