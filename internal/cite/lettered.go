package cite

import (
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
	"etal/internal/safe"
)

// Numbers with a letter, as lists of supplements have them beside their own: [S1, S3–S5], ^S1^,
// "refs S1 and S2". In brackets each is a label; here are ranges, and marks without brackets.

var (
	letteredRange = lazyregexp.New(`^([A-Z])(\d{1,4})` + scan.Gap + `(?:` + scan.Dash + `)` + scan.Gap + `([A-Z]?)(\d{1,4})$`)
	letteredBare  = lazyregexp.New(`\^(` + lettered + `)\^|<sup>(` + lettered + `)</sup>|\b(?i:refs?\.?|references?) (` + lettered + `)\b`)
)

const lettered = `[A-Z]\d{1,4}(?:(?:, ?|–|-| (?:` + names.And + `) )[A-Z]?\d{1,4})*`

// expanded returns the labels that a range of numbers with a letter is, or nil.
func (l *labels) expanded(label string) (all []string) {
	m := letteredRange.FindStringSubmatch(label)
	if m == nil || m[3] != "" && m[3] != m[1] {
		return nil
	}
	from, _ := strconv.Atoi(m[2])
	to, _ := strconv.Atoi(m[4])
	if from >= to || to-from > len(l.byLabel) {
		return nil
	}
	for n := from; n <= to; n++ {
		all = append(all, m[1]+strconv.Itoa(n))
	}
	return all
}

// findLettered finds the marks without brackets.
func findLettered(s *source, l *labels) []article.Citation {
	var found []article.Citation
	for _, p := range s.prose {
		for _, m := range letteredBare.FindAllStringSubmatchIndex(s.body[p.Start:p.End], -1) {
			i := 2
			for m[i] < 0 {
				i += 2
			}
			c, ok := l.citation(s.body[p.Start+m[i] : p.Start+m[i+1]])
			if !ok {
				continue
			}
			c.Span = article.Span{Start: p.Start + m[0], End: p.Start + m[1]}
			c.Text = safe.Line(strings.NewReplacer("^", "", "<sup>", "", "</sup>", "").Replace(s.body[c.Start:c.End]))
			found = append(found, c)
		}
	}
	return found
}
