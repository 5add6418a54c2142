package reflist

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Where entries without labels begin and end is told by how their lines begin and end. Points say
// how much: more for what is likely, less than zero for what speaks against it.

// Parts of regular expressions.
const (
	yearDigits = `(?:1[5-9]|20)\d\d`
	particle   = `(?:(?:` + names.Particles + `|mac|st\.)[ ](?:het |der |den |la |los )?|al-|el-|d['’] ?)?`
	family     = `\p{Lu}[\p{L}'’‐\-]+(?: \p{Lu}[\p{L}'’‐\-]+)?`
)

var (
	// openings match how an entry begins, the likely ones with more points.
	openings = []struct {
		*lazyregexp.Regexp
		order  nameOrder
		points int
	}{
		{lazyregexp.New(`^(?i:` + particle + `)` + family + `,? ` + names.InitialsPattern + `(?:[,;:&(.]| (?:` + names.And + `|&|\()|$)`), familyFirst, 4}, // Smith, J., Smith JR,
		{lazyregexp.New(`^(?i:` + particle + `)` + family + `, \p{Lu}[\p{L}'’\-]+`), familyFirst, 3},                                                       // Smith, John
		{lazyregexp.New(`^` + names.InitialsPattern + ` ?(?i:` + particle + `)` + family + `(?:,| (?:and|&|et)\b)`), givenFirst, 3},                        // J. Smith,
		{lazyregexp.New(`^[-–—_]{1,6}[.,:]? ?(?:\(|\d{4}|,|\p{Lu}|"|$)`), otherOrder, 4},                                                                   // —, 2002
		{lazyregexp.New(`^\p{Lu}[\p{L}'’.\-]*(?: (?i:` + particle + `)\p{Lu}[\p{L}'’.\-]*){1,3}(?:,|\.| and\b| &|;)`), givenFirst, 2},                      // John Smith and
		{lazyregexp.New(`^\p{Lu}[^.,;:()]{1,90}(?: \([A-Z]+\))?[.,]? \(?` + yearDigits), otherOrder, 2},                                                    // World Bank (2004)
		{lazyregexp.New(`^["“«]\p{Lu}[^"“”«»]{2,150}[.,?!]["”»] \p{Lu}`), otherOrder, 2},                                                                   // "Rising Tides." The Quay
	}
	// goesOn matches the end of a line within an entry, ended that of a line that may end one.
	goesOn  = lazyregexp.New(`(?i)(?:[,;:&(\[–\-/=]|\b(?:and|of|the|in|for|a|an|on|to|by|with|from|at|et|und|der|die|das|de|des|la|le|y|e|vol|no|pp|eds?|in:|using|between|through|into))\.?$`)
	ended   = lazyregexp.New(`(?:[.)\]”"»?!]|\d\S*)$`)
	initial = lazyregexp.New(`(?:^|[\s.\-])\p{Lu}\.$`)
	webEnd  = lazyregexp.New(`(?:https?://|www\.|\b10\.\d{4,9}/)\S*$`)
)

// A nameOrder is how the names are written that an entry begins with.
type nameOrder int8

const (
	noOrder    nameOrder = iota // it begins with no name
	otherOrder                  // a body, or a dash for the author of the entry before
	familyFirst
	givenFirst
)

// Points for how a line begins and ends.
const (
	mayBegin    = 0  // a capital, a quotation mark
	cannotBegin = -6 // a small letter, an address
	endsWhole   = 2  // a full stop, a year, a page
	endsAddress = 1  // an address may also go on
	endsPart    = -2 // an initial, a word
	endsOpen    = -5 // a comma, a conjunction
)

// closing returns the points for how a line ends, if an entry ends with it.
func closing(s string) int {
	switch {
	case webEnd.MatchString(s):
		if strings.HasSuffix(s, "//") || strings.HasSuffix(s, "-") {
			return endsOpen
		}
		return endsAddress
	case goesOn.MatchString(s):
		return endsOpen
	case initial.MatchString(s), !ended.MatchString(s):
		return endsPart
	}
	return endsWhole
}

// isEnded reports whether an entry may end with s.
func isEnded(s string) bool { return closing(strings.TrimSpace(s)) > 0 }

// opening returns how a line begins, and the points for it, if an entry begins with it.
func opening(s string) (order nameOrder, points int) {
	for _, o := range openings {
		if o.MatchString(s) {
			return o.order, o.points
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case webStart.MatchString(s):
		return noOrder, cannotBegin
	case unicode.IsUpper(first), strings.ContainsRune(`"“‘'«`, first), unicode.Is(unicode.Lo, first), lowParticle.MatchString(s):
		return noOrder, mayBegin
	}
	return noOrder, cannotBegin
}

var (
	// yearSetOff matches the year of an entry as lists set it off: (2016) . 2016.
	yearSetOff = lazyregexp.New(`\(` + yearDigits + `[a-z]?[,)]|[.,] ` + yearDigits + `[a-z]?[.:]`)
	webAddress = lazyregexp.New(`(?i)(?:https?://|www\.|\b10\.\d{4,9}/)\S+`)
	// webStart matches what goes on with an entry, or ends it.
	webStart = lazyregexp.New(`^(?i:https?:|doi|www\.|available |retrieved |accessed )`)
	// lowParticle matches a family name that begins with a small letter.
	lowParticle = lazyregexp.New(`^(?:(?:` + names.Particles + `) (?:\pL+ )?|al-|el-|d[’'] ?)\p{Lu}`)
	firstName   = lazyregexp.New(`^\pL[\p{L}'’‐\-]+`)
)

// sortKey returns what an entry that begins with s is sorted by: the family name of its first
// author in small letters; empty if it begins with a particle, which lists sort differently.
func sortKey(s string) string {
	if lowParticle.MatchString(s) {
		return ""
	}
	return strings.ToLower(firstName.FindString(s))
}
