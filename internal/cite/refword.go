package cite

import (
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Numbers after a word that says what they are: "see ref. 12", "Refs. 3–5 and 9". Texts of
// any style that cites by numbers have them now and then.

var refWordStyle = style{
	Style: Style{Name: "numbers after a word", Examples: []string{"ref. 12", "Refs. 3–5"}},
	find:  findRefWords,
}

var (
	refWord = lazyregexp.New(`\b(?:[Rr]efs?(?:\.|\s)|(?:(?:in|see|of|from|by|also|to|and) |\()[Rr]eferences?)` + scan.Gap + `\(?(` + numeral + `(?:,? (?:` + names.And + `|&|to) ` + digits + `)?)`)
	// goesOnAsValue matches what makes a number after "ref." a value.
	goesOnAsValue = lazyregexp.New(`^(?:[\p{L}%°/=×-]|\.\d| ?(?:mm|cm|m|km|nm|µm|ms|s|Hz|kHz|MHz|V|K|kg|g|mg|µg|%)\b)`)
)

func findRefWords(s *source) []article.Citation {
	var found []article.Citation
	for _, p := range s.prose {
		text := s.body[p.Start:p.End]
		if !strings.Contains(text, "ef") { // much faster than the regular expression
			continue
		}
		for _, m := range refWord.FindAllStringSubmatchIndex(text, -1) {
			labels, ok := s.numbers.members(text[m[2]:m[3]])
			if ok && s.numbers.haveAll(labels) && !goesOnAsValue.MatchString(text[m[3]:]) {
				span := article.Span{Start: p.Start + m[2], End: p.Start + m[3]}
				found = append(found, s.numbers.citation(span, text[m[2]:m[3]], labels))
			}
		}
	}
	sortByStart(found)
	return found
}
