package jats

import (
	"strconv"
	"strings"

	"etal/internal/bib"
	"etal/internal/doc"
	"etal/internal/names"
	"etal/internal/safe"
)

// compose writes a citation that has fields only, in the Vancouver
// style: authors, title, where and when. In a numbered list the year stands with the
// volume, else after the authors, where a reader who comes from a mark looks for it.
func (r *reader) compose(c *node, numbered bool) []doc.Inline {
	if r.style.publisher == "hindawi" {
		return r.composeIEEE(c)
	}
	o := &composer{reader: r}
	it := tagged(c)
	year := c.Child("year").Content()
	if y := it.Issued.Year(); year == "" && y != 0 {
		year = strconv.Itoa(y)
	}
	authors, editors := printedNames(it.Author), it.Editor
	if authors == "" && it.ContainerTitle == "" && len(editors) > 0 {
		authors, editors = printedNames(editors)+editorsMark(editors), nil
	}
	if c.Find("etal") != nil && authors != "" {
		authors += ", et al."
	}
	o.say(authors)
	if !numbered && year != "" {
		o.say("(" + year + ")")
	} else {
		o.stop()
	}
	address := ""
	if r.style.publisher == "mdpi" && it.DOI != "" { // MDPI prints no DOI: its titles are links
		address = "https://doi.org/" + it.DOI
	}
	o.set(titleOf(c), 0, address)
	o.stop()
	if it.Type == "chapter" {
		o.say("In:")
	}
	o.set(c.Child("source"), doc.Italic, sourceAddress(c, address))
	if c.Child("source").Blank() { // which names the conference, too
		o.stop()
		o.say(joined(", ", c.Child("conf-name").Content(), c.Child("conf-loc").Content(), c.Child("conf-date").Content()))
	}
	if len(editors) > 0 && it.ContainerTitle != "" {
		o.say("(" + printedNames(editors) + editorsMark(editors) + ")")
	}
	o.imprint(it, year, numbered)
	o.numbers(c, it)
	for _, comment := range c.All("comment") {
		o.stop()
		o.say(comment.Content())
	}
	o.stop()
	switch printed := doc.Plain(o.text); {
	case address != "":
	case it.DOI != "" && !strings.Contains(printed, it.DOI):
		o.say("doi:" + it.DOI)
	case it.DOI == "" && it.URL != "" && !strings.Contains(printed, it.URL):
		o.say(it.URL)
	}
	return o.text
}

// numbers writes translators, series, versions and the numbers by which a work is found.
func (o *composer) numbers(c *node, it bib.Item) {
	translators := ""
	if len(it.Translator) > 0 {
		translators = "Translated by " + printedNames(it.Translator)
	}
	patent := c.Child("patent")
	version, accession, medline := c.Child("version").Content(), "", ""
	if version != "" && version[0] >= '0' && version[0] <= '9' {
		version = "Version " + version
	}
	for _, id := range c.All("pub-id") {
		if id.Attrs["pub-id-type"] == "accession" {
			accession = id.Content()
		}
	}
	if it.DOI == "" && it.Volume == "" { // archives add them to articles, where journals print none
		medline = joined(", ", named("PMID ", it.PMID), it.PMCID)
	}
	countryOf := ""
	if patent != nil && !strings.HasPrefix(patent.Content(), patent.Attrs["country"]) {
		countryOf = patent.Attrs["country"]
	}
	pages := ""
	if it.NumberOfPages != "" {
		pages = it.NumberOfPages + " pp"
	}
	for _, part := range []string{
		translators, it.Collection, joined(" ", countryOf, patent.Content()), version, accession, pages, named("ISBN ", it.ISBN), medline,
	} {
		if part != "" {
			o.stop()
			o.say(part)
		}
	}
}

func titleOf(c *node) *node {
	return c.Child("article-title", "chapter-title", "data-title", "part-title", "trans-title")
}

// sourceAddress returns the address that the source of a work leads to, where it has no
// title to lead there.
func sourceAddress(c *node, address string) string {
	if titleOf(c) != nil {
		return ""
	}
	return address
}

// imprint writes edition, publisher, volume and pages.
func (o *composer) imprint(it bib.Item, year string, numbered bool) {
	if it.Edition != "" {
		o.stop()
		o.say(it.Edition)
		if !strings.Contains(strings.ToLower(it.Edition), "ed") {
			o.say("ed.")
		}
	}
	if publisher := o.style.publishedBy(it); publisher != "" && it.Type != "article-journal" {
		o.stop()
		o.say(publisher)
	}
	volume, pages := it.Volume, strings.ReplaceAll(it.Page, "-", "–")
	if it.Issue != "" {
		volume += "(" + it.Issue + ")"
	}
	printedYear := ""
	if numbered {
		printedYear = year
	}
	if volume == "" && it.Type != "article-journal" { // Place: Publisher; 2004. pp 1–8.
		if printedYear != "" && it.Publisher != "" {
			o.text = append(o.text, doc.Text(";"))
		} else if printedYear != "" {
			o.stop()
		}
		o.say(printedYear)
		if pages != "" {
			o.stop()
			o.say("pp " + pages)
		}
		return
	}
	if printedYear != "" { // 2004;12(3):1–8.
		o.stop()
	}
	o.say(joined(";", printedYear, joined(":", volume, pages)))
}

// A composer puts pieces one after the other.
type composer struct {
	*reader
	text []doc.Inline
}

// say adds text after a blank.
func (o *composer) say(text string) {
	if text = safe.Line(text).String(); text != "" {
		o.text = append(o.text, doc.Text(" "), doc.Text(text))
	}
}

// set adds what an element says, set in a style, as a link where there is an address.
func (o *composer) set(n *node, style doc.Style, address string) {
	text := doc.Tidy(o.inlines(childrenOf(n), false))
	if len(text) == 0 {
		return
	}
	o.text = append(o.text, doc.Text(" "))
	for i, in := range text {
		in.Style |= style
		if i == len(text)-1 && address != "" && in.To == nil {
			in.To = doc.Address(address)
		}
		o.text = append(o.text, in)
	}
}

// stop ends what is written, unless it has an end.
func (o *composer) stop() {
	text := strings.TrimSpace(doc.Plain(o.text[max(len(o.text)-3, 0):]))
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!") && !endsInOne(text, "In:") {
		o.text = append(o.text, doc.Text("."))
	}
}

func editorsMark(editors []bib.Name) string {
	if len(editors) == 1 {
		return ", ed"
	}
	return ", eds"
}

// printedNames writes names as reference lists have them: Smith AB, Jones C.
func printedNames(authors []bib.Name) string {
	var out []string
	for _, n := range authors {
		if n.Literal != "" {
			out = append(out, n.Literal)
		} else {
			out = append(out, joined(" ", n.Family, names.CompactInitials(n.Given), n.Suffix))
		}
	}
	return strings.Join(out, ", ")
}
