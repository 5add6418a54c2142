package ingest

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/safe"
)

// A writer writes groups of plain text down as Markdown.
type writer struct {
	source  string
	wrap    int // the width at which the source is hard-wrapped, 0 where it is not
	hyphens hyphens
	body    strings.Builder
	entries []entry // of the source
	written []entry // of the body
}

const (
	longTitle = 200 // bytes of the longest line that is believed to be a title
)

var byline = regexp.MustCompile(`^(?i:by)\s+(\p{Lu}[^.;:]{2,80})$`)

// title writes the article's title, when the first group is one, and returns the
// groups after it.
func (w *writer) title(a *article.Article, groups []textGroup) []textGroup {
	if len(groups) == 0 || len(groups[0].entries) > 0 || groups[0].heading {
		return groups
	}
	g := groups[0]
	if isUnderlined(g.lines) {
		g.lines = append([]line{g.lines[0]}, g.lines[2:]...)
	}
	title := w.join(g.lines)
	if len(g.lines) > 1 && w.wrap == 0 {
		title = strings.TrimSpace(g.lines[0].text)
	}
	last, _ := utf8.DecodeLastRuneInString(title)
	if len(title) > longTitle || strings.ContainsRune(".,;:", last) || listMarker.MatchString(title) || len(groups) == 1 && len(g.lines) == 1 {
		return groups
	}
	a.Title = safe.Line(title)
	w.block("# " + escapeText(title))
	groups = groups[1:]
	if len(g.lines) > 1 && w.wrap == 0 {
		groups = append([]textGroup{{lines: g.lines[1:]}}, groups...)
	}
	if len(groups) > 0 && len(groups[0].lines) == 1 {
		if m := byline.FindStringSubmatch(strings.TrimSpace(groups[0].lines[0].text)); m != nil {
			a.Authors = []safe.Text{safe.Line(m[1])}
			w.paragraphs(groups[0].lines)
			groups = groups[1:]
		}
	}
	return groups
}

// group writes one group; next is the one after it, nil at the end.
func (w *writer) group(g textGroup, next *textGroup) {
	if isUnderlined(g.lines) {
		w.block(underlineLevel(g.lines[1].text) + " " + escapeText(strings.TrimSpace(g.lines[0].text)))
		g.lines = g.lines[2:]
	}
	switch {
	case len(g.lines) == 0 && len(g.entries) == 0:
	case g.heading:
		w.block("## " + escapeText(strings.TrimRight(strings.TrimSpace(g.lines[0].text), ":")))
	case len(g.entries) > 0:
		w.entry(g.entries[0], g.announced)
	case isHeading(g, next):
		w.block(sectionLevel(g.lines[0].text) + " " + escapeText(strings.TrimSpace(g.lines[0].text)))
	case isTable(g.lines):
		w.table(g.lines)
	case isPreformatted(g.lines):
		w.preformatted(g.lines)
	default:
		w.paragraphs(g.lines)
	}
}

var sectionNumber = regexp.MustCompile(`^\s*\d+((?:\.\d+)*)\.?\s`)

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

// paragraphs writes lines of running text, which may be joined, or items.
func (w *writer) paragraphs(lines []line) {
	start := 0
	for i := 1; i <= len(lines); i++ {
		if i < len(lines) && w.runsOn(lines[i-1], lines[i]) {
			continue
		}
		s := w.join(lines[start:i])
		if marker := listMarker.FindString(lines[start].text); marker != "" {
			w.block("- " + escapeLine(s[len(strings.TrimSpace(marker)):]))
		} else {
			w.block(escapeLine(s))
		}
		start = i
	}
}

// runsOn reports whether next goes on with the paragraph that l is a line of: the text
// is hard-wrapped, l is filled, and next begins nothing of its own.
func (w *writer) runsOn(l, next line) bool {
	if w.wrap == 0 || listMarker.MatchString(next.text) || hasNumber(next.text) {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimSpace(next.text), " ")
	return utf8.RuneCountInString(l.text)+1+utf8.RuneCountInString(first) > w.wrap*8/10
}

// join joins the lines of one paragraph.
func (w *writer) join(lines []line) string {
	var b strings.Builder
	last := ""
	for _, l := range lines {
		if s := strings.TrimSpace(l.text); s != "" {
			b.WriteString(w.hyphens.joint(last, s))
			last = s
		}
	}
	b.WriteString(last)
	return b.String()
}

// isTable reports whether the lines are rows of cells with tabs between them, as a
// table is when it is copied out of a page.
func isTable(lines []line) bool {
	tabs := strings.Count(lines[0].text, "\t")
	for _, l := range lines {
		if n := strings.Count(l.text, "\t"); n == 0 || n > tabs {
			return false
		}
	}
	return len(lines) > 1
}

func (w *writer) table(lines []line) {
	var b strings.Builder
	for i, l := range lines {
		cells := strings.Split(l.text, "\t")
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

// aligned matches a line in which blanks draw something: columns, a diagram, code.
var aligned = regexp.MustCompile(`\S(?: {3,}|\t)\S|^\s*[+|].*[+|]\s*$|^\s{4,}\S.*[{};=]\s*$|[-=+]{4,}`)

// isPreformatted reports whether the lines lose their sense when joined.
func isPreformatted(lines []line) bool {
	drawn := 0
	for _, l := range lines {
		if aligned.MatchString(l.text) {
			drawn++
		}
	}
	return len(lines) > 1 && drawn*2 > len(lines)
}

func (w *writer) preformatted(lines []line) {
	fence := "```"
	for _, l := range lines {
		for strings.Contains(l.text, fence) {
			fence += "`"
		}
	}
	var b strings.Builder
	b.WriteString(fence + "\n")
	for _, l := range lines {
		b.WriteString(l.text + "\n")
	}
	w.block(b.String() + fence)
}

// entry writes one entry of the reference list, under a heading of ours where the
// text has none.
func (w *writer) entry(e entry, announced bool) {
	if len(w.written) == 0 && !announced {
		w.block("## References")
	}
	text := w.join(cutLines(w.source, e.Span))
	label := ""
	if e.label != "" {
		label = "[" + e.label + "] "
		if numberSign.MatchString(w.source[e.start:e.End]) {
			label = e.label + ". "
		}
	}
	start := w.body.Len()
	text = escapeLine(text)
	w.block(label + text)
	w.written = append(w.written, entry{
		Span:  article.Span{Start: start + len(label), End: start + len(label) + len(text)},
		start: start, label: e.label,
	})
}

func (w *writer) block(s string) { w.body.WriteString(s + "\n\n") }
