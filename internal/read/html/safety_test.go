package html

import (
	"strings"
	"testing"

	"etal/internal/safe"
)

// unsafeTexts are characters that a terminal must not get or that change what stands before them,
// as they are and as references, which are text only after the page is parsed.
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
	{"no-break space", "&nbsp;"},
	{"NUL", "\x00"},
	{"NUL, by reference", "&#0;"},
	{"escape, by reference", "&#27;[31m"},
	{"half of a pair", "&#xd800;"},
	{"invalid UTF-8", "\xff"},
	{"line separator", "&#x2028;"},
}

// slots is a page with a § in every place that takes text.
const slots = `<html lang="e§n"><head><title>§Ti§des | The§Room</title><meta name="citation_author" content="O§ke,§ B.§"><meta name="citation_date" content="§1950§"><meta name="description" content="§sum§"><meta property="og:url" content="https://example.org/§">
<script type="application/ld+json">{"@type":"Article","headline":"§","author":{"name":"§Lind"}}</script></head><body><nav>§Home§</nav><h1>§Ti§des<sup>§</sup></h1>
<h2 id="s§">§Waves§ <a href="#s§">§</a></h2><p>so§ [<a href="#r1">§1§</a>], (<a href="#r2">§Lind 1961</a>)<sup><a href="#r1">§1</a></sup> <a href="#f1">Fig§</a><sup><a href="#fn1">§1</a></sup> <i>§a</i>§<b>b§</b> x<sub>§2</sub> <code>§c</code> <a href="https://example.org/§">the§re</a> <q>§</q><br>§</p>
<ul><li>§one<ol><li>two§</ol></ul><dl><dt>§t<dd>m§</dl><blockquote>§quote</blockquote><pre class="language-§go">§if</pre>
<figure id="f1"><img alt="§a sea with many waves" src="§.png"><figcaption>Fig§. 1 <b>§A sea</b><p>§More</p></figcaption></figure><img alt="By§ night one sees nothing">
<table><caption>Depths§</caption><thead><tr><th>§a<th colspan="2">b§</thead><tr><td>§1<td>|§<td>§</table>
<math display="block"><mi>§x</mi><mo>§=</mo><mtext>§</mtext></math><p>so <script type="math/tex">\frac{§a}{b}^§</script></p><table class="ltx_equation"><tr><td><math><mi>§</mi></math><td>(§4)</table>
<div class="footnotes"><p id="fn1">§1 foot§</p></div>
<h2>Works cited</h2><ol><li id="r1">§<span class="label">[§1§]</span>§ Oke, B.§ (1950). <i>§Wheels§</i>. [<a href="https://doi.org/10.5555/§w">§CrossRef</a>]§ <a href="#s§">§^</a></li><li id="r2">§[2]§Lind, C. (1961). Waves§. <a href="https://example.com/§">§</a></li></ol><h2>§Sources§</h2><p>§</p><footer>©§ Room</footer></body></html>`

// TestUnsafeText puts each of them into all places that take text, and all of them into each
// place: spans must be those of the text that is shown.
func TestUnsafeText(t *testing.T) {
	check := func(t *testing.T, page string) {
		t.Helper()
		checkPage(t, page)
		d, err := Read(safe.New(page), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range append(append([]safe.Text{d.Title, d.Date, d.Language, d.Summary}, d.Authors...), d.Removed...) {
			if safe.Line(s.String()) != s {
				t.Errorf("not safe: %q", s)
			}
		}
		if a := articleOf(d); len(a.References) != 2 || len(a.Citations) == 0 || !strings.Contains(a.Body.String(), "Waves") {
			t.Errorf("%d references, %d citations in %q", len(a.References), len(a.Citations), a.Body)
		}
	}
	all := ""
	for _, u := range unsafeTexts {
		all += u.text
		t.Run(u.name, func(t *testing.T) { check(t, strings.ReplaceAll(slots, "§", u.text)) })
	}
	parts := strings.Split(slots, "§")
	for i := 1; i < len(parts); i++ {
		check(t, strings.Join(parts[:i], "")+all+strings.Join(parts[i:], ""))
	}
}

// TestReferencesToCharacters holds that invisible characters that are written as references keep
// no heading from being recognized.
func TestReferencesToCharacters(t *testing.T) {
	a := mustRead(t, `<h1>Tides</h1><p>As <a href="#r1">s&shy;he</a> says.</p><h2>Ref&shy;er&shy;ences&#xfeff;</h2><ol><li id="r1">`+oke+`</li><li>`+lind+`</li></ol>`)
	if got := citations(a); got != "she [1]" {
		t.Errorf("citations %q", got)
	}
	if got := references(a); got != both {
		t.Errorf("references %q", got)
	}
}
