package tagged

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// An Order is the order of the parts of names that have no comma.
type Order uint8

const (
	// Bodies are all names without a comma: the file's other names have one.
	Bodies Order = iota
	// GivenFirst is the order of IEEE Xplore and others: "G. O. Young", "Li Wei".
	GivenFirst
)

// OrderOf returns the order of names in the records: given names come first where no name has a
// comma.
func OrderOf(records []Record, tags ...string) Order {
	for _, r := range records {
		for _, tag := range tags {
			for _, f := range r.Fields {
				if f.Name == tag && strings.Contains(f.Value, ",") {
					return Bodies
				}
			}
		}
	}
	return GivenFirst
}

// Names reads the names in a value, which should be one but may be several.
func (o Order) Names(value string) []bib.Name {
	var persons []bib.Name
	more := andOthers.FindString(value)
	for _, part := range split(strings.TrimSuffix(value, more)) {
		if n := o.name(part); n != (bib.Name{}) {
			persons = append(persons, n)
		}
	}
	if more != "" {
		persons = append(persons, bib.Name{Literal: bib.AndOthers})
	}
	return persons
}

// andOthers matches what stands for further persons behind a name.
var andOthers = lazyregexp.New(`(?i)[,;\s]\s*(?:et\.? al\b\.?|and others)\s*$`)

var (
	joined = lazyregexp.New(`\s+(?:and|&)\s+|\s*,\s*(?:and|&)\s+`)
	// dotted matches given names of initials before a family name: "G. O. Young", "J Smith".
	dotted = lazyregexp.New(`^(?:\p{Lu}\p{Ll}?\.[ -]?|\p{Lu}[ -])+(?:\p{L}|['’])`)
	// initials match initials that stand alone.
	initials = lazyregexp.New(`^(?:\p{Lu}\p{Ll}?\.[ -]?|\p{Lu}[ -]?){1,4}$`)
)

// split cuts a value into names: at semicolons, and at commas or "and" between what can only be
// persons.
func split(value string) []string {
	value = strings.Join(strings.Fields(value), " ")
	if strings.Contains(value, ";") {
		var parts []string
		for part := range strings.SplitSeq(value, ";") {
			parts = append(parts, strings.TrimSpace(part))
		}
		return parts
	}
	if parts := joined.Split(value, -1); len(parts) > 1 && allPersons(parts) {
		var all []string
		for _, part := range parts {
			all = append(all, splitCommas(part)...)
		}
		return all
	}
	return splitCommas(value)
}

// splitCommas cuts "G. O. Young, P. Rao" and "Young, G., Rao, P." into names.
func splitCommas(value string) []string {
	parts := strings.Split(value, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) > 1 && allMatch(parts, dotted.MatchString) {
		return parts
	}
	if len(parts) > 3 && len(parts)%2 == 0 {
		var pairs []string
		for i := 0; i < len(parts); i += 2 {
			if !initials.MatchString(parts[i+1]) {
				return []string{value}
			}
			pairs = append(pairs, parts[i]+", "+parts[i+1])
		}
		return pairs
	}
	return []string{value}
}

func allPersons(parts []string) bool {
	return allMatch(parts, func(s string) bool { return strings.Contains(s, ",") || dotted.MatchString(s) || names.IsEtAl(s) })
}

func allMatch(parts []string, match func(string) bool) bool {
	for _, p := range parts {
		if !match(p) {
			return false
		}
	}
	return true
}

// name reads one name: "Family, Given, Suffix" or, without a comma, one with its initials behind or
// before, or in the order of the file; else it is that of a body of persons.
func (o Order) name(s string) bib.Name {
	parts := strings.Split(s, ",")
	for i, p := range parts {
		parts[i] = strings.Join(strings.Fields(p), " ")
	}
	switch {
	case names.IsEtAl(strings.Trim(s, ",; ")):
		return bib.Name{Literal: bib.AndOthers}
	case len(parts) == 2 && parts[1] == "": // EndNote marks a body so
		return bib.Name{Literal: parts[0]}
	case len(parts) == 1:
		return o.bare(parts[0])
	case len(parts) == 3 && suffix.MatchString(parts[1]) && parts[2] != "":
		parts[1], parts[2] = parts[2], parts[1]
	}
	return person(parts[0], parts[1], strings.Join(parts[2:], " "))
}

var suffix = lazyregexp.New(`^(?i:jr|sr|junior|senior|i{2,3}|iv)\.?$`)

// bare reads a name without a comma.
func (o Order) bare(s string) bib.Name {
	words := strings.Fields(s)
	last := len(words) - 1
	behind := last + 1
	for behind > 1 && isInitials(words[behind-1]) {
		behind--
	}
	switch {
	case last < 1:
		return bib.Name{Literal: s}
	case dotted.MatchString(s) && !isInitials(words[last]):
	case behind <= last:
		return person(strings.Join(words[:behind], " "), strings.Join(words[behind:], " "), "")
	case o != GivenFirst || !isPerson(words):
		return bib.Name{Literal: s}
	}
	jr := ""
	if last > 1 && suffix.MatchString(words[last]) {
		jr, words, last = words[last], words[:last], last-1
	}
	first := last
	for first > 1 && startsSmall(words[first-1]) {
		first--
	}
	return person(strings.Join(words[first:], " "), strings.Join(words[:first], " "), jr)
}

const (
	maxInitials    = 3 // capitals without full stops: JMC
	maxPersonWords = 6 // of a name without initials
)

// isInitials reports whether a word is initials behind a family name: "GO", "G.O.", "G.".
func isInitials(word string) bool {
	if suffix.MatchString(word) {
		return false
	}
	if strings.Contains(word, ".") {
		return initials.MatchString(word)
	}
	return utf8.RuneCountInString(word) <= maxInitials && strings.TrimFunc(word, unicode.IsUpper) == ""
}

// isPerson reports whether words may be given and family names, and no name of a body.
func isPerson(words []string) bool {
	if len(words) > maxPersonWords {
		return false
	}
	for i, w := range words {
		lower := strings.ToLower(strings.Trim(w, ".()"))
		particle := i > 0 && i < len(words)-1 && names.IsParticle(w)
		if first, _ := utf8.DecodeRuneInString(w); token.OrganisationWords[lower] || bodies[lower] || !particle && (!unicode.IsUpper(first) || token.FunctionWords[lower]) {
			return false
		}
		if w == strings.ToUpper(w) && utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) != strings.ToLower(w) && !strings.Contains(w, ".") && i == 0 {
			return false // an abbreviation
		}
	}
	return true
}

// bodies are words in names of companies and others, beside those of printed references.
var bodies = token.SetOf(`inc ltd llc corp co plc gmbh ag bank research labs lab press news times watch union company systems technologies
	software project contributors developers staff editors anonymous`)

// person returns the name of a person, with the particles in it.
func person(family, given, jr string) bib.Name {
	given, behind := bib.TrailingParticle(given)
	words := strings.Fields(family)
	von := 0
	for von < len(words)-1 && startsSmall(words[von]) {
		von++
	}
	n := bib.Name{
		Family: strings.Join(words[von:], " "), Given: given, Suffix: jr,
		NonDroppingParticle: strings.TrimSpace(behind + " " + strings.Join(words[:von], " ")),
	}
	if n.Family == "" {
		return bib.Name{Literal: strings.TrimSpace(n.Given + " " + n.Suffix)}
	}
	return n
}

// startsSmall reports whether a word of a family name is a particle: it begins with a small
// letter, perhaps behind an apostrophe.
func startsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'’`"))
	return unicode.IsLower(r)
}
