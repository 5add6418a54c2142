package refstring

import (
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
)

var (
	editionWord = setOf(`ed edn edition éd édition auflage aufl edizione edición edição ediz`)
	supplWord   = setOf(`suppl supp supplement supplementum sup`)
	gluedLabel  = lazyregexp.New(`^(?i)(vol|no|nr|n|v|pp|p)(\d+)$`)
	hangulRole  = lazyregexp.New(`제?(\d+)(?:\(\d+\))?[권집卷巻]|제?(\d+)[호号號期]`)
	hangulMonth = lazyregexp.New(`^\d+[월月]호?$`)
)

// labelAt returns what the label at token i says of the numeral after it.
func (d *refParser) labelAt(i int) role {
	t := d.t[i]
	r := labels[t.Lower]
	if t.Kind != word || r == unlabelled {
		return unlabelled
	}
	k := i + 1
	for k < len(d.t) && d.t[k].OneOf(".:°º") {
		k++
	}
	switch {
	case k >= len(d.t):
		return unlabelled
	case d.t[k].Kind == number || d.t[k].Text == "º":
		return r
	case d.t[k].IsRoman() && (t.Dot && t.Letters() > 1 || t.Letters() > 2 || t.Dot && d.t[k].Letters() > 1):
		return r
	case r == otherRole && d.t[k].Letters() == 1 && d.t[k].IsUpper(): // Part A
		return r
	case labels[d.t[k].Lower] != unlabelled && t.Letters() == 1 && d.labelAt(k) != unlabelled: // S. p. 5
		return r
	}
	return unlabelled
}

// hangul reads numerals with the counters of Korean, Japanese and Chinese: 제27권, 4号.
func (d *refParser) hangul(i int, r *run) bool {
	if d.t[i].Kind != word || !strings.ContainsFunc(d.t[i].Text, func(r rune) bool { return unicode.Is(unicode.Lo, r) }) {
		return false
	}
	found := hangulMonth.MatchString(d.t[i].Text) && len(r.numerals) > 0
	for _, m := range hangulRole.FindAllStringSubmatch(d.t[i].Text, -1) {
		f := numeral{text: m[1], at: i, end: i + 1, role: volumeRole}
		if m[1] == "" {
			f.text, f.role = m[2], issueRole
		}
		if len(r.numerals) == 0 {
			r.from = i
		}
		r.numerals, r.to, found = append(r.numerals, f), i+1, true
	}
	return found
}
