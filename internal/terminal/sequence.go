package terminal

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A tokenClass says what a sequence of bytes from the terminal is.
type tokenClass int

const (
	partial tokenClass = iota // the beginning of one of the others
	key                       // for Bubble Tea: a letter, a key, a mouse report, a paste bracket
	answer                    // the terminal's answer to a query, ours or another program's
	noise                     // a broken sequence, or one that Bubble Tea would read as letters
)

const (
	bel = '\a'
	esc = '\x1b'

	interrupt = '\x03' // Ctrl+C

	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"

	// maxSequence is longer than any key or colour, in bytes. Longer answers are dropped.
	maxSequence = 64
)

// classify returns the class of the token that b begins with, and its length in bytes: all
// of b if it is partial. Bytes after the token never change either.
//
// ESC, ESC ESC, ESC [ and the like are keys too if nothing follows: Esc, Alt+Esc, Alt+[.
// Only time can tell, so here they are partial.
func classify(b []byte) (tokenClass, int) {
	switch {
	case b[0] == esc:
		return classifyEscape(b)
	case b[0] < utf8.RuneSelf:
		return key, 1
	case !utf8.FullRune(b):
		return partial, len(b)
	}
	_, n := utf8.DecodeRune(b)
	return key, n
}

// classifyEscape is classify for what begins with ESC.
func classifyEscape(b []byte) (tokenClass, int) {
	if len(b) == 1 {
		return partial, 1
	}
	switch b[1] {
	case esc:
		return classifyDouble(b)
	case '[':
		return classifyCSI(b)
	case 'O':
		return classifySS3(b)
	case ']', 'P', '_':
		return classifyString(b)
	}
	class, n := classify(b[1:]) // with Alt
	return class, n + 1
}

// classifyDouble is classify for ESC ESC: Alt+Esc, or Alt with a key that has a sequence of
// its own, or Esc followed by any sequence.
func classifyDouble(b []byte) (tokenClass, int) {
	if len(b) == 2 {
		return partial, 2
	}
	if !strings.ContainsRune("[O]P_", rune(b[2])) {
		return key, 2
	}
	class, n := classifyEscape(b[1:])
	if class == key && n == 2 {
		return key, 2 // Alt+Esc, and a bracket
	}
	return class, n + 1
}

// classifyCSI is classify for ESC [: parameters, intermediate bytes, a final byte.
// Four kinds of keys and reports break that grammar; they come first, told by their third byte.
func classifyCSI(b []byte) (tokenClass, int) {
	if len(b) > 2 {
		switch b[2] {
		case '<':
			return classifyMouse(b)
		case 'M':
			return classifyX10(b)
		case '[':
			return oneMore(b, "ABCDE", noise) // F1–F5 of the Linux console
		case 'O':
			return oneMore(b, "ABCDabcd", key) // an arrow with Shift or Ctrl, or the focus was lost
		}
	}
	b = b[:min(len(b), maxSequence)]
	i := span(b, 2, 0x30, 0x3f)
	params := string(b[2:i])
	if i < len(b) && b[i] == '$' && params != "" && strings.Trim(params, "0123456789") == "" {
		return rxvtShift(params), i + 1
	}
	i = span(b, i, 0x20, 0x2f)
	between := string(b[2+len(params) : i])
	switch {
	case i == maxSequence:
		return noise, i
	case i == len(b):
		return partial, i
	case i == 2 && (b[2] < 0x40 || b[2] > 0x7e):
		return key, 2 // Alt+[
	case b[i] < 0x40 || b[i] > 0x7e:
		return noise, i
	case isReport(params, between, b[i]):
		return answer, i + 1
	}
	return key, i + 1
}

// rxvtShift returns the class of a key with Shift in rxvt's form, ESC [ 7 $. Bubble Tea knows
// two of them and would read the others as letters.
func rxvtShift(params string) tokenClass {
	if params == "7" || params == "8" {
		return key
	}
	return noise
}

