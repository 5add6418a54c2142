package jats

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
)

var fieldTests = []struct{ name, citation, want string }{
	{"people by their part", "<mixed-citation>x<person-group person-group-type='author'><name><surname>Oke,</surname><given-names>B.,</given-names><suffix>Jr</suffix></name><collab>Quay</collab><anonymous/></person-group><person-group person-group-type='editor'><string-name>C Lind</string-name></person-group><person-group person-group-type='translator'><name><surname>No</surname></name></person-group><article-title>“W.”</article-title><year>1950b</year></mixed-citation>", "author Oke/B./Jr/; author ///Quay; author ///Anonymous; editor ///C Lind; issued 1950; title W"},
	{"one of several forms of a name", "<element-citation><name-alternatives><name><surname>Oke</surname><given-names>B</given-names></name><name><surname>オケ</surname></name></name-alternatives><year>1950</year></element-citation>", "author Oke/B//; issued 1950"},
	{"fields of one form beside the text of another", "<mixed-citation>Oke B. Waves. Hull: Quay; 1950.</mixed-citation><element-citation><name><surname>Oke</surname><given-names>Bo</given-names></name><source>Waves</source><year>1950</year></element-citation>", "author Oke/Bo//; issued 1950; title Waves"},
	{"fields of marked alternatives", "<citation-alternatives><mixed-citation>Oke B. Waves. 1950.</mixed-citation><element-citation><name><surname>Oke</surname><given-names>Bo</given-names></name><source>Waves</source><year>1950</year></element-citation></citation-alternatives>", "author Oke/Bo//; issued 1950; title Waves"},
	{"a journal's name is no title", "<element-citation publication-type='journal'><source>Water</source><volume>3</volume></element-citation>", "in Water; volume 3"},
	{"a conference instead of a source", "<element-citation publication-type='confproc'><article-title>W</article-title><conf-name>Tide Days</conf-name></element-citation>", "title W; in Tide Days"},
	{"a title in quotation marks", "<element-citation><article-title>\"Wheels\"</article-title><source>Water,</source></element-citation>", "title Wheels; in Water"},
	{"a title translated", "<element-citation><trans-title>Wheels</trans-title></element-citation>", "title Wheels"},
	{"a date of its own", "<element-citation><source>W</source><date><day>3</day><month>Feb</month><year>1950</year></date></element-citation>", "issued 1950-2-3; title W"},
	{"a month that is none", "<element-citation><source>W</source><day>3</day><month>13</month><year>1950</year></element-citation>", "issued 1950; title W"},
	{"a day that is none", "<element-citation><source>W</source><day>32</day><month>12</month><year>1950</year></element-citation>", "issued 1950-12; title W"},
	{"a year before print", "<element-citation><source>W</source><year>999</year></element-citation>", "title W"},
	{"a year to come", "<element-citation><source>W</source><year>3000</year></element-citation>", "title W"},
	{"pages", "<element-citation><source>W</source><volume>Volume 3</volume><page-range>1–9</page-range></element-citation>", "title W; volume 3; page 1-9"},
	{"a last page alone", "<element-citation><source>W</source><lpage>9</lpage></element-citation>", "title W; page 9"},
	{"a DOI in a link", "<element-citation><source>W</source><ext-link xlink:href='https://doi.org/10.5555/w.'>x</ext-link><uri>https://example.org/a</uri></element-citation>", "title W; doi 10.5555/w; url https://example.org/a"},
	{"a link in a comment", "<element-citation><source>W</source><comment>See <uri>https://example.org/a</uri></comment><comment>x</comment></element-citation>", "title W; url https://example.org/a"},
	{"a DOI with its URL", "<element-citation><source>W</source><pub-id pub-id-type='doi'>https://doi.org/10.5555/w;</pub-id><pub-id pub-id-type='pmid'>1</pub-id></element-citation>", "title W; doi 10.5555/w"},
	{"all but the year tagged", "<mixed-citation><name><surname>Oke</surname><given-names>B.</given-names></name> (1950). <article-title>Wheels</article-title>. <source>Water</source>.</mixed-citation>", "author Oke/B.//; issued 1950; title Wheels; in Water"},
	{"all but the authors tagged", "<mixed-citation>Oke, B. (<year>1950</year>). <article-title>Wheels</article-title>. <source>Water</source>.</mixed-citation>", "author Oke/B.//; issued 1950; title Wheels; in Water"},
	{"one form of a name", "<element-citation><name-alternatives><name><surname>Oke</surname></name></name-alternatives><year>1950</year></element-citation>", "author Oke///; issued 1950"},
	{"only the year tagged", "<mixed-citation>Oke, B. (<year>1950</year>). Wheels that reckon. Water, 3(1), 1–9.</mixed-citation>", "author Oke/B.//; issued 1950; title Wheels that reckon; in Water; volume 3; issue 1; page 1-9"},
	{"nothing tagged", "<mixed-citation>Oke, B. (1950). Wheels that reckon. Water, 3(1), 1–9.</mixed-citation>", "none"},
}

