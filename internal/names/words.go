package names

import (
	"strings"

	"etal/internal/lazyregexp"
)

// Alternatives of regular expressions, in lower case, to be put into parentheses. None
// has a group.
const (
	// Particles matches a particle that stands before a family name as a word of its own.
	Particles = `van|von|der|den|de|del|della|dello|degli|dei|des|di|da|dal|dalla|dos|das|do|du|la|le|les|lo|el|al|` +
		`af|av|aan|het|ten|ter|te|zu|zum|zur|vom|bin|ibn|abu|ben|y|st`
	// And matches a word that joins the last two names of a list. The sign & is not one
	// of them, nor are the words for "or".
	And = `and|und|et|y|e|i|og|och|en|a|ve|и|та`
	// EtAl matches what stands for the names that a list leaves out, with its full stop.
	EtAl = `et *al(?:ii\b|\b\.?)|et coll\b\.?|et autres|and (?:others|colleagues|co[- ]?workers|associates)|& (?:others|al\b\.?)|` +
		`u\. ?a\.|und andere|y (?:cols?\b\.?|otros)|e (?:cols?\b\.?|outros|altri)|i in\.|m\. ?fl\.|и др\.|та ін\.|等人?|외|ほか|他|ら|등`
)

var (
	// particles also has those that are joined to a name or cut short, which only tell a
	// particle once the words are apart.
	particles = setOf(Particles + `|'t|'s|d'|l'|v|vd`)
	ands      = setOf(And)
	etAl      = lazyregexp.New(`^(?i:` + EtAl + `|others|u\.? ?a\.?|m\.? ?fl\.?)$`)
)

// IsParticle reports whether the word is a particle of names, such as van or de la's la,
// in any case.
func IsParticle(word string) bool { return particles[strings.ToLower(word)] }

// IsAnd reports whether the word joins the last two names of a list, in any case.
func IsAnd(word string) bool { return ands[strings.ToLower(word)] }

// IsEtAl reports whether s, in any case, is nothing but words that stand for further
// names: "et al.", "others", "u. a.".
func IsEtAl(s string) bool { return etAl.MatchString(strings.TrimSpace(s)) }
