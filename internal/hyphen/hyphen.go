// Package hyphen joins the lines of a text: it tells hyphens that divide words at their ends from
// those that belong to compounds.
//
// The package must not know of file formats.
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
)

// A hyphen at the end of a line either divides a word, and goes when the lines are joined, or
// belongs to a compound, and stays. The text itself is asked first: which of the two is written
// elsewhere in it? If it does not say, words that are usually parts of compounds keep their hyphen.

// Words says how the words that hyphens divide at line ends are written elsewhere in the text: how
// often each, joined, with its hyphen or as two words, and its parts, alone or in other compounds, in small letters.
type Words map[string]int

var (
	compoundHeads = wordSet(`self well ill cross quasi semi half high low long short large small full all ever open close single double multi one two three four five six ten first second third mid real right left early late old new state fine worst near`)
	compoundTails = wordSet(`based like related dependent independent free specific induced mediated driven associated type term scale level order dimensional linear wide long time sized shaped called known defined established world field aware to of by up in off out down line art step year day hour old point effect rich poor positive negative sensitive resistant treated controlled blind adjusted weighted reported efficient valued distance depth sharing indexed needed tolerant tuning grained coded designed separated processing effective inflammatory`)
	endings       = wordSet(`est er ers ly ness ity ary ment ments ing ed en ize izes ized age ages teen ty way ways land light lights lighted lighting ple ples plex plied plies ply plying plier pliers tude plicative plicity plication fully ware ship able ability`) // of words that begin like compounds
	solidHeads    = wordSet(`under over with there here where some any every out up in on mean not how what further more fore inter re de dis un be an per pro pre con en mis über unter wieder weiter zusammen zurück nach durch`)
	particles     = wordSet(`in on up out`)                                                   // of solidHeads, those that compounds begin with too
	openTails     = wordSet(`to of in by up down line time year day depth scale level order`) // of such compounds
	linkWords     = wordSet(`to of and by in on at the`)                                      // within compounds of three words
	suspended     = wordSet(`and or und oder bzw bis et ou y o e to as en of och og`)
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// divided returns the parts of the word that a hyphen at the end of s divides, next being the line
// after it; both are empty if there is none.
func divided(s, next string) (head, tail string) {
	last, size := utf8.DecodeLastRuneInString(s)
	if !strings.ContainsRune("-‐¬", last) {
		return "", ""
	}
	s = s[:len(s)-size]
	head = s[len(strings.TrimRightFunc(s, unicode.IsLetter)):]
	if head == "" {
		return "", ""
	}
	return head, next[:len(next)-len(strings.TrimLeftFunc(next, unicode.IsLetter))]
}

// Count counts the words that stand divided at the ends of a text's lines.
func Count(lines []string) Words {
	h := Words{}
	for i := 1; i < len(lines); i++ {
		if head, tail := divided(lines[i-1], strings.TrimSpace(lines[i])); tail != "" {
			head, tail = strings.ToLower(head), strings.ToLower(tail)
			for _, w := range []string{head, tail, head + tail, head + "-" + tail, head + " " + tail, head + "-", "-" + tail} {
				h[w] = 0
			}
		}
	}
	if len(h) == 0 {
		return nil
	}
	for i, l := range lines {
		if i > 0 {
			_, tail := divided(lines[i-1], strings.TrimSpace(l))
			l = strings.TrimPrefix(strings.TrimSpace(l), tail) // no word
		}
		h.count(strings.ToLower(l))
	}
	return h
}

// count counts the words of a line in small letters.
func (h Words) count(line string) {
	last := "" // the word before, if only a blank parts the two
	for _, field := range strings.Fields(line) {
		for _, w := range strings.FieldsFunc(field, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
			parts := strings.Split(strings.Trim(w, "-"), "-")
			if strings.Join(parts, "-") == w {
				h.add(w)
			}
			for i, part := range parts[1:] {
				h.add(parts[i] + "-")
				h.add("-" + part)
				if len(parts) > 2 {
					h.add(parts[i] + "-" + part)
				}
			}
		}
		if _, ok := h[last]; ok {
			h.add(last + " " + strings.TrimRightFunc(field, isNoLetter))
		}
		if last = strings.TrimLeftFunc(field, isNoLetter); strings.TrimRightFunc(last, isNoLetter) != last {
			last = ""
		}
	}
}

// add counts a word, if its number is asked for.
func (h Words) add(w string) {
	if n, ok := h[w]; ok {
		h[w] = n + 1
	}
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// divides reports whether the hyphen between head and tail only divides the word.
func (h Words) divides(head, tail string) bool {
	if tail == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(tail)
	begin, _ := utf8.DecodeRuneInString(head)
	isName := unicode.IsUpper(begin) // or a noun in German, whose compounds are one word
	head, tail = strings.ToLower(head), strings.ToLower(tail)
	before, behind := utf8.RuneCountInString(head), utf8.RuneCountInString(tail)
	joined, kept := h[head+tail], h[head+"-"+tail]
	switch isUpper := unicode.IsUpper(first); {
	case joined != kept:
		return joined > kept && !(isUpper && before == 1)
	case isUpper || before == 1:
		return false
	case solidHeads[head] && h[head] == 0 && h[head+"-"] > 0 && h["-"+tail] > 0: // pre-order, beside pre-processed and post-order
		return false
	case solidHeads[head]:
		return !particles[head] || !openTails[tail]
	case h[head+" "+tail] > 0 && min(before, behind) >= 3: // paired catchments
		return false
	case endings[tail]:
		return true
	case h[head+"-"] > 0 && (h[tail] > 0 && behind >= 4 || h[head] > 0 && before >= 4 && behind >= 5): // non-lethal, non-sparse
		return false
	case !isName && h[head] > 0 && h[tail] > 0 && before >= 4 && behind >= 5: // noun-preposition
		return false
	}
	return !compoundHeads[head] && !compoundTails[tail] && !h.modifies(head, tail)
}

// A word that is written elsewhere and a participle are a compound if both are so long, in bytes, though the
// participle is not written elsewhere: physics-informed.
const (
	longHead = 5
	longTail = 6
)

// linksOn reports whether the second of two words is within a compound of three, if another hyphen follows:
// off-the-shelf and binary-cross-entropy, but not Ligand-Binding.
func (h Words) linksOn(head, tail string) bool {
	head = strings.ToLower(head)
	return (linkWords[tail] || compoundHeads[tail]) && h[head+tail] <= h[head+"-"+tail]
}

// modifies reports whether two words, the first of which is written elsewhere, are likely a compound before a noun:
// comma-separated, near-universally.
func (h Words) modifies(head, tail string) bool {
	if h[head] == 0 || h[head+tail] > 0 || solidHeads[head] {
		return false
	}
	if strings.HasSuffix(head, "ly") && h[tail] > 0 {
		return true // previously-read
	}
	isParticiple := strings.HasSuffix(tail, "ed") || strings.HasSuffix(tail, "ing")
	return h[tail] > 0 && (isParticiple || strings.HasSuffix(tail, "ly")) || isParticiple && len(head) >= longHead && len(tail) >= longTail
}

// brokenAddress matches a line that ends in the middle of an address.
var brokenAddress = lazyregexp.New(`(?:https?://|www\.|\b10\.\d{4,9}/)\S*[/_=?&%#.~+-]$|\b10\.\d{4,9}/$|https?:/{0,2}$`)

// Joint returns what a line becomes when next is put behind it: the line, perhaps
// without its hyphen, and perhaps a blank.
func (h Words) Joint(s, next string) string {
	head, tail := divided(s, next)
	switch last, _ := utf8.DecodeLastRuneInString(s); {
	case s == "":
		return s
	case strings.ContainsRune("/_=?&%#.~+-:", last) && brokenAddress.MatchString(lastWord(s)) && goesOnAddress(s, next):
		return s
	case head != "" && (isAddress(s, next) || linkWords[head] && strings.HasSuffix(s, "-"+head+"-") || h.linksOn(head, tail) && strings.HasPrefix(next[len(tail):], "-")):
		return s
	case head != "" && suspended[tail] && !strings.HasPrefix(next[len(tail):], "-"): // or goodness-of-fit
		return s + " "
	case head != "" && h.divides(head, tail):
		_, size := utf8.DecodeLastRuneInString(s)
		return s[:len(s)-size]
	case head != "", strings.ContainsRune("-–‐", last) && !strings.HasSuffix(strings.TrimRight(s, "-–‐"), " "):
		return s
	case last == '/' && isJoined(s, next), isYearOfDOI(s, next): // and/or
		return s
	case isWide(last):
		if first, _ := utf8.DecodeRuneInString(next); isWide(first) {
			return s
		}
	}
	return s + " "
}

// Old DOIs of a publisher have the year in parentheses: 10.1016/0022-3956(75)90026-6.
var (
	beforeYear = lazyregexp.New(`\b10\.\d{4,9}/[^\s()]*\d{4}-\d{3}[\dX]$`)
	yearOfDOI  = lazyregexp.New(`^\(\d\d\)\d{5}`)
)

// isYearOfDOI reports whether s ends in a DOI before the year with which next goes on.
func isYearOfDOI(s, next string) bool {
	return strings.HasPrefix(next, "(") && yearOfDOI.MatchString(next) && beforeYear.MatchString(lastWord(s))
}

// isJoined reports whether the slash at the end of s stands close behind a word or a bracket, and before one: not the
// slash of a folder before a capital, with which a sentence begins.
func isJoined(s, next string) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	first, _ := utf8.DecodeRuneInString(next)
	return isPart(before) && isPart(first) && !(unicode.IsUpper(first) && folder.MatchString(lastWord(s)))
}

// folder matches the path of a folder, or its URL without a scheme: /usr/share/ and example.org/tides/.
var folder = lazyregexp.New(`^[(\[]*(?:/|[\w-]+\.[\w.-]+/)`)

func isPart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("()[]", r)
}

// lastWord returns the end of s behind its last blank. An address has none, and s may be a long paragraph, of which
// each line is joined.
func lastWord(s string) string { return s[strings.LastIndexAny(s, " \t\n\f\r")+1:] }

// isAddress reports whether the hyphen at the end of s is within an e-mail address.
func isAddress(s, next string) bool {
	rest, _, _ := strings.Cut(next, " ")
	return strings.Contains(lastWord(s), "@") || strings.Contains(rest, "@")
}

// goesOnAddress reports whether next goes on with the address that s ends in: after a
// full stop only what no sentence begins with.
func goesOnAddress(s, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return !strings.HasSuffix(s, ".") || unicode.IsDigit(first) || unicode.IsLower(first)
}

// isWide reports whether a letter is of a script that is written without blanks.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff01 && r <= 0xff60
}
