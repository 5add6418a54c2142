package pdf

import (
	"strings"

	"etal/internal/names"
	"etal/internal/read/pdf/people"
	"etal/internal/safe"
)

// authors returns the authors whom the first page names or the file tells.
func (r *reader) authors() []safe.Text {
	var found []safe.Text
	for _, name := range people.Choose(r.namedAuthors(), people.Told(r.info.Author), r.isOnFirstPages) {
		found = append(found, safe.Line(name))
	}
	return found
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
		if all := p.names(); len(all) > 0 {
			if first == nil {
				first = p
			}
			found = append(found, all...)
		}
	}
	return found
}
