package refstring

import (
	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
)

// Not every number behind a title counts volumes or pages, and not every issue or page is a number:
// meetings have short names with a year, volumes have names, issues are named for their meeting, and
// articles in electronic journals are numbered.

// articleNumber matches the number of an article in a journal without pages: aac4716, 341ps12.
var articleNumber = lazyregexp.New(`^(?:[a-z]{3,5}\d{3,7}|\d{1,4}[a-z]{1,3}\d{1,4})$`)

// maxIssueWords is the most words that the name of an issue has: "Web Server issue".
const maxIssueWords = 3

// issueName returns the token after the name of an issue in parentheses at token i, behind the volume,
// as in "6(CSCW2), 531", or i.
func (p *refParser) issueName(i int, r run) int {
	if !p.t[i].Is("(") || len(r.numerals) == 0 || r.to != i || r.numerals[len(r.numerals)-1].year {
		return i
	}
	k := i + 1
	for k < len(p.t) && p.t[k].Kind == token.Word && !supplWord[p.t[k].Lower] && !p.t.IsMonth(k) && p.labelAt(k) == token.NoRole {
		k++
	}
	if k == i+1 || k > i+1+maxIssueWords || k+2 >= len(p.t) || !p.t[k].Is(")") || !p.t[k+1].OneOf(",:;") || !p.isNumeral(k+2, token.NoRole) {
		return i
	}
	return k + 1
}

// colonRange reads on where the pages of each article are counted from 1, behind its number:
// "109:1–109:28".
func (p *refParser) colonRange(f *numeral) {
	i := f.at
	if f.end != i+1 || i+6 >= len(p.t) || !p.t[i+1].Is(":") || !p.t[i+3].OneOf("-–—−") || p.t[i+4].Text != p.t[i].Text || !p.t[i+5].Is(":") ||
		p.t[i+2].Kind != token.Number || p.t[i+6].Kind != token.Number {
		return
	}
	f.text = p.t[i].Text + ":" + p.t[i+2].Text + "-" + p.t[i+4].Text + ":" + p.t[i+6].Text
	f.role, f.end = token.PageRole, i+7
}

// bracketsName reports whether the parenthesis at token i is part of the name before it: the short name
// of a meeting with its year, "(PODC 2007)", or a volume's title, "(Volume 1: Long Papers)".
func (p *refParser) bracketsName(i int) bool {
	if i >= len(p.t) || !p.t[i].Is("(") {
		return false
	}
	close := p.t.Closing(i)
	if close >= len(p.t) || close < i+3 || close > i+8 || p.t[i+1].Kind != token.Word {
		return false
	}
	if p.labelAt(i+1) != token.NoRole {
		return p.t[i+2].Kind == token.Number && p.t[i+3].Is(":") && close > i+4 && p.t[i+4].IsUpper()
	}
	last := p.t[close-1]
	if last.Kind != token.Number || p.t.IsMonth(i+1) || p.t.AnyWord(i, close, token.PublisherNouns) || p.t.IsPlace(i+1, close-1) {
		return false
	}
	for k := i + 1; k < close-1; k++ {
		if !p.t[k].IsUpper() && !p.t[k].OneOf("'’‘!&-") {
			return false
		}
	}
	return p.t[i+1].HasCapitals() && p.item.Issued != nil || p.t.AnyWord(max(i-maxMeetingWords, 0), i, token.MeetingWords)
}

// maxMeetingWords is how far before its short name the name of a meeting is looked for, in tokens.
const maxMeetingWords = 20
