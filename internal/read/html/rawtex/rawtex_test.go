package rawtex

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

func TestNext(t *testing.T) {
	for text, want := range map[string]string{
		`a \(x\) b`:                       "(x) 2-7",
		`a \[x\] b`:                       "[x] 2-7",
		`$5 and $$x$$`:                    "[x] 7-12",
		`$x^2$`:                           "(x^2) 0-5",
		`$ 5 and $6`:                      "",
		`$x and $6`:                       "",
		`$x + 5$`:                         "(x + 5) 0-7",
		`$x$`:                             "(x) 0-3",
		`\begin{equation}a\end{equation}`: "[\\begin{equation}a\\end{equation}] 0-31",
		`\(x`:                             "",
		`\()\)`:                           "()) 0-5",
		`\begin{align*}a\end{align*}.`:    "[\\begin{align*}a\\end{align*}] 0-27",
		`\begin{align}a\end{align`:        "",
		`\(` + strings.Repeat("x", longest) + `\)`: "",
		`\alpha`: "",
	} {
		got := ""
		if f, ok := Next(text, Dollars); ok {
			got = fmt.Sprintf("(%s) %d-%d", f.TeX, f.Start, f.End)
			if f.Displayed {
				got = fmt.Sprintf("[%s] %d-%d", f.TeX, f.Start, f.End)
			}
		}
		if got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
	if _, ok := Next("$x$", Doubled); ok {
		t.Error("single dollars are signs of their own")
	}
}

func TestFind(t *testing.T) {
	for page, want := range map[string]Signs{
		`<script src="/MathJax.js"></script>`:                                      Doubled,
		`<script>katex.render()</script>`:                                          Doubled,
		`<script>MathJax = {tex: {inlineMath: [['$', '$'], ['a', 'b']]}}</script>`: Dollars,
		`<script>auto(katex, {delimiters: [{left: "$", right: "$"}]})</script>`:    Dollars,
		`<script>price = "$"</script>`:                                             None,
		`<script type="math/tex">x_{mathjax}</script>`:                             None,
		`<p>mathjax</p>`: None,
		`<script src="katex.js"></script><script>left: '$'</script><script>x</script>`: Dollars,
	} {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if got := Find(root); got != want {
			t.Errorf("%s: %d, want %d", page, got, want)
		}
	}
}

func TestInElement(t *testing.T) {
	for tag, want := range map[string][2]Signs{
		`<code>`: {None, None}, `<span class="math inline">`: {Doubled, Dollars}, `<p class="mathx">`: {None, Dollars},
	} {
		root, err := html.Parse(strings.NewReader("<body>" + tag))
		if err != nil {
			t.Fatal(err)
		}
		body := dom.Find(root, func(n *html.Node) bool { return n.Data == "body" })
		if got := [2]Signs{None.InElement(body.FirstChild), Dollars.InElement(body.FirstChild)}; got != want {
			t.Errorf("%s: %d, want %d", tag, got, want)
		}
	}
}
