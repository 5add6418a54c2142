package doc

import (
	"slices"

	"etal/internal/identify"
	"etal/internal/safe"
)

// Identify adds identifiers of the article, which a source gives under a kind: they stand for themselves, or are
// the URLs of its pages. If they are not one and the same, or are of a kind that is known already, none is added.
func (m *Meta) Identify(kind identify.Kind, values ...string) {
	var found []identify.ID
	for _, value := range values {
		id, err := identify.Parse(string(kind) + ":" + safe.Line(value).String())
		if err == nil && !slices.ContainsFunc(found, func(f identify.ID) bool { return f.Key() == id.Key() }) {
			found = append(found, id)
		}
	}
	if len(found) == 1 && !slices.ContainsFunc(m.IDs, func(id identify.ID) bool { return id.Kind == found[0].Kind }) {
		m.IDs = append(m.IDs, found[0])
	}
}

// IdentifyByURL adds the identifier of the article if a URL is that of a page that places of articles have for it.
func (m *Meta) IdentifyByURL(url string) {
	if id, err := identify.Parse(url); err == nil {
		m.Identify(id.Kind, id.Value)
	}
}
