package refstring

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/bib/refstring/token"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

var (
	urlRE      = lazyregexp.New(`(?i)\b(?:https?|ftp)\s?:\s?/\s?/\s?[^\s<>"“”«»]+|\bwww\.[^\s<>"“”«»]+`)
	arxivRE    = lazyregexp.New(`(?i)\[?\barxiv(?:\.org)?(?:\s*e\s?-?\s?prints?|\s*preprint)?[\s,:]*(?:arxiv\s*:\s*)?([a-z-]+(?:\.[a-z]{2})?\s?/\s?\d{7}|\d{4}\s?\.\s?\d{4,5}(?:v\d+)?)\s*(?:\[[^\]]{0,24}\])?\]?`)
	oldArxivRE = lazyregexp.New(`\[?\b((?:astro-ph|hep-(?:ph|th|ex|lat)|gr-qc|cond-mat|nucl-(?:th|ex)|quant-ph|math-ph|math)\s?/\s?\d{7})\b\]?`)
	// The DOI of a text taken from PDF, with blanks in its prefix.
	spacedDOI = lazyregexp.New(`\b10\s?\.\s?(\d{4,9})\s?/\s?(\S)`)
	// What leads up to an address and says nothing once the address is known.
	leadIn   = lazyregexp.New(`(?i)[\s(\[]*\b(?:doi|digital object identifier|url|uri|preprint|available|retrieved|accessed|online|internet|disponible|disponibile|disponível|retirado|recuperado|obtenido|récupéré|reperito|verfügbar|abgerufen|consulté|consultado|en ligne|en línea|arxiv|dostupné)(?:\W{0,3}\b(?:from|at|de|online|on|in|sur|en|unter|am|le|el|il|à|internet|https?|org|\d{1,2}|\d{4}|(?:` + names.Months + `)[a-z]{0,6}))*\W*$`)
	pubmedRE = lazyregexp.New(`(?i)\bPMID\s?:?\s?([1-9]\d{4,7})\b`)
	pmcRE    = lazyregexp.New(`(?i)\bPMCID\s?:?\s?(PMC\d{4,8})\b`)
	// Dates of access and identifiers: what is not taken before has no field in an Item.
	asides = lazyregexp.New(`(?i)[\[(]?\b(?:last )?(?:accessed|retrieved|visited|abgerufen|zugriff|consulté|consultado|consultato|stand)(?: (?:on|am|le|el|il))?:?,? (?:\d|[a-z]{3,9}\.? \d|[a-z]{3,9}day)[^\])\x1f]{3,24}\d{2}\b[\])]?|\b(?:PMID|PMCID|ISBN(?:-1[03])?|ISSN|S2CID|OCLC|MR|Zbl)\s?:?\s?(?:PMC)?\d[\d.xX–-]{4,20}|\((?:ed\. ?or|orig|first published|reprint|rist|repr)\b[^)\x1f]{0,60}\)|[\[(]?\b(?:in press|im druck|in stampa|sous presse|en prensa|no prelo|forthcoming|im erscheinen)\b[\])]?\.?$|\[(?i:online|internet|INSPIRE|erratum[^\]]{0,80})\]`)
)

// takeLinks takes DOI, addresses, numbers of arXiv and PubMed, and asides out of the text, so that
// their numerals and stops cannot be mistaken for others, and sets them in the item.
func takeLinks(text string, item *bib.Item) string {
	text = spacedDOI.ReplaceAllString(text, "10.$1/$2")
	if doi, start, end := bib.FindDOI(text); doi != "" {
		item.DOI = doi
		first := strings.LastIndexByte(text[:start], ' ') + 1
		switch before := text[first:start]; {
		case strings.Contains(before, "//"), strings.HasPrefix(before, "www"):
		case strings.HasSuffix(before, "/"): // doi.org/10…
			text = cut(text, first, end)
		default:
			text = cut(text, start, end)
		}
	}
	for range 4 { // a reference with more addresses is a list of them
		m := urlRE.FindStringIndex(text)
		if m == nil {
			break
		}
		url := bib.TrimAddress(text[m[0]:m[1]])
		end := m[0] + max(len(url), 4)
		url = strings.ReplaceAll(url, " ", "")
		isDOI := item.DOI != "" && strings.Contains(strings.ToLower(url), "doi.")
		if item.URL == "" && !isDOI {
			item.URL = url
		}
		text = cut(text, m[0], end)
	}
	m := arxivRE.FindStringSubmatchIndex(text)
	if m == nil {
		m = oldArxivRE.FindStringSubmatchIndex(text)
	}
	if m != nil {
		item.Number = "arXiv:" + strings.ReplaceAll(text[m[2]:m[3]], " ", "")
		text = cut(text, m[0], m[1])
	}
	if m := pubmedRE.FindStringSubmatch(text); m != nil {
		item.PMID = m[1]
	}
	if m := pmcRE.FindStringSubmatch(text); m != nil {
		item.PMCID = strings.ToUpper(m[1])
	}
	return asides.ReplaceAllString(text, token.CutMark)
}

// cut replaces the bytes [start, end), and what led up to them, by a token.CutMark.
func cut(text string, start, end int) string {
	before := text[:start]
	for range 3 { // "[Online]. Available: URL", "DOI: https://…"
		m := leadIn.FindStringIndex(strings.TrimRight(before, " .:(["))
		if m == nil {
			break
		}
		before = before[:m[0]]
	}
	return strings.TrimRight(before, "([ ") + token.CutMark + strings.TrimLeft(text[end:], ")]>")
}
