package identify

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/csljson"
	"etal/internal/safe"
)

// ErrAnswer is the error for an answer in another form than that which was asked for.
var ErrAnswer = errors.New("another form of answer")

// maxAnswer is the length in bytes of the longest answer that is read. Records of works with thousands of authors
// have some hundred thousand.
const maxAnswer = 2 << 20

// ReadRecord reads an answer of the kind [Record].
func ReadRecord(data []byte) (bib.Item, error) {
	if len(data) > maxAnswer {
		return bib.Item{}, ErrAnswer
	}
	items, _ := csljson.Read(string(data))
	if len(items) != 1 || items[0].Title == "" && items[0].DOI == "" && len(items[0].Author) == 0 {
		return bib.Item{}, ErrAnswer
	}
	item := items[0]
	item.Own = nil // what else the agency writes about a work is not the work's
	if t, ok := crossrefTypes[item.Type]; ok {
		item.Type = t
	}
	return item, nil
}

// crossrefTypes are CSL's names of types that Crossref calls by its own, also in CSL-JSON
// (https://api.crossref.org/types).
var crossrefTypes = map[string]string{
	"journal-article": "article-journal", "proceedings-article": "paper-conference", "book-chapter": "chapter", "book-section": "chapter", "posted-content": "article",
	"monograph": "book", "edited-book": "book", "reference-book": "book", "reference-entry": "entry", "dissertation": "thesis", "report-component": "report", "peer-review": "review",
}

// A Hit is a work that Europe PMC knows.
type Hit struct {
	Item bib.Item // with the abstract, where there is one
	Open bool     // the article is in the open part, under the item's PMCID
}

// found is Europe PMC's answer to a search (https://europepmc.org/RestfulWebService, Example core result).
type found struct {
	ResultList *struct {
		Result []struct {
			PMID, PMCID, DOI, Title, AuthorString, PubYear, PageInfo, AbstractText, IsOpenAccess string

			AuthorList struct {
				Author []struct{ FullName, FirstName, LastName, Initials, CollectiveName string }
			}
			JournalInfo struct {
				Issue, Volume string
				Journal       struct{ Title string }
			}
			BookOrReportDetails struct{ Publisher string }
		}
	}
}

// ReadFound reads an answer of the kind [Found].
func ReadFound(data []byte) ([]Hit, error) {
	var f found
	if len(data) > maxAnswer || json.Unmarshal(data, &f) != nil || f.ResultList == nil {
		return nil, ErrAnswer
	}
	var hits []Hit
	for _, r := range f.ResultList.Result {
		item := bib.Item{
			Type: "article-journal", PMID: line(r.PMID), PMCID: line(r.PMCID), DOI: line(r.DOI), Title: strings.TrimSuffix(line(untagged(r.Title)), "."),
			ContainerTitle: line(r.JournalInfo.Journal.Title), Volume: line(r.JournalInfo.Volume), Issue: line(r.JournalInfo.Issue),
			Page: bib.PlainRange(line(r.PageInfo)), Publisher: line(r.BookOrReportDetails.Publisher),
		}
		if item.ContainerTitle == "" {
			item.Type = "document"
		}
		if year, err := strconv.Atoi(r.PubYear); err == nil && year > 0 && year < 10000 {
			item.Issued = &bib.Date{Parts: [][]int{{year}}}
		}
		for _, a := range r.AuthorList.Author {
			switch {
			case a.LastName != "":
				item.Author = append(item.Author, bib.Name{Family: line(a.LastName), Given: line(cmp.Or(a.FirstName, a.Initials))})
			case cmp.Or(a.CollectiveName, a.FullName) != "":
				item.Author = append(item.Author, bib.Name{Literal: line(cmp.Or(a.CollectiveName, a.FullName))})
			}
		}
		if len(item.Author) == 0 {
			item.Author = authors(line(r.AuthorString))
		}
		item.AddText("abstract", line(r.AbstractText))
		_, at := newID(PMCID, item.PMCID) // which becomes a part of a URL
		hits = append(hits, Hit{item, r.IsOpenAccess == "Y" && at})
	}
	return hits, nil
}

// authors reads a line such as "Oke B, van Lind CA.".
func authors(text string) (names []bib.Name) {
	for _, name := range strings.Split(strings.TrimSuffix(text, "."), ", ") {
		if at := strings.LastIndexByte(name, ' '); at > 0 {
			names = append(names, bib.Name{Family: name[:at], Given: name[at+1:]})
		} else if name != "" {
			names = append(names, bib.Name{Literal: name})
		}
	}
	return names
}

// ReadCopy reads an answer of the kind [Copy]: the URL of an open copy, if there is one, and the record
// (https://unpaywall.org/data-format).
func ReadCopy(data []byte) (at string, record bib.Item, err error) {
	var a struct {
		DOI            string
		Title          string
		Year           int
		JournalName    string                           `json:"journal_name"`
		IsOpen         *bool                            `json:"is_oa"`
		BestOALocation *location                        `json:"best_oa_location"`
		Authors        []struct{ Family, Given string } `json:"z_authors"`
	}
	if len(data) > maxAnswer || json.Unmarshal(data, &a) != nil || a.IsOpen == nil {
		return "", record, ErrAnswer
	}
	record = bib.Item{Type: "article-journal", DOI: line(a.DOI), Title: line(untagged(a.Title)), ContainerTitle: line(a.JournalName)}
	if a.Year > 0 && a.Year < 10000 {
		record.Issued = &bib.Date{Parts: [][]int{{a.Year}}}
	}
	for _, n := range a.Authors {
		if n.Family != "" {
			record.Author = append(record.Author, bib.Name{Family: line(n.Family), Given: line(n.Given)})
		}
	}
	if l := a.BestOALocation; l != nil {
		at = cmp.Or(l.URLForPDF, l.URL, l.URLForLandingPage)
	}
	return at, record, nil
}

// A location is where Unpaywall found a copy. What is not known is null.
type location struct {
	URL               string `json:"url"`
	URLForPDF         string `json:"url_for_pdf"`
	URLForLandingPage string `json:"url_for_landing_page"`
}

// line returns a text of an answer as it may be shown, in one line.
func line(text string) string { return safe.Line(text).String() }

// untagged returns a text without HTML's tags and references, which titles have.
func untagged(text string) string { return tagsOf.Replace(text) }

var tagsOf = strings.NewReplacer("<i>", "", "</i>", "", "<b>", "", "</b>", "", "<sub>", "", "</sub>", "", "<sup>", "", "</sup>", "",
	"<em>", "", "</em>", "", "<u>", "", "</u>", "", "&amp;", "&", "&lt;", "<", "&gt;", ">", "&#39;", "'", "&quot;", `"`)

// Identified returns the first record that has one of the identifiers, and reports whether there is one.
func Identified(hits []Hit, ids []ID) (hit Hit, ok bool) {
	for _, h := range hits {
		for _, id := range Of(h.Item) {
			if slices.ContainsFunc(ids, func(other ID) bool { return other.Key() == id.Key() }) {
				return h, true
			}
		}
	}
	return hit, false
}

// Agreeing returns the one record that agrees with a reference in title, year and first author, and reports
// whether there is exactly one.
func Agreeing(hits []Hit, item bib.Item) (hit Hit, ok bool) {
	want, known := titleKey(item)
	n := 0
	for _, h := range hits {
		if key, ok := titleKey(h.Item); known && ok && key == want {
			hit = h
			n++
		}
	}
	return hit, n == 1
}
