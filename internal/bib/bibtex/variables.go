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
	for _, second := range []bool{false, true} {
		for _, f := range e.fields {
			if v, ok := fieldVariables[f.Name]; ok && v.second == second {
				v.read(item, f)
			}
		}
	}
}

// A fieldVariable is the variable of CSL that a field gives.
type fieldVariable struct {
	name   string
	of     kind
	second bool // the field counts where the variable's own field is missing
}

// A kind says what a variable's values are.
type kind uint8

const (
	aText kind = iota
	aRole
	aDate
)

// read reads the variable that a field gives.
func (v fieldVariable) read(item *bib.Item, f bib.Variable[string]) {
	switch {
	case v.of == aRole:
		item.AddPersons(v.name, bibNames(f.Value))
		return
	case v.of == aDate:
		item.AddDate(v.name, bib.ParseDate(fromLaTeX(f.Value)))
		return
	case f.Name == "howpublished" && howPublished.MatchString(f.Value):
		return // it is the URL
	}
	text := fromLaTeX(f.Value)
	if f.Name == "addendum" && text != "" && item.Texts.Has("note") {
		for i := range item.Texts {
			if item.Texts[i].Name == "note" {
				item.Texts[i].Value += ". " + text
			}
		}
		return
	}
	item.AddText(v.name, text)
}

// fieldVariables are the variables of CSL by the names of fields, which are in lower case: those of
// BibLaTeX, and CSL's own.
var fieldVariables = func() map[string]fieldVariable {
	fields := map[string]fieldVariable{}
	for _, name := range bib.TextNames {
		fields[strings.ToLower(name)] = fieldVariable{name: name, second: true}
	}
	seen := map[string]bool{}
	for _, v := range variableFields {
		fields[v.field] = fieldVariable{name: v.csl, second: seen[v.csl]}
		seen[v.csl] = true
	}
	for _, name := range bib.RoleNames {
		fields[fieldOf(roleFields, name)] = fieldVariable{name: name, of: aRole}
	}
	for _, name := range bib.DateNames {
		fields[fieldOf(dateFields, name)] = fieldVariable{name: name, of: aDate}
	}
	delete(fields, "eprint") // bibEntry.archive reads both
	delete(fields, "eprinttype")
	return fields
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
