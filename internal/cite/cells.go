package cite

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Lone numbers in the cells of a table are citations where the head of their column says so:
//
//	| Site  | Ref.  |
//	| ----- | ----- |
//	| North | 3, 5  |

var (
	// referenceColumn matches the head of a column of references.
	referenceColumn = lazyregexp.New(`(?i)^[*_]*(?:refs?\.?|references?|citations?|cit\.|sources?|ref(?:erence)?s?\.? ?(?:nos?\.?|numbers?|#)|literatur|quellen?|r[ée]f(?:[ée]rences?)?\.?|referencias?|refer[êe]ncias?|fonti|источники?|文献|参考文献)[*_]*$`)
	cellNumbers     = lazyregexp.New(`^[(^*]*(` + digits + `(?: ?[,;–—−-] ?` + digits + `)*)[)^*a-d]*$`)
)

// findCells returns the lone numbers in columns of references.
func findCells(s *source) []article.Citation {
	var found []article.Citation
	named := 0
	var columns map[int]bool // of references, of the table that the line is in
	head, at := true, 0
	for line := range strings.Lines(s.body) {
		start := at
		at += len(line)
		if !strings.HasPrefix(line, "|") {
			columns, head = nil, true
			continue
		}
		cells := cellsOf(line)
		if head {
			columns, head = referenceColumns(line, cells), false
			continue
		}
		for i, cell := range cells {
			if !columns[i] {
				continue
			}
			m := cellNumbers.FindStringSubmatchIndex(line[cell.Start:cell.End])
			if m == nil {
				continue
			}
			span := article.Span{Start: start + cell.Start + m[2], End: start + cell.Start + m[3]}
			labels, ok := s.numbers.members(s.body[span.Start:span.End])
			if named += len(labels); ok && s.numbers.haveAll(labels) && named <= s.maxNamed() {
				found = append(found, s.numbers.citation(span, s.body[span.Start:span.End], labels))
			}
		}
	}
	return found
}

// referenceColumns returns the columns of a table whose heads announce references.
func referenceColumns(line string, cells []article.Span) map[int]bool {
	columns := map[int]bool{}
	for i, cell := range cells {
		if referenceColumn.MatchString(line[cell.Start:cell.End]) {
			columns[i] = true
		}
	}
	return columns
}

// cellsOf returns the spans of the cells in a line of a table, without blanks around them.
func cellsOf(line string) []article.Span {
	var cells []article.Span
	start := 1
	for i := 1; i < len(line); i++ {
		if line[i] != '|' || line[i-1] == '\\' {
			continue
		}
		cell := article.Span{Start: start, End: i}
		for cell.Start < cell.End && line[cell.Start] == ' ' {
			cell.Start++
		}
		for cell.End > cell.Start && line[cell.End-1] == ' ' {
			cell.End--
		}
		cells = append(cells, cell)
		start = i + 1
	}
	return cells
}

// besideNumbers returns what a text that cites by numbers has beside its marks: numbers after a
// word and in columns of references.
func besideNumbers(s *source) []article.Citation { return Merge(findRefWords(s), findCells(s)) }
