// Package border finds where the title of a printed reference ends and what it appeared in begins, in
// a part of the reference in which neither quotation marks, italics nor the word "In" tell.
//
// [Find] weighs every stop as the border: what stands before it as a title, what stands behind it as
// the name of a journal or a book. The package must not know the fields of the work.
package border

import (
	"strings"

	"etal/internal/bib/refstring/token"
)

// Weights of what speaks for and against a border between title and container, in steps of a full stop behind
// a sentence, which is the strongest border. They were found by trying: each is the smallest change that
// mended more references of many styles than it broke.
const (
	fullStop       = 3.0  // behind a sentence
	comma          = 1.0  // or a semicolon, or the full stop of a short word
	chainStart     = 0.8  // the first link of a chain of abbreviations, without a stop before it
	initialStop    = 0.5  // the full stop of an initial
	shortStop      = 0.4  // that of one word between stops, a link of an abbreviated title
	abbreviation   = 0.3  // that of a known abbreviation
	colon          = 0.1  // or a dash between blanks
	containerStart = 3.0  // a word such as Proceedings behind the border
	locatedWhole   = -2.5 // what numerals follow has a container, even a bad one
	withoutTitle   = -1.2 // nothing but a container
	notLocated     = -4.0 // no numerals follow the container
	meetingFirst   = 1.5  // but it is a meeting
)

// Weights of the tokens of a container and of a title, on the same scale.
const (
	noWords        = -10.0
	smallStart     = -3.0 // it begins with a small letter
	journalStart   = 1.5  // its first word is a journal's
	journalWord    = 1.0  // another is
	perAbbrev      = 0.8  // for each abbreviation, up to maxAbbrevs
	perSmall       = -0.6 // for each word in small letters
	perStop        = -2.0 // for each full stop of a sentence inside
	perComma       = -1.2
	perColon       = -1.5
	perLongWord    = -0.4 // for each word over longContainer
	sentenceTitle  = 1.0  // a title of some words, or with words in small letters
	oneWordTitle   = -2.0
	abbrevsInTitle = -3.0 // times the share of abbreviations in a title without small words
)

const (
	maxAbbrevs    = 3
	longContainer = 7  // words
	shortTitle    = 3  // words
	maxBorders    = 60 // stops that are weighed, from the end
)

// A parser weighs the tokens of a reference.
type parser struct{ t token.List }

// Find returns the token in [i, end) at which the container begins: i if all of it is
// the container, end if all of it is the title. Every stop is a candidate: the text before
// it is weighed as a title, the text behind it as the name of a journal. With located,
// numerals follow, which only a container has.
func Find(t token.List, i, end int, located bool) int {
	if i >= end {
		return end
	}
	p := parser{t}
	f := p.features(i, end)
	best, highest := end, 0.0
	if located {
		highest = locatedWhole
		if s := f.container(0) + withoutTitle; s > highest {
			best, highest = i, s
		}
	}
	seen, chain, dotted := 0, p.chain(i, end), false // an abbreviation stands behind the border
	for k := end - 1; k > i && seen < maxBorders; k-- {
		dotted = dotted || p.t[k].Dot || token.Abbreviations[p.t[k].Lower]
		strong := p.stopBefore(k, i, dotted)
		if k == chain {
			strong = max(strong, chainStart)
		}
		if strong == 0 {
			continue
		}
		seen++
		s := strong + f.container(k-i) + f.title(k-i)
		if containerStarts[p.t[k].Lower] && p.t[k].IsUpper() && strong >= comma {
			s += containerStart
		}
		if !located {
			s += notLocated
			if token.MeetingWords[p.t[k].Lower] {
				s += meetingFirst
			}
		}
		if s > highest {
			best, highest = k, s
		}
	}
	return best
}

// containerStarts are the words that, behind a stop, begin the title of a journal or of proceedings and hardly
// ever another sentence.
var containerStarts = token.SetOf(`proceedings proc journal transactions annals annales bulletin zeitschrift rivista revue revista`)

// stopBefore weighs the stop before token k as the border of title and container; abbreviated says that
// an abbreviation stands behind it.
func (p parser) stopBefore(k, from int, abbreviated bool) float64 {
	t, before := p.t[k], p.t[k-1]
	if t.IsLower() && !t.Gap || t.Kind == token.Mark {
		return 0
	}
	switch {
	case before.Is(",") && p.t.InEnumeration(k):
		return 0
	case before.Is(",") || before.Is(";"):
		return comma
	case before.Is(":") && t.IsLower():
		return 0
	case before.Is(":") || before.OneOf("–—-") && before.Gap && t.Gap:
		return colon
	case before.OneOf("?!."):
		return fullStop
	case !before.Dot || before.IsLower() && token.Abbreviations[before.Lower] && t.IsRoman(): // sec. XVI
		return 0
	case k > from+1 && p.t[k-2].Is(",") && before.IsUpper() && before.Letters() > 1 && token.Abbreviations[before.Lower]: // a chain begins: "Title, Int. J. Phys."
		return 0
	case before.IsCJK():
		return fullStop
	case before.Letters() == 1:
		return initialStop
	case p.shortBefore(k, from) && (abbreviated || k > from+1): // "Silence. Town Science" has a title of one word
		return shortStop
	case token.Abbreviations[before.Lower] && before.IsUpper():
		return abbreviation
	case before.Letters() <= 3 && before.IsUpper():
		return comma
	}
	return fullStop
}

