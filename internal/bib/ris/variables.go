package ris

import (
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
	"etal/internal/names"
)

// variableTags gives RIS's tags for texts of CSL. Where several have one variable, the first is
// written.
var variableTags = []struct{ csl, tag string }{
	{"abstract", "AB"}, {"abstract", "N2"}, {"call-number", "CN"}, {"container-title-short", "J2"}, {"container-title-short", "JA"},
	{"language", "LA"}, {"number-of-volumes", "NV"}, {"original-title", "OP"}, {"section", "SE"}, {"source", "DP"}, {"title-short", "ST"},
	{"archive", "DB"}, {"archive_location", "AV"},
}

// variables reads the variables of CSL that are no fields of an item.
func (r record) variables(item *bib.Item) {
	item.AddText("keyword", strings.Join(r.All("KW"), ", "))
	for _, v := range variableTags {
		value := r.First(v.tag)
		if v.csl == "archive" && item.PMID != "" || v.csl == "container-title-short" && value == item.ContainerTitle {
			continue
		}
		item.AddText(v.csl, value)
	}
	item.AddPersons("collection-editor", r.names("A3"))
	item.AddDate("accessed", parseRISDate(r.First("Y2")))
}

// tagOf returns the tag of a text of CSL, or "" if it is written as a note.
func tagOf(name string, item bib.Item) string {
	for _, v := range variableTags {
		if v.csl == name && (name != "archive" || item.PMID == "") && (name != "container-title-short" || item.ContainerTitle != "") {
			return v.tag
		}
	}
	return ""
}

// Notes hold what RIS has no tag for, each as a line "original-date: 1913", as reference managers
// read and write them in a note.
type notes struct {
	texts bib.Variables[string]
	rest  []string
}

// noteOf writes a variable of CSL as a note.
func noteOf(name, value string) string { return name + ": " + value }

// itemNotes are variables that are fields of an item, but have no tag in some types.
var itemNotes = []string{"issued", "year-suffix", "page", "number-of-pages", "number", "edition", "PMID", "PMCID", "container-title", "collection-title", "genre", "ISBN"}

// readNotes reads the notes of a record.
func (r record) readNotes() notes {
	var n notes
	for _, value := range r.All("N1") {
		if name, text, ok := variableIn(value); ok && name != "note" {
			n.texts.Add(name, text)
		} else {
			n.rest = append(n.rest, strings.TrimPrefix(value, "note: "))
		}
	}
	return n
}

// variableIn returns the variable of CSL that a note gives, and reports whether it gives one.
func variableIn(note string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(note, ": ")
	switch {
	case !ok || value == "":
		return "", "", false
	case name == "type":
		return name, value, bib.IsType(value)
	case name == "author" || name == "editor" || name == "translator":
		return name, value, names.IsEtAl(value)
	}
	return name, value, slices.Contains(itemNotes, name) || slices.Contains(bib.TextNames, name) || slices.Contains(bib.RoleNames, name) || slices.Contains(bib.DateNames, name)
}

// fill gives the item what the notes have.
func (n notes) fill(item *bib.Item) {
	item.AddText("note", strings.Join(n.rest, "; "))
	if len(n.texts) == 0 {
		return
	}
	fields := map[string]*string{
		"year-suffix": &item.YearSuffix, "page": &item.Page, "number-of-pages": &item.NumberOfPages, "number": &item.Number, "edition": &item.Edition, "genre": &item.Genre,
		"PMID": &item.PMID, "PMCID": &item.PMCID, "container-title": &item.ContainerTitle, "collection-title": &item.Collection, "ISBN": &item.ISBN,
	}
	persons := map[string]*[]bib.Name{"author": &item.Author, "editor": &item.Editor, "translator": &item.Translator}
	for _, v := range n.texts {
		field, isField := fields[v.Name]
		list, isList := persons[v.Name]
		switch {
		case isField:
			*field = v.Value
		case isList:
			*list = append(*list, bib.Name{Literal: bib.AndOthers})
		case v.Name == "issued":
			item.Issued = bib.ParseDate(v.Value)
		case slices.Contains(bib.RoleNames, v.Name):
			addPersons(item, v.Name, tagged.Bodies.Names(v.Value))
		case slices.Contains(bib.DateNames, v.Name):
			item.AddDate(v.Name, bib.ParseDate(v.Value))
		case v.Name != "type":
			item.AddText(v.Name, v.Value)
		}
	}
}

// addPersons adds those in a note to those that a tag names in a role.
func addPersons(item *bib.Item, role string, more []bib.Name) {
	for i := range item.Persons {
		if item.Persons[i].Name == role {
			item.Persons[i].Value = append(item.Persons[i].Value, more...)
			return
		}
	}
	item.AddPersons(role, more)
}