// TestFields reads the fields of references.
func TestFields(t *testing.T) {
	for kind, want := range map[string]string{
		"journal": "article-journal", "Book": "book", "confproc": "paper-conference", "thesis": "thesis", "report": "report", "web": "webpage", "preprint": "article", "data": "dataset", "software": "software", "patent": "patent", "newspaper": "article-newspaper", "magazine": "article-magazine", "other": "document",
	} {
		for _, attr := range []string{"publication-type", "citation-type"} {
			a := mustRead(t, paper("<p>a</p>", "<ref><element-citation "+attr+"='"+kind+"'><source>W</source></element-citation></ref>"))
			if got := a.References[0].Item.Type; got != want {
				t.Errorf("%s %q: type %q, want %q", attr, kind, got, want)
			}
		}
	}
	for fields, want := range map[string]string{
		"<chapter-title>T</chapter-title><source>W</source><person-group person-group-type='editor'><name><surname>L</surname></name></person-group>": "chapter",
		"<article-title>T</article-title><source>W</source><volume>1</volume>":                                                                        "article-journal",
		"<article-title>T</article-title><source>W</source><fpage>1</fpage>":                                                                          "article-journal",
		"<article-title>T</article-title><source>W</source>":                                                                                          "document",
		"<source>W</source><publisher-name>Q</publisher-name>":                                                                                        "book",
		"<source>W</source><uri>https://example.org/</uri>":                                                                                           "webpage",
		"<article-title>T</article-title><source>W</source><uri>https://example.org/</uri>":                                                           "document",
	} {
		a := mustRead(t, paper("<p>a</p>", "<ref><element-citation>"+fields+"</element-citation></ref>"))
		if got := a.References[0].Item.Type; got != want {
			t.Errorf("%s: type %q, want %q", fields, got, want)
		}
	}
	for _, tt := range fieldTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, paper("<p>a</p>", "<ref>"+tt.citation+"</ref>"))
			checkArticle(t, a)
			if got := fields(a.References[0]); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// fields writes the fields of a reference that it has, by their names in CSL.
func fields(r article.Reference) string {
	it := r.Item
	if it == nil {
		return "none"
	}
	var out []string
	add := func(name, value string) {
		if value != "" {
			out = append(out, name+" "+value)
		}
	}
	for _, n := range it.Author {
		add("author", strings.Join([]string{n.Family, n.Given, n.Suffix, n.Literal}, "/"))
	}
	for _, n := range it.Editor {
		add("editor", strings.Join([]string{n.Family, n.Given, n.Suffix, n.Literal}, "/"))
	}
	if it.Issued != nil {
		add("issued", strings.Trim(strings.ReplaceAll(fmt.Sprint(it.Issued.Parts), " ", "-"), "[]"))
	}
	add("title", it.Title)
	add("in", it.ContainerTitle)
	add("volume", it.Volume)
	add("issue", it.Issue)
	add("page", it.Page)
	add("doi", it.DOI)
	add("url", it.URL)
	return strings.Join(out, "; ")
}
