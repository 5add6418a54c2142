package text

import (
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A markup is a language whose marks are shown as text, but for the title.
type markup struct {
	name       string
	extensions []string
	// signs match a text in the language that has no such name; nil if none is sure.
	signs *lazyregexp.Regexp
	// title returns the span of the lines that give the title, and the title.
	title func(text string) (start, end int, title string)
}

var markups = []markup{
	{"Org", []string{".org"}, lazyregexp.New(`(?mi)^#\+title:`), firstMatch(lazyregexp.New(`(?mi)^#\+title:[ \t]*(\S.*)$`))},
	{"LaTeX", []string{".tex", ".latex", ".ltx"}, lazyregexp.New(`(?m)^\\(?:documentclass|begin\{document\})`), latexTitle},
	{"reStructuredText", []string{".rst"}, nil, underlinedTitle},
	{"AsciiDoc", []string{".adoc", ".asciidoc"}, lazyregexp.New(`^\s*= \S.*\n(?s:.*)\n==+ \S`), firstMatch(lazyregexp.New(`(?m)^= (\S.*)$`))},
	{"Textile", []string{".textile"}, lazyregexp.New(`^\s*h1\. \S`), firstMatch(lazyregexp.New(`(?m)^h1\. (\S.*)$`))},
	{"MediaWiki", []string{".wiki", ".mediawiki"}, nil, firstMatch(lazyregexp.New(`(?m)^= ?(\S.*?) ?=$`))},
	{"Pod", []string{".pod"}, lazyregexp.New(`(?m)^=head1 `), firstMatch(lazyregexp.New(`(?m)^=head1 (?:NAME\s+)?(\S.*)$`))},
	{"Typst", []string{".typ"}, nil, firstMatch(lazyregexp.New(`(?m)^(?:= (\S.*)|[^\n]*\btitle: ?(?:\[([^\]\n]+)\]|"([^"\n]+)").*)$`))},
}

// markupOf returns the markup of a text by its file's name or its signs; nil if it is none known.
func markupOf(name, text string) *markup {
	extension := strings.ToLower(filepath.Ext(name))
	for i, m := range markups {
		if slices.Contains(m.extensions, extension) || m.signs != nil && extension == "" && m.signs.MatchString(text) {
			return &markups[i]
		}
	}
	return nil
}

// ReadMarkup reads a text in another markup language, by its file's name or its first lines: the
// title it gives is the title, the other marks stay as they are, with a notice. It reports whether
// the language is known.
func ReadMarkup(name string, text safe.Text) (d *doc.Document, ok bool) {
	source := text.String()
	m := markupOf(name, source)
	if m == nil {
		return nil, false
	}
	start, end, title := m.title(source)
	d = Read(safe.New(source[:start] + source[end:]))
	d.Title = safe.Line(title)
	for i, b := range d.Blocks {
		if h, isHeading := b.(doc.Heading); isHeading && h.Level == 1 { // a line of markup
			d.Blocks[i] = doc.Paragraph{Text: h.Text}
		}
	}
	if d.Title.Len() > 0 {
		d.Blocks = slices.Insert(d.Blocks, 0, doc.Block(doc.Heading{Level: 1, Text: []doc.Inline{{Text: d.Title}}}))
	}
	d.Notify(m.name + " markup is shown as text")
	return d, true
}

// firstMatch returns a function that finds the title as the first group of an expression that is
// not empty.
func firstMatch(line *lazyregexp.Regexp) func(text string) (start, end int, title string) {
	return func(text string) (start, end int, title string) {
		m := line.FindStringSubmatchIndex(text)
		if m == nil {
			return 0, 0, ""
		}
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				title = text[m[i]:m[i+1]]
			}
		}
		return m[0], m[1], title
	}
}

// underlinedTitle returns the first line with a line of one sign under it, and perhaps above.
func underlinedTitle(text string) (start, end int, title string) {
	var above, line string
	at := 0 // where line begins
	for under := range strings.Lines(text) {
		if isRuler(under) && strings.TrimSpace(line) != "" && !isRuler(line) {
			start, end = at, at+len(line)+len(under)
			if isRuler(above) {
				start -= len(above)
			}
			return start, end, line
		}
		at += len(line)
		above, line = line, under
	}
	return 0, 0, ""
}

// isRuler reports whether a line is of one sign only, three times at least.
func isRuler(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 3 && strings.ContainsAny(line[:1], "=-~#*^\"'`+:.") && strings.Trim(line, line[:1]) == ""
}

var (
	titleCommand = lazyregexp.New(`\\title\s*(?:\[[^\]]*\])?\s*\{`)
	thanks       = lazyregexp.New(`\\(?:thanks|footnote)\s*\{[^{}]*\}`)
	accented     = lazyregexp.New("\\\\([\"'`^~])\\s*\\{?([A-Za-z])\\}?")
	command      = lazyregexp.New(`\\[a-zA-Z]+\*?(?:\[[^\]]*\])?\s*|\\\\(?:\[[^\]]*\])?`)
	accents      = map[string]string{`"`: "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303"}
)

// latexTitle returns the argument of \title without commands.
func latexTitle(text string) (start, end int, title string) {
	m := titleCommand.FindStringIndex(text)
	if m == nil {
		return 0, 0, ""
	}
	depth := 1
	for i := m[1]; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return m[0], i + 1, plainLaTeX(text[m[1]:i])
			}
		}
	}
	return 0, 0, ""
}

// plainLaTeX returns LaTeX without commands and braces.
func plainLaTeX(s string) string {
	s = thanks.ReplaceAllString(s, "")
	for _, m := range accented.FindAllStringSubmatch(s, -1) {
		s = strings.Replace(s, m[0], m[2]+accents[m[1]], 1)
	}
	s = strings.NewReplacer(`\&`, "&", `\%`, "%", `\$`, "$", `\_`, "_", `\#`, "#", "~", " ", "---", "—", "--", "–", "``", "“", "''", "”").Replace(s)
	s = command.ReplaceAllString(s, " ")
	return norm.NFC.String(strings.NewReplacer("{", "", "}", "").Replace(s))
}
