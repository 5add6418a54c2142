package pdf

import (
	"etal/internal/names"
	"etal/internal/read/pdf/levels"
)

// mostMatched is the share of a file's own outline, in percent, that must be found among the text for the
// outline to give the levels of headings.
const mostMatched = 60

// followOutline takes the headings of the file's own outline, with their levels.
func (r *reader) followOutline() {
	byTitle := map[string]int{} // levels
	for _, e := range r.info.Outline {
		if key := names.Fold(levels.Unnumbered(e.Title)); key != "" && byTitle[key] == 0 {
			byTitle[key] = e.Level
		}
	}
	var found []*paragraph
	highest := levels.Lowest
	for _, p := range r.flow {
		if p.kind != heading && p.kind != running && p.kind != item || len(p.rows) > longestHeading {
			continue
		}
		if level := byTitle[names.Fold(levels.Unnumbered(p.text()))]; level > 0 {
			found = append(found, p)
			p.level = level
			highest = min(highest, level)
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