// shortBefore reports whether what stands between the full stop before token k and
// the stop before that is one capital word, or two within a longer part: links of an
// abbreviated title such as "Quiet. Commun." rather than a sentence.
func (p parser) shortBefore(k, from int) bool {
	j := k - 1
	for j > from && !p.t[j-1].Dot && p.t[j-1].Kind != token.Mark && p.t[j].IsUpper() {
		j--
	}
	if !p.t[j].IsUpper() || k-j == 1 && !token.Abbreviations[p.t[j].Lower] && p.t[j].Letters() > 3 && strings.ContainsRune("aey", rune(p.t[j].Lower[len(p.t[j].Lower)-1])) {
		return false // words are cut behind a consonant
	}
	linked := j > from && (p.t[j-1].Dot || p.t[j-1].OneOf(":,"))
	return k-j == 1 && (j == from || linked) || k-j == 2 && linked && p.t[j-1].Dot
}

// chain returns the token in [i, end) where a chain of abbreviations that ends the
// part begins, which needs no stop before it: "… waves in towns Phys. Proc."
func (p parser) chain(i, end int) int {
	start, links := end, 0
	for k := end - 1; k > i && (p.t[k].IsUpper() || token.FunctionWords[p.t[k].Lower] && k < end-1); k-- {
		if t := p.t[k]; t.Dot && t.IsUpper() || token.Abbreviations[t.Lower] || token.JournalWords[t.Lower] {
			start = k
			links++
		}
	}
	if start > i && links > 1 && p.t[start-1].IsLower() {
		return start
	}
	return end
}

// features holds, for each token of a part of the reference, sums over the tokens
// up to it, so that any stretch can be weighed without reading it again.
type features struct {
	n                                  int
	cjk                                bool // it is written without blanks between words
	words, small, stops, comma, colons []int
	abbrev, dotted                     []int
	journal                            []bool // the word at this place is a journal's
	capital                            []bool
	first                              []bool // abbreviation or capital at this place
}

// features weighs the tokens [i, end).
func (p parser) features(i, end int) *features {
	n := end - i
	f := &features{n: n, cjk: p.t[i].IsCJK()}
	for _, s := range []*[]int{&f.words, &f.small, &f.stops, &f.comma, &f.colons, &f.abbrev, &f.dotted} {
		*s = make([]int, n+1)
	}
	f.journal, f.capital, f.first = make([]bool, n+1), make([]bool, n+1), make([]bool, n+1)
	for k := 0; k < n; k++ {
		t := p.t[i+k]
		add := func(s []int, yes bool) {
			s[k+1] = s[k]
			if yes {
				s[k+1]++
			}
		}
		short := t.Dot && (token.Abbreviations[t.Lower] || t.Letters() <= 4 && t.IsUpper())
		link := t.IsUpper() && (k == 0 || p.t[i+k-1].Dot || p.t[i+k-1].Is(",") && t.Dot && !t.IsAllCaps() && !p.t.IsPlace(i+k, i+k+1)) // one word between stops
		add(f.words, t.Kind != token.Mark)
		add(f.small, t.IsLower() && !token.FunctionWords[t.Lower] && !t.Dot)
		add(f.stops, k+1 < n && (t.Dot && !token.Abbreviations[t.Lower] && t.Letters() > 3 && !link || t.OneOf("?!.")))
		add(f.comma, t.OneOf(",;"))
		add(f.colons, t.Is(":") && k > 0 && !token.Abbreviations[p.t[i+k-1].Lower] && p.t[i+k-1].Letters() > 1)
		add(f.dotted, t.Dot && t.IsUpper())
		add(f.abbrev, short || token.Abbreviations[t.Lower] && t.IsUpper())
		f.journal[k] = t.Kind == token.Word && (token.JournalWords[t.Lower] || t.Dot && (t.Text == "J" || t.Text == "Z")) && (t.IsUpper() || t.Dot)
		f.capital[k] = t.IsUpper() || t.Kind == token.Number
	}
	for k := n - 1; k >= 0; k-- {
		f.first[k] = f.journal[k]
		f.journal[k] = f.journal[k] || f.journal[k+1]
	}
	return f
}

// container weighs the tokens from k on as the title of a journal.
func (f *features) container(k int) float64 {
	span := func(s []int) float64 { return float64(s[f.n] - s[k]) }
	words := span(f.words)
	if words == 0 {
		return noWords
	}
	s := 0.0
	if !f.capital[k] {
		s += smallStart
	}
	if f.first[k] {
		s += journalStart
	}
	if f.journal[k] {
		s += journalWord
	}
	s += min(span(f.abbrev), maxAbbrevs) * perAbbrev
	s += span(f.small) * perSmall
	s += span(f.stops) * perStop
	s += span(f.comma) * perComma
	s += span(f.colons) * perColon
	return s + max(words-longContainer, 0)*perLongWord
}

// title weighs the tokens before k as a title.
func (f *features) title(k int) float64 {
	words, abbrev := float64(f.words[k]), float64(f.abbrev[k])
	s := 0.0
	if words > shortTitle {
		s += sentenceTitle
	} else if words == 1 && !f.cjk {
		s += oneWordTitle
	}
	if f.small[k] > 1 {
		s += sentenceTitle
	}
	if words > 1 && f.dotted[k] == f.words[k] { // links of an abbreviated title: "Geochim. Cosmochim."
		s += abbrevsInTitle
	} else if abbrev > 0 && f.small[k] == 0 {
		s += abbrevsInTitle * abbrev / words
	}
	return s
}
