package bibtex

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/lazyregexp"
)

// bibTypes gives the CSL type of BibTeX's and BibLaTeX's kinds of entries. Where several
// have the same, BibTeX's own name for it comes first.
var bibTypes = []struct{ kind, csl string }{
	{"article", "article-journal"}, {"book", "book"}, {"incollection", "chapter"}, {"inproceedings", "paper-conference"},
	{"phdthesis", "thesis"}, {"techreport", "report"}, {"online", "webpage"}, {"misc", "document"}, {"misc", "article"},
	{"dataset", "dataset"}, {"software", "software"}, {"patent", "patent"}, {"standard", "standard"},
	{"article", "article-magazine"}, {"article", "article-newspaper"}, {"inreference", "entry-encyclopedia"},
	{"inreference", "entry-dictionary"}, {"inreference", "entry"}, {"review", "review"}, {"review", "review-book"},
	{"misc", "post-weblog"}, {"misc", "post"}, {"movie", "motion_picture"}, {"unpublished", "manuscript"}, {"unpublished", "speech"},
	{"mvbook", "book"}, {"bookinbook", "chapter"}, {"booklet", "book"}, {"collection", "book"}, {"mvcollection", "book"},
	{"proceedings", "book"}, {"mvproceedings", "book"}, {"manual", "book"}, {"reference", "book"}, {"inbook", "chapter"},
	{"suppbook", "chapter"}, {"conference", "paper-conference"}, {"mastersthesis", "thesis"}, {"thesis", "thesis"},
	{"report", "report"}, {"electronic", "webpage"}, {"www", "webpage"}, {"video", "motion_picture"}, {"periodical", "book"},
}

// inherited is what an entry takes from the one that its crossref names, under another
// name than it has there. All other fields but the key's own are taken as they are.
var inherited = map[string]string{"title": "booktitle", "subtitle": "booksubtitle"}

// maxInherited is the size, in bytes, of the largest entry that others take fields from: a
// volume's is far smaller, and each of its papers shows it again.
const maxInherited = 4 << 10

// inherit fills the fields that the entry lacks with those of its parent; ok is false where
// the parent is too large.
func (e bibEntry) inherit(parent bibEntry) (ok bool) {
	size := 0
	for _, value := range parent.fields {
		size += len(value)
	}
	if size > maxInherited {
		return false
	}
	for name, value := range parent.fields {
		if as, ok := inherited[name]; ok && e.kind != "book" {
			name = as
		}
		if name == "crossref" || name == "doi" || name == "url" {
			continue
		}
		if _, has := e.fields[name]; !has {
			e.fields[name] = value
		}
	}
	return true
}

// first returns the first of the fields that the entry has, in LaTeX.
func (e bibEntry) first(names ...string) string {
	for _, name := range names {
		if v := strings.TrimSpace(e.fields[name]); v != "" {
			return v
		}
	}
	return ""
}

func (e bibEntry) text(names ...string) string { return fromLaTeX(e.first(names...)) }

// item returns the work that the entry describes.
func (e bibEntry) item() bib.Item {
	item := bib.Item{
		ID: e.key, Type: e.cslType(), Author: bibNames(e.first("author")), Editor: bibNames(e.first("editor")),
		Translator: bibNames(e.first("translator")), Issued: e.date(), Title: joinTitle(e.text("title"), e.text("subtitle")),
		ContainerTitle: joinTitle(e.text("journaltitle", "journal", "booktitle", "maintitle"), e.text("journalsubtitle", "booksubtitle")),
		Volume:         e.text("volume"), Page: bib.PlainRange(e.text("pages", "eid", "articleno")), NumberOfPages: e.text("pagetotal", "numpages"),
		Edition: e.text("edition"), Publisher: e.text("publisher", "school", "institution", "organization"),
		PublisherPlace: e.text("address", "location"), Collection: e.text("series"), ISBN: e.text("isbn"),
		DOI: bib.BareDOI(e.verbatim("doi")), URL: e.verbatim("url"), PMID: e.text("pmid"), PMCID: e.text("pmcid", "pmc"),
	}
	if item.Author == nil && item.Editor == nil && e.first("organization") != "" && e.first("publisher", "school", "institution") != "" {
		item.Author = []bib.Name{{Literal: e.text("organization")}}
	}
	if strings.Contains(item.Type, "article-") {
		item.Issue = e.text("number", "issue")
	} else {
		item.Number, item.Issue = e.text("number"), e.text("issue")
	}
	item.Genre = e.genre()
	e.archive(&item)
	if item.URL == "" {
		if m := howPublished.FindString(e.first("howpublished", "note")); m != "" {
			item.URL = bib.TrimAddress(unescapeAddress(m))
		}
	}
	return item
}

var howPublished = lazyregexp.New(`https?://[^\s{}]+`)

// cslType returns the type of the entry. An article that appeared in nothing but an
// archive is a preprint.
func (e bibEntry) cslType() string {
	if (e.kind == "article" || e.kind == "misc") && e.first("eprint") != "" && e.first("journal", "journaltitle", "booktitle") == "" {
		return "article"
	}
	for _, t := range bibTypes {
		if t.kind == e.kind {
			return t.csl
		}
	}
	return "document"
}

// genre returns what kind of thesis or report the entry is.
func (e bibEntry) genre() string {
	switch kind := e.text("type"); {
	case kind == "phdthesis" || kind == "" && e.kind == "phdthesis":
		return "PhD thesis"
	case kind == "mathesis" || kind == "" && e.kind == "mastersthesis":
		return "Master’s thesis"
	default:
		return kind
	}
}

// archive reads the number that an archive gave the work.
func (e bibEntry) archive(item *bib.Item) {
	eprint := e.verbatim("eprint", "arxivid")
	switch archive := strings.ToLower(e.text("eprinttype", "archiveprefix")); {
	case eprint == "":
	case archive == "pubmed" || archive == "pmid":
		item.PMID = eprint
	case archive == "arxiv" || archive == "":
		if item.Number == "" {
			item.Number = "arXiv:" + strings.TrimPrefix(strings.TrimPrefix(eprint, "arXiv:"), "arxiv:")
		}
	}
}

// verbatim returns a field in which signs stand for themselves; writers that did not
// know escaped them all the same.
func (e bibEntry) verbatim(names ...string) string {
	v := e.first(names...)
	if strings.HasPrefix(v, `\url{`) {
		v = strings.TrimSuffix(strings.TrimPrefix(v, `\url{`), "}")
	}
	return strings.Join(strings.Fields(unescapeAddress(strings.Trim(v, "{}"))), "")
}

func unescapeAddress(s string) string { return escapedAddress.Replace(s) }

var escapedAddress = strings.NewReplacer(`\_`, "_", `\&`, "&", `\%`, "%", `\#`, "#", `\~{}`, "~", `\~`, "~", `\textasciitilde{}`, "~", `{\_}`, "_", `{\textasciitilde}`, "~", `$\sim$`, "~")

// date reads BibLaTeX's date or BibTeX's year, month and day.
func (e bibEntry) date() *bib.Date {
	if d := bib.ParseDate(e.text("date")); d != nil {
		return d
	}
	d := bib.ParseDate(e.text("year"))
	if d == nil || d.Year() == 0 || len(d.Parts) > 1 || len(d.Parts[0]) > 1 {
		return d
	}
	return d.With(e.text("month"), e.text("day"))
}

// joinTitle returns a title with its subtitle.
func joinTitle(title, sub string) string {
	switch {
	case sub == "":
		return title
	case strings.HasSuffix(title, "?") || strings.HasSuffix(title, "!"):
		return title + " " + sub
	}
	return title + ": " + sub
}
