package markdown

import (
	"strings"

	"etal/internal/bib"
)

// Manubot cites works by identifiers, [@doi:10.1371/journal.x] and [@pmid:123], which are the keys
// themselves (https://manubot.org/docs/citations.html). They name works without a bibliography.

// identified returns the work that a key names by itself, and reports whether it does.
func identified(key string) (w bib.Item, ok bool) {
	kind, id, found := strings.Cut(key, ":")
	if !found || id == "" {
		return w, false
	}
	w = bib.Item{ID: key, Type: "document"}
	switch strings.ToLower(kind) {
	case "doi":
		w.DOI = id
		return w, strings.HasPrefix(id, "10.")
	case "pmid", "pubmed":
		w.PMID, w.URL = id, "https://pubmed.ncbi.nlm.nih.gov/"+id+"/"
	case "pmcid", "pmc":
		w.PMCID, w.URL = id, "https://www.ncbi.nlm.nih.gov/pmc/articles/"+id+"/"
	case "arxiv":
		w.Number, w.URL = "arXiv:"+id, "https://arxiv.org/abs/"+id
	case "isbn":
		w.ISBN = id
	default:
		return w, false
	}
	return w, true
}

// isIdentifier reports whether nothing but its identifier is known of a work.
func isIdentifier(w bib.Item) bool {
	_, ok := identified(w.ID)
	return ok && w.Title == "" && len(w.Principals()) == 0
}

// withIdentified returns works and those that marks name by identifiers.
func withIdentified(works []bib.Item, marks []keyMark) []bib.Item {
	known := map[string]bool{}
	for _, w := range works {
		known[w.ID] = true
	}
	for _, m := range marks {
		for _, c := range m.cites {
			if w, ok := identified(c.key); ok && !known[c.key] {
				known[c.key] = true
				works = append(works[:len(works):len(works)], w)
			}
		}
	}
	return works
}
