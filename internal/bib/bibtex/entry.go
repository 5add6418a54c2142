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
	{"artwork", "graphic"}, {"image", "graphic"}, {"audio", "song"}, {"music", "song"}, {"jurisdiction", "legal_case"},
	{"legislation", "legislation"}, {"legal", "treaty"}, {"letter", "personal_communication"}, {"performance", "performance"},
}

// inherited is what an entry takes from the one that its crossref names, under another
// name than it has there. All other fields but the key's own are taken as they are.
var inherited = map[string]string{"title": "booktitle", "subtitle": "booksubtitle"}

// maxInherited is the size, in bytes, of the largest entry that others take fields from: a
// volume's is far smaller, and each of its papers shows it again.
const maxInherited = 4 << 10

// inherit adds the fields that the entry lacks from its parent, and reports whether the parent is
// small enough for that.
func (e *bibEntry) inherit(parent bibEntry) bool {
	size := 0
	for _, f := range parent.fields {
		size += len(f.Value)
	}
	if size > maxInherited {
		return false
	}
	for _, f := range parent.fields {
		name := f.Name
		if as, ok := inherited[name]; ok && e.kind != "book" {
			name = as
		}
		if name != "crossref" && name != "doi" && name != "url" && !e.fields.Has(name) {
			e.fields.Add(name, f.Value)
		}
	}
	return true
}

// first returns the first of the fields that the entry has, in LaTeX.
func (e bibEntry) first(names ...string) string {
	for _, name := range names {
		if v := strings.TrimSpace(e.fields.Get(name)); v != "" {
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
		item.Issue, item.Number = e.text("number", "issue"), e.text("csl-number")
	} else {
		item.Number, item.Issue = e.text("number"), e.text("issue")
	}
	item.YearSuffix, item.Genre = e.text("year-suffix"), e.genre()
	e.archive(&item)
	e.variables(&item)
	if item.URL == "" {
		if m := howPublished.FindString(unescapeAddress(e.first("howpublished", "note"))); m != "" {
			item.URL = bib.TrimAddress(m)
		}
	}
	item.Own = e.own()
	return item
}

// own returns the entry as it is written again: "et al." is nobody, in any spelling.
func (e bibEntry) own() *bib.Own {
	own := &bib.Own{Format: format, Kind: e.kind, Line: e.line, Fields: e.fields}
	for i, f := range e.fields {
		if f.Name == "author" || f.Name == "editor" || f.Name == "translator" {
			if endsEtAl(f.Value) >= 0 {
				own.Fields[i].Value = writeBibNames(bibNames(f.Value))
			}
		}
	}
	return own
}

// format is the name of the format in [bib.Own].
const format = "bibtex"

var howPublished = lazyregexp.New(`https?://[^\s{}]+`)

// cslType returns the type of the entry, which BibLaTeX's entrysubtype makes exact. An article that
// appeared in nothing but an archive is a preprint.
func (e bibEntry) cslType() string {
	switch subtype := e.text("entrysubtype"); {
	case bib.IsType(subtype):
		return subtype
	case e.kind == "article" && (subtype == "magazine" || subtype == "newspaper"):
		return "article-" + subtype
	case (e.kind == "article" || e.kind == "misc") && e.isPreprint() && e.first("journal", "journaltitle", "booktitle") == "":
		return "article"
	}
	return typeOf(e.kind)
}

// typeOf returns the type that most entries of a kind have.
func typeOf(kind string) string {
	for _, t := range bibTypes {
		if t.kind == kind {
			return t.csl
		}
	}
	return "document"
}

// isPreprint reports whether an archive of preprints has the work. Those of printed works do not
// count, nor words that no archive uses as numbers.
func (e bibEntry) isPreprint() bool {
	archive := strings.ToLower(e.text("eprinttype", "archiveprefix"))
	if archive == "" {
		return arxivNumber.MatchString(e.verbatim("eprint", "arxivid"))
	}
	return e.first("eprint", "arxivid") != "" && !libraries[archive]
}

var libraries = map[string]bool{"jstor": true, "googlebooks": true, "hdl": true, "pubmed": true, "pmid": true}

// arxivNumber matches a number of arXiv, of the kind before 2007 too.
var arxivNumber = lazyregexp.New(`^(?i:arxiv:.+|\d{4}\.\d+(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}(?:v\d+)?)$`)

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
	eprint, archive := e.verbatim("eprint", "arxivid"), e.text("eprinttype", "archiveprefix")
	switch kind := strings.ToLower(archive); {
	case (kind == "pubmed" || kind == "pmid") && eprint != "":
		item.PMID = eprint
	case (kind == "arxiv" || kind == "") && arxivNumber.MatchString(eprint) && item.Number == "":
		item.Number = "arXiv:" + strings.TrimPrefix(strings.TrimPrefix(eprint, "arXiv:"), "arxiv:")
	default:
		item.AddText("archive", archive)
		item.AddText("archive_location", eprint)
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
