package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/boilerplate"
	"etal/internal/reflist"
)

// A textGroup is lines without a blank one between them, or an entry of the reference list.
type textGroup struct {
	lines     []reflist.Line
	entry     *reflist.Entry // nil if the group is none
	announced bool           // a heading announces the entry
	heading   bool           // the group is a line that announces entries
	verbatim  bool           // its lines stay as they stand
}

// group gathers the lines that are not boilerplate.
func group(lines []reflist.Line, marked []bool, entries []reflist.Entry, headings map[int]bool) []textGroup {
	var groups []textGroup
	first, open := 0, false // line of the last group, to which the next may belong
	for i, l := range lines {
		for len(entries) > 0 && l.Start >= entries[0].End {
			entries = entries[1:]
		}
		switch {
		case len(entries) > 0 && l.Start >= entries[0].LineStart:
			if l.Start == entries[0].LineStart {
				groups = append(groups, textGroup{entry: &entries[0], announced: len(headings) > 0})
			}
			open = false
		case l.Blank() || marked[i]:
			open = false
		case headings[i-1] && reflist.IsUnderlined(lines[i-1:]):
			open = false
		case headings[i]:
			groups = append(groups, textGroup{lines: lines[i : i+1 : i+1], heading: true})
			open = false
		case open:
			groups[len(groups)-1].lines = lines[first : i+1 : i+1]
		default:
			groups = append(groups, textGroup{lines: lines[i : i+1 : i+1]})
			first, open = i, true
		}
	}
	return groups
}

// words returns the number of words in the lines of a group.
func (g textGroup) words() int {
	n := 0
	for _, l := range g.lines {
		n += l.Words()
	}
	return n
}

// endsLikeSentence reports whether s ends as a sentence does, or in the middle of one.
func endsLikeSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)] `)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":")
}

// Limits of a heading.
const (
	longestHeading = 12 // words
	timesLonger    = 2  // the text under it has so many times its words
	shortestText   = 15 // and at least so many
	centred        = 12 // blanks from which on a line may be centred
)

// isHeading reports whether a group of one short line stands above a text as its heading, or is set
// out from it.
func (b *builder) isHeading(g textGroup, next *textGroup) bool {
	if len(g.lines) != 1 || next == nil {
		return false
	}
	s := strings.TrimSpace(g.lines[0].Text)
	first, _ := utf8.DecodeRuneInString(s)
	if g.words() > longestHeading || endsLikeSentence(s) || boilerplate.ListMarker(s) != "" || reflist.HasBracketedNumber(s) ||
		!unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	switch indent := g.lines[0].Indent(); {
	case b.margin > 1:
		return indent < b.margin
	case next.heading || next.entry != nil || indent > 0 && indent < centred:
		return false
	case len(next.lines) == 1 && isSubsection(s, next.lines[0].Text):
		return true
	}
	return !next.verbatim && next.words() >= timesLonger*g.words() && next.words() >= shortestText
}

// isSubsection reports whether next is the heading of the first part of the section under the
// heading s: 3.1 under 3.
func isSubsection(s, next string) bool {
	m, n := sectionNumber.FindStringSubmatch(s), sectionNumber.FindStringSubmatch(next)
	return m != nil && n != nil && n[1] == m[1]+".1"
}
