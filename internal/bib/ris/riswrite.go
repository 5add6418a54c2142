package ris

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"etal/internal/bib"
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
	ty := "GEN"
	for _, t := range risTypes {
		if t.csl == item.Type {
			ty = t.ty
			break
		}
	}
	put("TY", ty)
	put("ID", key)
	for _, n := range item.Author {
		put("AU", writeRISName(n))
	}
	for _, n := range item.Editor {
		put("ED", writeRISName(n))
	}
	for _, n := range item.Translator {
		put("A4", writeRISName(n))
	}
	put("TI", item.Title)
	put("T2", item.ContainerTitle)
	put("T3", item.Collection)
	writeRISDate(put, item.Issued)
	put("VL", item.Volume)
	put("IS", item.Issue)
	start, end, _ := strings.Cut(item.Page, "-")
	put("SP", start)
	put("EP", end)
	if item.Page == "" && ty != "JOUR" {
		put("SP", item.NumberOfPages)
	}
	if strings.HasPrefix(item.Number, "arXiv:") {
		put("AN", item.Number)
	} else {
		put("M1", item.Number)
	}
	put("M3", item.Genre)
	put("ET", item.Edition)
	put("PB", item.Publisher)
	put("CY", item.PublisherPlace)
	put("SN", item.ISBN)
	put("DO", item.DOI)
	put("UR", item.URL)
	if item.PMID != "" {
		put("DB", "PubMed")
		put("AN", item.PMID)
	}
	put("C2", item.PMCID)
	w.WriteString("ER  - \r\n\r\n")
}

// writeRISName writes a name as "Family, Given, Suffix"; a comma in a part of it, which
// would cut it there, is left out.
func writeRISName(n bib.Name) string {
	bare := func(s string) string { return strings.ReplaceAll(s, ",", "") }
	if n.Literal != "" {
		return bare(n.Literal)
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

func writeRISDate(put func(tag, value string), d *bib.Date) {
	switch {
	case d == nil:
	case d.Year() == 0:
		put("PY", d.Literal)
	default:
		put("PY", fmt.Sprintf("%04d", d.Year()))
		if date := d.Parts[0]; len(date) > 1 {
			day := ""
			if len(date) > 2 {
				day = fmt.Sprintf("%02d", date[2])
			}
			put("DA", fmt.Sprintf("%04d/%02d/%s/", date[0], date[1], day))
		}
	}
}
