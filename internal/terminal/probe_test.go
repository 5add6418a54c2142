package terminal

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// answering returns the keys of a terminal that has answered the first query after rtt, and
// answers later ones. The pieces begin to come when it has.
func answering(rtt time.Duration, pieces ...piece) *Keys {
	s := &script{answer: []piece{{rtt, "\x1b[0n"}}}
	k := newKeys(s, 50*time.Millisecond)
	_ = k.Ask(s, false)
	s.pieces = append(s.pieces, pieces...)
	return k
}

// TestCutAnswered cuts every sequence in two at every place. A terminal that answers sent all of
// it before its answer, so it is one key, however late the rest comes.
func TestCutAnswered(t *testing.T) {
	cases := 0
	for _, seq := range keyTable() {
		for at := 1; at < len(seq); at++ {
			for _, gap := range []time.Duration{0, short, late, 3 * late, 900 * time.Millisecond} {
				checkWhole(t, seq, cut(seq, gap, at))
				cases++
			}
		}
		checkWhole(t, seq, cut(seq, late, everywhere(seq)...))
		cases++
	}
	t.Logf("%d sequences, %d cases", len(keyTable()), cases)
}

func checkWhole(t *testing.T, seq string, pieces []piece) {
	t.Helper()
	k := answering(time.Millisecond, pieces...)
	k.from.(*script).cuts = true
	got := readAll(t, k)
	one := len(got) == 1 || strings.HasPrefix(seq, pasteStart) && strings.HasPrefix(got[0], pasteStart)
	if !one && strings.HasPrefix(seq, "\x1b") || strings.Join(got, "") != seq {
		t.Errorf("%q in %v: got %q", seq, pieces, got)
	}
}

// TestCutLongAnswered has the rest come when the ESC has been Esc: it types no letters all the
// same.
func TestCutLongAnswered(t *testing.T) {
	for _, seq := range keyTable() {
		if !strings.HasPrefix(seq, "\x1b[") && !strings.HasPrefix(seq, "\x1bO") || strings.HasPrefix(seq, pasteStart) {
			continue
		}
		k := answering(time.Millisecond, cut(seq, 3*time.Second, 1)...)
		k.from.(*script).answer[0].after = 3 * time.Second
		if got, want := readAll(t, k), []string{"\x1b", seq}; !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", seq, got, want)
		}
	}
}

// TestAnswersAnswered cuts every answer behind its ESC: that is no key.
func TestAnswersAnswered(t *testing.T) {
	for _, answer := range answers {
		for _, gap := range []time.Duration{short, late, 3 * late} {
			k := answering(time.Millisecond, append(cut(answer, gap, 1), piece{never, "j"})...)
			k.from.(*script).cuts = true
			if got := readAll(t, k); !slices.Equal(got, []string{"j"}) {
				t.Errorf("%q: got %q, want j", answer, got)
			}
		}
	}
}

