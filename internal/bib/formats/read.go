// Package formats reads a bibliography in whichever format it is.
//
// The package must not know what is in an entry.
package formats

import (
	"errors"
	"path"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/bib/cff"
	"etal/internal/bib/csljson"
	"etal/internal/bib/endnote"
	"etal/internal/bib/pubmed"
	"etal/internal/bib/ris"
	"etal/internal/bib/wos"
)

// A Format names a format that bibliographies are kept in.
type Format string

// A format is a format with what reads it.
type format struct {
	name Format
	// extension is that of files in the format, with its full stop.
	extension string
	// is reports whether a text is in the format, by its first bytes and the whole.
	is   func(head, text string) bool
	read func(text string) (items []bib.Item, notices []string)
}

// table lists the formats in the order in which they are tried.
func table() []format {
	return []format{
		{"bibtex", ".bib", isBibTeX, bibtex.Read},
		{"ris", ".ris", isRIS, ris.Read},
		{"csl-json", ".json", isCSLJSON, csljson.Read},
		{"nbib", ".nbib", isPubMed, pubmed.Read},
		{"enw", ".enw", isRefer, endnote.Read},
		{"endnote-xml", ".xml", isEndNoteXML, endnote.ReadXML},
		{"ciw", ".ciw", isWebOfScience, wos.Read},
		{"cff", ".cff", isCFF, cff.Read},
	}
}

// Names returns the names of all formats.
func Names() []Format {
	var names []Format
	for _, f := range table() {
		names = append(names, f.name)
	}
	return names
}

// ErrNoBibliography is the error for a text that is in none of the formats.
var ErrNoBibliography = errors.New("not a bibliography in a format that etal reads (see etal help formats)")

// Read reads a bibliography in the format of a name or, if that is empty, in whichever format it
// is. Entries that cannot be read are left out, and a notice says so of each. Of more than 100,000
// entries the rest is left out. Every text of an item is printable on one line.
func Read(name Format, file, text string) (items []bib.Item, notices []string, err error) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	if name == "" {
		name = Detect(file, text)
	}
	for _, f := range table() {
		if f.name == name {
			items, notices = f.read(text)
			bib.MakeSafe(items)
			return items, notices, nil
		}
	}
	return nil, nil, ErrNoBibliography
}

// Detect tells the format of a bibliography by its text, and by the file's name if the text leaves
// a doubt. It is empty if the text is none.
func Detect(file, text string) Format {
	head := text[:min(len(text), sniffed)]
	for _, f := range table() {
		if f.is(head, text) {
			return f.name
		}
	}
	switch ext := strings.ToLower(path.Ext(file)); {
	case ext == ".bib" && hasWork(text):
		return "bibtex"
	case ext == ".ris" && risStart.MatchString(text):
		return "ris"
	case ext == ".enw" && referLine.MatchString(head):
		return "enw"
	}
	return ""
}

// Claims reports whether the name of a file says that it is a bibliography.
func Claims(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	for _, f := range table() {
		if f.extension == ext && ext != ".json" && ext != ".xml" {
			return true
		}
	}
	return false
}
