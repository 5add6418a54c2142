package markdown

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/bib/formats"
	"etal/internal/safe"
)

// readAlone reads a text that lies beside no bibliography.
func readAlone(text string) *article.Article { return readWith(text, Options{}) }

// readBeside reads a text that lies beside keyWorks.
func readBeside(text string) *article.Article {
	return readWith(text, Options{Bibliography: openWorks})
}

// openWorks reads keyWorks, by each of its names.
func openWorks(name string) ([]bib.Item, []safe.Text, error) {
	if name != "works.bib" && name != "sub/works.bib" {
		return nil, nil, fs.ErrNotExist
	}
	works, _, err := formats.Read("", name, keyWorks)
	return works, nil, err
}

func readWith(text string, o Options) *article.Article {
	a := &article.Article{}
	Read(safe.New(text), o).Fill(a)
	return a
}

// references returns the texts of an article's references, a line each.
func references(a *article.Article) string {
	var out []string
	for _, r := range a.References {
		out = append(out, r.Label.String()+"|"+r.Text.String())
	}
	return strings.Join(out, "\n")
}

// citations returns marks and what they name.
func citations(a *article.Article) string {
	var out []string
	for _, c := range a.Citations {
		out = append(out, fmt.Sprint(c.Text, c.References))
	}
	return strings.Join(out, " ")
}

// lines returns texts, a line each.
func lines(texts []safe.Text) string {
	var out []string
	for _, s := range texts {
		out = append(out, s.String())
	}
	return strings.Join(out, "\n")
}

