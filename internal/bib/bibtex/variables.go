package bibtex

import (
	"strings"

	"etal/internal/bib"
)

// variableFields gives the names that BibLaTeX has for texts of CSL. Where several have one
// variable, the first is written. Other variables are fields by their names in CSL.
var variableFields = []struct{ csl, field string }{
	{"abstract", "abstract"}, {"annote", "annotation"}, {"annote", "annote"}, {"archive", "eprinttype"}, {"archive_location", "eprint"},
	{"call-number", "library"}, {"chapter-number", "chapter"}, {"container-title-short", "shortjournal"}, {"event-place", "venue"},
	{"event-title", "eventtitle"}, {"ISSN", "issn"}, {"keyword", "keywords"}, {"language", "language"}, {"language", "langid"},
	{"medium", "howpublished"}, {"note", "note"}, {"note", "addendum"}, {"number-of-volumes", "volumes"},
	{"original-publisher", "origpublisher"}, {"original-publisher-place", "origlocation"}, {"original-title", "origtitle"},
	{"part-number", "part"}, {"status", "pubstate"}, {"title-short", "shorttitle"}, {"version", "version"},
}

// roleFields gives the names that BibLaTeX has for persons of CSL, and dateFields those for dates.
var (
	roleFields = map[string]string{"container-author": "bookauthor"}
	dateFields = map[string]string{"accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
)

// variables reads the variables of CSL that are no fields of an item.
func (e bibEntry) variables(item *bib.Item) {
	for _, v := range variableFields {
		switch text := e.text(v.field); {
		case v.csl == "archive" || v.csl == "archive_location" || v.field == "howpublished" && howPublished.MatchString(e.first(v.field)):
		case v.field == "addendum" && text != "" && item.Texts.Has("note"):
			for i := range item.Texts {
				if item.Texts[i].Name == "note" {
					item.Texts[i].Value += ". " + text
				}
			}
		default:
			item.AddText(v.csl, text)
		}
	}
	for _, name := range bib.RoleNames {
		item.AddPersons(name, bibNames(e.first(fieldOf(roleFields, name))))
	}
	for _, name := range bib.DateNames {
		item.AddDate(name, bib.ParseDate(e.text(fieldOf(dateFields, name))))
	}
	for _, f := range e.fields {
		if name, ok := textNames[f.Name]; ok {
			item.AddText(name, fromLaTeX(f.Value))
		}
	}
}

// textNames are the variables of CSL that are fields by their own names, which BibTeX does not
// tell capitals of.
var textNames = func() map[string]string {
	names := map[string]string{}
	for _, name := range bib.TextNames {
		names[strings.ToLower(name)] = name
	}
	for _, v := range variableFields {
		delete(names, v.field)
	}
	return names
}()

func fieldOf(fields map[string]string, name string) string {
	if field, ok := fields[name]; ok {
		return field
	}
	return name
}

// writeVariables writes the variables of CSL that are no fields of an item.
func writeVariables(put func(name, value string), item bib.Item) {
	for _, v := range item.Persons {
		put(fieldOf(roleFields, v.Name), writeBibNames(v.Value))
	}
	for _, v := range item.Dates {
		put(fieldOf(dateFields, v.Name), toLaTeX(v.Value.String()))
	}
	archived := item.Texts.Has("archive") && item.PMID == "" && !strings.HasPrefix(item.Number, "arXiv:")
	for _, v := range item.Texts {
		name := textField(v.Name)
		if strings.HasPrefix(name, "eprint") && !archived || name == "howpublished" && howPublished.MatchString(v.Value) {
			name = v.Name // an eprint is of one archive, and how a page was published is its URL
		}
		put(name, toLaTeX(v.Value))
	}
}

// textField returns the name of the field for a text of CSL.
func textField(name string) string {
	for _, v := range variableFields {
		if v.csl == name {
			return v.field
		}
	}
	return name
}
