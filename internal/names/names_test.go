package names

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var foldTests = []struct{ in, folded, keptCase string }{
	{"", "", ""},
	{"Smith", "smith", "Smith"},
	{"Øye", "oye", "Oye"},
	{"ÉLÈVE", "eleve", "ELEVE"},
	{"E\u0301le\u0300ve", "eleve", "Eleve"},
	{"Łódź, Đặng, Ðað, Ħal", "lodz, dang, dad, hal", "Lodz, Dang, Dad, Hal"},
	{"Straße GROẞ", "strasse gross", "Strasse GROSS"},
	{"Ærø œuvre Œuvre", "aero oeuvre oeuvre", "Aero oeuvre Oeuvre"},
	{"Þór þing", "thor thing", "Thor thing"},
	{"ısı İ", "isi i", "isi I"},
	{"ﬁnding ﬂaw", "finding flaw", "finding flaw"},
	{"x² ½ Ｔ１", "x2 1/2 t1", "x2 1/2 T1"},
	{"“a” „b‟ «c» ″", `"a" "b" "c" "`, `"a" "b" "c" "`},
	{"‘a’ ‚b‛ ′ ʼ ´ `", "'a' 'b' ' ' ' '", "'a' 'b' ' ' ' '"},
	{"5–7 — ‐ ‑ −", "5-7 - - - -", "5-7 - - - -"},
	{"a\u00a0b\tc\nd\u2009e", "a b c d e", "a b c d e"},
	{"soft\u00adhyphen zero\u200bwidth\ufeff", "softhyphen zerowidth", "softhyphen zerowidth"},
	{"2×3", "2x3", "2x3"},
	{"Петров Σίσυφος", "петров σισυφος", "Петров Σισυφος"},
	{"中文 42 +-*/", "中文 42 +-*/", "中文 42 +-*/"},
	{"\xff\x00", "\ufffd\x00", "\ufffd\x00"},
}

func TestFold(t *testing.T) {
	for _, tt := range foldTests {
		if got := Fold(tt.in); got != tt.folded {
			t.Errorf("Fold(%q)\n got %q\nwant %q", tt.in, got, tt.folded)
		}
		if got := FoldCase(tt.in); got != tt.keptCase {
			t.Errorf("FoldCase(%q)\n got %q\nwant %q", tt.in, got, tt.keptCase)
		}
	}
}

// TestFoldEveryLetter checks that a folded letter is folded: Fold works letter by letter,
// TestFoldEveryLetter checks that a folded letter is folded: Fold works letter by letter, so
// what is true of each is true of every text.
func TestFoldEveryLetter(t *testing.T) {
	for r := range rune(0x30000) { // no plane above has letters that fold
		folded := Fold(string(r))
		if again := Fold(folded); again != folded {
			t.Errorf("%U: %q is folded again to %q", r, folded, again)
		}
		if kept := Letter(r); FoldCase(string(r)) != kept || FoldCase(kept) != kept || Fold(kept) != folded {
			t.Errorf("%U: %q keeps its case, and %q does not", r, kept, folded)
		}
	}
}

func TestFoldOffsets(t *testing.T) {
	for _, tt := range []struct {
		in, folded string
		offsets    []int
	}{
		{"", "", []int{0}},
		{"ab", "ab", []int{0, 1, 2}},
		{"Øye", "oye", []int{0, 2, 3, 4}},
		{"Æs", "aes", []int{0, 0, 2, 3}},
		{"e\u0301!", "e!", []int{0, 3, 4}},
		{"a\u00ad", "a", []int{0, 3}},
	} {
		folded, offsets := FoldOffsets(tt.in)
		if folded != tt.folded || !slices.Equal(offsets, tt.offsets) {
			t.Errorf("FoldOffsets(%q)\n got %q %v\nwant %q %v", tt.in, folded, offsets, tt.folded, tt.offsets)
		}
	}
}

func FuzzFoldOffsets(f *testing.F) {
	for _, tt := range foldTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded, offsets := FoldOffsets(s)
		if folded != Fold(s) || Fold(folded) != folded {
			t.Fatalf("%q is folded to %q, %q and %q", s, folded, Fold(s), Fold(folded))
		}
		if len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
			t.Fatalf("%q: offsets %v do not lead from %q", s, offsets, folded)
		}
		for i, offset := range offsets[:len(folded)] {
			if offset > offsets[i+1] || utf8.ValidString(s) && !utf8.RuneStart(s[offset]) {
				t.Fatalf("%q: offset %d of %v is no letter's, or before the last", s, i, offsets)
			}
			if _, size := utf8.DecodeRuneInString(s[offset:]); !strings.Contains(Fold(s[offset:offset+size]), folded[i:i+1]) {
				t.Fatalf("%q: byte %d of %q does not come from byte %d", s, i, folded, offset)
			}
		}
	})
}

