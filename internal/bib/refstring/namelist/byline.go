// Package namelist reads names of persons and organisations from the tokens of a printed
// reference, in any order and with any separators that lists print them with.
//
// [ReadByline] reads who made the work, at the start of its reference, and [ReadNames] a list
// inside it, such as the editors of a book. Both return the token at which they stopped.
//
// The package must not know the fields of the work, nor what follows the names.
package namelist

import (
	"etal/internal/bib/refstring/token"

	"etal/internal/bib"
)

// A parser reads names from the tokens of a reference.
type parser struct {
	t      token.List
	byline bool // the names are at the start of the reference, before its title
}

// A Byline is the list of those who made a work, at the start of its reference.
type Byline struct {
	Names   []bib.Name
	Editors bool // the reference says that they are its editors
}

// ReadByline reads the byline that begins at token i and returns it with the token after it. It
// has no names where none begins there.
func ReadByline(t token.List, i int) (Byline, int) {
	p := parser{t, true}
	names, end := p.nameList(i)
	if len(names) == 0 {
		if names, end = p.namesBeforeYear(i); len(names) == 0 {
			names, end = p.numberedNames(i)
		}
	}
	if len(names) == 0 {
		names, end = p.smallCapitals(i)
	}
	if len(names) == 0 && i < len(t) && t[len(t)-1].Is(",") { // a title follows in italics
		names, end = p.nameBeforeQuote(i, len(t))
	}
	if len(names) == 0 {
		return Byline{}, i
	}
	names, end = p.readToYear(names, end)
	if after, isEditor := EditorMark(t, end); isEditor {
		return Byline{names, true}, after
	}
	if more, close := p.speakers(names, end); close > end {
		return Byline{append(names, more...), false}, close
	}
	return Byline{names, false}, p.skipGroup(end)
}

// speakers reads the persons in parentheses behind a group that they speak for: "TOWN Collaboration (B. Okoro et al.)".
func (p parser) speakers(group []bib.Name, i int) ([]bib.Name, int) {
	if len(group) != 1 || group[0].Literal == "" || i >= len(p.t) || !p.t[i].Is("(") {
		return nil, i
	}
	more, end := p.nameList(i + 1)
	if len(more) == 0 || end == len(p.t) || end != p.t.Closing(i) || more[0].Given == "" {
		return nil, i
	}
	return more, end + 1
}

// ReadNames reads the names from token i up to something that is no name and returns them with
// the token after the last.
func ReadNames(t token.List, i int) ([]bib.Name, int) { return parser{t, false}.nameList(i) }

// smallCapitals reads a family name that was set in small capitals, which a plain text shows as small letters,
// with the initials behind it: "okoro B.: Title", "della porta G. B., linden k., Title".
func (p parser) smallCapitals(i int) ([]bib.Name, int) {
	var list []bib.Name
	for at, sep := i, noSeparator; len(list) == 0 || sep != noSeparator; {
		k := at
		for k < len(p.t) && k < at+maxSmallCapitals && p.t[k].IsLower() && !p.t[k].Dot && p.t[k].Letters() > 1 && (p.t[k].IsParticle() && !p.t[k].IsAnd() || !token.FunctionWords[p.t[k].Lower]) {
			k++
		}
		end := k
		for end < len(p.t) && p.t[end].Letters() == 1 && p.t[end].Dot {
			end++
		}
		if k == at || end == k || end >= len(p.t) || !p.boundaryAt(end) && !p.t[end].IsAnd() {
			break
		}
		list, i = append(list, person(p.t.Span(at, k), p.t.Span(k, end))), end
		at, sep = p.separator(end)
	}
	return list, i
}

// maxSmallCapitals is the most words of a family name in small capitals.
const maxSmallCapitals = 3

// numberedNames reads names behind a number without stop that labels the entry.
func (p parser) numberedNames(i int) ([]bib.Name, int) {
	k := i + 1
	if k >= len(p.t) || p.t[i].Kind != token.Number || len(p.t[i].Text) > 3 {
		return nil, i
	}
	for k < len(p.t) && p.t[k].OneOf("-,") || k < len(p.t) && p.t[k].Kind == token.Number {
		k++
	}
	if names, end := p.nameList(k); len(names) > 0 && names[0].Given != "" {
		return names, end
	}
	return nil, i
}

