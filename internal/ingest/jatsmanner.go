package ingest

import (
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/xmltree"
)

// A manner is how a list prints references that have fields only.
type manner struct {
	numbered bool
	house    string // the publisher that prints them in a manner of its own, in small letters
}

// houses are the publishers whose manner is followed.
var houses = []string{"mdpi", "hindawi"}

// mannerOf returns how the journal of an article prints references.
func mannerOf(front *xmltree.Node) manner {
	name := ""
	if p := front.Find("publisher-name"); p != nil {
		name = strings.ToLower(p.Content())
	}
	for _, house := range houses {
		if strings.HasPrefix(name, house) {
			return manner{house: house}
		}
	}
	return manner{}
}

// publisher returns who published a work and where, in the order of the house.
func (m manner) publisher(it bib.Item) string {
	if m.house == "mdpi" {
		return joined(": ", it.Publisher, it.PublisherPlace)
	}
	return joined(": ", it.PublisherPlace, it.Publisher)
}

// composeQuoted writes a citation as engineers do: initials first, the title in quotation
// marks, every part named.
func composeQuoted(c *xmltree.Node) []piece {
	o, it := &composer{}, tagged(c)
	var names []string
	for _, n := range it.Author {
		names = append(names, firstNameFirst(n))
	}
	if c.Find("etal") != nil && len(names) > 0 {
		names = append(names, "et al.")
	}
	authors := strings.Join(names, ", ")
	if last := len(names) - 1; last > 0 && names[last] != "et al." {
		authors = strings.Join(names[:last], ", ")
		if last > 1 {
			authors += ","
		}
		authors += " and " + names[last]
	}
	parts := []string{authors}
	flush := func() {
		o.say(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", "))
		parts = nil
	}
	if title := titleOf(c); !title.Blank() {
		flush()
		o.pieces = append(o.pieces, piece{text: ", “"})
		o.pieces = append(o.pieces, tidy(flatten(childrenOf(title), false))...)
		end := "”"
		if !c.Child("source").Blank() {
			end = ",”"
		}
		o.pieces = append(o.pieces, piece{text: end})
	} else if authors != "" {
		flush()
		o.pieces = append(o.pieces, piece{text: ","})
	}
	o.set(c.Child("source"), style{italic: true}, "")
	for _, p := range []string{
		joined(", ", it.Publisher, it.PublisherPlace), named("vol. ", it.Volume), named("no. ", it.Issue), named("pp. ", strings.ReplaceAll(it.Page, "-", "–")), c.Child("year").Content(),
	} {
		if p != "" {
			o.pieces = append(o.pieces, piece{text: ", " + p})
		}
	}
	o.stop()
	if it.DOI == "" && it.URL != "" {
		o.say(it.URL)
	}
	return o.pieces
}

func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

// firstNameFirst writes a name as engineers do: K. M. Chan.
func firstNameFirst(n bib.Name) string {
	if n.Literal != "" {
		return n.Literal
	}
	given := ""
	for _, r := range initials(n.Given) {
		if r == '-' {
			given = strings.TrimSuffix(given, " ") + "-"
			continue
		}
		given += string(r) + ". "
	}
	return joined(" ", strings.TrimSpace(given), n.Family, n.Suffix)
}
