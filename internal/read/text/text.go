// Package text reads plain text: copied out of a web page with the page around it, printed with
// its pages, hard-wrapped or not.
//
// [Read] is its one door. The package must know nothing of markup: a text that is Markdown or a
// page is for others, and how a document becomes an article is for doc.
package text

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// Read reads plain text as people have it: copied out of a web page with the page around
// it, hard-wrapped or not.
//
// The text is looked at line by line. First the reference list is found, because the
// boilerplate at the foot begins after it; then the boilerplate is marked; what is left becomes
// blocks, group by group.
func Read(text safe.Text) *doc.Document {
	source := strings.ReplaceAll(text.String(), FormFeed, "\n"+FormFeed+"\n")
	lines, removed := takePages(reflist.CutLines(source, article.Span{End: len(source)}))
	lines = outdent(lines)
	for i, isRow := range boilerplate.MarkLinkRows(lineTexts(lines)) {
		if isRow {
			removed = append(removed, strings.TrimSpace(lines[i].Text))
			lines[i].Text = ""
		}
	}
	dropOverlines(lines)
	source = reflist.JoinLines(lines)
	lines = reflist.CutLines(source, article.Span{End: len(source)})

	headings, entries := reflist.Find(source, lines)
	for i := range entries {
		e := &entries[i]
		if links := boilerplate.LinksAtEnd(source[e.Start:e.End]); links != "" {
			e.End -= len(links)
			removed = append(removed, strings.TrimSpace(links))
		}
	}
	wrap := wrapWidth(lines)
	words := paragraphWords(lines, wrap)
	marked := boilerplate.Mark(lineTexts(lines), words, footOf(lines, words, entries))

	b := &builder{source: source, wrap: wrap, margin: usualIndent(lines), hyphens: countHyphens(lines)}
	for i, l := range lines {
		if marked[i] && !l.Blank() {
			b.doc.Removed = append(b.doc.Removed, safe.Line(l.Text))
		}
	}
	for _, line := range removed {
		b.doc.Removed = append(b.doc.Removed, safe.Line(line))
	}
	groups := b.title(b.joinVerbatim(group(lines, marked, entries, headings)))
	for i, g := range groups {
		var next *textGroup
		if i+1 < len(groups) {
			next = &groups[i+1]
		}
		b.group(g, next)
	}
	return &b.doc
}

// lineTexts returns what the lines say.
func lineTexts(lines []reflist.Line) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.Text
	}
	return out
}

// outdent removes the margin that all lines share, as texts have that were printed,
// and makes the tabs at their start blanks.
func outdent(lines []reflist.Line) []reflist.Line {
	margin := -1
	for i := range lines {
		bare := strings.TrimLeft(lines[i].Text, " \t")
		lines[i].Text = strings.ReplaceAll(lines[i].Text[:len(lines[i].Text)-len(bare)], "\t", "    ") + bare
		if !lines[i].Blank() && (margin < 0 || lines[i].Indent() < margin) {
			margin = lines[i].Indent()
		}
	}
	for i := range lines {
		if !lines[i].Blank() {
			lines[i].Text = lines[i].Text[margin:]
		}
	}
	return lines
}

// paragraphWords returns for each line the number of words in its paragraph: in a text
// that is hard-wrapped, in all lines up to the next blank one.
func paragraphWords(lines []reflist.Line, wrap int) []int {
	words := make([]int, len(lines))
	for i := 0; i < len(lines); {
		n, end := lines[i].Words(), i+1
		for wrap > 0 && end < len(lines) && !lines[end-1].Blank() && !lines[end].Blank() && boilerplate.ListMarker(lines[end].Text) == "" {
			n += lines[end].Words()
			end++
		}
		for ; i < end; i++ {
			words[i] = n
		}
	}
	return words
}

// footOf returns the first line after the article's own text as far as that is
// certain: after its references or, without any, after its last long paragraph.
func footOf(lines []reflist.Line, words []int, entries []reflist.Entry) int {
	if len(entries) > 0 {
		end := entries[len(entries)-1].End
		return sort.Search(len(lines), func(i int) bool { return lines[i].Start >= end })
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if words[i] >= boilerplate.LongLine {
			return i + 1
		}
	}
	return len(lines)
}