// skipGroup steps over a group's name, or a role, in parentheses behind the authors.
func (p parser) skipGroup(i int) int {
	if i >= len(p.t) || !p.t[i].Is("(") {
		return i
	}
	close := p.t.Closing(i)
	if close == len(p.t) || close >= i+maxGroup {
		return i
	}
	role := close+1 < len(p.t) && p.t[min(close+2, len(p.t)-1)].Is("(") && p.t[i+1].Kind == token.Word && !p.t.IsMonth(i+1)
	if role || p.t.AnyWord(i, close, token.OrganisationWords) {
		return close + 1
	}
	return i
}

// EditorMark returns the token after words at token i that make the names before
// them editors: "(Eds.)", ", eds.", "a cura di".
func EditorMark(t token.List, i int) (int, bool) {
	p := parser{t: t}
	k := i
	for k < len(p.t) && p.t[k].OneOf(",([.") {
		k++
	}
	if k >= len(p.t) {
		return i, false
	}
	if p.t.Phrase(k, "a", "cura", "di") || p.t.Phrase(k, "a", "c", "di") {
		k += 3
	} else if token.EditorWords[p.t[k].Lower] && EditedBy(t, k) == 0 && (p.t[k].Dot || k+1 >= len(p.t) || p.t[k+1].Kind != token.Word) {
		k++
	} else {
		return i, false
	}
	for k < len(p.t) && p.t[k].OneOf(")].,:;") {
		k++
	}
	return k, true
}

// editedBy are the words before the names of editors, in lower case and without stops.
var editedBy = [][]string{
	{"edited", "and", "translated", "by"}, {"edited", "by"}, {"ed", "by"}, {"eds", "by"}, {"hrsg", "von"}, {"hrsg", "v"}, {"hg", "von"}, {"hg", "v"},
	{"herausgegeben", "von"}, {"sous", "la", "direction", "de"}, {"sous", "la", "dir", "de"}, {"éd", "par"}, {"édité", "par"}, {"ed", "por"}, {"org", "por"},
	{"a", "cura", "di"}, {"a", "cura", "de"}, {"a", "c", "di"}, {"per", "cura", "di"}, {"compilato", "da"}, {"pod", "red"},
}

// EditedBy returns how many words at token i say that the names behind them are those of editors: "edited by",
// "a cura di".
func EditedBy(t token.List, i int) int {
	for _, words := range editedBy {
		if t.Phrase(i, words...) {
			return len(words)
		}
	}
	return 0
}

// How far the words before a year may reach that are names in no known form.
const (
	maxBeforeYear   = 40 // tokens
	maxOrganisation = 8  // tokens of an organisation's name
	maxPlainName    = 4  // words of a name that neither commas nor parentheses bound
	maxQuotedName   = 6  // tokens of a name before a title in quotation marks
	maxGroup        = 6  // tokens of a group's name in parentheses behind the authors
)

// namesBeforeYear reads names that have no clean form but are bounded by a year: the
// words before "(2006)" at the start are who wrote it.
func (p parser) namesBeforeYear(i int) ([]bib.Name, int) {
	y := i
	for y < len(p.t) && y < i+maxBeforeYear && !(p.t[y].Kind == token.Number && token.IsYear(p.t[y].Text)) {
		if y > i && p.t[y].OneOf("\"“«„") {
			return p.nameBeforeQuote(i, y)
		}
		if p.t[y].OneOf("\"“”«»\x1f?!:") {
			return nil, i
		}
		y++
	}
	if y == i || y >= len(p.t) || y >= i+maxBeforeYear || !p.t[y-1].OneOf("(,") && !p.t[y-1].Dot {
		return nil, i
	}
	if p.t[y-1].Is("(") && y+1 < len(p.t) && !p.t[y+1].OneOf("),") {
		return nil, i
	}
	from, end := i, y
	for end > i && p.t[end-1].OneOf("(,.") {
		end--
	}
	var names []bib.Name
	initialed := false
	for k := i; k <= end; k++ {
		if k < end && !p.t[k].OneOf(",;&") && !p.t[k].IsAnd() {
			continue
		}
		if k > from {
			initialed = p.addSegment(&names, from, k) || initialed
		}
		from = k + 1
	}
	if len(names) == 1 && p.isAbbreviated(i, end) {
		return nil, i
	}
	if len(names) == 1 && p.isOrganisationBefore(i, end, y) {
		return p.asOrganisations(names, false), end
	}
	alone := len(names) == 1 && p.t[i].IsUpper() && end-i <= maxOrganisation && !p.hasSentenceWords(i, end) && y+3 < len(p.t) && !p.numeralsAt(y+2) && !p.anyNumber(i, end) && !p.t.AnyWord(i, end, token.PublisherNouns)
	if initialed || alone && (p.t[y-1].Is("(") || end-i <= maxPlainName && p.t.IsName(i, end, maxPlainName)) {
		return p.asOrganisations(names, initialed), end
	}
	return nil, i
}

