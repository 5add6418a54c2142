// Package endnote reads what EndNote exports: Refer, in .enw files, which others write too, and
// EndNote's XML.
//
// The package must not know of the other formats.
package endnote

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
	"etal/internal/lazyregexp"
)

// types gives the CSL type of EndNote's types of references.
var types = map[string]string{
	"journal article": "article-journal", "electronic article": "article-journal", "book": "book", "edited book": "book", "electronic book": "book",
	"serial": "book", "book section": "chapter", "electronic book section": "chapter", "conference proceedings": "paper-conference",
	"conference paper": "paper-conference", "thesis": "thesis", "report": "report", "government document": "report", "web page": "webpage",
	"blog": "post-weblog", "magazine article": "article-magazine", "newspaper article": "article-newspaper", "manuscript": "manuscript",
	"unpublished work": "manuscript", "patent": "patent", "map": "map", "computer program": "software", "dataset": "dataset",
	"online database": "dataset", "aggregated database": "dataset", "film or broadcast": "motion_picture", "audiovisual material": "motion_picture",
	"online multimedia": "motion_picture", "case": "legal_case", "statute": "legislation", "bill": "bill", "hearing": "hearing",
	"legal rule or regulation": "regulation", "personal communication": "personal_communication", "encyclopedia": "entry-encyclopedia",
	"dictionary": "entry-dictionary", "standard": "standard", "artwork": "graphic", "figure": "figure", "music": "musical_score",
	"pamphlet": "pamphlet", "classical work": "classic", "ancient text": "classic", "interview": "interview", "podcast": "song",
	"preprint": "article", "discussion forum": "post", "press release": "document",
}

// nameTags are the tags of persons.
var nameTags = []string{"A", "E", "Y", "?"}

// Read reads the items of a Refer file, and reports what it could not read of it.
func Read(text string) (items []bib.Item, notices []string) {
	syntax := tagged.Syntax{Cut: cut}
	if typed.MatchString(text) {
		syntax.Begin = "0"
	}
	records, notices := syntax.Read(text)
	return itemsOf(records), notices
}

// typed matches the tag of a record's type, at the beginning of each where there is one.
var typed = lazyregexp.New(`(?m)^%0 `)

func cut(text string) (tag, value string, ok bool) {
	const size = len("%T")
	if len(text) < size || text[0] != '%' || text[1] <= ' ' || text[1] > '~' || len(text) > size && text[size] != ' ' && text[size] != '\t' {
		return "", "", false
	}
	return text[1:size], strings.TrimSpace(text[size:]), true
}

func itemsOf(records []tagged.Record) (items []bib.Item) {
	order := tagged.OrderOf(records, nameTags...)
	for _, r := range records {
		if r.First("T", "B", "J", "A", "R", "U") != "" {
			items = append(items, itemOf(r, order))
		}
	}
	return items
}

// itemOf returns the work that a record describes, by Refer's tags.
func itemOf(r tagged.Record, order tagged.Order) bib.Item {
	persons := func(tag string) (names []bib.Name) {
		for _, value := range r.All(tag) {
			names = append(names, order.Names(value)...)
		}
		return names
	}
	item := bib.Item{
		ID: r.First("F"), Type: typeOf(r), Author: persons("A"), Editor: persons("E"), Translator: persons("?"), Title: r.First("T"),
		ContainerTitle: r.First("B", "J"), Collection: r.First("S"), Volume: r.First("V"), Page: bib.PlainRange(r.First("P")), Edition: r.First("7"),
		Publisher: r.First("I"), PublisherPlace: r.First("C"), Genre: r.First("9"), DOI: bib.BareDOI(r.First("R")), URL: r.First("U"),
		Own: &bib.Own{Line: r.Line},
	}
	if item.Issued = bib.ParseDate(r.First("D")); item.Issued == nil {
		item.Issued = bib.ParseDate(r.First("8"))
	} else if full := bib.ParseDate(r.First("8")); full.Year() == item.Issued.Year() && full.Year() != 0 {
		item.Issued = full
	} else if d := item.Issued; d.Year() != 0 && len(d.Parts) == 1 && len(d.Parts[0]) == 1 {
		d.With(r.First("8"), "")
	}
	switch item.Type {
	case "article-journal", "article-magazine", "article-newspaper":
		item.Issue = r.First("N")
	case "book", "thesis", "report":
		item.Number, item.NumberOfPages, item.Page = r.First("N"), pageCount(item.Page), strings.TrimPrefix(item.Page, pageCount(item.Page))
		if item.Collection == "" {
			item.Collection = item.ContainerTitle
		}
		item.ContainerTitle = ""
	default:
		item.Number = r.First("N")
	}
	for _, number := range strings.Fields(r.First("@")) {
		if digits := strings.ReplaceAll(number, "-", ""); len(digits) == len("12345678") {
			item.AddText("ISSN", number)
		} else if len(digits) >= 10 && item.ISBN == "" {
			item.ISBN = number
		}
	}
	for _, v := range []struct{ csl, tag string }{
		{"abstract", "X"}, {"keyword", "K"}, {"language", "G"}, {"number-of-volumes", "6"}, {"section", "&"}, {"original-title", "("}, {"title-short", "!"},
		{"call-number", "L"}, {"archive", "~"}, {"archive_location", "M"}, {"source", "W"}, {"note", "Z"}, {"note", "O"},
	} {
		item.AddText(v.csl, strings.Join(r.All(v.tag), ", "))
	}
	item.AddPersons("collection-editor", persons("Y"))
	item.AddDate("accessed", bib.ParseDate(r.First("[")))
	return item
}

// pageCount returns pages if they are the number of a book's pages.
func pageCount(pages string) string {
	if strings.ContainsAny(pages, "-,–") {
		return ""
	}
	return pages
}

// typeOf returns the type of a work. Old files have none, but a tag for what it appeared in.
func typeOf(r tagged.Record) string {
	if t, known := types[strings.ToLower(r.First("0"))]; known {
		return t
	}
	switch {
	case r.First("J") != "":
		return "article-journal"
	case r.First("B") != "":
		return "chapter"
	case r.First("I") != "" && r.First("R") == "":
		return "book"
	}
	return "document"
}
