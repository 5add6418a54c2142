package safe

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestNew(t *testing.T) {
	tests := []struct{ name, in, want string }{
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
		{"noncharacters", "\ufdd0\uffff", "\ufffd\ufffd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := New(tt.in).String(); got != tt.want {
				t.Errorf("New(%q)\n got %q\nwant %q", tt.in, got, tt.want)
			}
		})
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
