package cite

import (
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// Numbers behind a word that says what they are: "see ref. 12", "Refs. 3–5 and 9".

var (
	refWord = lazyregexp.New(`\b(?:[Rr]efs?(?:\.|\s)|(?:(?:in|see|of|from|by|also|to|and) |\()[Rr]eferences?)` + gap + `\(?(` + numeral + `(?:,? (?:and|&|to) ` + digits + `)?)`)
	// goesOnAsValue matches what makes a number behind "ref." a value.
	goesOnAsValue = lazyregexp.New(`^(?:[\p{L}%°/=×-]|\.\d| ?(?:mm|cm|m|km|nm|µm|ms|s|Hz|kHz|MHz|V|K|kg|g|mg|µg|%)\b)`)
)

// worded finds numbers of the list behind a word for references.
func (n *numbers) worded(body string, prose []article.Span) []article.Citation {
	var found []article.Citation
	for _, p := range prose {
		if !strings.Contains(body[p.Start:p.End], "ef") {
			continue
		}
		for _, m := range refWord.FindAllStringSubmatchIndex(body[p.Start:p.End], -1) {
			labels, ok := n.members(body[p.Start+m[2] : p.Start+m[3]])
			if !ok || goesOnAsValue.MatchString(body[p.Start+m[3]:p.End]) {
				continue
			}
			c := article.Citation{Span: article.Span{Start: p.Start + m[2], End: p.Start + m[3]}}
			for _, l := range labels {
				if len(n.byLabel[l]) != 1 {
					ok = false
					break
				}
				c.References = append(c.References, n.byLabel[l]...)
			}
			if c.Text = safe.Line(body[c.Start:c.End]); ok {
				found = append(found, c)
			}
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].Start < found[j].Start })
	return found
}
