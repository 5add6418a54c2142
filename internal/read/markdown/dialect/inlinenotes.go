package dialect

import (
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// inlineNotes makes footnotes at the end of the text of those that Pandoc has within it, ^[like this].
func inlineNotes(t Text) (edits []edit) {
	name := "note-" // begins the names of the notes, and of no other
	for strings.Contains(t.Body, "[^"+name) {
		name += "x"
	}
	var notes strings.Builder
	n := 0
	t.prose(func(block string) bool { return strings.Contains(block, "^[") }, func(p *proseBlock) {
		for _, pair := range p.brackets() {
			if pair.Start == 0 || t.Body[pair.Start-1] != '^' || pair.Start > 1 && t.Body[pair.Start-2] == '\\' || pair.Len() <= len("[]") {
				continue
			}
			if next := t.Body[pair.End:min(pair.End+1, len(t.Body))]; next == "(" || next == "[" {
				continue
			}
			if len(edits) > 0 && edits[len(edits)-1].End > pair.Start {
				continue // within another
			}
			n++
			label := "[^" + name + strconv.Itoa(n) + "]"
			text := lineEnd.ReplaceAllString(t.Body[pair.Start+1:pair.End-1], " ")
			notes.WriteString("\n" + label + ": " + strings.TrimSpace(text) + "\n")
			edits = append(edits, edit{Span: article.Span{Start: pair.Start - 1, End: pair.End}, text: label})
		}
	})
	if n > 0 {
		edits = append(edits, edit{Span: article.Span{Start: len(t.Body), End: len(t.Body)}, text: notes.String()})
	}
	return edits
}

var lineEnd = lazyregexp.New(`\s*\n[ \t>]*`)
