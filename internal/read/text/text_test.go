package text

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// read reads a text and has its citations found.
func read(text string) *article.Article {
	a := &article.Article{}
	Read(safe.New(text)).Draft().Fill(a)
	return a
}

// long makes a paragraph out of a sentence, so that it is taken for the article's.
func long(sentence string) string {
	return sentence + strings.Repeat(" The tide tables of the harbour had been kept by hand for ninety years.", 4)
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

func lines(texts []safe.Text) string {
	var out []string
	for _, s := range texts {
		out = append(out, s.String())
	}
	return strings.Join(out, "\n")
}

// copied is what one gets who copies a page and pastes it.
var copied = `skip to main content

Home
About us
Contact

How Tides Are Foretold

By Ada Wren

` + long("Tides follow the moon, as sailors knew long before anybody could say why [1].") + `

Two machines

` + long("Kelvin's machine added up the waves with wheels and pulleys [2] [3].") + `

  1. Wren, A. (1901). The moon and the sea. Harbour Press.

  2. Oke, B., & Lind, C. (1950). Wheels that reckon. Journal of Old Machines, 3(1), 1-9.

  3. Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22.

tide_logo (2).png

The Tide Room is a small museum on the quay.

12 Quay Street

+44 20 7946 0000

Thanks for subscribing!

  • Facebook
  • Instagram
back to top
`

func TestCopiedPage(t *testing.T) {
	a := read(copied)
	if got, want := a.Title.String(), "How Tides Are Foretold"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	if len(a.Authors) != 1 || a.Authors[0].String() != "Ada Wren" {
		t.Errorf("authors %v", a.Authors)
	}
	if got, want := references(a), `1|Wren, A. (1901). The moon and the sea. Harbour Press.
2|Oke, B., & Lind, C. (1950). Wheels that reckon. Journal of Old Machines, 3(1), 1-9.
3|Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22.`; got != want {
		t.Errorf("references\n got %s\nwant %s", got, want)
	}
	if got, want := citations(a), "[1] [1] [2] [2] [3] [3]"; got != want {
		t.Errorf("citations %s, want %s", got, want)
	}
	if got, want := lines(a.Furniture), `skip to main content
Home
About us
Contact
tide_logo (2).png
The Tide Room is a small museum on the quay.
12 Quay Street
+44 20 7946 0000
Thanks for subscribing!
• Facebook
• Instagram
back to top`; got != want {
		t.Errorf("furniture\n got %s\nwant %s", got, want)
	}
	var headings []string
	for _, h := range a.Headings {
		headings = append(headings, fmt.Sprint(h.Level, h.Title))
	}
	if got, want := strings.Join(headings, ","), "1 How Tides Are Foretold,2 Two machines,2 References"; got != want {
		t.Errorf("headings %s, want %s", got, want)
	}
}

func TestFurniture(t *testing.T) {
	list := "\n\nReferences\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n\n"
	tests := []struct {
		name, text string
		want       string // what is left out
	}{
		{"nothing to leave out", "A Title\n\n" + long("Text.") + list, ""},
		{"a title that is a menu's word", "Home\n\n" + long("What is a home?") + list, ""},
		{"an appendix", "A Title\n\n" + long("Text.") + list + "Appendix A\n\nThe tables\n\nSubscribe\n", ""},
		{"short lines without a signal", "A Title\n\n" + long("Text.") + list + "Written at sea.\n\nFor my mother\n", ""},
		{"one line between paragraphs", "A Title\n\n" + long("Text.") + "\n\nAdvertisement\n\n" + long("More.") + list, "Advertisement"},
		{"a paragraph among them ends it", "A Title\n\n" + long("Text.") + list + "Share\n\n" + long("An afterword.") + "\n\nbottom of page\n", "bottom of page"},
		{"short lines between signals", "A Title\n\n" + long("Text.") + list + "logo.png\n\nOpen daily\n\n© 2020 The Tide Room\n", "logo.png\nOpen daily\n© 2020 The Tide Room"},
		{"a poem is not a menu", "Sea\n\nGrey\n\nGreen\n\nblue\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(tt.text)
			if got := lines(a.Furniture); got != tt.want {
				t.Errorf("left out %q, want %q", got, tt.want)
			}
			body := a.Body.String()
			for _, word := range strings.Fields(strings.Join(strings.Split(tt.text, "\n"), " ")) {
				if !strings.Contains(body, word) && !strings.Contains(tt.want, word) {
					t.Errorf("%q is neither in the article nor left out", word)
				}
			}
		})
	}
}

