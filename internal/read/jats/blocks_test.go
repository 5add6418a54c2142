package jats

import (
	"strings"
	"testing"
)

// blockTests say what the parts of an article are written as.
var blockTests = []struct{ name, body, want string }{
	{"parts without a heading of their own", "<ack><p>To all.</p></ack><app><p>More.</p></app><glossary/>", "## Acknowledgements\n\nTo all.\n\n## Appendix\n\nMore.\n"},
	{"a section without a title", "<sec><p>a</p><sec><title>B</title><p>b</p></sec></sec>", "a\n\n## B\n\nb\n"},
	{"floats under no title", "<sec sec-type='display-objects'><fig><label>Fig. 1</label></fig></sec>", "**Fig. 1**.\n"},
	{"floats under a title", "<sec sec-type='display-objects'><title>Figures</title><fig><label>Fig. 1</label></fig></sec>", "## Figures\n\n**Fig. 1**.\n"},
	{"a figure group", "<fig-group><caption><title>Seas</title></caption><fig><caption><p>A sea.</p></caption></fig></fig-group>", "**Seas**\n\nA sea.\n"},
	{"text between blocks", "<sec>a<p>b</p>c</sec>", "a\n\nb\n\nc\n"},
	{"verse", "<verse-group><verse-line>a</verse-line><verse-line>b</verse-line><attrib>c</attrib></verse-group>", "> a\n>\n> b\n>\n> c\n"},
	{"a box with a title", "<boxed-text><title>A</title><p>b</p></boxed-text>", "> **A**\n>\n> b\n"},
	{"a listing", "<preformat>a &lt; b\n c</preformat>", "```\na < b\n c\n```\n"},
	{"ordered lists", "<list list-type='order'><list-item><label>1.</label><p>a</p></list-item><list-item><p>b</p></list-item></list><list list-type='alpha-lower'><list-item><p>c</p></list-item></list><list list-type='roman-upper'><list-item><p>d</p></list-item></list>", "1. a\n2. b\n\n1. c\n\n1. d\n"},
	{"a list with a caption", "<list><caption><p>b</p></caption><list-item><label>•</label><p>c</p></list-item></list>", "b\n\n- c\n"},
	{"terms with two meanings", "<def-list><def-item><term>t</term><def><p>a</p></def><def><p>b</p></def></def-item></def-list>", "- **t**: a: b\n"},
	{"a figure that has words for it", "<fig><graphic><alt-text>A boat</alt-text></graphic></fig>", "[A boat]\n"},
	{"a figure without words", "<fig><graphic/></fig>", "[figure]\n"},
	{"a file", "<supplementary-material xlink:href='a.zip'/><media/>", "[a.zip]\n"},
	{"a label with a colon", "<fig><label>Fig. 1:</label><caption><p>A sea.</p></caption></fig>", "**Fig. 1**: A sea.\n"},
	{"a figure with a table", "<fig><label>Fig. 1</label><table><tr><td>a</td></tr></table><attrib>By B.</attrib></fig>", "**Fig. 1**.\n\na\n\nBy B.\n"},
	{"blocks in a caption", "<fig><caption><p>a<disp-quote><p>b</p></disp-quote></p><p>c</p></caption></fig>", "a\n\n> b\n\nc\n"},
	{"a caption that says nothing", "<fig><label>Fig. 1</label><caption><p>Click here for additional data file.</p><p>a</p></caption></fig>", "**Fig. 1**. a\n"},
	{"a table in alternatives", "<table-wrap><label>Table 1</label><alternatives><graphic/><table><tr><td>a</td></tr></table></alternatives><table-wrap-foot><title>Notes</title><fn-group><fn><label>*</label><p>b</p></fn><fn><p>c</p></fn></fn-group></table-wrap-foot><p>d</p></table-wrap>", "**Table 1**.\n\na\n\n**Notes**\n\n\\* b\n\nc\n\nd\n"},
	{"a table of rows only", "<array><tbody><tr><td>a</td></tr></tbody></array>", "a\n"},
	{"the CALS table model", "<table-wrap><table><tgroup><thead><row><entry>a</entry></row></thead><tbody><row><entry morerows='1'>b</entry><entry>c</entry></row><row><entry>d</entry></row></tbody></tgroup></table></table-wrap>", "| a |  |\n|---|---|\n| b | c |\n|  | d |\n"},
	{"a table's note in pieces", "<table-wrap><table-wrap-foot><fn><label>long sign</label>a<p>b</p>c<disp-quote><p>d</p></disp-quote>e</fn></table-wrap-foot></table-wrap>", "long sign a\n\nb\n\nc\n\n> d\n\ne\n"},
	{"a note that is a quote", "<fn-group><title>Notes</title><fn><label>1</label><disp-quote><p>a</p></disp-quote></fn><fn><label>12</label><p>b</p></fn><fn><label>1234</label><p>c</p></fn></fn-group>", "## Notes\n\n¹\n\n> a\n\n¹² b\n\n1234 c\n"},
	{"one note under a title", "<fn-group><title>Notes</title><fn><p>a</p></fn></fn-group>", "## Notes\n\na\n"},
	{"a note marked twice", "<p>a<xref ref-type='fn' rid='n'>1</xref> b<xref ref-type='fn' rid='n'>1</xref></p><fn-group><fn id='n'><p>c</p></fn></fn-group>", "a[^1] b[^1]\n\n## Notes\n\n[^1]: c\n"},
	{"a note that marks itself", "<p>a<xref ref-type='fn' rid='n'>1</xref></p><fn-group><fn id='n'><p>c<xref ref-type='fn' rid='n'>1</xref></p></fn></fn-group>", "a[^1]\n\n## Notes\n\n[^1]: c[^1]\n"},
	{"a mark of a note that there is not", "<p>a<xref ref-type='fn' rid='n'>1</xref></p>", "a¹\n"},
	{"a mark in raised letters", "<p>a<sup>x<xref ref-type='fn' rid='n'>1</xref></sup></p><fn-group><fn id='n'><p>c</p></fn></fn-group>", "a<sup>x</sup>[^1]\n\n## Notes\n\n[^1]: c\n"},
	{"a raised link", "<p>x<sup><xref ref-type='fig' rid='f'>a</xref></sup></p>", "xᵃ\n"},
	{"pictures in a line", "<p>a <inline-graphic><alt-text>b</alt-text></inline-graphic><inline-graphic/></p>", "a [b]\n"},
	{"alternatives in a line", "<p><alternatives><graphic/><tex-math>x^2</tex-math></alternatives> <alternatives><bold>b</bold><italic>c</italic></alternatives> <alternatives><bold>d</bold></alternatives><alternatives/></p>", "x² **b** **d**\n"},
	{"a formula of several lines", "<disp-formula><tex-math>\\begin{aligned}a&amp;=b\\\\&amp;=c\\end{aligned}</tex-math></disp-formula>", "a = b<br>= c\n"},
	{"blocks in a formula", "<disp-formula>a<p>b</p>c</disp-formula>", "a<br>b<br>c\n"},
	{"what is not for readers", "<p>a<index-term>b</index-term><target>c</target><object-id>d</object-id></p>", "a\n"},
	{"mail and DOI", "<p><email>a@example.org</email> <ext-link ext-link-type='doi' xlink:href='10.5555/a'>b</ext-link> <uri>www.example.org</uri> <ext-link xlink:href='https://example.org/a'/> <ext-link xlink:href='https://example.org/a b'>c</ext-link> <ext-link/></p>", "[a@example.org](<mailto:a@example.org>) [b](<https://doi.org/10.5555/a>) [www.example.org](<http://www.example.org>) https://example.org/a c\n"},
	{"floats where they are mentioned", "<p>a <xref ref-type='fig' rid='f2'>Fig. 2</xref></p><p>b</p></body><floats-group><fig id='f1'><label>Fig. 1</label></fig><fig id='f2'><label>Fig. 2</label></fig></floats-group><body>", "a Fig. 2\n\n**Fig. 2**.\n\nb\n\n**Fig. 1**.\n"},
	{"floats mentioned in a quote", "<disp-quote><p><xref ref-type='fig' rid='f1'>Fig. 1</xref></p></disp-quote><p>b</p></body><floats-group><fig id='f1'><label>Fig. 1</label></fig></floats-group><body>", "> Fig. 1\n\nb\n\n**Fig. 1**.\n"},
}

func TestBlocks(t *testing.T) {
	for _, tt := range blockTests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, paper(tt.body, ""))
			checkArticle(t, a)
			if got := strings.TrimPrefix(a.Body.String(), "# T\n\n"); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}
