package work

import "slices"

// SelectByLetters returns the works that a year with these letters names. Without letters, or
// where a letter fits several works, those are ambiguous; a letter that fits none is missing.
func SelectByLetters(works []Work, letters string) (references, ambiguous []int, missing []string) {
	slices.SortStableFunc(works, func(a, b Work) int { return a.number - b.number })
	if letters == "" {
		if len(works) == 1 {
			return []int{works[0].number}, nil, nil
		}
		for _, w := range works {
			ambiguous = append(ambiguous, w.number)
		}
		return nil, ambiguous, nil
	}
	for _, letter := range expandLetters(letters) {
		switch fitting := withLetter(works, letter); len(fitting) {
		case 0:
			missing = append(missing, works[0].Year+letter)
		case 1:
			references = append(references, fitting[0])
		default:
			ambiguous = append(ambiguous, fitting...)
		}
	}
	return references, ambiguous, missing
}

// withLetter returns the numbers of the works that a letter behind their year may mean. A work
// whose entry has no letter is known by its place among those of the year.
func withLetter(works []Work, letter string) []int {
	var fitting []int
	for i, w := range works {
		if w.letter == letter || w.letter == "" && (len(works) == 1 || letter == string(rune('a'+i))) {
			fitting = append(fitting, w.number)
		}
	}
	return fitting
}

// expandLetters returns the letters of "a", "a,b" or "a–c".
func expandLetters(letters string) []string {
	var out []string
	var last rune
	ranged := false
	for _, r := range letters {
		switch {
		case r == '-' || r == '–':
			ranged = true
		case r >= 'a' && r <= 'z':
			if ranged {
				for last++; last < r; last++ {
					out = append(out, string(last))
				}
			}
			out = append(out, string(r))
			last, ranged = r, false
		}
	}
	return out
}
