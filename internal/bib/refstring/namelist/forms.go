package namelist

import (
	"etal/internal/bib/refstring/token"
	"slices"
	"strings"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/names"
)

// A form is the order in which a list prints the parts of a name.
type form uint8

const (
	noForm       form = iota
	inverted          // Family, I. I.
	trailing          // Family I I, Family II
	leading           // I. I. Family
	spelled           // Family, Given
	natural           // Given Family
	organisation      // World Health Organization
)

// nameAt reads one name at token i, in a form that may follow prev in a list, and
// returns it with the token after it; noForm says that there is none.
func (p parser) nameAt(i int, prev form) (bib.Name, int, form) {
	if p.isVariousAuthors(i) && prev == noForm {
		return bib.Name{Literal: p.t.Span(i, i+2)}, i + 2, natural
	}
	if n, end := p.shortGivenName(i, prev); end > i {
		return n, end, natural
	}
	for _, try := range []struct {
		read  func(int) (bib.Name, int)
		form  form
		after []form // the shapes that it may follow
	}{
		{p.leadingName, leading, []form{noForm, leading, inverted, trailing, spelled, natural, organisation}},
		{func(i int) (bib.Name, int) { return p.trailingName(i, prev) }, trailing, []form{noForm, trailing, inverted, organisation}},
		{p.invertedName, inverted, []form{noForm, inverted, trailing, spelled, organisation}},
		{p.organisationName, organisation, []form{noForm, organisation}},
		{p.groupName, organisation, []form{leading, inverted, trailing}},
		{p.spelledName, spelled, []form{noForm, spelled}},
		{p.naturalName, natural, []form{noForm, natural, spelled}},
	} {
		if !slices.Contains(try.after, prev) {
			continue
		}
		if n, end := try.read(i); end > i {
			return n, end, try.form
		}
	}
	return bib.Name{}, i, noForm
}

// leadingName reads "J. F. van der Berg".
func (p parser) leadingName(i int) (bib.Name, int) {
	end := p.initials(i)
	if end == i {
		return bib.Name{}, i
	}
	for end < len(p.t) && p.t[end].IsLower() && !p.t[end].IsParticle() {
		return bib.Name{}, i
	}
	family := p.familyWords(end, 3)
	if p.beforeJournal(end) {
		family = end + 1
	}
	if family == end || end == i+1 && family == end+1 && p.isCapitals(i) && p.isCapitals(end) && p.t[end].Letters() <= p.t[i].Letters() || // LEE JM
		!p.endsName(family) && !p.beforeJournal(end) || p.t.AnyWord(end, family, token.OrganisationWords) || p.looksAbbreviated(i, end, family) || p.isSpelledParticle(i, family) {
		return bib.Name{}, i
	}
	n := person(p.t.Span(end, family), p.t.Span(i, end))
	return p.withSuffix(n, family)
}

// beforeJournal reports whether token i is a family name without a stop before an abbreviated title:
// "B. Okoro Phys. Rev. D".
func (p parser) beforeJournal(i int) bool {
	return i+2 < len(p.t) && p.isNameWord(i) && !p.t[i].Dot && p.isLink(i+1) && p.isLink(i+2)
}

// isLink reports whether token i is a link of the abbreviated title of a journal.
func (p parser) isLink(i int) bool {
	return p.t[i].IsUpper() && p.t[i].Dot && token.Abbreviations[p.t[i].Lower]
}

// trailingName reads "van der Berg JF" and "Berg J. F.". Behind others of that form, what follows the
// initials is no part of the name.
func (p parser) trailingName(i int, prev form) (bib.Name, int) {
	family := p.familyWords(i, 3)
	for ; family > i; family-- { // the last capitals may be initials: "LEE JM"
		if p.t[family-1].Dot {
			continue
		}
		end := p.initials(family)
		if end > family && p.endsName(end) && !p.isSpelledParticle(i, end) && (family == i+1 && p.isCapitals(family) || !p.t.AnyWord(i, family, token.OrganisationWords)) && (prev == trailing || !p.isNaturalBeyond(i, end)) &&
			(prev == trailing && end < len(p.t) && p.t[end].Is(",") || !p.looksAbbreviated(i, i, end)) {
			return p.withSuffix(person(p.t.Span(i, family), p.t.Span(family, end)), end)
		}
	}
	return bib.Name{}, i
}

