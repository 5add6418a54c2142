package hypertext

import (
	"fmt"
	"strings"
	"testing"
)

// fragmentTests are pieces of HTML, the Markdown that they make, and their anchors, each as
// "id>what the text has there".
var fragmentTests = []struct{ name, source, want, anchors string }{
	{"a table", "<table><tr><th>Port<th>Low<tr><td id=bay>Bay<td>1</table>", "| Port | Low |\n|---|---|\n| Bay | 1 |", "bay>| Po"},
	{"headings keep their levels", "<h1>a</h1><h3 id=b>b</h3>", "# a\n\n### b", "b>### "},
	{"links", `<a href="https://a.example/x">a</a> <a href="#b">b</a> <a href="c.md">c</a> <a href="javascript:d">d</a>`, "[a](<https://a.example/x>) [b](<#b>) [c](<c.md>) d", ""},
	{"a link of several parts", `<a href="#b">one <i>two</i> <code>c</code></a>`, "[one two `c`](<#b>)", ""},
	{"an image", `<img alt="A [wheel]" src="w.png">`, "![A (wheel)](<w.png>)", ""},
	{"an image in a link in a heading", `<h2><a href="https://a.example"><img alt=build src="data:x"></a></h2>`, "## [![build](<>)](<https://a.example>)", ""},
	{"an image without a description", `<img src="https://a.example/in/wheel.svg?x=1"> <img>`, "![wheel.svg](<https://a.example/in/wheel.svg?x=1>)", ""},
	{"an image without words", `<img src="a/4470852-339b5011-5800.png">`, "![](<a/4470852-339b5011-5800.png>)", ""},
	{"links and images beside each other", `<a href=a><img alt=b src=c></a><a href=d>e</a><img alt=f src=g><img alt=h src=i>`, "[![b](<c>)](<a>) [e](<d>) ![f](<g>) ![h](<i>)", ""},
	{"a link around blocks", `<a href=a><div><img alt=b src=c></div> <b>d</b> e<p>f</a>`, "[![b](<c>)](<a>)\n\n[d e](<a>)\n\n[f](<a>)", ""},
	{"small print", "<sup>Thanks to:</sup> a<br><sub>Oke</sub> x<sub>max</sub> m<sup>2</sup> <sup>3</sup>", "Thanks to: a  \nOke xₘₐₓ m<sup>2</sup> <sup>3</sup>", ""},
	{"media", `<video src="a/tides.mp4"></video> <iframe title="Waves" src="https://a.example/w"></iframe> <audio><source src=b.ogg></audio>`, "[tides.mp4](<a/tides.mp4>) [Waves](<https://a.example/w>) [b.ogg](<b.ogg>)", ""},
	{"a rule", "a<hr>b", "a\n\n---\n\nb", ""},
	{"struck and marked text", "<del>a</del> <s> </s><mark>b</mark>", "~~a~~ <mark>b</mark>", ""},
	{"tasks", `<input type=checkbox checked>a<br><input type="checkbox">b<br><input>`, "☑ a  \n☐ b", ""},
	{"formulae and notes", "So $a_b*c*$, $$x<y$$ is[^1] $5 and 6$ or US$7 or `$x$`.", "So $a_b*c*$, $$x<y$$ is[^1] $5 and 6$ or US$7 or \\`\\$x$\\`.", ""},
	{"a formula at the end", "<p>so $a_b$</p>", "so $a_b$", ""},
	{"signs", "5 * 3 * 2 _a_ `b` [c](d)", "5 \\* 3 \\* 2 \\_a\\_ \\`b\\` [c]\\(d)", ""},
	{"unknown elements", "a vector<int> and <placeholder> and </x> <https://a.example/>", "a vector\\<int> and \\<placeholder> and \\</x> \\<https://a.example/>", ""},
	{"signs of comparison", "a<b or <i>c</i> and d<e", "a\\<b or *c* and d\\<e", ""},
	{"foreign elements", "<math><mi>x</mi></math><y>", "x\\<y>", ""},
	{"details", "<details open><summary>More</summary>Hidden text</details>", "**More**\n\nHidden text", ""},
	{"an anchor at the end", "<p>a</p><a name=b></a>", "a", "b>"},
	{"an anchor alone", "<div id=refs>", "", "refs>"},
	{"anchors in lists", "<ol><li id=a>a<li><p id=b>b</ol>", "1. a\n2. b", "a>1. a b>2. b"},
	{"nothing to see", "<script>a<b</script><style>b</style><!-- c --><svg><x></x></svg>", "", ""},
	{"code", "<pre class=language-go><code>if a &lt; b {\n\n\t$x$ &amp;\n}</code></pre>", "```go\nif a < b {\n\n\t$x$ &\n}\n```", ""},
	{"stray ends", "</div></td>a</p>b</b>", "a\n\nb", ""},
	{"a list", "<ul><li>a<ul><li>b</ul></ul>", "- a\n  - b", ""},
	{"anchors amid text", "<p>a</p><p>b <a name=c></a>d</p><ol><li><a id=e></a>f</ol><div>g<i id=h>i</i></div><h2><a name=j></a>k</h2>", "a\n\nb d\n\n1. f\n\ng*i*\n\n## k", "c>b d\n e>1. f h>g*i* j>## k"},
	{"an anchor before text", "<a name=b></a>a", "a", "b>a"},
	{"references with labels as terms", "<dl><dt id=a>[Oke50]</dt><dd>Oke. Sun.</dd><dt>2.</dt><dd><p>Lind.</p></dd></dl>", "[Oke50] Oke. Sun.\n\n[2] Lind.", "a>[Oke"},
	{"a link that is a mark", "<a href=#a>[1]</a> <a href=b>[c]</a>", "[[1]](<#a>) [(c)](<b>)", ""},
	{"a quotation", "<blockquote>a<p>b</blockquote>", "> a\n>\n> b", ""},
}

func TestFragment(t *testing.T) {
	for _, tt := range fragmentTests {
		t.Run(tt.name, func(t *testing.T) {
			f := convert(tt.source)
			var anchors []string
			for _, a := range f.anchors {
				anchors = append(anchors, fmt.Sprintf("%s>%.4s", a.name, f.markdown[a.at:]))
			}
			if got := strings.Join(anchors, " "); f.markdown != tt.want || got != tt.anchors {
				t.Errorf("got %q %q, want %q %q", f.markdown, got, tt.want, tt.anchors)
			}
		})
	}
	if got := convert(strings.Repeat("<div>", 100_000) + "a<p>b").markdown; got != "a\n\nb" {
		t.Errorf("100,000 divs: %.80q", got)
	}
}
