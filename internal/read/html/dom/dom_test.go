package dom

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parsed returns the body of a page.
func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return Find(root, func(n *html.Node) bool { return n.Data == "body" })
}

// byID returns the element with the ID.
func byID(root *html.Node, id string) *html.Node {
	return Find(root, func(n *html.Node) bool { return Attr(n, "id") == id })
}

// measureTests are the contents of pages: runes of their words and those in links, whether blocks,
// tables and formulae are in them, and the ID of the first heading.
var measureTests = []struct {
	name, page  string
	text, links int32
	is          string
}{
	{"words", "one  two\n ü", 4 + 4 + 2, 0, ""},
	{"a block", "a <p>b", 4, 0, "blocks"},
	{"a line", "a <i>b <u>c</u></i>", 6, 0, ""},
	{"a block in a line", "<span><div>a</div></span>", 2, 0, "blocks"},
	{"a link out", `a <a href="/b">bc</a>`, 5, 3, ""},
	{"a link to the top", `<a href="#">b</a>`, 2, 2, ""},
	{"a link within", `<a href="#b">b</a>`, 2, 0, ""},
	{"an anchor", `<a name="b">b</a><a href="">c</a><i href="/d">d</i>`, 6, 0, ""},
	{"a link around a line", `<a href="/b">b <b>c</b></a> d`, 6, 4, ""},
	{"a table", "<table><td>a</table>", 2, 0, "blocks table"},
	{"a table in a line", "<span><table><td>a</table></span>", 2, 0, "blocks table"},
	{"MathML", "<span><math><mi>x</mi></math></span>", 2, 0, "math"},
	{"TeX", `<span><script type="math/tex">x</script></span>`, 0, 0, "math"},
	{"another script", `<script type="text/x">x</script><i type="math/tex">y</i>`, 2, 0, ""},
	{"skipped elements", "<style>x</style><button>y <p>z</button>a<!-- b -->", 2, 0, ""},
	{"a heading", "<div><h2 id=a>a</h2></div><h1 id=b>b</h1>", 4, 0, "blocks a"},
	{"a heading of the first level", "<h1 id=a>a</h1>", 2, 0, "blocks a"},
	{"no heading", "<hr><hx id=a>b</hx><h7 id=b></h7><h0 id=c></h0>", 2, 0, "blocks"},
}

func TestMeasure(t *testing.T) {
	for _, tt := range measureTests {
		body := parsed(t, tt.page)
		c := Measure(body).Of(body)
		var is []string
		for name, yes := range map[string]bool{"blocks": c.Blocks, "table": c.Table, "math": c.Math} {
			if yes {
				is = append(is, name)
			}
		}
		if c.Heading != nil {
			is = append(is, Attr(c.Heading, "id"))
		}
		missing := strings.Fields(tt.is)
		for _, s := range is {
			if !strings.Contains(" "+tt.is+" ", " "+s+" ") {
				t.Errorf("%s: has %s", tt.name, s)
			}
		}
		if len(is) != len(missing) || c.Text != tt.text || c.Links != tt.links {
			t.Errorf("%s: %d runes, %d in links, %v; want %d, %d, %s", tt.name, c.Text, c.Links, is, tt.text, tt.links, tt.is)
		}
	}
	body := parsed(t, "<h3 id=a>a <b id=b>b</b></h3>")
	if of := Measure(body); of.Of(byID(body, "a")).Heading != byID(body, "a") || of.Of(byID(body, "b")).Heading != nil || of.Of(byID(body, "b")).Text != 2 {
		t.Errorf("a heading has %+v, an element in it %+v", of.Of(byID(body, "a")), of.Of(byID(body, "b")))
	}
}

func TestNames(t *testing.T) {
	names := NamesOf("note end-not\nbib_item")
	long := "a-class-that-is-longer-than-any-name-could-ever-be"
	for class, want := range map[string]bool{
		"note": true, "NOTE": true, "a\tnote b": true, "my-note": true, "note_2": true, "é note": true, long + " note": true,
		"end-not": true, "an End-Not": true, "bib_item-2": true,
		"": false, "-": false, " - ": false, "notes": false, "footnote": false, "noteé": false, "not-e": false, long: false,
		"end_not": false, "bend-not": false, "bib-item": false,
	} {
		if names.In(class) != want {
			t.Errorf("%q is called so: %v", class, !want)
		}
		n := &html.Node{Type: html.ElementNode, Data: "p", Attr: []html.Attribute{{Key: "style", Val: "note"}, {Key: "id", Val: class}}}
		if names.Call(n) != want {
			t.Errorf("an element with the ID %q is called so: %v", class, !want)
		}
	}
}

