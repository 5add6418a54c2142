package dialect

import (
	"fmt"
	"testing"
)

// texts has, by construct, what is written, what it is in GitHub's Markdown and the names of its
// places, each as "name>what the text has there".
var texts = []struct{ name, in, out, places string }{
	{"attributes", "## Tides {#tides .wide key=\"a b\"}\n\nText.\n", "## Tides\n\nText.\n", "tides>## Ti"},
	{"unnumbered", "## References {-}\n", "## References\n", ""},
	{"classes", "# Tides {.unnumbered .unlisted}\n", "# Tides\n", ""},
	{"closing hashes", "## Tides ## {#t}\n", "## Tides ##\n", "t>## Ti"},
	{"before closing hashes", "## Tides {#t} ##\n", "## Tides ##\n", "t>## Ti"},
	{"kramdown", "## Tides {: #t}\n", "## Tides\n", "t>## Ti"},
	{"underlined", "Tides {#t}\n=====\n", "Tides\n=====\n", "t>Tides"},
	{"a set is no attribute", "## The set {a, b}\n", "## The set {a, b}\n", ""},
	{"nor is a brace in prose", "The text {#t}\n", "The text {#t}\n", ""},
	{"nor is one in code", "```\n## Tides {#t}\n```\n", "```\n## Tides {#t}\n```\n", ""},
}

func TestTranslate(t *testing.T) {
	for _, tt := range texts {
		t.Run(tt.name, func(t *testing.T) {
			got := Translate(tt.in)
			places := ""
			for i, p := range got.Places {
				if i > 0 {
					places += " "
				}
				places += fmt.Sprintf("%s>%s", p.Name, got.Body[p.Offset:min(p.Offset+5, len(got.Body))])
			}
			if got.Body != tt.out || places != tt.places {
				t.Errorf("got  %q %s\nwant %q %s", got.Body, places, tt.out, tt.places)
			}
		})
	}
}

// FuzzTranslate checks that places lie in the text, in order.
func FuzzTranslate(f *testing.F) {
	for _, tt := range texts {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, last := Translate(in), 0
		for _, p := range got.Places {
			if p.Offset < last || p.Offset > len(got.Body) || p.Name == "" {
				t.Fatalf("place %q at %d of %d, after %d", p.Name, p.Offset, len(got.Body), last)
			}
			last = p.Offset
		}
	})
}
