package tables

import (
	"slices"
	"strings"

	"etal/internal/lazyregexp"
)

// GridRule matches a line that rules a whole grid.
var GridRule = lazyregexp.New(`^ {0,3}\+(?:[-=:]+\+)+[ \t]*$`)

// A grid is a table drawn with + - | while it is read. Cells may span columns and rows.
type grid struct {
	bounds []int     // columns of lines between cells
	rows   [][]*cell // a cell that spans several is in each of those
	head   int       // rows above the line of equal signs
	full   bool      // whether the line being read is a rule over all columns
	marks  []Alignment
}

// A cell is a cell of a grid: the lines of its text.
type cell struct{ lines []string }

// Grid reads a grid, or returns nil if its lines do not fit.
func Grid(lines []string) []string {
	cells := make([][]rune, len(lines))
	g := grid{}
	for i, l := range lines {
		cells[i] = []rune(wide(strings.TrimRight(l, " \t")))
		for j, r := range cells[i] {
			if r == '+' && len(g.bounds) <= maxGrid && GridRule.MatchString(l) && !slices.Contains(g.bounds, j) {
				g.bounds = append(g.bounds, j)
			}
		}
	}
	slices.Sort(g.bounds)
	if len(g.bounds) < 2 || len(g.bounds) > maxGrid || !GridRule.MatchString(lines[0]) || !GridRule.MatchString(lines[len(lines)-1]) {
		return nil
	}
	g.marks = make([]Alignment, len(g.bounds)-1)
	for i, row := range cells {
		last := g.bounds[len(g.bounds)-1]
		if len(row) != last+1 || !isBorder(row[g.bounds[0]]) || !isBorder(row[last]) || strings.TrimSpace(string(row[:g.bounds[0]])) != "" {
			return nil
		}
		if g.full = GridRule.MatchString(lines[i]); i < len(cells)-1 {
			g.line(row)
		} else if g.rule(row, 0) {
			g.align(row)
		}
	}
	return g.table()
}

// maxGrid is how many columns a grid has at most.
const maxGrid = 200

func isBorder(r rune) bool { return r == '+' || r == '|' }

// rule reports whether a line has a rule over column i of the grid.
func (g *grid) rule(row []rune, i int) bool {
	if g.full {
		return true
	}
	part := string(row[g.bounds[i]+1 : g.bounds[i+1]])
	return isBorder(row[g.bounds[i]]) && isBorder(row[g.bounds[i+1]]) && part != "" && strings.Trim(part, "-=:+") == "" && strings.ContainsAny(part, "-=")
}

// line reads a line of the grid: a rule, which begins a row, or text.
func (g *grid) line(row []rune) {
	n := len(g.bounds) - 1
	begins := false
	for i := range n {
		begins = begins || g.rule(row, i)
	}
	if begins {
		if strings.ContainsRune(string(row), '=') && g.rule(row, 0) {
			g.head = len(g.rows)
			g.align(row)
		}
		g.begin(row)
	}
	for i := 0; i < n; {
		if begins && g.rule(row, i) {
			i++
			continue
		}
		end := i + 1
		for end < n && !isBorder(row[g.bounds[end]]) {
			end++
		}
		c := g.rows[len(g.rows)-1]
		for j := i + 1; j < end && !begins; j++ {
			if len(c[j].lines) == 0 {
				c[j] = c[i]
			}
		}
		c[i].lines = append(c[i].lines, strings.TrimSpace(narrow(row[g.bounds[i]+1:g.bounds[end]])))
		i = end
	}
	if begins && len(g.rows) == 1 {
		g.align(row)
	}
}

// begin begins a row, in which a cell without a rule over it continues.
func (g *grid) begin(row []rune) {
	fresh := make([]*cell, len(g.bounds)-1)
	for i := range fresh {
		if fresh[i] = (&cell{}); len(g.rows) > 0 && !g.rule(row, i) {
			fresh[i] = g.rows[len(g.rows)-1][i]
		}
	}
	g.rows = append(g.rows, fresh)
}

// align reads the alignments of columns from the colons of a rule.
func (g *grid) align(row []rune) {
	for i := range g.marks {
		part := string(row[g.bounds[i]+1 : g.bounds[i+1]])
		switch begin, end := strings.HasPrefix(part, ":"), strings.HasSuffix(part, ":"); {
		case begin && end:
			g.marks[i] = centred
		case begin:
			g.marks[i] = left
		case end:
			g.marks[i] = right
		case g.marks[i] == "":
			g.marks[i] = unaligned
		}
	}
}

// table returns the grid as a table of GitHub's Markdown. What spans several cells is in the first.
func (g *grid) table() []string {
	seen := map[*cell]bool{}
	var rows [][]string
	for _, cells := range g.rows {
		row := make([]string, len(cells))
		for i, c := range cells {
			if !seen[c] {
				seen[c] = true
				row[i] = strings.Join(c.lines, "\n")
			}
		}
		rows = append(rows, row)
	}
	return Pipe(rows, g.head, g.marks)
}
