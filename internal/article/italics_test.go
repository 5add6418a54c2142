package article

import "testing"

func TestWithItalics(t *testing.T) {
	for _, tt := range []struct{ name, markdown, text, want string }{
		{"none", `Wren, A. Wheels.`, `Wren, A. Wheels.`, `Wren, A. Wheels.`},
		{"asterisks", `Wren, A. *Wheels*, 3.`, `Wren, A. Wheels, 3.`, `Wren, A. *Wheels*, 3.`},
		{"underscores", `Wren, A. _Wheels_, 3.`, `Wren, A. Wheels, 3.`, `Wren, A. *Wheels*, 3.`},
		{"within a word", `a_b_c. *Wheels*`, `a_b_c. Wheels`, `a_b_c. *Wheels*`},
		{"two", `*Of wheels* in *Carts*, **3**`, `Of wheels in Carts, 3`, `*Of wheels* in *Carts*, 3`},
		{"bold around it", `**Wren** *Wheels*`, `Wren Wheels`, `Wren *Wheels*`},
		{"escaped signs", `C\*-wheels. *Carts \& Wheels &amp; more*`, `C*-wheels. Carts & Wheels & more`, `C-wheels. *Carts & Wheels & more*`},
		{"another text", `Wren. *Carts*`, `Wren`, `Wren`},
		{"never closed", `Wren. *Carts`, `Wren. *Carts`, `Wren. Carts`},
		{"at the end", `Wren\`, `Wren\`, `Wren\`},
	} {
		if got := withItalics(tt.markdown, tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
