// Package ris reads and writes RIS, in both of its editions.
//
// The package must not know of the other formats.
package ris

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/bib"
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
}

// A risRecord is one reference of a RIS file: the values of each tag, in order.
type risRecord map[string][]string

// risLine matches a tag with its value. Writers are free with the blanks.
var risLine = lazyregexp.New(`^\s{0,3}([A-Z][A-Z0-9])  ?-(?: (.*)|$)`)

// Read reads the items of a RIS file, and says what it could not read of it.
func Read(text string) (items []bib.Item, notices []string) {
	record, last, size := risRecord(nil), "", 0
	flush := func() {
		if record != nil {
			items = append(items, record.item())
		}
		record, last, size = nil, "", 0
	}
	notice := func(line int, what string) {
		if len(notices) < bib.MaxBroken {
			notices = append(notices, fmt.Sprintf("line %d: %s", line, what))
		}
	}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		m := risLine.FindStringSubmatch(line)
		switch {
		case m != nil && m[1] == "TY":
			if record != nil {
				notice(number, "the reference before has no end")
			}
			if flush(); len(items) >= bib.MaxEntries {
				return items, append(notices, fmt.Sprintf("line %d: more references than %d", number, bib.MaxEntries))
			}
			record = risRecord{}
		case m != nil && m[1] == "ER":
			flush()
			continue
		case record == nil || m == nil && (last == "" || strings.TrimSpace(line) == ""):
			continue
		}
		if size += len(line); size > bib.MaxEntrySize {
			notice(number, "a reference is too large")
			record, last, size = nil, "", 0
			continue
		}
		if m == nil { // the value goes on
			values := record[last]
			if n := len(values[len(values)-1]); n < 64<<10 {
				values[len(values)-1] += " " + strings.TrimSpace(line)
			}
			continue
		}
		last = m[1]
		record[last] = append(record[last], strings.TrimSpace(m[2]))
	}
	if record != nil {
		notice(number, "the last reference has no end")
	}
	flush()
	return items, notices
}

// first returns the first value that one of the tags has, in the tags' order.
func (r risRecord) first(tags ...string) string {
	for _, tag := range tags {
		for _, v := range r[tag] {
			if v != "" {
				return strings.Join(strings.Fields(v), " ")
			}
		}
	}
	return ""
}

// item returns the work that the record describes. Tags mean different things in the two
// editions of RIS and in different types.
func (r risRecord) item() bib.Item {
	item := bib.Item{
		ID: r.first("ID"), Type: "document", Title: r.first("TI", "T1", "CT"), Volume: r.first("VL"), Issue: r.first("IS"),
		Publisher: r.first("PB"), PublisherPlace: r.first("CY", "PP"), Edition: r.first("ET"), DOI: bib.BareDOI(r.first("DO")), URL: r.first("UR", "L2", "LK"),
		Issued: parseRISDate(r.first("DA")),
	}
	for _, t := range risTypes {
		if t.ty == strings.ToUpper(r.first("TY")) {
			item.Type = t.csl
			break
		}
	}
	year := parseRISDate(r.first("PY", "Y1"))
	if item.Issued.Year() == 0 || year.Year() != 0 && (year.Year() != item.Issued.Year() || len(year.Parts[0]) > len(item.Issued.Parts[0])) {
		item.Issued = cmp.Or(year, item.Issued)
	}
	item.Author = r.names("AU", "A1")
	item.Editor, item.Translator = r.names("ED"), r.names("A4", "TA")
	container := []string{"T2", "JF", "JO", "BT", "JA", "J2", "J1"}
	switch item.Type {
	case "book", "thesis", "report":
		if item.Title == "" {
			item.Title = r.first("BT")
		}
		item.Collection = r.first("T3", "T2")
		item.Number = r.first("M1", "C7")
		item.NumberOfPages = r.first("SP")
		item.Editor = append(item.Editor, r.names("A2")...)
		item.Genre = r.first("M3")
		container = nil
	case "article-journal":
		item.Collection = r.first("T3")
	default:
		item.Number = r.first("M1")
		item.Editor = append(item.Editor, r.names("A2")...)
		item.Collection = r.first("T3")
	}
	item.ContainerTitle = r.first(container...)
	if item.Title == "" {
		item.Title = r.first("T1")
	}
	if item.NumberOfPages == "" {
		item.Page = r.pages()
	} else if end := r.first("EP"); end != "" {
		item.Page, item.NumberOfPages = r.pages(), ""
	}
	if serial := r.first("SN"); item.Type == "book" || item.Type == "chapter" || len(strings.ReplaceAll(serial, "-", "")) >= 10 {
		item.ISBN = serial
	}
	if strings.EqualFold(r.first("DB"), "PubMed") {
		item.PMID = r.first("AN")
	}
	item.PMCID = pmcid.FindString(r.first("C2"))
	if item.Number == "" {
		if n := r.first("AN", "C1", "M3"); strings.HasPrefix(strings.ToLower(n), "arxiv:") {
			item.Number = "arXiv:" + n[len("arxiv:"):]
			if item.Genre == n {
				item.Genre = ""
			}
		}
	}
	return item
}

var pmcid = lazyregexp.New(`^PMC\d+$`)

// pages returns the pages of the record as one range.
func (r risRecord) pages() string {
	start, end := bib.PlainRange(r.first("SP")), r.first("EP")
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
func (r risRecord) names(tags ...string) []bib.Name {
	for _, tag := range tags {
		var names []bib.Name
		for _, v := range r[tag] {
			if n := risName(v); n != (bib.Name{}) {
				names = append(names, n)
			}
		}
		if names != nil {
			return names
		}
	}
	return nil
}

// risName reads "Family, Given, Suffix". What has no comma is a body of persons, or a name
// with its initials behind.
func risName(s string) bib.Name {
	parts := strings.Split(s, ",")
	for i, p := range parts {
		parts[i] = strings.Join(strings.Fields(p), " ")
	}
	family, n := parts[0], bib.Name{}
	switch {
	case strings.EqualFold(strings.TrimRight(family, ". "), "et al") || strings.EqualFold(family, "others"):
		return bib.Name{Literal: bib.AndOthers}
	case len(parts) == 1 || len(parts) == 2 && parts[1] == "":
		words := strings.Fields(family)
		last := len(words) - 1
		if last < 1 || len(words[last]) > 3 || strings.TrimFunc(words[last], unicode.IsUpper) != "" {
			return bib.Name{Literal: family}
		}
		family, n.Given = strings.Join(words[:last], " "), words[last]
	default:
		n.Given = parts[1]
		n.Suffix = strings.Join(parts[2:], " ")
	}
	given, behind := bib.TrailingParticle(n.Given)
	n.Given = given
	words := strings.Fields(family)
	von := 0
	for von < len(words)-1 && startsSmall(words[von]) {
		von++
	}
	n.NonDroppingParticle, n.Family = strings.TrimSpace(behind+" "+strings.Join(words[:von], " ")), strings.Join(words[von:], " ")
	if n.Family == "" {
		return bib.Name{Literal: strings.TrimSpace(n.Given + " " + n.Suffix)}
	}
	return n
}

// startsSmall reports whether a word of a family name is a particle: it begins with a small
// letter, perhaps behind an apostrophe.
func startsSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'’`"))
	return unicode.IsLower(r)
}
