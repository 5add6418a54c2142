package refstring

import (
	"unicode"
	"unicode/utf8"
)

// isInitial reports whether token i is one initial: "J", "J.", "-R.", "Ch.", "J-R".
func (d *refParser) isInitial(i int) bool {
	if i >= len(d.t) || d.t[i].kind != word {
		return false
	}
	t := d.t[i]
	capitals, smalls := 0, 0
	for _, r := range t.text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			smalls++
		case unicode.IsDigit(r):
			return false
		}
	}
	hyphens := countHyphens(t.text)
	switch {
	case capitals == 0 && smalls == 1 && t.dot: // S.-i.
		return i > 0 && d.t[i-1].dot && !t.gap && isHyphen(rune(t.text[0]))
	case capitals == 1 && smalls == 0:
		return true
	case capitals == 1 && smalls == 1 && t.dot: // Ch. Yu. Th.
		return !abbreviations[t.low()] && !functionWords[t.low()] && t.low() != "ed" && t.low() != "jr"
	case capitals == 2 && smalls <= 1 && hyphens == 1: // J-R, Yu-M
		return true
	}
	return false
}

func countHyphens(s string) int {
	n := 0
	for i, r := range s {
		if i > 0 && isHyphen(r) {
			n++
		}
	}
	return n
}

// isCapitals reports whether token i is a run of initials without stops: "JF".
func (d *refParser) isCapitals(i int) bool {
	if i >= len(d.t) || !d.t[i].shout() {
		return false
	}
	n := d.t[i].letters()
	return n >= 2 && n <= 4 && !(suffixes[d.t[i].low()] && roman.MatchString(d.t[i].text))
}

// initials returns the end of the initials that stand at token i, or i.
func (d *refParser) initials(i int) int {
	end := i
	for end < len(d.t) && end < i+6 {
		switch {
		case d.isInitial(end):
			// "J. W. A new method": a capital without stop that others with stops precede.
			if end > i && d.t[end-1].dot && !d.t[end].dot && end+1 < len(d.t) && !d.t[end+1].oneOf(",;.:(&") && d.t[end+1].kind != number {
				return end
			}
		case end > i && d.t[end].lower() && d.t[end].letters() == 1 && d.t[end].dot && d.isInitial(end+1): // L. d. F. Okoro
		case end == i && d.isCapitals(end):
			return end + 1
		default:
			return end
		}
		end++
	}
	return end
}

// isNameWord reports whether token i may be part of a person's name written out.
func (d *refParser) isNameWord(i int) bool {
	if i >= len(d.t) {
		return false
	}
	t := d.t[i]
	if !t.upper() && !elidedParticle(t.text) || utf8.RuneCountInString(t.text) < 2 || functionWords[t.low()] && !t.shout() {
		return false
	}
	for _, r := range t.text {
		if unicode.IsDigit(r) {
			return false
		}
	}
	if t.dot && t.letters() > 1 && labels[t.low()] != unlabelled {
		return false
	}
	return !d.isMonth(i) || t.letters() > 3 && d.boundaryAt(i+1)
}

// elidedParticle reports whether the word is a name behind a small particle with
// an apostrophe or hyphen: d'Alembert, l'Hôpital, al-Kindi.
func elidedParticle(s string) bool {
	for i, r := range s {
		if isApostrophe(r) || isHyphen(r) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			return i <= 3 && unicode.IsUpper(next)
		}
	}
	return false
}

// familyWords returns the end of a family name of at most n words, with particles
// between and before them, that stands at token i, or i.
func (d *refParser) familyWords(i, n int) int {
	end, words := i, 0
	for end < len(d.t) && words < n {
		t := d.t[end]
		particle := t.kind == word && t.particle() && (t.lower() || words == 0)
		switch {
		case particle && (t.lower() || d.isNameWord(end+1) || d.isParticle(end+1) || end+1 < len(d.t) && d.t[end+1].particle()) && !t.dot && end+1 < len(d.t) && d.t[end+1].kind == word:
		case particle && t.dot && t.lower() && d.isNameWord(end+1): // v. d. Berg
		case d.isNameWord(end) && !(words > 0 && d.isInitial(end)):
			words++
		case words > 0 && t.upper() && t.particle() && utf8.RuneCountInString(t.text) > 1: // Nguyen Minh Van
			words++
		case words == 0 && d.isShortFamily(end):
			return end + 1
		default:
			return d.backToName(i, end)
		}
		end++
		if t.dot && !particle {
			break
		}
	}
	return d.backToName(i, end)
}

