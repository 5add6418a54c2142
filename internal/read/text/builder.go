package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/hyphen"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// A builder makes blocks of groups of lines.
type builder struct {
	source  string
	wrap    int // the width in characters at which the source is wrapped; 0 if it is not
	margin  int // the usual indentation
	hyphens hyphen.Words
	doc     doc.Document
	listed  bool // the document has an entry of the reference list
}

var byline = lazyregexp.New(`^(?i:by)\s+(\p{Lu}[^.;:]{2,80})$`)

// title adds the article's title, if one of the first groups is that, and returns the groups after
// it.
func (b *builder) title(groups []textGroup) []textGroup {
	for n := 1; n < len(groups) && n < frontGroups && isLetterhead(groups[n-1].lines); n++ {
		if b.isCentred(groups[n].lines) { // under the head of a report
			for _, g := range groups[:n] {
				b.preformatted(g.lines)
			}
			groups = groups[n:]
			break
		}
	}
	if len(groups) == 0 || groups[0].entry != nil || groups[0].heading || groups[0].verbatim {
		return groups
	}
	g := groups[0]
	if b.fields(g.lines) {
		return groups[1:]
	}
	if reflist.IsUnderlined(g.lines) {
		g.lines = append([]reflist.Line{g.lines[0]}, g.lines[2:]...)
	}
	title := b.join(g.lines)
	if len(g.lines) > 1 && b.wrap == 0 {
		title = strings.TrimSpace(g.lines[0].Text)
	}
	last, _ := utf8.DecodeLastRuneInString(title)
	if len(title) > reflist.LongTitle || strings.ContainsRune(".,;:", last) || boilerplate.ListMarker(title) != "" || len(groups) == 1 && len(g.lines) == 1 {
		return groups
	}
	b.doc.Title = safe.Line(title)
	b.heading(1, title)
	groups = groups[1:]
	if len(g.lines) > 1 && b.wrap == 0 {
		groups = append([]textGroup{{lines: g.lines[1:]}}, groups...)
	}
	if len(groups) > 0 && len(groups[0].lines) == 1 {
		if m := byline.FindStringSubmatch(strings.TrimSpace(groups[0].lines[0].Text)); m != nil {
			b.doc.Authors = []safe.Text{safe.Line(m[1])}
			b.paragraphs(groups[0].lines)
			groups = groups[1:]
		}
	}
	return groups
}

// group adds the blocks of a group; next is the one after it, or nil.
func (b *builder) group(g textGroup, next *textGroup) {
	if reflist.IsUnderlined(g.lines) {
		b.heading(underlineLevel(g.lines[1].Text), g.lines[0].Text)
		g.lines = g.lines[2:]
	}
	switch {
	case len(g.lines) == 0 && g.entry == nil:
	case g.heading && next != nil && next.heading && strings.EqualFold(reflist.BareHeading(g.lines[0].Text), reflist.BareHeading(next.lines[0].Text)): // said twice
	case g.heading:
		b.heading(2, strings.TrimRight(strings.TrimSpace(g.lines[0].Text), ":"))
	case g.entry != nil:
		b.entry(*g.entry, g.announced)
	case g.verbatim:
		b.preformatted(g.lines)
	case b.isHeading(g, next):
		b.heading(sectionLevel(g.lines[0].Text), g.lines[0].Text)
	case isTable(g.lines):
		b.table(g.lines)
	case gridOf(g.lines) != nil:
		b.add(*gridOf(g.lines))
	case isQuote(g.lines):
		b.quote(g.lines)
	default:
		b.paragraphs(g.lines)
	}
}

var sectionNumber = lazyregexp.New(`^\s*(\d+(?:\.\d+)*)\.?\s`)

// sectionLevel returns the level of a heading by its number: 2.1 stands below 2.
func sectionLevel(heading string) int {
	if m := sectionNumber.FindStringSubmatch(heading); m != nil {
		return 2 + strings.Count(m[1], ".")
	}
	return 2
}

// underlineLevel returns the level of a heading by the signs under it.
func underlineLevel(underline string) int {
	if strings.HasPrefix(strings.TrimSpace(underline), "=") {
		return 2
	}
	return 3
}

// Widths of lines, in percent of that at which the text is wrapped.
const (
	shortLine = 60 // a narrower line may be one of an address or a poem
	wideLine  = 40 // a line may run on if it is as wide and the next begins with a small letter
)

// paragraphs adds paragraphs of running text and items of lists. Short lines that stand together,
// as in an address, stay lines of one paragraph.
func (b *builder) paragraphs(lines []reflist.Line) {
	var rows []string
	flush := func() {
		b.rows(rows)
		rows = nil
	}
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && b.runsOn(lines[start], lines[end-1], lines[end]) {
			end++
		}
		s := b.join(lines[start:end])
		short := b.wrap > 0 && end == start+1 && !atLeast(lines[start].Width(), b.wrap, shortLine)
		switch marker := boilerplate.ListMarker(lines[start].Text); {
		case marker != "":
			flush()
			b.add(doc.List{Items: []doc.Item{{Blocks: []doc.Block{paragraph(s[len(strings.TrimSpace(marker)):])}}}})
		case short:
			rows = append(rows, s)
		default:
			flush()
			b.add(paragraph(s))
		}
		start = end
	}
	flush()
}

