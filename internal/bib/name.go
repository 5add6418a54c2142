package bib

import (
	"strings"

	"etal/internal/names"
)

// A Name is a person, with a family name, or a body of persons, with a literal name;
// the fields are those of a CSL-JSON name variable.
type Name struct {
	Family              string `json:"family,omitempty"`
	Given               string `json:"given,omitempty"`
	Suffix              string `json:"suffix,omitempty"`                // Jr., III
	NonDroppingParticle string `json:"non-dropping-particle,omitempty"` // van der
	Literal             string `json:"literal,omitempty"`               // the name of an organisation
}

// AndOthers is the literal name that stands for those that a list of names leaves out, as pandoc
// reads and writes it.
const AndOthers = "others"

// TrailingParticle takes from given names the particle that writers put behind them:
// "Miguel de la". https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#names
func TrailingParticle(given string) (bare, particle string) {
	words := strings.Fields(given)
	k := len(words)
	for k > 1 && names.IsParticle(words[k-1]) && !strings.ContainsRune(words[k-1], '.') {
		k--
	}
	if k == len(words) || words[len(words)-1] != strings.ToLower(words[len(words)-1]) {
		return given, ""
	}
	return strings.Join(words[:k], " "), strings.Join(words[k:], " ")
}

// Short returns the name that a citation calls a person by, particle and family name, or
// that of a body.
func (n Name) Short() string {
	if n.Literal != "" {
		return n.Literal
	}
	return join(" ", n.NonDroppingParticle, n.Family)
}
