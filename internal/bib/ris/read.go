// Package ris reads and writes RIS, in both of its editions.
//
// The package must not know of the other formats.
package ris

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
	"etal/internal/lazyregexp"
)

// risTypes gives the CSL type of RIS's types of references. Where several have the same,
// the first is written: that which more readers know.
var risTypes = []struct{ ty, csl string }{
	{"JOUR", "article-journal"}, {"BOOK", "book"}, {"CHAP", "chapter"}, {"CONF", "paper-conference"}, {"THES", "thesis"},
	{"RPRT", "report"}, {"ELEC", "webpage"}, {"UNPB", "article"}, {"GEN", "document"}, {"DATA", "dataset"}, {"COMP", "software"},
	{"PAT", "patent"}, {"STAND", "standard"}, {"MGZN", "article-magazine"}, {"NEWS", "article-newspaper"}, {"ENCYC", "entry-encyclopedia"},
	{"DICT", "entry-dictionary"}, {"MANSCPT", "manuscript"}, {"BLOG", "post-weblog"}, {"VIDEO", "motion_picture"}, {"CASE", "legal_case"},
	{"BILL", "bill"}, {"STAT", "legislation"}, {"MAP", "map"}, {"PCOMM", "personal_communication"}, {"SLIDE", "speech"},
	{"EJOUR", "article-journal"}, {"JFULL", "article-journal"}, {"ABST", "article-journal"}, {"INPR", "article-journal"},
	{"EBOOK", "book"}, {"EDBOOK", "book"}, {"SER", "book"}, {"CPAPER", "paper-conference"}, {"ECHAP", "chapter"}, {"WEB", "webpage"},
	{"ICOMM", "webpage"}, {"GOVDOC", "report"}, {"DBASE", "dataset"}, {"AGGR", "dataset"}, {"MPCT", "motion_picture"},
	{"HEAR", "hearing"}, {"ART", "graphic"}, {"SOUND", "song"}, {"MUSIC", "musical_score"}, {"LEGAL", "legal_case"},
	{"LEGIS", "legislation"}, {"ANCIENT", "classic"}, {"CLSWK", "classic"}, {"MULTI", "motion_picture"}, {"ADVS", "motion_picture"}, {"PODCST", "song"},
	{"FIGURE", "figure"}, {"PAMP", "pamphlet"},
}

// maxIndent is how many blanks may stand before a tag.
const maxIndent = 3

