package terminal

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	short = 20 * time.Millisecond  // less than the patience of 50 ms
	late  = 150 * time.Millisecond // more
	never = time.Minute            // nothing is expected to read on after this
)

// keyTable returns every sequence of Bubble Tea's key table, with Alt where it knows
// that, and some reports of the mouse.
func keyTable() []string {
	var table []string
	add := func(alt bool, format string, params string) {
		for _, p := range strings.Fields(params) {
			table = append(table, fmt.Sprintf("\x1b"+format, p))
			if alt {
				table = append(table, fmt.Sprintf("\x1b\x1b"+format, p))
			}
		}
	}
	add(true, "[%s", "A B C D OA OB OC OD a b c d H F Z [A [B [C [D [E")
	for _, m := range []string{"2", "3", "4", "5", "6", "7", "8"} {
		add(strings.Contains("256", m), "[1;"+m+"%s", "A B C D H F")
	}
	add(true, "[%s~", "1 2 3 4 5 6 7 8 5;5 6;5 15;2 17;2 18;2 19;2")
	add(true, "[%s~", "11 12 13 14 15 17 18 19 20 21 23 24 25 26 28 29 31 32 33 34")
	add(false, "[%s;3~", "3 5 6 15 17 18 19 20 21 23 24 25 26 28 29")
	add(false, "[%s~", "3;2 5;7 6;7")
	add(true, "[%s", "5^ 6^ 7^ 8^ 7$ 8$ 7@ 8@")
	add(true, "O%s", "A B C D P Q R S")
	add(false, "O%s", "a b c d")
	add(false, "[O%s", "a b c d")
	add(true, "[1;2%s", "P Q R S")
	add(false, "[1;3%s", "P Q R S")
	add(false, "%s", "a Z é 語 [<0;1;1M [<64;10;20M [<35;120;40m")
	table = append(table, "é", "語", "👩", "\x1b[M !!", "\x1b[M\x60\xff\xff", "\x1b[200~a\nb\x1b[Aé\x1b[201~")
	return table
}

// TestKeyTable cuts every sequence in two at every place. Whatever the gap, Bubble Tea
// makes the same of it as of the whole; only that a lone ESC, after the patience, was
// the key Esc already.
func TestKeyTable(t *testing.T) {
	type cutting struct {
		seq string
		at  int
		gap time.Duration
	}
	var cases []cutting
	var pieces []piece
	var want reads
	for _, seq := range keyTable() {
		for at := 1; at < len(seq); at++ {
			for _, gap := range []time.Duration{0, short, late} {
				cases = append(cases, cutting{seq, at, gap})
				first := cut(seq, gap, at)
				first[0].after = never
				pieces = append(pieces, first...)
				pieces = append(pieces, piece{never, mark})
				head, whole := seq[:at], seq
				if gap == late && (head == "\x1b" || head == "\x1b\x1b" || head == "\x1b[O") {
					want = append(want, head)
					if head == "\x1b" && !strings.ContainsRune("[O", rune(seq[1])) {
						whole = seq[1:] // Esc, and another key, as it may well have been typed
					}
				}
				want = append(want, whole, mark)
			}
		}
	}
	got, expected := sections(bubbleTea(t, keysOf(pieces...))), sections(bubbleTea(t, &want))
	if len(got) != len(expected) {
		t.Fatalf("%d sections, want %d", len(got), len(expected))
	}
	for i, c := range cases {
		if !slices.Equal(got[i], expected[i]) {
			t.Errorf("%q cut at %d, %v: got %q, want %q", c.seq, c.at, c.gap, got[i], expected[i])
		}
	}
	t.Logf("%d sequences, %d cases", len(keyTable()), len(cases))
}

// TestKeyTableByByte sends every sequence byte by byte over a slow line.
func TestKeyTableByByte(t *testing.T) {
	for _, seq := range keyTable() {
		if got := strings.Join(readAll(t, keysOf(cut(seq, short, everywhere(seq)...)...)), ""); got != seq {
			t.Errorf("%q: got %q", seq, got)
		}
	}
}

