package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
)

// formulaTests are texts and what they read as: each formula between guillemets, displayed ones
// between two.
var formulaTests = []struct{ name, text, want string }{
	{"in a line", "so $x^2$, and $n$th", "so ‹x²›, and ‹n›th"},
	{"no Markdown in it", `$a*b*c$ and $[1](x)$ and $a_1 < b_2$`, "‹a ∗ b ∗ c› and ‹[1](x)› and ‹a₁ < b₂›"},
	{"braces and line ends", `$\{x, y\}$ $a \\ b$`, "‹{x, y}› ‹a b›"},
	{"over two lines", "so $a +\nb$ and $c", "so ‹a + b› and $c"},
	{"beside other scripts", "设$x$为", "设‹x›为"},
	{"an escaped sign in it", `$\$5 + x$`, "‹$5 + x›"},
	{"one sign", "a $ b", "a $ b"},
	{"signs with blanks in them", "$ a $", "$ a $"},
	{"nothing in it", "$$ and more", "$$ and more"},
	{"prices", "$5 and $10, $20,000 to people in C$; $1-$2", "$5 and $10, $20,000 to people in C$; $1-$2"},
	{"an amount with words", "$5 for all (in US$)", "$5 for all (in US$)"},
	{"currencies", "US$5, A$6", "US$5, A$6"},
	{"a sign in brackets before a formula", "a dollar ($) as in $f(x)$, $1 to $2, $$", "a dollar ($) as in ‹f(x)›, $1 to $2, $$"},
	{"variables of a shell", "$HOME/$USER", "$HOME/$USER"},
	{"escaped", `\$x\$`, "$x$"},
	{"in code", "`$x$`", "$x$"},
	{"over code", "$a `b$` c$", "$a b$ c$"},
	{"between brackets", `so \(x_1\) and \(a = b\)`, "so ‹x₁› and ‹a = b›"},
	{"escaped brackets", `f\(x\), \(see there\), \[1\], \[@lind\], \[^1\]`, "f(x), (see there), [1], [@lind], [^1]"},
	{"displayed in a line", `so \[x = 1\] and $$y = 2$$.`, "so «x = 1» and «y = 2»."},
	{"displayed", "$$\nx\n$$", "«x»"},
	{"displayed on one line", "$$ x $$", "«x»"},
	{"lists and headings in it", "$$\n- x\n= y\n# z\n$$", "«−x = y#z»"},
	{"its lines", `\begin{align}` + "\na &= b \\\\\nc &= d\n" + `\end{align}`, "«a = b»c = d»"},
	{"starred", `\begin{align*} a \end{align*}`, "«a»"},
	{"another environment", `\begin{quote} a \end{quote}`, `\begin{quote} a \end{quote}`},
	{"numbered", `$$ x = 1 \tag{4} $$`, "«x = 1  (4)»"},
	{"named", `$$ x = 1 \label{a} $$ {#eq:a}`, "«x = 1»"},
	{"not closed", "$$\nx\n\ny\n$$", "$$ x / y $$"},
	{"in a quote", "> $$\n> x\n> $$", "«x»"},
	{"in an item", "- a\n\n  $$\n  - x\n  $$", "a / «−x»"},
	{"after a paragraph, and before one", "a\n$$\nx\n$$\nb", "a / «x» / b"},
	{"indented as code", "    $$\n    x\n    $$", "$$ x $$"},
	{"in a heading and a cell", "# On $x^2$", "On ‹x²›"},
	{"with a bar of a table", "| a |\n|---|\n| $x$ |", "a / ‹x›"},
}

// reads returns the text that is shown, with « or ‹ before its formulae, and » or › behind.
func reads(text string) string {
	blocks := Cut(text)
	p := NewParser(text, blocks)
	var out []string
	for _, b := range blocks {
		t := p.Parse(b, nil)
		before, behind := map[int]string{}, map[int]string{}
		Walk(t.Root, func(n ast.Node) bool {
			if f, ok := n.(*Formula); ok {
				span, _ := t.Extent(f)
				before[span.Start], behind[span.End] = "‹", "›"
				if f.Displayed {
					before[span.Start], behind[span.End] = "«", "»"
				}
			}
			return true
		})
		Walk(t.Root, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.CodeBlock:
				out = append(out, strings.Join(strings.Fields(text), " "))
			case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *east.TableCell:
				var s strings.Builder
				for _, r := range t.Runs(n) {
					if r.Role == Text {
						s.WriteString(before[r.Start] + r.Text.String() + behind[r.End])
					}
				}
				out = append(out, s.String())
			}
			return true
		})
	}
	return strings.Join(out, " / ")
}

func TestFormulae(t *testing.T) {
	for _, tt := range formulaTests {
		if got := reads(tt.text); got != tt.want {
			t.Errorf("%s: %q\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
		}
	}
}

// TestFormulaSource holds that citations are not looked for in formulae, and that their spans are
// those of the source.
func TestFormulaSource(t *testing.T) {
	const text = "As [1] has it, $x[2]$ is, and\n$$y[3]$$\nso [4]."
	tree := whole(text)
	var prose []string
	for _, s := range tree.Prose() {
		prose = append(prose, text[s.Start:s.End])
	}
	if got := strings.Join(prose, "|"); got != "As [1] has it, | is, and|so [4]." {
		t.Errorf("prose is %q", got)
	}
	for _, r := range blockRuns("so $x^2$") {
		if r.Text.String() == "x²" && r.Span != (article.Span{Start: 3, End: 8}) {
			t.Errorf("formula at %v", r.Span)
		}
	}
}

// FuzzFormulae holds that the source of a formula is a part of the text, and that no sign around a
// formula is within the text beside it.
func FuzzFormulae(f *testing.F) {
	for _, tt := range formulaTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, b := range Cut(text) {
			tree := NewParser(text, nil).Parse(b, nil)
			end := 0
			Walk(tree.Root, func(n ast.Node) bool {
				span, ok := tree.Extent(n)
				if f, is := n.(*Formula); is {
					if !ok || span.Start < max(end, b.Start) || span.End > b.End || len(f.TeX(tree.Source)) > span.Len() || len(f.Unicode(tree.Source)) == 0 {
						t.Errorf("formula at %v after %d in %q", span, end, text)
					}
					end = span.End
				}
				if text, is := n.(*ast.Text); is && text.Segment.Len() > 0 {
					end = text.Segment.Stop + b.Start
				}
				return true
			})
		}
	})
}
