package extract

import (
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// extracted returns the text of the article on a page and, a line each, what was removed. Its title
// is the first h1; its references are the items with an ID, under the h2.
func extracted(t testing.TB, page string) (text, removed string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	marks := Mark(root)
	kept := marks.Readable(root)
	p := Page{Marks: marks, Body: dom.Find(root, func(n *html.Node) bool { return n.Data == "body" }), Entries: map[*html.Node]bool{}, Omitted: map[*html.Node]bool{}}
	if p.Body == nil {
		p.Body = root
	}
	marks.RemoveHidden(p.Body)
	p.Contents = dom.Measure(p.Body)
	p.Base, _ = url.Parse("https://www.example.org/a/")
	dom.Walk(p.Body, func(n *html.Node) bool {
		switch {
		case dom.Is(n, "h1") && p.Title == nil:
			p.Title = n
		case dom.Is(n, "h2"):
			p.ListHeadings = append(p.ListHeadings, n)
		case dom.Is(n, "li") && dom.Attr(n, "id") != "":
			dom.AddWithParents(p.Entries, n)
		}
		return true
	})
	if len(p.Entries) == 0 {
		p.ListHeadings = nil
	}
	omitted, lines := p.Select(kept)
	var b strings.Builder
	dom.Walk(p.Body, func(n *html.Node) bool {
		if omitted[n] {
			return false
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		} else if dom.IsBlock(n.Data) {
			b.WriteString("\n")
		}
		return true
	})
	for _, l := range lines {
		removed += l.String() + "\n"
	}
	return b.String(), removed
}

// filler makes a paragraph of a sentence, long enough to be taken for an article's.
func filler(sentence string) string {
	return "<p>" + sentence + strings.Repeat(" The tide tables of the harbour had been kept by hand for ninety years.", 4) + "</p>\n"
}

const (
	oke    = "Oke, B. (1950). Wheels that reckon."
	lind   = "Lind, C. (1961). Sums of waves. Tidal Letters 7, 22."
	ofOurs = `<a href="/1">One of ours</a> <a href="/2">Two of ours</a> <a href="/3">Three of ours</a> `
	list   = `<h2>References</h2><ol><li id="r1"><a href="https://example.com/oke">` + oke + `</a></li><li id="r2"><a href="https://example.com/lind">` + lind + `</a></li></ol>`
)

// A selectionTest is a page with other elements before, within and after its text, with some of
// what is kept of them and, between bars, lines that are removed.
type selectionTest struct{ name, before, within, after, kept, removed string }

func (tt selectionTest) page() string {
	text := strings.Repeat(filler("Tides are foretold, by sums, and by wheels."), 3)
	return `<html><head><title>Tides</title></head><body><nav><a href="/">Home</a></nav>` + tt.before + `<div class="text">` + text + tt.within + text + `</div>` + tt.after + `</body></html>`
}

var selectionTests = []selectionTest{
	{"a lead in an element of its own", `<div class="top"><h1>Tides</h1><div class="intro">Nobody knew, until the wheels turned, that the sea keeps to its hours like a clerk.</div></div>`, "", "", "like a clerk", ""},
	{"a lead that is no sentence", `<div class="top"><h1>Tides</h1><div class="intro">Nobody knew until the wheels turned that the sea keeps to its hours like a clerk in town</div></div>`, "", "", "", "like a clerk"},
	{"a lead with links", `<div class="top"><h1>Tides</h1><div class="intro">Nobody knew, until <a href="/w">the wheels</a> turned, that the sea keeps to its hours like a clerk.</div></div>`, "", "", "", "like a clerk"},
	{"headings before the title", `<div><h2>Room of ours</h2></div><h1>Tides</h1>`, "", "", "", "Room of ours"},
	{"what calls itself boilerplate", "", `<div class="share-buttons">Send it on</div><aside>Also see</aside><div role="navigation">Go on</div>`, "", "", "Send it on|Also see|Go on"},
	{"what is called an article beside", "", `<div class="article-related"><p>More of the tides, by sums.</p></div>`, "", "by sums.", ""},
	{"phrases of pages", "", `<p>Back to top</p>`, "", "", "Back to top"},
	{"a teaser", `<h1>Tides</h1>`, `<p><a href="/moon">The moon and its five wheels</a></p>`, "", "", "five wheels"},
	{"a short link", `<h1>Tides</h1>`, `<p><a href="/moon">The moon</a></p>`, "", "The moon", ""},
	{"a link to another site", `<h1>Tides</h1>`, `<p><a href="https://example.com/moon">The moon and its five wheels</a></p>`, "", "five wheels", ""},
	{"a list of links", "", `<div><p>` + ofOurs + `</p><p>x</p></div>`, "", "", "Two of ours"},
	{"a list of places on the page", "", `<ul><li><a href="#a">One of these</a><li><a href="#b">Two of these</a></ul>`, "", "Two of these", ""},
	{"a table", "", `<table><tr><th>port<th>depth<tr><td>Hull<td>7</table>`, "", "Hull", ""},
	{"references", "", "", `<div class="more">` + list + `</div>`, oke, ""},
	{"what the library drops", "", `<p class="remark">A remark on sums</p><p class="remark"><a href="/x">A link of ours</a></p><div class="remark">A box of ours</div>`, "", "A remark on sums", "A link of ours|A box of ours"},
	{"what the library drops beside references", "", `<div class="remark">A box of sums</div><p class="remark"><a href="/x">A link of ours</a></p>`, list, "A box of sums", "A link of ours"},
	{"what the library drops before the article", `<div class="remark"><p>Volume 7 of ours</p></div>`, list, "", oke, "Volume 7 of ours"},
	{"a link to an article beside references", `<h1>Tides</h1>`, `<p><a href="/moon">The moon and its five wheels</a></p>`, list, "five wheels", ""},
	{"a heading and a lead after a text of ours", `<p class="remark">Ours is the room of tides, and this is what we say of it here: so.</p><div class="top"><h1>Tides</h1><div class="intro">Nobody knew, until the wheels turned, that the sea keeps to its hours like a clerk.</div></div>`, "", "", "like a clerk", "room of tides"},
	{"a lead of eighty letters", `<div class="top"><h1>Tides</h1><div class="intro">` + strings.Repeat("tides, ", 11) + `a.</div></div>`, "", "", "tides, tides", ""},
	{"a lead of seventy-nine", `<div class="top"><h1>Tides</h1><div class="intro">` + strings.Repeat("tides, ", 11) + `.</div></div>`, "", "", "", "tides, tides"},
	{"what the library drops before the text, with references after it", `<div class="remark"><p>Volume 7 of ours</p></div>`, "", list, "Volume 7 of ours", ""},
	{"a section in a box that the library drops", "", `<div class="remark"><h3>Sums of ours</h3><p>Nobody knew, until the wheels turned, that the sea keeps to its hours like a clerk in town.</p></div>`, "", "like a clerk", ""},
	{"a box with a heading and no paragraph", "", `<div class="remark"><h3>Sums of ours</h3><div>Nobody knew, until the wheels turned, that the sea keeps to its hours like a clerk in town.</div></div>`, "", "", "like a clerk"},
	{"a footer", "", "", `<footer><p>© The <b>Room</b></p><div>In town <p>and out</p></div></footer>`, "", "© The Room|and out"},
}

// TestSelection holds which parts of a page beside its text are kept and which are removed.
func TestSelection(t *testing.T) {
	for _, tt := range selectionTests {
		t.Run(tt.name, func(t *testing.T) {
			body, removed := extracted(t, tt.page())
			removed = "\n" + removed
			if !strings.Contains(removed, "\nHome\n") || strings.Count(body, "foretold") != 6 {
				t.Errorf("body %q\nremoved %q", body, removed)
			}
			if !strings.Contains(body, tt.kept) || tt.kept != "" && strings.Contains(removed, tt.kept) {
				t.Errorf("%q is removed: %q", tt.kept, body)
			}
			for line := range strings.SplitSeq(tt.removed, "|") {
				if line != "" && (strings.Contains(body, line) || !strings.Contains(removed, line)) {
					t.Errorf("%q is kept or not reported: %q", line, removed)
				}
			}
		})
	}
}

// TestSelectionLimits holds that nothing is removed where nothing is called boilerplate or too
// little would be left, and how many lines are reported.
func TestSelectionLimits(t *testing.T) {
	many := strings.Repeat(filler("Tides."), 6)
	tests := []struct{ name, page, kept, removed string }{
		{"nothing is called boilerplate", `<h1>Tides</h1><div>Menu</div>` + filler("Tides.") + `<div>Imprint</div>`, "Imprint", ""},
		{"too little would be left", `<nav>Home</nav><div><p>One.</p></div><div><p>Two.</p></div>`, "Two.", ""},
		{"a line for each block", many + `<footer><p>© The <b>Room</b></p><div><p>In <i>town</i></div></footer>`, "Tides.", "© The Room\nIn town\n"},
		{"many lines", many + `<footer>` + strings.Repeat("<p>line", 2*maxLines) + `</footer>`, "Tides.", strings.Repeat("line\n", maxLines)},
	}
	for _, tt := range tests {
		if text, removed := extracted(t, tt.page); !strings.Contains(text, tt.kept) || removed != tt.removed {
			t.Errorf("%s: kept %q, removed %.100q", tt.name, text, removed)
		}
	}
}

func FuzzSelect(f *testing.F) {
	for _, tt := range selectionTests {
		f.Add(tt.page())
	}
	for _, tt := range markTests {
		f.Add(tt.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 1<<16 {
			return
		}
		if _, err := html.Parse(strings.NewReader(page)); err != nil {
			return // it is nested too deep to be a page
		}
		text, removed := extracted(t, page)
		if safe.New(removed).String() != removed || strings.Count(removed, "\n") > maxLines {
			t.Errorf("removed %q", removed)
		}
		if len(text) > 4*len(page)+100 { // a byte that is not UTF-8 becomes three, and a block begins a line
			t.Errorf("%d bytes of text in %d", len(text), len(page))
		}
	})
}
