package textwidth

import (
	"testing"
	"unicode/utf8"
)

// widths has texts and their columns: those of the cluster or of its letters, whichever are more.
var widths = []struct {
	text string
	want int
}{
	{"", 0},
	{"tide", 4},
	{"marée", 5},
	{"mare\u0301e", 5},
	{"a\u0301\u0302", 1},
	{"潮水", 4},
	{"조수", 4},
	{"\u110c\u1169", 2},
	{"ज्वार", 4},
	{"हिन्दी", 5},
	{"কি", 2},
	{"நீ", 1},
	{"கொ", 2},
	{"น้ำ", 2},
	{"ទឹក", 2},
	{"ရေ", 2},
	{"\x1b[1mtide\x1b[0m", 4},
	{"\x1b]8;;https://example.org\x1b\\tide\x1b]8;;\x1b\\", 4},
	{"a\tb\x00", 2},
	{"❤\ufe0f", 2},
	{"\u00e9\u0300", 1},
}

func TestOf(t *testing.T) {
	for _, tt := range widths {
		if got := Of(tt.text); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		text             string
		columns          int
		cut, fit, fitEnd string
	}{
		{"tide", 4, "tide", "tide", "tide"},
		{"tides", 4, "tide", "tid…", "…des"},
		{"tides", 1, "t", "…", "…"},
		{"tides", 0, "", "", ""},
		{"潮水高", 5, "潮水", "潮水…", "…水高"},
		{"潮水高", 4, "潮水", "潮…", "…高"},
		{"\x1b[1mtides\x1b[0m", 3, "\x1b[1mtid", "\x1b[1mti…\x1b[0m", "\x1b[1m…es\x1b[0m"},
		{"ज्वार", 3, "ज्वा", "…", "…र"},
	} {
		if got := Cut(tt.text, tt.columns); got != tt.cut {
			t.Errorf("Cut(%q, %d): %q, want %q", tt.text, tt.columns, got, tt.cut)
		}
		if got := Fit(tt.text, tt.columns); got != tt.fit {
			t.Errorf("Fit(%q, %d): %q, want %q", tt.text, tt.columns, got, tt.fit)
		}
		if got := FitEnd(tt.text, tt.columns); got != tt.fitEnd {
			t.Errorf("FitEnd(%q, %d): %q, want %q", tt.text, tt.columns, got, tt.fitEnd)
		}
	}
}

// FuzzFit checks that a text that was cut takes no more than its columns.
func FuzzFit(f *testing.F) {
	for _, tt := range widths {
		f.Add(tt.text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, columns int) {
		columns %= 100
		if !utf8.ValidString(text) || columns < 0 {
			return
		}
		for _, got := range []string{Cut(text, columns), Fit(text, columns), FitEnd(text, columns)} {
			if Of(got) > columns {
				t.Fatalf("%q: %d columns, want at most %d", got, Of(got), columns)
			}
		}
	})
}
