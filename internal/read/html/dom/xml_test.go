package dom

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"etal/internal/xmltree"
)

// drawn returns a tree as names around what is in them, with the attributes of each.
func drawn(n *xmltree.Node) string {
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	b.WriteString(n.Name)
	for name, value := range n.Attrs {
		b.WriteString(" " + name + "=" + value)
	}
	b.WriteByte('(')
	for _, c := range n.Children {
		b.WriteString(drawn(c))
	}
	return b.String() + ")"
}

func TestXML(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"elements and text", `<math><mi>x</mi>=<mn>2</mn></math>`, "math(mi(x)=mn(2))"},
		{"prefixes", `<m:math m:class="a"><m:mi>x</m:mi></m:math>`, "math class=a(mi(x))"},
		{"annotations", `<math><semantics><mi>x</mi><annotation>y</annotation><m:annotation-xml>z</m:annotation-xml></semantics></math>`, "math(semantics(mi(x)))"},
		{"comments", `<math><!-- a --><mi>x</mi></math>`, "math(mi(x))"},
	} {
		math := Find(parsed(t, tt.page), func(n *html.Node) bool { return Is(n, "math", "m:math") })
		if got := drawn(XML(math)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for s, want := range map[string]string{
		"": "", " ": "", "a": "a", "a b": "a b", " a": "a", "a ": "a", "a  b": "a b", "a\nb": "a b", "a\tb": "a b", "a\u00a0b": "a b", "é ü": "é ü", "\n": "",
	} {
		if got := OneLine(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
		if isOneLine(s) != (s == want) {
			t.Errorf("%q is one line: %v", s, isOneLine(s))
		}
	}
}

func TestItemAround(t *testing.T) {
	for _, tt := range []struct{ page, want string }{
		{`<ul><li><p><b><i id=a>x</i></b></p></ul>`, "li"},
		{`<table><tr><td><i id=a>x</i></table>`, "tr"},
		{`<dl><dd><i id=a>x</i></dl>`, "dd"},
		{`<div><p><i id=a>x</i></div>`, "p"},
		{`<ul><li id=a>x</ul>`, "li"},
	} {
		n := ItemAround(byID(parsed(t, tt.page), "a"))
		if n == nil || n.Data != tt.want {
			t.Errorf("%s: %v, want %s", tt.page, n, tt.want)
		}
	}
	if n := ItemAround(&html.Node{Type: html.TextNode, Data: "x"}); n != nil {
		t.Errorf("a text alone is in %v", n)
	}
}

// The contents of an element are its own: of one that was not measured they are zero, and so are those of no element.
func TestMeasuresOfOthers(t *testing.T) {
	root, other := parsed(t, "<p>one two</p><p>three</p>"), parsed(t, "<p>four</p>")
	all := Measure(root)
	for _, n := range []*html.Node{nil, other, {Type: html.ElementNode, Data: "p", DataAtom: 1 << 20}} {
		if c := all.Of(n); c != (Contents{}) {
			t.Errorf("%v: %+v", n, c)
		}
	}
	if c := all.Of(root); c.Text == 0 {
		t.Error("the page has no text")
	}
}
