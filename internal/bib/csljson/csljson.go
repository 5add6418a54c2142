// Package csljson reads and writes CSL-JSON, also as reference managers and Crossref vary it.
//
// The package must not know of the other formats.
package csljson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"etal/internal/bib"
	"etal/internal/names"
	"etal/internal/safe"
)

// Read reads the items of a CSL-JSON file: an array of them, one alone, or an
// object that has them under "items" or "references".
func Read(text string) (items []bib.Item, notices []string) {
	var list []json.RawMessage
	if json.Unmarshal([]byte(text), &list) != nil {
		var object map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &object); err != nil {
			return nil, []string{err.Error()}
		}
		list = []json.RawMessage{json.RawMessage(text)}
		for _, name := range []string{"items", "references"} {
			if inner := []json.RawMessage(nil); json.Unmarshal(object[name], &inner) == nil && inner != nil {
				list = inner
			}
		}
	}
	for i, raw := range list[:min(len(list), bib.MaxEntries)] {
		var fields cslFields
		if json.Unmarshal(raw, &fields) != nil || len(fields) == 0 {
			if len(notices) < bib.MaxBroken {
				notices = append(notices, fmt.Sprintf("item %d is not an object", i+1))
			}
			continue
		}
		items = append(items, fields.item())
	}
	return items, notices
}

// cslFields are the fields of an item in CSL-JSON, of whatever type their writer gave
// them.
type cslFields map[string]json.RawMessage

func (f cslFields) item() bib.Item {
	item := bib.Item{
		ID: f.text("id", "citation-key"), Type: f.text("type"), Author: f.names("author"), Editor: f.names("editor"), Translator: f.names("translator"),
		Issued: f.date("issued"), YearSuffix: f.text("year-suffix"), Title: f.text("title"), ContainerTitle: f.text("container-title"),
		Volume: f.text("volume"), Issue: f.text("issue"), Page: bib.PlainRange(f.text("page")), Number: f.text("number"),
		NumberOfPages: f.text("number-of-pages"), Edition: f.text("edition"), Publisher: f.text("publisher"),
		PublisherPlace: f.text("publisher-place"), Collection: f.text("collection-title"), Genre: f.text("genre"),
		ISBN: f.text("ISBN"), PMID: f.text("PMID"), PMCID: f.text("PMCID"), DOI: bib.BareDOI(f.text("DOI")), URL: f.text("URL"),
	}
	if item.Type == "" {
		item.Type = "document"
	}
	if item.Page == "" {
		item.Page = bib.PlainRange(f.text("page-first"))
	}
	for _, name := range bib.TextNames {
		if name != "page-first" || f.text("page") != "" {
			item.AddText(name, f.text(name))
		}
	}
	item.AddText("title-short", f.text("shortTitle"))
	item.AddText("container-title-short", f.text("journalAbbreviation"))
	for _, name := range bib.RoleNames {
		item.AddPersons(name, f.names(name))
	}
	for _, name := range bib.DateNames {
		item.AddDate(name, f.date(name))
	}
	item.Own = f.own(&item)
	return item
}

// text returns the first of the fields that is a text or a number, without markup. Of a
// list, as Crossref has for titles, it is the first text.
func (f cslFields) text(names ...string) string {
	for _, name := range names {
		if s := jsonText(f[name]); s != "" {
			return s
		}
	}
	return ""
}

func jsonText(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return ""
	}
	var s string
	var list []json.RawMessage
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return unmarked(s)
	case raw[0] == '[' && json.Unmarshal(raw, &list) == nil && len(list) > 0 && list[0][0] != '[':
		return jsonText(list[0])
	case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
		return string(raw)
	}
	return ""
}

// cslMarkup are the HTML tags that CSL-JSON allows in texts:
// https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
var cslMarkup = strings.NewReplacer("<i>", "", "</i>", "", "<b>", "", "</b>", "", "<sub>", "", "</sub>", "", "<sup>", "", "</sup>", "",
	"<em>", "", "</em>", "", "<sc>", "", "</sc>", "", `<span style="font-variant: small-caps;">`, "", `<span style="font-variant:small-caps;">`, "",
	`<span class="nocase">`, "", "</span>", "", "&amp;", "&", "&lt;", "<", "&gt;", ">")

// unmarked returns a text without markup, in one line. JSON may have written any character as
// an escape, so it is made safe only here.
func unmarked(s string) string { return safe.Line(cslMarkup.Replace(s)).String() }

func (f cslFields) names(name string) []bib.Name {
	if len(f[name]) == 0 {
		return nil
	}
	var list []cslFields
	if json.Unmarshal(f[name], &list) != nil {
		var one cslFields
		if json.Unmarshal(f[name], &one) != nil {
			return nil
		}
		list = []cslFields{one}
	}
	var persons []bib.Name
	for _, c := range list {
		particle := strings.TrimSpace(c.text("dropping-particle") + " " + c.text("non-dropping-particle"))
		given, behind := bib.TrailingParticle(c.text("given"))
		n := bib.Name{Family: c.text("family"), Given: given, Suffix: c.text("suffix"), NonDroppingParticle: strings.TrimSpace(behind + " " + particle)}
		if literal := c.text("literal", "name"); n.Family == "" && literal != "" {
			n = bib.Name{Literal: literal}
			if names.IsEtAl(literal) {
				n.Literal = bib.AndOthers
			}
		}
		if names.IsEtAl(n.Family) && n.Given == "" {
			n = bib.Name{Literal: bib.AndOthers}
		}
		if n.Family == "" && n.Literal == "" && n.Given != "" {
			n = bib.Name{Family: n.Given}
		}
		if n != (bib.Name{}) {
			persons = append(persons, n)
		}
	}
	return persons
}

// date reads a date in parts, or as it was written in words.
func (f cslFields) date(name string) *bib.Date {
	if len(f[name]) == 0 {
		return nil
	}
	var fields cslFields
	if json.Unmarshal(f[name], &fields) != nil {
		return bib.ParseDate(f.text(name))
	}
	var parts [][]json.RawMessage
	d := &bib.Date{}
	if json.Unmarshal(fields["date-parts"], &parts) == nil {
		for _, p := range parts[:min(len(parts), 2)] {
			if date := dateParts(p); date != nil {
				d.Parts = append(d.Parts, date)
			}
		}
	}
	if len(d.Parts) > 0 {
		return d
	}
	return bib.ParseDate(fields.text("raw", "literal", "year"))
}

// dateParts reads a year, a month and a day, which may be texts, as far as they are
// such.
func dateParts(raw []json.RawMessage) []int {
	var date []int
	for i, r := range raw[:min(len(raw), 3)] {
		n, err := strconv.Atoi(jsonText(r))
		if err != nil || n == 0 || i == 0 && (n < -9999 || n > 9999) || i == 1 && (n < 1 || n > 12) || i == 2 && (n < 1 || n > 31) {
			break
		}
		date = append(date, n)
	}
	return date
}
