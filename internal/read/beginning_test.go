package read

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/read/pdf/pdftest"
)

// longText returns an article of more than longSource bytes.
func longText(head, paragraph, tail string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 0; b.Len() < longSource; i++ {
		fmt.Fprintf(&b, paragraph+"\n\n", i%5+1)
	}
	return b.String() + tail
}

const works = "References\n\n" +
	"1. Wren, A. (1901). The moon and the sea. Harbour Press.\n2. Oke, B. (1950). Wheels that reckon. Old Machines, 3(1), 1-9.\n" +
	"3. Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22.\n4. Lind, C. (1963). Quicker sums. Tidal Letters, 9, 2-4.\n5. Abara, E. (1981). Pressure. Water, 23, 1-30.\n"

// The beginning of a long article is what the whole begins with.
func TestBeginning(t *testing.T) {
	tests := []struct{ name, source string }{
		{"tides.md", longText("---\ntitle: Tides\n---\n\nAn opening.\n\n", "The moon *pulls* the sea, as was known [%d].", "## "+works)},
		{"tides.md", longText("# Tides\n\n", "```\ncode %d\n```", "# "+works)},
		{"tides.txt", longText("Tides\n\n", "The moon pulls the sea, as sailors knew long before [%d]. A harbour keeps a table.", works)},
		{"tides.html", "<!DOCTYPE html><html><head><title>Tides</title></head><body>\n<h1>Tides</h1>\n" +
			longText("", "<p>The <i>moon</i> pulls the sea, as was known <a href=\"#r%d\">[1]</a>.</p>", "<h2>References</h2><ol><li id=\"r1\">Wren, A. (1901). The moon. Harbour Press.</li></ol></body></html>")},
		{"tides.html", "<body><h1>Tides</h1>\n" + longText("", "<p>The moon pulls the sea, as was known [%d].</p>", "</body>")},
		{"tides.xml", "<?xml version=\"1.0\"?><article><front><article-meta><title-group><article-title>Tides</article-title></title-group></article-meta></front><body>\n" +
			longText("", "<p>The <italic>moon</italic> pulls the sea, as was known <xref ref-type=\"bibr\" rid=\"r%d\">[1]</xref>.</p>",
				"</body><back><ref-list><ref id=\"r1\"><label>1</label><mixed-citation>Wren A. The moon. Harbour Press; 1901.</mixed-citation></ref></ref-list></back></article>")},
	}
	for _, tt := range tests {
		whole, err := Read(tt.name, []byte(tt.source))
		if err != nil {
			t.Fatal(err)
		}
		a, ok := Reader{}.Beginning(tt.name, []byte(tt.source))
		if !ok {
			t.Errorf("%s: there is no beginning", tt.name)
			continue
		}
		begin := strings.TrimRight(a.Body.String(), "\n")
		if !strings.HasPrefix(whole.Body.String(), begin) || len(begin) < beginning/3 {
			t.Errorf("%s: %d bytes are not what the whole begins with", tt.name, len(begin))
		}
		if sketch, ok := (Reader{}).Sketch(tt.name, []byte(tt.source)); ok {
			if !slices.Equal(sketch.Blocks, whole.Blocks) || sketch.Body != whole.Body || len(sketch.References) != len(whole.References) {
				t.Errorf("%s: the sketch is not of the whole", tt.name)
			}
		}
		if a.Title != whole.Title || a.Format != whole.Format {
			t.Errorf("%s: %q (%s), want %q (%s)", tt.name, a.Title, a.Format, whole.Title, whole.Format)
		}
	}
}

// A text that begins with a tag, and is no page, has a beginning as any other.
func TestBeginningWithTag(t *testing.T) {
	source := longText("<div align=\"center\">\n\n# Tides\n\n</div>\n\n", "The moon *pulls* the sea, as was known [%d].", "")
	a, ok := Reader{}.Beginning("readme.md", []byte(source))
	if !ok || !strings.HasPrefix(a.Body.String(), "# Tides\n\nThe moon *pulls* the sea") || a.Body.Len() < beginning/2 {
		t.Errorf("there is none, or another: %v", ok)
	}
}

