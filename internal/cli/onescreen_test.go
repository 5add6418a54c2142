//go:build unix

package cli

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/creack/pty"

	"etal/internal/library"
)

// An article that fits on the screen above a prompt is printed, a longer one is not.
func TestPrintOneScreen(t *testing.T) {
	terminal, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	defer tty.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 10, Cols: 40}); err != nil {
		t.Fatal(err)
	}
	var o catOptions
	o.width, o.look = autoWidth, look{color: "never", theme: "auto", hyperlinks: "never"}
	for _, tt := range []struct {
		paragraphs int
		printed    bool
	}{{1, true}, {3, true}, {4, false}, {40, false}, {20_000, false}} {
		var out bytes.Buffer
		e := env{stdout: bufio.NewWriter(&out), stderr: io.Discard, tty: tty, allowStyles: func() {}, getenv: func(string) string { return "" }}
		entry := library.FromBytes("tides.md", []byte("# Tides\n\n"+strings.Repeat("Word.\n\n", tt.paragraphs)))
		printed, err := printOneScreen(e, o, entry)
		if err != nil || printed != tt.printed {
			t.Errorf("%d paragraphs: %t, %v", tt.paragraphs, printed, err)
		}
		e.stdout.Flush()
		if n := strings.Count(out.String(), "Word."); tt.printed && n != tt.paragraphs || !tt.printed && n > 0 {
			t.Errorf("%d of %d paragraphs are printed", n, tt.paragraphs)
		}
	}
}
