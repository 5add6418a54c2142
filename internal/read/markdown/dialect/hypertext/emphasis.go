package hypertext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// emphasize sets the content of the element that a tag begins between signs, close to its first and
// last letters. Where Markdown would not take them for signs of emphasis, the content stands alone:
// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
func (p *prose) emphasize(i int) {
	g := p.tags[i]
	sign := emphasis[g.name]
	from, to := p.contentStart(i), p.contentEnd(g.mate)
	if from >= to || isPunctuation(p.runeAt(from)) && !isEdge(p.runeBefore(i)) {
		return
	}
	for isPunctuation(p.runeEnding(to)) && !isEdge(p.runeAfter(g.mate)) {
		bare := strings.TrimRight(p.body[from:to], ".,:;!?\"'”’»")
		if from+len(bare) == to || bare == "" {
			return
		}
		to = from + len(bare)
	}
	p.edit(from, from, sign)
	p.ends[g.mate] = ending{to, sign}
}

// isInvisible reports whether a tag leaves nothing in the Markdown.
func (p *prose) isInvisible(g tag) bool {
	if g.name == "" {
		return true
	}
	return p.isKnown(g) && (emphasis[g.name] != "" || g.is(dropped) && !g.is(coded) && !g.is(kept) && g.name != "a" && g.name != "q")
}

// maxSkipped is how many tags beside each other are skipped to find what is beside all of them. It
// bounds the time for elements in elements.
const maxSkipped = 20

// contentStart returns where the content behind a tag begins: behind blanks and tags that show nothing.
func (p *prose) contentStart(i int) int {
	at := p.tags[i].to
	for i, last := i+1, i+maxSkipped; ; i++ {
		rest := p.body[at:p.end]
		at += len(rest) - len(strings.TrimLeft(rest, " \t\n"))
		if i == len(p.tags) || i == last || p.tags[i].start != at || !p.isInvisible(p.tags[i]) {
			return at
		}
		at = p.tags[i].to
	}
}

// contentEnd returns where the content before a tag ends.
func (p *prose) contentEnd(i int) int {
	at := p.tags[i].start
	for i, last := i-1, i-maxSkipped; ; i-- {
		at = p.start + len(strings.TrimRight(p.body[p.start:at], " \t\n"))
		if i < 0 || i == last || p.tags[i].to != at || !p.isInvisible(p.tags[i]) {
			return at
		}
		at = p.tags[i].start
	}
}

// runeBefore returns the character before a tag, a blank at the start.
func (p *prose) runeBefore(i int) rune {
	at := p.tags[i].start
	for i, last := i-1, i-maxSkipped; i >= 0 && i > last && p.tags[i].to == at && p.isInvisible(p.tags[i]); i-- {
		at = p.tags[i].start
	}
	return p.runeEnding(at)
}

// runeAfter returns the character behind a tag, a blank at the end.
func (p *prose) runeAfter(i int) rune {
	at := p.tags[i].to
	for i, last := i+1, i+maxSkipped; i < len(p.tags) && i < last && p.tags[i].start == at && p.isInvisible(p.tags[i]); i++ {
		at = p.tags[i].to
	}
	return p.runeAt(at)
}

func (p *prose) runeEnding(at int) rune {
	if at <= p.start {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(p.body[:at])
	return r
}

func (p *prose) runeAt(at int) rune {
	if at >= p.end {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(p.body[at:])
	return r
}

func isPunctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// isEdge reports whether emphasis may begin or end beside a character whatever it sets.
func isEdge(r rune) bool { return unicode.IsSpace(r) || isPunctuation(r) }
