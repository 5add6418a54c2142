package endnote

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
	"etal/internal/xmltree"
)

// elements gives the tags of Refer for elements of EndNote's XML, by their paths.
var elements = []struct{ path, tag string }{
	{"contributors/authors/author", "A"}, {"contributors/secondary-authors/author", "E"}, {"contributors/tertiary-authors/author", "Y"},
	{"contributors/subsidiary-authors/author", "?"}, {"contributors/translated-authors/author", "?"},
	{"titles/title", "T"}, {"titles/secondary-title", "B"}, {"periodical/full-title", "J"}, {"titles/tertiary-title", "S"}, {"titles/short-title", "!"},
	{"pages", "P"}, {"volume", "V"}, {"number", "N"}, {"edition", "7"}, {"keywords/keyword", "K"}, {"dates/year", "D"}, {"dates/pub-dates/date", "8"},
	{"pub-location", "C"}, {"publisher", "I"}, {"isbn", "@"}, {"accession-num", "M"}, {"call-num", "L"}, {"electronic-resource-num", "R"},
	{"abstract", "X"}, {"notes", "Z"}, {"language", "G"}, {"num-vols", "6"}, {"section", "&"}, {"orig-pub", "("}, {"work-type", "9"}, {"label", "F"},
	{"urls/related-urls/url", "U"}, {"urls/web-urls/url", "U"}, {"access-date", "["}, {"remote-database-name", "~"}, {"remote-database-provider", "W"},
}

// ReadXML reads the items of EndNote's XML, and reports what it could not read of it.
func ReadXML(text string) (items []bib.Item, notices []string) {
	root, whole, _ := xmltree.Parse(text)
	if !whole {
		notices = append(notices, "the XML breaks off")
	}
	var records []tagged.Record
	root.Walk(func(n *xmltree.Node) bool {
		if !n.Is("record") || len(records) >= bib.MaxEntries {
			return true
		}
		records = append(records, recordOf(n))
		return false
	})
	return itemsOf(records), notices
}

// recordOf returns an element as a record of Refer.
func recordOf(n *xmltree.Node) (r tagged.Record) {
	if t := n.Child("ref-type"); t != nil {
		r.Fields.Add("0", t.Attrs["name"])
	}
	for _, e := range elements {
		for _, found := range at(n, e.path) {
			r.Fields.Add(e.tag, found.Content())
		}
	}
	return r
}

// at returns the elements under n at a path of names.
func at(n *xmltree.Node, path string) []*xmltree.Node {
	name, rest, deeper := strings.Cut(path, "/")
	if !deeper {
		return n.All(name)
	}
	var found []*xmltree.Node
	for _, c := range n.All(name) {
		found = append(found, at(c, rest)...)
	}
	return found
}