var layoutTests = []struct{ name, text, want string }{
	{
		"hard-wrapped paragraphs are joined",
		"A Title\n\nThe first line of a paragraph that was wrapped by hand\nat some sixty columns goes on here and goes on and on until\nit ends.\n\nAnother paragraph that was wrapped by hand in the same way,\nas long as it is.\n",
		"# A Title\n\nThe first line of a paragraph that was wrapped by hand at some sixty columns goes on here and goes on and on until it ends.\n\nAnother paragraph that was wrapped by hand in the same way, as long as it is.\n",
	},
	{
		"lines that are paragraphs are not",
		"A Title\n" + long("One.") + "\n" + long("Two.") + "\n",
		"# A Title\n\n" + long("One.") + "\n\n" + long("Two.") + "\n",
	},
	{
		"what Markdown would read is text",
		"A Title\n\n+ of boats: *3* and _4_ & a_b <b> [x](y) &amp;\n\n1) not a list\n\n* but this is one\n",
		"# A Title\n\n- of boats: \\*3\\* and \\_4\\_ & a_b \\<b> [x]\\(y) \\&amp;\n\n1\\) not a list\n\n- but this is one\n",
	},
	{
		"columns stay columns",
		"A Title\n\n  north    south\n  east     west\n",
		"# A Title\n\n```\nnorth    south\neast     west\n```\n",
	},
	{
		"a table that was copied",
		"A Title\n\nport\tdepth\nHull\t7 | 8\n",
		"# A Title\n\n| port | depth |\n|---|---|\n| Hull | 7 \\| 8 |\n",
	},
	{
		"underlined headings",
		"A Title\n=======\n\n" + long("Text.") + "\n\nBoats\n-----\n" + long("Text."),
		"# A Title\n\n" + long("Text.") + "\n\n### Boats\n\n" + long("Text.") + "\n",
	},
	{
		"code is kept, prose set in deeper is not code",
		"A Title\n\nThe first line of a paragraph that was wrapped by hand\nat some sixty columns goes on here and goes on and on until\nit ends, with a program and a remark:\n\n    if (tide > 3) {\n        ring(bell);\n\n    }\n\n    The bell was cast in the town of Quay and was\n    heard as far as the islands, it is said.\n",
		"# A Title\n\nThe first line of a paragraph that was wrapped by hand at some sixty columns goes on here and goes on and on until it ends, with a program and a remark:\n\n```\nif (tide > 3) {\n    ring(bell);\n\n}\n```\n\nThe bell was cast in the town of Quay and was heard as far as the islands, it is said.\n",
	},
	{
		"an e-mail",
		"Subject: Tides\nFrom: Ada Wren <wren@example.org>\n\n> The first line of a paragraph that was quoted and wrapped\n> by hand goes on here and goes on and on until it ends.\n>> An older one.\n\nThe answer to it, which was wrapped by hand in the same way,\nis a sentence that has to be long enough to fill some lines\nof the e-mail, and so goes on and on until it has come to an\nend here.\n\n-- \nAda Wren\nQuay\n",
		"# Tides\n\nFrom: Ada Wren \\<wren@example.org>\n\n> The first line of a paragraph that was quoted and wrapped by hand goes on here and goes on and on until it ends.\n>\n> > An older one.\n\nThe answer to it, which was wrapped by hand in the same way, is a sentence that has to be long enough to fill some lines of the e-mail, and so goes on and on until it has come to an end here.\n\n\\--  \nAda Wren  \nQuay\n",
	},
	{
		"wrapped paragraphs among the words of a figure",
		"A Title\n\nThe first line of a paragraph that was wrapped by hand\nat some sixty columns goes on here and goes on and on until [4]\n[5] and the rest of it end it after a divided and yet unbro-\nken word.\n\n" + strings.Repeat("moon\nsun\n", 6) + "\nAnother paragraph that was wrapped by hand in the same way,\nas long as it is, so that there is more of it than of words.\n",
		"# A Title\n\nThe first line of a paragraph that was wrapped by hand at some sixty columns goes on here and goes on and on until [4] [5] and the rest of it end it after a divided and yet unbroken word.\n\n" + strings.Repeat("moon  \nsun  \n", 5) + "moon  \nsun\n\nAnother paragraph that was wrapped by hand in the same way, as long as it is, so that there is more of it than of words.\n",
	},
	{
		"headings over an indented text",
		"A Title\n\n2.  Boats\n\n2.1.  Row boats\n\n   A paragraph that was indented and wrapped by hand at some sixty\n   columns goes on here.\n\n   Another paragraph, indented in the same way and wrapped by hand\n   as well.\n",
		"# A Title\n\n## 2. Boats\n\n### 2.1. Row boats\n\nA paragraph that was indented and wrapped by hand at some sixty columns goes on here.\n\nAnother paragraph, indented in the same way and wrapped by hand as well.\n",
	},
	{
		"headings between two lines of signs",
		"=======\nA Title\n=======\n\n" + long("Text.") + "\n\n-----\nBoats\n-----\n\n" + long("Text."),
		"# A Title\n\n" + long("Text.") + "\n\n### Boats\n\n" + long("Text.") + "\n",
	},
	{
		"numbered sections",
		"A Title\n\n2 Methods\n\n" + long("Text.") + "\n\n2.1 Boats\n\n" + long("Text."),
		"# A Title\n\n## 2 Methods\n\n" + long("Text.") + "\n\n### 2.1 Boats\n\n" + long("Text.") + "\n",
	},
}

