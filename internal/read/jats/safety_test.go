package jats

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

// unsafeTexts are characters that a terminal must not get or that change what stands before them,
// as they are and as references, which are text only after the XML is parsed.
var unsafeTexts = []struct{ name, text string }{
	{"zero-width space", "\u200b"},
	{"zero-width space, by reference", "&#x200b;"},
	{"soft hyphen", "\u00ad"},
	{"soft hyphen, by name", "&shy;"},
	{"byte order mark", "\ufeff"},
	{"byte order mark, by reference", "&#xfeff;"},
	{"right to left override", "\u202e"},
	{"isolate, by reference", "&#x2066;"},
	{"stacked accents", "e" + strings.Repeat("\u0301", 40)},
	{"accents by reference", "e" + strings.Repeat("&#x301;", 40)},
	{"accent alone", "&#x301;"},
	{"NUL", "\x00"},
	{"NUL, by reference", "&#0;"},
	{"escape, by reference", "&#27;[31m"},
	{"half of a pair", "&#xd800;"},
	{"invalid UTF-8", "\xff"},
	{"line separator", "&#x2028;"},
}

// slots is an article with a § in every place that takes text.
const slots = `<article xml:lang="e§n"><front><journal-meta><journal-id>§</journal-id><journal-title-group><journal-title>Tidal§Letters§</journal-title></journal-title-group><publisher><publisher-name>§Quay</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/§a</article-id><title-group><article-title>Ti§des<sup>§</sup></article-title><subtitle>§and moons</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>O§ke</surname><given-names>§B.</given-names><suffix>Jr§</suffix></name></contrib><contrib><collab>The§Harbour</collab></contrib></contrib-group>
<pub-date><day>§3</day><month>§11</month><year>19§50</year></pub-date><volume>7§</volume><issue>§2</issue><fpage>§1</fpage><lpage>9§</lpage>
<abstract><title>Sum§mary</title><p>The§moon§</p></abstract><kwd-group><title>§Words</title><kwd>ti§de</kwd><kwd>§</kwd></kwd-group></article-meta></front>
<body><sec id="s§"><label>1§</label><title>§Waves§</title><p>so§ <xref ref-type="bibr" rid="r1">[§1§]</xref>, <xref ref-type="bibr" rid="r2">§Lind 1961</xref><sup><xref ref-type="bibr" rid="r1">§1</xref></sup> <xref ref-type="fig" rid="f1">Fig§</xref><xref ref-type="fn" rid="n1">§</xref> <italic>§a</italic>§<bold>b§</bold> x<sub>§2</sub> <monospace>§c</monospace> <ext-link xlink:href="https://example.org/§">the§re</ext-link><break/>§</p>
<list><list-item><label>(§i)</label><p>§one</p></list-item></list><def-list><def-item><term>§t</term><def><p>m§</p></def></def-item></def-list><disp-quote><p>§quote</p><attrib>§who</attrib></disp-quote>
<fig id="f1"><label>Fig§. 1</label><caption><title>§A sea</title><p>By§night.</p><p>§More</p></caption><alt-text>§</alt-text></fig><fig><alt-text>a§b</alt-text></fig>
<table-wrap id="t1"><label>§Table 1</label><caption><p>Depths§</p></caption><table><thead><tr><th>§a</th><th colspan="2">b§</th></tr></thead><tbody><tr><td>§1</td><td>|§</td><td>§</td></tr></tbody></table><table-wrap-foot><fn><label>§a</label><p>no§te</p></fn></table-wrap-foot></table-wrap>
<boxed-text><label>§Box</label><caption><title>B§</title></caption><p>§</p></boxed-text><disp-formula><label>(§2)</label><tex-math>\frac{§a}{b}^§</tex-math></disp-formula><inline-formula><math><mi>§x</mi><mo>§=</mo><mtext>§</mtext></math></inline-formula><code language="§go">§if</code><supplementary-material xlink:href="§.zip"/></sec></body>
<back><ack><title>§Thanks</title><p>To§all</p></ack><fn-group><title>§</title><fn id="n1"><label>§1</label><p>§foot</p></fn><fn><label>†§</label><p>loose§</p></fn></fn-group>
<ref-list><title>Works§cited</title><ref id="r1"><label>[§1§]</label><element-citation publication-type="journal"><person-group><name><surname>§Oke</surname><given-names>B§</given-names></name><collab>§Quay</collab></person-group><article-title>§Wheels§</article-title><source>§Water</source><year>1950§</year><volume>§3</volume><issue>4§</issue><fpage>§1</fpage><lpage>9§</lpage><edition>§2</edition><publisher-name>Quay§</publisher-name><publisher-loc>§Hull</publisher-loc><pub-id pub-id-type="doi">10.5555/§w</pub-id><comment>§Read</comment></element-citation></ref>
<ref id="r2"><mixed-citation>§<name><surname>Lind</surname>§ <given-names>§.</given-names></name> (<year>§1961</year>). <source>§Tides</source> <volume>§7</volume>§ <pub-id pub-id-type="doi">§10.5555/t</pub-id> <ext-link xlink:href="https://example.org/§">§</ext-link></mixed-citation><note><p>§</p></note></ref></ref-list></back></article>`

// TestUnsafeText puts each of them into all places that take text, and all of them into each
// place: spans must be those of the text that is shown.
func TestUnsafeText(t *testing.T) {
	check := func(t *testing.T, text string) {
		t.Helper()
		a := mustRead(t, text)
		checkArticle(t, a)
		for _, s := range append([]safe.Text{a.Title, a.Date, a.Language, a.Summary}, a.Authors...) {
			if safe.Line(s.String()) != s {
				t.Errorf("not safe: %q", s)
			}
		}
		if len(a.References) != 2 || len(a.Citations) == 0 {
			t.Errorf("%d references, %d citations in %q", len(a.References), len(a.Citations), text)
		}
	}
	all := ""
	for _, tt := range unsafeTexts {
		t.Run(tt.name, func(t *testing.T) { check(t, strings.ReplaceAll(slots, "§", tt.text)) })
		all += tt.text
	}
	places := strings.Split(slots, "§")
	for i := 1; i < len(places); i++ {
		check(t, strings.Join(places[:i], "")+all+strings.Join(places[i:], ""))
	}
}
