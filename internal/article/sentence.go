package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/safe"
)

// abbreviation matches a text that ends in a full stop which ends no sentence: an
// initial, or one of the abbreviations that stand before citations and numbers.
var abbreviation = regexp.MustCompile(`(?:^|[\s(])(?:\p{Lu}|al|e\.g|i\.e|cf|vs|ca|approx|Fig|Figs|Eq|Eqs|Ref|Refs|Sec|Dr|Prof|Mr|Mrs|Ms|St|No|Nos|Vol|pp|p|ed|eds|etc|resp|z\.\s?B|bzw|vgl|u\.\s?a)\.$`)

// maxAbbreviation is more than the length in bytes of any abbreviation and the sign before it.
const maxAbbreviation = 16

// Sentence returns the span of the sentence around s, inside the block that holds
// it. A citation that stands after the full stop belongs to the sentence before it.
func (a *Article) Sentence(s Span) Span {
	body := a.Body.String()
	block := Span{0, len(body)}
	if len(a.Blocks) > 0 {
		block = a.Blocks[a.BlockAt(s.Start)]
	}
	return trim(body, sentenceIn(body[:block.End], block.Start, s))
}

// FirstSentence returns the first sentence of a text.
func FirstSentence(text string) string {
	s := trim(text, sentenceIn(text, 0, Span{}))
	return text[s.Start:s.End]
}

// sentenceIn looks for the ends of sentences from s outwards, in the text from offset first
// on. Each full stop has its sentence's successor begin behind that of the one before, so the
// nearest to each side is the one that counts.
func sentenceIn(text string, first int, s Span) Span {
	sentence, from := Span{first, len(text)}, first
	for i := min(s.Start, len(text)) - 1; i >= first; i-- {
		if next, ok := sentenceAfter(text, first, i); ok && next <= s.Start {
			sentence.Start, from = next, i+1
			break
		}
	}
	for i := from; i < len(text); i++ {
		if next, ok := sentenceAfter(text, first, i); ok && next >= s.End {
			sentence.End = next
			break
		}
	}
	return sentence
}

// sentenceAfter returns the offset at which the next sentence starts, if the byte at offset i
// of the text from offset first on ends one.
func sentenceAfter(text string, first, i int) (next int, ok bool) {
	if c := text[i]; c != '.' && c != '!' && c != '?' {
		return 0, false
	}
	j := i + 1
	for j < len(text) && strings.IndexByte(`"')]*_`, text[j]) >= 0 {
		j++
	}
	if rest := text[j:]; strings.HasPrefix(rest, "”") || strings.HasPrefix(rest, "’") {
		j += len("”")
	}
	if j = skipMark(text, j); j >= len(text) || !isSpace(text[j]) {
		return 0, false
	}
	for j < len(text) && isSpace(text[j]) {
		j++
	}
	letter, _ := utf8.DecodeRuneInString(text[j:])
	if j == len(text) || unicode.IsLower(letter) || abbreviation.MatchString(text[max(first, i-maxAbbreviation):i+1]) {
		return 0, false
	}
	return j, true
}

// mark matches the bracketed citations that may follow a full stop.
var mark = regexp.MustCompile(`^(?:[ \t]?\\?\[[\d,;–\- ]+\\?\])+`)

// skipMark returns the offset after the citation marks that follow a full stop at
// offset i of text: "depression.[3] Later" breaks after the mark.
func skipMark(text string, i int) int {
	return i + len(mark.FindString(text[i:]))
}

func trim(body string, s Span) Span {
	for s.Start < s.End && isSpace(body[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isSpace(body[s.End-1]) {
		s.End--
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// Excerpt returns the text of a span as one line.
func (a *Article) Excerpt(s Span) safe.Text { return safe.Line(a.Slice(s).String()) }
