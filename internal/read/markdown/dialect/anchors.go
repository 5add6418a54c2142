package dialect

import (
	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// anchorSign is in every heading with an anchor.
const anchorSign = "](#"

// headingAnchor matches the link of a heading to itself: [¶](#name).
var headingAnchor = lazyregexp.New(`[ \t]*\[(?:¶|#|§|🔗|)\]\(#([^)\s]*)[^)\n]*\)[ \t]*`)

// anchors removes the anchors of headings, and names the headings after them.
func anchors(t Text) (edits []edit) {
	for _, b := range t.blocks(anchorSign) {
		text := t.Body[b.Start:b.End]
		if !isHeading(text) {
			continue
		}
		for _, m := range headingAnchor.FindAllStringSubmatchIndex(text, -1) {
			if m[2] < m[3] {
				edits = append(edits, edit{article.Span{Start: b.Start, End: b.Start}, "", []string{text[m[2]:m[3]]}})
			}
			gap := " "
			if rest := text[m[1]:]; m[0] == 0 || rest == "" || rest[0] == '\n' {
				gap = ""
			}
			edits = append(edits, edit{Span: article.Span{Start: b.Start + m[0], End: b.Start + m[1]}, text: gap})
		}
	}
	return edits
}
