package namelist

import (
	"etal/internal/bib/refstring/token"
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
func (d nameParser) nameAt(i int, prev shape) (bib.Name, int, shape) {
	if d.isVarious(i) && prev == noShape {
		return bib.Name{Literal: d.t.Span(i, i+2)}, i + 2, natural
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
func (d nameParser) leadingName(i int) (bib.Name, int) {
	end := d.initials(i)
	if end == i || end < len(d.t) && d.t[end-1].Is(",") {
		return bib.Name{}, i
	}
	for end < len(d.t) && d.t[end].IsLower() && !d.t[end].IsParticle() {
		return bib.Name{}, i
	}
	family := d.familyWords(end, 3)
	if family == end || !d.endsName(family) || d.t.AnyWord(end, family, token.OrganisationWords) || d.looksAbbreviated(i, end, family) {
		return bib.Name{}, i
	}
	n := person(d.t.Span(end, family), d.t.Span(i, end))
	return d.suffixed(n, family)
}

// trailingName reads "van der Berg JF" and "Berg J. F.".
func (d nameParser) trailingName(i int) (bib.Name, int) {
	family := d.familyWords(i, 3)
	for ; family > i; family-- { // the last capitals may be initials: "LEE JM"
		if d.t[family-1].Dot {
			continue
		}
		end := d.initials(family)
		if end > family && d.endsName(end) && !d.t.AnyWord(i, family, token.OrganisationWords) && !d.readsOn(i, end) && !d.looksAbbreviated(i, i, end) {
			return d.suffixed(person(d.t.Span(i, family), d.t.Span(family, end)), end)
		}
	}
	return bib.Name{}, i
}

// invertedName reads "van der Berg, J. F." and "Berg, J. Franz".
func (d nameParser) invertedName(i int) (bib.Name, int) {
	family := d.familyWords(i, 4)
	if family == i || family+1 >= len(d.t) || d.t[family-1].Dot || d.t.AnyWord(i, family, token.OrganisationWords) {
		return bib.Name{}, i
	}
	if end := d.initials(family + 1); d.t[family].Is("(") && end > family+1 && end < len(d.t) && d.t[end].Is(")") { // Durand (J.-P.)
		return person(d.t.Span(i, family), d.t.Span(family+1, end)), end + 1
	}
	if !d.t[family].Is(",") {
		return bib.Name{}, i
	}
	from := family + 1
	suffix := ""
	if token.Suffixes[d.t[from].Lower] && from+2 < len(d.t) && d.t[from+1].Is(",") { // King, Jr., M. L.
		suffix = d.t.Span(from, from+1)
		from += 2
	}
	end := d.initials(from)
	if end == from {
		return bib.Name{}, i
	}
	if more := d.familyWords(end, 1); more > end && more < len(d.t) && !d.t[more-1].Dot && d.t[more].OneOf(",;&(") && d.t[end-1].Dot {
		if d.initials(end) == end && !(d.t[more].Is(",") && d.initials(more+1) > more+1) {
			end = more
		}
	}
	for end < len(d.t) && d.t[end].IsLower() && d.t[end].IsParticle() && !d.t[end].IsAnd() && d.endsName(end+1) {
		end++ // Berg, J. v.
	}
	n := person(d.t.Span(i, family), d.t.Span(from, end))
	n.Suffix = suffix
	return d.suffixed(n, end)
}

// spelledName reads "Berg, Johann Franz".
func (d nameParser) spelledName(i int) (bib.Name, int) {
	family := d.familyWords(i, 3)
	if family == i || family+1 >= len(d.t) || !d.t[family].Is(",") || d.t[family-1].Dot || d.t.AnyWord(i, family, token.OrganisationWords) || isUnspaced(d.t[i].Text) {
		return bib.Name{}, i
	}
	from, full, end := family+1, 0, family+1
	for end < len(d.t) && full < 4 && (d.isInitial(end) || d.isNameWord(end)) {
		if !d.isInitial(end) {
			if full > 0 && d.isInitial(end-1) && d.t[end-1].Dot { // Okoro, Anna L. Quiet towns
				break
			}
			full++
		}
		end++
		if t := d.t[end-1]; t.Dot && !d.isInitial(end-1) {
			break
		}
	}
	if end < len(d.t) && d.t[end].IsLower() && d.t[end].IsParticle() && d.endsName(end+1) {
		end++ // Berg, Johann von
	}
	switch {
	case full == 0 || full > 3 || !d.endsName(end):
		return bib.Name{}, i
	case d.t.AnyWord(i, family, token.JournalWords) || d.t.AnyWord(from, end, token.JournalWords) || d.t.AnyWord(i, end, token.OrganisationWords):
		return bib.Name{}, i
	case d.t.IsPlace(from, end) && end < len(d.t) && d.t[end].Kind == token.Number: // Vitruvio, Milano 1999
		return bib.Name{}, i
	case d.capitals(i, family) > 1 && full > 1: // Anna Okoro, Jean Durand
		return bib.Name{}, i
	}
	return d.suffixed(person(d.t.Span(i, family), d.t.Span(from, end)), end)
}

// naturalName reads "Johann F. van der Berg", "BERG Johann", and the unspaced names
// of Chinese, Japanese and Korean.
func (d nameParser) naturalName(i int) (bib.Name, int) {
	if i < len(d.t) && isUnspaced(d.t[i].Text) && utf8.RuneCountInString(d.t[i].Text) <= 5 && d.endsName(i+1) {
		return bib.Name{Literal: d.t[i].Text}, i + 1
	}
	end, words := i, 0
	for end < len(d.t) && words < 5 {
		inner := words > 0 && d.t[end].IsParticle() && d.t[end].IsLower() && !d.t[end].IsAnd()
		if !inner && !d.isInitial(end) && !d.isNameWord(end) {
			break
		}
		if !inner {
			words++
		}
		end++
		if d.t[end-1].Dot && !d.isInitial(end-1) {
			break
		}
	}
	last := end - 1
	if end+1 < len(d.t) && d.t[end].IsAnd() && d.t[end+1].IsLower() && token.FunctionWords[d.t[end+1].Lower] && !d.t[end+1].IsParticle() {
		return bib.Name{}, i // Quiet Towns and the idea
	}
	if d.t.IsPlace(last, end) && last > i && d.t[last-1].IsLower() { // Storia di Roma
		return bib.Name{}, i
	}
	if words < 2 || words > 4 || !d.endsName(end) || !d.isNameWord(last) || !d.isNameWord(i) || d.t[i].Dot ||
		d.t.AnyWord(i, end, token.JournalWords) || d.t.AnyWord(i, end, token.OrganisationWords) || d.t.AnyWord(i, end, token.PublisherNouns) || d.numeralsAt(end) {
		return bib.Name{}, i
	}
	return d.suffixed(d.naturalParts(i, end), end)
}

// numeralsAt reports whether a comma and a numeral that is no year stand at token i:
// then what stands before is a journal.
func (d nameParser) numeralsAt(i int) bool {
	return i+1 < len(d.t) && d.t[i].Is(",") && d.t[i+1].Kind == token.Number && !token.IsYear(d.t[i+1].Text)
}

// naturalParts tells the family name in the tokens of a name printed in natural
// order: the word in capitals where only one is, else the last with its particles.
func (d nameParser) naturalParts(i, end int) bib.Name {
	if d.t[i].IsAllCaps() && !d.t[end-1].IsAllCaps() {
		k := i + 1
		for k < end-1 && d.t[k].IsAllCaps() {
			k++
		}
		return person(d.t.Span(i, k), d.t.Span(k, end))
	}
	k := end - 1
	for k > i+1 && d.t[k-1].IsLower() && d.t[k-1].IsParticle() {
		k--
	}
	return person(d.t.Span(k, end), d.t.Span(i, k))
}

// readsOn reports whether initials that end with a stop are the middle of a name in
// natural order: "Anna B. Okoro,".
func (d nameParser) readsOn(i, end int) bool {
	if !d.t[end-1].Dot || end >= len(d.t) || d.t[end].Kind == token.Mark {
		return false
	}
	_, stop := d.naturalName(i)
	return stop > end && stop < len(d.t) && !d.t[stop-1].Dot && (d.t[stop].OneOf(",;&(") || d.t[stop].IsAnd())
}

// suffixed takes the suffix that may stand at token end into the name.
func (d nameParser) suffixed(n bib.Name, end int) (bib.Name, int) {
	k := end
	if k < len(d.t) && d.t[k].Is(",") {
		k++
	}
	if k < len(d.t) && token.Suffixes[d.t[k].Lower] && !(d.t[k].IsAllCaps() && !d.t[k].IsRoman()) && d.t[k].IsUpper() && !d.t[max(end-1, 0)].Is(".") {
		n.Suffix = d.t.Span(k, k+1)
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
