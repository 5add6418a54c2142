package border

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"etal/internal/bib/refstring/token"
)

// A row is the part of a reference in which title and container are sought, with a bar where the
// container begins: in front if all of it is the container, at the end if all of it is the title.
// Numerals follow in the rows of the first table, and none in those of the second.
var (
	locatedTests = []struct{ name, in string }{
		// Stops.
		{"full stop behind a sentence", `Slow waves in sleeping towns. | Urban Sound`},
		{"question mark", `Do the towns sleep? | Urban Sound`},
		{"exclamation mark", `The towns do sleep! | Urban Sound`},
		{"full stop behind a closing mark", `Slow waves in towns (again). | Urban Sound`},
		{"comma", `Slow waves in sleeping towns, | Journal of Urban Sound`},
		{"semicolon", `Slow waves in sleeping towns; | Journal of Urban Sound`},
		{"comma before an abbreviation", `Slow wave detector performance, | Int. J. Mod. Waves`},
		{"comma before a journal whose title has one", `Slow waves in towns, | Journal of Sleep, Sound`},
		{"full stop rather than the comma behind it", `Slow waves in towns. | Journal of Hearing, Memory`},
		{"full stop rather than the comma before it", `Slow waves, towns and coasts. | Urban Sound`},
		{"commas of an enumeration", `Slow waves in towns. | Advances in Urban, Rural, and Coastal Sound`},
		{"colon of a subtitle", `Slow waves: a study of towns. | Urban Sound`},
		{"colon before a journal", `Slow waves in sleeping towns: | Journal of Urban Sound`},
		{"dash before a journal", `Slow waves in sleeping towns – | Journal of Urban Sound`},
		{"colon in a journal's title", `Slow waves in towns. | Journal of Sound: Part B`},
		{"colon of an abbreviation in a journal's title", `Slow waves in towns. | J. Sound B: Waves`},

		// What stands before the stop.
		{"short capital word at the end of a title", `A study of slow waves in the USA. | Journal of Urban Sound`},
		{"initial at the end of a title", `Slow waves and vitamin D. | Journal of Urban Sound`},
		{"abbreviation inside a title", `Slow waves of the sec. XVI in towns. | Urban Sound`},
		{"script without blanks", `조용한 도시. | 도시음향학회지`},

		// Links of an abbreviated title.
		{"chain behind a sentence", `Slow waves in sleeping towns. | Phys. Rev. Lett.`},
		{"chain without a stop before it", `Slow waves in sleeping towns | Phys. Proc.`},
		{"one abbreviation is no chain", `| Slow waves in sleeping Towns Proc.`},
		{"chain with a short word inside", `Slow waves in sleeping towns | Proc. of Phys. Soc.`},
		{"links that no table knows", `Wave chemistry of towns, | Geotown. Wave Dev.`},
		{"title of one word before a chain", `Memory. | Psychol. Rev.`},
		{"title of one word before a journal in full", `Silence. | Town Science Notes`},
		{"chain alone", `| Geochim. Cosmochim. Acta`},
		{"chain of two alone", `| Phys. Lett. D`},
		{"journal alone", `| Journal of Urban Sound`},
		{"journal with a list in its title alone", `| Advances in Urban, Rural, and Coastal Sound`},
		{"place before the links", `Slow waves in towns, Berlin, | Sound. Ser.`},

		// Words of the container.
		{"proceedings behind a comma", `Slow waves in sleeping towns, | Proceedings of the Meeting on Sound`},
		{"proceedings in small letters", `Slow waves, proceedings of the towns. | Urban Sound`},
		{"long container", `Slow waves in towns. | Journal of the Society for the Study of Sleep and Sound in the Towns of the Coast`},
		{"title in small letters behind a full stop", `Slow waves. and quiet towns. | Urban Sound`},
		{"two sentences before a journal", `Slow waves. How the towns sleep. | Urban Sound`},
		{"sentence without a container", `Slow waves in sleeping towns |`},
		{"capital words alone", `| Urban Sound`},
		{"links that no table knows alone", `| Geotown. Wavedev. Town`},
	}
	unlocatedTests = []struct{ name, in string }{
		{"one sentence", `Slow waves in sleeping towns |`},
		{"two sentences", `Slow waves in sleeping towns. How they are heard at night |`},
		{"title and journal", `Slow waves in sleeping towns. | Journal of Urban Sound`},
		{"title and chain", `Slow waves in sleeping towns. | Phys. Rev. Lett.`},
		{"title and capital words", `Slow waves in sleeping towns. | Urban Sound`},
		{"title and meeting", `Slow waves in sleeping towns. | Workshop on Urban Sound`},
		{"title and proceedings behind a comma", `Slow waves in sleeping towns, | Proceedings of the quiet meetings on slow sound in small houses`},
		{"title and proceedings", `Slow waves in sleeping towns. | Proceedings of Towns`},
		{"capital words alone", `Urban Sound |`},
		{"chain alone", `Phys. Rev. Lett. |`},
		{"nothing", `|`},
	}
)

