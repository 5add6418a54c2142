package read

import (
	"slices"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/read/bibliography"
	"etal/internal/read/record"
	"etal/internal/safe"
)

// Record returns the article of a record: what is known of a work that cannot be had.
func Record(name string, item bib.Item) *article.Article {
	return fromRecord(name, article.Record, record.Read(item))
}

// Listed returns the article whose one reference is a record.
func Listed(name string, item bib.Item) *article.Article {
	return fromRecord(name, article.CSLJSON, bibliography.Read(record.MetaOf(item).Title, []bib.Item{item}))
}

func fromRecord(name string, f article.Format, d *doc.Document) *article.Article {
	a := &article.Article{ID: safe.Line(name), Source: safe.Line(name), Format: f}
	d.Draft().Fill(a)
	a.Words = a.WordsIn(article.Span{End: a.Body.Len()})
	return a
}

// Complete tells an article what a record knows of it: what it lacks, of a PDF also its title and authors,
// which are only guessed from its pages.
func Complete(a *article.Article, item bib.Item) {
	m := record.MetaOf(item)
	guessed := a.Format == article.PDF
	if item.Title != "" && (guessed || a.Title.Len() == 0 || a.Title == a.ID) {
		a.Title = m.Title
	}
	if len(m.Authors) > 0 && (guessed || len(a.Authors) == 0) {
		a.Authors = m.Authors
	}
	if a.Date.Len() == 0 {
		a.Date = m.Date
	}
	for _, id := range m.IDs {
		if !slices.Contains(a.IDs, id) {
			a.IDs = append(a.IDs, id)
		}
	}
}
