package scan

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Théroux-Rancourt": "theroux rancourt", " (Okoro, ": "okoro", "Øye.": "oye", "": "", "., (": "", "O'Neill": "o'neill",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestFoldWithOffsets holds that each byte of a folded text leads to the letter that it was folded from.
func TestFoldWithOffsets(t *testing.T) {
	const s = "(Théroux-Øye)"
	folded, offsets := FoldWithOffsets(s)
	if folded != "(theroux oye)" || len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
		t.Fatalf("%q with offsets %v", folded, offsets)
	}
	for i, c := range folded {
		r, _ := utf8.DecodeRuneInString(s[offsets[i]:])
		if from := withoutHyphens(Fold(string(r))); from != "" && from != string(c) {
			t.Errorf("%q was folded from %q", c, r)
		}
	}
}

func TestLastWord(t *testing.T) {
	for in, want := range map[string]string{
		"see Okoro": "Okoro", "Okoro": "Okoro", "as (Okoro": "Okoro", "as\tOkoro": "Okoro", "as\nOkoro": "Okoro", "Okoro ": "", "": "",
		"see " + strings.Repeat("a", 60): strings.Repeat("a", 60), "see " + strings.Repeat("a", 61): strings.Repeat("a", 60),
	} {
		if got := LastWord(in); got != want {
			t.Errorf("%q ends with %q, want %q", in, got, want)
		}
	}
}

func TestTail(t *testing.T) {
	for _, tt := range []struct {
		in   string
		n    int
		want string
	}{
		{"tides", 9, "tides"}, {"tides", 5, "tides"}, {"tides", 2, "es"}, {"tides", 0, ""},
		{"é", 1, ""}, {"aé", 2, "é"}, {"声声", 4, "声"}, {"声a", 2, "a"},
	} {
		if got := Tail(tt.in, tt.n); got != tt.want {
			t.Errorf("the last %d bytes of %q: %q, want %q", tt.n, tt.in, got, tt.want)
		}
	}
}

// borderTests have a bar where the border is asked for.
var borderTests = map[string]bool{
	"|tides": true, "tides|": true, "ti|des": false, "high |tides": true, "high| tides": true, "(|tides": true, "19|96": false, "tide|2": false,
	"潮|汐": true, "Okoro|は": true, "は|Okoro": true, "Okoro|은": true, "é|té": false, "Okoro|'s": true,
}

func TestIsWordBorder(t *testing.T) {
	for in, want := range borderTests {
		before, behind, _ := strings.Cut(in, "|")
		if got := IsWordBorder(before+behind, len(before)); got != want {
			t.Errorf("%s is a border: %v", in, got)
		}
	}
	if !IsWordBorder("tides", -1) || !IsWordBorder("tides", 6) {
		t.Error("beyond a text no word goes on")
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string][]string{
		"okoro and o'neill, 2019a": {"okoro", "and", "o'neill", "2019a"}, "(silva; lindén)": {"silva", "lindén"}, " – ": nil,
	} {
		if got := Words(in); !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", in, got, want)
		}
	}
}

// TestPatterns holds which signs and words may stand between the numbers of a mark.
func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		name, pattern string
		matches, not  []string
	}{
		{"a gap", Gap, []string{"", " ", "\u00a0\u2009", "\n", " \n > "}, []string{"\n\n", "a"}},
		{"a dash", Dash, []string{"-", "–", "−"}, []string{"", "=", "--"}},
		{"a word", AndWord, []string{" and ", ", and ", " und ", "\u00a0and\n"}, []string{"and", " and", ", ", " or "}},
		{"a range in words", RangeWord, []string{"~", "to ", "bis ", "à "}, []string{"to", "tot "}},
	} {
		whole := regexp.MustCompile(`^(?:` + tt.pattern + `)$`)
		for _, s := range tt.matches {
			if !whole.MatchString(s) {
				t.Errorf("%q is not %s", s, tt.name)
			}
		}
		for _, s := range tt.not {
			if whole.MatchString(s) {
				t.Errorf("%q is %s", s, tt.name)
			}
		}
	}
}

// FuzzTail holds that the end of a text is one, and begins with a letter of it.
func FuzzTail(f *testing.F) {
	for in := range borderTests {
		f.Add(in, 3)
	}
	f.Fuzz(func(t *testing.T, in string, n int) {
		if n < 0 {
			return
		}
		got := Tail(in, n)
		if !strings.HasSuffix(in, got) || len(got) > n || utf8.ValidString(in) && !utf8.ValidString(got) {
			t.Errorf("the last %d bytes of %q: %q", n, in, got)
		}
	})
}