func TestFind(t *testing.T) {
	for _, tt := range locatedTests {
		if got := find(tt.in, true); got != tt.in {
			t.Errorf("%s, numerals follow\n got %s\nwant %s", tt.name, got, tt.in)
		}
	}
	for _, tt := range unlocatedTests {
		if got := find(tt.in, false); got != tt.in {
			t.Errorf("%s, no numerals follow\n got %s\nwant %s", tt.name, got, tt.in)
		}
	}
}

// find returns the text with its bar moved to where Find has the container begin.
func find(in string, located bool) string {
	before, behind, _ := strings.Cut(in, "|")
	text := strings.TrimSpace(before) + " " + strings.TrimSpace(behind)
	tokens := token.Split(text)
	k := Find(tokens, 0, len(tokens), located)
	if k >= len(tokens) {
		return strings.TrimSpace(strings.TrimSpace(text) + " |")
	}
	at := len(text) - len(strings.TrimLeft(text, " "))
	for i := 0; i < k; i++ {
		at += strings.Index(text[at:], tokens[i].Text) + len(tokens[i].Text)
		if tokens[i].Dot {
			at++
		}
	}
	return strings.TrimSpace(strings.TrimSpace(text[:at]) + " | " + strings.TrimSpace(text[at:]))
}

// A row gives a text with a bar, and what the stop at the bar weighs.
var stopTests = []struct {
	in   string
	want float64
}{
	{`waves in towns. | Urban Sound`, fullStop},
	{`waves in towns? | Urban Sound`, fullStop},
	{`waves in towns! | 12 sounds`, fullStop},
	{`도시. | 도시음향학회지`, fullStop},
	{`waves in towns, | Urban Sound`, comma},
	{`waves in towns; | Urban Sound`, comma},
	{`in the RAF. | Urban Sound`, comma},
	{`towns and houses, | Urban Sound`, comma},
	{`Hearing, Memory, | and Sleep`, 0},
	{`waves in towns: | Urban Sound`, colon},
	{`waves in towns – | Urban Sound`, colon},
	{`waves: | a study`, 0},
	{`1640– | Sound`, 0},
	{`slow – | wave`, colon},
	{`slow – | "wave"`, 0},
	{`the towns | Urban Sound`, 0},
	{`del sec. | XVI`, 0},
	{`Sec. | XVI`, abbreviation},
	{`slow waves sec. | Urban`, fullStop},
	{`waves, Int. | Mod. Waves`, 0},
	{`Int. | Urban Sound`, abbreviation},
	{`towns, Geotown. | Wave Dev.`, shortStop},
	{`Rev. Geotown Wave. | Dev.`, shortStop},
	{`towns: Geotown Wave. | Dev.`, fullStop},
	{`slow Geotown. | Wave Dev.`, fullStop},
	{`vitamin D. | Urban Sound`, initialStop},
	{`Quiet. | Commun. Waves`, shortStop},
	{`Silence. | Town Science`, fullStop},
	{`Melodia. | Town Sci.`, fullStop},
	{`waves. | 12 towns`, fullStop},
}

func TestStopBefore(t *testing.T) {
	for _, tt := range stopTests {
		l, k := cut(tt.in)
		abbreviated := false
		for _, t := range l[k:] {
			abbreviated = abbreviated || t.Dot
		}
		if got := (parser{l}).stopBefore(k, 0, abbreviated); got != tt.want {
			t.Errorf("%s: got %g, want %g", tt.in, got, tt.want)
		}
	}
}

// cut returns the tokens of a text with a bar, and the token behind it.
func cut(in string) (l token.List, k int) {
	before, behind, _ := strings.Cut(in, "|")
	return token.Split(before + behind), len(token.Split(before))
}

// A row gives a text, with a bar where a chain of abbreviations begins that no stop separates.
var chainTests = []string{
	`Slow waves in sleeping towns | Phys. Proc.`,
	`Slow waves in sleeping towns | J. Phys.`,
	`Slow waves in sleeping towns | Geotown. Wavedev.`,
	`Slow waves in sleeping towns | Proc. of Phys. Soc.`,
	`Slow waves in sleeping towns | Journal of Nature`,
	`Slow waves in sleeping towns | Journal of the Phys. Soc.`,
	`Slow waves in sleeping towns Proc. |`,
	`Slow waves in sleeping Towns Phys. Proc. |`,
	`Slow waves in sleeping towns. Phys. Proc. of |`,
	`Phys. Proc. |`,
	`slow waves |`,
}

func TestChain(t *testing.T) {
	for _, in := range chainTests {
		l, want := cut(in)
		if got := (parser{l}).chain(0, len(l)); got != want {
			t.Errorf("%s: a chain begins at %q, want %q", in, l.Span(got, len(l)), l.Span(want, len(l)))
		}
	}
}

