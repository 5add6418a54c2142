package hyphen

import (
	"strings"
	"testing"
)

const wrapped = "the water-\nmark and a water-mark\nof the harbour-\nmaster, harbourmaster, re-\nckoned\n"

var jointTests = []struct{ line, next, want string }{
	{"a line", "and another", "a line and another"},
	{"the reck-", "oning", "the reckoning"},
	{"the water-", "mark", "the water-mark"},
	{"the harbour-", "master", "the harbourmaster"},
	{"a self-", "made man", "a self-made man"},
	{"write to ada@quay-", "side.example", "write to ada@quay-side.example"},
	{"write to quay-", "side@example.org, or", "write to quay-side@example.org, or"},
	{"the moon-to-", "tide time", "the moon-to-tide time"},
	{"a sea-ha-", "ven", "a sea-haven"},
	{"the high-", "est tide", "the highest tide"},
	{"the in-", "sects", "the insects"},
	{"moon-", "related", "moon-related"},
	{"Clifton-", "Hadley", "Clifton-Hadley"},
	{"a T-", "junction", "a T-junction"},
	{"pre- and post-", "war", "pre- and postwar"},
	{"‘goodness-", "of-fit’", "‘goodness-of-fit’"},
	{"Fisch-", "of Fleischhandel", "Fisch- of Fleischhandel"},
	{"high-", "and low water", "high- and low water"},
	{"pages 12-", "19", "pages 12-19"},
	{"https://example.org/a/", "b.html", "https://example.org/a/b.html"},
	{"https://example.org/a/", "B.html", "https://example.org/a/B.html"},
	{"https://example.org/v1.", "2/b", "https://example.org/v1.2/b"},
	{"See https://example.org.", "Then go", "See https://example.org. Then go"},
	{"潮の満ち", "引き", "潮の満ち引き"},
	{"潮の満ち", "and", "潮の満ち and"},
	{"tides", "潮", "tides 潮"},
	{"潮。", "（引", "潮。（引"},
	{"潮！", "引", "潮！引"},
	{"", "a line", "a line"},
	{"the reck‐", "oning", "the reckoning"},
	{"the reck¬", "oning", "the reckoning"},
	{"1901–", "1904", "1901–1904"},
	{"the sea -", "as it is", "the sea - as it is"},
	{"the sea –", "as it is", "the sea – as it is"},
	{"tide 2-", "b", "tide 2-b"},
	{"the reck-", "4", "the reck-4"},
	{"doi 10.5555/a.", "b", "doi 10.5555/a.b"},
	{"doi:10.5555/", "0020745", "doi:10.5555/0020745"},
	{"doi:10.5555/0022-3956", "(75)90026-6.", "doi:10.5555/0022-3956(75)90026-6."},
	{"doi:10.5555/0022-3956", "(1975) 90026", "doi:10.5555/0022-3956 (1975) 90026"},
	{"tel. 0022-3956", "(75)90026-6.", "tel. 0022-3956 (75)90026-6."},
	{"https://", "doi.org/10.5555/a", "https://doi.org/10.5555/a"},
	{"http:", "//example.org", "http://example.org"},
	{"www.example.org/a-", "b", "www.example.org/a-b"},
	{"the tides:", "they rise", "the tides: they rise"},
	{"either/", "or", "either/or"},
	{"(a)/", "(b)", "(a)/(b)"},
	{"all is at example.org/tides/", "We thank", "all is at example.org/tides/ We thank"},
	{"all is at (example.org/", "We thank", "all is at (example.org/ We thank"},
	{"it is in /usr/share/", "The tides", "it is in /usr/share/ The tides"},
	{"it is at example.org/tides/", "harbour", "it is at example.org/tides/harbour"},
	{"it is at ftp://example.org/", "Tides", "it is at ftp://example.org/Tides"},
	{"Hull/Leith/", "Wick", "Hull/Leith/Wick"},
	{"a line /", "and another", "a line / and another"},
	{"a line/", "– and another", "a line/ – and another"},
	{"/", "a line", "/ a line"},
}

func TestJoint(t *testing.T) {
	h := Count(strings.Split(wrapped, "\n"))
	for _, tt := range jointTests {
		if got := h.Joint(tt.line, tt.next) + tt.next; got != tt.want {
			t.Errorf("got  %q\nwant %q", got, tt.want)
		}
	}
}

