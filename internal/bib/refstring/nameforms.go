package refstring

import (
	"slices"
	"strings"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/names"
)

// A shape is the order in which a list prints the parts of a name.
type shape uint8

const (
	noShape      shape = iota
	inverted           // Family, I. I.
	trailing           // Family I I, Family II
	leading            // I. I. Family
	spelled            // Family, Given
	natural            // Given Family
	organisation       // World Health Organization
)

// nameAt reads one name at token i, in a shape that may follow prev in a list, and
// returns it with the token after it; noShape says that there is none.
func (d *refParser) nameAt(i int, prev shape) (bib.Name, int, shape) {
	if d.isVarious(i) && prev == noShape {
		return bib.Name{Literal: d.span(i, i+2)}, i + 2, natural
	}
	for _, try := range []struct {
		read  func(int) (bib.Name, int)
		shape shape
		after []shape // the shapes that it may follow
	}{
		{d.leadingName, leading, []shape{noShape, leading, inverted, trailing, spelled, natural, organisation}},
		{d.trailingName, trailing, []shape{noShape, trailing, inverted, organisation}},
		{d.invertedName, inverted, []shape{noShape, inverted, trailing, spelled, organisation}},
		{d.organisationName, organisation, []shape{noShape, organisation}},
		{d.groupName, organisation, []shape{leading, inverted, trailing}},
		{d.spelledName, spelled, []shape{noShape, spelled}},
		{d.naturalName, natural, []shape{noShape, natural, spelled}},
	} {
		if !slices.Contains(try.after, prev) {
			continue
		}
		if n, end := try.read(i); end > i {
			return n, end, try.shape
		}
	}
	return bib.Name{}, i, noShape
}

// leadingName reads "J. F. van der Berg".
func (d *refParser) leadingName(i int) (bib.Name, int) {
	end := d.initials(i)
	if end == i || end < len(d.t) && d.t[end-1].is(",") {
		return bib.Name{}, i
	}
	for end < len(d.t) && d.t[end].lower() && !d.t[end].particle() {
		return bib.Name{}, i
	}
	family := d.familyWords(end, 3)
	if family == end || !d.endsName(family) || d.anyWord(end, family, organisationWords) || d.looksAbbreviated(i, end, family) {
		return bib.Name{}, i
	}
	n := person(d.span(end, family), d.span(i, end))
	return d.suffixed(n, family)
}

// trailingName reads "van der Berg JF" and "Berg J. F.".
func (d *refParser) trailingName(i int) (bib.Name, int) {
	family := d.familyWords(i, 3)
	for ; family > i; family-- { // the last capitals may be initials: "LEE JM"
		if d.t[family-1].dot {
			continue
		}
		end := d.initials(family)
		if end > family && d.endsName(end) && !d.anyWord(i, family, organisationWords) && !d.readsOn(i, end) && !d.looksAbbreviated(i, i, end) {
			return d.suffixed(person(d.span(i, family), d.span(family, end)), end)
		}
	}
	return bib.Name{}, i
}

// invertedName reads "van der Berg, J. F." and "Berg, J. Franz".
func (d *refParser) invertedName(i int) (bib.Name, int) {
	family := d.familyWords(i, 4)
	if family == i || family+1 >= len(d.t) || d.t[family-1].dot || d.anyWord(i, family, organisationWords) {
		return bib.Name{}, i
	}
	if end := d.initials(family + 1); d.t[family].is("(") && end > family+1 && end < len(d.t) && d.t[end].is(")") { // Durand (J.-P.)
		return person(d.span(i, family), d.span(family+1, end)), end + 1
	}
	if !d.t[family].is(",") {
		return bib.Name{}, i
	}
	from := family + 1
	suffix := ""
	if suffixes[d.t[from].low()] && from+2 < len(d.t) && d.t[from+1].is(",") { // King, Jr., M. L.
		suffix = d.span(from, from+1)
		from += 2
	}
	end := d.initials(from)
	if end == from {
		return bib.Name{}, i
	}
	if more := d.familyWords(end, 1); more > end && more < len(d.t) && !d.t[more-1].dot && d.t[more].oneOf(",;&(") && d.t[end-1].dot {
		if d.initials(end) == end && !(d.t[more].is(",") && d.initials(more+1) > more+1) {
			end = more
		}
	}
	for end < len(d.t) && d.t[end].lower() && d.t[end].particle() && !d.t[end].and() && d.endsName(end+1) {
		end++ // Berg, J. v.
	}
	n := person(d.span(i, family), d.span(from, end))
	n.Suffix = suffix
	return d.suffixed(n, end)
}

// spelledName reads "Berg, Johann Franz".
func (d *refParser) spelledName(i int) (bib.Name, int) {
	family := d.familyWords(i, 3)
	if family == i || family+1 >= len(d.t) || !d.t[family].is(",") || d.t[family-1].dot || d.anyWord(i, family, organisationWords) || isUnspaced(d.t[i].text) {
		return bib.Name{}, i
	}
	from, full, end := family+1, 0, family+1
	for end < len(d.t) && full < 4 && (d.isInitial(end) || d.isNameWord(end)) {
		if !d.isInitial(end) {
			if full > 0 && d.isInitial(end-1) && d.t[end-1].dot { // Okoro, Anna L. Quiet towns
				break
			}
			full++
		}
		end++
		if t := d.t[end-1]; t.dot && !d.isInitial(end-1) {
			break
		}
	}
	if end < len(d.t) && d.t[end].lower() && d.t[end].particle() && d.endsName(end+1) {
		end++ // Berg, Johann von
	}
	switch {
	case full == 0 || full > 3 || !d.endsName(end):
		return bib.Name{}, i
	case d.anyWord(i, family, journalWords) || d.anyWord(from, end, journalWords) || d.anyWord(i, end, organisationWords):
		return bib.Name{}, i
	case d.isPlace(from, end) && end < len(d.t) && d.t[end].kind == number: // Vitruvio, Milano 1999
		return bib.Name{}, i
	case d.capitals(i, family) > 1 && full > 1: // Anna Okoro, Jean Durand
		return bib.Name{}, i
	}
	return d.suffixed(person(d.span(i, family), d.span(from, end)), end)
}