func TestMarkdown(t *testing.T) {
	list := "\n\n## References\n\n1. Oke, B. (1950). *Wheels*.\n2. Lind, C. (1961). Waves.\n"
	tests := []struct{ name, text, citations, references string }{
		{"a list", "Text [1], [1,2]." + list, "[1] [1] [1,2] [1 2]", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"code and links cite nothing", "`a[1]`, [site 2](https://example.org), [3](https://example.org), [the [1] of](b.md)\n\n    x[1]\n" + list, "", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"links whose text is a number of the list", "As [[1]](#ref1) and [2](https://doi.org/10.5555/w)." + list, "[1] [1] 2 [2]", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"links to entries in HTML", "As [she](#b) and <a href=\"#a\">he</a> say.\n\n<p>Or [2].</p>\n\n## References\n\n<ol>\n<li id=\"a\">Oke, B. (1950).</li>\n<li><a name=\"b\"></a>Lind, C. (1961).</li>\n</ol>\n", "she [2] he [1] [2] [2]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"links to entries in frames", "As [she](#b) and [he](#a) say.\n\n## References\n\n<div id=\"refs\">\n\n<div id=\"a\" class=\"csl-entry\">\n\nOke, B. (1950).\n\n</div>\n\n<div id=\"b\" class=\"csl-entry\">\n\nLind, C. (1961).\n\n</div>\n\n</div>\n", "she [2] he [1]", "|Oke, B. (1950).\n|Lind, C. (1961)."},
		{"links to names before entries", "As [she](#b) and [he](#a) say.\n\n## References\n\n<a id=\"a\"></a>\n\n[1] Oke, B. (1950).\n\n<a id=\"b\"></a>\n[2] Lind, C. (1961).\n", "she [2] he [1]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"links that lead to a reference", "As [she](#lind) [1](#lind) and [he](#oke) say." + "\n\n## References\n\n1. Oke, B. (1950). {#oke}\n2. <a id=\"lind\"></a>Lind, C. (1961).\n", "she [2] 1 [2] he [1]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"footnotes that are references", "One[^x], two[^y], three[^z].\n\n[^x]: Oke, B. (1950). Wheels.\n[^y]: Ibid., 12.\n[^z]: Why not?\n", "¹ [1] ² [1]", "1|Oke, B. (1950). Wheels.\n2|Ibid., 12."},
		{"a year after the mark makes no link", "as in [2](2019)" + list, "[2] [2]", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"a definition makes no link", "as in [2].\n" + list + "\n[2]: https://example.org\n", "[2] [2]", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"definitions are references where nothing else is", "as in [1] and [2].\n\n[1]: https://example.org/a\n[2]: https://example.org/b \"B\"\n", "[1] [1] [2] [2]", "1|https://example.org/a\n2|https://example.org/b \"B\""},
		{"numbers as the list has them", "[9] then [7]\n\n# Bibliography\n\n7. Oke, B. (1950).\n9. Lind, C. (1961).\n", "[9] [2] [7] [1]", "7|Oke, B. (1950).\n9|Lind, C. (1961)."},
		{"lines without blank lines between", "[1] [2]\n\n**References**\n\n[1] Oke, B. (1950).\n[2] Lind, C. (1961).\n", "[1] [1] [2] [2]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"a list no heading announces", "Text [1].\n\n1. Oke, B. (1950).\n2. Lind, C. (1961).\n", "[1] [1]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"a section after the list", "Text [2]." + list + "\n## Thanks\n\nTo all [1].\n", "[2] [2] [1] [1]", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
		{"each numbered 1, as Markdown allows", "Text [2].\n\n## Sources\n\n1. Oke, B. (1950).\n1. Lind, C. (1961).\n", "[2] [2]", "1|Oke, B. (1950).\n2|Lind, C. (1961)."},
		{"bullets", "Text [2].\n\n## Sources\n\n- Oke, B. (1950).\n- Lind, C. (1961).\n", "[2] [2]", "|Oke, B. (1950).\n|Lind, C. (1961)."},
		{"a title in a line above", "Text [2].\n\nSources\n-------\n\n- Oke, B. (1950).\n- Lind, C. (1961).\n\nThanks\n------\n\nTo all.\n", "[2] [2]", "|Oke, B. (1950).\n|Lind, C. (1961)."},
		{"definitions beside a list", "Text [2] [3] [4]." + list + "\n[2]: https://example.org/2\n\n[3]: https://example.org/3\n", "[2] [2] [3] [3] [4] []", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves.\n3|https://example.org/3"},
		{"definitions at the beginning", "[1]: https://example.org/a\n\nas in [1].\n", "[1] [1]", "1|https://example.org/a"},
		{"one item at the end", "Text [1].\n\n1. Oke, B. (1950). Wheels. Tides, 3, 1–9.\n", "[1] [1]", "1|Oke, B. (1950). Wheels. Tides, 3, 1–9."},
		{"prose under a first heading of a list", "Text (Oke, 1950).\n\n## References\n\nAll references are listed at the end.\n\n## Appendix\n\nWords.\n\n## References\n\nLind, C. (1961). Waves.\n\nOke, B. (1950). Wheels.\n", "(Oke, 1950) [2]", "|Lind, C. (1961). Waves.\n|Oke, B. (1950). Wheels."},
		{"steps at the end", "Text [1].\n\n1. Buy nets\n2. Sleep\n", "[1] []", ""},
		{"notes and definitions after the list", "Text[^a].\n\n## References\n\nOke, B. (1950). Wheels.\n\nLind, C. (1961). Waves.\n\n[^a]: A note.\n\n[site]: https://example.org\n", "", "|Oke, B. (1950). Wheels.\n|Lind, C. (1961). Waves."},
		{"a line under a title that is indented", "Text [2].\n\nSources\n  ===\n\n- Oke, B. (1950).\n- Lind, C. (1961).\n\n## More\n\nWren, A. (1901).\n\n# Thanks\n\nTo all.\n", "[2] [2]", "|Oke, B. (1950).\n|Lind, C. (1961)."},
		{"footnotes of which half are references", "One[^x], two[^y].\n\n[^x]: Oke, B. (1950). Wheels.\n[^y]: Why not?\n", "¹ [1]", "1|Oke, B. (1950). Wheels."},
		{"Pandoc's divs, linked, without a heading", "So [([Oke 1950](#ref-oke))]{.citation cites=\"oke\"}, and [Lind 1961](#ref-lind).[^1]\n\n[^1]: See [Oke 1950](#ref-oke).\n\n:::: {#refs .references}\n::: {#ref-lind .csl-entry}\nLind, C. 1961. Waves.\n:::\n\n::: {#ref-oke .csl-entry}\nOke, B. 1950. *Wheels*.\n:::\n::::\n", "Oke 1950 [2] Lind 1961 [1] Oke 1950 [2]", "|Lind, C. 1961. Waves.\n|Oke, B. 1950. Wheels."},
		{"Pandoc's divs, numbered", "So \\[1\\] and^[2](#ref-lind)^.\n\n# References {#references .unnumbered}\n\n::: {#refs .references}\n::: {#ref-oke .csl-entry}\n[\\[1\\] ]{.csl-left-margin}[Oke, B. 1950. *Wheels*.]{.csl-right-inline}\n:::\n\n::: {#ref-lind .csl-entry}\n[\\[2\\] ]{.csl-left-margin}[Lind, C. 1961. Waves.]{.csl-right-inline}\n:::\n:::\n", "[1] [1] 2 [2]", "1|Oke, B. 1950. Wheels.\n2|Lind, C. 1961. Waves."},
		{"not in the list", "Text [12]." + list, "[12] []", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := readAlone(tt.text)
			if got := citations(a); got != tt.citations {
				t.Errorf("citations\n got %s\nwant %s", got, tt.citations)
			}
			if got := references(a); got != tt.references {
				t.Errorf("references\n got %s\nwant %s", got, tt.references)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	a := readAlone("Text[^1] and [^none].\n\n## References\n\n1. Oke, B. (1950).\n\n[^1]: A note.\n")
	if len(a.Links) != 1 || a.Links[0].Kind != article.Note || !strings.HasPrefix(a.Body.String()[a.Links[0].Target:], "[^1]: A note.") {
		t.Errorf("links %+v", a.Links)
	}
	if got := references(a); got != "1|Oke, B. (1950)." {
		t.Errorf("references %q", got)
	}
	a = readAlone("One[^b], two[^a], one[^b].\n\n[^a]: Second.\n\n[^b]: First.\n")
	var got []string
	for _, l := range a.Links {
		got = append(got, l.Text.String()+a.Body.String()[l.Target:l.Target+5])
	}
	if s := strings.Join(got, " "); s != "¹[^b]: ²[^a]: ¹[^b]:" {
		t.Errorf("notes %s", s)
	}
}

// A link is one, whatever is in it.
func TestLinks(t *testing.T) {
	a := readAlone("[<https://a.example>](https://b.example), <https://c.example>, [*d*](e.md), [](f.md), [g](#none), [h](javascript:i)\n")
	var got []string
	for _, l := range a.Links {
		got = append(got, l.Text.String()+"="+l.URL.String())
	}
	if s := strings.Join(got, " "); s != "https://a.example=https://b.example https://c.example=https://c.example d=e.md f.md=f.md" {
		t.Errorf("links %s", s)
	}
}

func TestFrontMatter(t *testing.T) {
	a := readAlone("---\ntitle: \"Wheels & waves\"\nauthor:\n  - B. Oke\n  - {given: C., family: Lind}\ndate: 2026-11-23\n---\nText.\n")
	if got := a.Body.String(); got != "# Wheels & waves\n\nText.\n" {
		t.Errorf("body %q", got)
	}
	if b := readAlone("---\nauthor: B. Oke\n---\nText.\n"); lines(b.Authors) != "B. Oke" {
		t.Errorf("one author: %v", b.Authors)
	}
	if got := lines(a.Authors) + "|" + a.Date.String() + "|" + a.Title.String(); got != "B. Oke\nC. Lind|2026-11-23|Wheels & waves" {
		t.Errorf("got %q", got)
	}
	for front, want := range map[string]string{
		"author: {name: B. Oke}":                   "B. Oke||||",
		"authors: [B. Oke, {family: Lind}, ~, '']": "B. Oke\nLind||||",
		"author: ~\ndate: ~\nyear: 1950":           "|1950|||",
		"published: 1951\nyear: 1950":              "|1951|||",
		"description: On waves\nlang: de":          "||On waves|de|",
		"title: A\nyear: 5\nauthor: B\nlang: x":    "B|5||x|A",
		"author: {name: B}":                        "B||||",
		"title: Waves\nabstract: [a]":              "||||Waves",
	} {
		for _, end := range []string{"---", "...", "--- \t"} {
			b := readAlone("---\n" + front + "\n" + end + "\nText.\n")
			got := strings.Join([]string{lines(b.Authors), b.Date.String(), b.Summary.String(), b.Language.String(), b.Title.String()}, "|")
			if got != want || !strings.HasSuffix(b.Body.String(), "Text.\n") {
				t.Errorf("%q: %q, want %q; body %q", front, got, want, b.Body)
			}
		}
	}
	for front, want := range map[string]string{
		"tags: [sea, moon]\nlicense: CC0":           "sea\nmoon|CC0",
		"keywords: 'sea, moon , '\nrights: © Oke":   "sea\nmoon|© Oke",
		"tags: sea\nkeywords: [moon]\nlicence: CC0": "sea\nmoon|CC0",
		"tags: [a, b]\nlicense: c":                  "a\nb|c",
		"tags: ~\nlicense: [a]":                     "|",
	} {
		b := readAlone("---\n" + front + "\n---\nText.\n")
		if got := lines(b.Tags) + "|" + b.License.String(); got != want {
			t.Errorf("%q: %q, want %q", front, got, want)
		}
	}
	for _, text := range []string{"---\na: 1\na: 2\n---\ntext\n", "---\n[a]: 1\n---\ntext\n", "---\n- a\n---\ntext\n", "---\na: 1\n----\ntext\n", "---\nnot: [closed\n---\ntext\n", "---\n\ntext under a rule\n", "---\n", "---\n---\ntext\n", "---\n{}\n---\ntext\n", "---\na: 1\n\ntext\n"} {
		if a := readAlone(text); strings.TrimSpace(a.Body.String()) != strings.TrimSpace(text) || len(a.Notices) > 0 {
			t.Errorf("%q was taken for front matter: %q, %q", text, a.Body, lines(a.Notices))
		}
	}
}

// TestTitle tells what a body begins with under the front matter.
func TestTitle(t *testing.T) {
	for _, tt := range []struct{ name, front, body, want string }{
		{"none in the text", "title: Wheels_a_b", "Text.", "# Wheels_a_b\n\nText."},
		{"another heading", "title: Wheels", "# Waves\n\nText.", "# Wheels\n\n# Waves\n\nText."},
		{"the same words", "title: \"Wheels: and *waves*\"", "\n# **Wheels** and Waves. {#w}\n\nText.", "# **Wheels** and Waves.\n\nText."},
		{"underlined, behind a picture", "title: Wheels", "![](a.png)\n\nWheels\n===\n\nText.", "![](a.png)\n\nWheels\n===\n\nText."},
		{"in HTML", "title: Wheels", "<div align=\"center\">\n<h1>Wheels</h1>\n</div>\n\nText.", "# Wheels\n\nText."},
		{"Markdown in it", "title: \"On *C. elegans* and $x^2$\"", "Text.", "# On *C. elegans* and $x^2$\n\nText."},
		{"a subtitle", "title: Wheels\nsubtitle: And waves", "# One\n\nText.", "# Wheels\n\n*And waves*\n\n# One\n\nText."},
		{"a subtitle of the text's heading", "title: Wheels\nsubtitle: And waves", "# Wheels\n\nText.", "# Wheels\n\n*And waves*\n\nText."},
		{"a subtitle that is there", "title: Wheels\nsubtitle: And waves", "# Wheels: and waves\n\nText.", "# Wheels: and waves\n\nText."},
		{"an abstract", "title: Wheels\nabstract: |\n  One *a*.\n\n  Two.\ndescription: No.", "Text.", "# Wheels\n\n## Abstract\n\nOne *a*.\n\nTwo.\n\nText."},
		{"an abstract that is there", "title: Wheels\nabstract: One a.", "## Abstract\n\nOne a.", "# Wheels\n\n## Abstract\n\nOne a."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := readAlone("---\n" + tt.front + "\n---\n" + tt.body + "\n").Body.String(); got != tt.want+"\n" {
				t.Errorf("got  %q\nwant %q", got, tt.want+"\n")
			}
		})
	}
	if got := readAlone("---\ntitle: \"On *C. elegans* ^[note]\"\n---\nText.\n").Title.String(); got != "On C. elegans" {
		t.Errorf("title %q", got)
	}
}

func TestCitesByKey(t *testing.T) {
	for text, want := range map[string]bool{
		"@li99": true, "so @li99": true, "[@li99]": true, "(@li99)": true, "-@li99": true, "x\n@li99": true,
		"@_a": true, "@{a b}": true, "@9": true, "@ö": true,
		"": false, "@": false, "a@b.org": false, "@ a": false, "a@b @c": true, "@@": false, "*@li99*": false, "@(a": false,
	} {
		if got := CitesByKey(text); got != want {
			t.Errorf("CitesByKey(%q) = %v", text, got)
		}
	}
}

// What is read at a glance is what the whole begins with.
func TestSketch(t *testing.T) {
	text := "---\ntitle: Wheels\n---\nText [1].\n\n## More\n\n## References\n\n1. Oke, B. (1950). *Wheels*.\n"
	whole, sketch, begun := readAlone(text), &article.Article{}, &article.Article{}
	Sketch(safe.New(text)).Fill(sketch)
	Beginning(safe.New(text)).Show(begun)
	for name, a := range map[string]*article.Article{"sketch": sketch, "beginning": begun} {
		if a.Body != whole.Body || a.Title.String() != "Wheels" || len(a.Citations) != 0 {
			t.Errorf("%s: %q, %q, %d citations", name, a.Body, a.Title, len(a.Citations))
		}
	}
	begun = &article.Article{}
	if Beginning(safe.New("# Wheels\n")).Show(begun); begun.Title.String() != "Wheels" {
		t.Errorf("the title of a title alone is %q", begun.Title)
	}
	if len(sketch.References) != 1 || len(begun.References) != 0 {
		t.Errorf("%d and %d references", len(sketch.References), len(begun.References))
	}
}
