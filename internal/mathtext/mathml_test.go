package mathtext

import (
	"strings"
	"testing"

	"etal/internal/xmltree"
)

// mathTests say what formulae in MathML are written as.
var mathTests = []struct{ name, math, want string }{
	{"operators stand apart", "<mi>a</mi><mo>=</mo><mi>b</mi><mo>-</mo><mn>1</mn>", "a = b − 1"},
	{"signs do not", "<mo>-</mo><mi>a</mi>", "−a"},
	{"a sign in parentheses", "<mo>(</mo><mo>-</mo><mn>1</mn><mo>,</mo><mn>1</mn><mo>)</mo>", "(−1, 1)"},
	{"letters are a product, names are words", "<mi>a</mi><mi>b</mi><mi>sin</mi><mi>x</mi>", "ab sin x"},
	{"a fraction of sums", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>c</mi></mrow></mfrac>", "(a + b)/2c"},
	{"a fraction before its factor", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi>", "(1/2)x"},
	{"an exponent", "<msup><mi>x</mi><mn>2</mn></msup>", "x²"},
	{"an exponent without raised letters", "<msup><mi>e</mi><mrow><mo>-</mo><mi>G</mi><mo>/</mo><mi>Q</mi></mrow></msup>", "e^(−G/Q)"},
	{"a name as index", "<msub><mi>k</mi><mi>max</mi></msub><msub><mi>k</mi><mi>treated</mi></msub>", "kₘₐₓk_treated"},
	{"a sum", "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub>", "∑ᵢ₌₁ⁿ aᵢ"},
	{"a limit", "<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder><mi>f</mi>", "lim_(x→0) f"},
	{"a root", "<msqrt><mn>1</mn><mo>−</mo><mi>ρ</mi></msqrt>", "√(1 − ρ)"},
	{"a cube root", "<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"},
	{"an accent", "<mover><mi>p</mi><mo>^</mo></mover>", "p̂"},
	{"a mean of many", "<mover><mrow><mi>x</mi><mi>y</mi></mrow><mo>¯</mo></mover>", "mean(xy)"},
	{"fences", "<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>", "[a, b]"},
	{"a matrix", "<mi>A</mi><mo>=</mo><mfenced><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable></mfenced>", "A = (1, 2; 3, 4)"},
	{"lines", "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd/><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>", "a = b\n= c"},
	{"an isotope", "<mmultiscripts><mi>C</mi><none/><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "₆¹⁴C"},
	{"what is not to be seen", "<semantics><mi>f</mi><annotation>\\f</annotation></semantics><mo>\u2061</mo><mphantom><mi>x</mi></mphantom>", "f"},
	{"a letter over a letter", "<mover><mi>A</mi><mi>B</mi></mover>", "Aᴮ"},
	{"a hat on many", "<mover><mrow><mi>x</mi><mi>y</mi></mrow><mo>^</mo></mover>", "xy^"},
	{"a tilde on a sum", "<mover><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><mo>~</mo></mover>", "(x + y)~"},
	{"a dot on many", "<mover><mrow><mi>x</mi><mi>y</mi></mrow><mo>˙</mo></mover>", "xy^˙"},
	{"a brace over", "<mover><mi>xy</mi><mo>⏞</mo></mover>", "xy"},
	{"an accent on a relation", "<mi>a</mi><mover><mo>=</mo><mo>^</mo></mover><mi>b</mi>", "a =^ b"},
	{"a word over a relation", "<mi>a</mi><mover><mo>=</mo><mi>def</mi></mover><mi>b</mi>", "a =ᵈᵉᶠ b"},
	{"a word under a relation", "<mi>a</mi><munder><mo>→</mo><mi>n</mi></munder><mi>b</mi>", "a →ₙ b"},
	{"a line under", "<munder><mi>x</mi><mo>_</mo></munder>", "x"},
	{"a brace under", "<munder><mi>xy</mi><mo>⏟</mo></munder>", "xy"},
	{"an index under", "<munder><mo>∑</mo><mi>i</mi></munder><mi>a</mi>", "∑ᵢ a"},
	{"an index under a letter", "<munder><mi>x</mi><mi>i</mi></munder><mi>a</mi>", "xᵢa"},
	{"an index and exponent", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "xᵢ²"},
	{"an integral", "<msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup><mi>f</mi>", "∫₀¹ f"},
	{"an integral without scripts", "<msub><mo>∫</mo><mrow/></msub><mi>f</mi>", "∫f"},
	{"an exponent on a sum", "<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "(a + b)²"},
	{"an exponent on a fraction", "<msup><mfrac><mi>a</mi><mi>b</mi></mfrac><mn>2</mn></msup>", "(a/b)²"},
	{"an exponent on a call", "<msup><mrow><mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</mn></msup>", "f(x)²"},
	{"an exponent on a unit", "<msup><mtext>mg L</mtext><mrow><mo>−</mo><mn>1</mn></mrow></msup>", "mg L⁻¹"},
	{"an exponent without a base", "<msup/>", ""},
	{"a fraction in brackets", "<mfrac><mrow><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></mrow><mrow><mo>(</mo><mi>c</mi><mo>)</mo></mrow></mfrac>", "(a + b)/(c)"},
	{"a fraction under a fraction", "<mfrac><mi>a</mi><mfrac><mi>b</mi><mi>c</mi></mfrac></mfrac>", "a/(b/c)"},
	{"a fraction after its factor", "<mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac>", "x(1/2)"},
	{"a fraction before a bracket", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>(</mo><mi>x</mi><mo>)</mo>", "(1/2)(x)"},
	{"a fraction before a sum", "<mfrac><mn>1</mn><mi>n</mi></mfrac><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>", "(1/n)∑ᵢⁿ"},
	{"a fraction before a sign", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mi>x</mi>", "1/2 + x"},
	{"a fraction before text", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mtext> of x</mtext>", "1/2 of x"},
	{"a fraction before nothing", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mphantom><mi>x</mi></mphantom>", "1/2"},
	{"a sign at the end", "<mi>a</mi><mo>=</mo>", "a="},
	{"a sign before nothing", "<mi>a</mi><mo>=</mo><mrow/><mphantom><mi>x</mi></mphantom>", "a="},
	{"a sign before a space", "<mi>a</mi><mo>=</mo><mspace/><mi>b</mi>", "a = b"},
	{"a relation at the start", "<mo>=</mo><mi>a</mi>", "= a"},
	{"a relation alone", "<mo>=</mo>", "="},
	{"a sign after a sign", "<mi>a</mi><mo>=</mo><mo>−</mo><mi>b</mi>", "a = −b"},
	{"a sign after a bracket", "<mo>)</mo><mo>−</mo><mi>b</mi>", ") − b"},
	{"a sign in a row of its own", "<mi>a</mi><mrow><mo>+</mo></mrow><mi>b</mi>", "a + b"},
	{"a row that begins with a sign", "<mi>a</mi><mrow><mo>−</mo><mi>b</mi></mrow>", "a−b"},
	{"a sign with nothing over it", "<mi>a</mi><mover><mo>=</mo></mover><mi>b</mi>", "a = b"},
	{"a unit without an exponent", "<msup><mtext>mg L</mtext></msup>", "mg L"},
	{"blanks around letters", "<mi> a </mi><mi> b </mi>", "ab"},
	{"a factorial", "<mi>n</mi><mo>!</mo><mo>+</mo><mn>1</mn>", "n! + 1"},
	{"an asterisk", "<mi>a</mi><mo>*</mo><mi>b</mi>", "a ∗ b"},
	{"a name as operator", "<mo>ln</mo><mi>x</mi>", "ln x"},
	{"a name after a letter", "<mi>x</mi><mo>cos</mo><mi>y</mi>", "x cos y"},
	{"a name after a bracket", "<mo>(</mo><mi>x</mi><mo>)</mo><mi>mod</mi><mi>n</mi>", "(x) mod n"},
	{"a letter after a bracket", "<mfenced><mi>x</mi></mfenced><mi>y</mi>", "(x)y"},
	{"numbers side by side", "<mn>1</mn><mn>2</mn>", "1 2"},
	{"Greek names are letters", "<mi>α</mi><mi>β</mi><mi>γδ</mi>", "αβγδ"},
	{"text keeps its blanks", "<mi>a</mi><mtext> if </mtext><mi>b</mi>", "a if b"},
	{"text keeps hard blanks", "<mi>a</mi><mtext>\u00a0if\u00a0</mtext><mi>b</mi>", "a if b"},
	{"text without blanks", "<mi>a</mi><mtext>if</mtext><mi>b</mi>", "a if b"},
	{"fences around a list", "<mfenced separators=';|'><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mfenced>", "(a; b| c| d)"},
	{"fences without separators", "<mfenced open='{' close='' separators=''><mi>a</mi><mi>b</mi></mfenced>", "{ab"},
	{"fences around nothing", "<mfenced/>", "()"},
	{"a matrix with an empty cell", "<mrow><mi>A</mi><mtable><mtr><mtd/><mtd><mn>2</mn></mtd></mtr></mtable></mrow>", "A2"},
	{"numbered lines", "<mtable><mlabeledtr><mtd><mi>a</mi></mtd></mlabeledtr><mtr><mtd/></mtr></mtable>", "a"},
	{"lines with an annotation", "<semantics><mrow><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></mrow><annotation>x</annotation></semantics>", "a\nb"},
	{"lines beside something", "<mrow><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable><mi>c</mi></mrow>", "a; bc"},
	{"lines under a root", "<msqrt><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></msqrt>", "√(a; b)"},
	{"scripts after", "<mmultiscripts><mi>R</mi><mi>i</mi><mi>j</mi><mi>k</mi></mmultiscripts>", "Rᵢʲₖ"},
	{"scripts before and after", "<mmultiscripts><mi>R</mi><mi>i</mi><mprescripts/><mn>6</mn><none/></mmultiscripts>", "₆Rᵢ"},
	{"scripts of nothing", "<mmultiscripts/>", ""},
	{"an action shows its first", "<maction><mi>a</mi><mi>b</mi></maction>", "a"},
	{"a style is passed through", "<mstyle><mi>a</mi></mstyle><mpadded><mi>b</mi></mpadded>", "ab"},
	{"stray text", "x<mi>a</mi>", "a"},
	{"nothing", "", ""},
}

func mathML(math string) string {
	root, _, _ := xmltree.Parse("<math>" + math + "</math>")
	return MathML(root.Children[0])
}

func TestMathML(t *testing.T) {
	for _, tt := range mathTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mathML(tt.math); got != tt.want {
				t.Errorf("MathML(%s)\n got %q\nwant %q", tt.math, got, tt.want)
			}
		})
	}
}

// TestScripts says what exponents and indices are written as.
func TestScripts(t *testing.T) {
	for text, want := range map[string][2]string{
		"0": {"⁰", "₀"}, "⋆": {"*", "_⋆"}, "χ": {"ᵡ", "ᵪ"}, "a + 1": {"ᵃ⁺¹", "ₐ₊₁"}, "q": {"^q", "_q"}, "abcd": {"^abcd", "_abcd"}, "q/2": {"^(q/2)", "_(q/2)"}, " ": {"", ""},
	} {
		if got := [2]string{Raise(text, "^"), Lower(text)}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// checkLines checks that every line of a formula has single blanks, and none at its ends.
func checkLines(t *testing.T, formula string) {
	t.Helper()
	for _, line := range strings.Split(formula, "\n") {
		if line != strings.Join(strings.Fields(line), " ") {
			t.Fatalf("blanks in %q", formula)
		}
	}
}

func FuzzMathML(f *testing.F) {
	for _, tt := range mathTests {
		f.Add(tt.math)
	}
	f.Fuzz(func(t *testing.T, math string) {
		root, _, _ := xmltree.Parse("<math>" + math + "</math>")
		checkLines(t, MathML(root))
	})
}
