package bibtex

import (
	"strings"
	"testing"
)

// TestExpansion holds that a small file does not make a large list.
func TestExpansion(t *testing.T) {
	repeat := strings.Repeat
	for name, in := range map[string]string{
		"strings of strings":      "@string{a=\"x\"}\n" + repeat("@string{a = a # a}\n", 40) + "@book{b, title=a}\n",
		"a string that is put in": "@string{a=\"" + repeat("x", 5000) + "\"}\n" + repeat("@book{b, title=a}\n", 500),
		"a parent of many":        repeat("@inbook{a, crossref={z}}\n", 500) + "@book{z, title={" + repeat("x", 5000) + "}}\n",
		"a parent of one":         "@inbook{a, title={N}, crossref={z}}\n@book{z, title={x}}\n",
	} {
		t.Run(name, func(t *testing.T) {
			items, notices := Read(in)
			size := 0
			for _, item := range items {
				size += len(item.Text())
			}
			if most := 6*len(in) + 4*maxExpanded; size > most {
				t.Errorf("%d bytes make %d, at most %d: %.80v", len(in), size, most, notices)
			}
			if name == "a parent of many" && (len(notices) != 1 || !strings.Contains(notices[0], "z")) {
				t.Errorf("notices %q", notices)
			}
		})
	}
}

// TestConcatenation holds that a value of many parts is all of them.
func TestConcatenation(t *testing.T) {
	items, _ := Read("@book{b, title=" + strings.Repeat("\"a\" # ", 20_000) + "\"z\"}\n")
	if len(items) != 1 || items[0].Title != strings.Repeat("a", 20_000)+"z" {
		t.Errorf("%d items", len(items))
	}
}
