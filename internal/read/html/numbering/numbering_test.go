package numbering

import (
	"cmp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

func TestCounter(t *testing.T) {
	for list, want := range map[string]string{
		`<ol><li><li>`:                                 "1 2",
		`<ol start=" 5"><li><li>`:                      "5 6",
		`<ol start="x"><li>`:                           "1",
		`<ol start="99999999999999"><li>`:              "1",
		`<ol start="-1"><li><li><li>`:                  "-1 0 1",
		`<ol reversed><li><li><p></p><li>`:             "3 2 1",
		`<ol reversed start="9"><li><li>`:              "9 8",
		`<ol><li value="10"><li><li value="3"><li>`:    "10 11 3 4",
		`<ol type="a" start="26"><li><li>`:             "z aa",
		`<ol type="A" start="703"><li>`:                "AAA",
		`<ol type="i" start="1994"><li><li>`:           "mcmxciv mcmxcv",
		`<ol type="I" start="3999"><li><li>`:           "MMMCMXCIX 4000",
		`<ol type="a" start="0"><li><li>`:              "0 a",
		`<ol type="z"><li>`:                            "1",
		`<ol style="list-style: upper-roman"><li><li>`: "I II",
		`<ol style="list-style-type:Lower-Latin"><li>`: "a",
		`<ol style="list-style-type: decimal"><li>`:    "1",
	} {
		root, err := html.Parse(strings.NewReader(list))
		if err != nil {
			t.Fatal(err)
		}
		ol := dom.Find(root, func(n *html.Node) bool { return n.Data == "ol" })
		c := New(ol)
		var got []string
		for n := ol.FirstChild; n != nil; n = n.NextSibling {
			if dom.Is(n, "li") {
				number := c.Next(n)
				got = append(got, cmp.Or(c.Label(number), strconv.Itoa(number)))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", list, s, want)
		}
	}
}
