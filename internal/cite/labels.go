package cite

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/names"
	"etal/internal/safe"
)

// Labels that are words: [RFC2119], [Knu84, ABC+20], [Lam98, p. 12]. The list says which
// words are labels. A word that is formed like them but not in the list, such as [RFC9999],
// is a citation that names nothing.

var labelStyle = style{
	Style: Style{Name: "labels", Examples: []string{"[RFC2119]", "[Knu84, ABC+20]"}},
	find:  findLabels,
	believes: func(s *source, _ []article.Citation) belief {
		if slices.ContainsFunc(s.references, isLabelledWithWord) {
			return certain
		}
		return rejected
	},
	beside: func(s *source) []article.Citation {
		if !s.numbers.labelled {
			return nil
		}
		return findBrackets(s)
	},
	byLabel: true,
}

func isLabelledWithWord(r article.Reference) bool {
	return strings.ContainsFunc(r.Label.String(), unicode.IsLetter)
}

var (
	bracketedWords = lazyregexp.New(`\\?\[([^\[\]]{1,200}?)\\?\]`)
	// labelSeparator matches what stands between two labels of a mark.
	labelSeparator = lazyregexp.New(`\s*[,;]\s*|\s+(?:` + names.And + `|&)\s+`)
	leading        = lazyregexp.New(`^` + lead)
	// series matches a label out of a series of documents, authored one that is made of
	// authors' names and a year.
	series   = lazyregexp.New(`^([A-Z]{2,})-?\d{2,5}$|^([A-Z])\d{1,4}$`)
	authored = lazyregexp.New(`^[A-Z][A-Za-z]{1,4}\+?\d{2}[a-z]?$`)
)

// leastAuthored is how many labels of authors and years a list needs for another label of the
// kind to be taken for a work that it lacks.
const leastAuthored = 3

// labels finds the references of a list by their labels.
type labels struct {
	byLabel  map[string][]int // folded label to reference numbers
	series   map[string]bool  // RFC, if a label is RFC2119
	authored int              // labels like Knu84
}

func newLabels(references []article.Reference) *labels {
	l := &labels{byLabel: map[string][]int{}, series: map[string]bool{}}
	for _, r := range references {
		label := r.Label.String()
		if label == "" {
			continue
		}
		key := foldLabel(label)
		l.byLabel[key] = append(l.byLabel[key], r.Number)
		if m := series.FindStringSubmatch(label); m != nil {
			l.series[m[1]+m[2]] = true
		} else if authored.MatchString(label) {
			l.authored++
		}
	}
	return l
}

// foldLabel returns a label in lower case and without blanks, so that "RFC 2119" is RFC2119.
func foldLabel(label string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(label, `\`, "")), ""))
}

func findLabels(s *source) []article.Citation {
	if !slices.ContainsFunc(s.references, isLabelledWithWord) {
		return nil
	}
	l := newLabels(s.references)
	var found []article.Citation
	for _, p := range joinEmphasis(s.body, s.prose) {
		for _, m := range bracketedWords.FindAllStringSubmatchIndex(s.body[p.Start:p.End], -1) {
			span := article.Span{Start: p.Start + m[0], End: p.Start + m[1]}
			c, ok := l.citation(s.body[p.Start+m[2] : p.Start+m[3]])
			if !ok || leadsSomewhere(s.body[span.End:]) {
				continue
			}
			c.Span, c.Text = span, safe.Line(strings.ReplaceAll(s.body[span.Start:span.End], `\`, ""))
			found = append(found, c)
		}
	}
	sortByStart(found)
	return Merge(found, findLettered(s, l))
}

// citation returns what the text between brackets names, and reports whether all of it is
// labels.
func (l *labels) citation(mark string) (c article.Citation, ok bool) {
	for _, label := range labelSeparator.Split(placed.ReplaceAllString(mark, ""), -1) {
		label = leading.ReplaceAllString(strings.TrimSpace(label), "")
		if all := l.expanded(label); all != nil {
			in, ok := l.citation(strings.Join(all, ","))
			if !ok {
				return c, false
			}
			c.References, c.Ambiguous, c.Missing = append(c.References, in.References...), append(c.Ambiguous, in.Ambiguous...), append(c.Missing, in.Missing...)
			continue
		}
		switch refs := l.byLabel[foldLabel(label)]; {
		case len(refs) == 1:
			c.References = append(c.References, refs...)
		case len(refs) > 1:
			c.Ambiguous = append(c.Ambiguous, refs[:min(len(refs), maxAlike)]...)
		case l.resembles(label):
			c.Missing = append(c.Missing, label)
		default:
			return c, false
		}
	}
	return c, true
}

// resembles reports whether a word is formed like the labels of the list.
func (l *labels) resembles(label string) bool {
	if m := series.FindStringSubmatch(label); m != nil {
		return l.series[m[1]+m[2]]
	}
	return l.authored >= leastAuthored && authored.MatchString(label)
}