var compoundTests = []struct{ name, text, want string }{
	{"participle of known words", "the wind blows\nand dried\nwind-\ndried fish", "wind-dried"},
	{"participle in -ing", "the wind blows\ndrying\nwind-\ndrying fish", "wind-drying"},
	{"adverb", "the wind blows\nsadly\nwind-\nsadly", "wind-sadly"},
	{"other words", "the wind blows\nmill\nwind-\nmill", "windmill"},
	{"a part that begins other lines, where words are divided", "the wind blows\nand dried\nhun-\ndred and kin-\ndred\nwind-\ndred fish", "winddred"},
	{"a part that ends other lines, where words are divided", "and dried\nwind-\nmill\nwind-\ndried fish", "winddried"},
	{"a long participle that is not written alone", "the harbour is wide\nharbour-\nreckoned fish", "harbour-reckoned"},
	{"a short participle that is not written alone", "the harbour is wide\nharbour-\nowned fish", "harbourowned"},
	{"a long participle behind a short word", "the tide is wide\ntide-\nreckoned fish", "tidereckoned"},
	{"a long participle behind no word", "the sea is wide\nharbour-\nreckoned fish", "harbourreckoned"},
	{"a part of compounds", "low-\nwater", "low-water"},
	{"a word that begins like a compound", "multi-\nplied", "multiplied"},
	{"a part that is not written alone", "and dried\nwind-\ndried fish", "winddried"},
	{"the word is written in one", "the wind blows\nand dried\nwinddried and winddried\nwind-dried\nwind-\ndried fish", "winddried"},
	{"the word is written with its hyphen", "wind-mill\nwind-\nmill", "wind-mill"},
	{"both as often", "wind-mill windmill\nwind-\nmill", "windmill"},
	{"capitals count alike", "Wind-Mill\nwind-\nmill", "wind-mill"},
	{"two long words", "the harbour is wide\nstations too\nharbour-\nstations", "harbour-stations"},
	{"two long words, one of which is not written alone", "the harbour is wide\nharbour-\nstations", "harbourstations"},
	{"two words of some length", "the quay is low\nwalls too\nquay-\nwalls", "quay-walls"},
	{"two words that stand beside each other elsewhere", "a Quay wall\nQuay-\nwall", "Quay-wall"},
	{"two words, with a sign between them elsewhere", "a quay, wall\nquay-\nwall", "quaywall"},
	{"two words, with a bracket between them elsewhere", "a quay (wall\nquay-\nwall", "quaywall"},
	{"a word that begins other compounds", "quay-side\nthe quay\nquay-\nmasters", "quay-masters"},
	{"a prefix of other compounds", "sub-tidal\nharbour\nsub-\nharbour", "sub-harbour"},
	{"a prefix of other compounds before no word", "sub-tidal\nsub-\nmerged", "submerged"},
	{"a part of a longer compound", "a quay-wall-like thing\nquay-\nwall", "quay-wall"},
	{"an adverb before a word", "slowly\nread\nslowly-\nread", "slowly-read"},
	{"an ending", "success\nfully\nsuccess-\nfully", "successfully"},
	{"a preposition", "with-\nout", "without"},
	{"a particle that compounds begin with", "in-\ndepth", "in-depth"},
	{"a particle before an ending", "in-\ndependent", "independent"},
	{"a prefix and a part of other compounds", "pre-set\npost-order\npre-\norder", "pre-order"},
	{"a word and a part of other compounds", "out-set\nup-right\nlook out\nout-\nright", "outright"},
	{"a name with a capital within it", "QuayRank and Quay-\nRank", "QuayRank"},
	{"two names", "Quay-\nRank", "Quay-Rank"},
	{"capitals", "TIDES are\nTI-\nDES", "TIDES"},
	{"a compound of three words", "off-\nthe-shelf", "off-the-shelf"},
	{"one whose second word begins compounds", "binary-\ncross-entropy", "binary-cross-entropy"},
	{"one that is written as one word", "binarycross\nbinary-\ncross-entropy", "binarycross-entropy"},
	{"near another word", "near-\nuniversally", "near-universally"},
	{"an ending of near", "near-\nest", "nearest"},
	{"a word that ends like a short one", "a lowland\nlow-\nland-based", "lowland-based"},
	{"a word that ends like a link", "Ligand\nLig-\nand-Binding", "Ligand-Binding"},
	{"a letter before capitals", "an OCH bond\nO-\nCH", "O-CH"},
	{"a letter before a word", "my email\ne-\nmail", "email"},
	{"two nouns", "die Hafenamt und\nBestimmung\nHafenamt-\nbestimmung", "Hafenamtbestimmung"},
	{"a prefix", "over the tides\nand reckoned\nover-\nreckoned", "overreckoned"},
}

// TestCompounds tells compounds before a noun, whose parts are both written elsewhere, from words that are divided.
func TestCompounds(t *testing.T) {
	for _, tt := range compoundTests {
		lines := strings.Split(tt.text, "\n")
		last := len(lines) - 1
		got, _, _ := strings.Cut(Count(lines).Joint(lines[last-1], lines[last])+lines[last], " ")
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := Count([]string{"the sea", "is calm -", "4-", "5"}); got != nil {
		t.Errorf("a text without divided words has %v", got)
	}
}

// FuzzJoint holds that a joint is the line, with a blank or without its hyphen.
func FuzzJoint(f *testing.F) {
	f.Add("the reck-", "oning", wrapped)
	for _, tt := range jointTests {
		f.Add(tt.line, tt.next, wrapped)
	}
	for _, tt := range compoundTests {
		f.Add("wind-", "dried fish", tt.text)
	}
	f.Fuzz(func(t *testing.T, line, next, text string) {
		got := Count(strings.Split(text, "\n")).Joint(line, next)
		if got != line && got != line+" " && (!strings.HasPrefix(line, got) || len(line)-len(got) > len("‐")) {
			t.Errorf("%q before %q becomes %q", line, next, got)
		}
	})
}
