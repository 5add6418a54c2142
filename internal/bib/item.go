// Package bib is the model of a reference's fields, in the terms of CSL-JSON, and prints
// them in one style.
//
// Its sub-packages read fields: refstring from a printed reference; bibtex, ris and csljson
// from a bibliography, which they also write; others only read. Formats tells which a file is.
//
// The package must not know of articles, of formats, of terminals or of the network.
package bib

// An Item is one work with the fields that were found, named as in the CSL-JSON
// schema 1.0.2 (https://github.com/citation-style-language/schema).
type Item struct {
	ID             string `json:"id,omitempty"`
	Type           string `json:"type"` // a CSL type: article-journal, book, chapter …
	Author         []Name `json:"author,omitempty"`
	Editor         []Name `json:"editor,omitempty"`
	Translator     []Name `json:"translator,omitempty"`
	Issued         *Date  `json:"issued,omitempty"`
	YearSuffix     string `json:"year-suffix,omitempty"` // the letter of 2019a
	Title          string `json:"title,omitempty"`
	ContainerTitle string `json:"container-title,omitempty"` // the journal, the book of a chapter
	Volume         string `json:"volume,omitempty"`
	Issue          string `json:"issue,omitempty"`
	Page           string `json:"page,omitempty"`   // first page, or range with a hyphen
	Number         string `json:"number,omitempty"` // of a report or, as arXiv:1401.01234, of a preprint
	NumberOfPages  string `json:"number-of-pages,omitempty"`
	Edition        string `json:"edition,omitempty"`
	Publisher      string `json:"publisher,omitempty"`
	PublisherPlace string `json:"publisher-place,omitempty"`
	Collection     string `json:"collection-title,omitempty"` // the series of a book
	Genre          string `json:"genre,omitempty"`            // of a thesis or report, as "PhD thesis"
	ISBN           string `json:"ISBN,omitempty"`
	PMID           string `json:"PMID,omitempty"`
	PMCID          string `json:"PMCID,omitempty"`
	DOI            string `json:"DOI,omitempty"`
	URL            string `json:"URL,omitempty"`

	// The other variables of CSL, by their names there.
	Texts   Variables[string] `json:"-"` // abstract, note, version
	Persons Variables[[]Name] `json:"-"` // director, container-author
	Dates   Variables[*Date]  `json:"-"` // accessed, original-date

	Own *Own `json:"-"` // the entry that the item was read from; nil if none
}

// An Own is an entry as it stands in a bibliography. It is written as it stood to the same format,
// so that nothing is lost that CSL has no variable for.
type Own struct {
	Format string            // that of the bibliography
	Kind   string            // what the format calls the type
	Line   int               // in the file, from 1
	Fields Variables[string] // as the format writes them, without key and type
}

// OwnOf returns the entry that the item was read from if it was one of the format, or nil.
func (item Item) OwnOf(format string) *Own {
	if item.Own == nil || item.Own.Format != format {
		return nil
	}
	return item.Own
}
