// Package tables reads tables that are drawn with signs or aligned in columns, and writes GitHub's.
//
// The package must not know where a text has a table.
package tables

import (
	"strings"

	"etal/internal/lazyregexp"
)

// An Alignment is that of a column, as GitHub's tables have it.
type Alignment string

const (
	unaligned Alignment = "---"
	left      Alignment = ":--"
	centred   Alignment = ":-:"
	right     Alignment = "--:"
)

// Pipe returns a table of GitHub's Markdown; its first rows are the head. Cells may be of several
// lines.
func Pipe(rows [][]string, heads int, aligned []Alignment) []string {
	columns := 0
	for _, row := range rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return nil
	}
	head := make([]string, columns)
	for _, row := range rows[:heads] {
		for i, cell := range row {
			head[i] = strings.TrimSpace(head[i] + "\n" + cell)
		}
	}
	out := []string{pipeRow(head, columns)}
	marks := make([]string, columns)
	for i := range marks {
		if marks[i] = string(unaligned); i < len(aligned) {
			marks[i] = string(aligned[i])
		}
	}
	out = append(out, "| "+strings.Join(marks, " | ")+" |")
	for _, row := range rows[heads:] {
		out = append(out, pipeRow(row, columns))
	}
	return out
}

func pipeRow(cells []string, columns int) string {
	var b strings.Builder
	b.WriteByte('|')
	for i := range columns {
		b.WriteByte(' ')
		if i < len(cells) {
			if text := pipeCell(cells[i]); text != "" {
				b.WriteString(text + " ")
			}
		}
		b.WriteByte('|')
	}
	return b.String()
}

// itemMark matches the mark of an item of a list.
var itemMark = lazyregexp.New(`^(?:[-+*]|\d{1,9}[.)])[ \t]`)

// pipeCell returns the blocks of a cell as one line.
func pipeCell(cell string) string {
	var b strings.Builder
	gap := ""
	for l := range strings.SplitSeq(cell, "\n") {
		text := strings.TrimSpace(l)
		if text == "" {
			gap = "<br>"
			continue
		}
		if itemMark.MatchString(text) {
			gap = "<br>"
		}
		if b.Len() > 0 {
			b.WriteString(gap)
		}
		if gap = " "; strings.HasSuffix(text, `\`) {
			text, gap = strings.TrimSuffix(text, `\`), "<br>"
		}
		b.WriteString(escapePipes(text))
	}
	return strings.TrimSpace(b.String())
}

// escapePipes escapes the pipes of a text that are not.
func escapePipes(text string) string {
	if !strings.Contains(text, "|") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '|' {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
		if text[i] == '\\' && i+1 < len(text) {
			i++
			b.WriteByte(text[i])
		}
	}
	return b.String()
}