// isSpelledParticle reports whether capitals in [i, end) that may be initials are a family name behind its
// particle, since a given name written out follows: "LE GAL, Morgane."
func (p parser) isSpelledParticle(i, end int) bool {
	return (p.t[i].IsParticle() || token.FunctionWords[p.t[i].Lower]) && p.t[i].IsAllCaps() && p.t[end-1].IsAllCaps() && end+2 < len(p.t) && p.t[end].Is(",") &&
		p.t[end+1].IsUpper() && !p.t[end+1].IsAllCaps() && (p.t[end+1].Dot || p.t[end+2].Is(","))
}

// invertedName reads "van der Berg, J. F." and "Berg, J. Franz".
func (p parser) invertedName(i int) (bib.Name, int) {
	family := p.familyWords(i, 4)
	if family == i || family+1 >= len(p.t) || p.t[family-1].Dot || p.t.AnyWord(i, family, token.OrganisationWords) {
		return bib.Name{}, i
	}
	if end := p.shortenedNames(family + 1); p.t[family].Is("(") && end > family+1 && end < len(p.t) && p.t[end].Is(")") { // Durand (J.-P.)
		return person(p.t.Span(i, family), p.t.Span(family+1, end)), end + 1
	}
	if !p.t[family].Is(",") {
		return bib.Name{}, i
	}
	from := family + 1
	suffix := ""
	if token.Suffixes[p.t[from].Lower] && from+2 < len(p.t) && p.t[from+1].Is(",") { // King, Jr., M. L.
		suffix = p.t.Span(from, from+1)
		from += 2
	}
	end := p.initials(from)
	if end == from {
		return bib.Name{}, i
	}
	if more := p.familyWords(end, 1); more > end && more < len(p.t) && !p.t[more-1].Dot && p.t[more].OneOf(",;&(") && p.t[end-1].Dot {
		if p.initials(end) == end && !(p.t[more].Is(",") && p.initials(more+1) > more+1) {
			end = more
		}
	}
	for end < len(p.t) && p.t[end].IsLower() && p.t[end].IsParticle() && !p.t[end].IsAnd() && p.endsName(end+1) {
		end++ // Berg, J. v.
	}
	n := person(p.t.Span(i, family), p.t.Span(from, end))
	n.Suffix = suffix
	return p.withSuffix(n, end)
}

// shortenedNames returns the end of initials, or of a name cut short, at token i in parentheses: "Chr.", "Cl."
func (p parser) shortenedNames(i int) int {
	if end := p.initials(i); end > i || !p.t[i].IsUpper() || !p.t[i].Dot || p.t[i].Letters() > maxShortened || token.EditorWords[p.t[i].Lower] {
		return end
	}
	return i + 1
}

// maxShortened is the most letters of a given name that is cut short.
const maxShortened = 4

// spelledName reads "Berg, Johann Franz".
func (p parser) spelledName(i int) (bib.Name, int) {
	family := p.familyWords(i, 3)
	if family == i || family+1 >= len(p.t) || !p.t[family].Is(",") || p.t[family-1].Dot || p.t.AnyWord(i, family, token.OrganisationWords) || p.t[i].IsCJK() {
		return bib.Name{}, i
	}
	if i+3 < len(p.t) && family == i+1 && givenWords[p.t[i+2].Lower] && p.t[i+2].IsUpper() && (p.t[i+2].Dot || p.t[i+3].Is(",") || p.t[i+3].IsAnd()) { // Hansen, Per, et al.
		return person(p.t.Span(i, family), p.t[i+2].Text), i + 3
	}
	from, full, end := family+1, 0, family+1
	for end < len(p.t) && full < 4 && (p.isInitial(end) || p.isNameWord(end)) {
		if !p.isInitial(end) {
			if full > 0 && p.isInitial(end-1) && p.t[end-1].Dot { // Okoro, Anna L. Quiet towns
				break
			}
			full++
		}
		end++
		if t := p.t[end-1]; t.Dot && !p.isInitial(end-1) {
			break
		}
	}
	if end < len(p.t) && p.t[end].IsLower() && p.t[end].IsParticle() && p.endsName(end+1) {
		end++ // Berg, Johann von
	}
	switch {
	case full == 0 || full > 3 || !p.endsName(end) || p.inSentence(end):
		return bib.Name{}, i
	case p.t.AnyWord(i, family, token.JournalWords) || p.t.AnyWord(from, end, token.JournalWords) || p.t.AnyWord(i, end, token.OrganisationWords):
		return bib.Name{}, i
	case p.t.IsPlace(from, end) && end < len(p.t) && p.t[end].Kind == token.Number: // Vitruvio, Milano 1999
		return bib.Name{}, i
	case p.capitals(i, family) > 1 && full > 1: // Anna Okoro, Jean Durand
		return bib.Name{}, i
	case p.capitals(i, family) > 1 && p.isNaturalList(from, end): // Anna Okoro, Jean L. Durand
		return bib.Name{}, i
	}
	return p.withSuffix(person(p.t.Span(i, family), p.t.Span(from, end)), end)
}