// A row gives a text, and what it has that speaks for a title or a container.
var featureTests = []struct{ in, want string }{
	{`Slow waves in sleeping towns`, `5 words, 3 small`},
	{`Slow waves. How towns sleep`, `5 words, 2 small, 1 stops`},
	{`Slow waves in towns.`, `4 words, 1 small`},
	{`Do waves sleep? Yes`, `4 words, 2 small, 1 stops`},
	{`Towns! Yes`, `2 words, 1 stops`},
	{`Hearing, Memory; Sleep`, `3 words, 2 commas`},
	{`Towns: Sleep`, `2 words, 1 colons`},
	{`: Sleep`, `1 words`},
	{`Ser: Sleep`, `2 words, 1 abbreviations`},
	{`J. Sound B: Waves`, `4 words, 1 abbreviations, 1 dotted, a journal's first`},
	{`Phys. Rev. Lett.`, `3 words, 3 abbreviations, 3 dotted`},
	{`Phys Rev`, `2 words, 2 abbreviations`},
	{`Town. Hist.`, `2 words, 2 abbreviations, 2 dotted`},
	{`Geotown. Wave Dev.`, `3 words, 1 abbreviations, 2 dotted`},
	{`Slow Geotown. Wave`, `3 words, 1 stops, 1 dotted`},
	{`Berlin, Geotown. Wave`, `3 words, 1 commas, 1 dotted`},
	{`Waves, Berlin. Wave`, `3 words, 1 stops, 1 commas, 1 dotted`},
	{`Waves, SOUND. Wave`, `3 words, 1 stops, 1 commas, 1 dotted`},
	{`slow phys. waves`, `3 words, 2 small, 1 abbreviations`},
	{`Journal of Towns`, `3 words, a journal's first`},
	{`Town Journal`, `2 words, a journal`},
	{`the journal of towns`, `4 words, 2 small`},
	{`Z. Town`, `2 words, 1 abbreviations, 1 dotted, a journal's first`},
	{`J Town`, `2 words, 1 abbreviations`},
	{`12 towns`, `2 words, 1 small`},
	{`– “`, `0 words`},
}

func TestFeatures(t *testing.T) {
	for _, tt := range featureTests {
		l := token.Split(tt.in)
		f := (parser{l}).features(0, len(l))
		var b strings.Builder
		fmt.Fprintf(&b, "%d words", f.words[f.n])
		for _, c := range []struct {
			sums []int
			name string
		}{{f.small, "small"}, {f.stops, "stops"}, {f.comma, "commas"}, {f.colons, "colons"}, {f.abbrev, "abbreviations"}, {f.dotted, "dotted"}} {
			if n := c.sums[f.n]; n > 0 {
				fmt.Fprintf(&b, ", %d %s", n, c.name)
			}
		}
		switch {
		case f.first[0]:
			b.WriteString(", a journal's first")
		case f.journal[0]:
			b.WriteString(", a journal")
		}
		if got := b.String(); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
		if n := len(l) - 1; n > 0 { // sums are of tokens before
			if g := (parser{l}).features(0, n); g.words[n] != f.words[n] || g.small[n] != f.small[n] {
				t.Errorf("%s: %d words and %d small before the last token, want %d and %d", tt.in, g.words[n], g.small[n], f.words[n], f.small[n])
			}
		}
	}
}

// A row gives the text before a border, and what it weighs as a title.
var titleTests = []struct {
	in   string
	want float64
}{
	{`Slow waves in sleeping towns`, 2 * sentenceTitle}, // long, and in small letters
	{`Slow waves sleep`, sentenceTitle},
	{`Slow Waves Over Towns`, sentenceTitle},
	{`Slow Waves`, 0},
	{`Silence`, oneWordTitle},
	{`도시`, 0},
	{`도시 음향`, 0},
	{`Geochim. Cosmochim.`, abbrevsInTitle},
	{`Town Hist`, abbrevsInTitle / 2},
	{`Phys. waves of towns`, 2 * sentenceTitle},
}

func TestTitle(t *testing.T) {
	for _, tt := range titleTests {
		l := token.Split(tt.in)
		if got := (parser{l}).features(0, len(l)).title(len(l)); got != tt.want {
			t.Errorf("%s: got %g, want %g", tt.in, got, tt.want)
		}
	}
}

// A row gives the text behind a border, and what it weighs as a container.
var containerTests = []struct {
	in   string
	want float64
}{
	{`Urban Sound`, 0},
	{`Journal of Sound`, journalStart + journalWord},
	{`Urban Journal`, journalWord},
	{`12 Towns`, 0},
	{`urban Sound`, smallStart + perSmall},
	{`(Urban Sound`, smallStart},
	{`Town Waves Phys. Mod. Sci. Hist.`, maxAbbrevs * perAbbrev},
	{`Waves, Sound`, perComma},
	{`Waves: Sound`, perColon},
	{`Waves? Sound`, perStop},
	{`Towns Coasts Lakes Hills Ports Fields Streets`, 0},
	{`Towns Coasts Lakes Hills Ports Fields Streets Woods`, perLongWord},
	{`–`, noWords},
}

func TestContainer(t *testing.T) {
	for _, tt := range containerTests {
		l := token.Split(tt.in)
		if got := (parser{l}).features(0, len(l)).container(0); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: got %g, want %g", tt.in, got, tt.want)
		}
	}
}
