package people

import (
	"slices"
	"strings"

	"etal/internal/names"
)

// Choose returns the authors of an article: those that its page names, or those of whom the file tells if the page
// names no others. A file often tells who typed it, or of the first author only; isOnPage reports whether a folded
// text stands where authors do.
func Choose(named, told []string, isOnPage func(folded string) bool) []string {
	if len(named) > 0 {
		if contradicts(named, told, isOnPage) {
			return told
		}
		return named
	}
	var found []string
	for _, name := range told {
		if IsName(name) && isOnPage(names.Fold(Family(name))) {
			found = append(found, name)
		}
	}
	return found
}

// contradicts reports whether what looks like names on the page is not all, or something else: the file tells
// of these and others, or of authors whom the page has elsewhere.
func contradicts(named, told []string, isOnPage func(folded string) bool) bool {
	missing := 0
	all := names.Fold(strings.Join(named, "; "))
	for _, name := range told {
		if !strings.Contains(all, names.Fold(Family(name))) {
			missing++
		}
	}
	if missing == 0 {
		return false
	}
	if missing == len(told)-len(named) {
		return true
	}
	return !slices.ContainsFunc(told, func(name string) bool { return !IsName(name) || !isOnPage(names.Fold(name)) })
}
