package pdf

import (
	"slices"
	"strings"

	"etal/internal/names"
	"etal/internal/read/pdf/people"
	"etal/internal/safe"
)

// authors returns the authors: those that the first page names, or those of whom the file tells if the page
// names no others. A file often tells who typed it, or of the first author only.
func (r *reader) authors() []safe.Text {
	named, told := r.namedAuthors(), people.Told(r.info.Author)
	if len(named) == 0 {
		named = nil
		for _, name := range told {
			if people.IsName(name) && r.isOnFirstPages(names.Fold(people.Family(name))) {
				named = append(named, name)
			}
		}
	} else if r.contradicts(named, told) {
		named = told
	}
	var found []safe.Text
	for _, name := range named {
		found = append(found, safe.Line(name))
	}
	return found
}

// contradicts reports whether what looks like names on the page is not all, or something else: the file tells
// of these and others, or of authors whom the page has elsewhere.
func (r *reader) contradicts(named, told []string) bool {
	missing := 0
	all := names.Fold(strings.Join(named, "; "))
	for _, name := range told {
		if !strings.Contains(all, names.Fold(people.Family(name))) {
			missing++
		}
	}
	if missing == 0 {
		return false
	}
	if missing == len(told)-len(named) {
		return true
	}
	return !slices.ContainsFunc(told, func(name string) bool { return !people.IsName(name) || !r.isOnFirstPages(names.Fold(name)) })
}

// isOnFirstPages reports whether a folded text stands on one of the first two pages: a title page may stand
// before the first.
func (r *reader) isOnFirstPages(folded string) bool {
	for _, p := range r.flow {
		if p.page > 2 {
			break
		}
		if strings.Contains(names.Fold(p.text()), folded) {
			return true
		}
	}
	return false
}

// namedAuthors returns the authors whom the article's head names, in lines of names only that are all set alike.
func (r *reader) namedAuthors() []string {
	var found []string
	var first *paragraph
	for _, p := range r.flow {
		if !p.front || first != nil && (p.first().Size != first.first().Size || p.first().Cells[0].Font != first.first().Cells[0].Font) {
			continue
		}
		if all := people.In(p.withoutRaised()); len(all) > 0 {
			if first == nil {
				first = p
			}
			found = append(found, all...)
		}
	}
	return found
}
