package dialect

import (
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

var (
	label          = lazyregexp.New(`[ \t]*\\label\{([^{}\s]+)\}`)
	latexReference = lazyregexp.New(`^\\(ref|eqref|autoref|[cC]ref)\{([^{}\s]+)\}`)
)

// labels makes places of the labels of LaTeX, and takes those of captions away. Formulae keep theirs.
func labels(t Text) (edits []edit) {
	for _, b := range t.blocks("\\label{") {
		text := t.Body[b.Start:b.End]
		for _, m := range label.FindAllStringSubmatchIndex(text, -1) {
			line := b.Start + strings.LastIndexByte(text[:m[0]], '\n') + 1
			name := []string{text[m[2]:m[3]]}
			if opened := strings.LastIndex(text[:m[0]], "!["); opened >= 0 && !strings.Contains(text[opened:m[0]], "](") {
				edits = append(edits, edit{article.Span{Start: b.Start + m[0], End: b.Start + m[1]}, "", nil})
				line = b.Start + opened
			}
			edits = append(edits, edit{article.Span{Start: line, End: line}, "", name})
		}
	}
	return edits
}

// latex makes a link of a cross-reference of LaTeX, \autoref{fig:x}, whose backslash is at i, and returns
// where it ends, or i.
func (e *inlineEditor) latex(i int) int {
	m := latexReference.FindStringSubmatch(e.ahead(i))
	if m == nil {
		return i
	}
	n, ok := e.index[m[2]]
	if !ok {
		return i
	}
	text := strconv.Itoa(n.number)
	switch {
	case m[1] == "eqref":
		text = "(" + text + ")"
	case m[1] != "ref" && n.text() != "" || n.title != "":
		text = n.text()
	}
	e.edit(i, i+len(m[0]), "["+text+"](#"+m[2]+")")
	return i + len(m[0])
}
