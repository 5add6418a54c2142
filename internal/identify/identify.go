// Package identify says what an identifier or a reference leads to.
//
// [Parse] reads an identifier as people type or paste it, [Of] finds those of a reference. A [Directory]
// names the places to ask for a work, in their order, as data: nothing is asked here, but the answers of
// these places are read here. The package must not know of the network, of files, or of articles.
package identify

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A Kind is who gives identifiers of works.
type Kind string

// The kinds of identifiers.
const (
	DOI   Kind = "doi"
	ArXiv Kind = "arxiv"
	PMCID Kind = "pmcid" // PubMed Central
	PMID  Kind = "pmid"  // PubMed
)

// An ID identifies a work.
type ID struct {
	Kind  Kind
	Value string // 10.1371/journal.pone.0000217, 1706.03762v5, PMC123 or 123
}

// ErrNone is the error for a text that is no identifier.
var ErrNone = errors.New("not an identifier")

// The forms of identifiers. DOI names are of the DOI Handbook, 3.1, those of arXiv as its help has
// them (https://info.arxiv.org/help/arxiv_identifier.html), old and new.
var (
	doiForm   = lazyregexp.New(`^10\.\d{4,9}(?:\.\d+)*/[^\s"“”\\\x00-\x1f\x7f]+$`)
	arxivForm = lazyregexp.New(`^(?:\d{4}\.\d{4,5}|(?i:[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?)/\d{7})(?:v[1-9]\d?)?$`)
	pmcForm   = lazyregexp.New(`^pmc\d{1,9}$`)
	pmidForm  = lazyregexp.New(`^[1-9]\d{0,8}$`)
	version   = lazyregexp.New(`v\d+$`)
)

// arxivDOI is what the DOIs that arXiv registers begin with, in small letters.
const arxivDOI = "10.48550/arxiv."

// newID returns the identifier of a kind, in its usual form, and reports whether the value is one.
func newID(kind Kind, value string) (id ID, ok bool) {
	value = bib.TrimAddress(strings.TrimSpace(value))
	small := strings.ToLower(value)
	switch kind {
	case DOI:
		if number, ok := strings.CutPrefix(small, arxivDOI); ok {
			return newID(ArXiv, number)
		}
		steps := strings.Split(value, "/")
		ok = doiForm.MatchString(value) && len(value) <= maxDOI && !slices.Contains(steps, ".") && !slices.Contains(steps, "..")
	case ArXiv:
		value, _, _ = strings.Cut(value, " ") // the class stands behind it: 1706.03762 [cs.CL]
		ok = arxivForm.MatchString(value)
	case PMCID:
		if value = small; !strings.HasPrefix(value, "pmc") {
			value = "pmc" + value
		}
		ok = pmcForm.MatchString(value)
		value = strings.ToUpper(value)
	case PMID:
		ok = pmidForm.MatchString(value)
	}
	if !ok {
		return ID{}, false
	}
	return ID{kind, value}, true
}

// maxDOI is the length in bytes of the longest DOI that is believed.
const maxDOI = 512

// prefixed matches an identifier behind the name of its kind, as it is pasted from a reference.
var prefixed = lazyregexp.New(`(?i)^(doi|arxiv|pmcid|pmid)(?:\s*:\s*|\s+)(\S.*)$`)

// forms says what an identifier of a kind looks like, for messages.
var forms = map[Kind]string{DOI: "a DOI is 10.1371/journal.pone.0000217", ArXiv: "a number at arXiv is 1706.03762", PMCID: "a PMCID is PMC123", PMID: "a PMID is a number"}

// Parse returns the identifier that a text is, as it is typed or pasted: with or without the name of its
// kind, as the URL of its page, with a full stop behind it. The error is [ErrNone], or says how an
// identifier of the kind that the text names would look.
func Parse(text string) (ID, error) {
	text = strings.TrimSpace(text)
	if id, ok := ofURL(text); ok {
		return id, nil
	}
	if m := prefixed.FindStringSubmatch(text); m != nil {
		kind := Kind(strings.ToLower(m[1]))
		if id, err := Parse(m[2]); err == nil && (id.Kind == kind || kind == DOI) { // doi:https://doi.org/10.1371/a
			return id, nil
		}
		if id, ok := newID(kind, m[2]); ok {
			return id, nil
		}
		return ID{}, errors.New(forms[kind])
	}
	if strings.HasPrefix(text, "10.") {
		if id, ok := newID(DOI, text); ok {
			return id, nil
		}
	}
	if strings.HasPrefix(strings.ToLower(text), "pmc") {
		if id, ok := newID(PMCID, text); ok {
			return id, nil
		}
	}
	return ID{}, ErrNone
}

