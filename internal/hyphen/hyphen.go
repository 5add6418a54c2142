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
// often each, joined or with its hyphen, in small letters.
type Words map[string]int

var (
	compoundHeads = wordSet(`self well ill cross quasi semi half high low long short large small full all ever open close single double multi one two three four five six ten first second third mid real right left early late old new state`)
	compoundTails = wordSet(`based like related dependent independent free specific induced mediated driven associated type term scale level order dimensional linear wide long time sized shaped called known defined established world field aware to of by up in off out down line art step year day hour old point effect rich poor positive negative sensitive resistant treated controlled blind adjusted weighted reported efficient valued distance depth sharing indexed needed tolerant`)
	endings       = wordSet(`est er ers ly ness ity ary ment ments ing ed en ize izes ized age ages teen ty way ways land light lights lighted lighting ple ples plex plied plies ply plying plier pliers tude`) // of words that begin like compounds
	solidHeads    = wordSet(`under over with there here where some any every out up in on mean not how what further more fore inter re de dis un be an per pro pre con`)
	linkWords     = wordSet(`to of and by in on at the`) // within compounds of three words
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
			h[strings.ToLower(head+tail)] = 0
			h[strings.ToLower(head+"-"+tail)] = 0
			h[strings.ToLower(head)] = 0
			h[strings.ToLower(tail)] = 0
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
		for _, w := range strings.FieldsFunc(l, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
			w = strings.ToLower(w)
			if n, ok := h[w]; ok {
				h[w] = n + 1
			}
		}
	}
	return h
}

// divides reports whether the hyphen between head and tail only divides the word.
func (h Words) divides(head, tail string) bool {
	first, _ := utf8.DecodeRuneInString(tail)
	if tail == "" || unicode.IsUpper(first) || utf8.RuneCountInString(head) == 1 {
		return false
	}
	begin, _ := utf8.DecodeRuneInString(head)
	isName := unicode.IsUpper(begin) // or a noun in German, whose compounds are one word
	head, tail = strings.ToLower(head), strings.ToLower(tail)
	joined, kept := h[head+tail], h[head+"-"+tail]
	if joined != kept {
		return joined > kept
	}
	if !isName && len(head) >= longPart && len(tail) >= longPart && h[head] > 0 && h[tail] > 0 {
		return false // lisinopril-tryptophan
	}
	return !(compoundHeads[head] && !endings[tail]) && !compoundTails[tail] && !h.modifies(head, tail)
}

// longPart is how many bytes both parts of a compound of two words have, which are written elsewhere.
const longPart = 7

// A word that is written elsewhere and a participle are a compound if both are so long, in bytes, though the
// participle is not written elsewhere: physics-informed.
const (
	longHead = 5
	longTail = 6
)

// modifies reports whether two words, the first of which is written elsewhere, are likely a compound before a noun:
// comma-separated, near-universally.
func (h Words) modifies(head, tail string) bool {
	if h[head] == 0 || h[head+tail] > 0 || solidHeads[head] {
		return false
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
	case head != "" && (isAddress(s, next) || linkWords[head] && strings.HasSuffix(s, "-"+head+"-")):
		return s
	case head != "" && suspended[tail] && !strings.HasPrefix(next[len(tail):], "-"): // or goodness-of-fit
		return s + " "
	case head != "" && h.divides(head, tail):
		_, size := utf8.DecodeLastRuneInString(s)
		return s[:len(s)-size]
	case head != "", strings.ContainsRune("-–‐", last) && !strings.HasSuffix(strings.TrimRight(s, "-–‐"), " "):
		return s
	case isWide(last):
		if first, _ := utf8.DecodeRuneInString(next); isWide(first) {
			return s
		}
	}
	return s + " "
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
