package doc

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/mathtext"
	"etal/internal/safe"
)

// inline writes tidy text, with the citations in it. At the start of a block nothing may look
// like the sign of another kind of block.
func (w *writer) inline(text []Inline, start bool) {
	clusters := findClusters(text, w.listed)
	at := 0 // bytes of text written
	raised := false
	for _, in := range cutAtClusters(text, clusters) {
		for len(clusters) > 0 && in.isText() && at == clusters[0].end {
			clusters = clusters[1:]
		}
		within := len(clusters) > 0 && in.isText() && at >= clusters[0].start
		verbatim := within && clusters[0].isBracketed()
		if want := in.Style&RaisedMark != 0 && in.note() == nil; want != raised && !in.Break && !verbatim {
			w.raise(want)
			raised = want
		}
		if within && at == clusters[0].start {
			clusters[0].from = len(w.body)
		}
		from := len(w.body)
		w.part(in, start, verbatim)
		if in.isText() {
			w.startPages(in.Text.String(), from)
			at += in.Text.Len()
		}
		if within && at == clusters[0].end {
			w.cite(clusters[0])
		}
		start = in.Break && !w.cell && !w.isFormula // a line of its own, where a sign could begin a block
	}
	if raised {
		w.raise(false)
	}
}

func (w *writer) raise(begin bool) {
	if begin {
		w.body = append(w.body, "<sup>"...)
	} else {
		w.body = append(w.body, "</sup>"...)
	}
}

// cite notes a citation that has just been written.
func (w *writer) cite(c cluster) {
	w.draft.Citations = append(w.draft.Citations, article.Citation{
		Span: article.Span{Start: c.from, End: len(w.body)}, Text: safe.Line(c.text), References: c.references, Missing: c.missing,
	})
}

// part writes one inline; verbatim, without its style and its target.
func (w *writer) part(in Inline, start, verbatim bool) {
	from := len(w.body)
	switch note := in.note(); {
	case in.Break:
		w.lineBreak()
		return
	case note != nil:
		w.noteMark(note)
		return
	case verbatim:
		open := w.open
		w.escaped(in.Text.String(), false)
		w.open = open // a parser is told of the mark
		return
	}
	s := withScripts(in)
	if first, _ := utf8.DecodeRuneInString(s); unicode.Is(unicode.M, first) {
		w.body = append(w.body, dotted...) // a mark that has lost its letter
	}
	switch to, _ := in.To.(Address); {
	case to != "" && s == string(to) && !isAddress(s) && strings.Contains(s, ":") && !strings.ContainsAny(s, " <>\n"):
		w.pointed(s)
	case to != "" && !startsWithURL(s):
		w.linkTo(to, s, in.Style)
	case in.Style&Verbatim != 0:
		w.boundary(s)
		w.plain.WriteString(s)
		w.show(w.cellText(s))
	case in.Style&CodeSpan != 0:
		w.codeSpan(s)
	default:
		w.emphasized(s, in.Style, start)
	}
	if l, ok := in.To.(*Link); ok && l.URL != "" {
		w.addLink(from, l.URL, s)
	}
	if l, ok := in.To.(*Link); ok && l.Kind != "" && l.ID != "" && strings.TrimSpace(s) != "" {
		w.links = append(w.links, anchored{id: l.ID, unsure: l.Unsure, Link: article.Link{
			Span: article.Span{Start: from, End: len(w.body)}, Text: safe.Line(s), Kind: l.Kind,
		}})
	}
}

// lineBreak ends a line within a block: by two blanks, or by a tag where a cell cannot have
// lines and where the number of a formula belongs to all of them.
func (w *writer) lineBreak() {
	w.plain.WriteByte(' ')
	if w.cell || w.isFormula {
		w.body = append(w.body, "<br>"...)
		return
	}
	w.body = append(w.body, "  \n"+w.prefix...)
}

// noteMark writes the mark of a footnote, which gets its number by its first mark.
func (w *writer) noteMark(n *Note) {
	number := w.numbers[n]
	if number == 0 {
		w.notes, w.marked = append(w.notes, n), append(w.marked, w.page)
		number = len(w.notes)
		w.numbers[n] = number
	}
	w.boundary("[")
	mark := "[^" + strconv.Itoa(number) + "]"
	w.prose(mark)
	w.plain.WriteString(mark)
	end := len(w.body)
	w.draft.Links = append(w.draft.Links, article.Link{
		Span: article.Span{Start: end - len(mark), End: end}, Text: safe.New(mathtext.Raise(strconv.Itoa(number), "^")),
		Kind: article.Note, Target: number - 1, // until the notes are written
	})
}

