package jats

import (
	"cmp"
	"strconv"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/refstring"
	"etal/internal/safe"
)

// itemOf returns the fields of a citation, or nil where none is tagged. Where only some
// are, the others are parsed from its text.
func itemOf(c *node, text string) *bib.Item {
	it := tagged(c)
	if hasText(c) && (len(it.Author) == 0 || it.Issued == nil || it.Title == "" && it.ContainerTitle == "") {
		if len(c.Elements()) == 0 {
			return nil
		}
		it = complete(it, refstring.Parse(text))
	}
	return &it
}

// complete fills what an item lacks from another.
func complete(it, from bib.Item) bib.Item {
	fill := func(field *string, value string) {
		if *field == "" {
			*field = value
		}
	}
	if len(it.Author) == 0 {
		it.Author = from.Author
	}
	if len(it.Editor) == 0 {
		it.Editor = from.Editor
	}
	if it.Issued == nil {
		it.Issued = from.Issued
	}
	if it.Title == "" && it.ContainerTitle == "" {
		it.Type = from.Type
	}
	fill(&it.Title, from.Title)
	fill(&it.ContainerTitle, from.ContainerTitle)
	fill(&it.Volume, from.Volume)
	fill(&it.Issue, from.Issue)
	fill(&it.Page, from.Page)
	fill(&it.Number, from.Number)
	fill(&it.NumberOfPages, from.NumberOfPages)
	fill(&it.Edition, from.Edition)
	fill(&it.Publisher, from.Publisher)
	fill(&it.PublisherPlace, from.PublisherPlace)
	fill(&it.DOI, from.DOI)
	fill(&it.URL, from.URL)
	return it
}

// tagged returns the fields that a citation tags.
func tagged(c *node) bib.Item {
	var it bib.Item
	field := func(names ...string) string {
		for _, name := range names {
			if n := c.Child(name); !n.Blank() {
				return safe.Line(strings.Trim(n.Content(), " .,;:")).String()
			}
		}
		return ""
	}
	citedPeople(c, &it)
	it.Title = trimTitle(field("article-title", "chapter-title", "data-title", "part-title", "version-title"))
	source := trimTitle(field("source"))
	if it.Title == "" {
		it.Title = trimTitle(field("trans-title"))
	}
	if it.Title == "" && !isJournal(c) {
		it.Title = source
	} else {
		it.ContainerTitle = source
	}
	if it.ContainerTitle == "" && it.Title != field("conf-name") {
		it.ContainerTitle = trimTitle(field("conf-name"))
	}
	it.Volume, it.Issue = strings.TrimPrefix(field("volume"), "Volume "), joined(" ", field("issue"), field("supplement"))
	it.Page = pageRange(field("fpage"), field("lpage"), "-")
	if it.Page == "" {
		it.Page = strings.ReplaceAll(field("page-range", "elocation-id"), "–", "-")
	}
	it.Edition, it.Collection, it.ISBN = field("edition"), field("series"), field("isbn")
	if it.Number = field("patent"); it.Number == "" {
		it.Number = field("std")
	}
	if size := c.Child("size"); size != nil && size.Attrs["units"] == "page" || c.Child("page-count") != nil {
		it.NumberOfPages = strings.Trim(field("size", "page-count"), " p.")
	}
	it.Publisher, it.PublisherPlace = field("publisher-name", "institution"), field("publisher-loc")
	it.Issued = issued(c)
	for _, id := range c.All("pub-id", "object-id") {
		value := safe.Line(id.Content()).String()
		switch id.Attrs["pub-id-type"] {
		case "doi":
			it.DOI = bareDOI(value)
		case "pmid":
			it.PMID = value
		case "pmcid":
			it.PMCID = value
		case "accession":
			it.Number = value
			if address := linkAddress(id); it.URL == "" && strings.Contains(address, "://") {
				it.URL = safe.Line(address).String()
			}
		case "isbn":
			it.ISBN = value
		}
	}
	for _, link := range append(c.All("ext-link", "uri"), c.All("comment")...) {
		if n := link.Child("ext-link", "uri"); n != nil {
			link = n
		}
		if !link.Is("ext-link", "uri") {
			continue
		}
		url := safe.Line(linkAddress(link)).String()
		switch i := strings.Index(url, "doi.org/10."); {
		case i >= 0 && it.DOI == "":
			it.DOI = bareDOI(url[i:])
		case i < 0 && it.URL == "":
			it.URL = url
		}
	}
	it.Type = typeOfCitation(c, it)
	return it
}

// isJournal reports whether a citation is said to be of a journal's article, whose source is never its
// title.
func isJournal(c *node) bool {
	return cmp.Or(c.Attrs["publication-type"], c.Attrs["citation-type"]) == "journal"
}