// runsOn reports whether next goes on with the paragraph whose first and last lines are given: the
// text is wrapped, last is filled or next is hung under first, and next begins nothing of its own.
func (b *builder) runsOn(first, last, next reflist.Line) bool {
	full := !atLeast(last.RoomAfter(next, b.wrap), b.wrap, roomy)
	if b.wrap == 0 || boilerplate.ListMarker(next.Text) != "" || reflist.HasNumber(next.Text) && (!full || endsLikeSentence(last.Text)) {
		return false
	}
	initial, _ := utf8.DecodeRuneInString(strings.TrimSpace(next.Text))
	switch {
	case startsItem(first) && next.Indent() > first.Indent():
		return true
	case unicode.IsLower(initial) && next.Indent() == last.Indent() && atLeast(last.Width(), b.wrap, wideLine) && !strings.HasSuffix(last.Text, "."):
		return true
	}
	return full
}

var quoteMark = lazyregexp.New(`^\s*(?:>\s?)+`)

// isQuote reports whether lines are quoted as in e-mails.
func isQuote(lines []reflist.Line) bool {
	quoted := false
	for _, l := range lines {
		mark := quoteMark.FindString(l.Text)
		if mark == "" {
			return false
		}
		quoted = quoted || strings.TrimSpace(l.Text[len(mark):]) != ""
	}
	return quoted
}

// deepestQuote is the number of levels of quotes that are told apart.
const deepestQuote = 8

// quote adds quoted lines: those of one depth that run on are a paragraph.
func (b *builder) quote(lines []reflist.Line) {
	var depths []int
	var bare []reflist.Line
	for _, l := range lines {
		mark := quoteMark.FindString(l.Text)
		depths = append(depths, min(strings.Count(mark, ">"), deepestQuote))
		bare = append(bare, reflist.Line{Text: l.Text[len(mark):]})
	}
	var rows []quoted
	for start := 0; start < len(lines); {
		end := start + 1
		for end < len(lines) && depths[end] == depths[start] && !bare[end].Blank() && !bare[end-1].Blank() && b.runsOn(bare[start], bare[end-1], bare[end]) {
			end++
		}
		if s := b.join(bare[start:end]); s != "" {
			rows = append(rows, quoted{depths[start], s})
		}
		start = end
	}
	b.add(quotes(rows, 0)...)
}

// A quoted paragraph and how many quotes it is in.
type quoted struct {
	depth int
	text  string
}

// quotes nests paragraphs in as many quotes as they are deeper than depth.
func quotes(rows []quoted, depth int) []doc.Block {
	var blocks []doc.Block
	for len(rows) > 0 {
		if rows[0].depth <= depth {
			blocks = append(blocks, paragraph(rows[0].text))
			rows = rows[1:]
			continue
		}
		n := 1
		for n < len(rows) && rows[n].depth > depth {
			n++
		}
		blocks = append(blocks, doc.Quote{Blocks: quotes(rows[:n], depth+1)})
		rows = rows[n:]
	}
	return blocks
}

// join joins the lines of one paragraph.
func (b *builder) join(lines []reflist.Line) string {
	var joined strings.Builder
	last := ""
	for _, l := range lines {
		if s := strings.TrimSpace(l.Text); s != "" {
			joined.WriteString(b.hyphens.Joint(last, s))
			last = s
		}
	}
	joined.WriteString(last)
	return joined.String()
}

// entry adds an entry of the reference list, the first under a heading if the text has none.
func (b *builder) entry(e reflist.Entry, announced bool) {
	list := doc.References{Entries: []doc.Entry{{
		Label:    safe.Line(e.Label),
		Brackets: !reflist.HasPlainNumber(b.source[e.LineStart:e.End]),
		Text:     inlines(b.join(reflist.CutLines(b.source, e.Span))),
	}}}
	if !b.listed && !announced {
		list.Heading = []doc.Inline{doc.Text("References")}
	}
	b.listed = true
	b.add(list)
}

func (b *builder) add(blocks ...doc.Block) { b.doc.Blocks = append(b.doc.Blocks, blocks...) }

func (b *builder) heading(level int, text string) {
	b.add(doc.Heading{Level: level, Text: []doc.Inline{doc.Text(text)}})
}

// rows adds lines that stay lines of one paragraph.
func (b *builder) rows(rows []string) {
	var text []doc.Inline
	for i, row := range rows {
		if i > 0 {
			text = append(text, doc.LineBreak())
		}
		text = append(text, inlines(row)...)
	}
	if len(text) > 0 {
		b.add(doc.Paragraph{Text: text})
	}
}

func paragraph(text string) doc.Paragraph { return doc.Paragraph{Text: inlines(text)} }

// codeSpan matches code in a line as reStructuredText marks it, and URLs, which have no marks.
var codeSpan = lazyregexp.New("https?://[^\\s<>]+|``([^`\n]+)``")

// inlines returns a line of text with the code in it.
func inlines(s string) []doc.Inline {
	var text []doc.Inline
	at := 0
	for _, m := range codeSpan.FindAllStringSubmatchIndex(s, -1) {
		if m[2] != -1 {
			text = append(text, doc.Text(s[at:m[0]]), doc.Text(s[m[2]:m[3]], doc.CodeSpan))
			at = m[1]
		}
	}
	return append(text, doc.Text(s[at:]))
}
