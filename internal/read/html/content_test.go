package html

import (
	"strings"
	"testing"
)

// TestSelection holds which parts of a page beside its text are kept and which are removed.
func TestSelection(t *testing.T) {
	text := filler("Tides are foretold, by sums, and by wheels.")
	const (
		ofOurs = `<a href="/1">One of ours</a> <a href="/2">Two of ours</a> <a href="/3">Three of ours</a> `
		list   = `<h2>References</h2><ol><li><a href="https://example.com/oke">` + oke + `</a></li><li><a href="https://example.com/lind">` + lind + `</a></li></ol>`
	)
	tests := []struct{ name, before, within, after, kept, removed string }{
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
		{"a table", "", `<table><tr><th>port<th>depth<tr><td>Hull<td>7</table>`, "", "| Hull | 7 |", ""},
		{"references", "", "", `<div class="more">` + list + `</div>`, "[" + oke + "]", ""},
		{"what the library drops", "", `<p class="remark">A remark on sums</p><p class="remark"><a href="/x">A link of ours</a></p><div class="remark">A box of ours</div>`, "", "A remark on sums", "A link of ours|A box of ours"},
		{"what the library drops beside references", "", `<div class="remark">A box of sums</div><p class="remark"><a href="/x">A link of ours</a></p>`, list, "A box of sums", "A link of ours"},
		{"what the library drops before the article", `<div class="remark"><p>Volume 7 of ours</p></div>`, list, "", oke, "Volume 7 of ours"},
		{"a link to an article beside references", `<h1>Tides</h1>`, `<p><a href="/moon">The moon and its five wheels</a></p>`, list, "five wheels", ""},
		{"the mark of a note that is removed", "", `<p>A remark<sup><a href="#fn1">1</a></sup> here, and there.</p>`, `<footer><div id="fn1" class="footnote">The note</div></footer>`, "A remark¹ here", "The note"},
		{"a footer", "", "", `<footer><p>© The <b>Room</b></p><div>In town <p>and out</p></div></footer>`, "", "© The Room|and out"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, `<html><head><title>Tides</title><base href="https://www.example.org/a/"></head><body><nav><a href="/">Home</a></nav>`+tt.before+`<div class="text">`+strings.Repeat(text, 3)+tt.within+strings.Repeat(text, 3)+`</div>`+tt.after+`</body></html>`)
			body, removed := a.Body.String(), "\n"+lines(a.Furniture)+"\n"
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
	if a := mustRead(t, `<h1>Tides</h1><div>Menu</div>`+filler("Tides.")+`<div>Imprint</div>`); len(a.Furniture) > 0 || !strings.Contains(a.Body.String(), "Imprint") {
		t.Errorf("removed %q", lines(a.Furniture))
	}
	if a := mustRead(t, `<nav>Home</nav><div><p>One.</p></div><div><p>Two.</p></div>`); !strings.Contains(a.Body.String(), "One.") || !strings.Contains(a.Body.String(), "Two.") {
		t.Errorf("body %q", a.Body)
	}
	if a := mustRead(t, strings.Repeat(filler("Tides."), 6)+`<footer><p>© The <b>Room</b></p><div><p>In <i>town</i></div></footer>`); lines(a.Furniture) != "© The Room\nIn town" {
		t.Errorf("removed %q", lines(a.Furniture))
	}
	if a := mustRead(t, strings.Repeat(filler("Tides."), 6)+`<footer>`+strings.Repeat("<p>line", 2*maxLines)+`</footer>`); len(a.Furniture) != maxLines {
		t.Errorf("%d lines are reported as removed", len(a.Furniture))
	}
}
