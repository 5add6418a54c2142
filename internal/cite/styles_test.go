package cite

import (
	"strings"
	"testing"
)

// Superscripts are written in three ways, which are one style to the reader.
func TestStyles(t *testing.T) {
	var got []string
	for _, s := range Styles() {
		got = append(got, s.Name+": "+strings.Join(s.Examples, " | "))
	}
	want := []string{
		"authors and years: (Smith, 2019a; van der Berg et al. 2020) | Smith and Lee (2019, 2020b) | WHO (2010) | Müller u. a. (in press)",
		`authors and pages: (Smith 23) | (Smith, "Tides" 12; Wren and Oke 5) | ("Tides" 3) | as Smith writes (23)`,
		"labels: [RFC2119] | [Knu84, ABC+20]",
		"numbers in brackets: [1] | [1,3–5] | [1][2] | [1]–[3] | [see 3 and 5] | [12, p. 4]",
		"superscripts: <sup>3</sup> | animals³,⁴ | ^3,4^",
		"numbers in parentheses: (3, 5–7)",
		"superscripts that lost their formatting: animals3,4",
		"numbers after a word: ref. 12 | Refs. 3–5",
		"footnotes that are references: [^1]",
		"links to an entry of the list: [[1]](#ref1) | [1](https://doi.org/…)",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}
