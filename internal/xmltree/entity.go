package xmltree

import (
	"encoding/xml"
	"html"
	"maps"
	"strings"

	"etal/internal/lazyregexp"
)

// An entity that the text defines itself is expanded if it is short and has no markup and no other
// entity in it, so that a text grows by no more than a small factor.
const (
	maxSubset   = 64 << 10 // bytes of the document type in which entities are looked for
	maxEntities = 500
)

var entityDeclaration = lazyregexp.New(`<!ENTITY\s+([A-Za-z_][\w.-]{0,50})\s+(?:"((?:[^"&%<]|&#[0-9]{1,7};|&#x[0-9a-fA-F]{1,6};){0,40})"|'((?:[^'&%<]|&#[0-9]{1,7};|&#x[0-9a-fA-F]{1,6};){0,40})')\s*>`)

// entities returns the entities of HTML and those that a text defines.
func entities(text string) map[string]string {
	_, subset, found := strings.Cut(text[:min(len(text), maxSubset)], "<!DOCTYPE")
	if !found || !strings.Contains(subset, "<!ENTITY") {
		return xml.HTMLEntity
	}
	if end := strings.Index(subset, "]>"); end >= 0 {
		subset = subset[:end]
	}
	all := maps.Clone(xml.HTMLEntity)
	for _, m := range entityDeclaration.FindAllStringSubmatch(subset, maxEntities) {
		if _, known := all[m[1]]; !known {
			all[m[1]] = html.UnescapeString(m[2] + m[3])
		}
	}
	return all
}