// answers are what terminals answer to questions, of us and of others.
var answers = []string{
	"\x1b]11;rgb:1e1e/1e1e/2e2e\a",
	"\x1b]11;rgb:0000/0000/0000\x1b\\",
	"\x1b]11;rgba:ffff/ffff/ffff/8000\x1b\\",
	"\x1b]10;rgb:ff/ff/ff\a",
	"\x1b]4;7;rgb:e5e5/e5e5/e5e5\x1b\\",
	"\x1b]52;c;" + strings.Repeat("cSBxIHE=", 40) + "\x1b\\",
	"\x1b]lTitle: q\x1b\\",
	"\x1b[?64;1;2;6;22c",
	"\x1b[>41;354;0c",
	"\x1b[?2026;2$y",
	"\x1b[4;1$y",
	"\x1b[0n",
	"\x1b[?997;1n",
	"\x1b[24;80R",
	"\x1b[1;1R",
	"\x1b[?1;1;1R",
	"\x1b[8;24;80t",
	"\x1b[?1u",
	"\x1bP>|XTerm(380)\x1b\\",
	"\x1bP1$r0m\x1b\\",
	"\x1bP0+r544e\x1b\\",
	"\x1bP!|00000000\x1b\\",
	"\x1b_Gi=31;OK\x1b\\",
}

// TestAnswers cuts every answer in two at every place, and lets it come byte by byte.
// No byte of it is a key, but the ESC that stood alone for too long, if nothing was
// asked.
func TestAnswers(t *testing.T) {
	for _, answer := range answers {
		for _, asked := range []bool{false, true} {
			for _, gap := range []time.Duration{0, short, late} {
				for at := 1; at < len(answer); at++ {
					want := ""
					if at == 1 && gap == late && (!asked || len(answer)-1 < restOfAnswer) {
						want = "\x1b"
					}
					checkAnswer(t, answer, asked, want, cut(answer, gap, at))
				}
				// A colour's answer that creeps is no keys either, after its ESC.
				if want := ""; gap < late || asked && answer[1] == ']' && len(answer) < maxSequence {
					if gap == late {
						want = "\x1b"
					}
					checkAnswer(t, answer, asked, want, cut(answer, gap, everywhere(answer)...))
				}
			}
		}
	}
}

