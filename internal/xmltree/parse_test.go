package xmltree

import (
	"strings"
	"testing"
)

// outline writes a tree: names with attributes and children in parentheses, texts as they are.
func outline(n *Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		if c.Name == "" {
			b.WriteString(c.Text)
			continue
		}
		b.WriteString(c.Name)
		for _, name := range []string{"id", "href", "lang"} {
			if v, ok := c.Attrs[name]; ok {
				b.WriteString("[" + v + "]")
			}
		}
		b.WriteString("(" + outline(c) + ")")
	}
	return b.String()
}

var parseTests = []struct {
	name, text, want string
	whole            bool
}{
	{"elements and text", "<a id='1'>b<c/>d</a>", "a[1](bc()d)", true},
	{"prefixes", "<j:a xmlns:j='x' xlink:href='y' xml:lang='en'/>", "a[y][en]()", true},
	{"entities of HTML", "<a>&eacute;&lt;</a>", "a(é<)", true},
	{"entities of its own", "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c \"&#233;&#xe9;\">]><a>&b;&c;</a>", "a(bbéé)", true},
	{"entities that are long, hold others or markup, or are HTML's", "<!DOCTYPE a [<!ENTITY b '" + strings.Repeat("b", 41) + "'><!ENTITY c '&d;'><!ENTITY d '<e/>'><!ENTITY amp 'x'>]><a>&b;&c;&d;&amp;</a>", "a(&b;&c;&d;&)", true},
	{"entities behind an empty document type", "<!DOCTYPE]><a><!ENTITY b 'bb'>&b;</a>", "a(&b;)", true},
	{"entities behind the document type", "<!DOCTYPE a [ ]><a><!ENTITY b 'bb'>&b;</a>", "a(&b;)", true},
	{"an encoding that it is not in", "<?xml version='1.0' encoding='klingon'?><a>é</a>", "a(é)", true},
	{"XML 1.1", "<?xml version='1.1'?><a/>", "a()", true},
	{"comments and sections", "<a><!-- x --><![CDATA[<b>]]></a>", "a(<b>)", true},
	{"an end tag that fits nothing", "<a>b</c>d</a>", "a(bd)", true},
	{"end tags in the wrong order", "<a><b><c>d</b></c>e</a>", "a(b(c(d))e)", true},
	{"an end tag too many", "<a/></a></b>", "a()", true},
	{"cut short in an element", "<a><b>c", "a(b(c))", false},
	{"cut short in a tag", "<a>b<c", "a(b)", false},
	{"control characters by reference", "<a>&#0;&#27;&#x1b;&#9;|&#10;|&#13;|&#31;&#32;</a>", "a(␀␛␛\t|\n|\r|␟ )", true},
	{"references beyond Unicode", "<a>&#xd7ff;&#xd800;&#xdfff;&#xe000;&#xfffd;&#xfffe;&#xffff;&#x10000;&#x10ffff;&#x110000;&#99999999;</a>", "a(퟿\ufffd\ufffd\ue000\ufffd\ufffd\ufffd\U00010000\U0010ffff\ufffd\ufffd)", true},
	{"attributes are safe", "<a id='b&#x200b;&#10;c'/>", "a[b c]()", true},
}

func TestParse(t *testing.T) {
	for _, tt := range parseTests {
		t.Run(tt.name, func(t *testing.T) {
			root, whole, deep := Parse(tt.text)
			if got := outline(root); got != tt.want || whole != tt.whole || deep {
				t.Errorf("Parse(%q)\n got %q, whole %v, deep %v\nwant %q, whole %v", tt.text, got, whole, deep, tt.want, tt.whole)
			}
		})
	}
}

// TestParseDepth checks that elements nested too deep are read at the depth allowed.
func TestParseDepth(t *testing.T) {
	for _, tt := range []struct {
		depth int
		deep  bool
	}{{MaxDepth, false}, {MaxDepth + 1, true}, {50 * MaxDepth, true}} {
		root, whole, deep := Parse(strings.Repeat("<a>", tt.depth) + "b" + strings.Repeat("</a>", tt.depth) + "<c/>")
		if !whole || deep != tt.deep || root.Content() != "b" || root.Child("c") == nil {
			t.Errorf("%d elements: whole %v, deep %v, content %q, c %v", tt.depth, whole, deep, root.Content(), root.Child("c"))
		}
	}
}

// TestParseAfterDepth checks that the end of an element too deep ends no other.
func TestParseAfterDepth(t *testing.T) {
	root, _, _ := Parse(strings.Repeat("<a>", MaxDepth+1) + "b</a>c</a>d")
	want := strings.Repeat("a(", MaxDepth) + "bc)d" + strings.Repeat(")", MaxDepth-1)
	if got := outline(root); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNode(t *testing.T) {
	root, _, _ := Parse("<a> <e/><b>x</b>y<c> <d>z</d>\n<b/></c></a>")
	a := root.Child("a")
	tests := []struct {
		name      string
		got, want any
	}{
		{"child of two names", a.Child("d", "c").Name, "c"},
		{"no such child", a.Child("d") == nil, true},
		{"all of two names", len(a.All("b", "c", "d")), 2},
		{"elements", len(a.Elements()), 3},
		{"find at depth", a.Find("d").Content(), "z"},
		{"find nothing", a.Find("f") == nil, true},
		{"content", a.Content(), "xy z"},
		{"content of nothing", (*Node)(nil).Content(), ""},
		{"blank", a.Find("c").Child("b").Blank(), true},
		{"not blank below", a.Find("c").Blank(), false},
		{"nothing is blank", (*Node)(nil).Blank(), true},
		{"white space is blank", (&Node{Text: " \n"}).Blank(), true},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
	var names []string
	a.Walk(func(n *Node) bool {
		names = append(names, n.Name)
		return n.Name != "c"
	})
	if got := strings.Join(names, ","); got != ",e,b,,,c" {
		t.Errorf("walked %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, tt := range parseTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		root, _, _ := Parse(text)
		if got := depth(root); got > MaxDepth+2 { // the document, and a text in the deepest element
			t.Errorf("%d deep", got)
		}
	})
}

func depth(n *Node) int {
	deepest := 0
	for _, c := range n.Children {
		deepest = max(deepest, depth(c))
	}
	return deepest + 1
}
