package dom

import (
	"strings"

	"golang.org/x/net/html"
)

// MostTags is how many tags of a page are read: each takes some hundred bytes of memory.
const MostTags = 1_500_000

// Parse parses a page up to the tag after so many, and reports whether that is the whole page. The error is that of
// [html.Parse].
func Parse(page string, most int) (root *html.Node, whole bool, err error) {
	first := firstTags(page, most)
	root, err = html.Parse(strings.NewReader(first))
	return root, len(first) == len(page), err
}

// firstTags returns a page up to the tag after so many.
func firstTags(page string, most int) string {
	if strings.Count(page, "<") <= most {
		return page
	}
	end := 0
	for range most {
		end += strings.IndexByte(page[end:], '<') + 1
	}
	return page[:end+strings.IndexByte(page[end:], '<')]
}
