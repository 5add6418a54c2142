package safe

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// maxLink is the length in bytes of the longest sequence that a link is opened by.
const maxLink = 4 << 10

// A Writer is the last line of defence before a terminal or a pipe: what is written to it has
// been made safe, and is looked at once more. It passes text on and, where it is to, the two
// kinds of escape sequences that etal writes itself, SGR for how text looks and OSC 8 for
// where it links to; of carriage returns those at the ends of lines. Whatever else a terminal
// could obey becomes visible, as [New] has it.
type Writer struct {
	Styled bool // SGR and OSC 8 pass

	to   io.Writer
	held []byte // the beginning of a rune or a sequence whose end is still to be written
	out  []byte
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{to: w} }

// Write writes p but for the beginning of a rune or a sequence at its end, which waits for
// the rest.
func (w *Writer) Write(p []byte) (int, error) {
	data := p
	if len(w.held) > 0 {
		data = append(w.held, p...)
	}
	var rest []byte
	w.out, rest = pass(w.out[:0], data, false, w.Styled)
	w.held = bytes.Clone(rest)
	if _, err := w.to.Write(w.out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes what still waits. It does not close what w writes to.
func (w *Writer) Close() error {
	if len(w.held) == 0 {
		return nil
	}
	out, _ := pass(nil, w.held, true, w.Styled)
	w.held = nil
	_, err := w.to.Write(out)
	return err
}

// Drawn returns s as a [Writer] passes it on that lets styles pass.
func Drawn(s string) string {
	out, _ := pass(make([]byte, 0, len(s)), []byte(s), true, true)
	return string(out)
}

// pass appends what may be written of data to out. Unless all has come, it leaves a rest that
// may go on.
func pass(out, data []byte, all, styled bool) (passed, rest []byte) {
	for len(data) > 0 {
		if n := printable(data); n > 0 {
			out, data = append(out, data[:n]...), data[n:]
			continue
		}
		if data[0] == 0x1b && styled {
			n, whole := sequence(data)
			switch {
			case whole:
				out, data = append(out, data[:n]...), data[n:]
				continue
			case n == len(data) && n < maxLink && !all:
				return out, data
			}
		}
		if data[0] == '\r' && (len(data) > 1 || !all) { // RIS ends its lines so
			if len(data) == 1 {
				return out, data
			}
			if data[1] == '\n' {
				out, data = append(out, "\r\n"...), data[2:]
				continue
			}
		}
		if !utf8.FullRune(data) && !all {
			return out, data
		}
		r, size := utf8.DecodeRune(data)
		out, data = utf8.AppendRune(out, substitute(r)), data[size:]
	}
	return out, nil
}

// printable returns how many bytes of ASCII that nothing is made of data begins with.
func printable(data []byte) int {
	for i, c := range data {
		if (c < 0x20 || c >= 0x7f) && c != '\n' && c != '\t' {
			return i
		}
	}
	return len(data)
}

// sequence returns the length of the sequence of ours that data begins with. Where data does
// not begin with a whole one, it is how much of data one could begin with.
func sequence(data []byte) (n int, whole bool) {
	if len(data) < 2 {
		return len(data), false
	}
	if data[1] == '[' { // SGR
		for n = 2; n < len(data); n++ {
			switch c := data[n]; {
			case c == 'm':
				return n + 1, true
			case c < '0' || c > ';':
				return n, false
			}
		}
		return n, false
	}
	const link = "\x1b]8;"
	for n = 1; n < len(data); n++ {
		switch c := data[n]; {
		case n < len(link):
			if c != link[n] {
				return n, false
			}
		case c == 0x1b:
			if n+1 == len(data) {
				return n + 1, false
			}
			return n + 2, data[n+1] == '\\'
		case c < 0x20 || c >= 0x7f:
			return n, false
		}
	}
	return n, false
}
