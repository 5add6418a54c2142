// Package manual formats help: as text in columns, and as a man page.
//
// Both are made of [Part] values, by [Print] and by a [ManPage]. The package must not know
// which commands, flags and keys there are.
package manual

import (
	"io"
	"strings"

	"etal/internal/textwidth"
)

// A Part is a section of the manual. Any of its fields may be empty.
type Part struct {
	Title string
	Lines string // printed as they are
	Text  string // paragraphs, wrapped
	Rows  []Row
}

// A Row is a name, such as a flag's or a key's, and its description.
type Row [2]string

// Width is the width that the manual is written for, in columns.
const Width = 80

// nameWidth is the width of the longest name whose description starts on the same line.
const nameWidth = 22

// Print prints parts wrapped to a width in columns.
func Print(w io.Writer, parts []Part, width int) error {
	var b strings.Builder
	for i, p := range parts {
		indent := ""
		if i > 0 {
			b.WriteByte('\n')
		}
		if p.Title != "" {
			b.WriteString(strings.Join(wrap(p.Title, width), "\n") + "\n")
			indent = "  "
		}
		for line := range strings.Lines(p.Lines) {
			b.WriteString(indent + strings.TrimSuffix(line, "\n") + "\n")
		}
		for j, paragraph := range strings.Split(p.Text, "\n\n") {
			if j > 0 {
				b.WriteByte('\n')
			}
			for _, line := range wrap(paragraph, width-len(indent)) {
				b.WriteString(indent + line + "\n")
			}
		}
		writeRows(&b, p.Rows, indent, width)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeRows writes names and descriptions in two columns. The description of a long name starts
// below it.
func writeRows(b *strings.Builder, rows []Row, indent string, width int) {
	column := 0
	for _, r := range rows {
		if n := textwidth.Of(r[0]); n <= nameWidth {
			column = max(column, n+2)
		}
	}
	if column == 0 {
		column = 4
	}
	for _, r := range rows {
		lines := wrap(r[1], width-len(indent)-column)
		if textwidth.Of(r[0]) > column-2 {
			b.WriteString(indent + r[0] + "\n")
		} else {
			b.WriteString(strings.TrimRight(indent+Pad(r[0], column)+lines[0], " ") + "\n")
			lines = lines[1:]
		}
		for _, line := range lines {
			b.WriteString(indent + strings.Repeat(" ", column) + line + "\n")
		}
	}
}

// wrap cuts a paragraph into lines of at most width columns, or of one word that is wider.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && textwidth.Of(line)+1+textwidth.Of(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// Columns sets words in lines of at most width columns, three apart.
func Columns(words []string, width int) string {
	line, lines := "", ""
	for _, w := range words {
		if line != "" && textwidth.Of(line)+3+textwidth.Of(w) > width {
			lines += line + "\n"
			line = ""
		}
		if line != "" {
			line += "   "
		}
		line += w
	}
	return lines + line
}

// Pad appends blanks up to a width in columns.
func Pad(s string, width int) string {
	return s + strings.Repeat(" ", max(width-textwidth.Of(s), 0))
}
