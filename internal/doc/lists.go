package doc

import (
	"slices"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/cite"
	"etal/internal/names"
)

// findCitations finds the citations in the text. Those of a chapter with a list of its own lead to that: by a number
// that other lists have too, to no other.
func (d *Draft) findCitations(lists [][]article.Reference) (found []article.Citation, leftOut int) {
	body := d.Body.String()
	all, leftOut := cite.Find(body, d.Prose, d.References)
	if len(lists) < 2 {
		return all, leftOut
	}
	restarts, times := false, map[string]int{}
	for i, list := range lists {
		for _, r := range list {
			if label := r.Label.String(); label != "" {
				restarts = restarts || times[label] > 0 && times[label] <= i
				times[label] = i + 1
			}
		}
	}
	from := 0
	for i, list := range lists {
		end := list[0].Start
		if i == len(lists)-1 {
			end = len(body)
		}
		for _, c := range d.findIn(from, end, list) {
			if len(c.Candidates()) > 0 || restarts && isNumber(c.Text.String()) {
				found = append(found, c)
			}
		}
		from = list[len(list)-1].End
	}
	for _, c := range all {
		if (!restarts || !isNumber(c.Text.String())) && !cite.Overlaps(found, c.Span) {
			found = append(found, c)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].Start < found[j].Start })
	return found, leftOut
}

// findIn finds the citations of a list in a part of the text.
func (d *Draft) findIn(from, end int, list []article.Reference) []article.Citation {
	first := sort.Search(len(d.Prose), func(i int) bool { return d.Prose[i].Start >= from })
	last := sort.Search(len(d.Prose), func(i int) bool { return d.Prose[i].Start >= end })
	var prose []article.Span
	for _, p := range d.Prose[first:last] {
		prose = append(prose, article.Span{Start: p.Start - from, End: min(p.End, end) - from})
	}
	own := slices.Clone(list)
	for i := range own {
		own[i].Number = i + 1
	}
	found, _ := cite.Find(d.Body.Slice(from, end).String(), prose, own)
	inAll := func(numbers []int) (shifted []int) {
		for _, n := range numbers {
			shifted = append(shifted, n+list[0].Number-1)
		}
		return shifted
	}
	for i, c := range found {
		found[i].Start, found[i].End = c.Start+from, c.End+from
		found[i].References, found[i].Ambiguous = inAll(c.References), inAll(c.Ambiguous)
	}
	return found
}

// isNumber reports whether a mark names its references by numbers alone.
func isNumber(mark string) bool {
	return strings.Trim(names.Digits(mark), " 0123456789[](),;–—−-^\u00a0") == ""
}