// pages are the URLs of works by the host, without www, and by what the path looks like: its first group is
// the identifier.
var pages = []struct {
	host string
	path *lazyregexp.Regexp
	kind Kind
}{
	{"doi.org", lazyregexp.New(`^/(10\..+)$`), DOI},
	{"dx.doi.org", lazyregexp.New(`^/(10\..+)$`), DOI},
	{"arxiv.org", lazyregexp.New(`^/(?:abs|html|pdf)/(.+?)(?:\.pdf)?/?$`), ArXiv},
	{"export.arxiv.org", lazyregexp.New(`^/(?:abs|html|pdf)/(.+?)(?:\.pdf)?/?$`), ArXiv},
	{"pmc.ncbi.nlm.nih.gov", lazyregexp.New(`^/articles/((?i:PMC)\d+)/?$`), PMCID},
	{"ncbi.nlm.nih.gov", lazyregexp.New(`^/pmc/articles/((?i:PMC)\d+)/?$`), PMCID},
	{"europepmc.org", lazyregexp.New(`^/(?:article/PMC|articles)/((?i:PMC)\d+)/?$`), PMCID},
	{"pubmed.ncbi.nlm.nih.gov", lazyregexp.New(`^/(\d+)/?$`), PMID},
	{"ncbi.nlm.nih.gov", lazyregexp.New(`^/pubmed/(\d+)/?$`), PMID},
	{"europepmc.org", lazyregexp.New(`^/(?:article|abstract)/(?i:MED)/(\d+)/?$`), PMID},
}

// ofURL returns the identifier whose page has a URL, with or without its scheme.
func ofURL(text string) (ID, bool) {
	if len(text) > safe.MaxURL {
		return ID{}, false
	}
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(bib.TrimAddress(text))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || u.Port() != "" {
		return ID{}, false
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	for _, p := range pages {
		if m := p.path.FindStringSubmatch(u.Path); host == p.host && m != nil {
			return newID(p.kind, m[1])
		}
	}
	return ID{}, false
}

// Of returns the identifiers of a work by its fields, those first that lead to it most surely.
func Of(item bib.Item) []ID {
	var ids []ID
	add := func(id ID, ok bool) {
		if ok && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	add(newID(DOI, bib.BareDOI(item.DOI)))
	if m := numberAtArXiv.FindStringSubmatch(item.Number); m != nil {
		add(newID(ArXiv, m[1]))
	}
	add(newID(PMCID, item.PMCID))
	add(newID(PMID, item.PMID))
	add(ofURL(item.URL))
	return ids
}

// numberAtArXiv matches the number of a preprint as references have it.
var numberAtArXiv = lazyregexp.New(`(?i)^arxiv[:. ]\s*(\S+)$`)

// String returns the identifier as it can be typed.
func (id ID) String() string {
	if id.Kind == PMCID {
		return id.Value
	}
	return string(id.Kind) + ":" + id.Value
}

// Key returns the identifier as it is compared: in small letters, and of a preprint without its version.
func (id ID) Key() string {
	value := strings.ToLower(id.Value)
	if id.Kind == ArXiv {
		value = version.ReplaceAllString(value, "")
	}
	return string(id.Kind) + ":" + value
}

// URL returns the URL of the page of the work.
func (id ID) URL() string {
	switch id.Kind {
	case DOI:
		return "https://doi.org/" + path(id.Value)
	case ArXiv:
		return "https://arxiv.org/abs/" + id.Value
	case PMCID:
		return "https://pmc.ncbi.nlm.nih.gov/articles/" + id.Value + "/"
	default:
		return "https://pubmed.ncbi.nlm.nih.gov/" + id.Value + "/"
	}
}

// path returns an identifier as the path of a URL, in which nothing but its slashes has a meaning.
func path(value string) string { return strings.ReplaceAll(url.PathEscape(value), "%2F", "/") }

// Item returns a work of which nothing but the identifier is known.
func Item(id ID) bib.Item {
	switch id.Kind {
	case DOI:
		return bib.Item{DOI: id.Value}
	case ArXiv:
		return bib.Item{Number: "arXiv:" + id.Value}
	case PMCID:
		return bib.Item{PMCID: id.Value}
	default:
		return bib.Item{PMID: id.Value}
	}
}
