package htmlpage

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/article"
	"etal/internal/read"
)

func write(t testing.TB, name, text string) string {
	t.Helper()
	a, err := read.Read(name, []byte(text))
	if err != nil {
		t.Skip(err)
	}
	return writeArticle(t, a)
}

func writeArticle(t testing.TB, a *article.Article) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const list = "\n\n## References\n\n1. Oke, B. (1950). *Wheels*. https://doi.org/10.5555/w\n2. Lind, C. (1961). Waves.\n3. Wren, D. (1970). Carts.\n"

func TestWrite(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a citation leads to its reference", "As [1] says." + list, `<p>As <span class="cite" id="c1"><a class="cite" href="#r1">[1]</a></span> says.</p>`},
		{"each number of a cluster to its own", "As [1,2-3]." + list, `[<a class="cite" href="#r1">1</a>,<a class="cite" href="#r2">2</a>-<a class="cite" href="#r3">3</a>]`},
		{"a reference leads back", "As [2], and [2]." + list, `Lind, C. (1961). Waves. <a class="back" href="#c1" title="back to the text">↩1</a><a class="back" href="#c2" title="back to the text">↩2</a>`},
		{"what the list lacks", "As [7]." + list, `<span class="cite missing" id="c1">[7]</span>`},
		{"emphasis", "*one* **two** `x<y`", "<p><em>one</em> <strong>two</strong> <code>x&lt;y</code></p>"},
		{"a citation with emphasis in it", "(Lind *et al.* 1961)\n\n## References\n\nLind, C., Oke, B., & Wren, D. (1961). Waves. Tides, 1.\n", `<a class="cite" href="#r1">(Lind et al. 1961)</a>`},
		{"several works, each to its own", "(Lind & Oke 1961; Wren 1970)\n\n## References\n\nLind, C., & Oke, B. (1961). Waves. Tides, 1.\n\nWren, D. (1970). Carts. Tides, 2.\n",
			`<a class="cite" href="#r1">(Lind &amp; Oke 1961; </a><a class="cite" href="#r2">Wren 1970)</a>`},
		{"a table", "| a | b |\n| - | - |\n| 1 | 2 |\n", "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>"},
		{"a footnote", "One[^x].\n\n[^x]: Why not?\n", `<div class="note"><sup>¹</sup> <p>Why not?</p>`},
		{"a figure", "See Fig. 1.\n\n**Fig. 1.** A wheel.\n", `<a href="#p13">Fig. 1</a>`},
		{"code", "```go\nif a < b {\n```\n", "<pre><code>if a &lt; b {\n</code></pre>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := write(t, "a.md", tt.text); !strings.Contains(got, tt.want) {
				t.Errorf("no %s in\n%s", tt.want, got[strings.Index(got, "<article>"):])
			}
		})
	}
}

// FuzzWrite holds that nothing of an article can run or load in its page, and that links
// within it lead somewhere.
func FuzzWrite(f *testing.F) {
	f.Add("<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://example.org/b.png)" + list)
	f.Add("<svg onload=x><b onclick='y'>[1]</b> <sup onmouseover=z>1</sup> <java&#115;cript:x> &lt;script&gt; [x]: data:text/html,y" + list)
	f.Add("\"><script>x</script>[^1]\n\n[^1]: <iframe src=//example.org>\n")
	plain := regexp.MustCompile(`^(?:html|head|meta|title|style|body|article|h[1-6]|p|em|strong|code|pre|del|a|span|div|ul|ol|li|table|tbody|tr|td|th|hr|br|sup|sub|blockquote)$`)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := html.Parse(strings.NewReader(write(t, "a.md", text)))
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		var inside []string
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if !plain.MatchString(n.Data) {
				t.Errorf("element %s", n.Data)
			}
			for _, attr := range n.Attr {
				switch attr.Key {
				case "id":
					ids[attr.Val] = true
				case "href":
					if to, ok := strings.CutPrefix(attr.Val, "#"); ok {
						inside = append(inside, to)
					} else if !isSafeURL(attr.Val) {
						t.Errorf("link to %q", attr.Val)
					}
				case "class", "lang", "charset", "content", "http-equiv", "name", "title", "start", "rel":
				default:
					t.Errorf("attribute %s", attr.Key)
				}
			}
		}
		for _, to := range inside {
			if !ids[to] {
				t.Errorf("nothing is called %s", to)
			}
		}
	})
}
