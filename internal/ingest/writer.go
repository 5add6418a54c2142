package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// A writer writes groups of plain text down as Markdown.
type writer struct {
	source  string
	wrap    int // the width at which the source is hard-wrapped, 0 where it is not
	margin  int // the usual indentation
	hyphens hyphens
	body    strings.Builder
	entries []reflist.Entry // of the source
	written []reflist.Entry // of the body
}

var byline = lazyregexp.New(`^(?i:by)\s+(\p{Lu}[^.;:]{2,80})$`)

// title writes the article's title, when one of the first groups is one, and returns
// the groups after it.
func (w *writer) title(a *article.Article, groups []textGroup) []textGroup {
	for n := 1; n < len(groups) && n < frontGroups && isLetterhead(groups[n-1].lines); n++ {
		if w.isCentred(groups[n].lines) { // under the head of a report
			for _, g := range groups[:n] {
				w.preformatted(g.lines)
			}
			groups = groups[n:]
			break
		}
	}
	if len(groups) == 0 || len(groups[0].entries) > 0 || groups[0].heading || groups[0].verbatim {
		return groups
	}
	g := groups[0]
	if w.fields(a, g.lines) {
		return groups[1:]
	}
	if reflist.IsUnderlined(g.lines) {
		g.lines = append([]reflist.Line{g.lines[0]}, g.lines[2:]...)
	}
	title := w.join(g.lines)
	if len(g.lines) > 1 && w.wrap == 0 {
		title = strings.TrimSpace(g.lines[0].Text)
	}
	last, _ := utf8.DecodeLastRuneInString(title)
	if len(title) > reflist.LongTitle || strings.ContainsRune(".,;:", last) || boilerplate.ListMarker(title) != "" || len(groups) == 1 && len(g.lines) == 1 {
		return groups
	}
	a.Title = safe.Line(title)
	w.block("# " + escapeText(title))
	groups = groups[1:]
	if len(g.lines) > 1 && w.wrap == 0 {
		groups = append([]textGroup{{lines: g.lines[1:]}}, groups...)
	}
	if len(groups) > 0 && len(groups[0].lines) == 1 {
		if m := byline.FindStringSubmatch(strings.TrimSpace(groups[0].lines[0].Text)); m != nil {
			a.Authors = []safe.Text{safe.Line(m[1])}
			w.paragraphs(groups[0].lines)
			groups = groups[1:]
		}
	}
	return groups
}

// group writes one group; next is the one after it, nil at the end.
func (w *writer) group(g textGroup, next *textGroup) {
	if reflist.IsUnderlined(g.lines) {
		w.block(underlineLevel(g.lines[1].Text) + " " + escapeText(strings.TrimSpace(g.lines[0].Text)))
		g.lines = g.lines[2:]
	}
	switch {
	case len(g.lines) == 0 && len(g.entries) == 0:
	case g.heading && next != nil && next.heading && strings.EqualFold(reflist.BareHeading(g.lines[0].Text), reflist.BareHeading(next.lines[0].Text)): // said twice
	case g.heading:
		w.block("## " + escapeText(strings.TrimRight(strings.TrimSpace(g.lines[0].Text), ":")))
	case len(g.entries) > 0:
		w.entry(g.entries[0], g.announced)
	case g.verbatim:
		w.preformatted(g.lines)
	case w.isHeading(g, next):
		w.block(sectionLevel(g.lines[0].Text) + " " + escapeText(strings.TrimSpace(g.lines[0].Text)))
	case isTable(g.lines):
		w.table(g.lines)
	case isQuote(g.lines):
		w.quote(g.lines)
	default:
		w.paragraphs(g.lines)
	}
}

var sectionNumber = lazyregexp.New(`^\s*\d+((?:\.\d+)*)\.?\s`)

// sectionLevel returns the sign of a heading's level: 2.1 stands below 2.
func sectionLevel(heading string) string {
	dots := 0
	if m := sectionNumber.FindStringSubmatch(heading); m != nil {
		dots = strings.Count(m[1], ".")
	}
	return strings.Repeat("#", min(2+dots, 6))
}

// underlineLevel returns the sign of the level of an underlined heading.
func underlineLevel(underline string) string {
	if strings.HasPrefix(strings.TrimSpace(underline), "=") {
		return "##"
	}
	return "###"
}

// lineBreak ends a line within a paragraph.
const lineBreak = "  \n"