// TestProbe types keys faster than a slow terminal answers: Esc is one of them.
func TestProbe(t *testing.T) {
	const soon = 100 * time.Millisecond
	tests := []struct {
		name   string
		pieces []piece
		want   string // the reads
	}{
		{"Esc", []piece{{0, "\x1b"}}, "\x1b"},
		{"a key and Esc", []piece{{0, "j\x1b"}}, "j\x1b"},
		{"Esc and a key", []piece{{0, "\x1b"}, {soon, "j"}}, "\x1b|j"},
		{"Esc and a letter in two halves", []piece{{0, "\x1b"}, {soon, "\xc3"}, {short, "\xa9"}}, "\x1b|é"},
		{"Esc and two keys", []piece{{0, "\x1b"}, {soon, "j"}, {short, "k"}}, "\x1b|jk"},
		{"Esc and an arrow", []piece{{0, "\x1b"}, {soon, "\x1b[D"}}, "\x1b|\x1b[D"},
		{"Esc and a bracket", []piece{{0, "\x1b"}, {soon, "["}}, "\x1b|["},
		{"Esc and O", []piece{{0, "\x1b"}, {soon, "O"}}, "\x1b|O"},
		{"Esc, O and a key", []piece{{0, "\x1b"}, {soon, "O"}, {short, "j"}}, "\x1b|Oj"},
		{"Esc and the wheel", []piece{{0, "\x1b"}, {soon, "\x1b[<64;1;1M"}}, "\x1b|\x1b[<64;1;1M"},
		{"Esc and a paste", []piece{{0, "\x1b"}, {soon, pasteStart + "q" + pasteEnd}}, "\x1b|" + pasteStart + "q" + pasteEnd},
		{"Esc twice", []piece{{0, "\x1b"}, {soon, "\x1b"}}, "\x1b|\x1b"},
		{"Esc thrice", []piece{{0, "\x1b"}, {soon, "\x1b"}, {short, "\x1b"}}, "\x1b|\x1b|\x1b"},
		{"Esc and the answer to another program", []piece{{0, "\x1b"}, {soon, answers[0]}, {short, "j"}}, "\x1b|j"},
		{"Esc and Ctrl+C", []piece{{0, "\x1b"}, {soon, "\x03"}}, "\x03"},
		{"Esc, a bracket and Ctrl+C", []piece{{0, "\x1b"}, {soon, "["}, {short, "\x03"}}, "\x03"},
		{"Ctrl+C and Esc", []piece{{0, "\x03\x1b"}}, "\x03|\x1b"},
		{"half an arrow, and long after it a key", []piece{{0, "\x1b"}, {soon, "[1;"}, {never, "j"}}, "j"},
		{"Esc, and a key when it has answered", []piece{{0, "\x1b"}, {4 * soon, "j"}}, "\x1b|j"},
		{"Esc, and an arrow when it has answered", []piece{{0, "\x1b"}, {4 * soon, "\x1b[A"}}, "\x1b|\x1b[A"},
		{"Esc again and again", []piece{{0, "\x1b"}, {never, "\x1b"}, {never, "\x1b"}}, "\x1b|\x1b|\x1b"},
	}
	for _, tt := range tests {
		k := answering(2*soon, tt.pieces...)
		if got := strings.Join(readAll(t, k), "|"); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestProbeTime says how long Esc takes, three times in turn, by what the terminal answers, and
// how often it was asked.
func TestProbeTime(t *testing.T) {
	const patience, ms = 50 * time.Millisecond, time.Millisecond
	for _, tt := range []struct {
		name   string
		answer []piece
		want   [3]time.Duration
		asked  int
	}{
		{"at once", []piece{{0, "\x1b[0n"}}, [3]time.Duration{patience, patience, patience}, 4},
		{"soon", []piece{{20 * ms, "\x1b[3n"}}, [3]time.Duration{patience + 20*ms, patience + 20*ms, patience + 20*ms}, 4},
		{"in pieces", []piece{{20 * ms, "\x1b"}, {late, "[0"}, {late, "n"}}, [3]time.Duration{patience + 20*ms + 2*late, patience + 20*ms + 2*late, patience + 20*ms + 2*late}, 4},
		{"late", []piece{{3 * probeDeadline, "\x1b[0n"}}, [3]time.Duration{patience + probeDeadline, patience, patience}, 2},
		{"never", nil, [3]time.Duration{patience + probeDeadline, patience, patience}, 2},
	} {
		k := answering(0)
		s := k.from.(*script)
		if _, err := k.Read(make([]byte, 256)); err != nil {
			t.Fatal(err)
		}
		s.answer = tt.answer
		for i, want := range tt.want {
			s.pieces = append(s.pieces, piece{never, "\x1b"})
			begun := s.clock + never
			if i > 0 && tt.name == "late" && s.pieces[0].bytes != "\x1b" {
				begun = s.clock + s.pieces[0].after + never // the answer to the last is still due
			}
			got := ""
			for p := make([]byte, 256); got == ""; {
				n, err := k.Read(p)
				if err != nil {
					t.Fatal(err)
				}
				got = string(p[:n])
			}
			if got != "\x1b" || s.clock-begun != want {
				t.Errorf("%s, %d: got %q after %v, want Esc after %v", tt.name, i, got, s.clock-begun, want)
			}
		}
		if s.asked != tt.asked {
			t.Errorf("%s: asked %d times, want %d", tt.name, s.asked, tt.asked)
		}
	}
}

// TestNotAsked checks that a terminal that answered nothing is not asked again.
func TestNotAsked(t *testing.T) {
	s := &script{pieces: []piece{{never, "\x1b"}, {never, "\x1b"}}}
	k := newKeys(s, 50*time.Millisecond)
	_ = k.Ask(s, true)
	if got := strings.Join(readAll(t, k), "|"); got != "\x1b|\x1b" || s.asked != 1 {
		t.Errorf("got %q, asked %d times", got, s.asked)
	}
}