func checkAnswer(t *testing.T, answer string, asked bool, want string, pieces []piece) {
	t.Helper()
	k := keysOf(append(pieces, piece{2 * replyDeadline, "j"})...)
	if asked {
		if err := k.Ask(new(strings.Builder), true); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(readAll(t, k), ""); got != want+"j" {
		t.Errorf("%q asked %v in %v: got %q, want %q", answer, asked, pieces, got, want+"j")
	}
}

func TestAsk(t *testing.T) {
	k := keysOf(piece{time.Second, "j\x1b"}, piece{late, "]11;rgb:1e1e/1e1e/2e2e\x1b"}, piece{3 * time.Second, "\\k"})
	var out strings.Builder
	if err := k.Ask(&out, true); err != nil || out.String() != "\x1b]11;?\a\x1b[5n" {
		t.Errorf("asked %q, %v", out.String(), err)
	}
	if got := strings.Join(readAll(t, k), ""); got != "jk" {
		t.Errorf("got %q, want %q", got, "jk")
	}
	select {
	case got := <-k.Answers():
		if want := (Background{0x1e1e, 0x1e1e, 0x2e2e}); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	default:
		t.Error("no answer")
	}
	if k.replyDue(k.from.now()) {
		t.Error("it has answered and still replyDue")
	}
}

// TestReads says which bytes go together into one Read.
func TestReads(t *testing.T) {
	tests := []struct {
		name   string
		asked  bool
		pieces []piece
		want   []string
	}{
		{"keys typed at once", false, []piece{{0, "jjjq"}}, []string{"jjjq"}},
		{"Esc", false, []piece{{0, "\x1b"}}, []string{"\x1b"}},
		{"Esc, then a key", false, []piece{{0, "\x1b"}, {late, "j"}}, []string{"\x1b", "j"}},
		{"Alt and a key", false, []piece{{0, "\x1bj"}}, []string{"\x1bj"}},
		{"Esc, then an arrow", false, []piece{{0, "\x1b"}, {late, "\x1b[A"}}, []string{"\x1b", "\x1b[A"}},
		{"Esc, then half of an arrow", false, []piece{{0, "\x1b"}, {late, "\x1b["}, {late, "A"}}, []string{"\x1b", "\x1b[A"}},
		{"Esc twice", false, []piece{{0, "\x1b"}, {late, "\x1b"}}, []string{"\x1b", "\x1b"}},
		{"Esc thrice at once", false, []piece{{0, "\x1b\x1b\x1b"}}, []string{"\x1b\x1b\x1b"}},
		{"Esc while the wheel turns", false, []piece{{0, "j\x1b\x1b[<64;1;1Mk"}}, []string{"j\x1b[<64;1;1M\x1b", "k"}},
		{"Esc, then an answer", false, []piece{{0, "\x1b\x1b[0nk"}}, []string{"\x1b", "k"}},
		{"Alt and an arrow of rxvt", false, []piece{{0, "\x1b\x1b[D"}}, []string{"\x1b\x1b[D"}},
		{"Esc, then a bracket", false, []piece{{0, "\x1b"}, {late, "["}, {late, "j"}}, []string{"\x1b", "[", "j"}},
		{"Esc, then O and j at once", false, []piece{{0, "\x1b"}, {late, "Oj"}}, []string{"\x1b", "Oj"}},
		{"Esc, and long after it the tail of an arrow", false, []piece{{0, "\x1b"}, {2 * time.Second, "[A"}}, []string{"\x1b", "[A"}},
		{"Esc, then a letter in two halves", false, []piece{{0, "\x1b"}, {late, "\xc3"}, {late, "\xa9"}}, []string{"\x1b", "é"}},
		{"half a letter, then a key", false, []piece{{0, "\xc3"}, {late, "j"}}, []string{"\xc3j"}},
		{"half an arrow, then a key", false, []piece{{0, "\x1b[1;"}, {late, "\rj"}}, []string{"\r", "j"}},
		{"half an arrow, and long after it a key", false, []piece{{0, "\x1b[1;"}, {never, "A"}}, []string{"A"}},
		{"half an arrow, then an arrow", false, []piece{{0, "\x1b[1;"}, {late, "\x1b[A"}}, []string{"\x1b[A"}},
		{"half an arrow, then Esc", false, []piece{{0, "\x1b[1;"}, {late, "\x1b"}, {late, "j"}}, []string{"\x1b", "j"}},
		{"half a report of the mouse, then a key", false, []piece{{0, "\x1b[<64;10"}, {late, "j"}}, []string{"j"}},
		{"a malformed report of the mouse", false, []piece{{0, "\x1b[<64;1M\x1b[<64;1;1M"}}, []string{"\x1b[<64;1;1M"}},
		{"half an answer, then keys", false, []piece{{0, "\x1b]11;rgb:00"}, {never, "jk"}}, []string{"jk"}},
		{"half an answer, then Enter", false, []piece{{0, "\x1b]11;rgb:00"}, {late, "\rj"}}, []string{"\r", "j"}},
		{"half an answer, then an arrow", false, []piece{{0, "\x1b]11;rgb:00"}, {late, "\x1b[A"}}, []string{"\x1b[A"}},
		{"keys around an answer", false, []piece{{0, "ab" + answers[1] + "cd"}}, []string{"ab", "cd"}},
		{"Alt+[ and Enter", false, []piece{{0, "\x1b[\r"}}, []string{"\x1b[\r"}},
		{"Alt+] and a key", false, []piece{{0, "\x1b]j"}}, []string{"\x1b]j"}},
		{"the keypad, which Bubble Tea would spell", false, []piece{{0, "\x1bOjk"}}, []string{"k"}},
		{"Delete with Shift of rxvt, which it would spell", false, []piece{{0, "\x1b[3$k"}}, []string{"k"}},
		{"a sequence that Bubble Tea skips", false, []piece{{0, "\x1b[97;5uk"}}, []string{"\x1b[97;5uk"}},
		{"a sequence without end", false, []piece{{0, "\x1b[" + strings.Repeat("1;", 40) + "A"}}, []string{strings.Repeat("1;", 9) + "A"}},
		{"F3 with Shift is no place of the cursor", false, []piece{{0, "\x1b[1;2R"}}, []string{"\x1b[1;2R"}},
		{"asked: Esc, and soon a key", true, []piece{{0, "\x1b"}, {late, "q"}}, []string{"\x1b", "q"}},
		{"asked: Esc, and soon an arrow", true, []piece{{0, "\x1b"}, {late, "\x1b[A"}}, []string{"\x1b", "\x1b[A"}},
		{"asked: Esc, and soon the wheel", true, []piece{{0, "\x1b"}, {late, "\x1b[<64;1;1M"}}, []string{"\x1b[<64;1;1M\x1b"}},
		{"asked: Esc", true, []piece{{0, "\x1b"}, {never, "j"}}, []string{"\x1b", "j"}},
		{"asked: an answer in three parts", true, []piece{{0, "\x1b"}, {late, "]11;rgb:0000"}, {5 * time.Second, "/0000/0000\a"}, {late, "j"}}, []string{"j"}},
		{"a paste of keys", false, []piece{{0, pasteStart + "q\x1b" + answers[0]}, {late, "\x1b[2"}, {late, "01~j"}}, []string{pasteStart + "q\x1b" + answers[0], "\x1b[2", "01~j"}},
		{"a paste that is too long", false, []piece{{0, pasteStart + strings.Repeat("q", maxPaste+1) + pasteEnd + "j"}}, nil},
		{"a paste without end", false, []piece{{0, pasteStart + "q"}, {never, "j"}}, []string{pasteStart + "q", pasteEnd + "j"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := keysOf(tt.pieces...)
			if tt.asked {
				if err := k.Ask(new(strings.Builder), true); err != nil {
					t.Fatal(err)
				}
			}
			got := readAll(t, k)
			if tt.want == nil {
				got = []string{strings.Join(got, "")}
				tt.want = []string{pasteStart + strings.Repeat("q", maxPaste) + pasteEnd + "j"}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestPatience says how long Esc takes.
func TestPatience(t *testing.T) {
	for _, tt := range []struct {
		name  string
		asked bool
		in    string
		want  time.Duration
	}{
		{"a key", false, "j", 0},
		{"Esc", false, "\x1b", 50 * time.Millisecond},
		{"half an arrow, which is no key", false, "j\x1b[1", 0},
		{"Esc while an answer is replyDeadline", true, "\x1b", strictPatience},
	} {
		k := keysOf(piece{0, tt.in})
		if tt.asked {
			_ = k.Ask(new(strings.Builder), true)
		}
		if _, err := k.Read(make([]byte, 256)); err != nil {
			t.Fatal(err)
		}
		if got := k.from.(*script).clock; got != tt.want {
			t.Errorf("%s: handed over after %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestLongInput sends more than Bubble Tea's slice holds, of everything.
func TestLongInput(t *testing.T) {
	keys := strings.Repeat("j", 3000)
	arrows := strings.Repeat("\x1b[A\x1b[1;5Bé\x1b[<64;100;20M\x1b\x1b[D語", 500)
	paste := pasteStart + strings.Repeat("q ü\n\x1b[B\x1b", 1000) + pasteEnd
	escapes := strings.Repeat("\x1b", 1000)
	for _, in := range []string{keys, arrows, paste, escapes, keys + paste + arrows} {
		if got := strings.Join(readAll(t, keysOf(piece{0, in})), ""); got != in {
			t.Errorf("%.20q… is not what was sent", in)
		}
	}
	for _, part := range readAll(t, keysOf(piece{0, arrows})) {
		if tokens := tokenize(part); tokens[len(tokens)-1].class == partial {
			t.Errorf("%q ends within a key", part)
		}
	}
}

// TestSmallSlices reads with slices that are too small for a sequence.
func TestSmallSlices(t *testing.T) {
	const in = "é\x1b[1;5A\x1b[<64;10;10Mjk\x1b\x1b[D"
	for size := 1; size < 20; size++ {
		k := keysOf(piece{0, in})
		var got []byte
		for p := make([]byte, size); ; {
			n, err := k.Read(p)
			if err != nil {
				break
			}
			got = append(got, p[:n]...)
		}
		if string(got) != in {
			t.Errorf("in slices of %d: got %q", size, got)
		}
	}
}
