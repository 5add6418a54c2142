package tables

import (
	"encoding/csv"
	"strings"

	"etal/internal/lazyregexp"
)

var (
	rowMark  = lazyregexp.New(`^([ \t]*)[*+-][ \t]+([*+-])(?:[ \t]+(.*))?$`)
	cellMark = lazyregexp.New(`^([ \t]*)[*+-](?:[ \t]+(.*))?$`)
)

// ListRows reads the rows of a table that is written as a list of lists.
func ListRows(lines []string) (rows [][]string) {
	indent := -1 // of the marks of rows
	for _, l := range lines {
		if m := rowMark.FindStringSubmatch(l); m != nil && (indent < 0 || len(m[1]) <= indent) {
			indent = len(m[1])
			rows = append(rows, []string{m[3]})
			continue
		}
		if len(rows) == 0 {
			return nil
		}
		row := &rows[len(rows)-1]
		if m := cellMark.FindStringSubmatch(l); m != nil && len(m[1]) > indent && len(m[1]) <= indent+2 {
			*row = append(*row, m[2])
			continue
		}
		(*row)[len(*row)-1] += "\n" + strings.TrimSpace(l)
	}
	return rows
}

// CSVRows reads the rows of a table of comma-separated values.
func CSVRows(header string, lines []string, delimiter string) ([][]string, error) {
	if header != "" {
		lines = append([]string{header}, lines...)
	}
	r := csv.NewReader(strings.NewReader(strings.Join(lines, "\n")))
	r.FieldsPerRecord, r.TrimLeadingSpace, r.LazyQuotes = -1, true, true
	switch {
	case delimiter == "tab":
		r.Comma = '\t'
	case delimiter == ";" || delimiter == "|":
		r.Comma = rune(delimiter[0])
	}
	return r.ReadAll()
}
