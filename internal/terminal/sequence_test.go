package terminal

import (
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

type token struct {
	class tokenClass
	text  string
}

// tokenize classifies all of s, with everything that follows a sequence in sight.
func tokenize(s string) []token {
	var tokens []token
	for s != "" {
		f, n := classify([]byte(s))
		tokens = append(tokens, token{f, s[:n]})
		s = s[n:]
	}
	return tokens
}

func TestClassify(t *testing.T) {
	tests := []struct {
		in    string
		class tokenClass
		n     int
	}{
		{"jk", key, 1}, {"\x00", key, 1}, {"é.", key, 2}, {"\xc3", partial, 1}, {"\xc3j", key, 1}, {"\xe8\xaa", partial, 2},
		{"\x1b", partial, 1}, {"\x1bj", key, 2}, {"\x1bé", key, 3}, {"\x1b\xc3", partial, 2},
		{"\x1b\x1b", partial, 2}, {"\x1b\x1bj", key, 2}, {"\x1b\x1b\x1b", key, 2}, {"\x1b\x1b[", partial, 3}, {"\x1b\x1b[A", key, 4}, {"\x1b\x1b[\r", key, 2},
		{"\x1b[", partial, 2}, {"\x1b[A", key, 3}, {"\x1b[1;5Aj", key, 6}, {"\x1b[\r", key, 2}, {"\x1b[1\r", noise, 3}, {"\x1b[ 1", noise, 3},
		{"\x1b[[", partial, 3}, {"\x1b[[A", key, 4}, {"\x1b[[j", noise, 3}, {"\x1b[O", partial, 3}, {"\x1b[OA", key, 4}, {"\x1b[Oj", key, 3},
		{"\x1b[7$", key, 4}, {"\x1b[3$", noise, 4}, {"\x1b[200~", key, 6},
		{"\x1b[c", key, 3}, {"\x1b[?1;2c", answer, 7}, {"\x1b[?7$y", answer, 6}, {"\x1b[4;1$y", answer, 7}, {"\x1b[0n", answer, 4}, {"\x1b[8;24;80t", answer, 10},
		{"\x1b[1;2R", key, 6}, {"\x1b[1;16R", key, 7}, {"\x1b[1;17R", answer, 7}, {"\x1b[2;2R", answer, 6}, {"\x1b[R", key, 3},
		{"\x1b[<0;1;1M", key, 9}, {"\x1b[<0;1", partial, 6}, {"\x1b[<0;1M", noise, 7}, {"\x1b[<0;1j", noise, 6}, {"\x1b[<000000000000000000M", noise, 21},
		{"\x1b[M !!j", key, 6}, {"\x1b[M !", partial, 5}, {"\x1b[M\x1b[A", noise, 3},
		{"\x1bO", partial, 2}, {"\x1bOP", key, 3}, {"\x1bOj", noise, 3}, {"\x1bO\r", key, 2}, {"\x1bO1", key, 2},
		{"\x1b]", partial, 2}, {"\x1b]j", key, 2}, {"\x1b]1", partial, 3}, {"\x1b]11;?\aj", answer, 7}, {"\x1b]11;?\x1b", partial, 7}, {"\x1b]11;?\x1b\\j", answer, 8}, {"\x1b]11;?\x1bj", noise, 6},
		{"\x1bP", partial, 2}, {"\x1bPj", key, 2}, {"\x1bP1$r\x1b\\", answer, 7}, {"\x1b_G\x1b\\", answer, 5}, {"\x1b_j", key, 2},
	}
	for _, tt := range tests {
		if f, n := classify([]byte(tt.in)); f != tt.class || n != tt.n {
			t.Errorf("classify(%q) = %d, %d, want %d, %d", tt.in, f, n, tt.class, tt.n)
		}
	}
}

// anAnswer is what an answer may look like at most, written without regard to classify.
var anAnswer = regexp.MustCompile(`^\x1b+(` +
	`\[[?>=][0-?]*[ -/]*[@-~]` + // private
	`|\[[0-?]*[ -/]*[ntxyR]` + // reports
	`|[]P_][^\x00-\x1f]+(\x07|\x1b\\))$`) // strings

// expected returns the keys of a terminal that sends s at once.
func expected(t *testing.T, s string) []string {
	var keys []string
	for s != "" {
		f, n := classify([]byte(s))
		text := s[:n]
		s = s[n:]
		twice := n > 2 && text[1] == esc
		switch {
		case f == answer && !anAnswer.MatchString(text):
			t.Fatalf("%q is no answer", text)
		case f == partial:
			if text == "\x1b" || text == "\x1b\x1b" || text == "\x1b[O" {
				keys = append(keys, text)
			}
		case strings.HasSuffix(text, pasteStart):
			paste, rest, ended := strings.Cut(s, pasteEnd)
			if ended {
				paste += pasteEnd
			}
			keys = append(keys, pasteStart+paste)
			s = rest
		case twice && f == key && !altForm.MatchString(text[2:]):
			keys = append(keys, text[1:], "\x1b")
		case twice && f != key:
			keys = append(keys, "\x1b")
		case f == key:
			keys = append(keys, text)
		}
	}
	return keys
}

// FuzzKeys sends a stream in pieces that come quickly, into slices of any size. What is
// handed over depends on neither, every byte is handed over or belongs to an answer or
// a broken sequence, and no key is cut by the end of a slice.
func FuzzKeys(f *testing.F) {
	for _, seqs := range [][]string{keyTable(), answers} {
		for i := range seqs {
			f.Add(strings.Join(seqs[i:min(len(seqs), i+3)], "j"), uint64(i))
		}
	}
	f.Add("\x1b\x1b[1"+strings.Repeat(">", 61), uint64(0))
	f.Add("\x1b\x1b[<64;1;1M\x1b\x1b[200~q\x1b[201~\x1b[1;\xc3\x1b]11;\x1bj", uint64(0))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		s = s[:min(len(s), 4<<10)] // more shows no more
		want := strings.Join(expected(t, s), "")
		random := rand.New(rand.NewPCG(seed, 0))
		var pieces []piece
		for rest := s; rest != ""; {
			n := 1 + random.IntN(min(len(rest), 40))
			pieces = append(pieces, piece{time.Millisecond, rest[:n]})
			rest = rest[n:]
		}
		k := keysOf(pieces...)
		var got []byte
		for {
			p := make([]byte, 1+random.IntN(300))
			n, err := k.Read(p)
			if err == io.EOF {
				break
			}
			got = append(got, p[:n]...)
		}
		if string(got) != want {
			t.Fatalf("%q in pieces %v\n got %q\nwant %q", s, pieces, got, want)
		}
		if got := strings.Join(readAll(t, answering(short, pieces...)), ""); got != want {
			t.Fatalf("%q in pieces %v, of a terminal that answers\n got %q\nwant %q", s, pieces, got, want)
		}
		for i := range pieces {
			pieces[i] = piece{[]time.Duration{0, short, late, 2 * time.Second, never}[random.IntN(5)], pieces[i].bytes}
		}
		readAll(t, keysOf(pieces...)) // nothing is kept back
		readAll(t, answering(short, pieces...))
		keys := expected(t, s)
		if strings.Contains(s, pasteStart) {
			return // it may be cut anywhere
		}
		for _, part := range readAll(t, keysOf(piece{0, s})) {
			whole := part
			for part != "" && strings.HasPrefix(part, keys[0]) {
				part, keys = part[len(keys[0]):], keys[1:]
			}
			if part != "" {
				t.Fatalf("%q: a Read returned %q, which ends within a key", s, whole)
			}
		}
	})
}

// TestTogether checks that Bubble Tea makes the same of keys that are read together as
// of keys that are read one by one.
func TestTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	all := slices.Concat(keyTable(), answers, strings.Split("j k q é [ O ] A < ; 1 M \x1b \x1b \x1b\x1b \r \x00 \x7f \x1b[ \x1bO \x1b] \x1b[1; \x1b[<64;1", " "))
	all = slices.DeleteFunc(all, func(s string) bool { return s == mark })
	var pieces []piece
	var single reads
	for range 3000 {
		var b strings.Builder
		for range 1 + random.IntN(6) {
			b.WriteString(all[random.IntN(len(all))])
		}
		pieces = append(pieces, piece{never, b.String()}, piece{never, mark})
		single = append(append(single, expected(t, b.String())...), mark)
	}
	got, want := sections(bubbleTea(t, keysOf(pieces...))), sections(bubbleTea(t, &single))
	for i := range min(len(got), len(want)) {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("%q: together %q, one by one %q", pieces[2*min(i, len(pieces)/2-1)].bytes, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d sections, want %d", len(got), len(want))
	}
}
