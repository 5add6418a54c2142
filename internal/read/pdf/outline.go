package pdf

import (
	"slices"

	"etal/internal/names"
	"etal/internal/read/pdf/levels"
	"etal/internal/read/pdf/page"
)

// mostMatched is the share of a file's own outline, in percent, that must be found among the text for the
// outline to give the levels of headings.
const mostMatched = 60

// followOutline takes the headings of the file's own outline, with their levels.
func (r *reader) followOutline() {
	byTitle := map[string][]page.OutlineEntry{}
	for _, e := range r.info.Outline {
		if key := names.Fold(levels.Unnumbered(e.Title)); key != "" {
			byTitle[key] = append(byTitle[key], e)
		}
	}
	var found []*paragraph
	highest := levels.Lowest
	for _, p := range r.flow {
		if p.kind != heading && p.kind != running && p.kind != item || len(p.rows) > longestHeading {
			continue
		}
		if entries := byTitle[names.Fold(levels.Unnumbered(p.text()))]; len(entries) > 0 {
			found = append(found, p)
			p.level = entries[max(0, slices.IndexFunc(entries, func(e page.OutlineEntry) bool { return e.To.Page == p.page }))].Level
			highest = min(highest, p.level)
		}
	}
	if len(found) < 3 || len(found)*100 < len(byTitle)*mostMatched {
		for _, p := range found {
			p.level = 0
		}
		return
	}
	var texts []string
	var of []int
	for _, p := range found {
		texts, of = append(texts, p.text()), append(of, p.level)
	}
	contradicts := levels.ContradictNumbers(texts, of)
	for _, p := range found {
		p.kind, p.level = heading, min(p.level-highest+2, levels.Lowest)
		if contradicts {
			p.level = 0
		}
	}
}
