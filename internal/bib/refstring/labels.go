package refstring

import (
	"etal/internal/bib/refstring/token"
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
)

var (
	editionWord = token.SetOf(`ed edn edition éd édition auflage aufl edizione edición edição ediz`)
	supplWord   = token.SetOf(`suppl supp supplement supplementum sup`)
	gluedLabel  = lazyregexp.New(`^(?i)(vol|no|nr|n|v|pp|p)(\d+)$`)
	gluedPage   = lazyregexp.New(`^pp?\d`)
	hangulRole  = lazyregexp.New(`제?(\d+)(?:\(\d+\))?[권집卷巻]|제?(\d+)[호号號期]`)
	hangulMonth = lazyregexp.New(`^\d+[월月]호?$`)
)

// labelAt returns what the label at token i says of the numeral after it.
func (p *refParser) labelAt(i int) token.Role {
	t := p.t[i]
	r := token.Labels[t.Lower]
	if t.Kind != token.Word && !t.Is("№") || r == token.NoRole || r == token.OtherRole && i > 0 && p.t[i-1].Dot && p.t[i-1].IsUpper() && t.IsUpper() { // J. Phys. Conf. Ser. 331
		return token.NoRole
	}
	k := i + 1
	for k < len(p.t) && (p.t[k].OneOf(".:°º") || p.t[k].Is(",") && k+1 < len(p.t) && !p.t[k+1].Gap && r == token.PageRole) {
		k++
	}
	switch {
	case k >= len(p.t):
		return token.NoRole
	case p.t[k].Kind == token.Number || p.t[k].Text == "º":
		return r
	case p.t[k].IsRoman() && (t.Dot && t.Letters() > 1 || t.Letters() > 2 || t.Dot && p.t[k].Letters() > 1):
		return r
	case r == token.OtherRole && p.t[k].Letters() == 1 && p.t[k].IsUpper(): // Part A
		return r
	case token.Labels[p.t[k].Lower] != token.NoRole && t.Letters() == 1 && p.labelAt(k) != token.NoRole: // S. p. 5
		return r
	}
	return token.NoRole
}

// cjkNumerals reads numerals with the counters of Korean, Japanese and Chinese: 제27권, 4号.
func (p *refParser) cjkNumerals(i int, r *run) bool {
	if !strings.ContainsFunc(p.t[i].Text, func(r rune) bool { return unicode.Is(unicode.Lo, r) }) {
		return false
	}
	found := hangulMonth.MatchString(p.t[i].Text) && len(r.numerals) > 0
	for _, m := range hangulRole.FindAllStringSubmatch(p.t[i].Text, -1) {
		f := numeral{text: m[1], at: i, end: i + 1, role: token.VolumeRole}
		if m[1] == "" {
			f.text, f.role, p.countedIssue = m[2], token.IssueRole, true
		}
		if len(r.numerals) == 0 {
			r.from = i
		}
		r.numerals, r.to, found = append(r.numerals, f), i+1, true
	}
	return found
}
