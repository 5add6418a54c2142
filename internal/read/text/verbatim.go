package text

import (
	"strings"
	"unicode"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// Code, drawings, tables and tables of contents lose their sense when their lines are
// joined. They are told by blanks that align something, or by being set in deeper
// than the text around them without being prose.

// aligned matches a line in which blanks or dots draw something.
var aligned = lazyregexp.New(`\S(?:   |\t)\s*\S|^\s*[+|].*[+|]$|^\s{4}.*[{};=]$|[-=+]{4}|\. ?\. ?\. ?\. ?.*\w$`)

// isDrawn reports whether a line is aligned. Most are not, and show it at once.
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

// isVerbatim reports whether a group is to be kept as it stands.
func (b *builder) isVerbatim(g textGroup) bool {
	switch {
	case len(g.entries) > 0 || g.heading || reflist.IsUnderlined(g.lines) || isTable(g.lines):
		return false
	case isAligned(g.lines):
		return true
	}
	return b.wrap > 0 && indentOf(g.lines) > b.margin+1 && !b.isProse(g.lines) && !startsItem(g.lines[0])
}

// startsItem reports whether a line begins an item of a list.
func startsItem(l reflist.Line) bool {
	return boilerplate.ListMarker(l.Text) != "" || reflist.HasNumber(l.Text)
}

// isProse reports whether the lines are running text: sentences, with few signs, and
// lines that are filled.
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
		if i+1 < len(lines) && l.RoomAfter(lines[i+1], b.wrap)*5 <= b.wrap {
			filled++
		}
	}
	words := textGroup{lines: lines}.words()
	switch {
	case signs*8 > all:
		return false
	case len(lines) > 1:
		return filled*10 >= (len(lines)-1)*7 && words > 3*len(lines)
	}
	end := strings.TrimRight(strings.TrimSpace(lines[0].Text), `"'”’)]`)
	return words > 3 && strings.ContainsAny(end[max(len(end)-1, 0):], ".?!:") || words > 12
}

// indentOf returns the smallest indentation of the lines.
func indentOf(lines []reflist.Line) int {
	indent := lines[0].Indent()
	for _, l := range lines {
		indent = min(indent, l.Indent())
	}
	return indent
}

// usualIndent returns the indentation of most lines of the text.
func usualIndent(lines []reflist.Line) int {
	count, usual := map[int]int{}, 0
	for _, l := range lines {
		if l.Blank() {
			continue
		}
		n := l.Indent()
		count[n]++
		if count[n] > count[usual] {
			usual = n
		}
	}
	return usual
}

// joinVerbatim makes one group of verbatim groups that only blank lines part. What is
// centred among the first may be the title.
func (b *builder) joinVerbatim(groups []textGroup) []textGroup {
	var out []textGroup
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
	frontGroups = 4 // among so many groups at the start a centred one may be the title
	longestRow  = 3 // lines of a centred title
	offCentre   = 6 // characters by which its margins may differ
)

// isCentred reports whether the lines, which are few, stand in the middle of the width
// at which the text is wrapped.
func (b *builder) isCentred(lines []reflist.Line) bool {
	for _, l := range lines {
		if right := b.wrap - l.Width(); l.Indent() == 0 || l.Indent()-right > offCentre || right-l.Indent() > offCentre {
			return false
		}
	}
	return len(lines) > 0 && len(lines) <= longestRow
}

// isLetterhead reports whether the lines have something at their right.
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
	indent := -1
	for _, l := range lines {
		if !l.Blank() && (indent < 0 || l.Indent() < indent) {
			indent = l.Indent()
		}
	}
	var code strings.Builder
	for _, l := range lines {
		code.WriteString(l.Text[min(indent, len(l.Text)):] + "\n")
	}
	b.add(doc.Code{Text: safe.New(code.String())})
}
