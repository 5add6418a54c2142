package jats

import (
	"fmt"
	"strings"
	"testing"
)

// withFront returns an article with that front matter.
func withFront(front string) string {
	return "<article xml:lang='de'><front>" + front + "</front><body><p>b</p></body></article>"
}

var frontTests = []struct{ name, front, want string }{
	{"where it appeared", "<journal-meta><abbrev-journal-title>TL</abbrev-journal-title><journal-title>Tidal Letters</journal-title></journal-meta><article-meta><article-id pub-id-type='doi'>10.5555/a</article-id><article-id pub-id-type='pmid'>1</article-id><volume>7</volume><issue>2</issue><fpage>1</fpage><lpage>9</lpage></article-meta>", "||||Tidal Letters 7(2), 1–9 · https://doi.org/10.5555/a\n\n"},
	{"a journal's abbreviation, an issue alone, a number for pages", "<journal-meta><abbrev-journal-title>TL</abbrev-journal-title></journal-meta><article-meta><issue>2</issue><elocation-id>e7</elocation-id></article-meta>", "||||TL e7\n\n"},
	{"one page", "<article-meta><volume>7</volume><fpage>9</fpage><lpage>9</lpage></article-meta>", "||||7, 9\n\n"},
	{"no parts around the metadata", "<title-group><article-title>T<xref ref-type='fn' rid='x'>*</xref></article-title><subtitle>S</subtitle></title-group>", "T||||# T\\*: S\n\n"},
	{"abstracts", "<article-meta><abstract><p>a</p></abstract><abstract abstract-type='graphical'><p>b</p></abstract><abstract abstract-type='toc'><p>c</p></abstract><abstract abstract-type='summary'><p>d</p></abstract><abstract abstract-type='highlights'><p>e</p></abstract><abstract/><trans-abstract><title>Resumen</title><p>f</p></trans-abstract></article-meta>", "|||a|## Abstract\n\na\n\n## Summary\n\nd\n\n## Highlights\n\ne\n\n## Resumen\n\nf\n\n"},
	{"keywords", "<article-meta><kwd-group><kwd>a</kwd><kwd>b</kwd></kwd-group><kwd-group><title>Terms:</title><kwd>c</kwd></kwd-group><kwd-group kwd-group-type='npg-subject'><kwd>d</kwd></kwd-group><kwd-group/></article-meta>", "||||**Keywords**: a; b\n\n**Terms**: c\n\n"},
	{"authors", "<article-meta><contrib-group><contrib contrib-type='author'><name><surname>Oke</surname><given-names>B.</given-names><suffix>Jr</suffix></name></contrib><contrib contrib-type='editor'><name><surname>No</surname></name></contrib><contrib><name-alternatives><name><surname>Lind</surname><given-names>C.</given-names></name></name-alternatives></contrib><contrib><string-name>Ada Wren</string-name></contrib><contrib contrib-type='collab'><collab>The Quay<aff>Hull</aff></collab></contrib><contrib><collab>for <named-content>Group</named-content><contrib-group><contrib/></contrib-group></collab></contrib><contrib><collab>The <named-content>Harbour</named-content></collab></contrib><contrib><collab>Wrens<contrib-group><contrib/></contrib-group></collab></contrib><contrib/></contrib-group></article-meta>", "|B. Oke Jr, C. Lind, Ada Wren, The Quay, Group, The Harbour, Wrens|||"},
	{"the first full date", "<article-meta><pub-date><year>2001</year></pub-date><pub-date><day>9</day><month>11</month><year>2002</year></pub-date><pub-date><day>03</day><month>Feb</month><year>2002</year></pub-date><pub-date><year>1999</year></pub-date></article-meta>", "||2002-02-03||"},
	{"a month alone", "<article-meta><pub-date><month>December</month><year>2002</year></pub-date></article-meta>", "||2002-12||"},
	{"a season", "<article-meta><pub-date><month>Spring</month><day>1</day><year>2002</year></pub-date></article-meta>", "||2002||"},
	{"a summary without paragraphs", "<article-meta><abstract>a <bold>b</bold></abstract></article-meta>", "|||a b|## Abstract\n\na **b**\n\n"},
}