// trimTitle drops the quotation marks and stops around a title.
func trimTitle(s string) string {
	if strings.Count(s, "“") == 1 && strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") && strings.HasSuffix(s, "\"") {
		s = strings.Trim(s, "“”\"")
	}
	return strings.Trim(s, " .,")
}

// bareDOI returns a DOI without what stands before and after it.
func bareDOI(s string) string {
	if i := strings.Index(s, "10."); i >= 0 {
		s = s[i:]
	}
	return strings.TrimRight(s, ".,; ")
}

// pageRange joins a first and last page, if there are two.
func pageRange(first, last, dash string) string {
	if first == "" || last == "" || first == last {
		return first + strings.TrimPrefix(last, first)
	}
	return first + dash + last
}

// citedPeople reads the authors and editors of a citation.
func citedPeople(c *node, it *bib.Item) {
	it.Author = append(it.Author, namesIn(c)...)
	for _, group := range c.All("person-group") {
		switch group.Attrs["person-group-type"] {
		case "editor", "editors", "guest-editor":
			it.Editor = append(it.Editor, namesIn(group)...)
		case "translator", "transed":
			it.Translator = append(it.Translator, namesIn(group)...)
		case "", "author", "authors", "allauthors", "all-authors", "inventor", "compiler", "curator", "assignee", "director":
			it.Author = append(it.Author, namesIn(group)...)
		}
	}
}

func namesIn(group *node) []bib.Name {
	var names []bib.Name
	for _, n := range group.Elements() {
		var name bib.Name
		switch n.Name {
		case "name", "string-name":
			name.Family = cleanName(n.Child("surname").Content())
			name.Given = strings.Trim(cleanName(n.Child("given-names").Content()), ",")
			name.Suffix = cleanName(n.Child("suffix").Content())
			if name.Family == "" {
				name.Literal = cleanName(n.Content())
			}
		case "collab", "institution":
			name.Literal = cleanName(collabName(n))
		case "anonymous":
			name.Literal = "Anonymous"
		case "name-alternatives", "collab-alternatives":
			if inner := namesIn(n); len(inner) > 0 {
				name = inner[0]
			}
		default:
			continue
		}
		if name != (bib.Name{}) {
			names = append(names, name)
		}
	}
	return names
}

func cleanName(s string) string {
	return strings.Trim(safe.Line(s).String(), " ,;")
}

// issued returns the date of a citation's work.
func issued(c *node) *bib.Date {
	year, month, day := c.Child("year"), c.Child("month"), c.Child("day")
	if date := c.Child("date"); date != nil && year == nil {
		year, month, day = date.Child("year"), date.Child("month"), date.Child("day")
	}
	digits := year.Content()
	if len(digits) > 4 {
		digits = digits[:4]
	}
	y, err := strconv.Atoi(digits)
	if err != nil || y < 1000 || y > 2999 {
		return nil
	}
	parts := []int{y}
	if m := monthNumber(month.Content()); m != "" {
		n, _ := strconv.Atoi(m)
		if n >= 1 && n <= 12 {
			parts = append(parts, n)
			if d, err := strconv.Atoi(day.Content()); err == nil && d >= 1 && d <= 31 {
				parts = append(parts, d)
			}
		}
	}
	return &bib.Date{Parts: [][]int{parts}}
}

// typeOfCitation returns the CSL type of the kind that a citation is said to be, or
// that its fields speak for.
func typeOfCitation(c *node, it bib.Item) string {
	kind := c.Attrs["publication-type"]
	if kind == "" {
		kind = c.Attrs["citation-type"]
	}
	switch strings.ToLower(kind) {
	case "journal":
		return "article-journal"
	case "book", "book-chapter", "chapter", "edited-book":
		if it.ContainerTitle != "" {
			return "chapter"
		}
		return "book"
	case "confproc", "conf-proc", "conference", "confproceedings":
		return "paper-conference"
	case "thesis":
		return "thesis"
	case "report", "gov", "standard":
		return "report"
	case "web", "webpage", "website", "weblink", "eref":
		return "webpage"
	case "preprint", "working-paper":
		return "article"
	case "data", "database", "dataset":
		return "dataset"
	case "software":
		return "software"
	case "patent":
		return "patent"
	case "newspaper", "news":
		return "article-newspaper"
	case "magazine":
		return "article-magazine"
	}
	switch {
	case it.ContainerTitle != "" && len(it.Editor) > 0:
		return "chapter"
	case it.ContainerTitle != "" && (it.Volume != "" || it.Page != ""):
		return "article-journal"
	case it.Publisher != "" && it.ContainerTitle == "":
		return "book"
	case it.URL != "" && it.ContainerTitle == "":
		return "webpage"
	}
	return "document"
}