func TestFirstLetter(t *testing.T) {
	for in, want := range map[string]string{
		"": "", ".": "", "1 2": "", "\u0301": "", "Jan": "j", "И. Петров": "и", "Øystein": "o", "(Ærø)": "a", "'Éva": "e", "中文": "中",
	} {
		if got := FirstLetter(in); got != want {
			t.Errorf("FirstLetter(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestInitials(t *testing.T) {
	for in, want := range map[string]string{
		"": "", ".": ".", "-": "-", "Anna": "A.", "Beatrice C.": "B. C.", "J.F.": "J. F.", "JF": "J. F.", "JFK": "J. F. K.", "ANNA": "A.",
		"Jean-Pierre K.": "J.-P. K.", "J.-P.": "J.-P.", "J-P": "J.-P.", "Jean-pierre": "J.-p.", "Ćira Łu": "Ć. Ł.", "ÉÖ": "É. Ö.",
		"Łukasz": "Ł.", "И.": "И.", "伟": "伟", "Éva-": "É.", "van": "van",
	} {
		if got := Initials(in); got != want {
			t.Errorf("Initials(%q) = %q, want %q", in, got, want)
		}
	}
}

var compactInitialsTests = map[string]string{
	"": "", ".": "", "-": "-", "Anna": "A", "Ann-Marie B.": "A-MB", "J.F.": "JF", "J.\u00a0F.": "JF", "J.-P.": "J-P",
	"JMCR": "JMCR", "ABCDE": "A", "É.": "É", "van": "van", "dele": "d", "de la": "dela", "Marie de": "Mde", "伟": "伟", "伟大的人民": "伟",
}

func TestCompactInitials(t *testing.T) {
	for in, want := range compactInitialsTests {
		if got := CompactInitials(in); got != want {
			t.Errorf("CompactInitials(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestInitialsPatterns(t *testing.T) {
	for _, tt := range []struct{ name, pattern, matches, not string }{
		{"InitialsPattern", InitialsPattern, "J|J.|J. P.|J P|J.-P.|J-P|J‐P.|Ch. A.|É. Ö.|И. П.", "|j.|Jan|JP|J. Smith|J, P"},
		{"DottedInitials", DottedInitials, "J.|J. P.|J.-P.|J.P.|И.", "|J|J P|j.|Ch.|J. |J., P."},
		{"FoldedInitials", FoldedInitials, "j.|j. p.|j.-p.|ae.|oe. j.|th.|и.", "|j|j p|ch.|j. "},
		{"TrailingInitials", TrailingInitials, " J| J.| JP| J.-P.| J. P.| JP KM| ABCD", "|J| j| Jo| ABCDE"},
	} {
		whole := regexp.MustCompile(`^(?:` + tt.pattern + `)$`)
		for _, in := range strings.Split(tt.matches, "|") {
			if !whole.MatchString(in) {
				t.Errorf("%s: %q is not matched", tt.name, in)
			}
		}
		for _, in := range strings.Split(tt.not, "|") {
			if whole.MatchString(in) {
				t.Errorf("%s: %q is matched", tt.name, in)
			}
		}
	}
}

func FuzzInitials(f *testing.F) {
	for s := range compactInitialsTests {
		f.Add(s)
	}
	for _, s := range []string{"J.-P. K.", "\x00", "A\u0301\u0301. B", "\u200b-", "\xff."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Initials(s); utf8.ValidString(s) && (!utf8.ValidString(got) || len(got) > 3*len(s)+1) {
			t.Errorf("%q has the initials %q", s, got)
		}
		if got := CompactInitials(s); utf8.ValidString(s) && (!utf8.ValidString(got) || len(got) > len(s)) {
			t.Errorf("%q has the compact initials %q", s, got)
		}
		FirstLetter(s)
	})
}

func TestMonth(t *testing.T) {
	for word, want := range map[string]int{
		"jan": 1, "January": 1, "JANUAR": 1, "février": 2, "MÄRZ": 3, "abril": 4, "mai": 5, "giugno": 6, "julho": 7, "août": 8,
		"Sept": 9, "okt": 10, "noviembre": 11, "dez": 12, "Spring": 0, "été": 0, "Autumn": 0,
		"": -1, "j": -1, "jan.": -1, "monday": -1,
	} {
		got, ok := Month(word)
		if !ok {
			if got != 0 {
				t.Errorf("%q is no month, and has the number %d", word, got)
			}
			got = -1
		}
		if got != want {
			t.Errorf("%q is month %d, want %d", word, got, want)
		}
	}
	for i, short := range strings.Split(Months, "|") {
		if n, ok := Month(short); n != i+1 || !ok {
			t.Errorf("%q is month %d, want %d", short, n, i+1)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, tt := range []struct{ in, digits, raised, lowered string }{
		{"0123456789", "0123456789", RaisedDigits, LoweredDigits},
		{RaisedDigits + LoweredDigits + FullWidthDigits, "012345678901234567890123456789", RaisedDigits + LoweredDigits + FullWidthDigits, RaisedDigits + LoweredDigits + FullWidthDigits},
		{"10-3+x", "10-3+x", "¹⁰⁻³⁺x", "₁₀₋₃₊x"},
		{"a¹，２", "a1，2", "a¹，２", "a¹，２"},
		{"", "", "", ""},
	} {
		if got := Digits(tt.in); got != tt.digits {
			t.Errorf("Digits(%q) = %q, want %q", tt.in, got, tt.digits)
		}
		if got := Raise(tt.in); got != tt.raised {
			t.Errorf("Raise(%q) = %q, want %q", tt.in, got, tt.raised)
		}
		if got := Lower(tt.in); got != tt.lowered {
			t.Errorf("Lower(%q) = %q, want %q", tt.in, got, tt.lowered)
		}
	}
}

var wordTests = []struct {
	in                  string
	particle, and, etAl bool
}{
	{"van", true, false, false}, {"VON", true, false, false}, {"De", true, false, false}, {"d'", true, false, false}, {"'t", true, false, false},
	{"het", true, false, false}, {"ibn", true, false, false}, {"y", true, true, false}, {"mac", false, false, false}, {"", false, false, false},
	{"and", false, true, false}, {"AND", false, true, false}, {"und", false, true, false}, {"et", false, true, false}, {"og", false, true, false},
	{"och", false, true, false}, {"en", false, true, false}, {"e", false, true, false}, {"or", false, false, false}, {"&", false, false, false},
	{"et al.", false, false, true}, {"et al", false, false, true}, {"Et Al.", false, false, true}, {"etal", false, false, true}, {"et alii", false, false, true},
	{" et  al. ", false, false, true}, {"et coll.", false, false, true}, {"et autres", false, false, true}, {"others", false, false, true},
	{"and others", false, false, true}, {"& others", false, false, true}, {"& al.", false, false, true}, {"and colleagues", false, false, true},
	{"and coworkers", false, false, true}, {"and co-workers", false, false, true}, {"and associates", false, false, true}, {"u. a.", false, false, true}, {"u.a.", false, false, true},
	{"u a", false, false, true}, {"und andere", false, false, true}, {"y cols.", false, false, true}, {"y col.", false, false, true}, {"y otros", false, false, true},
	{"e cols.", false, false, true}, {"e outros", false, false, true}, {"e altri", false, false, true}, {"i in.", false, false, true}, {"m. fl.", false, false, true},
	{"m.fl.", false, false, true}, {"et alia", false, false, false}, {"et al. 2019", false, false, false}, {"Smith et al.", false, false, false},
	{"et Alan", false, false, false}, {"and", false, true, false}, {"and otherwise", false, false, false}, {"y colegas", false, false, false},
}

func TestWords(t *testing.T) {
	for _, tt := range wordTests {
		if got := IsParticle(tt.in); got != tt.particle {
			t.Errorf("IsParticle(%q) = %v", tt.in, got)
		}
		if got := IsAnd(tt.in); got != tt.and {
			t.Errorf("IsAnd(%q) = %v", tt.in, got)
		}
		if got := IsEtAl(tt.in); got != tt.etAl {
			t.Errorf("IsEtAl(%q) = %v", tt.in, got)
		}
	}
}

// TestAlternatives checks that the patterns stand in larger expressions as they should.
func TestAlternatives(t *testing.T) {
	cited := regexp.MustCompile(`^((?:(?:` + Particles + `) )*\p{Lu}\pL+)(?: (?:(?:` + And + `) (\p{Lu}\pL+)|(` + EtAl + `)))? (\d{4})$`)
	for _, tt := range []struct{ in, first, second, others string }{
		{"van der Berg et al. 2019", "van der Berg", "", "et al."},
		{"Smith et al 2019", "Smith", "", "et al"},
		{"Smith et Alan 2019", "Smith", "Alan", ""},
		{"de la Cruz y Li 2019", "de la Cruz", "Li", ""},
		{"Pérez y cols. 2019", "Pérez", "", "y cols."},
		{"Müller u. a. 2019", "Müller", "", "u. a."},
		{"Smith 2019", "Smith", "", ""},
	} {
		m := cited.FindStringSubmatch(tt.in)
		if m == nil || m[1] != tt.first || m[2] != tt.second || m[3] != tt.others {
			t.Errorf("%q: %q", tt.in, m)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, tt := range wordTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if upper := strings.ToUpper(s); strings.EqualFold(upper, s) && (IsParticle(s) != IsParticle(upper) || IsAnd(s) != IsAnd(upper)) {
			t.Errorf("%q and %q are not the same word", s, upper)
		}
		if IsEtAl(s) && (IsParticle(s) || IsAnd(s)) {
			t.Errorf("%q is two things", s)
		}
	})
}
