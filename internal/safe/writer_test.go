package safe

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// What etal writes, and what it would never.
var written = []struct{ name, in, want string }{
	{"text", "Tides\n\tcome, naïve – 潮汐\n", "Tides\n\tcome, naïve – 潮汐\n"},
	{"how text looks", "\x1b[1;38;5;99mTides\x1b[0m\x1b[m\x1b[4:3m", "\x1b[1;38;5;99mTides\x1b[0m\x1b[m\x1b[4:3m"},
	{"where it links to", "\x1b]8;id=1;https://a.example/\x1b\\Tides\x1b]8;;\x1b\\", "\x1b]8;id=1;https://a.example/\x1b\\Tides\x1b]8;;\x1b\\"},
	{"other controls of the cursor", "\x1b[2J\x1b[1A\x1b[?25l\x1b[6n", "␛[2J␛[1A␛[?25l␛[6n"},
	{"a title", "\x1b]0;Tides\x07\x1b]2;Tides\x1b\\", "␛]0;Tides␇␛]2;Tides␛\\"},
	{"the clipboard", "\x1b]52;c;YQ==\x07", "␛]52;c;YQ==␇"},
	{"strings of other kinds", "\x1bP$qm\x1b\\\x1b_G\x1b\\\x1b^x\x1b\\\x1bc", "␛P$qm␛\\␛_G␛\\␛^x␛\\␛c"},
	{"a link that ends in a bell", "\x1b]8;;https://a.example/\x07", "␛]8;;https://a.example/␇"},
	{"a link with DEL", "\x1b]8;;a\x7f\x1b\\", "␛]8;;a␡␛\\"},
	{"a link with a blank", "\x1b]8;id=a b;https://a.example/\x1b\\Tides", "\x1b]8;id=a b;https://a.example/\x1b\\Tides"},
	{"a link with what is none", "\x1b]8;;https://a.example/é\x1b\\", "␛]8;;https://a.example/é␛\\"},
	{"a link with a sequence in it", "\x1b]8;;a\x1b[2J", "␛]8;;a␛[2J"},
	{"ends of lines", "Tides\r\ncome\r", "Tides\r\ncome␍"},
	{"C0, DEL and C1", "a\rb\x08c\x00d\x7fe\u009bf\u0085", "a␍b␈c␀d␡e\ufffdf\ufffd"},
	{"overrides of the direction", "a\u202eb\u2066c", "a\ufffdb\ufffdc"},
	{"what is no UTF-8", "a\xffb\x9bc\xed\xa0\x80", "a\ufffdb\ufffdc\ufffd\ufffd\ufffd"},
	{"a sequence that has no end", "Tides\x1b[1;3", "Tides␛[1;3"},
	{"a link that has no end", "\x1b]8;;https://a.example", "␛]8;;https://a.example"},
	{"half a letter", "Tid\xc3", "Tid\ufffd"},
	{"ESC at the end", "Tides\x1b", "Tides␛"},
	{"sequences one in the other", "\x1b\x1b[1m\x1b[\x1b[1m", "␛\x1b[1m␛[\x1b[1m"},
}

// However it is cut in pieces, the same is written.
func TestWriter(t *testing.T) {
	for _, tt := range written {
		t.Run(tt.name, func(t *testing.T) {
			if got := Drawn(tt.in); got != tt.want {
				t.Errorf("Drawn: got %q, want %q", got, tt.want)
			}
			for size := 1; size <= len(tt.in); size++ {
				var out bytes.Buffer
				w := &Writer{Styled: true, to: &out}
				for p := []byte(tt.in); len(p) > 0; p = p[min(size, len(p)):] {
					part := p[:min(size, len(p))]
					if n, err := w.Write(part); n != len(part) || err != nil {
						t.Fatal(n, err)
					}
				}
				if err := w.Close(); err != nil || out.String() != tt.want {
					t.Errorf("in pieces of %d: got %q, want %q", size, out.String(), tt.want)
				}
			}
		})
	}
}

// Where no styles are wanted, none pass.
func TestUnstyled(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out)
	if _, err := w.Write([]byte("\x1b[1mTides\x1b[0m \x1b]8;;a\x1b\\")); err != nil || out.String() != "␛[1mTides␛[0m ␛]8;;a␛\\" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

// What waits for its end does not grow for ever.
func TestWriterHolds(t *testing.T) {
	w := &Writer{Styled: true, to: &bytes.Buffer{}}
	for range 1000 {
		if _, err := w.Write([]byte("\x1b]8;;" + strings.Repeat("a", 100))); err != nil {
			t.Fatal(err)
		}
		if len(w.held) > maxLink {
			t.Fatalf("%d bytes are held", len(w.held))
		}
	}
}

// What cannot begin a sequence of ours is not held.
func TestWriterHoldsNot(t *testing.T) {
	for _, s := range []string{"\x1bX", "\x1b[2J", "\x1b]0", "a\x1b]8;;\a", "a\n"} {
		var out bytes.Buffer
		w := &Writer{Styled: true, to: &out}
		if _, err := w.Write([]byte(s)); err != nil || len(w.held) > 0 {
			t.Errorf("%q: %q is held, %v", s, w.held, err)
		}
	}
}

var errFull = errors.New("no space left on device")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterError(t *testing.T) {
	if _, err := NewWriter(full{}).Write([]byte("a")); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

// FuzzWriter holds that nothing passes but text and our two kinds of sequences, that what
// New made passes as it is, and that pieces make no difference.
func FuzzWriter(f *testing.F) {
	for i, tt := range written {
		f.Add(tt.in, i)
	}
	f.Fuzz(func(t *testing.T, s string, at int) {
		got := Drawn(s)
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		if again := Drawn(got); again != got {
			t.Fatalf("not idempotent: %q then %q", got, again)
		}
		for rest := []byte(got); len(rest) > 0; {
			if rest[0] == 0x1b {
				n, whole := sequence(rest)
				if !whole || !(rest[1] == '[' && rest[n-1] == 'm' || strings.HasPrefix(string(rest), "\x1b]8;")) {
					t.Fatalf("a sequence that is not ours in %q", got)
				}
				rest = rest[n:]
				continue
			}
			if bytes.HasPrefix(rest, []byte("\r\n")) {
				rest = rest[2:]
				continue
			}
			r, size := utf8.DecodeRune(rest)
			if substitute(r) != r {
				t.Fatalf("%U in %q", r, got)
			}
			rest = rest[size:]
		}
		if clean := New(s).String(); Drawn(clean) != clean {
			t.Fatalf("safe text did not pass: %q", clean)
		}
		at = min(max(at, 0), len(s))
		var out bytes.Buffer
		w := &Writer{Styled: true, to: &out}
		w.Write([]byte(s[:at]))
		w.Write([]byte(s[at:]))
		if w.Close(); len(s) < maxLink && out.String() != got {
			t.Fatalf("in two pieces %q, in one %q", out.String(), got)
		}
	})
}

func BenchmarkWriter(b *testing.B) {
	text := []byte(strings.Repeat("\x1b[1mThe spacing effect\x1b[0m is among the oldest findings [1, 2–4] – say they. ", 1000))
	w := &Writer{Styled: true, to: &bytes.Buffer{}}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.to.(*bytes.Buffer).Reset()
		w.Write(text)
	}
}