// isParticle reports whether token i is a particle in small letters.
func (d *refParser) isParticle(i int) bool {
	return i < len(d.t) && d.t[i].lower() && d.t[i].particle()
}

// isShortFamily reports whether token i, which would be a function word elsewhere,
// is a family name before initials: "Dai Q", "Su, Y."
func (d *refParser) isShortFamily(i int) bool {
	t := d.t[i]
	if !t.upper() || t.dot || utf8.RuneCountInString(t.text) < 2 || i+1 >= len(d.t) {
		return false
	}
	if leadWords[t.low()] { // & Le, Q. V. (2014)
		return d.t[i+1].is(",") && i > 0 && d.t[i-1].oneOf("&,") && d.isInitial(i+2) && d.t[i+2].dot
	}
	if d.t[i+1].is(",") {
		return d.isInitial(i+2) && d.t[i+2].dot
	}
	end := d.initials(i + 1)
	return end > i+1 && d.endsName(end)
}

var leadWords = setOf(`in on the a an at for by of from to with as is der die das le la les il en`)

// backToName returns end, moved back over particles that no name follows.
func (d *refParser) backToName(i, end int) int {
	for end > i && d.t[end-1].lower() && !elidedParticle(d.t[end-1].text) {
		end--
	}
	return end
}

// capitals counts the words in [i, j) that start with a capital letter.
func (d *refParser) capitals(i, j int) int {
	n := 0
	for _, t := range d.t[i:j] {
		if t.upper() {
			n++
		}
	}
	return n
}

// boundaryAt reports whether a mark that ends a name or a title stands at token i.
func (d *refParser) boundaryAt(i int) bool {
	return i >= len(d.t) || d.t[i].kind == mark && !d.t[i].oneOf("'’-/")
}

// endsName reports whether a name may end before token end.
func (d *refParser) endsName(end int) bool {
	if end >= len(d.t) || end > 0 && d.t[end-1].dot {
		return true
	}
	t := d.t[end]
	return t.oneOf(",;:.(&[/\x1f“”\"«‘'‚-–—·|") || t.and() || t.low() == "et" ||
		t.kind == number && isYear(t.text) || suffixes[t.low()] || t.oneOf("+") || t.low() == "etal" || isUnspaced(t.text)
}

// looksAbbreviated reports whether what has the shape of a name, initials in
// [i, end) and family in [end, stop), is the abbreviated title of a journal: "J. Phys."
func (d *refParser) looksAbbreviated(i, end, stop int) bool {
	last := d.t[stop-1]
	if end > i && !last.dot && stop < len(d.t) && d.t[stop].kind == number && !isYear(d.t[stop].text) {
		return true
	}
	for k := end; k < stop; k++ {
		if t := d.t[k]; (t.dot || k < stop-1) && (abbreviations[t.low()] || journalWords[t.low()]) && t.letters() > 1 {
			return !t.shout() || k < stop-1
		}
	}
	if !last.dot || stop >= len(d.t) {
		return false
	}
	next := d.t[stop]
	onlyJ := end == i+1 && d.t[i].text == "J" && d.t[i].dot
	if next.letters() == 1 && next.kind == word { // OKORO. J. Am. Chem.
		return false
	}
	return onlyJ && (next.dot && (abbreviations[next.low()] || next.letters() <= 5) || next.kind == number && !isYear(next.text))
}

// isUnspaced reports whether the word is written in a script that sets names
// without blanks.
func isUnspaced(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
