// Package text reads plain text: copied out of a web page with the page around it, printed with
// its pages, hard-wrapped or not.
//
// [Read] is its one door. The package must know nothing of markup: a text that is Markdown or a
// page is for others, and how a document becomes an article is for doc.
package text

import (
	"math"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/hyphen"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// Read reads a plain text line by line. First the reference list is found, because the boilerplate
// at the foot begins after it; then the boilerplate is marked; the other lines become blocks, group
// by group.
func Read(text safe.Text) *doc.Document { return readLines(text, mostLines) }

// readLines reads so many lines of a text at most.
func readLines(text safe.Text, most int) *doc.Document {
	whole := text.String()
	source := firstLines(whole, most)
	isCut := len(source) < len(whole)
	source = doc.ReplaceFormFeeds(source, "\n"+doc.FormFeed+"\n")
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

	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	b := &builder{source: source, wrap: wrap, margin: usualIndent(lines), hyphens: hyphen.Count(texts)}
	if isCut {
		b.doc.Notify(noticeLines)
	}
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

// mostLines is how many lines of a text are read: each takes some hundred bytes of memory.
const mostLines = 3_000_000

const noticeLines = "the text has more than 3,000,000 lines: what follows them is left out"

// firstLines returns so many lines of a text.
func firstLines(text string, most int) string {
	if strings.Count(text, "\n") <= most {
		return text
	}
	end := 0
	for range most {
		end += strings.IndexByte(text[end:], '\n') + 1
	}
	return text[:end]
}

// lineTexts returns the texts of lines.
func lineTexts(lines []reflist.Line) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.Text
	}
	return out
}

// outdent makes the tabs that lines begin with blanks, unless they part the empty cells of a row, and
// removes the margin that all lines share, as those of printed texts do.
func outdent(lines []reflist.Line) []reflist.Line {
	margin := math.MaxInt
	for i := range lines {
		bare := strings.TrimLeft(lines[i].Text, " \t")
		if strings.HasPrefix(lines[i].Text, "\t") && strings.Contains(bare, "\t") {
			margin = 0
			continue
		}
		lines[i].Text = strings.ReplaceAll(lines[i].Text[:len(lines[i].Text)-len(bare)], "\t", "    ") + bare
		if !lines[i].Blank() {
			margin = min(margin, lines[i].Indent())
		}
	}
	for i := range lines {
		if !lines[i].Blank() {
			lines[i].Text = lines[i].Text[margin:]
		}
	}
	return lines
}

// paragraphWords returns for each line the number of words in its paragraph: if the text is
// wrapped, in all lines up to the next blank one or item of a list.
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

// footOf returns the first line that may not be the article's: after its references or, if it has
// none, after its last long paragraph.
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

// dropOverlines empties the lines of signs above headings that have such a line below as well.
func dropOverlines(lines []reflist.Line) {
	for i := 0; i+2 < len(lines); i++ {
		s := strings.TrimSpace(lines[i].Text)
		if s == strings.TrimSpace(lines[i+2].Text) && reflist.IsUnderlined(lines[i+1:]) && !reflist.IsUnderlined(lines[i:]) {
			lines[i].Text = ""
		}
	}
}
