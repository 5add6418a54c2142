package cli

import (
	"bufio"
	"bytes"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/read"
)

// Notes that name a work again are no works.
func TestRefsLeaveOutShortForms(t *testing.T) {
	a, err := read.Read("wheels.md", []byte("# Wheels\n\nCarts roll.[^1] They roll on.[^2] And on.[^3]\n\n"+
		"[^1]: Wren, A. (1998). Wheels of the north. *Journal of Carts*, 3(2), 4–9.\n[^2]: Ibid.\n[^3]: Wren, *Wheels of the north*, op. cit.\n"))
	if err != nil {
		t.Fatal(err)
	}
	for format, want := range map[string]int{"text": 1, "bibtex": 1, "ris": 1, "csl-json": 1} {
		var out bytes.Buffer
		w := bufio.NewWriter(&out)
		if err := printRefs(env{stdout: w}, refsOptions{format: format, order: "list", width: 80}, []*article.Article{a}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if got := strings.Count(out.String(), "Wheels of the north") + strings.Count(out.String(), "Ibid"); got != want {
			t.Errorf("%s has %d references, want %d\n%s", format, got, want, out.String())
		}
	}
}
