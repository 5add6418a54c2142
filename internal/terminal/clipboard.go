package terminal

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
	"unicode/utf16"

	"etal/internal/safe"
)

const (
	// maxCopied is the most that OSC 52 copies, in bytes: terminals drop sequences longer than
	// about 100,000 bytes, and base64 makes four bytes of three.
	maxCopied = 74_000
	// clipboardTime is how long a clipboard program may take.
	clipboardTime = 2 * time.Second
)

// A CopyWay is a way to the clipboard.
type CopyWay string

const (
	ByProgram  CopyWay = "clipboard" // a program of the system has taken the text
	ByTerminal CopyWay = "terminal"  // the terminal was asked by OSC 52, which has no answer
)

// Copy copies text to the clipboard and returns the ways that worked. It writes OSC 52 to the
// terminal out, which works over ssh too, and on the reader's own machine also runs a program
// of the system. Nothing else may write to out meanwhile. It is an error if neither works.
func Copy(out io.Writer, text safe.Text) ([]CopyWay, error) {
	return copyWithin(clipboardTime, out, text)
}

func copyWithin(patience time.Duration, out io.Writer, text safe.Text) ([]CopyWay, error) {
	var ways []CopyWay
	var failures []error
	if os.Getenv("SSH_TTY") == "" && os.Getenv("SSH_CONNECTION") == "" {
		if err := copyByProgram(patience, text.String()); err == nil {
			ways = append(ways, ByProgram)
		} else {
			failures = append(failures, err)
		}
	}
	sequence, err := clipboardSequence(text, os.Getenv)
	if err == nil {
		_, err = io.WriteString(out, sequence)
	}
	if err == nil {
		return append(ways, ByTerminal), nil
	}
	if len(ways) > 0 {
		return ways, nil
	}
	return nil, fmt.Errorf("nothing copied: %w", errors.Join(append(failures, err)...))
}

// screenChunk is the length in bytes of the longest device control string that screen passes on.
const screenChunk = 768

// clipboardSequence returns the OSC 52 sequence that sets the terminal's clipboard, wrapped so
// that screen passes it on. tmux obeys the sequence itself (set-clipboard) and passes a
// wrapped one on (allow-passthrough), each if configured to, so it gets both.
func clipboardSequence(text safe.Text, getenv func(string) string) (string, error) {
	if text.Len() > maxCopied {
		return "", fmt.Errorf("%d bytes are too many for the terminal's clipboard", text.Len())
	}
	osc := "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(text.String())) + "\a"
	switch {
	case getenv("TMUX") != "":
		return osc + "\x1bPtmux;" + strings.ReplaceAll(osc, "\x1b", "\x1b\x1b") + "\x1b\\", nil
	case strings.HasPrefix(getenv("TERM"), "screen"):
		var b strings.Builder
		for i := 0; i < len(osc); i += screenChunk {
			b.WriteString("\x1bP" + osc[i:min(i+screenChunk, len(osc))] + "\x1b\\")
		}
		return b.String(), nil
	}
	return osc, nil
}

// copyByProgram runs the clipboard programs of the system until one succeeds.
func copyByProgram(patience time.Duration, text string) error {
	if runtime.GOOS == "windows" { // clip reads UTF-16LE with a byte order mark
		b := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(text)) {
			b = append(b, byte(u), byte(u>>8))
		}
		text = string(b)
	}
	failure := errors.New("no clipboard program found")
	for _, words := range clipboardPrograms(runtime.GOOS, os.Getenv) {
		path, err := exec.LookPath(words[0])
		if err != nil {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		cmd := exec.CommandContext(ctx, path, words[1:]...)
		cmd.Stdin = strings.NewReader(text)
		cmd.WaitDelay = patience / 4
		detach(cmd)
		err = cmd.Run()
		cancel()
		if err == nil {
			return nil
		}
		failure = fmt.Errorf("%s: %w", words[0], err)
	}
	return failure
}

// clipboardPrograms returns the commands that copy standard input to the clipboard, in order of
// preference.
func clipboardPrograms(system string, getenv func(string) string) [][]string {
	switch system {
	case "darwin":
		return [][]string{{"pbcopy"}}
	case "windows":
		return [][]string{{"clip"}}
	}
	var programs [][]string
	if getenv("WAYLAND_DISPLAY") != "" {
		programs = append(programs, []string{"wl-copy", "--type", "text/plain"})
	}
	if getenv("DISPLAY") != "" {
		programs = append(programs, []string{"xclip", "-in", "-selection", "clipboard"}, []string{"xsel", "--input", "--clipboard"})
	}
	return programs
}
