// Package cff reads CITATION.cff: how software asks to be cited, and what it cites.
//
// The package must not know of the other formats.
package cff

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v3"

	"etal/internal/bib"
)

// types gives the CSL type of the format's types.
var types = map[string]string{
	"article": "article-journal", "magazine-article": "article-magazine", "newspaper-article": "article-newspaper", "book": "book", "edited-work": "book",
	"conference-paper": "paper-conference", "conference": "paper-conference", "proceedings": "book", "data": "dataset", "database": "dataset", "dataset": "dataset",
	"software": "software", "software-code": "software", "software-container": "software", "software-executable": "software", "software-virtual-machine": "software",
	"thesis": "thesis", "report": "report", "government-document": "report", "manual": "book", "pamphlet": "pamphlet", "website": "webpage", "blog": "post-weblog",
	"patent": "patent", "standard": "standard", "map": "map", "unpublished": "manuscript", "video": "motion_picture", "film-broadcast": "motion_picture",
	"audiovisual": "motion_picture", "sound-recording": "song", "music": "musical_score", "art": "graphic", "bill": "bill", "hearing": "hearing",
	"legal-case": "legal_case", "legal-rule": "regulation", "statute": "legislation", "personal-communication": "personal_communication",
	"dictionary": "entry-dictionary", "encyclopedia": "entry-encyclopedia", "serial": "periodical", "slides": "speech", "multimedia": "motion_picture",
}

// maxSize is the size of the largest file that is read, in bytes: a hundred times those of software
// with long lists of references.
const maxSize = 4 << 20

// A work is a mapping of the format: the software itself, or a reference.
type work map[string]yaml.Node

// Read reads the items of the file: the citation that the software prefers, the software, and its
// references. It reports why they cannot be read.
func Read(text string) (items []bib.Item, notices []string) {
	if len(text) > maxSize {
		return nil, []string{"the file is too large"}
	}
	var software work
	if err := yaml.Unmarshal([]byte(text), &software); err != nil {
		return nil, []string{strings.Join(strings.Fields(err.Error()), " ")}
	}
	if preferred := software.work("preferred-citation"); preferred != nil {
		items = append(items, preferred.item("document"))
	}
	items = append(items, software.item("software"))
	for _, reference := range software.works("references") {
		items = append(items, reference.item("document"))
	}
	return items, nil
}

// item returns the work, of a type where the file tells none.
func (w work) item(otherwise string) bib.Item {
	item := bib.Item{
		Type: cmp.Or(types[strings.ToLower(w.text("type"))], otherwise), Author: w.names("authors"), Editor: w.names("editors"), Translator: w.names("translators"),
		Title: w.text("title"), ContainerTitle: w.text("journal", "collection-title"), Volume: w.text("volume"), Issue: w.text("issue"), Number: w.text("number"),
		Edition: w.text("edition"), Publisher: cmp.Or(w.entity("publisher"), w.entity("institution")), PublisherPlace: w.work("publisher").text("city"),
		NumberOfPages: w.text("pages"), ISBN: w.text("isbn"), PMCID: w.text("pmcid"), DOI: bib.BareDOI(cmp.Or(w.text("doi"), w.identifier("doi"))),
		URL: w.text("url", "repository-code", "repository", "repository-artifact"), Genre: w.text("thesis-type"), Issued: w.issued(),
	}
	if start := w.text("start", "loc-start"); start != "" {
		item.Page = strings.TrimSuffix(start+"-"+w.text("end", "loc-end"), "-")
	} else if pages := bib.PlainRange(w.text("pages")); strings.Contains(pages, "-") {
		item.Page, item.NumberOfPages = pages, ""
	}
	if item.Type == "paper-conference" && item.ContainerTitle == "" {
		item.ContainerTitle = w.entity("conference")
	} else {
		item.AddText("event-title", w.entity("conference"))
	}
	for _, v := range []struct{ csl, key string }{
		{"version", "version"}, {"abstract", "abstract"}, {"license", "license"}, {"ISSN", "issn"}, {"note", "notes"}, {"medium", "medium"}, {"section", "section"},
		{"status", "status"}, {"number-of-volumes", "number-volumes"}, {"container-title-short", "abbreviation"},
	} {
		item.AddText(v.csl, w.text(v.key))
	}
	item.AddText("keyword", strings.Join(w.texts("keywords"), ", "))
	item.AddText("language", strings.Join(w.texts("languages"), ", "))
	item.AddPersons("collection-editor", w.names("editors-series"))
	item.AddPersons("recipient", w.names("recipients"))
	item.AddDate("accessed", bib.ParseDate(w.text("date-accessed")))
	return item
}

// issued returns the date: that of the release or publication, or the year.
func (w work) issued() *bib.Date {
	if d := bib.ParseDate(w.text("date-released", "date-published", "issue-date")); d != nil {
		return d
	}
	d := bib.ParseDate(w.text("year", "year-original"))
	if d.Year() == 0 || len(d.Parts[0]) > 1 {
		return d
	}
	return d.With(w.text("month"), "")
}

// names returns persons and organisations.
func (w work) names(key string) []bib.Name {
	var names []bib.Name
	for _, person := range w.works(key) {
		n := bib.Name{
			Family: person.text("family-names"), Given: person.text("given-names"), NonDroppingParticle: person.text("name-particle"), Suffix: person.text("name-suffix"),
		}
		if n.Family == "" {
			n = bib.Name{Literal: cmp.Or(person.text("name"), n.Given, person.text("alias"))}
		}
		if n != (bib.Name{}) {
			names = append(names, n)
		}
	}
	return names
}

// entity returns the name of a conference, publisher or institution.
func (w work) entity(key string) string { return cmp.Or(w.work(key).text("name"), w.text(key)) }

// identifier returns the first identifier of a kind.
func (w work) identifier(kind string) string {
	for _, i := range w.works("identifiers") {
		if i.text("type") == kind {
			return i.text("value")
		}
	}
	return ""
}

// text returns the first of the values that is a text or a number, as one line.
func (w work) text(keys ...string) string {
	for _, key := range keys {
		if n := w[key]; n.Kind == yaml.ScalarNode && n.Tag != "!!null" && strings.TrimSpace(n.Value) != "" {
			return strings.Join(strings.Fields(n.Value), " ")
		}
	}
	return ""
}

// texts returns the texts of a list, or one alone.
func (w work) texts(key string) []string {
	var texts []string
	node := w[key]
	for _, n := range node.Content {
		if node.Kind == yaml.SequenceNode && n.Kind == yaml.ScalarNode {
			texts = append(texts, n.Value)
		}
	}
	if one := w.text(key); one != "" {
		texts = []string{one}
	}
	return texts
}

// work returns the mapping under a key, or nil.
func (w work) work(key string) (inner work) {
	node := w[key]
	if node.Kind != yaml.MappingNode || node.Decode(&inner) != nil {
		return nil
	}
	return inner
}

// works returns the mappings in the list under a key.
func (w work) works(key string) []work {
	var list []work
	node := w[key]
	if node.Kind != yaml.SequenceNode {
		return nil
	}
	for _, n := range node.Content[:min(len(node.Content), bib.MaxEntries)] {
		var inner work
		if n.Kind == yaml.MappingNode && n.Decode(&inner) == nil {
			list = append(list, inner)
		}
	}
	return list
}
