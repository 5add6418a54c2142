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

// Sentence returns the span of the sentence around s, inside the block that holds
// it. A citation that stands after the full stop belongs to the sentence before it.
func (a *Article) Sentence(s Span) Span {
	body := a.Body.String()
	block := Span{0, len(body)}
	if len(a.Blocks) > 0 {
		block = a.Blocks[a.BlockAt(s.Start)]
	}
	start, end := block.Start, block.End
	for _, cut := range sentenceEnds(body[block.Start:block.End]) {
		cut += block.Start
		if cut <= s.Start {
			start = cut
		} else if cut >= s.End {
			end = cut
			break
		}
	}
	return trim(body, Span{start, end})
}

// sentenceEnds returns the offsets after which a new sentence starts in text.
func sentenceEnds(text string) []int {
	var ends []int
	for i := 0; i < len(text); i++ {
		if !strings.ContainsRune(".!?", rune(text[i])) {
			continue
		}
		j := i + 1
		for j < len(text) && strings.ContainsRune(`"')]*_`, rune(text[j])) {
			j++
		}
		if rest := text[j:]; strings.HasPrefix(rest, "”") || strings.HasPrefix(rest, "’") {
			j += len("”")
		}
		if j = skipMark(text, j); j >= len(text) || !isSpace(text[j]) {
			continue
		}
		after := strings.TrimLeft(text[j:], " \t\n")
		first, _ := utf8.DecodeRuneInString(after)
		if after == "" || unicode.IsLower(first) || abbreviation.MatchString(text[:i+1]) {
			continue
		}
		ends = append(ends, len(text)-len(after))
	}
	return ends
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
