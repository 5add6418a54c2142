package mathtext

import (
	"testing"

	"etal/internal/xmltree"
)

func TestMathText(t *testing.T) {
	tests := []struct{ name, math, want string }{
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
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root, _, _ := xmltree.Parse("<math>" + tt.math + "</math>")
			if got := MathML(root.Children[0]); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
