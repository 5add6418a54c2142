package pdf

import (
	"strings"
	"unicode/utf8"

	"etal/internal/safe"
)

const (
	shortestTitle = 8   // letters
	longestTitle  = 300 // bytes
	titleZone     = 0.6 // of the first page's height, in which a title stands
)

// findTitle finds the title: the largest text at the top of the first page.
func (r *reader) findTitle() {
	var best *paragraph
	for _, p := range r.flow {
		if p.page > 1 && best != nil || p.page > 2 {
			break
		}
		text := p.text()
		height := 800.0
		if first := r.pages[p.page-1]; first != nil {
			height = first.Height()
		}
		if utf8.RuneCountInString(text) < shortestTitle || len(text) > longestTitle || p.first().base > titleZone*height || !strings.Contains(text, " ") {
			continue
		}
		if best == nil || p.first().size > best.first().size*1.02 {
			best = p
		}
	}
	if best != nil && best.first().size > r.body.size*1.15 {
		best.kind = title
	}
}

// meta takes the title, the authors and the date from the page and from what the file tells,
// whichever is sound.
func (r *reader) meta() {
	for _, p := range r.flow {
		if p.kind == title {
			r.out.Title = safe.Line(inlineText(r.apart(p.rows, true)))
		}
	}
	if told := strings.TrimSpace(r.info.Title); r.out.Title.Len() == 0 && isSoundTitle(told) {
		r.out.Title = safe.Line(told)
	}
	for _, name := range strings.FieldsFunc(r.info.Author, func(c rune) bool { return c == ';' || c == ',' }) {
		if name = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(name), "and ")); name != "" {
			r.out.Authors = append(r.out.Authors, safe.Line(name))
		}
	}
	if d := r.info.Created; len(d) >= 10 && strings.HasPrefix(d, "D:") {
		r.out.Date = safe.Line(d[2:6] + "-" + d[6:8] + "-" + d[8:10])
	}
	if r.info.Language != "" {
		r.out.Language = safe.Line(r.info.Language)
	}
}

// isSoundTitle reports whether a title is no name of a file or of a program, as many are.
func isSoundTitle(s string) bool {
	lower := strings.ToLower(s)
	if len(s) < shortestTitle || !strings.Contains(s, " ") {
		return false
	}
	for _, part := range []string{"microsoft word", ".doc", ".tex", ".dvi", ".pdf", ".indd", "untitled", "powerpoint"} {
		if strings.Contains(lower, part) {
			return false
		}
	}
	return true
}
