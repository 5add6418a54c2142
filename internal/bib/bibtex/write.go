package bibtex

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/bib"
	"etal/internal/names"
)

// Write writes the items as BibTeX in UTF-8, under the keys of [Keys]. What BibTeX
// itself has no name for is named as BibLaTeX does.
func Write(w io.Writer, items []bib.Item) error {
	out := bufio.NewWriter(w)
	for i, key := range bib.Keys(items) {
		if i > 0 {
			out.WriteByte('\n')
		}
		writeBibEntry(out, key, items[i])
	}
	return out.Flush()
}

func writeBibEntry(w *bufio.Writer, key string, item bib.Item) {
	kind := kindOf(item)
	if own := item.OwnOf(format); own != nil {
		kind = own.Kind
	}
	fmt.Fprintf(w, "@%s{%s", kind, key)
	put := func(name, value string) {
		switch {
		case value == "":
		case name == "month" && isMonth(value):
			fmt.Fprintf(w, ",\n  month = %s", value)
		default:
			fmt.Fprintf(w, ",\n  %s = {%s}", name, value)
		}
	}
	if own := item.OwnOf(format); own != nil {
		for _, f := range own.Fields {
			put(f.Name, f.Value)
		}
	} else {
		writeFields(put, kind, item)
	}
	w.WriteString("\n}\n")
}

// kindOf returns the kind of entry that a work is written as.
func kindOf(item bib.Item) string {
	for _, t := range bibTypes {
		if t.csl == item.Type {
			if t.kind == "phdthesis" && !strings.EqualFold(item.Genre, "PhD thesis") {
				return "thesis"
			}
			return t.kind
		}
	}
	return "misc"
}

// isMonth reports whether a value is the name that BibTeX has for a month.
func isMonth(value string) bool {
	return len(value) == len("jan") && strings.Contains("|"+names.Months+"|", "|"+value+"|")
}

func writeFields(put func(name, value string), kind string, item bib.Item) {
	put("author", writeBibNames(item.Author))
	put("editor", writeBibNames(item.Editor))
	put("translator", writeBibNames(item.Translator))
	put("title", protectTitle(item.Title))
	if kind == "article" || kind == "misc" || kind == "online" {
		put("journal", toLaTeX(item.ContainerTitle))
	} else {
		put("booktitle", protectTitle(item.ContainerTitle))
	}
	writeBibDate(put, item.Issued)
	put("year-suffix", toLaTeX(item.YearSuffix))
	put("volume", toLaTeX(item.Volume))
	writeBibNumbers(put, kind, item)
	put("pages", strings.ReplaceAll(toLaTeX(item.Page), "-", "--"))
	put("pagetotal", toLaTeX(item.NumberOfPages))
	put("edition", toLaTeX(item.Edition))
	put("series", toLaTeX(item.Collection))
	put(publisherField(kind), toLaTeX(item.Publisher))
	put("address", toLaTeX(item.PublisherPlace))
	if item.Genre != "" && kind != "phdthesis" {
		put("type", toLaTeX(item.Genre))
	}
	put("entrysubtype", subtype(kind, item))
	put("isbn", toLaTeX(item.ISBN))
	put("doi", toAddress(item.DOI))
	put("url", toAddress(item.URL))
	put("pmid", toLaTeX(item.PMID))
	put("pmcid", toLaTeX(item.PMCID))
	writeVariables(put, item)
}

// subtype returns the type of a work if the kind of its entry does not tell it.
func subtype(kind string, item bib.Item) string {
	preprint := kind == "misc" && strings.HasPrefix(item.Number, "arXiv:") && item.ContainerTitle == ""
	if told := typeOf(kind); preprint && item.Type == "article" || !preprint && item.Type == told || !bib.IsType(item.Type) {
		return ""
	}
	return item.Type
}

// writeBibNumbers writes the issue, which BibTeX calls the number of an article, and the
// number of the work itself.
func writeBibNumbers(put func(name, value string), kind string, item bib.Item) {
	eprint, arxiv := strings.CutPrefix(item.Number, "arXiv:")
	if kind == "article" {
		put("number", toLaTeX(item.Issue))
	} else {
		put("issue", toLaTeX(item.Issue))
	}
	switch {
	case arxiv:
		put("eprint", toAddress(eprint))
		put("archiveprefix", "arXiv")
	case kind != "article":
		put("number", toLaTeX(item.Number))
	default:
		put("csl-number", toLaTeX(item.Number)) // an article's number is that of the issue
	}
}

func publisherField(kind string) string {
	switch kind {
	case "phdthesis", "thesis":
		return "school"
	case "techreport":
		return "institution"
	}
	return "publisher"
}

// writeBibDate writes a date as BibTeX has it or, where it is a range, as BibLaTeX has.
func writeBibDate(put func(name, value string), d *bib.Date) {
	switch {
	case d == nil:
	case d.Year() == 0:
		put("year", toLaTeX(d.Literal))
	case len(d.Parts) > 1 || d.Year() < 0:
		put("date", d.String())
	default:
		put("year", fmt.Sprint(d.Year()))
		if date := d.Parts[0]; len(date) > 1 && date[1] >= 1 && date[1] <= 12 {
			put("month", strings.Split(names.Months, "|")[date[1]-1])
			if len(date) > 2 {
				put("day", fmt.Sprint(date[2]))
			}
		}
	}
}

// protectTitle puts in braces the words that styles would otherwise write in lower case:
// those with a capital inside, and all but the first with one at the start.
func protectTitle(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		inner := strings.IndexFunc(w[size:], unicode.IsUpper) >= 0
		if w = toLaTeX(w); inner || i > 0 && unicode.IsUpper(first) {
			w = "{" + w + "}"
		}
		words[i] = w
	}
	joined := strings.Join(words, " ")
	if !balanced(joined) {
		return toLaTeX(s)
	}
	return joined
}

// toAddress writes a DOI or an address, in which signs stand for themselves; braces and
// backslashes, which cannot, are written as addresses can have them.
func toAddress(s string) string { return bibAddress.Replace(s) }

var bibAddress = strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C")
