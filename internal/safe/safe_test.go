package safe

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var newTests = []struct{ name, in, want string }{
	{"plain text is untouched", "Ketamine, 0.5 mg/kg\n\tas said", "Ketamine, 0.5 mg/kg\n\tas said"},
	{"escape is shown, not sent", "\x1b[31mred", "␛[31mred"},
	{"bell, backspace, delete", "a\a\b\x7f", "a␇␈␡"},
	{"C1 as UTF-8", "\u009b31m\u009d", "\ufffd31m\ufffd"},
	{"invalid bytes", "a\xffb\xc0\x9b", "a\ufffdb\ufffd\ufffd"},
	{"surrogate halves", "\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
	{"line ends of other systems", "a\r\nb\rc", "a\nb\nc"},
	{"line and paragraph separators", "a\u2028b\u2029", "a␤b␤"},
	{"bidirectional override", "user\u202etxt.exe\u2066x\u2069", "user\ufffdtxt.exe\ufffdx\ufffd"},
	{"bidirectional marks", "a\u200eb\u200fc\u061c", "abc"},
	{"zero width", "pa\u200bss\u2060wo\u00adrd\ufeff", "password"},
	{"right-to-left letters stay", "שלום", "שלום"},
	{"Persian keeps its non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
	{"a joiner between Latin letters is dropped", "a\u200db", "ab"},
	{"emoji family stays one", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
	{"emoji presentation", "☺\ufe0f", "☺\ufe0f"},
	{"tags", "🏴\U000e0067\U000e0062", "🏴"},
	{"accents", "e\u0301", "e\u0301"},
	{"marks are bounded", "Z" + strings.Repeat("\u0351", 50), "Z" + strings.Repeat("\u0351", maxMarks)},
	{"marks on each of several letters", strings.Repeat("Z"+strings.Repeat("\u0351", maxMarks), 3), strings.Repeat("Z"+strings.Repeat("\u0351", maxMarks), 3)},
	{"a mark on nothing", "\u0301a", "\u0301a"},
	{"joined letters are bounded", strings.Repeat("中\u200d", 20) + "中", strings.Repeat("中\u200d", maxCluster/2-1) + "中" + strings.Repeat("中\u200d", 20-maxCluster/2) + "中"},
	{"a joiner at an end", "👩\u200d", "👩"},
	{"two joiners", "👩\u200d\u200d👧", "👩\u200d👧"},
	{"noncharacters", "\ufdd0\uffff", "\ufffd\ufffd"},
}

func TestNew(t *testing.T) {
	for _, tt := range newTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := New(tt.in).String(); got != tt.want {
				t.Errorf("New(%q)\n got %q\nwant %q", tt.in, got, tt.want)
			}
		})
	}
}

// Each range of runes that no terminal may get is closed at both ends.
func TestRanges(t *testing.T) {
	for _, tt := range []struct {
		first, last rune
		want        string
	}{
		{0x80, 0x9f, "\ufffd"}, {0x202a, 0x202e, "\ufffd"}, {0x2066, 0x2069, "\ufffd"}, {0xfff9, 0xfffb, "\ufffd"}, {0xfdd0, 0xfdef, "\ufffd"}, {0x1fffe, 0x1ffff, "\ufffd"},
		{0x200e, 0x200f, ""}, {0x2060, 0x2064, ""}, {0x206a, 0x206f, ""}, {0xfe00, 0xfe0d, ""}, {0x1d173, 0x1d17a, ""}, {0xe0000, 0xe0fff, ""},
	} {
		for _, r := range []rune{tt.first, tt.last} {
			if got := New("a" + string(r) + "b").String(); got != "a"+tt.want+"b" {
				t.Errorf("%U: %q", r, got)
			}
		}
	}
	for _, r := range []rune{0xa0, 0xac, 0xae, 0x2010, 0x2027, 0x202f, 0x2065, 0xfdcf, 0xfdf0, 0xfe0e, 0xfe0f, 0xfff8, 0xfffc, 0x1d172, 0x1d17b, 0xdfffd} {
		if got := New("a" + string(r) + "b").String(); got != "a"+string(r)+"b" {
			t.Errorf("%U: %q", r, got)
		}
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{"": "", " ": "", "a b": "a b", " a": "a", "a ": "a", "a  b": "a b", "a\tb": "a b", "é  b": "é b", "a\x7f": "a␡"} {
		if got := Line(in).String(); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got, want := Line("  a\n b\tc\x1b ").String(), "a b c␛"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range []string{"", "\x1b]52;c;YQ==\a", "a\u200db", "e\u0301\u0301", "\xff\xfe", "\r\n\r", "👩\u200d👧"} {
		f.Add(s)
	}
	for _, tt := range newTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := New(s).String()
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		for _, r := range got {
			if invisible(r) || substitute(r) != r {
				t.Fatalf("New(%q) kept %U", s, r)
			}
		}
		if again := New(got).String(); again != got {
			t.Fatalf("not idempotent: %q then %q", got, again)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	text := strings.Repeat("The spacing effect is among the oldest findings [1, 2–4] – say they. ", 1000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		New(text)
	}
}

// The fast way takes no rune that the slow way would change, drop or count.
func TestOrdinary(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if isOrdinary(r) && (substitute(r) != r || invisible(r) || unicode.In(r, unicode.M) || r == zwj || r == zwnj) {
			t.Errorf("%U is not ordinary", r)
		}
	}
}

// It takes what most texts are made of whole, and a line of words is not copied.
func TestFastWay(t *testing.T) {
	for _, s := range []string{"a", "Tides: 5 m.\n\tHigh", "naïve\u00a0– “quoted” Ͱ Ελλάδα, кит", "‐ ‰ € ℀ → ≤ 3", "、潮汐ぁはカ゠, 㐀, 가한국어"} {
		if n := ordinary(s); n != len(s) {
			t.Errorf("%q: %d of %d bytes", s, n, len(s))
		}
	}
	for s, want := range map[string]bool{"": true, "a": true, "High tide ~": true, " a": false, "a ": false, "a  b": false, "a\tb": false, "a\x7f": false, "é": false} {
		if got := isLine(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
