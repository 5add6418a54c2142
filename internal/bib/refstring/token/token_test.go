package token

import (
	"strings"
	"testing"
)

// A row gives a text and its tokens: a number in angle brackets, a mark in quotes, a full stop
// that belongs to a word behind it, and blanks where the text has them.
var splitTests = []struct{ in, want string }{
	{"Okoro, B. C.", `Okoro"," B. C.`},
	{"Okoro ,B .", `Okoro ","B "."`},
	{"12(3), 45–67", `<12>"("<3>")""," <45>"–"<67>`},
	{"R1819 vi51 63a 2006a", `<R1819> <vi51> <63a> <2006a>`},
	{"abc12 12abc e12-e15", `abc12 12abc <e12>"-"<e15>`},
	{"2.1 12-15", `<2.1> <12>"-"<15>`},
	{"O’Neill d'Alembert al-Kindi", `O’Neill d'Alembert al-Kindi`},
	{"'t end'", `"'"t end"'"`},
	{"J.-P. Durand", `J.-P. Durand`},
	{"J. -P.", `J. "-"P.`},
	{"12.-B", `<12>.-B`},
	{"n° 3", `n"°" <3>`},
	{"3a4 제27권", `3a4 제27권`},
	{"", ""},
}

func TestSplit(t *testing.T) {
	for _, tt := range splitTests {
		if got := strings.TrimSpace(printTokens(Split(tt.in))); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func printTokens(l List) string {
	var b strings.Builder
	for _, t := range l {
		if t.Gap {
			b.WriteByte(' ')
		}
		switch t.Kind {
		case Number:
			b.WriteString("<" + t.Text + ">")
		case Mark:
			b.WriteString(`"` + t.Text + `"`)
		default:
			b.WriteString(t.Text)
		}
		if t.Dot {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// FuzzSplit checks that tokens with their stops are all of the text but its white space.
func FuzzSplit(f *testing.F) {
	for _, tt := range splitTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.ToValidUTF8(in, "")
		l := Split(in)
		whole := ""
		for _, token := range l {
			whole += token.Text
			if token.Dot {
				whole += "."
			}
		}
		if got := strings.Join(strings.Fields(whole), ""); got != strings.Join(strings.Fields(in), "") {
			t.Errorf("tokens %q", got)
		}
		for i := range l {
			l.Span(i, len(l))
			l.Field(i, i+1)
			l.Closing(i)
			l.IsPlace(i, i+1)
		}
	})
}

func TestSpan(t *testing.T) {
	l := Split("In A. Okoro" + CutMark + ", B.")
	for _, tt := range []struct {
		from, to int
		want     string
	}{
		{0, 1, "In"}, {1, 2, "A."}, {1, 3, "A. Okoro"}, {2, 5, "Okoro,"}, {0, 6, "In A. Okoro, B."}, {2, 2, ""}, {3, 2, ""}, {6, 7, ""},
	} {
		if got := l.Span(tt.from, tt.to); got != tt.want {
			t.Errorf("tokens [%d, %d): %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	if got := l.Field(1, 99); got != "A. Okoro, B" {
		t.Errorf("field %q", got)
	}
}

func TestTrimField(t *testing.T) {
	for in, want := range map[string]string{
		" “Slow waves,” ": "Slow waves", "Waves (CUA ’14)": "Waves (CUA ’14)", "(Waves": "Waves", "Waves)": "Waves", "[Waves": "Waves",
		"«Onde» —": "Onde", "Waves?": "Waves?", "...": "", "(a) b": "(a) b",
	} {
		if got := TrimField(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestClosing(t *testing.T) {
	for in, want := range map[string]int{"(a)": 2, "(a (b) c)": 6, "[a)": 2, "(a": 2, "(a [b] c": 6} {
		if got := Split(in).Closing(0); got != want {
			t.Errorf("%s: token %d, want %d", in, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	l := Split("Edited by the Harbour press, in London 2014")
	if !l.AnyWord(0, 99, PublisherNouns) || l.AnyWord(0, 4, PublisherNouns) || !l.AnyWord(-1, 5, PublisherNouns) {
		t.Error("press is the fifth word")
	}
	if !l.Phrase(0, "edited", "by") || l.Phrase(0, "edited", "in") || l.Phrase(8, "2014", "a") || l.Phrase(1, "edited") {
		t.Error("Edited by begins the text, and only that")
	}
}

// Kinds of one token: what holds of it is listed, in the order of its checks.
func TestToken(t *testing.T) {
	checks := []struct {
		name string
		is   func(Token) bool
	}{
		{"upper", Token.IsUpper}, {"lower", Token.IsLower}, {"capitals", Token.IsAllCaps}, {"roman", Token.IsRoman}, {"particle", Token.IsParticle}, {"and", Token.IsAnd},
	}
	for in, want := range map[string]string{
		"Okoro": "upper", "okoro": "lower", "OKORO": "upper capitals", "O": "upper", "J-R": "upper capitals", "XIV": "upper capitals roman", "V": "upper roman particle",
		"van": "lower particle", "Van": "upper particle", "and": "lower and", "y": "lower particle and", "김": "upper", "2014": "", "R12": "", ",": "",
	} {
		var is []string
		for _, c := range checks {
			if c.is(Split(in)[0]) {
				is = append(is, c.name)
			}
		}
		if got := strings.Join(is, " "); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
	letters, digits := Split("x D79.")[1].Cut(1)
	if letters.Text != "D" || letters.Lower != "d" || letters.Kind != Word || letters.Dot || !letters.Gap {
		t.Errorf("letters %+v", letters)
	}
	if digits.Text != "79" || digits.Lower != "79" || digits.Kind != Number || !digits.Dot || digits.Gap {
		t.Errorf("digits %+v", digits)
	}
	if l := (List{letters, digits}); l.Span(0, 1) != "D" || l.Span(1, 2) != "79." || l.Span(0, 2) != "D79." {
		t.Errorf("spans of %v", l)
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]int{"2014": 2014, "2014a": 2014, "1400": 1400, "1399": 0, "2039": 2039, "2040": 0, "201": 0, "20145": 0, "2014A": 0, "2014{": 0, "20a4": 0, "": 0} {
		if got := YearOf(in); got != want || IsYear(in) != (want > 0) {
			t.Errorf("%q is the year %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"May": "month", "juin": "month", "Sept": "month", "Summer": "month", "Maybe": "", "1": "day", "31": "day", "32": "", "0": "", "001": "", "5a": "", ",": "",
	} {
		l, got := Split(in), ""
		if l.IsMonth(0) {
			got = "month"
		}
		if l.IsDay(0) {
			got += "day"
		}
		if got != want {
			t.Errorf("%q is a %q, want %q", in, got, want)
		}
	}
	if l := Split("May 3"); l.IsMonth(-1) || l.IsMonth(2) || l.IsDay(-1) || l.IsDay(2) {
		t.Error("a date outside of the text")
	}
}

func TestPlacesAndNames(t *testing.T) {
	for in, want := range map[string]bool{
		"London": true, "New York": true, "St. Louis": true, "MA": true, "Paris and London": true, "Paris, London": false, "Berlin-New York": true, "Paris/London/Rome": true,
		"london": false, "Wavetown": false, "Wavetown and London": false, "London and Wavetown": false, "(Lund)": false,
	} {
		l := Split(in)
		if got := l.IsPlace(0, len(l)); got != want {
			t.Errorf("%s is a place: %v, want %v", in, got, want)
		}
	}
	if l := Split("in London"); l.IsPlace(-1, 2) || l.IsPlace(2, 2) || l.IsPlace(1, 3) || !l.IsPlace(1, 2) {
		t.Error("London is the second token")
	}
	for in, want := range map[string]bool{
		"Harbour Press": true, "Press of the Harbour": true, "of Harbour": false, "Allen & Unwin": true, "van Nostrand": true, "d'Alembert": false, "Harbour press": false, "harbour": false,
		"Press 12": false, "Press: Harbour": false, "One Two Three Four Five": false, "One Two Three Four": true, "&": false,
	} {
		l := Split(in)
		if got := l.IsName(0, len(l), 4); got != want {
			t.Errorf("%s is a name: %v, want %v", in, got, want)
		}
	}
	if l := Split("A"); l.IsName(0, 0, 4) || l.IsName(1, 1, 4) {
		t.Error("no tokens are a name")
	}
}
