package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/safe"
)

// TestCut tells what is read of front matter: the title, the authors, the date, the tags and the
// language; or that a text has none.
func TestCut(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"YAML", "---\nTitle: A b\nauthor: B. Oke\ndate: 2024-01-02\ntags: [x, y]\nlang: de\n---\nText.\n", "A b|B. Oke|2024-01-02|x y|de"},
		{"a colon that is not quoted", "---\ntitle: Tides: it's high\nauthor: B. Oke\n...\nText.\n", "Tides: it's high|B. Oke|||"},
		{"no front matter", "---\nA rule: and text\n\nMore.\n", "none"},
		{"TOML", "+++\ntitle = \"A b\"\ndate = 2024-01-02\nauthors = [\"B. Oke\"]\n[taxonomies]\ntags = [\"x\"]\n[extra]\nlang = \"de\"\n+++\nText.\n", "A b|B. Oke|2024-01-02|x|de"},
		{"a time of TOML", "+++\ntitle = \"A\"\ndate = 2024-01-02T10:30:00Z\n[[author]]\nname = \"B. Oke\"\n+++\nText.\n", "A|B. Oke|2024-01-02||"},
		{"no TOML", "+++\nA b\n+++\nText.\n", "none"},
		{"JSON", "{\n\t\"title\": \"A b\",\n\t\"author\": [\"B. Oke\"],\n\t\"year\": 2024, \"draft\": null\n}\n\nText.\n", "A b|B. Oke|2024||"},
		{"JSON that is all", "{\"title\": \"A b\"}\n", "none"},
		{"JSON of something else", "{\"a\": 1}\nText.\n", "none"},
		{"a set in braces", "{a, b}\nText.\n", "none"},
		{"Pandoc", "% A b\n  and *more*\n% A. Wren; B. Oke\n  C. Lind\n% March 2020\n\nText.\n", "A b and *more*|A. Wren,B. Oke,C. Lind|March 2020||"},
		{"Pandoc without authors", "% A b\n%\n% 2020\n\nText.\n", "A b||2020||"},
		{"Pandoc's title alone", "% A b\n\nText.\n", "A b||||"},
		{"a comment of TeX", "% a comment\n% b\n% c\n% d\nText.\n", "none"},
		{"a comment before text", "% a comment\nText.\n", "none"},
		{"MultiMarkdown", "TITLE:  A b\n    and more\nAuthor: B. Oke\n\tC. Lind\nDate: 2020\nBase Header Level: 2\n\nText.\n", "A b and more|B. Oke,C. Lind|2020||"},
		{"an ordinary text", "Note: this is one.\n\nText.\n", "none"},
		{"a date before a text", "Date: 5 May\n\nText.\n", "none"},
		{"a title in a text", "Title: this\nis a sentence.\n\nText.\n", "none"},
		{"a date that is computed", "---\ntitle: A\ndate: \"`r Sys.Date()`\"\n---\nText.\n", "A||||"},

		{"JOSS", "---\nauthors:\n  - name: Ann Bee^[note]\n    orcid: 0000\n    affiliation: \"1, 2\"\n  - given-names: Bo\n    surname: Cee\n  - given-names: Cy\n    dropping-particle: van\n    surname: Dee\naffiliations:\n - name: Sea\n   index: 1\n---\nText.\n", "|Ann Bee,Bo Cee,Cy van Dee|||"},
		{"Quarto", "---\nauthor:\n  - name: {given: Ann, family: Bee}\n    affiliations:\n      - name: Sea\n  - name: {literal: Bo Cee}\n---\nText.\n", "|Ann Bee,Bo Cee|||"},
		{"R Markdown", "---\nauthor: \"Ann Bee^[The sea, ann@b.org]\"\n---\nText.\n", "|Ann Bee|||"},
		{"Distill", "---\nauthor:\n  - first_name: Ann\n    last_name: Bee\n    url: x\n---\nText.\n", "|Ann Bee|||"},
		{"CITATION.cff", "---\nauthors: [{family-names: Bee, given-names: Ann, name-suffix: Jr.}]\n---\nText.\n", "|Ann Bee Jr.|||"},
		{"Jekyll", "---\nauthor: annbee\n---\nText.\n", "|annbee|||"},
		{"an id", "---\nauthors: [{id: annbee}, {Ann Bee: [1, 2]}]\n---\nText.\n", "|annbee,Ann Bee|||"},
		{"several in a line", "---\nauthor: Ann Bee, Bo Cee and Cy Dee\n---\nText.\n", "|Ann Bee,Bo Cee,Cy Dee|||"},
		{"a firm", "---\nauthor: Bee and Sons\n---\nText.\n", "|Bee and Sons|||"},
		{"with addresses", "---\nauthor: Ann Bee <a@b.org>; Bo Cee\n---\nText.\n", "|Ann Bee,Bo Cee|||"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, rest, ok := Cut(tt.in)
			if !ok {
				if tt.want != "none" || rest != tt.in {
					t.Fatalf("no front matter, want %s; rest %q", tt.want, rest)
				}
				return
			}
			if strings.TrimSpace(rest) != "Text." {
				t.Errorf("rest %q", rest)
			}
			var m doc.Meta
			f.Describe(&m)
			got := strings.Join([]string{m.Title.String(), joined(m.Authors, ","), m.Date.String(), joined(m.Tags, " "), m.Language.String()}, "|")
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Front matter gives identifiers of the article under the names of their kinds.
func TestIdentifiers(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"---\ndoi: 10.5555/a\narxiv: 1706.03760\npmid: 12\npmcid: PMC3\n---\n", "[doi:10.5555/a arxiv:1706.03760 PMC3 pmid:12]"},
		{"---\nDOI: https://doi.org/10.5555/a\narxiv: https://arxiv.org/abs/1706.03762v5\n---\n", "[doi:10.5555/a arxiv:1706.03762v5]"},
		{"+++\ndoi = \"10.5555/a\"\n+++\n", "[doi:10.5555/a]"},
		{"---\ndoi: soon\npmid: [12]\nreferences: [{doi: 10.5555/b}]\n---\n", "[]"},
	} {
		f, _, _ := Cut(tt.in)
		var m doc.Meta
		f.Describe(&m)
		if got := fmt.Sprint(m.IDs); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.in, got, tt.want)
		}
	}
}

func joined(texts []safe.Text, between string) string {
	var all []string
	for _, s := range texts {
		all = append(all, s.String())
	}
	return strings.Join(all, between)
}

// FuzzCut checks that the rest is the end of the text.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"---\na: b\n---\nx", "+++\na = 1\n+++\nx", "{\"title\": 1}\nx", "% a\n% b\n\nx", "Title: a\n\nx"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		fields, rest, ok := Cut(in)
		if !strings.HasSuffix(in, rest) || !ok && rest != in {
			t.Fatalf("rest %q of %q", rest, in)
		}
		fields.Describe(&doc.Meta{})
	})
}
