package safe

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// maxLink is the length in bytes of the longest OSC 8 sequence.
const maxLink = 4 << 10

// A Writer is the last line of defence before a terminal or a pipe: it checks text that should
// be safe already. It passes on text and, if Styled, the two kinds of escape sequences that
// etal writes itself: SGR for styles and OSC 8 for hyperlinks. Carriage returns pass only at
// the ends of lines. Everything else that a terminal could obey becomes visible, as by [New].
type Writer struct {
	Styled bool // SGR and OSC 8 pass

	to   io.Writer
	held []byte // the beginning of an incomplete rune or sequence
	out  []byte
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{to: w} }

// Write writes p, except for an incomplete rune or sequence at its end, which it holds until the
// rest follows.
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

// Close writes what w holds. It does not close the underlying writer.
func (w *Writer) Close() error {
	if len(w.held) == 0 {
		return nil
	}
	out, _ := pass(nil, w.held, true, w.Styled)
	w.held = nil
	_, err := w.to.Write(out)
	return err
}

// Drawn returns s as a Styled [Writer] passes it on.
func Drawn(s string) string {
	out, _ := pass(make([]byte, 0, len(s)), []byte(s), true, true)
	return string(out)
}

// pass appends the safe form of data to out. Unless data is all there is, it returns an
// incomplete rune or sequence at the end as the rest.
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
		if data[0] == '\r' && (len(data) > 1 || !all) { // RIS has such line ends
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

// printable returns the number of harmless ASCII bytes that data begins with.
func printable(data []byte) int {
	for i, c := range data {
		if (c < 0x20 || c >= 0x7f) && c != '\n' && c != '\t' {
			return i
		}
	}
	return len(data)
}

// sequence returns the length of the SGR or OSC 8 sequence that data begins with, and reports
// whether it is complete; if not, the length of the part that could begin one.
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
