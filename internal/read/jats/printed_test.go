package jats

import (
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/xmltree"
)

// People and their elements.
const (
	oke     = "<name><surname>Oke</surname><given-names>Bola C.</given-names></name>"
	lind    = "<name><surname>Lind</surname><given-names>D.-E.</given-names></name>"
	editors = "<person-group person-group-type='editor'>" + lind + "</person-group>"
)

func element(fields string) string { return "<element-citation>" + fields + "</element-citation>" }

// printTests say how citations are printed that have fields only, or that lost some of their
// punctuation.
var printTests = []struct{ name, publisher, ref, want string }{
	{"editors instead of authors", "", element(editors + "<source>Waves</source><year>1950</year>"), "|Lind D-E, ed (1950). Waves."},
	{"two editors", "", element("<person-group person-group-type='editor'>" + oke + lind + "</person-group><source>Waves</source><year>1950</year>"), "|Oke BC, Lind D-E, eds (1950). Waves."},
	{"editors beside authors", "", element(oke + editors + "<article-title>Tides</article-title><source>Waves</source><year>1950</year>"), "|Oke BC (1950) Tides. In: Waves (Lind D-E, ed)."},
	{"others", "", element(oke + "<etal/><source>Waves</source><year>1950</year>"), "|Oke BC, et al. (1950). Waves."},
	{"others alone", "", element("<etal/><source>Waves</source><year>1950</year>"), "|(1950). Waves."},
	{"a year in a date", "", element(oke + "<source>Waves</source><date><year>1950</year></date>"), "|Oke BC (1950). Waves."},
	{"an edition that says so", "", element("<source>Waves</source><edition>2nd ed.</edition><year>1950</year>"), "|(1950). Waves. 2nd ed."},
	{"a book, numbered", "", "<label>1</label>" + element(oke+"<source>Waves</source><publisher-loc>Hull</publisher-loc><publisher-name>Quay</publisher-name><year>1950</year><fpage>1</fpage><lpage>9</lpage>"), "1|Oke BC. Waves. Hull: Quay; 1950. pp 1–9."},
	{"a book without a publisher, numbered", "", "<label>1</label>" + element(oke+"<source>Waves</source><year>1950</year>"), "1|Oke BC. Waves. 1950."},
	{"a journal's publisher is not printed", "", "<element-citation publication-type='journal'>" + oke + "<article-title>Waves</article-title><source>Water</source><publisher-name>Quay</publisher-name><year>1950</year></element-citation>", "|Oke BC (1950) Waves. Water."},
	{"an issue without a volume", "", "<label>1</label>" + element(oke+"<article-title>Waves</article-title><source>Water</source><issue>2</issue><year>1950</year>"), "1|Oke BC. Waves. Water. 1950;(2)."},
	{"a URL", "", element("<source>Waves</source><uri>https://example.org/w</uri>"), "|Waves. https://example.org/w"},
	{"a URL in the comment", "", element("<source>Waves</source><comment>At <uri>https://example.org/w</uri></comment>"), "|Waves. At https://example.org/w."},
	{"a title that asks", "", "<label>1</label>" + element(oke+"<article-title>Why?</article-title><source>Water</source>"), "1|Oke BC. Why? Water."},
	{"initials", "", element("<name><surname>Oke</surname><given-names>BC</given-names></name><name><surname>Wren</surname><given-names>Ann-Marie ABCDE de</given-names><suffix>Jr</suffix></name>"), "|Oke BC, Wren A-MAde Jr."},
	{"MDPI, a book", "MDPI", element(oke + "<source>Waves</source><publisher-name>Quay</publisher-name><publisher-loc>Hull</publisher-loc><year>1950</year>"), "|Oke BC (1950). Waves. Quay: Hull."},
	{"MDPI, a title with a link", "MDPI", element(oke + "<article-title>Waves</article-title><source>Water</source><pub-id pub-id-type='doi'>10.5555/w</pub-id>"), "|Oke BC. Waves. Water."},
	{"IEEE, one author", "Hindawi", element(oke + "<article-title>Waves</article-title><year>1950</year>"), "|B. C. Oke, “Waves”, 1950."},
	{"IEEE, three authors", "Hindawi", element(oke + lind + "<collab>Quay</collab><source>Waves</source>"), "|B. C. Oke, D.-E. Lind, and Quay, Waves."},
	{"IEEE, others", "Hindawi", element(oke + "<etal/><source>Waves</source>"), "|B. C. Oke, et al., Waves."},
	{"IEEE, a URL", "Hindawi", element("<source>Waves</source><publisher-name>Quay</publisher-name><publisher-loc>Hull</publisher-loc><uri>https://example.org/w</uri>"), "|Waves, Quay, Hull. https://example.org/w"},
	{"IEEE, a DOI and a URL", "Hindawi", element("<source>Waves</source><pub-id pub-id-type='doi'>10.5555/w</pub-id><uri>https://example.org/w</uri>"), "|Waves."},
	{"a conference", "", element(oke + "<article-title>Waves</article-title><conf-name>Tide Days</conf-name><conf-loc>Hull</conf-loc><conf-date>May 1950</conf-date><year>1950</year>"), "|Oke BC (1950) Waves. Tide Days, Hull, May 1950."},
	{"a patent", "", element(oke + "<article-title>Pump</article-title><patent country='GB'>123</patent><year>1950</year>"), "|Oke BC (1950) Pump. GB 123."},
	{"a version and an accession number", "", element("<data-title>Tides</data-title><version>2</version><year>1950</year><pub-id pub-id-type='accession'>ACC1</pub-id>"), "|(1950) Tides. Version 2. ACC1."},
	{"a translated book of a series", "", element(oke + "<source>Waves</source><person-group person-group-type='translator'>" + lind + "</person-group><series>Water</series><isbn>1-2</isbn><size units='page'>200</size><year>1950</year>"), "|Oke BC (1950). Waves. Translated by Lind D-E. Water. 200 pp. ISBN 1-2."},
	{"archives' numbers of a work without a DOI", "", element(oke + "<source>Waves</source><pub-id pub-id-type='pmid'>1</pub-id><pub-id pub-id-type='pmcid'>PMC2</pub-id>"), "|Oke BC. Waves. PMID 1, PMC2."},
	{"a supplement", "", "<label>1</label>" + element(oke+"<article-title>Waves</article-title><source>Water</source><volume>3</volume><issue>1</issue><supplement>Suppl 2</supplement>"), "1|Oke BC. Waves. Water 3(1 Suppl 2)."},
	{"names side by side", "", "<mixed-citation><name><surname>Oke</surname><given-names>B</given-names></name><collab>Quay</collab>. Waves<italic>a</italic><year>1950</year><sup>a</sup></mixed-citation>", "|Oke B, Quay. Wavesa1950ᵃ"},
	{"an empty name between", "", "<mixed-citation><name><surname>Oke</surname></name><name/><source>Waves</source>.</mixed-citation>", "|Oke Waves."},
	{"a DOI after its name", "", "<mixed-citation>Oke. doi:<pub-id pub-id-type='doi'>10.5555/w</pub-id></mixed-citation>", "|Oke. doi:10.5555/w"},
	{"a DOI without its name", "", "<mixed-citation>Oke.<pub-id pub-id-type='doi'>10.5555/w</pub-id></mixed-citation>", "|Oke. https://doi.org/10.5555/w"},
	{"a DOI alone", "", "<mixed-citation><pub-id pub-id-type='doi'>https://doi.org/10.5555/w</pub-id></mixed-citation>", "|https://doi.org/10.5555/w"},
	{"archives' numbers", "", "<mixed-citation>Oke. PMID: <pub-id pub-id-type='pmid'>1</pub-id>; <pub-id pub-id-type='pmcid'>2</pub-id><pub-id pub-id-type='arxiv'>3</pub-id></mixed-citation>", "|Oke. PMID: 1; 3"},
	{"a comment's label", "", "<mixed-citation><label>1</label>Oke. Waves.</mixed-citation>", "1|Oke. Waves."},
	{"forms of one citation", "", "<citation-alternatives><element-citation><source>No</source></element-citation><mixed-citation>Oke. Waves.</mixed-citation></citation-alternatives>", "|Oke. Waves."},
	{"no form of a citation", "", "<citation-alternatives><x/></citation-alternatives>", "|(empty)"},
	{"a note", "", "<mixed-citation>Oke. Waves.</mixed-citation><note><p>Of note.</p></note>", "|Oke. Waves. Of note."},
	{"a label as long as any", "", "<label>ABCDEFGHIJKLMNOP</label><mixed-citation>Oke.</mixed-citation>", "ABCDEFGHIJKLMNOP|Oke."},
	{"a label that is too long", "", "<label>ABCDEFGHIJKLMNOPQ</label><mixed-citation>Oke.</mixed-citation>", "|Oke."},
}