// inSentence reports whether an "and" with a small letter behind stands at token i: "Nobiltà e popolo".
func (p parser) inSentence(i int) bool {
	return i > 0 && i+1 < len(p.t) && p.t[i].IsAnd() && !p.t[i-1].Dot && p.t[i+1].IsLower() && !p.t[i+1].IsParticle() && p.etAl(i) == i && p.etAl(i+1) == i+1
}

// givenWords are given names that are also articles, prepositions or conjunctions.
var givenWords = token.SetOf(`an per em bei do so ed al`)

// shortGivenName reads a name in natural order whose parts would be taken for others elsewhere: "An Nguyen",
// "Na Li." It stands behind names in natural order, or before one.
func (p parser) shortGivenName(i int, prev form) (bib.Name, int) {
	end := i + 2
	if end > len(p.t) || !p.t[i].IsUpper() || p.t[i].Dot || p.t[i].Letters() < 2 || p.t[i].IsAllCaps() || p.t[i+1].IsAllCaps() || !p.t[i+1].IsUpper() || p.t[i+1].Letters() < 2 ||
		!p.endsName(end) || !p.boundaryAt(end) && !p.t[i+1].Dot && !p.t[end].IsAnd() {
		return bib.Name{}, i
	}
	short := p.t[i+1].Dot && p.isInitial(i+1) && p.t[i+1].Letters() == 2 // Li.
	switch {
	case prev == natural && (givenWords[p.t[i].Lower] || short || token.FunctionWords[p.t[i+1].Lower]):
	case prev == noForm && givenWords[p.t[i].Lower] && end < len(p.t) && (p.t[end].IsAnd() || p.t[end].Is(",")):
		if _, stop := p.shortGivenName(end+1, natural); stop > end+1 {
			break
		}
		if _, stop := p.naturalName(end + 1); stop == end+1 || p.t[end].Is(",") && (stop >= len(p.t) || !p.t[stop].Is(",") && !p.t[stop].IsAnd()) {
			return bib.Name{}, i
		}
	default:
		return bib.Name{}, i
	}
	return person(p.t.Span(i+1, end), p.t.Span(i, i+1)), end
}

// isNaturalList reports whether the given names at token i, which were read up to end, go on as a name in
// natural order that others follow.
func (p parser) isNaturalList(i, end int) bool {
	if !p.isInitial(end-1) || end >= len(p.t) || !p.isNameWord(end) {
		return false
	}
	_, stop := p.naturalName(i)
	return stop > end && stop < len(p.t) && (p.t[stop].Is(",") || p.t[stop].IsAnd())
}

