package metadata

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// Limits of the JSON-LD that is read: pages have one or two things in some kilobytes.
const (
	maxLinkedData = 256 << 10 // bytes of one script
	maxThings     = 100       // things in one script
)

// readLinkedData adds to meta what schema.org's JSON-LD says about an article, under names that
// begin with "ld:". JSON with errors is ignored.
func readLinkedData(source string, meta map[string][]string) {
	var data any
	if len(source) > maxLinkedData || json.Unmarshal([]byte(source), &data) != nil {
		return
	}
	add := func(key string, value any) {
		if s, _ := value.(string); s != "" {
			meta["ld:"+key] = append(meta["ld:"+key], html.UnescapeString(s))
		}
	}
	things := listOf(data)
	for i := 0; i < len(things) && i < maxThings; i++ {
		thing, _ := things[i].(map[string]any)
		things = append(things, listOf(thing["@graph"])...)
		if !isArticle(thing) {
			continue
		}
		add("headline", thing["headline"])
		add("datepublished", thing["datePublished"])
		for _, author := range listOf(thing["author"]) {
			if person, ok := author.(map[string]any); ok {
				author = person["name"]
			}
			add("author", author)
		}
	}
}

// isArticle reports whether a thing is of a type such as NewsArticle, BlogPosting or Report.
func isArticle(thing map[string]any) bool {
	for _, t := range listOf(thing["@type"]) {
		if s, _ := t.(string); strings.Contains(s, "Article") || strings.Contains(s, "Posting") || strings.Contains(s, "Report") {
			return true
		}
	}
	return false
}

// listOf returns the elements of a JSON value that may be one or several.
func listOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	if value == nil {
		return nil
	}
	return []any{value}
}
