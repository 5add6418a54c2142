package picture

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestName(t *testing.T) {
	for element, want := range map[string]string{
		`<img alt="yes" src="a.png">`:                               "yes",
		`<img alt="a.png" src="check.png">`:                         "✓",
		`<img alt="" src="/img/cross-red-2.svg">`:                   "✗",
		`<img src="f.png">`:                                         "f",
		`<img src="https://example.org/a/fff-277-not-drawn-2.png">`: "not drawn",
		`<img src="fff-277-finished-2.png">`:                        "✓",
		`<img src="not-finished.png">`:                              "✗",
		`<img src="1911.png">`:                                      "1911",
		`<img src="the-long-name-of-a-harbour.png">`:                "the long name of a …",
		`<img src="data:x" data-src="tick.png">`:                    "✓",
		`<img src="data:x">`:                                        "",
		`<img src="/">`:                                             "",
		`<img src="http://[">`:                                      "",
		`<img src="" class="octicon octicon-check">`:                "✓",
		`<img class="tex" src="x.png" alt="x">`:                     "",
		`<i class="fa fa-check"></i>`:                               "✓",
		`<i class="fa fa-times"></i>`:                               "✗",
		`<i class="fa fa-anchor"></i>`:                              "",
		`<i class="check"></i>`:                                     "",
		`<span title="open"></span>`:                                "open",
		`<span aria-label="shut"></span>`:                           "shut",
		`<b>word</b>`:                                               "",
	} {
		nodes, err := html.ParseFragment(strings.NewReader(element), nil)
		if err != nil {
			t.Fatal(err)
		}
		n := nodes[0].LastChild.FirstChild // in the body
		if got := Name(n); got != want {
			t.Errorf("%s: %q, want %q", element, got, want)
		}
	}
}

func TestDescriptions(t *testing.T) {
	for alt, want := range map[string]bool{"a.png": true, "https://example.org/a": true, "the moon over the sea": false, "see https://example.org/": false} {
		if IsFileName(alt) != want {
			t.Errorf("%q names a file: %v", alt, !want)
		}
	}
	for alt, want := range map[string]bool{"(Credit: The Room)": true, "Photo by: B. Oke": true, "Foto: Hull": true, "A photo of Hull": false} {
		if IsCredit(alt) != want {
			t.Errorf("%q is a credit: %v", alt, !want)
		}
	}
}