// paragraphs writes lines of running text, which may be joined, or items. Short lines
// that stand together, as in an address, stay lines of one paragraph.
func (w *writer) paragraphs(lines []reflist.Line) {
	var rows []string
	flush := func() {
		if len(rows) > 0 {
			w.block(strings.Join(rows, lineBreak))
		}
		rows = nil
	}
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && w.runsOn(lines[start], lines[end-1], lines[end]) {
			end++
		}
		s := w.join(lines[start:end])
		short := w.wrap > 0 && end == start+1 && lines[start].Width()*10 < w.wrap*6
		switch marker := boilerplate.ListMarker(lines[start].Text); {
		case marker != "":
			flush()
			w.block("- " + escapeLine(s[len(strings.TrimSpace(marker)):]))
		case short:
			rows = append(rows, escapeLine(s))
		default:
			flush()
			w.block(escapeLine(s))
		}
		start = end
	}
	flush()
}

// runsOn reports whether next goes on with the paragraph whose first and, so far, last
// lines are given: the text is hard-wrapped, last is filled or next is hung under
// first, and next begins nothing of its own.
func (w *writer) runsOn(first, last, next reflist.Line) bool {
	full := last.RoomAfter(next, w.wrap)*5 < w.wrap
	if w.wrap == 0 || boilerplate.ListMarker(next.Text) != "" || reflist.HasNumber(next.Text) && (!full || endsLikeSentence(last.Text)) {
		return false
	}
	initial, _ := utf8.DecodeRuneInString(strings.TrimSpace(next.Text))
	switch {
	case startsItem(first) && next.Indent() > first.Indent():
		return true
	case unicode.IsLower(initial) && next.Indent() == last.Indent() && last.Width()*10 >= w.wrap*4 && !strings.HasSuffix(last.Text, "."):
		return true
	}
	return full
}

var quoteMark = lazyregexp.New(`^\s*(?:>\s?)+`)

// isQuote reports whether the lines are quoted as in e-mails.
func isQuote(lines []reflist.Line) bool {
	for _, l := range lines {
		if !quoteMark.MatchString(l.Text) {
			return false
		}
	}
	return true
}

// deepestQuote is how many levels of quotes are told apart.
const deepestQuote = 8

// quote writes lines that are quoted: those of one depth that run on, as a paragraph.
func (w *writer) quote(lines []reflist.Line) {
	var depths []int
	var bare []reflist.Line
	for _, l := range lines {
		mark := quoteMark.FindString(l.Text)
		depths = append(depths, min(strings.Count(mark, ">"), deepestQuote))
		bare = append(bare, reflist.Line{Text: l.Text[len(mark):]})
	}
	var rows []string
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && depths[end] == depths[start] && !bare[end].Blank() && !bare[end-1].Blank() && w.runsOn(bare[start], bare[end-1], bare[end]) {
			end++
		}
		mark := strings.Repeat("> ", depths[start])
		if start > 0 {
			rows = append(rows, strings.Repeat("> ", min(depths[start], depths[start-1])))
		}
		if s := w.join(bare[start:end]); s != "" {
			rows = append(rows, mark+escapeLine(s))
		}
		start = end
	}
	w.block(strings.Join(rows, "\n"))
}

// join joins the lines of one paragraph.
func (w *writer) join(lines []reflist.Line) string {
	var b strings.Builder
	last := ""
	for _, l := range lines {
		if s := strings.TrimSpace(l.Text); s != "" {
			b.WriteString(w.hyphens.joint(last, s))
			last = s
		}
	}
	b.WriteString(last)
	return b.String()
}

// isTable reports whether the lines are rows of cells with tabs between them, as a
// table is when it is copied out of a page.
func isTable(lines []reflist.Line) bool {
	tabs := strings.Count(lines[0].Text, "\t")
	for _, l := range lines {
		if n := strings.Count(l.Text, "\t"); n == 0 || n > tabs {
			return false
		}
	}
	return len(lines) > 1
}

func (w *writer) table(lines []reflist.Line) {
	var b strings.Builder
	for i, l := range lines {
		cells := strings.Split(l.Text, "\t")
		for _, c := range cells {
			b.WriteString("| " + strings.ReplaceAll(escapeLine(c), "|", `\|`) + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
		}
	}
	w.block(strings.TrimSuffix(b.String(), "\n"))
}

// entry writes one entry of the reference list, under a heading of ours where the
// text has none.
func (w *writer) entry(e reflist.Entry, announced bool) {
	if len(w.written) == 0 && !announced {
		w.block("## References")
	}
	text := w.join(reflist.CutLines(w.source, e.Span))
	label := ""
	if e.Label != "" {
		label = "[" + e.Label + "] "
		if reflist.HasPlainNumber(w.source[e.LineStart:e.End]) {
			label = e.Label + ". "
		}
	}
	start := w.body.Len()
	text = escapeLine(text)
	w.block(label + text)
	w.written = append(w.written, reflist.Entry{
		Span:      article.Span{Start: start + len(label), End: start + len(label) + len(text)},
		LineStart: start, Label: e.Label,
	})
}

func (w *writer) block(s string) { w.body.WriteString(s + "\n\n") }
