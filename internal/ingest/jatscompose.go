package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"etal/internal/bib"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// compose writes a citation that has fields only, in the manner of the Vancouver
// style: authors, title, where and when. In a numbered list the year stands with the
// volume, else after the authors, where a reader who comes from a mark looks for it.
func compose(c *xmltree.Node, m manner) []piece {
	if m.house == "hindawi" {
		return composeQuoted(c)
	}
	o, numbered := &composer{}, m.numbered
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
	if m.house == "mdpi" && it.DOI != "" { // it prints none: its titles lead there
		address = "https://doi.org/" + it.DOI
	}
	o.set(titleOf(c), style{}, address)
	o.stop()
	if it.Type == "chapter" {
		o.say("In:")
	}
	o.set(c.Child("source"), style{italic: true}, sourceAddress(c, address))
	if len(editors) > 0 && it.ContainerTitle != "" {
		o.say("(" + printedNames(editors) + editorsMark(editors) + ")")
	}
	o.imprint(it, year, m)
	for _, comment := range c.All("comment") {
		o.stop()
		o.say(comment.Content())
	}
	o.stop()
	switch said := textOf(o.pieces); {
	case address != "":
	case it.DOI != "" && !strings.Contains(said, it.DOI):
		o.say("doi:" + it.DOI)
	case it.DOI == "" && it.URL != "" && !strings.Contains(said, it.URL):
		o.say(it.URL)
	}
	return o.pieces
}

func titleOf(c *xmltree.Node) *xmltree.Node {
	return c.Child("article-title", "chapter-title", "data-title", "part-title", "trans-title")
}

// sourceAddress returns the address that the source of a work leads to, where it has no
// title to lead there.
func sourceAddress(c *xmltree.Node, address string) string {
	if titleOf(c) != nil {
		return ""
	}
	return address
}

// imprint writes edition, publisher, volume and pages.
func (o *composer) imprint(it bib.Item, year string, m manner) {
	if it.Edition != "" {
		o.stop()
		o.say(it.Edition)
		if !strings.Contains(strings.ToLower(it.Edition), "ed") {
			o.say("ed.")
		}
	}
	if publisher := m.publisher(it); publisher != "" && it.Type != "article-journal" {
		o.stop()
		o.say(publisher)
	}
	volume, pages := it.Volume, strings.ReplaceAll(it.Page, "-", "–")
	if it.Issue != "" {
		volume += "(" + it.Issue + ")"
	}
	printedYear := ""
	if m.numbered {
		printedYear = year
	}
	if volume == "" && it.Type != "article-journal" { // Place: Publisher; 2004. pp 1–8.
		if printedYear != "" && it.Publisher != "" {
			o.pieces = append(o.pieces, piece{text: ";"})
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
type composer struct{ pieces []piece }

// say adds text after a blank.
func (o *composer) say(text string) {
	if text = safe.Line(text).String(); text != "" {
		o.pieces = append(o.pieces, piece{text: " "}, piece{text: text})
	}
}

// set adds what an element says, set in a style, as a link where there is an address.
func (o *composer) set(n *xmltree.Node, s style, address string) {
	pieces := tidy(flatten(childrenOf(n), false))
	if len(pieces) == 0 {
		return
	}
	o.pieces = append(o.pieces, piece{text: " "})
	for i, p := range pieces {
		p.italic = p.italic || s.italic
		if i == len(pieces)-1 && p.url == "" {
			p.url = address
		}
		o.pieces = append(o.pieces, p)
	}
}

// stop ends what is written, unless it has an end.
func (o *composer) stop() {
	text := strings.TrimSpace(textOf(o.pieces[max(len(o.pieces)-3, 0):]))
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!") && !endsInOne(text, "In:") {
		o.pieces = append(o.pieces, piece{text: "."})
	}
}

func editorsMark(editors []bib.Name) string {
	if len(editors) == 1 {
		return ", ed"
	}
	return ", eds"
}

// printedNames writes names as reference lists have them: Smith AB, Jones C.
func printedNames(names []bib.Name) string {
	var out []string
	for _, n := range names {
		if n.Literal != "" {
			out = append(out, n.Literal)
		} else {
			out = append(out, joined(" ", n.Family, initials(n.Given), n.Suffix))
		}
	}
	return strings.Join(out, ", ")
}

// initials shortens given names: Ann-Marie B. to A-MB. What is already short stays.
func initials(given string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(given, func(r rune) bool { return r == ' ' || r == '.' || r == '\u00a0' }) {
		for i, part := range strings.Split(word, "-") {
			letters := []rune(part)
			if i > 0 {
				b.WriteByte('-')
			}
			switch {
			case len(letters) == 0:
			case strings.ToUpper(part) == part && len(letters) <= 4, !unicode.IsUpper(letters[0]) && len(letters) < 4:
				b.WriteString(part)
			default:
				b.WriteRune(letters[0])
			}
		}
	}
	return b.String()
}