// isAbbreviated reports whether an abbreviation of journals stands in [i, end): "J. Med. Chem."
func (p parser) isAbbreviated(i, end int) bool {
	for _, t := range p.t[i:end] {
		if t.Dot && t.Letters() > 1 && (token.Abbreviations[t.Lower] || token.JournalWords[t.Lower]) {
			return true
		}
	}
	return false
}

// isOrganisationBefore reports whether the words [i, end) before the year y are an organisation, as
// in "The Wheel Makers team (2021). Title": who wrote a work stands there, and what is no
// person's name is an organisation's.
func (p parser) isOrganisationBefore(i, end, y int) bool {
	if y+2 >= len(p.t) || !p.t[y-1].Is("(") || !p.t[y+1].Is(")") || !(p.t[y+1].Dot || p.t[y+2].Is(".")) || end-i > maxOrganisation || !p.t[i].IsUpper() {
		return false
	}
	for _, t := range p.t[i:end] {
		if t.Kind != token.Word || t.Dot {
			return false
		}
	}
	return true
}

// nameBeforeQuote reads a single name that a quotation mark at token q bounds:
// "OKORO, «Storia»".
func (p parser) nameBeforeQuote(i, q int) ([]bib.Name, int) {
	end := q
	for end > i && p.t[end-1].OneOf(",:-–—.(") {
		end--
	}
	if end == q && !p.t[q-1].Dot || end == i || end-i > maxQuotedName || !p.t.IsName(i, end, maxQuotedName) {
		return nil, i
	}
	if end-i <= 2 && !p.t.AnyWord(i, end, token.OrganisationWords) {
		return []bib.Name{person(p.t.Span(i, end), "")}, end
	}
	return []bib.Name{{Literal: p.t.Field(i, end)}}, end
}

// anyNumber reports whether a number stands in [i, end).
func (p parser) anyNumber(i, end int) bool {
	for _, t := range p.t[i:end] {
		if t.Kind == token.Number {
			return true
		}
	}
	return false
}

// hasSentenceWords reports whether more than one word in [i, end) that has a sense of its own
// starts small, as in a sentence.
func (p parser) hasSentenceWords(i, end int) bool {
	small := 0
	for _, t := range p.t[i:end] {
		if t.IsLower() && !token.FunctionWords[t.Lower] {
			small++
		}
	}
	return small > 1
}

// addSegment adds the segment [from, to) between separators to the names: initials
// belong to the name before them. It reports whether it saw initials.
func (p parser) addSegment(names *[]bib.Name, from, to int) bool {
	if end := p.initials(from); end == to && len(*names) > 0 {
		last := &(*names)[len(*names)-1]
		if last.Given == "" {
			last.Given = p.t.Span(from, to)
		}
		return true
	}
	*names = append(*names, person(p.t.Span(from, to), ""))
	return false
}

// asOrganisations turns a single name without a given name into a literal one.
func (p parser) asOrganisations(names []bib.Name, persons bool) []bib.Name {
	if !persons {
		for i, n := range names {
			names[i] = bib.Name{Literal: trimName(n.NonDroppingParticle + " " + n.Family)}
		}
	}
	return names
}
