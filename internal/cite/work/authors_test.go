package work

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/safe"
)

func entry(number int, text string) article.Reference {
	return article.Reference{Number: number, Text: safe.Line(text)}
}

// workTests have an entry, and the work that it is: its families with a slash between them, what else its
// first author may be called by, initials and year.
var workTests = []struct{ entry, want string }{
	{"Smith, J. P. (2019). Tides. Water, 1, 2–3.", "smith; jp; 2019"},
	{"Smith, J., & Jones, K. (2019). Tides. Water, 1, 2–3.", "smith/jones; j; 2019"},
	{"Smith, J., Jones, K., et al. (2019). Tides. Water, 1, 2–3.", "smith/jones and more; j; 2019"},
	{"Smith, J., … Jones, K. (2019). Tides. Water, 1, 2–3.", "smith/jones; j; 2019"},
	{"Smith, Tom B. 2019b. Tides. Water 1: 2–3.", "smith; tb; 2019b"},
	{"Théroux-Øye, J. (2019). Tides. Water, 1, 2–3.", "theroux oye; j; 2019"},
	{"World Health Organization. (2010). Drinking water. Geneva: WHO Press.", "world health organization; or who; ; 2010"},
	{"IBM Corp. (2010). Tides. Armonk: IBM.", "ibm corp; or ibm/ic; ; 2010"},
	{"R Core Team (2020). R: A language. Vienna: Harbour.", "r core team; or rct; ; 2020"},
	{"王芳, 李明 (2019). 潮汐. 海洋, 1, 2.", "王芳/李明; ; 2019"},
	{"Smith, J. (n.d.). Tides. Retrieved March 3, 2021, from https://example.org", "smith; j; n.d."},
	{"Smith, J. 2019. Tides. Accessed 3 March 2021. https://example.org", "smith; j; 2019"},
	{"Smith, J. Tides. Water, 2018. Accessed 3 March 2021. https://example.org", "smith; j; 2018"},
	{"Smith, J. (im Druck). Tides. Water.", "smith; j; in press"},
	{"Smith, J. (s. f.). Tides. Water.", "smith; j; n.d."},
	{"Smith, J. (2019). The winter of 1998a. Water, 1, 2.", "smith; j; 2019"},
}

func TestNew(t *testing.T) {
	for _, tt := range workTests {
		w := New(entry(1, tt.entry))
		got := strings.Join(w.Families, "/")
		if w.More {
			got += " and more"
		}
		if len(w.LeadNames) > 1 {
			other := slices.DeleteFunc(slices.Clone(w.LeadNames), func(s string) bool { return s == w.LeadNames[0] })
			slices.Sort(other)
			if other = slices.Compact(other); len(other) > 0 {
				got += "; or " + strings.Join(other, "/")
			}
		}
		if got += "; " + w.Initials + "; " + w.Year + w.letter; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.entry, got, tt.want)
		}
	}
}

const (
	one   = "Smith, J. P. (2019). Tides. Water, 1, 2–3."
	two   = "Smith, J., & Jones, K. (2019). Tides. Water, 1, 2–3."
	three = "Smith, J., Jones, K., & van der Berg, L. (2019). Tides. Water, 1, 2–3."
	who   = "World Health Organization. (2010). Drinking water. Geneva: WHO Press."
	berg  = "van der Berg, L. (2019). Tides. Water, 1, 2–3."
)