func TestText(t *testing.T) {
	for page, want := range map[string]string{
		"a<i>b</i> \n c": "ab c", "a<p>b<div>c</div>d": "a b cd", "a<br>b": "ab", " <p> ": "", "a<!-- b -->c": "ac", "<table><td>a<td>b</table>": "a b",
	} {
		if got := Text(parsed(t, page)); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

func TestNodes(t *testing.T) {
	body := parsed(t, `<div id=a class="x y"><p id=b>one</p> <p id=c>two <i id=d>three</i></p>four<u id=e>five</u><!-- six --><u id=f></u></div>`)
	a, b, c, d, e, f := byID(body, "a"), byID(body, "b"), byID(body, "c"), byID(body, "d"), byID(body, "e"), byID(body, "f")
	var walked []string
	Walk(a, func(n *html.Node) bool {
		if n.Type == html.ElementNode {
			walked = append(walked, Attr(n, "id"))
		}
		if n == b {
			n.Parent.RemoveChild(n)
		}
		return n != c
	})
	set := map[*html.Node]bool{}
	AddWithParents(set, c)
	size := len(set)
	AddWithParents(set, d)
	AddWithParents(set, nil)
	for _, tt := range []struct {
		name      string
		got, want any
	}{
		{"walked, but for what is in c, though b was removed", strings.Join(walked, ""), "abcef"},
		{"b was removed", byID(body, "b") == nil, true},
		{"no such attribute", Attr(a, "href"), ""},
		{"class and ID", ClassAndID(a), "x y a"},
		{"is one of two", Is(c, "div", "p"), true},
		{"is none of two", Is(c, "div", "u"), false},
		{"a text is no element", Is(&html.Node{Type: html.TextNode, Data: "p"}, "p"), false},
		{"finds itself", Find(d, func(*html.Node) bool { return true }) == d, true},
		{"finds no text", Find(&html.Node{Type: html.TextNode}, func(*html.Node) bool { return true }) == nil, true},
		{"d is in a", IsWithin(d, a), true},
		{"d is not in itself", IsWithin(d, d), false},
		{"a is not in d", IsWithin(a, d), false},
		{"d is in one of a set", IsIn(d, map[*html.Node]bool{e: true, c: true}), true},
		{"d is not in itself of a set", IsIn(d, map[*html.Node]bool{d: true, e: true}), false},
		{"text between", NextElement(c) == nil, true},
		{"a comment between", NextElement(e) == nil, true},
		{"nothing follows", NextElement(f) == nil, true},
		{"c and all around it", size, 5}, // the div, the body, the page and the document
		{"and d", len(set), 6},
		{"one line", OneLine(" a \n\tb "), "a b"},
		{"a set", fmt.Sprint(SetOf("b a\n c")), "map[a:true b:true c:true]"},
		{"a block", IsBlock("li"), true},
		{"no block", IsBlock("b"), false},
		{"skipped", IsSkipped("style"), true},
		{"not skipped", IsSkipped("p"), false},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	spaced := parsed(t, "<p id=a>one</p> \n <p id=b>two</p>")
	if NextElement(byID(spaced, "a")) != byID(spaced, "b") {
		t.Error("white space is text between elements")
	}
}

// FuzzMeasure holds that an element has at least what is in its children.
func FuzzMeasure(f *testing.F) {
	for _, tt := range measureTests {
		f.Add(tt.page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if _, err := html.Parse(strings.NewReader(page)); err != nil {
			return // it is nested too deep to be a page
		}
		body := parsed(t, page)
		if body == nil {
			return
		}
		of := Measure(body)
		for _, c := range of {
			if n := c.node; c.Links > c.Text || n.Parent != nil && n != body && of.Of(n.Parent).Text < c.Text {
				t.Errorf("%s has %+v, its parent %+v", n.Data, c, of.Of(n.Parent))
			}
		}
	})
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{"": 0, " one  two\n3 ": 3, "— ·": 0, "a–b": 1, "ünï öx": 2, "潮汐": 2, "潮汐 a": 3, "大wheels": 1, "a\u00a0b": 2, "ไทย": 3} {
		if got := CountWords(text); got != want {
			t.Errorf("%q has %d words, not %d", text, got, want)
		}
	}
}
