package formats

import (
	"strings"
	"testing"
)

// detectTests are texts of files whose formats are told by the text, or by the name as well.
var detectTests = []struct {
	name, file, text string
	want             Format
}{
	{"BibTeX behind comments of TeX", "list.txt", "% exported\n\n  % on Monday\n@book{a, title={A}}", "bibtex"},
	{"BibTeX with strings before the work", "list.txt", "@string{p = {Press}}\n@book{a, title={A}}", "bibtex"},
	{"BibTeX with parentheses", "list.txt", "@book(a, title={A})", "bibtex"},
	{"only strings of BibTeX", "list.txt", "@string{p = {Press}}\n@comment{a, b=1}", ""},
	{"a note before BibTeX, by the name", "list.bib", "Exported on Monday\n@book{a, title={A}}", "bibtex"},
	{"a note before BibTeX, in a text", "list.txt", "Exported on Monday\n@book{a, title={A}}", ""},
	{"a file of BibTeX without a work", "list.bib", "@string{p = {Press}}", ""},

	{"RIS", "list.txt", "TY  - JOUR\nTI  - A\n", "ris"},
	{"RIS behind the name of a database", "list.txt", strings.Repeat("Tides\n", maxPreface-1) + "TY  - JOUR\nTI  - A\n", "ris"},
	{"RIS far down in a text", "list.txt", strings.Repeat("Tides\n", maxPreface) + "TY  - JOUR\nTI  - A\n", ""},
	{"RIS far down, by the name", "list.ris", strings.Repeat("Tides\n", maxPreface) + "TY  - JOUR\nTI  - A\n", "ris"},
	{"one line like RIS", "list.txt", "TY  - JOUR\nis how a record of RIS begins.", ""},
	{"tags of RIS without a record", "list.txt", "AU  - Wren\nTI  - A\n", ""},
	{"a file of RIS without a record", "list.ris", "AU  - Wren\n", ""},

	{"CSL, a list", "list.txt", `[{"type": "book", "title": "A"}]`, "csl-json"},
	{"CSL, a work without a title", "list.txt", `{"id": "a", "author": [{"family": "Wren"}]}`, "csl-json"},
	{"JSON with titles that are no works", "list.json", `[{"title": "A"}]`, ""},
	{"JSON without a title or authors", "list.json", `[{"id": "a", "type": "book"}]`, ""},
	{"broken JSON", "list.json", `[{"id": "a"`, ""},
	{"an empty list", "list.json", `[]`, ""},

	{"PubMed", "list.txt", "\nPMID- 123\nTI  - A\n", "nbib"},
	{"PubMed far down in a text", "list.txt", strings.Repeat("Tides\n", maxPreface) + "PMID- 123\n", ""},

	{"Refer", "list.txt", "\n  %0 Book\n%A Wren\n", "enw"},
	{"one line like Refer", "list.txt", "%0 Book\nand more", ""},
	{"comments of TeX", "list.txt", "%A note\n%A Wren\n%T Tides\n", ""},
	{"Refer without a type, by the name", "list.enw", "%A Wren\n%T Tides\n", "enw"},
	{"Refer without a type, in a text", "list.txt", "%A Wren\n%T Tides\n", ""},
	{"a file of Refer without a tag", "list.enw", "Wren, Tides", ""},

	{"EndNote XML", "list.txt", `<?xml version="1.0"?><xml><records><record/></records></xml>`, "endnote-xml"},
	{"another XML", "list.xml", `<?xml version="1.0"?><article/>`, ""},

	{"Web of Science", "list.txt", "FN Clarivate\nVR 1.0\nPT J\nAU Wren, A\nER\n", "ciw"},
	{"Web of Science without authors", "list.txt", "PT J\nSO Tides\nER\n", "ciw"},
	{"one line like the Web of Science", "list.txt", "PT J\nmoon\n", ""},

	{"CFF", "list.txt", "# of a program\n---\ntitle: A\nauthors:\n  - family-names: Wren\n\ncff-version: 1.2.0\n", "cff"},
	{"the version of CFF in a text", "list.txt", "This is prose.\ncff-version: 1.2.0\n", ""},
	{"YAML without the version", "list.txt", "title: A\n", ""},
}

func TestDetect(t *testing.T) {
	for _, tt := range detectTests {
		if got := Detect(tt.file, tt.text); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestClaims(t *testing.T) {
	for file, want := range map[string]bool{
		"a.bib": true, "a.RIS": true, "a.nbib": true, "a.enw": true, "a.ciw": true, "a.cff": true,
		"a.json": false, "a.xml": false, "a.md": false, "bib": false,
	} {
		if got := Claims("lists/" + file); got != want {
			t.Errorf("%s: %v", file, got)
		}
	}
}