// authorsTests have an entry and the text before a year, with a bar where its authors begin, if it
// names them.
var authorsTests = []struct {
	name, entry, text string
	want              Fit
}{
	{"a family", one, "as |Smith", exact},
	{"with a parenthesis", one, "as |Smith (", exact},
	{"with a comma", one, "as (|Smith, ", exact},
	{"in the genitive", one, "as |Smith's (", exact},
	{"in the genitive of a name with s", one, "as |Smith' (", exact},
	{"in capitals", one, "as |SMITH", exact},
	{"another family", one, "as Jones", NoFit},
	{"part of a word", one, "as Smithson", NoFit},
	{"the end of a word", one, "as Goldsmith", NoFit},
	{"words behind", one, "as Smith found in ", NoFit},
	{"the last of two", one, "as Wren and Smith", NoFit},
	{"its initials behind", one, "as |Smith J. (", exact},
	{"all its initials", one, "as |Smith J.P. (", exact},
	{"another's initials behind", one, "as Smith K. (", NoFit},
	{"its initials before", one, "as J. |Smith", exact},
	{"another's initials before", one, "as K. Smith", NoFit},
	{"a middle initial before", one, "as Tom P. |Smith", exact},
	{"junior", one, "as |Smith, Jr. (", exact},
	{"et al. for one author", one, "as |Smith et al. (", partial},
	{"one of two authors", two, "as |Smith", partial},
	{"two authors", two, "as |Smith and Jones", exact},
	{"two authors with a sign", two, "(|Smith & Jones, ", exact},
	{"two authors in French", two, "(|Smith et Jones, ", exact},
	{"two authors with a slash", two, "(|Smith/Jones, ", exact},
	{"one author and another's", two, "as Smith and Wren", NoFit},
	{"nobody behind and", two, "as Smith and ", NoFit},
	{"et al. for two", two, "as |Smith et al.", partial},
	{"the second author alone", two, "as Jones", NoFit},
	{"three authors", three, "as |Smith, Jones, and van der Berg", exact},
	{"three authors without a particle", three, "as |Smith, Jones & Berg", exact},
	{"two of three", three, "as |Smith and Jones", partial},
	{"et al. for three", three, "as |Smith et al. (", exact},
	{"et al. behind two of three", three, "as |Smith, Jones et al. (", exact},
	{"et al. with an s behind", three, "as |Smith et al.'s (", exact},
	{"words behind et al.", three, "as Smith et al. found in ", NoFit},
	{"others in Chinese", three, "|Smith等", exact},
	{"a particle", berg, "as |van der Berg", exact},
	{"without its particle", berg, "as |Berg", exact},
	{"an organisation", who, "the |World Health Organization", exact},
	{"its initials", who, "the |WHO", exact},
	{"with its short form", who, "the |World Health Organization [WHO], ", exact},
}

func TestAuthorsEnding(t *testing.T) {
	for _, tt := range authorsTests {
		before, behind, _ := strings.Cut(tt.text, "|")
		text := before + behind
		folded, offsets := scan.FoldWithOffsets(text)
		w := New(entry(1, tt.entry))
		start, got := w.AuthorsEnding(text, folded, offsets)
		if got != tt.want || got != NoFit && start != len(before) {
			t.Errorf("%s: %q fits %d from %q, want %d", tt.name, tt.text, got, text[start:], tt.want)
		}
	}
}

// TestPrecedesCoauthor holds that a name behind a comma is a first author unless a known name stands before that.
func TestPrecedesCoauthor(t *testing.T) {
	w := New(entry(1, two))
	w.Known = map[string]bool{"wren": true}
	for text, want := range map[string]bool{
		"as Wren and ": true, "as Wren & ": true, "as Wren und ": true, "as found and ": false, "as Wren, ": true, "as Wren, A.B., ": false, "as Wren A, ": true, "as Swift, ": false, "as Wren ": false, "": false, "and ": false, "as Fig. and ": false, "(Wren; Wren, ": true,
	} {
		if got := w.precedesCoauthor(text); got != want {
			t.Errorf("behind %q a name is a coauthor's: %v", text, got)
		}
	}
}

func TestSelectByLetters(t *testing.T) {
	year := func(letters string) (works []Work) {
		for i, c := range letters {
			w := New(entry(i+1, one))
			if c != '-' {
				w.letter = string(c)
			}
			works = append(works, w)
		}
		slices.Reverse(works)
		return works
	}
	for _, tt := range []struct{ works, letters, want string }{
		{"-", "", "[1] [] []"},
		{"a", "", "[1] [] []"},
		{"ab", "", "[] [1 2] []"},
		{"ab", "b", "[2] [] []"},
		{"abc", "a,c", "[1 3] [] []"},
		{"abcd", "a–c", "[1 2 3] [] []"},
		{"abcd", "a-b, d", "[1 2 4] [] []"},
		{"ab", "c", "[] [] [2019c]"},
		{"ab", "a, c", "[1] [] [2019c]"},
		{"---", "b", "[2] [] []"},
		{"---", "d", "[] [] [2019d]"},
		{"-", "c", "[1] [] []"},
		{"aab", "a", "[] [1 2] []"},
		{"-ba", "b", "[2] [] []"},
	} {
		references, ambiguous, missing := SelectByLetters(year(tt.works), tt.letters)
		if got := fmt.Sprint(references, ambiguous, missing); got != tt.want {
			t.Errorf("%s of works %s: %s, want %s", tt.letters, tt.works, got, tt.want)
		}
	}
}

