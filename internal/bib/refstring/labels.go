package refstring

import (
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
)

// A role is what a label or its place says that a numeral counts.
type role uint8

const (
	unlabelled role = iota
	volumeRole
	issueRole
	pageRole
	lengthRole // number of pages
	otherRole  // a part, a number of volumes: printed, but no field
)

var labels = map[string]role{
	"vol": volumeRole, "vols": volumeRole, "volume": volumeRole, "volumes": volumeRole, "v": volumeRole, "bd": volumeRole, "band": volumeRole,
	"jg": volumeRole, "jahrgang": volumeRole, "t": volumeRole, "tome": volumeRole, "tomo": volumeRole, "roč": volumeRole, "т": volumeRole, "том": volumeRole,
	"no": issueRole, "nos": issueRole, "n": issueRole, "nr": issueRole, "nº": issueRole, "num": issueRole, "núm": issueRole, "number": issueRole,
	"numéro": issueRole, "numero": issueRole, "número": issueRole, "issue": issueRole, "iss": issueRole, "heft": issueRole, "h": issueRole, "fasc": issueRole, "č": issueRole, "№": issueRole,
	"p": pageRole, "pp": pageRole, "page": pageRole, "pages": pageRole, "pag": pageRole, "pág": pageRole, "págs": pageRole, "pgs": pageRole, "pg": pageRole,
	"s": pageRole, "ss": pageRole, "seite": pageRole, "seiten": pageRole, "str": pageRole, "с": pageRole, "стр": pageRole, "article": pageRole, "art": pageRole, "paper": pageRole, "doc": otherRole,
	"part": otherRole, "pt": otherRole, "pts": otherRole, "ch": otherRole, "chap": otherRole, "chapter": otherRole, "ser": otherRole, "series": otherRole, "session": otherRole,
}

// Words behind a numeral that say what it counts.
var counters = map[string]role{
	"p": lengthRole, "pp": lengthRole, "pages": lengthRole, "s": lengthRole, "seiten": lengthRole, "pag": lengthRole, "páginas": lengthRole,
	"vols": otherRole, "vol": otherRole, "voll": otherRole, "volumes": otherRole, "bde": otherRole, "bände": otherRole, "tomi": otherRole,
}

var (
	editionWord = setOf(`ed edn edition éd édition auflage aufl edizione edición edição ediz`)
	supplWord   = setOf(`suppl supp supplement supplementum sup`)
	gluedLabel  = lazyregexp.New(`^(?i)(vol|no|nr|n|v|pp|p)(\d+)$`)
	hangulRole  = lazyregexp.New(`제?(\d+)(?:\(\d+\))?[권집卷巻]|제?(\d+)[호号號期]`)
	hangulMonth = lazyregexp.New(`^\d+[월月]호?$`)
	roman       = lazyregexp.New(`^[IVXLC]+$`)
)

// labelAt returns what the label at token i says of the numeral after it.
func (d *refParser) labelAt(i int) role {
	t := d.t[i]
	r := labels[t.low()]
	if t.kind != word || r == unlabelled {
		return unlabelled
	}
	k := i + 1
	for k < len(d.t) && d.t[k].oneOf(".:°º") {
		k++
	}
	switch {
	case k >= len(d.t):
		return unlabelled
	case d.t[k].kind == number || d.t[k].text == "º":
		return r
	case roman.MatchString(d.t[k].text) && (t.dot && t.letters() > 1 || t.letters() > 2 || t.dot && d.t[k].letters() > 1):
		return r
	case r == otherRole && d.t[k].letters() == 1 && d.t[k].upper(): // Part A
		return r
	case labels[d.t[k].low()] != unlabelled && t.letters() == 1 && d.labelAt(k) != unlabelled: // S. p. 5
		return r
	}
	return unlabelled
}

// hangul reads numerals with the counters of Korean, Japanese and Chinese: 제27권, 4号.
func (d *refParser) hangul(i int, r *run) bool {
	if d.t[i].kind != word || !strings.ContainsFunc(d.t[i].text, func(r rune) bool { return unicode.Is(unicode.Lo, r) }) {
		return false
	}
	found := hangulMonth.MatchString(d.t[i].text) && len(r.numerals) > 0
	for _, m := range hangulRole.FindAllStringSubmatch(d.t[i].text, -1) {
		f := numeral{text: m[1], at: i, end: i + 1, role: volumeRole}
		if m[1] == "" {
			f.text, f.role = m[2], issueRole
		}
		if len(r.numerals) == 0 {
			r.from = i
		}
		r.numerals, r.to, found = append(r.numerals, f), i+1, true
	}
	return found
}