func TestFront(t *testing.T) {
	for _, tt := range frontTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, withFront(tt.front))
			checkArticle(t, a)
			got := strings.Join([]string{a.Title.String(), strings.Join(strings.Split(lines(a.Authors), "\n"), ", "), a.Date.String(), a.Summary.String(), strings.TrimSuffix(a.Body.String(), "b\n")}, "|")
			if got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
			if a.Language.String() != "de" {
				t.Errorf("language %q", a.Language)
			}
		})
	}
}

// What a file has besides the article is named, not shown.
func TestParts(t *testing.T) {
	part := func(kind, language, title string) string {
		return "<sub-article article-type='" + kind + "' xml:lang='" + language + "'><front-stub><title-group><article-title>" + title + "</article-title></title-group></front-stub></sub-article>"
	}
	for parts, want := range map[string]string{
		"":                                 "",
		part("translation", "en", "Tides"): "parts of the file that are not shown: translation (en): Tides",
		part("decision-letter", "", "Decision letter") + "<response response-type='reply'/>": "parts of the file that are not shown: decision letter; reply",
		strings.Repeat(part("translation", "", "Tides"), 5):                                  "parts of the file that are not shown: translation: Tides; translation: Tides; translation: Tides; and 2 more",
	} {
		a := mustRead(t, strings.Replace(withFront(""), "</article>", parts+"</article>", 1))
		if got := lines(a.Notices); got != want {
			t.Errorf("%s\n got %q\nwant %q", parts, got, want)
		}
	}
}

func TestTagsAndLicense(t *testing.T) {
	tests := []struct{ name, meta, want string }{
		{"keywords of all groups", "<kwd-group><kwd>the <bold>moon</bold></kwd><kwd/></kwd-group><kwd-group><kwd>sea</kwd></kwd-group>", "the moon\nsea|"},
		{"a license's URL", "<permissions><license license-type='open' xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://creativecommons.org/licenses/by/4.0/'><license-p>May be copied.</license-p></license></permissions>", "|https://creativecommons.org/licenses/by/4.0/"},
		{"its reference first", "<permissions><license license-type='open'><ali:license_ref xmlns:ali='http://www.niso.org/schemas/ali/1.0/'>https://creativecommons.org/licenses/by/3.0/</ali:license_ref></license></permissions>", "|https://creativecommons.org/licenses/by/3.0/"},
		{"its type", "<permissions><license license-type='open-access'/></permissions>", "|open-access"},
		{"a copyright alone", "<permissions><copyright-year>1901</copyright-year></permissions>", "|"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, withFront("<article-meta>"+tt.meta+"</article-meta>"))
			if got := lines(a.Tags) + "|" + a.License.String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// The identifiers are those of the article, not of what it cites or of its parts.
func TestIdentifiers(t *testing.T) {
	id := func(kind, value string) string {
		return "<article-id pub-id-type='" + kind + "'>" + value + "</article-id>"
	}
	tests := []struct{ name, meta, want string }{
		{"each kind", id("pmid", "12") + id("pmcid", "PMC3") + id("doi", " 10.5555/a ") + id("arxiv", "1706.03762v1") + id("publisher-id", "tl7"), "[pmid:12 PMC3 doi:10.5555/a arxiv:1706.03762v1]"},
		{"an older name", id("pmc", "3"), "[PMC3]"},
		{"the DOI of a version", id("doi", "10.5555/a") + id("doi", "10.5555/a.2"), "[doi:10.5555/a]"},
		{"something else", id("doi", "to come") + id("pmid", "PMC3") + id("", "10.5555/a"), "[]"},
		{"of another work", "<related-article><article-id pub-id-type='doi'>10.5555/b</article-id></related-article>", "[]"},
	}
	for _, tt := range tests {
		part := "<sub-article><front-stub>" + id("doi", "10.5555/c") + "</front-stub></sub-article><back><ref-list><ref><element-citation><pub-id pub-id-type='doi'>10.5555/d</pub-id></element-citation></ref></ref-list></back></article>"
		a := mustRead(t, strings.Replace(withFront("<article-meta>"+tt.meta+"</article-meta>"), "</article>", part, 1))
		if got := fmt.Sprint(a.IDs); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
