package jats

import (
	"slices"
	"strings"

	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/names"
)

// A printStyle is how a journal prints references that have fields only.
type printStyle struct {
	publisher string // one of publisherStyles, or empty
}

// publisherStyles are the publishers that print references in a style of their own.
var publisherStyles = []string{"mdpi", "hindawi"}

// styleOf returns how the journal of an article prints references.
func styleOf(front *node) printStyle {
	if p := front.Find("publisher-name"); p != nil {
		name := strings.ToLower(p.Content())
		for _, publisher := range publisherStyles {
			if strings.HasPrefix(name, publisher) {
				return printStyle{publisher}
			}
		}
	}
	return printStyle{}
}

// publishedBy returns who published a work and where, in the order of the style.
func (s printStyle) publishedBy(it bib.Item) string {
	if s.publisher == "mdpi" {
		return joined(": ", it.Publisher, it.PublisherPlace)
	}
	return joined(": ", it.PublisherPlace, it.Publisher)
}

// composeIEEE writes a citation in the style of the IEEE: initials first, the title in
// quotation marks, every part named.
func (r *reader) composeIEEE(c *node) []doc.Inline {
	o, it := &composer{reader: r}, tagged(c)
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
		o.text = append(o.text, doc.Text(", “"))
		o.text = append(o.text, doc.Tidy(r.inlines(childrenOf(title), false))...)
		end := "”"
		if !c.Child("source").Blank() {
			end = ",”"
		}
		o.text = append(o.text, doc.Text(end))
	} else if authors != "" {
		flush()
		o.text = append(o.text, doc.Text(","))
	}
	o.set(c.Child("source"), doc.Italic, "")
	for _, p := range []string{
		joined(", ", it.Publisher, it.PublisherPlace), named("vol. ", it.Volume), named("no. ", it.Issue), named("pp. ", strings.ReplaceAll(it.Page, "-", "–")), c.Child("year").Content(),
	} {
		if p != "" {
			o.text = append(o.text, doc.Text(", "+p))
		}
	}
	o.stop()
	if it.DOI == "" && it.URL != "" {
		o.say(it.URL)
	}
	return o.text
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
	for _, r := range names.CompactInitials(n.Given) {
		if r == '-' {
			given = strings.TrimSuffix(given, " ") + "-"
			continue
		}
		given += string(r) + ". "
	}
	return joined(" ", strings.TrimSpace(given), n.Family, n.Suffix)
}
