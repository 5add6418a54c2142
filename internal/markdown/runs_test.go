package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// described returns runs as text: s, e, d, m, c and l with a colon before text that is strong,
// emphasized, deleted, marked, code or in a link, and signs for all other roles.
func described(runs []Run) string {
	var b strings.Builder
	last := ""
	for _, r := range runs {
		style := ""
		for _, s := range []struct {
			is   bool
			name string
		}{{r.Strong, "s"}, {r.Emph, "e"}, {r.Strike, "d"}, {r.Mark, "m"}, {r.Code, "c"}, {r.Link, "l"}} {
			if s.is {
				style += s.name
			}
		}
		if r.Role == Text && style != last {
			b.WriteString("‹" + style + "›")
			last = style
		}
		b.WriteString([]string{r.Text.String(), "⏎", "⟦", "⟧", "(", ")" + r.URL}[r.Role])
	}
	return b.String()
}

var runTests = []struct{ name, text, want string }{
	{"styles", "a *b **c*** ~~d~~ `e`", "a ‹e›b ‹se›c‹› ‹d›d‹› ‹c›e"},
	{"strong in itself", "**a __b__**", "‹s›a b"},
	{"escapes and references", `\*a\* &amp;&#x62; \c \\`, `*a* &b \c \`},
	{"in code they stand", "`\\* &amp;`", "‹c›\\* &amp;"},
	{"references to controls", "&#27;&#x202e;a", "␛\ufffda"},
	{"lines", "a\nb  \nc\\\nd", "a b⏎c⏎d"},
	{"a link", "a [b *c*](d) e", "a (‹l›b ‹el›c)d‹› e"},
	{"addresses", "<https://a.org> www.b.org", "‹l›https://a.org‹› ‹l›www.b.org"},
	{"an image", "![a *b*](c)", "⟦a ‹e›b⟧"},
	{"tasks", "- [ ] a\n- [x] b", "ab"},
	{"links of a letter are no tasks", "- [x](y) a\n- [X]; b", "(‹l›x)y‹› a[X]; b"},
	{"emphasis amid Chinese and Japanese", "は**「強」**で。は**強。**で、**文（括）**後", "は‹s›「強」‹›で。は‹s›強。‹›で、‹s›文（括）‹›後"},
	{"emphasis before a particle of Korean", "**\"굵게\"**는 **굵게**", "‹s›\"굵게\"‹›는 ‹s›굵게"},
	{"emphasis amid both", "読**Go言語**、*a*語*b*", "読‹s›Go言語‹›、‹e›a‹›語‹e›b"},
	{"no emphasis amid Chinese and Japanese", "は** 強**で、2 * 3 * 4、は_強_で", "は** 強**で、2 * 3 * 4、は_強_で"},
	{"lines of Chinese and Japanese", "潮水\n高度。\nEnglish\n中文\n（注）\nー", "潮水高度。 English 中文（注）ー"},
	{"lines of Korean", "한국어는\n띄어", "한국어는 띄어"},
	{"lines of Chinese in a quote", "> 潮水\n> 高度", "潮水高度"},
	{"superscripts", "x^2^ y^-3,4^ 2^n+1^ a^b^", "x² y⁻³,⁴ 2ⁿ⁺¹ ab"},
	{"no superscripts", `x^2 y^ 2^ x\^2^ ^^ [a^1^]`, "x^2 y^ 2^ x^2^ ^^ [a¹]"},
	{"superscripts at the start", "^14^C", "¹⁴C"},
	{"no superscripts at the start", `\^2^`, "^2^"},
	{"subscripts", "H~2~O and a~b~, ~x~, a~b c~, a ~~2~~", "H₂O and ab, ‹d›x‹›, a‹d›b c‹›, a ‹d›2"},
	{"no subscripts of emphasis, addresses or escapes", `)~*2*~ )~<https://a.org>~ a~2\~3~`, ")‹ed›2‹› )‹dl›https://a.org‹› a‹d›2~3"},
	{"struck out at the start", "~x~ y", "‹d›x‹› y"},
	{"HTML's scripts", "x<sup>2</sup><SUB class=a>3</sub>4", "x²₃4"},
	{"scripts of all digits", "10<sup>1023456789</sup> <sub>10</sub>", "10¹⁰²³⁴⁵⁶⁷⁸⁹ ₁₀"},
	{"scripts that Unicode lacks", "x<sup>2q</sup> <sub>2; 3</sub>", "x2q ₂; ₃"},
	{"scripts over nodes", "x<sup>1*2*3</sup>", "x¹‹e›²‹›³"},
	{"marked text", "a <mark>b *c*</mark> d", "a ‹m›b ‹em›c‹› d"},
	{"line breaks of HTML", "a<br>b<br/>c", "a⏎b⏎c"},
	{"HTML's other tags", "a <b class=x>b</b> <!-- c --> <?d?>e", "a b  e"},
	{"what only looks like a tag", "a <T> and <x-y z>", "a <T> and <x-y z>"},
	{"HTML on lines of its own", "<div>\na <x>\n</div>", " a <x> "},
	{"tags over lines", "a <b\nclass=x>b", "a b"},
	{"a displayed formula", "$$x$$", "x"},
	{"a displayed formula amid text", "a $$x$$ b", "a ⏎x⏎ b"},
	{"a displayed formula at the start", "$$x$$ b", "x⏎ b"},
	{"a displayed formula at the end", "a $$x$$", "a ⏎x"},
	{"a displayed formula of two lines", `a \begin{align}x \\ y\end{align}`, "a ⏎x⏎y"},
	{"a formula in a line", "a $x$ b", "a x b"},
	{"a table", "| a | b |\n|---|---|\n| *c* | d |", "ab‹e›c‹›d"},
}