func TestPrint(t *testing.T) {
	for _, tt := range printTests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(paper("<p>a</p>", "<ref>"+tt.ref+"</ref>"), "<article-meta>", "<journal-meta><publisher><publisher-name>"+tt.publisher+"</publisher-name></publisher></journal-meta><article-meta>", 1)
			a := mustRead(t, text)
			checkArticle(t, a)
			if got := references(a); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestLists checks that reference lists with headings of their own stay apart.
func TestLists(t *testing.T) {
	entry := func(id string) string {
		return "<ref id='" + id + "'><mixed-citation>" + id + ".</mixed-citation></ref>"
	}
	tests := []struct{ name, lists, want string }{
		{"two with headings", "<ref-list><title>A</title>" + entry("a") + "</ref-list><ref-list><title>B</title>" + entry("b") + "</ref-list>", "x\n\n## A\n\na.\n\n## B\n\nb.\n"},
		{"the second without", "<ref-list><title>A</title>" + entry("a") + "</ref-list><ref-list>" + entry("b") + "</ref-list>", "x\n\n## A\n\na.\n\nb.\n"},
		{"a reviewer's", "<ref-list>" + entry("a") + "</ref-list></back><sub-article><back><ref-list>" + entry("b") + "</ref-list></back></sub-article><back>", "x\n\n## References\n\na.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, "<article><body><p>x</p></body><back>"+tt.lists+"</back></article>")
			checkArticle(t, a)
			if got := a.Body.String(); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestTitleLinks checks that MDPI's DOIs, which it does not print, are links of the titles.
func TestTitleLinks(t *testing.T) {
	for fields, want := range map[string]string{
		"<article-title>Waves</article-title><source>Water</source>": "[Waves](<https://doi.org/10.5555/w>). *Water*.",
		"<source>Water</source>":                                     "[Water](<https://doi.org/10.5555/w>).",
	} {
		r := &reader{doc: &doc.Document{}, style: printStyle{"mdpi"}, xrefs: map[*node]doc.Target{}, notes: &footnotes{}}
		root, _, _ := xmltree.Parse(element(fields + "<pub-id pub-id-type='doi'>10.5555/w</pub-id>"))
		d := doc.Document{Blocks: paragraph(r.compose(root.Children[0], true)...)}
		if got := strings.TrimSpace(d.Draft().Body.String()); got != want {
			t.Errorf("%s\n got %q\nwant %q", fields, got, want)
		}
	}
}
