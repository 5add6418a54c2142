package work

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/cite/scan"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// A Fit is how well the authors in a text fit a work.
type Fit int

// The fits, from the worst.
const (
	NoFit   Fit = iota
	partial     // the text names some of the authors only, or has "et al." for one
	exact
)

// AuthorsEnding returns how well the authors that text ends in fit the work, and the offset at
// which the first of them begins. Folded and offsets are [scan.FoldWithOffsets] of text.
func (w Work) AuthorsEnding(text, folded string, offsets []int) (start int, fits Fit) {
	for _, first := range w.LeadNames {
		for at := strings.LastIndex(folded, first); at >= 0; at = strings.LastIndex(folded[:at], first) {
			end := at + len(first)
			if !scan.IsWordBorder(folded, at) || !scan.IsWordBorder(folded, end) || w.precedesCoauthor(text[:offsets[at]]) {
				continue
			}
			if m := initialBefore.FindStringSubmatch(text[:offsets[at]]); m != nil && m[1] == "" && !agree(initialLetters(m[2]), w.Initials) {
				continue
			}
			if fits := w.Coauthors(folded[end:]); fits != NoFit {
				return offsets[at-len(particlesBefore.FindString(folded[:at]))], fits
			}
		}
	}
	return 0, NoFit
}

// Coauthors returns how well the text between the first family and the year fits the other
// authors.
func (w Work) Coauthors(text string) Fit {
	named := 1
	for {
		if m := unnamedAuthors.FindString(text); m != "" {
			if strings.Trim(text[len(m):], " ,.(['s") != "" {
				return NoFit
			}
			return grade(len(w.Families) > 2 || w.More, len(w.Families) > 1 || named == 1)
		}
		if m := nameSuffix.FindStringSubmatch(text); m != nil {
			if named == 1 && m[1] != "" && !agree(initialLetters(m[1]), w.Initials) {
				return NoFit
			}
			text = text[len(m[0]):]
			continue
		}
		if m := shortForm.FindString(text); m != "" && named == 1 {
			text = text[len(m):]
			continue
		}
		text = strings.TrimPrefix(strings.TrimPrefix(text, "'s"), "'")
		if strings.Trim(text, ` ,(["`) == "" {
			return grade(named == len(w.Families), true)
		}
		m := nameSeparator.FindString(text)
		if m == "" {
			return NoFit
		}
		next := w.coauthor(text[len(m):])
		if next == "" {
			return NoFit
		}
		named++
		text = text[len(m)+len(next):]
	}
}

// initialLetters returns the first letters of given names, folded: "tb" for "T. B." and "Tom B.".
func initialLetters(given string) string {
	letters := ""
	for _, word := range strings.FieldsFunc(given, func(r rune) bool { return !unicode.IsLetter(r) }) {
		letters += names.FirstLetter(word)
	}
	return letters
}

// agree reports whether two people's initials may be the same person's: one of them begins with
// the other.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

const particle = `(?:` + names.Particles + `) +`

// shortForm matches the short name of an organisation behind its name in a text.
var shortForm = lazyregexp.New(`^ *[\[(][\p{L}&/ -]{2,12}[\])]`)

var (
	particlesBefore = lazyregexp.New(`\b(?:` + particle + `)+$`)
	// initialBefore matches the initials of a first author who is named as D. Moor. Where
	// a given name stands before them, as in Donna E. Moor, they are not the first.
	initialBefore = lazyregexp.New(`(?:^|[ (;])(\p{Lu}\p{Ll}+ )?(` + names.DottedInitials + `) ?$`)
	// initialsAfter matches the initials behind a family name: Moor D., Moor DE.
	initialsAfter  = lazyregexp.New(names.TrailingInitials + `$`)
	particlesFirst = lazyregexp.New(`^(?:` + particle + `)+`)
)

// coauthor returns the author, other than the first, that text begins with, together with the
// particles before it: the longest name that fits, or "".
func (w Work) coauthor(text string) (longest string) {
	particles := particlesFirst.FindString(text)
	for _, f := range w.Families[1:] {
		for _, name := range []string{f, particles + f} {
			if strings.HasPrefix(text, name) && scan.IsWordBorder(text, len(name)) && len(name) > len(longest) {
				longest = name
			}
		}
	}
	if longest != "" {
		return longest
	}
	if m := oneName.FindString(text); m != "" && !names.IsAnd(m) && containsWord(w.head, m) {
		return m // the reference names an author whom its fields lack
	}
	return ""
}

// oneName matches a folded name of one word, with the particles before it.
var oneName = lazyregexp.New(`^(?:` + particle + `)*[\p{L}']{2,}`)

// containsWord reports whether text has word as a whole word, where it stands first.
func containsWord(text, word string) bool {
	i := strings.Index(text, word)
	return i >= 0 && scan.IsWordBorder(text, i) && scan.IsWordBorder(text, i+len(word))
}

func grade(exactly, possibly bool) Fit {
	switch {
	case exactly:
		return exact
	case possibly:
		return partial
	}
	return NoFit
}

// precedesCoauthor reports whether the name that follows text is not a first author, because
// text ends in "Smith and" or, if Smith is an author of the list, in "Smith,".
func (w Work) precedesCoauthor(text string) bool {
	text = strings.TrimRight(text, " ")
	if blank := strings.LastIndexByte(text, ' '); blank >= 0 {
		if word := text[blank+1:]; word == "&" || names.IsAnd(word) && word == strings.ToLower(word) {
			return endsInName(strings.TrimRight(text[:blank], " "))
		}
	}
	before, ok := strings.CutSuffix(text, ",")
	before = initialsAfter.ReplaceAllString(before, "")
	return ok && endsInName(before) && w.Known[scan.Fold(lastName(before))]
}

// lastName returns the last word of a list of names.
func lastName(text string) string { return text[strings.LastIndexAny(text, " (;,[")+1:] }

// endsInName reports whether the last word of a text may be a name.
func endsInName(text string) bool {
	word := lastName(text)
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !strings.HasSuffix(word, ".")
}

var (
	// unnamedAuthors matches what stands for authors that are not named.
	unnamedAuthors = lazyregexp.New(`^,? *(?:` + names.EtAl + `|` + names.Fold("외|등") + `)`)
	// nameSeparator matches what stands between two names.
	nameSeparator = lazyregexp.New(`^(?:[,;]? *(?:` + names.And + `|&) +|[,;] *| ?[/·・] ?| *(?:` + names.Fold("와|과|및|和|与|與|と") + `) *)`)
	// nameSuffix matches what may follow a family name: initials, "Jr.", "III".
	nameSuffix = lazyregexp.New(`^,? +(?:(` + names.FoldedInitials + `)|(?:jr|sr)\.?|iii?\b)`)
)
