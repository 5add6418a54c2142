package ingest

import (
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/safe"
)

// readListed makes an article of a bibliography: its list.
func readListed(title safe.Text, works []bib.Item) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: title}, CitationsMarked: true}
	list := doc.References{Heading: []doc.Inline{doc.Text("References")}}
	for _, item := range works {
		list.Entries = append(list.Entries, doc.EntryOf(item))
	}
	d.Blocks = []doc.Block{doc.Heading{Level: 1, Text: []doc.Inline{{Text: title}}}, list}
	return d
}