// cut splits a line into its tag and value. Writers are free with the blanks and capitals: with both
// blanks, the hyphen may have none behind.
func cut(line string) (tag, value string, ok bool) {
	text := strings.TrimLeft(line, " \t")
	if len(line)-len(text) > maxIndent || len(text) < len("TY-") || !isLetter(text[0]) || !isLetter(text[1]) && (text[1] < '0' || text[1] > '9') {
		return "", "", false
	}
	rest := strings.TrimLeft(text[2:], " ")
	blanks := len(text) - len(rest) - len("TY")
	if blanks > 2 || rest == "" || rest[0] != '-' {
		return "", "", false
	}
	tag, value = strings.ToUpper(text[:2]), rest[1:]
	apart := value == "" || value[0] == ' '
	return tag, value, blanks == 2 || apart && (blanks == 1 || tag == text[:2])
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// Read reads the items of a RIS file, and says what it could not read of it.
func Read(text string) (items []bib.Item, notices []string) {
	records, notices := tagged.Syntax{Cut: cut, Begin: "TY", End: "ER"}.Read(text)
	order := tagged.OrderOf(records, nameTags...)
	for _, r := range records {
		items = append(items, record{r, order}.item())
	}
	return items, notices
}

// nameTags are the tags of persons.
var nameTags = []string{"AU", "A1", "A2", "A3", "A4", "ED", "TA"}

// A record is one reference of a file, in which names have an order.
type record struct {
	tagged.Record
	order tagged.Order
}

// item returns the work that the record describes. Tags mean different things in the two
// editions of RIS and in different types.
func (r record) item() bib.Item {
	item := bib.Item{
		ID: r.First("ID"), Type: "document", Title: r.First("TI", "T1", "CT"), Volume: r.First("VL"), Issue: r.First("IS"),
		Publisher: r.First("PB"), PublisherPlace: r.First("CY", "PP"), Edition: r.First("ET"), DOI: bib.BareDOI(r.First("DO")), URL: r.First("UR", "L2", "LK"),
		Issued: r.issued(), Author: r.names("AU", "A1"), Editor: r.names("ED"), Translator: r.names("A4", "TA"), Number: r.First("M1"),
	}
	notes := r.readNotes()
	item.Type = cmp.Or(notes.texts.Get("type"), typeOf(r.First("TY")))
	container := []string{"T2", "JF", "JO", "BT", "JA", "J2", "J1"}
	if countsPages(item.Type) {
		if item.Title == "" {
			item.Title = r.First("BT")
		}
		item.Collection = r.First("T3", "T2")
		item.Number = r.First("M1", "C7")
		item.NumberOfPages = r.First("SP")
		container = nil
	} else {
		item.Collection = r.First("T3")
	}
	if item.Type != "article-journal" {
		item.Editor = append(item.Editor, r.names("A2")...)
	}
	item.ContainerTitle = r.First(container...)
	if item.NumberOfPages == "" {
		item.Page = r.pages()
	} else if end := r.First("EP"); end != "" {
		item.Page, item.NumberOfPages = r.pages(), ""
	}
	r.numbers(&item)
	r.variables(&item)
	notes.fill(&item)
	item.Own = r.own()
	return item
}

// typeOf returns the type of a work by RIS's name for it.
func typeOf(ty string) string {
	for _, t := range risTypes {
		if t.ty == strings.ToUpper(ty) {
			return t.csl
		}
	}
	return "document"
}

// countsPages reports whether SP is how many pages works of the type have.
func countsPages(csl string) bool { return csl == "book" || csl == "thesis" || csl == "report" }

// numbers reads the numbers that libraries and archives gave the work.
func (r record) numbers(item *bib.Item) {
	for _, serial := range append(r.All("SN"), r.All("BN")...) {
		switch {
		case issn.MatchString(serial):
			item.AddText("ISSN", serial)
		case item.ISBN == "" && (item.Type == "book" || item.Type == "chapter" || len(strings.ReplaceAll(serial, "-", "")) >= 10):
			item.ISBN = serial
		default:
			item.AddText("ISSN", serial)
		}
	}
	if strings.EqualFold(r.First("DB"), "PubMed") {
		item.PMID = r.First("AN")
	}
	item.PMCID = pmcid.FindString(r.First("C2"))
	if n := r.First("AN", "C1", "M3"); item.Number == "" && strings.HasPrefix(strings.ToLower(n), "arxiv:") {
		item.Number = "arXiv:" + n[len("arxiv:"):]
	}
	switch genre := r.First("M3"); {
	case strings.HasPrefix(genre, "10.") && strings.Contains(genre, "/"):
		item.DOI = cmp.Or(item.DOI, genre)
	case !strings.HasPrefix(strings.ToLower(genre), "arxiv:"):
		item.Genre = genre
	}
}

var (
	pmcid = lazyregexp.New(`^PMC\d+$`)
	issn  = lazyregexp.New(`^\d{4}-?\d{3}[\dXx]$`)
)

// own returns the record as it is written again: every person has a tag, and "et al." is nobody.
func (r record) own() *bib.Own {
	own := &bib.Own{Format: format, Kind: r.First("TY"), Line: r.Line}
	for _, f := range r.Fields {
		switch {
		case f.Name == "TY" || f.Name == "ID":
		case slices.Contains(nameTags, f.Name):
			for _, n := range r.order.Names(f.Value) {
				if n.Literal == bib.AndOthers {
					own.Fields.Add("N1", noteOf("author", "et al."))
				} else {
					own.Fields.Add(f.Name, writeRISName(n))
				}
			}
		default:
			own.Fields.Add(f.Name, f.Value)
		}
	}
	return own
}

// format is the name of the format in [bib.Own].
const format = "ris"

// issued returns the date of the work: the fuller of two that agree in the year.
func (r record) issued() *bib.Date {
	date, year := parseRISDate(r.First("DA")), parseRISDate(r.First("PY", "Y1"))
	if fuller := parseRISDate(r.First("Y1")); fuller.Year() != 0 && fuller.Year() == year.Year() && len(fuller.Parts[0]) > len(year.Parts[0]) {
		year = fuller
	}
	if date.Year() == 0 || year.Year() != 0 && (year.Year() != date.Year() || len(year.Parts[0]) > len(date.Parts[0])) {
		return cmp.Or(year, date)
	}
	return date
}

// pages returns the pages of the record as one range.
func (r record) pages() string {
	start, end := bib.PlainRange(r.First("SP")), r.First("EP")
	if start == "" || end == "" || start == end || strings.Contains(start, "-") {
		return start + map[bool]string{true: end}[start == ""]
	}
	return start + "-" + end
}

// parseRISDate reads YYYY/MM/DD/other, where any part may be empty.
func parseRISDate(s string) *bib.Date {
	parts := strings.SplitN(s, "/", 4)
	if year, err := strconv.Atoi(parts[0]); err == nil && len(parts) > 1 && year > 31 {
		d := &bib.Date{Parts: [][]int{{year}}}
		return d.With(parts[1], strings.Join(parts[2:min(len(parts), 3)], ""))
	}
	return bib.ParseDate(s)
}

// names returns the names of the first of the tags that the record has.
func (r record) names(tags ...string) []bib.Name {
	for _, tag := range tags {
		var persons []bib.Name
		for _, f := range r.Fields {
			if f.Name == tag {
				persons = append(persons, r.order.Names(f.Value)...)
			}
		}
		if persons != nil {
			return persons
		}
	}
	return nil
}
