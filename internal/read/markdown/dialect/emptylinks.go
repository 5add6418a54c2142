package dialect

import (
	"strings"

	"etal/internal/lazyregexp"
)

// emptyLink matches a link without words: [](#tides).
var emptyLink = lazyregexp.New(`\[\]\(<?([^()\s<>]{1,300})>?\)`)

// emptyLinks gives words to links without any, as MyST does: the title or the number of a place, or the
// identifier of a work.
func emptyLinks(t Text) []edit {
	e := inlineEditor{Text: t, index: index(t)}
	t.prose(func(block string) bool { return strings.Contains(block, "[](") }, func(p *proseBlock) {
		e.p = p
		for _, m := range emptyLink.FindAllStringSubmatchIndex(t.Body[p.block.Start:p.block.End], -1) {
			start := p.block.Start + m[0]
			if m[0] > 0 && (!p.has(start-1) || strings.IndexByte(`!\`, e.behind(start)) >= 0) {
				continue
			}
			target := t.Body[p.block.Start+m[2] : p.block.Start+m[3]]
			e.edit(start, p.block.Start+m[1], e.linkTo(target))
		}
	})
	return e.edits
}

// linkTo returns a link with words that name its target.
func (e *inlineEditor) linkTo(target string) string {
	if name, found := strings.CutPrefix(target, "#"); found {
		return e.index.link(name, "", "")
	}
	if at := strings.Index(target, "10."); at >= 0 && (strings.HasPrefix(target, "doi:") || strings.Contains(target, "doi.org/")) {
		return "[" + target[at:] + "](<https://doi.org/" + target[at:] + ">)"
	}
	if strings.Contains(target, "://") {
		return "<" + target + ">"
	}
	return "[" + target + "](<" + target + ">)"
}