// naturalName reads "Johann F. van der Berg", "BERG Johann", and the unspaced names
// of Chinese, Japanese and Korean.
func (p parser) naturalName(i int) (bib.Name, int) {
	if i < len(p.t) && p.t[i].IsCJK() && utf8.RuneCountInString(p.t[i].Text) <= 5 && p.endsName(i+1) {
		return bib.Name{Literal: p.t[i].Text}, i + 1
	}
	end, words := i, 0
	for end < len(p.t) && words < 5 {
		inner := words > 0 && p.t[end].IsParticle() && !p.t[end].IsAnd() && (p.t[end].IsLower() || token.FunctionWords[p.t[end].Lower] && p.isNameWord(end+1))
		if !inner && !p.isInitial(end) && !p.isNameWord(end) {
			break
		}
		if !inner {
			words++
		}
		end++
		if p.t[end-1].Dot && !p.isInitial(end-1) {
			break
		}
	}
	last := end - 1
	if p.inSentence(end) {
		return bib.Name{}, i // Quiet Towns and the idea
	}
	if p.t.IsPlace(last, end) && last > i && p.t[last-1].IsLower() { // Storia di Roma
		return bib.Name{}, i
	}
	if words < 2 || words > 4 || p.t.IsMonth(i) && token.Labels[p.t[last].Lower] != token.NoRole || p.t[last].Dot && token.Abbreviations[p.t[last].Lower] { // March Issue; Mayo Clin. Proc.
		return bib.Name{}, i
	}
	if organisationEnds[p.t[last].Lower] || !p.endsName(end) || !p.isNameWord(last) || !p.isNameWord(i) || p.t[i].Dot ||
		p.t.AnyWord(i, end, token.JournalWords) || p.t.AnyWord(i, end, token.OrganisationWords) || p.t.AnyWord(i, end, token.PublisherNouns) || p.numeralsAt(end) {
		return bib.Name{}, i
	}
	return p.withSuffix(p.naturalParts(i, end), end)
}

// numeralsAt reports whether a comma and a numeral that is no year stand at token i:
// then what stands before is a journal.
func (p parser) numeralsAt(i int) bool {
	return i+1 < len(p.t) && p.t[i].Is(",") && p.t[i+1].Kind == token.Number && !token.IsYear(p.t[i+1].Text)
}

// naturalParts tells the family name in the tokens of a name printed in natural
// order: the word in capitals where only one is, else the last with its particles.
func (p parser) naturalParts(i, end int) bib.Name {
	if p.t[i].IsAllCaps() && !p.t[end-1].IsAllCaps() {
		k := i + 1
		for k < end-1 && p.t[k].IsAllCaps() {
			k++
		}
		return person(p.t.Span(i, k), p.t.Span(k, end))
	}
	k := end - 1
	for k > i+1 && p.t[k-1].IsParticle() && (p.t[k-1].IsLower() || token.FunctionWords[p.t[k-1].Lower]) {
		k--
	}
	return person(p.t.Span(k, end), p.t.Span(i, k))
}

// isNaturalBeyond reports whether initials that end with a stop are the middle of a name in
// natural order: "Anna B. Okoro,".
func (p parser) isNaturalBeyond(i, end int) bool {
	if !p.t[end-1].Dot || end >= len(p.t) || p.t[end].Kind == token.Mark {
		return false
	}
	_, stop := p.naturalName(i)
	if stop <= end || stop >= len(p.t) {
		return false
	}
	if p.t[stop-1].Dot { // Anna B. Okoro. 2014.
		return token.IsYear(p.t[stop].Text) || stop == end+1 && p.startsSentence(stop)
	}
	return p.t[stop].OneOf(",;&(") || p.t[stop].IsAnd() || p.t[stop].OneOf("-–—") && p.t[stop].Gap
}

// startsSentence reports whether words of a sentence follow the token i, rather than the title of a journal.
func (p parser) startsSentence(i int) bool {
	for k := i + 1; k < min(i+4, len(p.t)); k++ {
		if p.t[k-1].Dot || p.t[k].Kind != token.Word {
			return false
		}
		if p.t[k].IsLower() && !token.FunctionWords[p.t[k].Lower] {
			return true
		}
	}
	return false
}

// withSuffix takes the suffix that may stand at token end into the name.
func (p parser) withSuffix(n bib.Name, end int) (bib.Name, int) {
	k := end
	if k < len(p.t) && p.t[k].Is(",") {
		k++
	}
	if k < len(p.t) && token.Suffixes[p.t[k].Lower] && !(p.t[k].IsAllCaps() && !p.t[k].IsRoman()) && p.t[k].IsUpper() && !p.t[max(end-1, 0)].Is(".") {
		n.Suffix = p.t.Span(k, k+1)
		if p.t[k].IsRoman() { // the full stop is that of the list
			n.Suffix = p.t[k].Text
		}
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
