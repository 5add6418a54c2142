package read

import (
	"strings"
	"testing"

	"etal/internal/article"
)

// mustRead reads a text that is no binary and not empty.
func mustRead(t *testing.T, name, text string) *article.Article {
	t.Helper()
	a, err := Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// long makes a paragraph out of a sentence, so that it is taken for the article's.
func long(sentence string) string {
	return sentence + strings.Repeat(" The tide tables of the harbour had been kept by hand for ninety years.", 4)
}

// copied is what one gets who copies a page and pastes it.
var copied = `skip to main content

Home
About us
Contact

How Tides Are Foretold

By Ada Wren

` + long("Tides follow the moon, as sailors knew long before anybody could say why [1].") + `

Two machines

` + long("Kelvin's machine added up the waves with wheels and pulleys [2] [3].") + `

  1. Wren, A. (1901). The moon and the sea. Harbour Press.

  2. Oke, B., & Lind, C. (1950). Wheels that reckon. Journal of Old Machines, 3(1), 1-9.

  3. Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22.

tide_logo (2).png

The Tide Room is a small museum on the quay.

12 Quay Street

+44 20 7946 0000

Thanks for subscribing!

  • Facebook
  • Instagram
back to top
`