// isReport reports whether a CSI sequence comes from the terminal, not the keyboard.
// ESC [ row ; column R, the cursor position, looks like F3 with modifiers if it is on the
// first row (ESC [ 1 ; 2 R). We never query the position, so that is the key.
func isReport(params, between string, final byte) bool {
	if params != "" && strings.ContainsRune("?>=", rune(params[0])) {
		return true // device attributes, modes, kitty's flags, light or dark
	}
	switch final {
	case 'n', 't', 'x': // status, window, parameters of the line
		return true
	case 'y':
		return between == "$"
	case 'R':
		return params != "" && !modifiers.MatchString(params)
	}
	return false
}

var modifiers = regexp.MustCompile(`^1;([2-9]|1[0-6])$`)

// classifyMouse is classify for a mouse report, ESC [ < button ; column ; row M. A malformed
// one must not reach Bubble Tea, which would search all later input for the numbers.
func classifyMouse(b []byte) (tokenClass, int) {
	const longest = len("\x1b[<12345;12345;12345M")
	b = b[:min(len(b), longest)]
	i := span(b, 3, '0', ';')
	switch {
	case i == longest:
		return noise, i
	case i == len(b):
		return partial, i
	case mouseReport.Match(b[:i+1]):
		return key, i + 1
	case b[i] == 'M' || b[i] == 'm':
		return noise, i + 1
	}
	return noise, i
}

var mouseReport = regexp.MustCompile(`^\x1b\[<\d{1,5};\d{1,5};\d{1,5}[Mm]$`)

// classifyX10 is classify for the oldest mouse report, ESC [ M and three bytes.
func classifyX10(b []byte) (tokenClass, int) {
	for i := 3; i < min(len(b), 6); i++ {
		if b[i] < ' ' {
			return noise, i
		}
	}
	if len(b) < 6 {
		return partial, len(b)
	}
	return key, 6
}

// oneMore is classify for three bytes that make a key together with one of finals; otherwise
// they are a token of their own.
func oneMore(b []byte, finals string, otherwise tokenClass) (tokenClass, int) {
	switch {
	case len(b) == 3:
		return partial, 3
	case strings.ContainsRune(finals, rune(b[3])):
		return key, 4
	}
	return otherwise, 3
}

// classifySS3 is classify for ESC O. Bubble Tea knows its arrows and F1–F4, but would read
// the keypad's keys as Alt+O and a letter.
func classifySS3(b []byte) (tokenClass, int) {
	switch {
	case len(b) == 2:
		return partial, 2
	case b[2] < 0x40 || b[2] > 0x7e:
		return key, 2 // Alt+O
	case strings.ContainsRune("ABCDPQRSabcd", rune(b[2])):
		return key, 3
	}
	return noise, 3
}

// classifyString is classify for ESC ], ESC P and ESC _: OSC, DCS and APC. Terminals send
// them only as answers, terminated by BEL or ESC \.
func classifyString(b []byte) (tokenClass, int) {
	if len(b) == 2 {
		return partial, 2
	}
	begins := map[byte]string{']': "0123456789lL", 'P': "0123456789!>", '_': "G"}[b[1]]
	if !strings.ContainsRune(begins, rune(b[2])) {
		return key, 2 // Alt+]
	}
	for i := 3; i < len(b); i++ {
		switch {
		case b[i] == bel:
			return answer, i + 1
		case b[i] == esc && i+1 == len(b):
			return partial, len(b)
		case b[i] == esc && b[i+1] == '\\':
			return answer, i + 2
		case b[i] < ' ':
			return noise, i
		}
	}
	return partial, len(b)
}

// span returns the index of the first byte of b, from i on, that is not in [lo, hi].
func span(b []byte, i int, lo, hi byte) int {
	for i < len(b) && lo <= b[i] && b[i] <= hi {
		i++
	}
	return i
}

// altForm matches the sequences, without their ESC, that Bubble Tea reads as Alt and the key
// if another ESC precedes them.
var altForm = regexp.MustCompile(`^(O[A-DP-S]|\[(` +
	`\[[A-E]|O?[A-D]|[a-dFHZ]|1;[256][A-DFH]|1;2[P-S]|` +
	`[1-8]~|[56];5~|[5-8]\^|[78][$@]|1[1-57-9]~|2[013-689]~|3[1-4]~|1[5789];2~))$`)