// emphasized writes text between asterisks or tildes where it is set so: close to the first and last
// letters, because beside punctuation they would not be read as such.
func (w *writer) emphasized(s string, style Style, start bool) {
	mark := ""
	if style&Italic != 0 {
		mark = "*"
	}
	if style&Bold != 0 {
		mark += "**"
	}
	after := mark
	if style&Struck != 0 {
		mark, after = "~~"+mark, mark+"~~"
	}
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	first := strings.IndexFunc(s, letter)
	if first == 1 && s[0] == '@' && (len(w.body) == w.line || w.body[len(w.body)-1] == ' ') {
		first = 0 // of a name or a key
	}
	if mark == "" || first < 0 || first == 0 && len(w.body) > 0 && strings.IndexByte("*~", w.body[len(w.body)-1]) >= 0 {
		w.escaped(s, start)
		return
	}
	last := strings.LastIndexFunc(s, letter)
	_, size := utf8.DecodeRuneInString(s[last:])
	for last += size; last < len(s); last += size { // the accents of the last letter
		var r rune
		if r, size = utf8.DecodeRuneInString(s[last:]); !unicode.Is(unicode.M, r) {
			break
		}
	}
	w.escaped(s[:first], start)
	w.body = append(w.body, mark...)
	w.escaped(s[first:last], false)
	w.body = append(w.body, after...)
	w.escaped(s[last:], false)
}

// escaped writes text such that Markdown reads it as it stands, and notes the addresses in it,
// of which Markdown makes links.
func (w *writer) escaped(s string, start bool) {
	if s == "" {
		return
	}
	w.plain.WriteString(s)
	before := byte(0)
	if len(w.body) > w.line {
		before = w.body[len(w.body)-1]
	}
	addresses := markdown.Addresses(s, before, &w.open)
	at := 0
	put := func(part string) {
		part = escape(part, nil)
		if start && at == 0 {
			part = escapeStart(part)
		}
		w.boundary(part)
		w.prose(w.cellText(part))
	}
	for _, a := range addresses {
		put(s[at:a.Start])
		from := len(w.body)
		w.show(s[a.Start:a.End])
		w.addLink(from, a.URL, s[a.Start:a.End])
		if a.Followed {
			w.body = append(w.body, '\\')
		}
		at = a.End
	}
	put(s[at:])
}

// cellText returns Markdown without the bar that would end the cell that it stands in.
func (w *writer) cellText(s string) string {
	if w.cell {
		return strings.ReplaceAll(s, "|", `\|`)
	}
	return s
}

// addLink notes the link out of the document that was written from an offset on, instead of one that its text
// alone makes.
func (w *writer) addLink(from int, address, text string) {
	if kind, kept, ok := LinkTo(address); ok && kind != article.Section {
		if n := len(w.draft.Links) - 1; n >= 0 && w.draft.Links[n].Span == (article.Span{Start: from, End: len(w.body)}) {
			w.draft.Links = w.draft.Links[:n]
		}
		w.draft.Links = append(w.draft.Links, article.Link{
			Span: article.Span{Start: from, End: len(w.body)}, Text: safe.Line(text), Kind: kind, URL: safe.Line(kept),
		})
	}
}

// boundary writes a backslash where s is Markdown only after what stands before it.
func (w *writer) boundary(s string) {
	if len(w.body) == 0 || s == "" {
		return
	}
	switch last := w.body[len(w.body)-1]; {
	case last == ']' && (s[0] == '(' || s[0] == ':' || s[0] == '['), last == '!' && s[0] == '[':
		w.body = append(w.body, '\\')
	}
}

// prose writes Markdown that is running text, in which citations may stand.
func (w *writer) prose(s string) {
	if s == "" {
		return
	}
	start, spans := len(w.body), w.draft.Prose
	w.show(s)
	if w.inEntry {
		return
	}
	if n := len(spans); n > 0 && spans[n-1].End >= w.line && strings.Trim(string(w.body[spans[n-1].End:start]), " \n>\\") == "" {
		spans[n-1].End = len(w.body)
	} else {
		w.draft.Prose = append(spans, article.Span{Start: start, End: len(w.body)})
	}
}

// show writes Markdown that is to be read, and notes where that of the block begins and ends.
func (w *writer) show(s string) {
	if w.shown.End < w.line {
		w.shown.Start = len(w.body)
	}
	w.body = append(w.body, s...)
	w.shown.End = len(w.body)
}

