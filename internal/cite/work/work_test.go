package work

import (
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

func TestKeyOf(t *testing.T) {
	for text, want := range map[string]Key{
		"Smith, J. (2019a). Tides. Water, 1, 2–3.":                              {Author: "smith", Year: "2019a"},
		"Smith, J., & Jones, K. (2019). Waves since 1998a. Water, 1, 4–5.":      {Author: "smith", Year: "2019"},
		"World Health Organization. (2010). Drinking water. Geneva: WHO Press.": {Author: "world health organization", Year: "2010"},
		"Reed, F. (n. d.). Banks. Water.":                                       {Author: "reed", Year: "n.d."},
		"Wren, G. (in press). Floods. Water.":                                   {Author: "wren", Year: "in press"},
		"Wren, G. Floods in pressure. Water.":                                   {Author: "wren", Year: "n.d."},
		"Tides. Water.":                                                         {Author: "tides", Year: "n.d."},
	} {
		if got := KeyOf(article.Reference{Number: 1, Text: safe.Line(text)}); got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}
