package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/read/markdown/dialect/lines"
)

// mayHaveLineBlock reports whether a line of a text begins with its only pipe.
func mayHaveLineBlock(body string) bool {
	for rest, found := body, true; found; {
		if _, rest, found = strings.Cut(rest, "| "); found {
			line, after, _ := strings.Cut(rest, "\n")
			if !strings.Contains(line, "|") && strings.HasPrefix(strings.TrimLeft(after, "> "), "| ") {
				return true
			}
		}
	}
	return false
}

// lineBlocks breaks the lines of Pandoc's line blocks, each of which begins with a pipe, as verses and
// addresses do (https://pandoc.org/MANUAL.html#line-blocks). A table has pipes at the ends of its lines
// or a rule.
func lineBlocks(t Text) (edits []edit) {
	if !mayHaveLineBlock(t.Body) {
		return nil
	}
	var block []lines.Line
	end := func() {
		if len(block) > 1 {
			for i, l := range block {
				edits = append(edits, edit{Span: article.Span{Start: l.Text, End: min(l.Text+len("| "), l.End)}})
				if i+1 < len(block) {
					edits = append(edits, edit{Span: article.Span{Start: l.End, End: l.End}, text: `\`})
				}
			}
		}
		block = nil
	}
	before := lines.Blank
	lines.Scan(t.Body, false, func(l lines.Line) {
		text := t.Body[l.Text:l.End]
		switch {
		case l.Kind != lines.Prose:
			end()
		case strings.HasPrefix(text, "| ") && !strings.Contains(text[1:], "|") && (len(block) > 0 || before == lines.Blank):
			block = append(block, l)
		default:
			block = nil
		}
		before = l.Kind
	})
	end()
	return edits
}
