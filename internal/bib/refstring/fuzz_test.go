package refstring

import (
	"etal/internal/bib/refstring/token"
	"strconv"
	"testing"
	"unicode"
	"unicode/utf8"

	"etal/internal/bib"
)

func FuzzParse(f *testing.F) {
	for _, tt := range parseTests {
		f.Add(tt.in)
	}
	for _, tt := range runTests {
		f.Add(tt.in)
	}
	for _, tt := range styleTests {
		for _, p := range tt.prints {
			f.Add(p.in)
		}
	}
	for _, s := range []string{"\xff\x1f(", "((((", "et al. et al.", "“‘«\"", "10.1000/(((((", "A. A. A. A.", "In: (Eds.),", "1999", "1-2-3-4, 5 (6), 7", "Oke B. Tides (moon) M. dissertation. Lagos, 2014.",
		"Okoro, . (2014). Tides.", "., ., & . (2014). . ., 3", "Okoro, \x00. (2014)", "\u200bOkoro, \u200b. 2014\u200b. \u2060.", "O\u0301\u0301\u0301, \u0301. 2014. \u0301.", "-. -. Okoro-", "d’ l'. 't, 's.",
		"И. Петров, 中.文.", "\u202eOkoro\u202c, B. 2014", "１２, 2014(３)", "' . ' 2014 ’", "ß. ŉ. İ. ı. 2014."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		item := Parse(in)
		has := counts(in)
		for _, field := range fields(item) {
			if utf8.ValidString(in) && !utf8.ValidString(field) {
				t.Errorf("%q is no UTF-8", field)
			}
			for r, n := range counts(field) {
				if n > has[r] {
					t.Errorf("field %q has %q %d times, the input %d times", field, r, n, has[r])
				}
			}
		}
		if item.Issued != nil {
			if y := item.Issued.Parts[0][0]; y < token.FirstYear || y > token.LastYear {
				t.Errorf("year %s", strconv.Itoa(y))
			}
		}
	})
}

// counts returns how often each letter and digit stands in s.
func counts(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n[r]++
		}
	}
	return n
}

// fields returns all texts that Parse takes from its input.
func fields(item bib.Item) []string {
	all := []string{item.Title, item.ContainerTitle, item.Volume, item.Issue, item.Page, item.NumberOfPages, item.Edition,
		item.Publisher, item.PublisherPlace, item.DOI, item.URL}
	if len(item.Number) > len("arXiv:") {
		all = append(all, item.Number[len("arXiv:"):])
	}
	for _, n := range append(append([]bib.Name(nil), item.Author...), item.Editor...) {
		all = append(all, n.Family, n.Given, n.Suffix, n.NonDroppingParticle, n.Literal)
	}
	return all
}
