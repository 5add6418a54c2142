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
var cutTests = []struct{ name, in, want string }{
	{"YAML", "---\nTitle: A b\nauthor: B. Oke\ndate: 2024-01-02\ntags: [x, y]\nlang: de\n---\nText.\n", "A b|B. Oke|2024-01-02|x y|de"},
	{"a colon that is not quoted", "---\ntitle: Tides: it's high\nauthor: B. Oke\n...\nText.\n", "Tides: it's high|B. Oke|||"},
	{"no front matter", "---\nA rule: and text\n\nMore.\n", "none"},
	{"a list for front matter", "---\n[a, b]\n---\nText.\n", "none"},
	{"nothing in it", "---\n{}\n---\nText.\n", "none"},
	{"a key twice", "---\ntitle: A\ntitle: B\n---\nText.\n", "none"},
	{"a list for a key", "---\n[a]: b\n---\nText.\n", "none"},
	{"a title in capitals beside it", "---\nTITLE: A\ntitle: B\n---\nText.\n", "B||||"},
	{"blanks behind the end", "---\ntitle: A\n--- \nText.\n", "A||||"},
	{"no values", "---\ntitle: ~\nauthor: ~\ndate:\ntags: ~\nlang: en\n---\nText.\n", "||||en"},
	{"a time", "---\ntitle: A\ndate: 2024-01-02 10:30:00 +0100\n---\nText.\n", "A||2024-01-02||"},
	{"a second choice", "---\ndate:\npublished: 2024\n---\nText.\n", "||2024||"},
	{"tags in a line", "---\ntags: x y, , z\nkeywords: [v, ~, [w]]\n---\nText.\n", "|||x y z v|"},
	{"TOML", "+++\ntitle = \"A b\"\ndate = 2024-01-02\nauthors = [\"B. Oke\"]\n[taxonomies]\ntags = [\"x\"]\n[extra]\nlang = \"de\"\n+++\nText.\n", "A b|B. Oke|2024-01-02|x|de"},
	{"a time of TOML", "+++\ntitle = \"A\"\ndate = 2024-01-02T10:30:00Z\n[[author]]\nname = \"B. Oke\"\n+++\nText.\n", "A|B. Oke|2024-01-02||"},
	{"no TOML", "+++\nA b\n+++\nText.\n", "none"},
	{"JSON", "{\n\t\"title\": \"A b\",\n\t\"author\": [\"B. Oke\"],\n\t\"year\": 2024, \"draft\": null\n}\n\nText.\n", "A b|B. Oke|2024||"},
	{"JSON that is all", "{\"title\": \"A b\"}\n", "none"},
	{"broken JSON", "{\"title\": \"A b\", x}\n\nText.\n", "none"},
	{"JSON before text of its line", "{\"title\": \"A b\"} and more.\n\nText.\n", "none"},
	{"JSON of something else", "{\"a\": 1}\nText.\n", "none"},
	{"a set in braces", "{a, b}\nText.\n", "none"},
	{"Pandoc", "% A b\n  and *more*\n% A. Wren; B. Oke\n  C. Lind\n% March 2020\n\nText.\n", "A b and *more*|A. Wren,B. Oke,C. Lind|March 2020||"},
	{"Pandoc without authors", "% A b\n%\n% 2020\n\nText.\n", "A b||2020||"},
	{"Pandoc's title alone", "% A b\n\nText.\n", "A b||||"},
	{"Pandoc's title before one letter", "% A b\nx", "none"},
	{"a command of TeX", "% !TeX root = a.tex\n\nText.\n", "none"},
	{"two comments of TeX", "%% A b\n\nText.\n", "none"},
	{"nothing behind the sign", "%\n\nText.\n", "none"},
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
	{"several of one word", "---\nauthor: Plato and Cy Dee\n---\nText.\n", "|Plato and Cy Dee|||"},
	{"several in a list", "---\nauthor: [Ann Bee and Sons, Bo Cee]\n---\nText.\n", "|Ann Bee and Sons,Bo Cee|||"},
	{"a list with holes", "---\nauthor: [~, X, {name: Y}, {name: }, [a], \"; Z\"]\n---\nText.\n", "|X,Y,Z|||"},
	{"a name in one letter, in parts", "---\nauthor: [{given: X}, {family: Y}, {url: z, id: w}]\n---\nText.\n", "|X,Y,w|||"},
	{"a firm", "---\nauthor: Bee and Sons\n---\nText.\n", "|Bee and Sons|||"},
	{"with addresses", "---\nauthor: Ann Bee <a@b.org>; Bo Cee\n---\nText.\n", "|Ann Bee,Bo Cee|||"},
}

func TestCut(t *testing.T) {
	for _, tt := range cutTests {
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

// Only YAML, TOML and JSON tell a text that is Markdown; others begin so, too.
func TestBegins(t *testing.T) {
	for in, want := range map[string]bool{
		"---\na: b\n---\nx": true, "+++\na = 1\n+++\nx": true, "{\"title\": 1}\nx": true, "% a\n% b\n\nx": false, "Title: a\n\nx": false, "---\nx": false, "": false,
	} {
		if got := Begins(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestIsLong(t *testing.T) {
	long := strings.Repeat("a: b # of the tides\n", Max/20+1)
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"long front matter", "---\n" + long + "---\nText.\n", true},
		{"without an end", "---\n" + long + "Text.\n", false},
		{"a rule before a long text", "---\n\n" + long + "---\nText.\n", false},
		{"that ends in time", "---\na: b\n---\nText.\n", false},
		{"a long text", long + "---\nText.\n", false},
	} {
		if got := IsLong(tt.in); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
		if _, _, ok := Cut(tt.in); ok && tt.want {
			t.Errorf("%s is cut", tt.name)
		}
	}
}

// Values are read by what the caller needs: a line, lines, a list, or data as in JSON.
func TestValues(t *testing.T) {
	f, _, _ := Cut("---\na: |\n  b\n  c\nlist: [d, ~, 3]\nnone: ~\nmap: {e: 1, f: [true]}\nref: &x y\nalias: *x\n---\n")
	for got, want := range map[string]string{
		f.Text("a").String(): "b\nc\n", f.Text("list").String() + f.Text("none").String() + f.Text("missing").String(): "", f.Line("none", "list", "a").String(): "b c",
		fmt.Sprint(f.Lines("list"), f.Lines("ref"), f.Lines("none")): "[d 3] [y] []", fmt.Sprint(f.Value("list"), f.Value("map"), f.Value("alias"), f.Value("missing")): "[d <nil> 3] map[e:1 f:[true]] <nil> <nil>",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	f, _, _ = Cut("+++\nday = 2024-01-02\nhour = 2024-01-02T10:00:00Z\nminute = 2024-01-02T00:10:00Z\n+++\n")
	if got := f.Line("day").String() + " " + f.Line("hour").String() + " " + f.Line("minute").String(); got != "2024-01-02 2024-01-02T10:00:00Z 2024-01-02T00:10:00Z" {
		t.Error(got)
	}
}

// FuzzCut checks that the rest is the end of the text.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"---\na: b\n---\nx", "+++\na = 1\n+++\nx", "{\"title\": 1}\nx", "% a\n% b\n\nx", "Title: a\n\nx"} {
		f.Add(s)
	}
	for _, tt := range cutTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		fields, rest, ok := Cut(in)
		if !strings.HasSuffix(in, rest) || !ok && rest != in {
			t.Fatalf("rest %q of %q", rest, in)
		}
		fields.Describe(&doc.Meta{})
	})
}
