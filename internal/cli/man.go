package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"etal/internal/tui"
)

// newMan returns the hidden command man, which prints the man page for packages.
func newMan(e env) *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Print the man page",
		Long:   "Print the man page in roff, dated by SOURCE_DATE_EPOCH if that is set.",
		Hidden: true,
		Args:   noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printMan(e.stdout, cmd.Root(), manDate(e.getenv("SOURCE_DATE_EPOCH")))
		},
	}
}

// manDate returns the date of a number of seconds since 1970, or nothing if it is not one.
// See https://reproducible-builds.org/specs/source-date-epoch/.
func manDate(epoch string) string {
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return ""
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}

// printMan prints etal(1) with the macros of man(7) that both groff and mandoc know.
func printMan(w io.Writer, root *cobra.Command, date string) error {
	m := &manPage{}
	fmt.Fprintf(&m.b, ".TH ETAL 1 %q \"etal %s\" \"User Commands\"\n", date, roff(release()))
	m.section("NAME")
	m.b.WriteString("etal \\- " + roff(lower(root.Short)) + "\n")
	m.section("SYNOPSIS")
	m.lines(usage(root))
	m.section("DESCRIPTION")
	m.text(root.Long)
	m.section("OPTIONS")
	m.rows(flagRows(root))
	m.section("COMMANDS")
	for _, c := range root.Commands() {
		if c.Hidden {
			continue
		}
		m.heading(usage(c))
		if c.Long == "" {
			m.text(c.Short + ".")
		}
		m.text(c.Long)
		m.lines(unindent(c.Example))
		own, shared := splitShared(flagRows(c), flagRows(root))
		m.rows(own)
		if len(shared) > 0 {
			m.text("It also has the options " + strings.Join(shared, ", ") + " described above.")
		}
	}
	for _, t := range topics() {
		m.section(strings.ToUpper(t.name))
		for _, p := range t.parts(tui.NewKeys()) {
			m.part(p)
		}
	}
	m.section("EXAMPLES")
	m.lines(unindent(root.Example))
	_, err := io.WriteString(w, m.b.String())
	return err
}

// splitShared returns the rows that are not among others, and the names of those that are.
func splitShared(rows, others []row) (own []row, shared []string) {
	for _, r := range rows {
		if slices.Contains(others, r) {
			name, _, _ := strings.Cut(r.name, " ")
			shared = append(shared, name)
			continue
		}
		own = append(own, r)
	}
	return own, shared
}

// A manPage is written with the macros of man(7).
type manPage struct {
	b      strings.Builder
	headed bool // the last line was a heading, after which a paragraph needs no macro
}

func (m *manPage) section(title string) {
	m.b.WriteString(".SH " + title + "\n")
	m.headed = true
}

func (m *manPage) heading(title string) {
	m.b.WriteString(".SS " + roff(title) + "\n")
	m.headed = true
}

func (m *manPage) paragraph() {
	if !m.headed {
		m.b.WriteString(".PP\n")
	}
	m.headed = false
}

func (m *manPage) part(p part) {
	if p.title != "" {
		m.heading(p.title)
	}
	m.lines(p.lines)
	m.text(p.text)
	m.rows(p.rows)
}

// text writes paragraphs to be filled.
func (m *manPage) text(text string) {
	if text == "" {
		return
	}
	for _, paragraph := range strings.Split(text, "\n\n") {
		m.paragraph()
		m.b.WriteString(roff(strings.Join(strings.Fields(paragraph), " ")) + "\n")
	}
}

// lines writes lines that are not filled.
func (m *manPage) lines(lines string) {
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

func (m *manPage) rows(rows []row) {
	for _, r := range rows {
		m.headed = false
		m.b.WriteString(".TP\n\\fB" + strings.TrimPrefix(roff(r.name), `\&`) + "\\fR\n" + roff(r.description) + "\n")
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

// lower returns text with its first letter, which is ASCII, in lower case.
func lower(text string) string { return strings.ToLower(text[:1]) + text[1:] }
