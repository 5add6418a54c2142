// Package pubmed reads the format of PubMed's citation manager: MEDLINE, in .nbib files.
//
// The package must not know of the other formats.
package pubmed

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
	"etal/internal/lazyregexp"
)

// line matches a tag, padded to four letters, with its value.
var line = lazyregexp.New(`^([A-Z][A-Z0-9 ]{3})- ?(.*)$`)

func cut(text string) (tag, value string, ok bool) {
	m := line.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	return strings.TrimSpace(m[1]), m[2], true
}

// Read reads the items of an .nbib file, and reports what it could not read of it.
func Read(text string) (items []bib.Item, notices []string) {
	records, notices := tagged.Syntax{Cut: cut}.Read(text)
	for _, r := range records {
		if r.First("TI", "BTI", "CTI", "PMID") != "" {
			items = append(items, itemOf(r))
		}
	}
	return items, notices
}

// itemOf returns the work that a record describes, by
// https://www.nlm.nih.gov/bsd/mms/medlineelements.html.
func itemOf(r tagged.Record) bib.Item {
	item := bib.Item{
		Type: "article-journal", Author: authors(r, "FAU", "AU"), Editor: authors(r, "FED", "ED"), Issued: bib.ParseDate(r.First("DP")),
		Title: title(r.First("TI")), ContainerTitle: r.First("JT", "TA"), Volume: r.First("VI", "VTI"), Issue: r.First("IP"), Page: bib.PlainRange(r.First("PG")),
		Publisher: r.First("PB"), PMID: r.First("PMID"), PMCID: r.First("PMC"), ISBN: first(r.First("ISBN")), Edition: r.First("EN"), Collection: title(r.First("CTI")),
		Own: &bib.Own{Line: r.Line},
	}
	if book := title(r.First("BTI")); book != "" {
		item.Type, item.ContainerTitle, item.PublisherPlace = "chapter", book, r.First("PL")
		if item.Title == "" {
			item.Type, item.Title, item.ContainerTitle = "book", book, ""
		}
	}
	if short := r.First("TA"); short != item.ContainerTitle {
		item.AddText("container-title-short", short)
	}
	for _, id := range append(append(r.All("LID"), r.All("AID")...), r.All("SO")...) {
		if doi, _, _ := bib.FindDOI(id); doi != "" && item.DOI == "" && (strings.HasSuffix(id, "[doi]") || strings.Contains(id, "doi:")) {
			item.DOI = doi
		} else if number, ok := strings.CutSuffix(id, " [pii]"); ok && item.Page == "" {
			item.Page = number // of an article in a journal without pages
		}
	}
	for _, number := range r.All("IS") {
		item.AddText("ISSN", first(number))
	}
	for _, v := range []struct{ csl, tag string }{{"abstract", "AB"}, {"language", "LA"}, {"original-title", "TT"}, {"status", "PST"}} {
		item.AddText(v.csl, r.First(v.tag))
	}
	item.AddText("keyword", strings.Join(append(r.All("OT"), r.All("MH")...), ", "))
	return item
}

// authors returns the persons of a record: by their full names, and by short ones where it has no
// others; then the bodies among the authors.
func authors(r tagged.Record, full, short string) []bib.Name {
	var persons []bib.Name
	tag := full
	if r.First(full) == "" {
		tag = short
	}
	for _, f := range r.Fields {
		switch {
		case f.Name == tag:
			persons = append(persons, tagged.Bodies.Names(f.Value)...)
		case f.Name == "CN" && full == "FAU":
			persons = append(persons, bib.Name{Literal: strings.Join(strings.Fields(f.Value), " ")})
		}
	}
	return persons
}

// title returns a title without the full stop that MEDLINE ends it with, and the brackets of a
// translated one.
func title(s string) string {
	s = strings.TrimSuffix(s, ".")
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		s = strings.TrimSuffix(s[1:len(s)-1], ".")
	}
	return s
}

// first returns the number before what it is of: "1234-5678 (Electronic)".
func first(s string) string {
	number, _, _ := strings.Cut(s, " ")
	return number
}
