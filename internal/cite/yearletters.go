package cite

import (
	"slices"

	"etal/internal/article"
)

// choose returns the works that the letters behind the year mean. Where letters tell
// nothing and several works fit, they are ambiguous.
func choose(works []work, letters string) (references, ambiguous []int, missing []string) {
	if len(works) == 0 {
		return nil, nil, nil
	}
	slices.SortStableFunc(works, func(a, b work) int { return a.number - b.number })
	wanted := expand(letters)
	if len(wanted) > 0 {
		for _, l := range wanted {
			var fitting []int
			for i, w := range works {
				if w.letter == l || w.letter == "" && len(works) > 1 && l == string(rune('a'+i)) || len(works) == 1 && w.letter == "" {
					fitting = append(fitting, w.number)
				}
			}
			switch len(fitting) {
			case 0:
				missing = append(missing, works[0].year+l)
			case 1:
				references = append(references, fitting[0])
			default:
				ambiguous = append(ambiguous, fitting...)
			}
		}
		return references, ambiguous, missing
	}
	if len(works) == 1 {
		return []int{works[0].number}, nil, nil
	}
	for _, w := range works {
		ambiguous = append(ambiguous, w.number)
	}
	return nil, ambiguous, nil
}

// expand returns the letters of "a", "a,b" or "a–c".
func expand(letters string) []string {
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

// group makes citations of hits: those in one pair of parentheses are one.
func group(text string, hits []hit) []article.Citation {
	var out []article.Citation
	open := -1
	for _, h := range hits {
		at := openBefore(text, h.year.Start)
		c := article.Citation{Span: article.Span{Start: h.names.Start, End: h.year.End}, References: h.references, Ambiguous: h.ambiguous, Missing: h.missing}
		if at >= 0 {
			c.Start = min(c.Start, at)
			c.End = closeAfter(text, at, h.year.End)
		}
		if n := len(out); n > 0 && (at >= 0 && at == open || c.Start < out[n-1].End) {
			out[n-1].End = max(out[n-1].End, c.End)
			if len(out[n-1].References)+len(out[n-1].Ambiguous)+len(out[n-1].Missing) <= MaxRange { // further ones are left out
				out[n-1].References = append(out[n-1].References, c.References...)
				out[n-1].Ambiguous = append(out[n-1].Ambiguous, c.Ambiguous...)
				out[n-1].Missing = append(out[n-1].Missing, c.Missing...)
			}
		} else {
			out = append(out, c)
		}
		open = at
	}
	return out
}

// openBefore returns the parenthesis or bracket that is open at i, or -1.
func openBefore(text string, i int) int {
	depth := 0
	for j := i - 1; j >= 0 && i-j < maxGroup; j-- {
		switch text[j] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth == 0 {
				return j
			}
			depth--
		}
	}
	return -1
}

// closeAfter returns the end of the parenthesis that opens at open, at least end.
func closeAfter(text string, open, end int) int {
	depth := 0
	for j := open; j < len(text) && j-open < maxGroup; j++ {
		switch text[j] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return max(j+1, end)
			}
		}
	}
	return end
}
