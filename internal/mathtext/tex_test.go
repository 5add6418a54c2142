package mathtext

import (
	"strings"
	"testing"
)

// texTests say what formulae in TeX are written as.
var texTests = []struct{ name, source, want string }{
	{"operators", `a=b-1`, "a = b − 1"},
	{"dollar signs", `$a$`, "a"},
	{"two dollar signs", `$$a$$`, "a"},
	{"brackets", `\[ a \]`, "a"},
	{"parentheses", `\(a\)`, "a"},
	{"dollar signs around nothing", `$$`, ""},
	{"the last of the signs", `\gets\pounds\mathring a`, "←£a\u030a"},
	{"a lone dollar sign", `$`, "$"},
	{"a document around it", `\documentclass{minimal}\usepackage{amsmath}\begin{document}$$a$$\end{document}`, "a"},
	{"letters and operators by name", `\alpha\times\beta\leq\infty`, "α × β ≤ ∞"},
	{"a command that is not known", `\foo x`, "foo x"},
	{"a fraction", `\frac{a+b}{2c}`, "(a + b)/2c"},
	{"a fraction of single signs", `\frac12x`, "(1/2)x"},
	{"a fraction without its parts", `\frac`, "/"},
	{"a fraction in a group that ends", `{\frac}x`, "/x"},
	{"a binomial", `\binom{n}{k}`, "(n; k)"},
	{"roots", `\sqrt{1-\rho}+\sqrt[3]{x}`, "√(1 − ρ) + ³√x"},
	{"scripts in either order", `x^2_i y_i^2`, "xᵢ²yᵢ²"},
	{"scripts with blanks", `x _ i ^ 2`, "xᵢ²"},
	{"a script on nothing", `^2`, "²"},
	{"a script of a command", `x^\beta`, "xᵝ"},
	{"a script at the end", `x^`, "x"},
	{"a script that is a percent sign", `x^% y`, "x^%y"},
	{"a script of nothing shown", `x^\! y`, "xy"},
	{"primes", `f'(x)`, "f′(x)"},
	{"numbers", `3.14, 2,000 x1.`, "3.14, 2,000x1."},
	{"accents", `\hat p+\bar{x}+\overline{xy}+\vec{v}`, "p̂ + x̄ + mean(xy) + v⃗"},
	{"brackets that grow", `\left( \frac{a}{b} \right.`, "(a/b"},
	{"upright words", `k_{\mathrm{max}} \text{ if } \operatorname{arg min} x`, "kₘₐₓ if argmin x"},
	{"text with a tie", `a \text{~and~} b`, "a and b"},
	{"text without braces", `\mathrm d x`, "dx"},
	{"text with a formula in it", `\text{a_i}`, "aᵢ"},
	{"bold", `\mathbf{x}\boldsymbol y`, "xy"},
	{"signs over and under", `\overset{!}{=} \underset{x}{max} \stackrel{a}{b}`, "=^!max_x bᵃ"},
	{"a sum with limits", `\sum\limits_{i=1}^n a_i`, "∑ᵢ₌₁ⁿ aᵢ"},
	{"blanks", `a\quad b\,c\;d\ e`, "a bc d e"},
	{"labels", `a\label{eq:1}\tag{2}`, "a"},
	{"escaped signs", `50\% \{a\} a\_b`, "50%{a}a_b"},
	{"a backslash at the end", `a\`, "a"},
	{"aligned lines", `\begin{aligned}a&=b\\&=c\end{aligned}`, "a = b\n= c"},
	{"a matrix", `A=\begin{pmatrix}1&2\\3&4\end{pmatrix}`, "A = (1, 2; 3, 4)"},
	{"a matrix in brackets", `\begin{bmatrix}1&2\end{bmatrix}`, "[1, 2]"},
	{"rows of plain TeX", `\begin{array}{l}0\textrm{ if } x \cr 1\cr\crest\end{array}`, "0 if x\n1\ncrest"},
	{"cases", `f=\begin{cases}1&x>0\\0\end{cases}`, "f = {1, x > 0; 0"},
	{"an array", `\begin{array}{cc}a&b\\c&d\end{array}`, "ab\ncd"},
	{"an array without its layout", `\begin{array}a\end{array}`, "a"},
	{"scripts in cells", `\begin{aligned}a^2&=b_i\\c\end{aligned}`, "a² = bᵢ\nc"},
	{"an environment that does not end", `\begin{pmatrix}1&2`, "(1, 2)"},
	{"an environment with a brace too many", `\begin{pmatrix}1}&2\end{pmatrix}x`, "(1, 2)x"},
	{"an environment's name that does not end", `\begin{pmatrix`, "()"},
	{"a closing brace ends", `a}b`, "a"},
	{"a group that does not end", `{a+b`, "a + b"},
	{"comment signs and columns", `a & b % c`, "abc"},
}

func TestTeX(t *testing.T) {
	for _, tt := range texTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := TeX(tt.source); got != tt.want {
				t.Errorf("TeX(%s)\n got %q\nwant %q", tt.source, got, tt.want)
			}
		})
	}
}

// TestTeXDepth reads groups nested deeper than is read: what is below is passed over.
func TestTeXDepth(t *testing.T) {
	for _, tt := range []struct {
		depth int
		want  string
	}{{maxTexDepth, "ax"}, {maxTexDepth + 1, "a"}, {100 * maxTexDepth, "a"}} {
		if got := TeX("a" + strings.Repeat("{", tt.depth) + "x"); got != tt.want {
			t.Errorf("%d groups: got %q, want %q", tt.depth, got, tt.want)
		}
	}
}

func FuzzTeX(f *testing.F) {
	for _, tt := range texTests {
		f.Add(tt.source)
	}
	f.Fuzz(func(t *testing.T, source string) { checkLines(t, TeX(source)) })
}
