package token

// A Role is what a numeral counts, by its label or its place.
type Role uint8

const (
	NoRole Role = iota
	VolumeRole
	IssueRole
	PageRole
	LengthRole // number of pages
	OtherRole  // a part, a number of volumes: printed, but no field
)

// Labels are the words before a numeral that say what it counts, in lower case.
var Labels = map[string]Role{
	"vol": VolumeRole, "vols": VolumeRole, "voll": VolumeRole, "volume": VolumeRole, "volumes": VolumeRole, "v": VolumeRole, "bd": VolumeRole, "band": VolumeRole,
	"jg": VolumeRole, "jahrgang": VolumeRole, "t": VolumeRole, "tome": VolumeRole, "tomo": VolumeRole, "roč": VolumeRole, "т": VolumeRole, "том": VolumeRole,
	"no": IssueRole, "nos": IssueRole, "n": IssueRole, "nr": IssueRole, "nº": IssueRole, "num": IssueRole, "núm": IssueRole, "number": IssueRole,
	"numéro": IssueRole, "numero": IssueRole, "número": IssueRole, "issue": IssueRole, "iss": IssueRole, "heft": IssueRole, "h": IssueRole, "fasc": IssueRole, "č": IssueRole, "№": IssueRole,
	"p": PageRole, "pp": PageRole, "page": PageRole, "pages": PageRole, "pag": PageRole, "pág": PageRole, "págs": PageRole, "pgs": PageRole, "pg": PageRole,
	"s": PageRole, "ss": PageRole, "seite": PageRole, "seiten": PageRole, "str": PageRole, "с": PageRole, "стр": PageRole, "article": PageRole, "art": PageRole, "paper": PageRole, "doc": OtherRole,
	"part": OtherRole, "pt": OtherRole, "pts": OtherRole, "ch": OtherRole, "chap": OtherRole, "chapter": OtherRole, "ser": OtherRole, "series": OtherRole, "session": OtherRole,
}

// Counters are the words behind a numeral that say what it counts, in lower case.
var Counters = map[string]Role{
	"с": LengthRole, "p": LengthRole, "pp": LengthRole, "pages": LengthRole, "s": LengthRole, "seiten": LengthRole, "pag": LengthRole, "páginas": LengthRole,
	"vols": OtherRole, "vol": OtherRole, "voll": OtherRole, "volumes": OtherRole, "bde": OtherRole, "bände": OtherRole, "tomi": OtherRole,
}
