package ris

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/tagged"
)

// Write writes the items as RIS in UTF-8, each with the key of [Keys] as its ID. Lines
// end as the format wants it, in CR LF.
func Write(w io.Writer, items []bib.Item) error {
	out := bufio.NewWriter(w)
	for i, key := range bib.Keys(items) {
		writeRISRecord(out, key, items[i])
	}
	return out.Flush()
}

func writeRISRecord(w *bufio.Writer, key string, item bib.Item) {
	put := func(tag, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			fmt.Fprintf(w, "%s  - %s\r\n", tag, value)
		}
	}
	if own := item.OwnOf(format); own != nil {
		put("TY", own.Kind)
		put("ID", key)
		for _, f := range own.Fields {
			put(f.Name, f.Value)
		}
	} else {
		ty := kindOf(item.Type)
		put("TY", ty)
		put("ID", key)
		writeFields(put, item)
		if typeOf(ty) != item.Type && bib.IsType(item.Type) {
			put("N1", noteOf("type", item.Type))
		}
	}
	w.WriteString("ER  - \r\n\r\n")
}

// kindOf returns RIS's name for a type.
func kindOf(csl string) string {
	for _, t := range risTypes {
		if t.csl == csl {
			return t.ty
		}
	}
	return "GEN"
}

func writeFields(put func(tag, value string), item bib.Item) {
	note := func(name, value string) {
		if value != "" {
			put("N1", noteOf(name, value))
		}
	}
	writeNames(put, "AU", "author", item.Author)
	writeNames(put, "ED", "editor", item.Editor)
	writeNames(put, "A4", "translator", item.Translator)
	put("TI", item.Title)
	if countsPages(item.Type) {
		note("container-title", item.ContainerTitle)
	} else {
		put("T2", item.ContainerTitle)
	}
	put("T3", item.Collection)
	writeRISDate(put, item.Issued)
	note("year-suffix", item.YearSuffix)
	put("VL", item.Volume)
	put("IS", item.Issue)
	writePages(put, note, item)
	if strings.HasPrefix(item.Number, "arXiv:") && item.PMID == "" {
		put("AN", item.Number)
	} else {
		put("M1", item.Number)
	}
	put("M3", item.Genre)
	put("ET", item.Edition)
	put("PB", item.Publisher)
	put("CY", item.PublisherPlace)
	writeSerials(put, note, item)
	put("DO", item.DOI)
	put("UR", item.URL)
	if item.PMID != "" {
		put("DB", "PubMed")
		put("AN", item.PMID)
	}
	if pmcid.MatchString(item.PMCID) {
		put("C2", item.PMCID)
	} else {
		note("PMCID", item.PMCID)
	}
	writeVariables(put, note, item)
}

// writePages writes the pages of a work, or how many it has.
func writePages(put, note func(name, value string), item bib.Item) {
	start, end, isRange := strings.Cut(item.Page, "-")
	switch {
	case countsPages(item.Type) && !isRange || start == "" || end == "":
		if isRange || countsPages(item.Type) {
			note("page", item.Page)
		} else {
			put("SP", item.Page)
		}
	default:
		put("SP", start)
		put("EP", end)
	}
	if countsPages(item.Type) && item.Page == "" {
		put("SP", item.NumberOfPages)
	} else {
		note("number-of-pages", item.NumberOfPages)
	}
}

// writeSerials writes the numbers of the book and of the serial, which have one tag.
func writeSerials(put, note func(name, value string), item bib.Item) {
	reads := record{Record: tagged.Record{Fields: bib.Variables[string]{{Name: "SN", Value: item.ISBN}, {Name: "SN", Value: item.Texts.Get("ISSN")}}}}
	again := bib.Item{Type: item.Type}
	reads.numbers(&again)
	if again.ISBN == item.ISBN {
		put("SN", item.ISBN)
	} else {
		note("ISBN", item.ISBN)
	}
	if again.Texts.Get("ISSN") == item.Texts.Get("ISSN") {
		put("SN", item.Texts.Get("ISSN"))
	} else {
		note("ISSN", item.Texts.Get("ISSN"))
	}
}

// writeVariables writes the variables of CSL that are no fields of an item.
func writeVariables(put, note func(name, value string), item bib.Item) {
	for _, v := range item.Persons {
		if v.Name == "collection-editor" {
			writeNames(put, "A3", v.Name, v.Value)
			continue
		}
		var persons []string
		for _, n := range v.Value {
			persons = append(persons, writeRISName(n))
		}
		note(v.Name, strings.Join(persons, "; "))
	}
	for _, v := range item.Dates {
		if date := risDate(v.Value); v.Name == "accessed" && date != "" {
			put("Y2", date)
		} else {
			note(v.Name, v.Value.String())
		}
	}
	for _, v := range item.Texts {
		switch tag := tagOf(v.Name, item); {
		case v.Name == "ISSN":
		case v.Name == "keyword":
			for word := range strings.SplitSeq(v.Value, ", ") {
				put("KW", word)
			}
		case v.Name == "note":
			if _, _, ok := variableIn(v.Value); ok || strings.HasPrefix(v.Value, "note: ") {
				note("note", v.Value)
			} else {
				put("N1", v.Value)
			}
		case tag != "":
			put(tag, v.Value)
		default:
			note(v.Name, v.Value)
		}
	}
}

// writeNames writes persons, each in a tag of its own. Those that the list leaves out are nobody,
// and noted.
func writeNames(put func(tag, value string), tag, role string, persons []bib.Name) {
	for _, n := range persons {
		if n.Literal == bib.AndOthers {
			put("N1", noteOf(role, "et al."))
		} else {
			put(tag, writeRISName(n))
		}
	}
}

// writeRISName writes a name as "Family, Given, Suffix". A comma in a part of it, or a semicolon,
// which would cut it there, is left out. A body that may be taken for a person has a comma behind.
func writeRISName(n bib.Name) string {
	switch {
	case n.Literal == bib.AndOthers:
		return "et al."
	case n.Literal != "":
		name := bare(n.Literal)
		if again := tagged.Bodies.Names(name); len(again) != 1 || again[0] != (bib.Name{Literal: name}) {
			return name + ","
		}
		return name
	}
	s := strings.TrimSpace(bare(n.NonDroppingParticle + " " + n.Family))
	if n.Given != "" || n.Suffix != "" {
		s += ", " + bare(n.Given)
	}
	if n.Suffix != "" {
		s += ", " + bare(n.Suffix)
	}
	return s
}

// bare returns a part of a name without the signs between parts.
func bare(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(",", " ", ";", " ").Replace(s)), " ")
}

func writeRISDate(put func(tag, value string), d *bib.Date) {
	switch {
	case d == nil:
	case d.Year() == 0:
		put("PY", d.Literal)
	case d.Year() < 0 || len(d.Parts) > 1:
		put("PY", fmt.Sprintf("%04d", d.Year()))
		put("N1", noteOf("issued", d.String()))
	default:
		put("PY", fmt.Sprintf("%04d", d.Year()))
		if len(d.Parts[0]) > 1 {
			put("DA", risDate(d))
		}
	}
}

// risDate writes a date as 2019/07/03/, or returns "" if it is none of a day, month or year.
func risDate(d *bib.Date) string {
	if d.Year() <= 0 || len(d.Parts) > 1 {
		return ""
	}
	parts := [3]string{}
	for i, n := range d.Parts[0] {
		parts[i] = fmt.Sprintf([]string{"%04d", "%02d", "%02d"}[i], n)
	}
	return parts[0] + "/" + parts[1] + "/" + parts[2] + "/"
}