func TestTextLayout(t *testing.T) {
	for _, tt := range layoutTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(tt.text).Body.String(); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

var referenceTests = []struct{ name, list, want string }{
	{"consecutive lines", "References\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
	{"in brackets", "REFERENCES:\n[1] Oke, B. (1950). Wheels.\n[2] Lind, C. (1961). Waves.\n", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
	{"over lines", "References\n\n1. Oke, B. (1950). Wheels that reckon and what they reckoned\n   with. Harbour.\n\n2. Lind, C. (1961).\n   Waves.\n", "1|Oke, B. (1950). Wheels that reckon and what they reckoned with. Harbour.\n2|Lind, C. (1961). Waves."},
	{"a year at a line's start is no number", "References\n1. Oke, B. Wheels,\n1950. Harbour.\n2. Lind, C. Waves, 1961.\n", "1|Oke, B. Wheels, 1950. Harbour.\n2|Lind, C. Waves, 1961."},
	{"without numbers", "References\n\nLind, C. (1961). Waves.\n\nOke, B. (1950). Wheels.\n", "|Lind, C. (1961). Waves.\n|Oke, B. (1950). Wheels."},
	{"without numbers or blank lines", "References\nLind, C. (1961). Waves.\nOke, B. (1950). Wheels.\nvan der Meer, J. (1970). Dikes.\n", "|Lind, C. (1961). Waves.\n|Oke, B. (1950). Wheels.\n|van der Meer, J. (1970). Dikes."},
	{"under an underlined heading", "References\n==========\n\n[1] Oke, B. (1950). Wheels.\n[2] Lind, C. (1961). Waves.\n\nCopyright\n=========\n\nNobody's.\n", "1|Oke, B. (1950). Wheels.\n2|Lind, C. (1961). Waves."},
	{"rows of links between", "References\n\nOke, B. (1950). Wheels.\n\nArticle\nPubMed\nGoogle Scholar\n\nLind, C. (1961). Waves. [CrossRef] [PubMed]\n\nCrossRef Full Text | Google Scholar\n", "|Oke, B. (1950). Wheels.\n|Lind, C. (1961). Waves."},
	{"hung", "References\nLind, C. (1961). Waves, and\n    what they do.\nOke, B. (1950). Wheels.\n", "|Lind, C. (1961). Waves, and what they do.\n|Oke, B. (1950). Wheels."},
	{"in another language", "Literaturverzeichnis\n1. Oke, B. (1950). Räder.\n2. Lind, C. (1961). Wellen.\n", "1|Oke, B. (1950). Räder.\n2|Lind, C. (1961). Wellen."},
	{"steps of a recipe are none", "1. Take the wheel off.\n2. Oil it.\n3. Put it back.\n", ""},
}

func TestTextReferences(t *testing.T) {
	text := "A Title\n\n" + long("Text [1] and [2].") + "\n\n"
	for _, tt := range referenceTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := references(read(text + tt.list)); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestFirstLines(t *testing.T) {
	for _, tt := range []struct {
		text string
		most int
		want string
	}{
		{"a\nb\nc", 2, "a\nb\nc"}, {"a\nb\n", 2, "a\nb\n"}, {"a\nb\nc\n", 2, "a\nb\n"}, {"\n\n", 1, "\n"}, {"", 0, ""},
	} {
		if got := firstLines(tt.text, tt.most); got != tt.want {
			t.Errorf("%d lines of %q are %q", tt.most, tt.text, got)
		}
	}
}

// A text with too many lines says that it was cut.
func TestTooManyLines(t *testing.T) {
	for most, want := range map[int]string{2: noticeLines, 3: ""} {
		d := readLines(safe.New("Tides rise.\n\nAnd fall again.\n"), most)
		got := ""
		for _, n := range d.Notices {
			got += n.String()
		}
		if got != want {
			t.Errorf("%d lines: %q", most, got)
		}
	}
}
