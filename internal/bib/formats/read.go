// Package formats reads a bibliography in whichever format it is: BibTeX, RIS or CSL-JSON.
//
// The package must not know what is in an entry.
package formats

import (
	"encoding/json"
	"errors"
	"path"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/bib/csljson"
	"etal/internal/bib/ris"
	"etal/internal/lazyregexp"
)

// A Format names a format that bibliographies are kept in.
type Format string

// The formats that [Read] reads.
const (
	BibTeX  Format = "bibtex" // or BibLaTeX
	RIS     Format = "ris"
	CSLJSON Format = "csl-json"
)

// ErrNoBibliography is the error for what is in none of the formats.
var ErrNoBibliography = errors.New("neither BibTeX, RIS nor CSL-JSON")

// Read reads a bibliography, in whichever format it is. Entries that cannot be read are
// left out, and a notice says so of each. Of more than 100,000 entries the rest is left
// out. Every text of an item is printable on one line.
func Read(name, text string) (items []bib.Item, notices []string, err error) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	switch Detect(name, text) {
	case BibTeX:
		items, notices = bibtex.Read(text)
	case RIS:
		items, notices = ris.Read(text)
	case CSLJSON:
		items, notices = csljson.Read(text)
	default:
		return nil, nil, ErrNoBibliography
	}
	bib.MakeSafe(items)
	return items, notices, nil
}

// sniffed is how many bytes are looked at to tell a format.
const sniffed = 64 << 10

var (
	bibStart = lazyregexp.New(`^@[A-Za-z]+\s*[{(]`)
	bibWork  = lazyregexp.New(`(?m)^\s*@[A-Za-z]+\s*[{(]\s*[^\s,={}"]+\s*,\s*(?:[\w-]+\s*=|\}|$)`)
	risStart = lazyregexp.New(`(?m)^\s{0,3}TY  ?- ?[A-Z]`)
	risEnd   = lazyregexp.New(`(?m)^\s{0,3}ER  ?-`)
)

// Detect tells the format of a bibliography by its text, and by its name where the
// text leaves a doubt. It is empty where text is none.
func Detect(name, text string) Format {
	head := text[:min(len(text), sniffed)]
	switch {
	case risStart.MatchString(head) && (risEnd.MatchString(head) || len(head) < len(text)) && strings.Count(head[:risStart.FindStringIndex(head)[0]], "\n") < 20:
		return RIS
	case isCSLJSON(text):
		return CSLJSON
	case startsBibTeX(head) && bibWork.MatchString(head):
		return BibTeX
	}
	if ext := strings.ToLower(path.Ext(name)); ext == ".bib" && bibWork.MatchString(text) {
		return BibTeX
	}
	return ""
}

// startsBibTeX reports whether the first line of text that is neither blank nor a
// comment begins an entry.
func startsBibTeX(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "%") {
			return bibStart.MatchString(line)
		}
	}
	return false
}

// isCSLJSON reports whether text is JSON in which the first item has fields that only
// works have.
func isCSLJSON(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || text[0] != '[' && text[0] != '{' {
		return false
	}
	first := json.RawMessage{}
	dec := json.NewDecoder(strings.NewReader(text))
	if text[0] == '[' {
		if _, err := dec.Token(); err != nil {
			return false
		}
	}
	if dec.Decode(&first) != nil {
		return false
	}
	items, _ := csljson.Read(string(first))
	return len(items) > 0 && (items[0].Title != "" || len(items[0].Author) > 0) && (items[0].ID != "" || items[0].Type != "document")
}
