package epub

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// elementOf returns the body of a page.
func elementOf(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
}

// A tag ends at its >, not at one in an attribute.
func TestTagEnd(t *testing.T) {
	for text, want := range map[string]string{
		"<a>b": "<a>", `<a b="c>d">e`: `<a b="c>d">`, `<a b='c">d'>e`: `<a b='c">d'>`, "<a b>c>d": "<a b>", "<a <b>": "<a ", "<a": "<a", `<a b="c>d`: `<a b="c>d`, "</a>b": "</a>",
	} {
		if got := text[:tagEnd(text)]; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestDeclarationEnd(t *testing.T) {
	for text, want := range map[string]string{
		"<!DOCTYPE html>a": "<!DOCTYPE html>", "<!DOCTYPE a [<!ENTITY b 'c'>]>d": "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!DOCTYPE a>[b]>": "<!DOCTYPE a>", "<!DOCTYPE a": "<",
	} {
		if got := text[:declarationEnd(text)]; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// An empty element has an end tag in HTML, unless it never has one.
func TestAsTag(t *testing.T) {
	for tag, want := range map[string]string{
		"<p>": "<p>", `<a id="b"/>`: `<a id="b"></a>`, "<br/>": "<br/>", "<svg:image x='y'/>": "<image x='y'></image>", "</svg:g>": "</g>", "<p": "<p",
	} {
		if got := asTag(tag); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

// A chapter of headings alone has no prose.
func TestHasProse(t *testing.T) {
	for page, want := range map[string]bool{"<h1>Tides</h1>": false, "<h1>Tides</h1><p>They rise.</p>": true, "<h1>Tides</h1> <p> <img></p>": false, "They rise.": true, "": false} {
		if got := hasProse(elementOf(t, page)); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}

// A contents page is mostly links within the book, or lines with one.
func TestIsLinks(t *testing.T) {
	inside, outside := `<p><a href="#a">Tides and ebb</a> 12</p>`, `<p><a href="https://example.org/">Tides and ebb</a></p>`
	for _, tt := range []struct {
		name, page string
		want       bool
	}{
		{"contents", strings.Repeat(inside, fewestLinks), true},
		{"too few", strings.Repeat(inside, fewestLinks-1), false},
		{"links out of the book", strings.Repeat(outside, fewestLinks+2), false},
		{"amid prose", strings.Repeat(inside, fewestLinks) + strings.Repeat("<p>They rise with the moon, and fall.</p>", fewestLinks), false},
		{"bare links", strings.Repeat(`<a href="#a">Tides</a> `, fewestLinks), true},
		{"items and cells", strings.Repeat(`<ul><li><a href="#a">Tides</a></li></ul><table><tr><td>1<td><a href="#a">Ebb</a></table>`, fewestLinks), true},
	} {
		if got := isLinks(elementOf(t, tt.page)); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestIsRaised(t *testing.T) {
	for page, want := range map[string]bool{`<sup><a href="#a">1</a></sup>`: true, `<a href="#a"><sup>1</sup></a>`: true, `<a href="#a">1</a>`: false, `<sup>1</sup><a href="#a"><b>2</b></a>`: false} {
		a := dom.Find(elementOf(t, page), func(n *html.Node) bool { return n.Data == "a" })
		if got := isRaised(a); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}

func TestIsInHeading(t *testing.T) {
	for page, want := range map[string]bool{"<h1>a</h1>": true, "<h2><b>a</b></h2>": true, "<p>a</p>": false, "<h1></h1>a": false} {
		var text *html.Node
		dom.Walk(elementOf(t, page), func(n *html.Node) bool {
			if n.Type == html.TextNode {
				text = n
			}
			return true
		})
		if got := isInHeading(text); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}

func TestHasText(t *testing.T) {
	for page, want := range map[string]bool{"<p>a</p>": true, "<p> <b> </b></p>": false, "<script>a</script>": false, "<script>a</script><p>b</p>": true, "": false} {
		if got := hasText(elementOf(t, page)); got != want {
			t.Errorf("%s: %v", page, got)
		}
	}
}

// A place says what the page is called, in one way or another.
func TestPageLabel(t *testing.T) {
	for page, want := range map[string]string{
		`<span epub:type="pagebreak" title="12">`: "12", `<span role="doc-pagebreak" aria-label="Page xii. ">`: "xii", `<span epub:type="pagebreak">[Pg 7]</span>`: "7", `<span epub:type="pagebreak" id="page007-3">`: "7",
		`<span epub:type="pagebreak" id="pages-3">`: "", `<span epub:type="pagebreak" title="The end of all"><i>A-3</i></span>`: "A-3", `<section epub:type="pagebreak">The sea rises with the moon, and falls.</section>`: "none",
		`<span class="pagenum">{9}</span>`: "9", `<a class="x-page-no" title="[p. 9]"></a>`: "9", `<span class="pagenumber">of wheels</span>`: "none", `<p class="page-break"></p>`: "none",
	} {
		n := elementOf(t, page).FirstChild
		got := "none"
		if isPageBreak(n) {
			got = pageLabel(n, dom.Text(n))
		}
		if got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

// The numbers of pages rise; some may be wrong or begin again.
func TestRise(t *testing.T) {
	for labels, want := range map[string]bool{"i ii iii 1 2 3": true, "1 2 3 2": false, "x ix 1": false, "A-1 A-2 1": true, "1 2 i 3": true, "iv v vi": true, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 1": true} {
		var breaks []pageBreak
		for _, l := range strings.Fields(labels) {
			breaks = append(breaks, pageBreak{label: l})
		}
		if got := rise(breaks); got != want {
			t.Errorf("%s: %v", labels, got)
		}
	}
	for s, want := range map[string]int{"i": 1, "iv": 4, "xlix": 49, "xc": 90, "cxx": 120, "A": 0, "12": 0} {
		if got := roman(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}
