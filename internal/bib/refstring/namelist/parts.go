package namelist

import (
	"etal/internal/bib/refstring/token"
	"etal/internal/names"
	"unicode"
	"unicode/utf8"
)

// isInitial reports whether token i is one initial: "J", "J.", "-R.", "Ch.", "J-R".
func (p parser) isInitial(i int) bool {
	if i >= len(p.t) || p.t[i].Kind != token.Word {
		return false
	}
	t := p.t[i]
	if i+1 < len(p.t) && p.t[i+1].OneOf("'’") && !p.t[i+1].Gap { // an article, set apart: L’ Oratorio
		return false
	}
	capitals, smalls := 0, 0
	for _, r := range t.Text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			smalls++
		case unicode.IsDigit(r):
			return false
		}
	}
	hyphens := countHyphens(t.Text)
	switch {
	case capitals == 0 && smalls == 1 && t.Dot: // S.-i., H.t.
		return i > 0 && p.t[i-1].Dot && !t.Gap && (token.IsHyphen(rune(t.Text[0])) || p.t[i-1].Letters() == 1 && p.boundaryAt(i+1))
	case capitals == 1 && smalls == 0:
		return true
	case capitals == 1 && smalls == 1 && t.Dot: // Ch. Yu. Th.
		return !token.Abbreviations[t.Lower] && !token.FunctionWords[t.Lower] && t.Lower != "ed" && t.Lower != "jr"
	case capitals == 2 && smalls <= 1 && hyphens == 1: // J-R, Yu-M
		return true
	}
	return false
}

func countHyphens(s string) int {
	n := 0
	for i, r := range s {
		if i > 0 && token.IsHyphen(r) {
			n++
		}
	}
	return n
}

// isCapitals reports whether token i is a run of initials without stops: "JF".
func (p parser) isCapitals(i int) bool {
	if i >= len(p.t) || !p.t[i].IsAllCaps() {
		return false
	}
	n := p.t[i].Letters()
	return n >= 2 && n <= 4 && !(token.Suffixes[p.t[i].Lower] && p.t[i].IsRoman())
}

// initials returns the end of the initials that stand at token i, or i.
func (p parser) initials(i int) int {
	end := i
	for end < len(p.t) && end < i+6 {
		switch {
		case p.isInitial(end):
			// "J. W. A new method": a capital without stop that others with stops precede.
			if end > i && p.t[end-1].Dot && !p.t[end].Dot && p.t[end].Gap && end+1 < len(p.t) && !p.t[end+1].OneOf(",;.:(&") && p.t[end+1].Kind != token.Number {
				return end
			}
		case end > i && p.t[end].IsLower() && p.t[end].Letters() == 1 && p.t[end].Dot && p.isInitial(end+1): // L. d. F. Okoro
		case (end == i || end == i+1 && !p.t[i].Dot) && p.isCapitals(end): // JP, D JP
			return end + 1
		default:
			return end
		}
		end++
	}
	return end
}

// isNameWord reports whether token i may be part of a person's name written out.
func (p parser) isNameWord(i int) bool {
	if i >= len(p.t) {
		return false
	}
	t := p.t[i]
	if !t.IsUpper() && !elidedParticle(t.Text) || utf8.RuneCountInString(t.Text) < 2 || token.FunctionWords[t.Lower] && !t.IsAllCaps() {
		return false
	}
	for _, r := range t.Text {
		if unicode.IsDigit(r) {
			return false
		}
	}
	if t.Dot && t.Letters() > 1 && token.Labels[t.Lower] != token.NoRole {
		return false
	}
	return !p.t.IsMonth(i) || !p.isInDate(i)
}

// isInDate reports whether a number stands beside the month at token i, which is no given name then.
func (p parser) isInDate(i int) bool {
	number := func(k int) bool { return k >= 0 && k < len(p.t) && p.t[k].Kind == token.Number }
	next := i + 1
	for next < len(p.t) && p.t[next].OneOf(",.-–/") || p.t.IsMonth(next) {
		next++
	}
	return number(next) || number(i-1) || next >= len(p.t)
}

// elidedParticle reports whether the word is a name behind a small particle with
// an apostrophe, a hyphen or nothing between: d'Alembert, l'Hôpital, al-Kindi, deGroot.
func elidedParticle(s string) bool {
	for i, r := range s {
		if i > 1 && unicode.IsUpper(r) {
			return names.IsParticle(s[:i])
		}
		if token.IsApostrophe(r) || token.IsHyphen(r) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			return i <= 3 && unicode.IsUpper(next)
		}
	}
	return false
}

