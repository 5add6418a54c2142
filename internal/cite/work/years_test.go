package work

import (
	"regexp"
	"slices"
	"testing"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
)

// anyYear matches the years that FindYears finds, if far more slowly.
var anyYear = regexp.MustCompile(`\b((?:1[5-9]|20)\d\d)(\*?[a-z]\b\*?(?:[ ]{0,2}[,–-][ ]{0,2}[a-z]\b\*?)*|\b)|\b(` + Undated + `)`)

var yearTexts = []string{
	"", "2019", "1499 1500 1999 2099 2100 19999 12019 a2019 _2019 x 2019y2 2019_ é2019 2019é", "(Oke 2019a, b; 2020a-c, 1900*a*, 2013 a)", "2019ab 2019a,bc 2019a – c",
	"in press, forthcoming; im Druck n.d. n. d. s.a. o. J., 2019 in press 2020", "kin press win stampa в печати", "2019*n.d. 2019 n.d.", "19991 1999n. d.", "201", "1999-2001/2002", "in pressure, unacceptedly accepted2, im Druckwerk; in stampato n.d.a",
}

func TestFindYears(t *testing.T) {
	for _, text := range yearTexts {
		checkYears(t, text)
	}
}

func checkYears(t *testing.T, text string) {
	var want []YearMark
	for _, m := range anyYear.FindAllStringSubmatchIndex(text, -1) {
		y := YearMark{Span: article.Span{Start: m[0], End: m[1]}, Year: text[m[0]:m[1]]}
		if m[2] >= 0 {
			y.Year, y.Letters = text[m[2]:m[3]], text[m[4]:m[5]]
		} else if next, _ := utf8.DecodeRuneInString(text[m[1]:]); unicode.IsLetter(next) && text[m[1]-1] != '.' {
			continue
		}
		want = append(want, y)
	}
	if got := FindYears(text); !slices.Equal(got, want) {
		t.Errorf("the years of %q are %v, want %v", text, got, want)
	}
}

func FuzzFindYears(f *testing.F) {
	for _, text := range yearTexts {
		f.Add(text)
	}
	f.Fuzz(checkYears)
}
