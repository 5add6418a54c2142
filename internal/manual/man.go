package manual

import (
	"fmt"
	"strings"
)

// A ManPage is written with the macros of man(7) that both groff and mandoc know.
type ManPage struct {
	b      strings.Builder
	headed bool // the last line was a heading, after which a paragraph needs no macro
}

// NewManPage returns the page of section 1 about a program, with its heading and NAME.
func NewManPage(program, version, date, purpose string) *ManPage {
	m := &ManPage{}
	fmt.Fprintf(&m.b, ".TH %s 1 %q \"%s %s\" \"User Commands\"\n", strings.ToUpper(program), date, program, roff(version))
	m.Section("NAME")
	m.b.WriteString(program + " \\- " + roff(purpose) + "\n")
	return m
}

// String returns the page in roff.
func (m *ManPage) String() string { return m.b.String() }

// Section begins a section.
func (m *ManPage) Section(title string) {
	m.b.WriteString(".SH " + title + "\n")
	m.headed = true
}

// Heading begins a subsection.
func (m *ManPage) Heading(title string) {
	m.b.WriteString(".SS " + roff(title) + "\n")
	m.headed = true
}

func (m *ManPage) paragraph() {
	if !m.headed {
		m.b.WriteString(".PP\n")
	}
	m.headed = false
}

// Part writes a part as a subsection.
func (m *ManPage) Part(p Part) {
	if p.Title != "" {
		m.Heading(p.Title)
	}
	m.Lines(p.Lines)
	m.Text(p.Text)
	m.Rows(p.Rows)
}

// Text writes paragraphs to be filled.
func (m *ManPage) Text(text string) {
	if text == "" {
		return
	}
	for _, paragraph := range strings.Split(text, "\n\n") {
		m.paragraph()
		m.b.WriteString(roff(strings.Join(strings.Fields(paragraph), " ")) + "\n")
	}
}

// Lines writes lines that are not filled.
func (m *ManPage) Lines(lines string) {
	if lines == "" {
		return
	}
	m.paragraph()
	m.b.WriteString(".nf\n")
	for line := range strings.Lines(lines) {
		m.b.WriteString(roff(strings.TrimSuffix(line, "\n")) + "\n")
	}
	m.b.WriteString(".fi\n")
}

// Rows writes names with their descriptions indented below.
func (m *ManPage) Rows(rows []Row) {
	for _, r := range rows {
		m.headed = false
		m.b.WriteString(".TP\n\\fB" + strings.TrimPrefix(roff(r[0]), `\&`) + "\\fR\n" + roff(r[1]) + "\n")
	}
}

// roff escapes a line so that roff prints it as it is: no character is a request, and hyphens
// and quotes are not replaced. See groff_char(7).
func roff(line string) string {
	var b strings.Builder
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		b.WriteString(`\&`)
	}
	for _, r := range line {
		switch {
		case r == '\\':
			b.WriteString(`\(rs`)
		case r == '-':
			b.WriteString(`\-`)
		case r == '\'':
			b.WriteString(`\(aq`)
		case r == '`':
			b.WriteString(`\(ga`)
		case r == '^':
			b.WriteString(`\(ha`)
		case r == '~':
			b.WriteString(`\(ti`)
		case r > '~':
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
