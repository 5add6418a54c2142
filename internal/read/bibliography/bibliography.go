// Package bibliography makes an article of a bibliography: its reference list.
//
// It must not know the formats that bibliographies are stored in: the works were read before.
package bibliography

import (
	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/safe"
)

// Read makes an article of a bibliography: its list.
func Read(title safe.Text, works []bib.Item) *doc.Document {
	d := &doc.Document{Meta: doc.Meta{Title: title}, CitationsMarked: true}
	list := doc.References{Heading: []doc.Inline{doc.Text("References")}}
	for _, item := range works {
		list.Entries = append(list.Entries, doc.EntryOf(item))
	}
	d.Blocks = []doc.Block{doc.Heading{Level: 1, Text: []doc.Inline{{Text: title}}}, list}
	return d
}
