package refstring

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