// wrapWidth returns the width at which the text was hard-wrapped, or 0 where each
// line is a paragraph. In a wrapped text, most of it stands in lines that others follow
// and that are almost filled; the words of figures and tables, which a PDF puts on
// lines of their own, are many lines but little text.
func wrapWidth(lines []reflist.Line) int {
	var lengths []int
	total, all := 0, 0
	for i, l := range lines {
		all += utf8.RuneCountInString(l.Text)
		if i+1 < len(lines) && !l.Blank() && !lines[i+1].Blank() {
			n := utf8.RuneCountInString(l.Text)
			lengths = append(lengths, n)
			total += n
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	sort.Ints(lengths)
	i, sum := 0, 0
	for ; (sum+lengths[i])*5 < total*4; i++ { // the width that four fifths of the text keep to
		sum += lengths[i]
	}
	width, filled := lengths[i], 0
	for _, n := range lengths {
		if n*10 >= width*6 && n*10 <= width*13 {
			filled += n
		}
	}
	if width < narrowest || width > reflist.Unwrapped || filled*10 < total*6 || overlong(lines, width)*4 > all {
		return 0
	}
	return width
}

// overlong returns how many characters stand in lines that are longer than a text
// wrapped at width has them.
func overlong(lines []reflist.Line, width int) int {
	sum := 0
	for _, l := range lines {
		if n := utf8.RuneCountInString(l.Text); n*10 > width*13 {
			sum += n
		}
	}
	return sum
}

// narrowest is the smallest width in characters at which a text may be wrapped.
const narrowest = 30

// A textGroup is some lines without a blank one between them.
type textGroup struct {
	lines     []reflist.Line
	entries   []reflist.Entry // the group is a part of the reference list
	heading   bool            // the group is the line that announces the list
	verbatim  bool            // the group is to be kept as it stands
	announced bool            // an earlier group announced the list
}

// group gathers the lines that are not furniture. Entries are groups of their own.
func group(lines []reflist.Line, furniture []bool, entries []reflist.Entry, headings map[int]bool) []textGroup {
	var groups []textGroup
	open := false
	for i, l := range lines {
		for len(entries) > 0 && l.Start >= entries[0].End {
			entries = entries[1:]
		}
		switch {
		case len(entries) > 0 && l.Start >= entries[0].LineStart:
			if l.Start == entries[0].LineStart {
				groups = append(groups, textGroup{entries: entries[:1], announced: len(headings) > 0})
			}
			open = false
		case l.Blank() || furniture[i]:
			open = false
		case headings[i-1] && reflist.IsUnderlined(lines[i-1:]):
			open = false
		case headings[i]:
			groups = append(groups, textGroup{lines: lines[i : i+1], heading: true})
			open = false
		case open:
			g := &groups[len(groups)-1]
			g.lines = append(g.lines, l)
		default:
			groups = append(groups, textGroup{lines: []reflist.Line{l}})
			open = true
		}
	}
	return groups
}

// words returns the number of words in the group.
func (g textGroup) words() int {
	n := 0
	for _, l := range g.lines {
		n += len(strings.Fields(l.Text))
	}
	return n
}

// endsLikeSentence reports whether s ends as a sentence does, or in the middle of one.
func endsLikeSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)] `)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":")
}

// isHeading reports whether a group of one short line stands above a text as its
// heading, or is set out from it.
func (b *builder) isHeading(g textGroup, next *textGroup) bool {
	if len(g.lines) != 1 || next == nil {
		return false
	}
	s := strings.TrimSpace(g.lines[0].Text)
	first, _ := utf8.DecodeRuneInString(s)
	if g.words() > 12 || endsLikeSentence(s) || boilerplate.ListMarker(s) != "" || reflist.HasBracketedNumber(s) ||
		!unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	switch indent := g.lines[0].Indent(); {
	case b.margin > 1:
		return indent < b.margin
	case next.heading || len(next.entries) > 0 || indent > 0 && indent < centred:
		return false
	case len(next.lines) == 1 && isSubsection(s, next.lines[0].Text):
		return true
	}
	return !next.verbatim && next.words() >= 2*g.words() && next.words() >= 15
}

// centred is the indentation from which a line may be a heading that is centred.
const centred = 12

// isSubsection reports whether next is numbered as the first part of the section
// under the heading s: 3.1 under 3.
func isSubsection(s, next string) bool {
	m, n := sectionNumber.FindStringSubmatch(s), sectionNumber.FindStringSubmatch(next)
	return m != nil && n != nil && n[1] == m[1]+".1"
}

// dropOverlines empties the lines of signs above headings that have one below as well.
func dropOverlines(lines []reflist.Line) {
	for i := 0; i+2 < len(lines); i++ {
		s := strings.TrimSpace(lines[i].Text)
		if s == strings.TrimSpace(lines[i+2].Text) && reflist.IsUnderlined(lines[i+1:]) && !reflist.IsUnderlined(lines[i:]) {
			lines[i].Text = ""
		}
	}
}
