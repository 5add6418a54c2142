// Package wos reads the plain text format of Web of Science, in .ciw files too.
//
// The package must not know of the other formats.
package wos

import (
	"cmp"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
)

func cut(text string) (tag, value string, ok bool) {
	if len(text) < 2 || !isTag(text[0], 'A', 'Z') || !isTag(text[1], 'A', 'Z') && !isTag(text[1], '0', '9') || len(text) > 2 && text[2] != ' ' {
		return "", "", false
	}
	return text[:2], strings.TrimSpace(text[2:]), true
}

func isTag(c, from, to byte) bool { return from <= c && c <= to }

// Read reads the items of the file, and reports what it could not read of it.
func Read(text string) (items []bib.Item, notices []string) {
	records, notices := tagged.Syntax{Cut: cut, Begin: "PT", End: "ER"}.Read(text)
	for _, r := range records {
		if r.First("PT") != "" {
			items = append(items, itemOf(r))
		}
	}
	return items, notices
}

// itemOf returns the work that a record describes. A value that goes on in the next line is
// another author, but the rest of a title.
func itemOf(r tagged.Record) bib.Item {
	item := bib.Item{
		Type: typeOf(r), Author: persons(r, "AF", "AU"), Editor: persons(r, "BE", "ED"), Title: r.First("TI"), ContainerTitle: r.First("SO"),
		Volume: r.First("VL"), Issue: r.First("IS"), Page: bib.PlainRange(r.First("BP")), NumberOfPages: "", Publisher: r.First("PU"), PublisherPlace: r.First("PI"),
		Collection: r.First("SE"), ISBN: r.First("BN"), PMID: r.First("PM"), DOI: bib.BareDOI(r.First("DI", "D2")), Issued: issued(r),
		Own: &bib.Own{Line: r.Line},
	}
	for _, body := range r.Lines("CA") {
		item.Author = append(item.Author, bib.Name{Literal: body})
	}
	if len(item.Author) == 0 {
		item.Author = persons(r, "BF", "BA")
	} else {
		item.AddPersons("container-author", persons(r, "BF", "BA"))
	}
	if end := r.First("EP"); end != "" && end != item.Page {
		item.Page += "-" + end
	}
	item.Page = cmp.Or(strings.TrimPrefix(item.Page, "-"), r.First("AR"))
	if item.Type == "book" {
		item.Title = cmp.Or(item.Title, item.ContainerTitle)
		item.ContainerTitle, item.NumberOfPages = "", r.First("PG")
	}
	if item.Type == "patent" {
		item.Number = r.First("PN")
	}
	for _, v := range []struct{ csl, tag string }{
		{"ISSN", "SN"}, {"ISSN", "EI"}, {"container-title-short", "JI"}, {"container-title-short", "J9"}, {"language", "LA"}, {"abstract", "AB"},
		{"event-title", "CT"}, {"event-place", "CL"}, {"supplement-number", "SU"}, {"archive_location", "UT"},
	} {
		item.AddText(v.csl, r.First(v.tag))
	}
	if r.First("UT") != "" {
		item.AddText("archive", "Web of Science")
	}
	item.AddText("keyword", strings.ReplaceAll(r.First("DE"), "; ", ", "))
	item.AddDate("event-date", bib.ParseDate(r.First("CY")))
	return item
}

func typeOf(r tagged.Record) string {
	document := strings.ToLower(r.First("DT"))
	switch kind := r.First("PT"); {
	case strings.Contains(document, "book chapter"):
		return "chapter"
	case strings.Contains(document, "proceedings paper") && kind != "J", kind == "C":
		return "paper-conference"
	case kind == "P":
		return "patent"
	case kind == "B" && (r.First("TI") == "" || r.First("TI") == r.First("SO") || r.First("BP") == ""):
		return "book"
	case kind == "B" || kind == "S" && r.First("BN") != "":
		return "chapter"
	case strings.Contains(document, "book review"):
		return "review-book"
	}
	return "article-journal"
}

// persons returns the names of the first of the tags that the record has, one a line.
func persons(r tagged.Record, tags ...string) []bib.Name {
	for _, tag := range tags {
		var names []bib.Name
		for _, line := range r.Lines(tag) {
			names = append(names, tagged.Bodies.Names(line)...)
		}
		if names != nil {
			return names
		}
	}
	return nil
}

// issued returns the date, of which the day and month are in a tag of their own: "FEB 3".
func issued(r tagged.Record) *bib.Date {
	d := bib.ParseDate(r.First("PY"))
	if d.Year() == 0 || len(d.Parts) > 1 || len(d.Parts[0]) > 1 {
		return d
	}
	return d.With(r.First("PD"), "")
}