// naturalName reads "Johann F. van der Berg", "BERG Johann", and the unspaced names
// of Chinese, Japanese and Korean.
func (d *refParser) naturalName(i int) (bib.Name, int) {
	if i < len(d.t) && isUnspaced(d.t[i].text) && utf8.RuneCountInString(d.t[i].text) <= 5 && d.endsName(i+1) {
		return bib.Name{Literal: d.t[i].text}, i + 1
	}
	end, words := i, 0
	for end < len(d.t) && words < 5 {
		inner := words > 0 && d.t[end].particle() && d.t[end].lower() && !d.t[end].and()
		if !inner && !d.isInitial(end) && !d.isNameWord(end) {
			break
		}
		if !inner {
			words++
		}
		end++
		if d.t[end-1].dot && !d.isInitial(end-1) {
			break
		}
	}
	last := end - 1
	if end+1 < len(d.t) && d.t[end].and() && d.t[end+1].lower() && functionWords[d.t[end+1].low()] && !d.t[end+1].particle() {
		return bib.Name{}, i // Quiet Towns and the idea
	}
	if d.isPlace(last, end) && last > i && d.t[last-1].lower() { // Storia di Roma
		return bib.Name{}, i
	}
	if words < 2 || words > 4 || !d.endsName(end) || !d.isNameWord(last) || !d.isNameWord(i) || d.t[i].dot ||
		d.anyWord(i, end, journalWords) || d.anyWord(i, end, organisationWords) || d.anyWord(i, end, publisherNouns) || d.numeralsAt(end) {
		return bib.Name{}, i
	}
	return d.suffixed(d.naturalParts(i, end), end)
}

// numeralsAt reports whether a comma and a numeral that is no year stand at token i:
// then what stands before is a journal.
func (d *refParser) numeralsAt(i int) bool {
	return i+1 < len(d.t) && d.t[i].is(",") && d.t[i+1].kind == number && !isYear(d.t[i+1].text)
}

// naturalParts tells the family name in the tokens of a name printed in natural
// order: the word in capitals where only one is, else the last with its particles.
func (d *refParser) naturalParts(i, end int) bib.Name {
	if d.t[i].shout() && !d.t[end-1].shout() {
		k := i + 1
		for k < end-1 && d.t[k].shout() {
			k++
		}
		return person(d.span(i, k), d.span(k, end))
	}
	k := end - 1
	for k > i+1 && d.t[k-1].lower() && d.t[k-1].particle() {
		k--
	}
	return person(d.span(k, end), d.span(i, k))
}

// readsOn reports whether initials that end with a stop are the middle of a name in
// natural order: "Anna B. Okoro,".
func (d *refParser) readsOn(i, end int) bool {
	if !d.t[end-1].dot || end >= len(d.t) || d.t[end].kind == mark {
		return false
	}
	_, stop := d.naturalName(i)
	return stop > end && stop < len(d.t) && !d.t[stop-1].dot && (d.t[stop].oneOf(",;&(") || d.t[stop].and())
}

// suffixed takes the suffix that may stand at token end into the name.
func (d *refParser) suffixed(n bib.Name, end int) (bib.Name, int) {
	k := end
	if k < len(d.t) && d.t[k].is(",") {
		k++
	}
	if k < len(d.t) && suffixes[d.t[k].low()] && !(d.t[k].shout() && !roman.MatchString(d.t[k].text)) && d.t[k].upper() && !d.t[max(end-1, 0)].is(".") {
		n.Suffix = d.span(k, k+1)
		return n, k + 1
	}
	return n, end
}

// person returns the name with the particles before the family name split off.
func person(family, given string) bib.Name {
	family, given = trimName(family), givenName(given)
	n := bib.Name{Family: family, Given: given}
	fields := strings.Fields(family)
	k := 0
	for k < len(fields)-1 && names.IsParticle(fields[k]) && strings.ToLower(fields[k][:1]) == fields[k][:1] {
		k++
	}
	if k > 0 {
		n.NonDroppingParticle = strings.Join(fields[:k], " ")
		n.Family = strings.Join(fields[k:], " ")
	}
	return n
}

// givenName returns given names without the full stop of the sentence behind them:
// "Robert." and "JB.", but not "R. J."
func givenName(s string) string {
	s = strings.Trim(s, " ,;")
	if bare, dotted := strings.CutSuffix(s, "."); dotted {
		last := bare[strings.LastIndexAny(bare, " .-")+1:]
		if n := utf8.RuneCountInString(last); n > 2 || n == 2 && strings.ToUpper(last) == last {
			return bare
		}
	}
	return s
}

func trimName(s string) string { return strings.Trim(s, " .,;:") }