func (w *writer) codeSpan(s string) {
	trimmed := strings.TrimSpace(s)
	if trimmed == "" || strings.Contains(trimmed, "`") {
		w.escaped(s, false)
		return
	}
	w.plain.WriteString(s)
	w.body = append(w.body, s[:strings.Index(s, trimmed)]+"`"...)
	w.show(w.cellText(trimmed))
	w.body = append(w.body, '`')
	if strings.HasSuffix(s, " ") {
		w.body = append(w.body, ' ')
	}
}

// isAddress reports whether Markdown makes a link of all of s by itself.
func isAddress(s string) bool {
	open := 0
	found := markdown.Addresses(s, 0, &open)
	return len(found) == 1 && found[0].Start == 0 && found[0].End == len(s)
}

// pointed writes an address between pointed brackets, with which Markdown makes a link of any.
func (w *writer) pointed(s string) {
	w.body = append(w.body, '<')
	from := len(w.body)
	w.plain.WriteString(s)
	w.show(w.cellText(s))
	w.addLink(from, s, s)
	w.body = append(w.body, '>')
}

// linkTo writes text that leads out of the document. Text that follows and leads there too is of
// one link with it.
func (w *writer) linkTo(to Address, s string, style Style) {
	trimmed := strings.TrimSpace(s)
	if trimmed == "" {
		w.plain.WriteString(s)
		w.body = append(w.body, s...)
		return
	}
	before := s[:strings.Index(s, trimmed)]
	label := trimmed
	if to[0] != '#' { // a mark such as [1]
		label = roundBrackets.Replace(label)
	}
	markup := escapeSigns(label)
	switch {
	case style&Verbatim != 0:
		label, markup = trimmed, trimmed
	case style&CodeSpan != 0 && !strings.Contains(label, "`"):
		markup = "`" + label + "`"
	}
	end := "](<" + w.cellText(EscapeDestination(string(to))) + ">)"
	if w.endsLink(end) {
		gap := string(w.body[w.linkEnd:]) + before
		w.body = append(w.body[:w.linkEnd-len(end)], gap...)
		w.plain.WriteString(before + label)
		w.show(w.cellText(markup))
		w.extendLink(w.linkEnd-len(end), gap+label)
	} else {
		w.escaped(before, false)
		w.boundary("[")
		w.body = append(w.body, '[')
		w.plain.WriteString(label)
		from := len(w.body)
		w.show(w.cellText(markup))
		w.addLink(from, string(to), label)
	}
	w.body = append(w.body, end...)
	w.linkEnd = len(w.body)
	if strings.HasSuffix(s, " ") {
		w.plain.WriteByte(' ')
		w.body = append(w.body, ' ')
	}
}

// endsLink reports whether the body ends, but for a blank, with the end of a link.
func (w *writer) endsLink(end string) bool {
	return w.linkEnd >= w.line && w.linkEnd > 0 && strings.Trim(string(w.body[w.linkEnd:]), " ") == "" && bytes.HasSuffix(w.body[:w.linkEnd], []byte(end))
}

// extendLink adds text that has just been written to the link that ended at an offset, if that
// was noted.
func (w *writer) extendLink(at int, text string) {
	if n := len(w.draft.Links); n > 0 && w.draft.Links[n-1].End == at {
		l := &w.draft.Links[n-1]
		l.End, l.Text = len(w.body), safe.Line(l.Text.String()+text)
	}
}

// longestScript is how many characters are raised or lowered at most: more is small print.
const longestScript = 30

// withScripts returns the text of an inline with its height, in Unicode's letters.
func withScripts(in Inline) string {
	s := in.Text.String()
	if in.Style&(Superscript|Subscript) == 0 {
		return s
	}
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 && !strings.ContainsAny(s, "+-−–") {
		return s // ®, *, ′
	}
	text := strings.TrimSpace(s)
	if utf8.RuneCountInString(text) > longestScript {
		return s
	}
	set := ""
	for _, part := range splitAfterAny(spaceless.Replace(text), ",;") {
		bare := strings.TrimRight(part, ",;")
		if in.Style&Superscript != 0 {
			set += mathtext.Raise(bare, "^")
		} else {
			set += mathtext.Lower(bare)
		}
		set += part[len(bare):]
	}
	if strings.HasPrefix(s, " ") {
		set = " " + set
	}
	if strings.HasSuffix(s, " ") {
		set += " "
	}
	return set
}

// spaceless takes the blanks between raised numbers out.
var spaceless = strings.NewReplacer(", ", ",", "; ", ";")

// splitAfterAny cuts s after each of some signs.
func splitAfterAny(s, signs string) []string {
	var parts []string
	for {
		i := strings.IndexAny(s, signs)
		if i < 0 {
			return append(parts, s)
		}
		parts, s = append(parts, s[:i+1]), s[i+1:]
	}
}
