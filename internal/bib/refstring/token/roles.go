package token

// A Role is what a label or its place says that a numeral counts.
type Role uint8

const (
	NoRole Role = iota
	VolumeRole
	IssueRole
	PageRole
	LengthRole // number of pages
	OtherRole  // a part, a number of volumes: printed, but no field
)

var Labels = map[string]Role{
	"vol": VolumeRole, "vols": VolumeRole, "volume": VolumeRole, "volumes": VolumeRole, "v": VolumeRole, "bd": VolumeRole, "band": VolumeRole,
	"jg": VolumeRole, "jahrgang": VolumeRole, "t": VolumeRole, "tome": VolumeRole, "tomo": VolumeRole, "roč": VolumeRole, "т": VolumeRole, "том": VolumeRole,
	"no": IssueRole, "nos": IssueRole, "n": IssueRole, "nr": IssueRole, "nº": IssueRole, "num": IssueRole, "núm": IssueRole, "number": IssueRole,
	"numéro": IssueRole, "numero": IssueRole, "número": IssueRole, "issue": IssueRole, "iss": IssueRole, "heft": IssueRole, "h": IssueRole, "fasc": IssueRole, "č": IssueRole, "№": IssueRole,
	"p": PageRole, "pp": PageRole, "page": PageRole, "pages": PageRole, "pag": PageRole, "pág": PageRole, "págs": PageRole, "pgs": PageRole, "pg": PageRole,
	"s": PageRole, "ss": PageRole, "seite": PageRole, "seiten": PageRole, "str": PageRole, "с": PageRole, "стр": PageRole, "article": PageRole, "art": PageRole, "paper": PageRole, "doc": OtherRole,
	"part": OtherRole, "pt": OtherRole, "pts": OtherRole, "ch": OtherRole, "chap": OtherRole, "chapter": OtherRole, "ser": OtherRole, "series": OtherRole, "session": OtherRole,
}

// Words behind a numeral that say what it counts.
var Counters = map[string]Role{
	"p": LengthRole, "pp": LengthRole, "pages": LengthRole, "s": LengthRole, "seiten": LengthRole, "pag": LengthRole, "páginas": LengthRole,
	"vols": OtherRole, "vol": OtherRole, "voll": OtherRole, "volumes": OtherRole, "bde": OtherRole, "bände": OtherRole, "tomi": OtherRole,
}
