package tables

import (
	"strings"
	"unicode"

	"etal/internal/textwidth"
)

// Aligned reads a table of aligned columns from the line of dashes under its head, the lines of
// that and those of its rows, which are a line each or apart by blank lines. It returns nil where a
// word would be cut in two.
func Aligned(rule string, head, lines []string, multiline bool) []string {
	starts, ends := dashColumns(rule)
	cut := func(text string) []string {
		cells := []rune(wide(text))
		row := make([]string, len(starts))
		for i := range starts {
			from, to := starts[i], len(cells)
			if i == 0 {
				from = 0
			}
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			if from = min(from, len(cells)); from > 0 && from < len(cells) && !unicode.IsSpace(cells[from-1]) && !unicode.IsSpace(cells[from]) {
				return nil
			}
			row[i] = strings.TrimRight(narrow(cells[from:min(to, len(cells))]), " \t")
		}
		return row
	}
	var rows [][]string
	add := func(lines []string, apart bool) bool {
		fresh := true
		for _, l := range lines {
			if strings.TrimSpace(l) == "" {
				fresh = true
				continue
			}
			row := cut(l)
			if row == nil {
				return false
			}
			if fresh || apart {
				rows, fresh = append(rows, row), false
				continue
			}
			for i := range row {
				rows[len(rows)-1][i] += "\n" + row[i]
			}
		}
		return true
	}
	if !add(head, false) || !add(lines, !multiline) {
		return nil
	}
	aligned := make([]Alignment, len(starts))
	line := head
	if len(head) == 0 {
		line = lines
	}
	for i := range starts {
		aligned[i] = alignmentOf([]rune(wide(line[0])), starts[i], ends[i])
	}
	return Pipe(rows, min(len(head), 1), aligned)
}

// dashColumns returns where the columns under dashes start and end.
func dashColumns(rule string) (starts, ends []int) {
	for i := 0; i < len(rule); i++ {
		if rule[i] == '-' && (i == 0 || rule[i-1] != '-') {
			starts = append(starts, i)
		}
		if rule[i] == '-' && (i+1 == len(rule) || rule[i+1] != '-') {
			ends = append(ends, i+1)
		}
	}
	return starts, ends
}

// alignmentOf returns the alignment of a column by where the text in it is over its dashes:
// https://pandoc.org/MANUAL.html#extension-simple_tables.
func alignmentOf(cells []rune, start, end int) Alignment {
	text := func(i int) bool { return i < len(cells) && !unicode.IsSpace(cells[i]) }
	switch flushLeft, flushRight := text(start), text(end-1); {
	case flushLeft && flushRight:
		return unaligned
	case flushLeft:
		return left
	case flushRight:
		return right
	case strings.TrimSpace(string(cells[min(start, len(cells)):min(end, len(cells))])) == "":
		return unaligned
	}
	return centred
}

// filler stands for the second column of a letter that is two wide.
const filler = '\x00'

// wide returns a text with a rune for each of its columns.
func wide(text string) string {
	ascii := true
	for i := range len(text) {
		ascii = ascii && text[i] < 0x80 && text[i] != '\t'
	}
	if ascii {
		return text
	}
	var b strings.Builder
	column := 0
	for _, r := range text {
		switch {
		case r == '\t':
			n := 4 - column%4
			b.WriteString(strings.Repeat(" ", n))
			column += n
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			// Pandoc counts none for it; it would be cut from its letter.
			b.WriteRune(r)
		default:
			b.WriteRune(r)
			if column++; textwidth.Of(string(r)) > 1 {
				b.WriteRune(filler)
				column++
			}
		}
	}
	return b.String()
}

// narrow returns the text of columns.
func narrow(cells []rune) string { return strings.ReplaceAll(string(cells), string(filler), "") }
