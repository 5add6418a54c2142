package ingest

import (
	"strings"
	"unicode"

	"etal/internal/lazyregexp"
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
func isAligned(lines []line) bool {
	drawn := 0
	if len(lines) < 2 {
		return false
	}
	for _, l := range lines {
		if isDrawn(l.text) {
			drawn++
		}
	}
	return drawn*2 > len(lines)
}

// isVerbatim reports whether a group is to be kept as it stands.
func (w *writer) isVerbatim(g textGroup) bool {
	switch {
	case len(g.entries) > 0 || g.heading || isUnderlined(g.lines) || isTable(g.lines):
		return false
	case isAligned(g.lines):
		return true
	}
	return w.wrap > 0 && indentOf(g.lines) > w.margin+1 && !w.isProse(g.lines) && !startsItem(g.lines[0])
}

// startsItem reports whether a line begins an item of a list.
func startsItem(l line) bool { return listMarker.MatchString(l.text) || hasNumber(l.text) }

// isProse reports whether the lines are running text: sentences, with few signs, and
// lines that are filled.
func (w *writer) isProse(lines []line) bool {
	signs, all, filled := 0, 0, 0
	for i, l := range lines {
		for _, r := range l.text {
			switch {
			case strings.ContainsRune("{}[]()<>=|\\_/*+#$&@^~;", r):
				signs++
				all++
			case !unicode.IsSpace(r):
				all++
			}
		}
		if i+1 < len(lines) && l.roomAfter(lines[i+1], w.wrap)*5 <= w.wrap {
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
	end := strings.TrimRight(strings.TrimSpace(lines[0].text), `"'”’)]`)
	return words > 3 && strings.ContainsAny(end[max(len(end)-1, 0):], ".?!:") || words > 12
}

// indentOf returns the smallest indentation of the lines.
func indentOf(lines []line) int {
	indent := lines[0].indent()
	for _, l := range lines {
		indent = min(indent, l.indent())
	}
	return indent
}

// usualIndent returns the indentation of most lines of the text.
func usualIndent(lines []line) int {
	count, usual := map[int]int{}, 0
	for _, l := range lines {
		if l.blank() {
			continue
		}
		n := l.indent()
		count[n]++
		if count[n] > count[usual] {
			usual = n
		}
	}
	return usual
}

// joinVerbatim makes one group of verbatim groups that only blank lines part. What is
// centred among the first may be the title.
func (w *writer) joinVerbatim(groups []textGroup) []textGroup {
	var out []textGroup
	for _, g := range groups {
		g.verbatim = w.isVerbatim(g)
		if len(out) < frontGroups && w.isCentred(g.lines) {
			g.verbatim = false
		}
		if n := len(out) - 1; n >= 0 && g.verbatim && out[n].verbatim {
			between := w.source[out[n].lines[len(out[n].lines)-1].end:g.lines[0].start]
			if strings.TrimSpace(between) == "" {
				out[n].lines = append(out[n].lines, line{})
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
func (w *writer) isCentred(lines []line) bool {
	for _, l := range lines {
		if right := w.wrap - l.width(); l.indent() == 0 || l.indent()-right > offCentre || right-l.indent() > offCentre {
			return false
		}
	}
	return len(lines) > 0 && len(lines) <= longestRow
}

// isLetterhead reports whether the lines have something at their right.
func isLetterhead(lines []line) bool {
	for _, l := range lines {
		if isDrawn(l.text) || l.indent() >= centred {
			return true
		}
	}
	return false
}

// preformatted writes lines as they stand, without the indentation they share.
func (w *writer) preformatted(lines []line) {
	fence, indent := "```", -1
	for _, l := range lines {
		for strings.Contains(l.text, fence) {
			fence += "`"
		}
		if !l.blank() && (indent < 0 || l.indent() < indent) {
			indent = l.indent()
		}
	}
	var b strings.Builder
	b.WriteString(fence + "\n")
	for _, l := range lines {
		b.WriteString(l.text[min(indent, len(l.text)):] + "\n")
	}
	w.block(b.String() + fence)
}