// What is short, or cannot be told from its beginning, is read as a whole.
func TestNoBeginning(t *testing.T) {
	paragraph := "The moon pulls the sea, as was known %d."
	for name, source := range map[string]string{
		"short.md":      "# Tides\n\nShort.\n",
		"keys.md":       longText("# Tides\n\nSee [@wren1901].\n\n", paragraph, ""),
		"page.html":     longText("<!DOCTYPE html><html><body><p>", paragraph, "</p></body></html>"),
		"bodyless.html": longText("<!DOCTYPE html>\n\n<p>", paragraph, ""),
		"page.md":       longText("<!-- <body> -->\n\n", "<p>"+paragraph+"</p>", ""),
		"list.bib":      longText("@book{a, title = {Tides}}\n\n", "@book{b%d, title = {Waves}}", ""),
		"list.json":     longText("[\n{\"id\": \"", paragraph, "\"}]"),
		"line.md":       strings.Repeat("word ", longSource/5+1),
	} {
		if _, ok := (Reader{}).Beginning(name, []byte(source)); ok {
			t.Errorf("%s has a beginning", name)
		}
	}
}

func FuzzBeginning(f *testing.F) {
	f.Add("tides.md", "# Tides\n\n> The *moon* [%d].")
	f.Add("tides", "Tides\n\f\nThe moon%%")
	f.Fuzz(func(t *testing.T, name, paragraph string) {
		source := strings.Repeat(paragraph+"\n\n", longSource/(len(paragraph)+2)+1)
		a, ok := Reader{PDF: pdftest.Engine()}.Beginning(name, []byte(source))
		if !ok {
			return
		}
		for _, b := range a.Blocks {
			if b.Start < 0 || b.End > a.Body.Len() || b.Start > b.End {
				t.Fatalf("block %v of %d bytes", b, a.Body.Len())
			}
		}
	})
}

// What an article tells of itself is known from its front, however short or long it is.
func TestFront(t *testing.T) {
	const meta = "<article><front><article-meta><article-id pub-id-type='doi'>10.5555/a</article-id><title-group><article-title>Tides</article-title></title-group>" +
		"<contrib-group><contrib><name><surname>Oke</surname><given-names>Ada</given-names></name></contrib></contrib-group><pub-date><year>1950</year></pub-date></article-meta></front>"
	for _, tt := range []struct{ name, head, paragraph, tail string }{
		{"a.xml", meta + "<body>", "<p>The moon pulls the sea (%d).</p>", "</body></article>"},
		{"a.html", "<head><title>Tides</title><meta name='citation_doi' content='10.5555/a'><meta name='citation_author' content='Oke, Ada'><meta name='citation_date' content='1950'></head><body>", "<p>The moon pulls the sea (%d).</p>", "</body>"},
		{"a.md", "---\ntitle: Tides\nauthor: Ada Oke\ndate: 1950\ndoi: 10.5555/a\n---\n", "The moon pulls the sea (%d).", ""},
	} {
		for _, source := range []string{tt.head + fmt.Sprintf(tt.paragraph, 1) + tt.tail, longText(tt.head, tt.paragraph, tt.tail)} {
			a, ok := Reader{}.Front(tt.name, []byte(source))
			if !ok {
				t.Errorf("%s of %d bytes has no front", tt.name, len(source))
				continue
			}
			if i := a.Item(); i.Title != "Tides" || i.DOI != "10.5555/a" || i.Issued.Year() != 1950 || len(i.Author) != 1 || i.Author[0].Family != "Oke" {
				t.Errorf("%s of %d bytes: %+v", tt.name, len(source), i)
			}
			if a.Body.Len() > 2*beginning {
				t.Errorf("%s: %d bytes of it were read", tt.name, a.Body.Len())
			}
		}
	}
}
