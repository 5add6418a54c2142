package cite

import (
	"etal/internal/cite/scan"
	"etal/internal/cite/work"
)

// shortestMisspelt is the length, in letters, of the shortest name in which a slip is forgiven:
// shorter ones are too often another's.
const shortestMisspelt = 6

// misspelt returns the works whose authors text ends in but for one letter in the first one's
// name: one that is wrong, left out, added, or changed places with the next. The year and the
// other authors have to agree, and no other author may fit.
func (a *authorYears) misspelt(text string, works *work.YearIndex) (found []work.Work, ok bool) {
	m := unlistedNames.FindStringSubmatchIndex(text)
	if m == nil || works == nil {
		return nil, false
	}
	first, rest := []rune(scan.Fold(text[m[2]:m[3]])), foldedRest(text[m[4]:m[5]])
	for _, alike := range works.Groups[:min(len(works.Groups), work.MaxCompared)] {
		for _, lead := range alike[0].LeadNames {
			if name := []rune(lead); len(name) >= shortestMisspelt && isSlip(first, name) && alike[0].Coauthors(rest) != work.NoFit {
				if found != nil {
					return nil, false
				}
				found = alike
				break
			}
		}
	}
	return found, found != nil
}

func foldedRest(text string) string {
	folded, _ := scan.FoldWithOffsets(text)
	return folded
}

// isSlip reports whether one slip makes b of a.
func isSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	switch differ := len(a) - i - j; {
	case len(a) < len(b):
		return differ == 0
	case differ == 2:
		return a[i] == b[i+1] && a[i+1] == b[i]
	default:
		return differ == 1
	}
}
