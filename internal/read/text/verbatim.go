package text

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
	"etal/internal/sourcecode"
)

// Code, drawings, tables and tables of contents lose their sense when their lines are joined. They
// are told by blanks that align something, or by being indented deeper than the text around them
// without being prose.

// aligned matches a line in which blanks, dots or other signs align or draw something.
var aligned = lazyregexp.New(`\S(?:   |\t)\s*\S|^\s*[+|].*[+|]$|^\s{4}.*[{};=]$|[-=+]{4}|\. ?\. ?\. ?\. ?.*\w$`)

// isDrawn reports whether a line is aligned. Few are; the others are told by a search for signs.
func isDrawn(s string) bool {
	bare := strings.TrimLeft(s, " ")
	for _, sign := range []string{"   ", "\t", "|", "+", "{", "}", ";", "=", "----", "....", ". . "} {
		if strings.Contains(bare, sign) {
			return aligned.MatchString(s)
		}
	}
	return false
}

// isAligned reports whether most of the lines are aligned.
func isAligned(lines []reflist.Line) bool {
	drawn := 0
	if len(lines) < 2 {
		return false
	}
	for _, l := range lines {
		if isDrawn(l.Text) {
			drawn++
		}
	}
	return drawn*2 > len(lines)
}

// isVerbatim reports whether the lines of a group stay as they stand.
func (b *builder) isVerbatim(g textGroup) bool {
	switch {
	case g.entry != nil || g.heading || reflist.IsUnderlined(g.lines) || isTable(g.lines) || gridOf(g.lines) != nil:
		return false
	case isAligned(g.lines) || isCode(g.lines) || b.wrap == 0 && isSetIn(g.lines):
		return true
	}
	return b.wrap > 0 && indentOf(g.lines) > b.margin+1 && !b.isProse(g.lines) && !startsItem(g.lines[0])
}

// isCode reports whether most of several lines are code.
func isCode(lines []reflist.Line) bool {
	return len(lines) > 1 && !slices.ContainsFunc(lines, startsItem) && sourcecode.MostAreCode(lineTexts(lines))
}

// longestSetIn is the length in bytes of the longest line that is set in and no paragraph.
const longestSetIn = 100

// isSetIn reports whether short lines are set in by different blanks, as those of code and verse
// are where every paragraph is a line. A line over others that are all set in is a heading.
func isSetIn(lines []reflist.Line) bool {
	setIn := 0
	for _, l := range lines {
		switch {
		case startsItem(l) || len(l.Text) > longestSetIn || strings.Contains(l.Text, "\t"):
			return false
		case l.Indent() > 1:
			setIn++
		}
	}
	headed := lines[0].Indent() == 0 && setIn == len(lines)-1
	return len(lines) > 1 && setIn*3 >= len(lines) && !headed && readFields(lines) == nil
}

// startsItem reports whether a line begins an item of a list.
func startsItem(l reflist.Line) bool {
	return boilerplate.ListMarker(l.Text) != "" || reflist.HasNumber(l.Text)
}

// What tells prose from code and tables.
const (
	proseSigns  = 8  // at most one in so many characters of prose is a sign
	proseFilled = 70 // percent of the lines of prose are filled
	proseLine   = 3  // a line of prose has more words
	proseAlone  = 12 // a line alone that does not end as a sentence has more words
	roomy       = 20 // percent of the width: a line with so much room is not filled
)

// isProse reports whether lines are running text: sentences with few signs, in lines that are
// filled.
func (b *builder) isProse(lines []reflist.Line) bool {
	signs, all, filled := 0, 0, 0
	for i, l := range lines {
		for _, r := range l.Text {
			switch {
			case strings.ContainsRune("{}[]()<>=|\\_/*+#$&@^~;", r):
				signs++
				all++
			case !unicode.IsSpace(r):
				all++
			}
		}
		if i+1 < len(lines) && !exceeds(l.RoomAfter(lines[i+1], b.wrap), b.wrap, roomy) {
			filled++
		}
	}
	words := textGroup{lines: lines}.words()
	switch {
	case signs*proseSigns > all:
		return false
	case len(lines) > 1:
		return atLeast(filled, len(lines)-1, proseFilled) && words > proseLine*len(lines)
	}
	end := strings.TrimRight(strings.TrimSpace(lines[0].Text), `"'”’)]`)
	return words > proseLine && strings.ContainsAny(end[max(len(end)-1, 0):], ".?!:") || words > proseAlone
}

// indentOf returns the smallest indentation of the lines.
func indentOf(lines []reflist.Line) int {
	indent := lines[0].Indent()
	for _, l := range lines {
		indent = min(indent, l.Indent())
	}
	return indent
}

// joinVerbatim makes one group of verbatim groups that only blank lines part. A centred group
// among the first may be the title. The slice is used again.
func (b *builder) joinVerbatim(groups []textGroup) []textGroup {
	out := groups[:0]
	for _, g := range groups {
		g.verbatim = b.isVerbatim(g)
		if len(out) < frontGroups && b.isCentred(g.lines) {
			g.verbatim = false
		}
		if n := len(out) - 1; n >= 0 && g.verbatim && out[n].verbatim {
			between := b.source[out[n].lines[len(out[n].lines)-1].End:g.lines[0].Start]
			if strings.TrimSpace(between) == "" {
				out[n].lines = append(out[n].lines, reflist.Line{})
				out[n].lines = append(out[n].lines, g.lines...)
				continue
			}
		}
		out = append(out, g)
	}
	return out
}

const (
	frontGroups  = 4 // a centred group among the first so many may be the title
	longestTitle = 3 // lines of a centred title
	offCentre    = 6 // characters by which its margins may differ
)

// isCentred reports whether lines, if few, stand in the middle of the width at which the text is
// wrapped.
func (b *builder) isCentred(lines []reflist.Line) bool {
	for _, l := range lines {
		if right := b.wrap - l.Width(); l.Indent() == 0 || l.Indent()-right > offCentre || right-l.Indent() > offCentre {
			return false
		}
	}
	return len(lines) > 0 && len(lines) <= longestTitle
}

// isLetterhead reports whether a line has something at its right.
func isLetterhead(lines []reflist.Line) bool {
	for _, l := range lines {
		if isDrawn(l.Text) || l.Indent() >= centred {
			return true
		}
	}
	return false
}

// preformatted adds lines as they stand, without the indentation they share.
func (b *builder) preformatted(lines []reflist.Line) {
	indent := math.MaxInt
	for _, l := range lines {
		if !l.Blank() {
			indent = min(indent, l.Indent())
		}
	}
	var code strings.Builder
	for _, l := range lines {
		code.WriteString(l.Text[min(indent, len(l.Text)):] + "\n")
	}
	b.add(doc.Code{Text: safe.New(code.String())})
}