func TestYearIndex(t *testing.T) {
	x := NewYearIndex()
	for i, text := range []string{one, two, one, who, "王芳, 李明 (2019). 潮汐. 海洋, 1, 2."} {
		x.Add(New(entry(i+1, text)))
	}
	for text, want := range map[string]string{
		"as smith and jones": "[1 3] [2]", "the world health organization": "[4]", "the who": "[4]", "as wren": "", "smithson": "", "": "", "见王芳的": "[5]", "smith and who": "[1 3] [2] [4]",
	} {
		var got []string
		groups, all := x.NamedIn(text)
		for _, g := range groups {
			var numbers []int
			for _, w := range g {
				numbers = append(numbers, w.number)
			}
			got = append(got, fmt.Sprint(numbers))
		}
		if s := strings.Join(got, " "); s != want || !all {
			t.Errorf("%q names %s, all: %v; want %s", text, s, all, want)
		}
	}
}

// TestMaxCompared holds that no more groups of works are compared than that, which is told.
func TestMaxCompared(t *testing.T) {
	for n, want := range map[int]bool{MaxCompared: true, MaxCompared + 1: false} {
		x := NewYearIndex()
		for i := range n {
			x.Add(New(entry(i+1, fmt.Sprintf("Smith, J., & Moor%c%c, K. (2019). Tides. Water, 1, 2–3.", 'a'+i%26, 'a'+i/26))))
		}
		if groups, all := x.NamedIn("smith"); len(groups) != MaxCompared || all != want {
			t.Errorf("of %d works %d are compared, all: %v", n, len(groups), all)
		}
	}
	x := NewYearIndex()
	for i := range MaxCompared + 2 {
		x.Add(New(entry(i+1, fmt.Sprintf("%s, J. (2019). Tides %d. Water, 1, 2–3.", []string{"Smith", "Wren"}[i%2], i))))
		x.Add(New(entry(i+1, fmt.Sprintf("%s, J., & Moor%c%c, K. (2019). Tides. Water, 1, 2–3.", []string{"Smith", "Wren"}[i%2], 'a'+i%26, 'a'+i/26))))
	}
	if groups, all := x.NamedIn("smith and wren"); len(groups) != MaxCompared || all {
		t.Errorf("of two names %d groups are compared, all: %v", len(groups), all)
	}
}

func TestFirstWord(t *testing.T) {
	for in, want := range map[string]string{"world health": "world", "o'neill": "o", " (smith)": "smith", "smith": "smith", "": "", "--": "", "2degrees ltd": "2degrees"} {
		if got := FirstWord(in); got != want {
			t.Errorf("%q begins with %q, want %q", in, got, want)
		}
	}
}

// TestNamesIn looks for names of scripts without blanks within other words, up to the length of one.
func TestNamesIn(t *testing.T) {
	for in, want := range map[string][]string{
		"as smith, 2": {"as", "smith", "2"}, "见王芳": {"见王芳", "见王", "王芳"}, "王芳": {"王芳"}, "ab王": {"ab王"},
	} {
		if got := namesIn(in); !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", in, got, want)
		}
	}
	long := strings.Repeat("王", maxUnspaced+2)
	most := 0
	for _, n := range namesIn(long)[1:] {
		most = max(most, len([]rune(n)))
	}
	if most != maxUnspaced {
		t.Errorf("names of %d letters, want %d", most, maxUnspaced)
	}
}

func TestWithoutDate(t *testing.T) {
	for in, want := range map[string]string{"2019": "2019", "in press": "in press", "Forthcoming": "in press", "im Druck": "in press", "n. d.": "n.d.", "N.D.": "n.d.", "o. J.": "n.d.", "2019a": "2019a"} {
		if got := WithoutDate(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

// FuzzAuthorsEnding holds that authors begin within the text before the year.
func FuzzAuthorsEnding(f *testing.F) {
	for _, tt := range authorsTests {
		f.Add(tt.entry, tt.text)
	}
	for _, tt := range workTests {
		f.Add(tt.entry, "as Smith")
	}
	f.Fuzz(func(t *testing.T, ref, text string) {
		folded, offsets := scan.FoldWithOffsets(text)
		start, fits := New(entry(1, ref)).AuthorsEnding(text, folded, offsets)
		if start < 0 || start > len(text) || fits == NoFit && start != 0 {
			t.Errorf("%q begins at %d of %q, fits %d", ref, start, text, fits)
		}
	})
}
