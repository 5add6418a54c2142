package formats

import (
	"encoding/json"
	"strings"

	"etal/internal/bib/csljson"
	"etal/internal/lazyregexp"
)

// sniffed is how many bytes are looked at to tell a format.
const sniffed = 64 << 10

// maxPreface is how many lines, such as the name of a database, may stand before the first record
// of a file.
const maxPreface = 20

var (
	bibStart     = lazyregexp.New(`^@[A-Za-z]+\s*[{(]`)
	bibWork      = lazyregexp.New(`(?m)^\s*@[A-Za-z]+\s*[{(](?:[^\n,={}"]*,\s*(?:[\w-]+\s*=|\}|$)|\s*[\w-]+\s*=\s*[{"])`)
	bibNone      = lazyregexp.New(`(?i)^\s*@(?:comment|preamble|string)\b`)
	risStart     = lazyregexp.New(`(?m)^\s{0,3}[Tt][Yy] {0,2}- ?[A-Za-z]{3,}`)
	risTag       = lazyregexp.New(`(?m)^\s{0,3}(?:[A-Z][A-Z0-9]|[a-z][a-z0-9]) {1,2}-(?: |$)`)
	pubmedStart  = lazyregexp.New(`(?m)^PMID- \d`)
	referLine    = lazyregexp.New(`(?m)^%[0A-Z] \S`)
	webStart     = lazyregexp.New(`(?m)^PT [A-Z]\s*$`)
	webAuthor    = lazyregexp.New(`(?m)^(?:AU|TI|SO) \S`)
	cffVersion   = lazyregexp.New(`^cff-version\s*:`)
	yamlLine     = lazyregexp.New(`^(?:\s*(?:#.*)?$|---|[ \t-]|[\w-]+\s*:)`)
	endNoteStart = lazyregexp.New(`^\s*(?:<\?xml[^>]*\?>\s*)?<xml>\s*<records>`)
)

// startsWithin reports whether the first match is in the first lines of a text.
func startsWithin(head string, start *lazyregexp.Regexp, lines int) bool {
	at := start.FindStringIndex(head)
	return at != nil && strings.Count(head[:at[0]], "\n") < lines
}

func isRIS(head, _ string) bool {
	return startsWithin(head, risStart, maxPreface) && len(risTag.FindAllStringIndex(head, 2)) == 2
}

func isPubMed(head, _ string) bool { return startsWithin(head, pubmedStart, maxPreface) }

// isRefer reports whether text begins with a tag of Refer, and has another. A comment of TeX has a
// blank behind its sign.
func isRefer(head, _ string) bool {
	head = strings.TrimLeft(head, " \n")
	return strings.HasPrefix(head, "%0 ") && len(referLine.FindAllStringIndex(head, 2)) == 2
}

func isEndNoteXML(head, _ string) bool { return endNoteStart.MatchString(head) }

func isWebOfScience(head, _ string) bool {
	return startsWithin(head, webStart, maxPreface) && webAuthor.MatchString(head)
}

// isCFF reports whether text is YAML down to the version of the format.
func isCFF(head, _ string) bool {
	for line := range strings.Lines(head) {
		if cffVersion.MatchString(line) {
			return true
		}
		if !yamlLine.MatchString(strings.TrimRight(line, "\n")) {
			return false
		}
	}
	return false
}

// isBibTeX reports whether the first line of text that is neither blank nor a comment begins an
// entry, and one is of a work.
func isBibTeX(head, _ string) bool {
	for line := range strings.Lines(head) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "%") {
			return bibStart.MatchString(line) && hasWork(head)
		}
	}
	return false
}

// hasWork reports whether an entry of a text is of a work, not of strings.
func hasWork(text string) bool {
	for {
		at := bibWork.FindStringIndex(text)
		if at == nil {
			return false
		}
		if !bibNone.MatchString(text[at[0]:at[1]]) {
			return true
		}
		text = text[at[1]:]
	}
}

// isCSLJSON reports whether text is JSON in which the first item has fields that only
// works have.
func isCSLJSON(_, text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || text[0] != '[' && text[0] != '{' {
		return false
	}
	first := json.RawMessage{}
	dec := json.NewDecoder(strings.NewReader(text))
	if text[0] == '[' {
		_, _ = dec.Token()
	}
	if dec.Decode(&first) != nil {
		return false
	}
	items, _ := csljson.Read(string(first))
	return len(items) > 0 && (items[0].Title != "" || len(items[0].Author) > 0) && (items[0].ID != "" || items[0].Type != "document")
}
