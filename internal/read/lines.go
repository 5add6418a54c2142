package read

import (
	"sort"
	"unicode/utf8"
)

// lineIndex is the lines of a text, and how many characters come before each countInterval bytes.
type lineIndex struct {
	text   string
	starts []int32
	counts []int32
}

const countInterval = 256

func newLineIndex(text string) lineIndex {
	l := lineIndex{text: text, starts: []int32{0}}
	count := int32(0)
	for i := range len(text) {
		if i%countInterval == 0 {
			l.counts = append(l.counts, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
		if text[i] == '\n' {
			l.starts = append(l.starts, int32(i+1))
		}
	}
	l.counts = append(l.counts, count)
	return l
}

// at returns the line and the column, in characters, both from 1, of an offset.
func (l lineIndex) at(offset int) (line, column int) {
	line = sort.Search(len(l.starts), func(i int) bool { return int(l.starts[i]) > offset })
	return line, l.count(offset) - l.count(int(l.starts[line-1])) + 1
}

// count returns the number of characters that begin before an offset.
func (l lineIndex) count(offset int) int {
	n := int(l.counts[offset/countInterval])
	for i := offset / countInterval * countInterval; i < offset; i++ {
		if utf8.RuneStart(l.text[i]) {
			n++
		}
	}
	return n
}
