package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// endsIn tells how well text ends in the authors of the work: 0 where it does not. Start
// is where the first of them begins. Folded and offsets are what [foldWithOffsets] makes of
// text.
func (w work) endsIn(text, folded string, offsets []int) (start, fits int) {
	for _, first := range w.firsts {
		for at := strings.LastIndex(folded, first); at >= 0; at = strings.LastIndex(folded[:at], first) {
			end := at + len(first)
			if !isWordBorder(folded, at) || !isWordBorder(folded, end) || w.follows(text[:offsets[at]]) {
				continue
			}
			if m := initialBefore.FindStringSubmatch(text[:offsets[at]]); m != nil && m[1] == "" && w.initial != "" && names.FirstLetter(m[2]) != w.initial {
				continue
			}
			if fits := w.rest(folded[end:]); fits > 0 {
				return offsets[at-len(particlesBefore.FindString(folded[:at]))], fits
			}
		}
	}
	return 0, 0
}

// rest tells how well the text behind the first family, up to the year, names the other
// authors.
func (w work) rest(text string) int {
	named := 1
	for {
		if m := others.FindString(text); m != "" {
			if strings.Trim(text[len(m):], " ,.(['s") != "" {
				return 0
			}
			return fit(len(w.families) > 2 || w.more, len(w.families) > 1 || named == 1)
		}
		if m := additions.FindStringSubmatch(text); m != nil {
			if named == 1 && m[1] != "" && names.FirstLetter(m[1]) != w.initial {
				return 0
			}
			text = text[len(m[0]):]
			continue
		}
		text = strings.TrimPrefix(strings.TrimPrefix(text, "'s"), "'")
		if strings.Trim(text, " ,([") == "" {
			return fit(named == len(w.families), true)
		}
		m := link.FindString(text)
		if m == "" {
			return 0
		}
		next := w.family(text[len(m):])
		if next == "" {
			return 0
		}
		named++
		text = text[len(m)+len(next):]
	}
}

const particle = `(?:` + names.Particles + `) +`

var (
	particlesBefore = lazyregexp.New(`\b(?:` + particle + `)+$`)
	// initialBefore matches the initials of a first author who is named as D. Moor. Where
	// a given name stands before them, as in Donna E. Moor, they are not the first.
	initialBefore = lazyregexp.New(`(?:^|[ (;])(\p{Lu}\p{Ll}+ )?(` + names.DottedInitials + `) ?$`)
	// initialsAfter matches the initials behind a family name: Moor D., Moor DE.
	initialsAfter  = lazyregexp.New(names.TrailingInitials + `$`)
	particlesFirst = lazyregexp.New(`^(?:` + particle + `)+`)
)

// family returns the longest of the families, but the first, that text begins with,
// together with the particles before it.
func (w work) family(text string) (longest string) {
	particles := particlesFirst.FindString(text)
	for _, f := range w.families[1:] {
		for _, name := range []string{f, particles + f} {
			if strings.HasPrefix(text, name) && isWordBorder(text, len(name)) && len(name) > len(longest) {
				longest = name
			}
		}
	}
	if longest == "" {
		// The reference may name an author whom its fields lack.
		if m := oneName.FindString(text); m != "" && containsWord(w.head, m) {
			return m
		}
	}
	return longest
}

// oneName matches a folded name of one word, with the particles before it.
var oneName = lazyregexp.New(`^(?:` + particle + `)*[\p{L}']{3,}`)

// containsWord reports whether text has word with borders of words around it.
func containsWord(text, word string) bool {
	i := strings.Index(text, word)
	return i >= 0 && isWordBorder(text, i) && isWordBorder(text, i+len(word))
}

// fit grades how well a citation fits: 2 exactly, 1 possibly, 0 not at all.
func fit(exactly, possibly bool) int {
	switch {
	case exactly:
		return 2
	case possibly:
		return 1
	}
	return 0
}

// follows reports whether text ends so that the name after it is not a first author: in
// "Smith and" or, where Smith is an author of the list, "Smith,".
func (w work) follows(text string) bool {
	text = strings.TrimRight(text, " ")
	if blank := strings.LastIndexByte(text, ' '); blank >= 0 {
		if word := text[blank+1:]; word == "&" || names.IsAnd(word) && word == strings.ToLower(word) {
			return endsInName(strings.TrimRight(text[:blank], " "))
		}
	}
	before, ok := strings.CutSuffix(text, ",")
	before = initialsAfter.ReplaceAllString(before, "")
	return ok && endsInName(before) && w.known[Fold(before[strings.LastIndexAny(before, " (;,[")+1:])]
}

// endsInName reports whether the last word of a text may be a name.
func endsInName(text string) bool {
	word := text[strings.LastIndexAny(text, " (;,[")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !strings.HasSuffix(word, ".")
}