// familyWords returns the end of a family name of at most n words, with particles
// between and before them, that stands at token i, or i.
func (p parser) familyWords(i, n int) int {
	end, words := i, 0
	for end < len(p.t) && words < n {
		t := p.t[end]
		particle := t.Kind == token.Word && t.IsParticle() && (t.IsLower() || words == 0)
		switch {
		case particle && (t.IsLower() || p.isNameWord(end+1) || p.isParticle(end+1) || end+1 < len(p.t) && p.t[end+1].IsParticle()) && !t.Dot && end+1 < len(p.t) && p.t[end+1].Kind == token.Word:
		case particle && t.Dot && t.IsLower() && p.isNameWord(end+1): // v. d. Berg
		case p.isNameWord(end) && !(words > 0 && p.isInitial(end)):
			words++
		case words > 0 && t.IsUpper() && t.IsParticle() && utf8.RuneCountInString(t.Text) > 1: // Nguyen Minh Van
			words++
		case words == 0 && (p.isShortFamily(end) || p.isNamedAsWord(end)):
			return end + 1
		default:
			return p.trimParticles(i, end)
		}
		end++
		if t.Dot && !particle {
			break
		}
	}
	return p.trimParticles(i, end)
}

// isParticle reports whether token i is a particle in small letters.
func (p parser) isParticle(i int) bool {
	return i < len(p.t) && p.t[i].IsLower() && p.t[i].IsParticle()
}

// isShortFamily reports whether token i, which would be a function word elsewhere,
// is a family name before initials: "Dai Q", "Su, Y."
func (p parser) isShortFamily(i int) bool {
	t := p.t[i]
	if !t.IsUpper() || t.Dot || utf8.RuneCountInString(t.Text) < 2 || i+1 >= len(p.t) {
		return false
	}
	if leadWords[t.Lower] { // & Le, Q. V. (2014)
		listed := i > 0 && p.t[i-1].OneOf("&,") || i == 0 && i+3 < len(p.t) && p.t[i+3].OneOf(":(,;&") // Das, A.: Title
		if end := p.initials(i + 1); end > i+1 && i > 0 && p.t[i-1].Is(",") && p.boundaryAt(end) {     // Ghosh N, Das S, Roy M
			return true
		}
		return p.t[i+1].Is(",") && listed && p.isInitial(i+2) && p.t[i+2].Dot
	}
	if p.t[i+1].Is(",") {
		return p.isInitial(i+2) && p.t[i+2].Dot
	}
	end := p.initials(i + 1)
	return end > i+1 && p.endsName(end)
}

// isNamedAsWord reports whether token i, which would be a function word elsewhere, is the family name behind
// initials: "Z. Was, Title".
func (p parser) isNamedAsWord(i int) bool {
	return i > 1 && p.t[i].IsUpper() && !p.t[i].Dot && p.t[i-1].Dot && p.isInitial(i-1) && (p.t[i-2].IsAnd() || p.t[i-2].Is(",")) && i+1 < len(p.t) && p.t[i+1].Is(",")
}

var leadWords = token.SetOf(`in on the a an at for by of from to with as is der die das le la les il en`)

// trimParticles returns end, moved back over particles that no name follows.
func (p parser) trimParticles(i, end int) int {
	for end > i && p.t[end-1].IsLower() && !elidedParticle(p.t[end-1].Text) {
		end--
	}
	return end
}

// capitals counts the words in [i, j) that start with a capital letter.
func (p parser) capitals(i, j int) int {
	n := 0
	for _, t := range p.t[i:j] {
		if t.IsUpper() {
			n++
		}
	}
	return n
}

// boundaryAt reports whether a mark that ends a name or a title stands at token i.
func (p parser) boundaryAt(i int) bool {
	return i >= len(p.t) || p.t[i].Kind == token.Mark && !p.t[i].OneOf("'’-/")
}

// endsName reports whether a name may end before token end.
func (p parser) endsName(end int) bool {
	if end >= len(p.t) || end > 0 && p.t[end-1].Dot {
		return true
	}
	t := p.t[end]
	return t.OneOf(",;:.(&[/\x1f“”\"«‘'‚-–—·․ㆍ・|") || t.IsAnd() || t.Lower == "et" ||
		t.Kind == token.Number && token.IsYear(t.Text) || token.Suffixes[t.Lower] || t.OneOf("+") || t.Lower == "etal" || t.IsCJK()
}

// looksAbbreviated reports whether what has the form of a name, initials in
// [i, end) and family in [end, stop), is the abbreviated title of a journal: "J. Phys."
func (p parser) looksAbbreviated(i, end, stop int) bool {
	last := p.t[stop-1]
	if end > i && !last.Dot && stop < len(p.t) && p.t[stop].Kind == token.Number && !token.IsYear(p.t[stop].Text) {
		return true
	}
	for k := end; k < stop; k++ {
		if t := p.t[k]; (t.Dot || k < stop-1) && (token.Abbreviations[t.Lower] || token.JournalWords[t.Lower]) && t.Letters() > 1 {
			return !t.IsAllCaps() || k < stop-1
		}
	}
	if !last.Dot || stop >= len(p.t) {
		return false
	}
	next := p.t[stop]
	onlyJ := end == i+1 && !last.IsAllCaps() && p.t[i].Text == "J" && p.t[i].Dot
	if next.Letters() == 1 && next.Kind == token.Word { // OKORO. J. Am. Chem.
		return false
	}
	return onlyJ && (next.Dot && (token.Abbreviations[next.Lower] || next.Letters() <= 5) || next.Kind == token.Number && !token.IsYear(next.Text))
}
