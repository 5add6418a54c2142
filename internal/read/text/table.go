package text

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/reflist"
)

// isRow reports whether a line has cells with tabs between them.
func isRow(l reflist.Line) bool { return strings.Contains(strings.TrimSpace(l.Text), "\t") }

// isTable reports whether lines are rows of cells with tabs between them, as those of a table are
// that was copied out of a page. Some rows may have one cell, such as those that head a group, and
// some none in the first columns. A table larger than a document's is not one.
func isTable(lines []reflist.Line) bool {
	columns, rows := 0, 0
	for _, l := range lines {
		if isRow(l) {
			rows++
			columns = max(columns, strings.Count(l.Text, "\t")+1)
		}
	}
	if columns > doc.MaxColumns || columns*len(lines) > doc.MaxCells {
		return false
	}
	return rows > 1 && 2*rows >= len(lines) && (isRow(lines[0]) || len(lines[0].Text) <= longestSpan)
}

// longestSpan is the length in bytes of the longest line above a table of tabs that is its head.
const longestSpan = 200

// caption matches the first words of a caption, which may stand right above its table.
var caption = lazyregexp.New(`^\s*(?:Table|Tab\.|Tabelle|Tableau|Tabla|Tabella)\s+\S+`)

// table adds a table, whose first line of several cells ends its head. A caption above it is a
// paragraph.
func (b *builder) table(lines []reflist.Line) {
	if !isRow(lines[0]) && caption.MatchString(lines[0].Text) {
		b.add(paragraph(strings.TrimSpace(lines[0].Text)))
		lines = lines[1:]
	}
	var rows [][]doc.Cell
	head := 0
	for _, l := range lines {
		if len(rows) == head && !isRow(l) {
			head++
		}
		rows = append(rows, cells(strings.Split(strings.TrimRight(l.Text, " \t"), "\t")))
	}
	b.add(doc.Table{Head: rows[:head+1], Rows: rows[head+1:]})
}

func cells(texts []string) []doc.Cell {
	var row []doc.Cell
	for _, text := range texts {
		row = append(row, doc.Cell{Blocks: []doc.Block{paragraph(strings.TrimSpace(text))}})
	}
	return row
}

// gridOf returns the table that lines draw with bars and rules, in ASCII's signs or those for boxes;
// nil if they draw something else, or cells that span several.
func gridOf(lines []reflist.Line) *doc.Table {
	var blocks [][][]string // the lines of cells between two rules
	columns, ruled := 0, false
	for _, l := range lines {
		line := bars.Replace(strings.TrimSpace(l.Text))
		if rule.MatchString(line) {
			if n := strings.Count(strings.Trim(line, "+|"), "+") + strings.Count(strings.Trim(line, "+|"), "|") + 1; columns > 0 && n != columns {
				return nil
			} else {
				columns = n
			}
			ruled = true
			blocks = append(blocks, nil)
			continue
		}
		inner, opened := strings.CutPrefix(line, "|")
		inner, closed := strings.CutSuffix(inner, "|")
		row := strings.Split(inner, "|")
		if opened != closed || !opened && !ruled && len(blocks) > 0 || columns > 0 && len(row) != columns {
			return nil
		}
		if !opened && len(row) < 2 || len(row) > doc.MaxColumns {
			return nil
		}
		if columns = len(row); len(blocks) == 0 {
			blocks = append(blocks, nil)
		}
		blocks[len(blocks)-1] = append(blocks[len(blocks)-1], row)
	}
	return gridTable(blocks, columns, ruled)
}

var (
	// bars replaces the signs that draw boxes by ASCII's.
	bars = strings.NewReplacer("│", "|", "┃", "|", "║", "|", "─", "-", "━", "-", "═", "=", "┌", "+", "┬", "+", "┐", "+", "├", "+", "┼", "+", "┤", "+",
		"└", "+", "┴", "+", "┘", "+", "╔", "+", "╦", "+", "╗", "+", "╠", "+", "╬", "+", "╣", "+", "╚", "+", "╩", "+", "╝", "+", "╞", "+", "╪", "+",
		"╡", "+", "╭", "+", "╮", "+", "╰", "+", "╯", "+", "┏", "+", "┳", "+", "┓", "+", "┣", "+", "╋", "+", "┫", "+", "┗", "+", "┻", "+", "┛", "+", "╟", "+", "╢", "+", "╫", "+", "╤", "+", "╧", "+", "┡", "+", "╇", "+", "┩", "+")
	rule = lazyregexp.New(`^[+|]?[-=:]{2,}(?:[+|][-=:]{2,})*[+|]?$`)
)

// mergedFrom is the number of blocks from which on the rules are between rows, so that the lines of
// a block are one row.
const mergedFrom = 3

// gridTable returns the table of blocks of lines, nil if it is none. The first block is its head.
func gridTable(blocks [][][]string, columns int, ruled bool) *doc.Table {
	var filled [][][]string
	lines := 0
	for _, block := range blocks {
		if len(block) > 0 {
			filled = append(filled, block)
			lines += len(block)
		}
	}
	if lines < 2 || columns*lines > doc.MaxCells || columns < 2 && !ruled {
		return nil
	}
	var rows [][]doc.Cell
	for _, block := range filled {
		if len(filled) >= mergedFrom || len(block) == 1 {
			rows = append(rows, cells(merge(block)))
			continue
		}
		for _, line := range block {
			rows = append(rows, cells(line))
		}
	}
	return &doc.Table{Head: rows[:1], Rows: rows[1:]}
}

// merge joins the lines of one row.
func merge(lines [][]string) []string {
	row := make([]string, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			row[i] = strings.TrimSpace(row[i] + " " + strings.TrimSpace(cell))
		}
	}
	return row
}
