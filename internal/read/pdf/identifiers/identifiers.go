// Package identifiers finds the identifiers of an article among the rows of its first page.
//
// The package must not know how a page is laid out.
package identifiers

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
)

// arxivStamp matches what arXiv prints in the margin of a first page, and nobody else: the number with its
// version, the class and the day.
var arxivStamp = lazyregexp.New(`^arXiv:(\S+v\d+)\s+\[[\w.-]+\]\s+\d{1,2}\s+\p{L}+\s+\d{4}$`)

// Find adds the identifiers of an article to its metadata: a DOI that the file tells, the number in arXiv's
// stamp, and a DOI on the first page if there is no other, so that it is not that of a cited work. The rows of
// the page must not be those of a reference list.
func Find(m *doc.Meta, told, page []string) {
	m.Identify("doi", dois(told)...)
	for _, row := range page {
		if stamp := arxivStamp.FindStringSubmatch(strings.TrimSpace(row)); stamp != nil {
			m.Identify("arxiv", stamp[1])
		}
	}
	m.Identify("doi", dois(page)...)
}

// dois returns the DOIs in rows of text, without those that may go on in the next row.
func dois(rows []string) (all []string) {
	for _, row := range rows {
		for rest := strings.TrimSpace(row); ; {
			doi, _, end := bib.FindDOI(rest)
			if doi == "" {
				break
			}
			if cut := len(rest)-end <= 1 && strings.ContainsAny(rest[len(rest)-1:], "./-_"); !cut {
				all = append(all, doi)
			}
			rest = rest[end:]
		}
	}
	return all
}
