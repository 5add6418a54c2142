package identify

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	"etal/internal/bib"
)

// MaxAsked is how many places are asked for one work.
const MaxAsked = 4

// An Answer is the kind of answer that a place gives.
type Answer int

// The answers.
const (
	Page     Answer = iota // the article as a page, or a page about it where it is closed
	OpenCopy               // the article as a page or a PDF
	Any                    // whatever the URL of a reference leads to
	PDF                    // a PDF
	JATS                   // an article in JATS XML
	Record                 // a record of the work in CSL-JSON: [ReadRecord]
	Found                  // records at Europe PMC: [ReadFound]
	Copy                   // where an open copy is, by Unpaywall: [ReadCopy]
)

// A Place is where a work can be asked for.
type Place struct {
	Name   string // for messages
	URL    string
	Accept string // media types to ask for, as in HTTP; empty for those of articles
	Answer Answer
}

// A Directory has the addresses of the places, without a slash at the end.
type Directory struct {
	ArXiv     string
	DOI       string
	EuropePMC string // of its web services
	Unpaywall string
	Email     string // that Unpaywall is told; it is not asked if that is empty
}

// NewDirectory returns the directory of the places as they are on the web, for an e-mail address that may be
// told to Unpaywall, empty for none.
func NewDirectory(email string) Directory {
	return Directory{
		ArXiv:     "https://arxiv.org",
		DOI:       "https://doi.org",
		EuropePMC: "https://www.ebi.ac.uk/europepmc/webservices/rest",
		Unpaywall: "https://api.unpaywall.org/v2",
		Email:     email,
	}
}

// The names of the places.
const (
	ArXivName     = "arXiv"
	DOIName       = "doi.org"
	EuropePMCName = "Europe PMC"
	UnpaywallName = "Unpaywall"
	PublisherName = "the publisher"
)

// cslJSON is the media type of records (https://citation.crosscite.org/docs.html).
const cslJSON = "application/vnd.citationstyles.csl+json"

// Places returns where to ask for a work with identifiers, in this order, until one has it: open places first.
// What an answer tells of other places comes before the next: [Directory.FullText] and [Directory.Publisher].
func (d Directory) Places(ids []ID) (places []Place) {
	known := map[Kind]ID{}
	for _, id := range ids {
		if _, ok := known[id.Kind]; !ok {
			known[id.Kind] = id
		}
	}
	doi, pmcid, pmid, preprint := known[DOI], known[PMCID], known[PMID], known[ArXiv]
	if pmcid.Value != "" {
		places = append(places, d.FullText(pmcid.Value))
	}
	switch {
	case pmcid.Value != "":
		places = append(places, d.Record(pmcid))
	case pmid.Value != "":
		places = append(places, d.Record(pmid))
	case doi.Value != "":
		places = append(places, d.find(`DOI:"`+doi.Value+`"`))
	}
	if preprint.Value != "" {
		places = append(places,
			Place{Name: ArXivName, URL: d.ArXiv + "/html/" + preprint.Value, Answer: Page},
			Place{Name: ArXivName, URL: d.ArXiv + "/pdf/" + preprint.Value, Accept: "application/pdf", Answer: PDF})
	}
	switch {
	case doi.Value != "":
		places = append(places, d.Publisher(doi)...)
	case preprint.Value != "":
		places = append(places, d.Record(preprint))
	}
	return places
}

// FullText returns the place of the article with a PMCID in Europe PMC's open part.
func (d Directory) FullText(pmcid string) Place {
	return Place{Name: EuropePMCName, URL: d.EuropePMC + "/" + url.PathEscape(pmcid) + "/fullTextXML", Accept: "application/xml,text/xml", Answer: JATS}
}

// Publisher returns the places that a DOI leads to outside Europe PMC: an open copy, the publisher's page, and
// the record.
func (d Directory) Publisher(doi ID) (places []Place) {
	if d.Email != "" {
		places = append(places, Place{
			Name: UnpaywallName, URL: d.Unpaywall + "/" + path(doi.Value) + "?email=" + url.QueryEscape(d.Email), Accept: "application/json", Answer: Copy,
		})
	}
	return append(places, Place{Name: PublisherName, URL: d.DOI + "/" + path(doi.Value), Answer: Page}, d.Record(doi))
}

// Record returns the place of the record of a work: Europe PMC for its own identifiers, and else the agency
// that registered the DOI, which arXiv's numbers have, too.
func (d Directory) Record(id ID) Place {
	doi := id.Value
	switch id.Kind {
	case PMCID:
		return d.find("PMCID:" + id.Value)
	case PMID:
		return d.find("EXT_ID:" + id.Value + " AND SRC:MED")
	case ArXiv:
		doi = "10.48550/arXiv." + version.ReplaceAllString(id.Value, "")
	}
	return Place{Name: DOIName, URL: d.DOI + "/" + path(doi), Accept: cslJSON, Answer: Record}
}

// Search returns the place that knows a work without an identifier by its title, year and first author, and
// reports whether they suffice.
func (d Directory) Search(item bib.Item) (p Place, ok bool) {
	if _, ok := titleKey(item); !ok {
		return p, false
	}
	first := item.Author[0]
	return d.find(fmt.Sprintf(`TITLE:"%s" AND AUTH:"%s" AND PUB_YEAR:%d`, quotable(item.Title), quotable(cmp.Or(first.Family, first.Literal)), item.Issued.Year())), true
}

// quotable returns a text as it can stand between quotes in a query.
func quotable(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '"' || r == '\\' || r <= ' ' }), " ")
}

// maxFound is how many records are asked for: one that is the work, and others by which to tell that it is
// not the only one.
const maxFound = 5

// find returns the place of records by a query (https://europepmc.org/RestfulWebService).
func (d Directory) find(query string) Place {
	v := url.Values{"query": {query}, "format": {"json"}, "resultType": {"core"}, "pageSize": {fmt.Sprint(maxFound)}}
	return Place{Name: EuropePMCName, URL: d.EuropePMC + "/search?" + v.Encode(), Accept: "application/json", Answer: Found}
}