// blockRuns returns the runs of all blocks of a text, one after the other.
func blockRuns(text string) (runs []Run) {
	blocks := Cut(text)
	p := NewParser(text, blocks)
	for _, b := range blocks {
		t := p.Parse(b, nil)
		Walk(t.Root, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell:
				runs = append(runs, t.Runs(n)...)
			default:
				return true
			}
			return false
		})
	}
	return runs
}

func TestRuns(t *testing.T) {
	for _, tt := range runTests {
		if got := described(blockRuns(tt.text)); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestTag(t *testing.T) {
	for text, want := range map[string]Tag{
		"<a name=x>": {"a", false}, "</B>": {"b", true}, "<h1>": {"h1", false}, "<z0-y>": {"z0-y", false}, "<br/>": {"br", false}, "<!-- c -->": {}, "<?d?>": {}, "<!D e>": {},
	} {
		tree := whole("x" + text)
		if got := tree.Tag(first(tree, ast.KindRawHTML).(*ast.RawHTML)); got != want {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
}

// FuzzRuns holds that runs lie in the text, in its order.
func FuzzRuns(f *testing.F) {
	for _, tt := range runTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, r := range blockRuns(text) {
			if r.Role != Text {
				continue
			}
			if r.Start < end || r.End < r.Start || r.End > len(text) {
				t.Fatalf("%q at %v, after %d of %d", r.Text, r.Span, end, len(text))
			}
			end = r.End
		}
	})
}

func TestSpansOfRuns(t *testing.T) {
	tests := []struct{ text, shown string }{
		{"> a *b*\n> &amp; c^2^ \\*", "a |b|\n|&amp;| c|2| |\\*"},
		{"<div>\na &amp; b</div>", "\n|a |&amp;| b"},
		{"- <div>\n  a\n  </div>", "\n|a|\n"},
		{"<https://a.org> and www.b.org", "https://a.org| and |www.b.org"},
	}
	for _, tt := range tests {
		var shown []string
		for _, r := range blockRuns(tt.text) {
			if r.Role == Text {
				shown = append(shown, tt.text[r.Start:r.End])
			}
		}
		if got := strings.Join(shown, "|"); got != tt.shown {
			t.Errorf("%q shows %q, want %q", tt.text, got, tt.shown)
		}
	}
}
