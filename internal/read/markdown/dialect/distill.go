package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// Distill's elements in Markdown, as blogs have them: <d-cite key="a,b"></d-cite> and
// <d-footnote>a note</d-footnote> (https://distill.pub/guide/).
var (
	distillCite = lazyregexp.New(`[ \t]?<d-cite\s+(?:key|bibtex-key)=["']([^"'<>\n]{1,300})["']\s*(?:/>|>\s*</d-cite>)`)
	distillNote = lazyregexp.New(`<(/?)d-footnote>`)
)

// distill makes keys of citations by key, and notes within the line of notes.
func distill(t Text) (edits []edit) {
	if strings.Contains(t.Body, "<d-cite") {
		for _, m := range distillCite.FindAllStringSubmatchIndex(t.Body, -1) {
			keys := strings.FieldsFunc(t.Body[m[2]:m[3]], func(r rune) bool { return r == ',' || r == ' ' })
			edits = append(edits, edit{Span: article.Span{Start: m[0], End: m[1]}, text: " [@" + strings.Join(keys, "; @") + "]"})
		}
	}
	if strings.Contains(t.Body, "<d-footnote") {
		for _, m := range distillNote.FindAllStringSubmatchIndex(t.Body, -1) {
			sign := "^["
			if m[3] > m[2] {
				sign = "]"
			}
			edits = append(edits, edit{Span: article.Span{Start: m[0], End: m[1]}, text: sign})
		}
	}
	return edits
}
