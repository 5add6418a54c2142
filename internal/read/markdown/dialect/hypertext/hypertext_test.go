package hypertext

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"etal/internal/markdown"
)

// made returns a text with its edits made, and its places, each as "name>what the text has there".
func made(body string) (text, places string) {
	edits, _ := Edits(body)
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var b strings.Builder
	at := 0
	names, starts := []string{}, []int{}
	for _, e := range edits {
		b.WriteString(body[at:e.Start])
		for _, name := range e.Names {
			names, starts = append(names, name), append(starts, b.Len())
		}
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(body[at:])
	text = b.String()
	for i, name := range names {
		names[i] = fmt.Sprintf("%s>%.5s", name, text[starts[i]:])
	}
	return text, strings.Join(names, " ")
}

var tests = []struct{ name, in, out, places string }{
	// Amid prose.
	{"styles", "a <b>b</b> <strong>c</strong> <i>d</i> <em class=x>e</em> <s>f</s>", "a **b** **c** *d* *e* ~~f~~", ""},
	{"within a word", "un<b>believ</b>able", "un**believ**able", ""},
	{"blanks within", "a <b> b </b>c", "a **b** c", ""},
	{"punctuation within", "<b>Note:</b>x a<b>(b)</b>c", "**Note**:x a(b)c", ""},
	{"one in the other", "<b><i>a</i> b</b> <b><i> c </i></b>d", "***a* b**  ***c*** d", ""},
	{"with Markdown in it", "<b>a [b](c) `d`</b> *<b>e</b>*", "**a [b](c) `d`** ***e***", ""},
	{"across Markdown", "**<i>a**</i> b", "**a** b", ""},
	{"that never end or begin", "<b>a</i> b</u>", "a b", ""},
	{"nothing in it", "a <b></b><i> </i>b", "a  b", ""},
	{"code", "<code>a*b*_c_</code> <kbd>Ctrl</kbd> <tt>&lt;d&gt;</tt>", "`a*b*_c_` `Ctrl` `<d>`", ""},
	{"code with signs of code", "<code>a &#96; b</code>", "`` a ` b ``", ""},
	{"keys", "<kbd><kbd>Ctrl</kbd>+<kbd>X</kbd></kbd>", "`Ctrl+X`", ""},
	{"code with a link in it", `<code><a href="b">a</a></code>`, "[a](<b>)", ""},
	{"scripts, marks and breaks stay", "H<sub>2</sub>O <mark>m</mark> a<br>b<br/>c", "H<sub>2</sub>O <mark>m</mark> a<br>b<br/>c", ""},
	{"scripts without an end", "a<sup>b", "ab", ""},
	{"quotations", "<q>a</q>", "“a”", ""},
	{"other elements", `<u>a</u> <span style="x">b</span> <small>c</small> <abbr title="d">e</abbr> <font color=red>f</font>`, "a b c e f", ""},
	{"links", `<a href="https://a.example/?b&amp;c">d <b>e</b></a> <a href="#f">g</a> <a href="h.md" title=i>j</a>`, "[d **e**](<https://a.example/?b&c>) [g](<#f>) [j](<h.md>)", ""},
	{"links that lead nowhere", `<a href="javascript:a">b</a> <a>c</a> <a href="d"></a>e`, "b c e", ""},
	{"links with links in them", `<a href="a">[b](c)</a> <a href="d">https://a.example</a> <a href="e">f]</a>`, "[b](c) https://a.example f]", ""},
	{"a link that is a mark", `said [<a href="#r1">1</a>]`, "said [[1](<#r1>)]", ""},
	{"a link after a sign of images", `Hi!<a href="b">a</a>`, `Hi\![a](<b>)`, ""},
	{"images", `a <img alt="b *c*" src="d e.png"/> <img src="https://a.example/f.svg"> <img>`, `a ![b \*c\*](<d%20e.png>) ![f.svg](<https://a.example/f.svg>)`, ""},
	{"a picture", `a <picture><source srcset="b"><img alt="c" src="d"></picture>`, "a ![c](<d>)", ""},
	{"names", `a <span id="b">c</span> <a name="d"></a>e f<sup id=g>h</sup>`, "a c e f<sup id=g>h</sup>", "b>c e f d>e f<s g><sup "},
	{"blocks in a footnote or a cell", "a[^1]\n\n[^1]: <p>b</p><p>c</p>\n\n| a<p>b</p> |\n|---|\n| <tr><td>c</td><td>d</td></tr> |\n", "a[^1]\n\n[^1]: b<br>c\n\n| a<br>b |\n|---|\n|  c d |\n", ""},
	{"a name on the line before", "<a id=a></a>\nb\n\n- <a id=c></a>\n  d\n\n> <a id=e></a>\n> f\n", "b\n\n- d\n\n> \n> f\n", "a>b\n\n-  c>d\n\n>  e>\n> f\n"},
	{"comments", "a<!-- b --> c", "a c", ""},
	{"unknown elements", "a vector<int>, <placeholder> and <x-y z>a</x-y> or List<Map<a, b>>", `a vector\<int>, \<placeholder> and \<x-y z>a\</x-y> or List<Map<a, b>>`, ""},
	{"mentions of elements", "Use the <section> or <input> element, <!DOCTYPE html>.", `Use the \<section> or \<input> element, \<!DOCTYPE html>.`, ""},
	{"addresses", "<https://a.example> <b@a.example>", "<https://a.example> <b@a.example>", ""},
	{"code spans and formulae", "`<b>a</b>` $a<b>c$ \\<i>", "`<b>a</b>` $a<b>c$ \\<i>", ""},
	{"a task", `<input type="checkbox" checked> a`, "☑  a", ""},
	{"media", `a <video src="b/c.mp4"></video> d`, "a [c.mp4](<b/c.mp4>) d", ""},
	{"scripts", "a <script>b</script><style>c</style>d", "a d", ""},
	{"in headings, items, quotations and cells", "# <i>a</i>\n\n- <b>b</b>\n  c\n\n> <b>d\n> e</b>\n\n| <b>f</b> |\n|---|\n| <code>g&#124;h</code><br><ul><li>i</li><li>j</li></ul> |\n",
		"# *a*\n\n- **b**\n  c\n\n> **d\n> e**\n\n| **f** |\n|---|\n| `g\\|h`<br><br>• i<br>• j |\n", ""},

	{"a sign at the end", "a <", "a <", ""},

	// Blocks.
	{"the place of the list at the end", "a\n\n<div id=\"refs\">", "a\n\n", "refs>"},
	{"a table", "a\n\n<table>\n<tr><th>Port</th><th>Low</th></tr>\n<tr><td>Bay</td><td>1</td></tr>\n</table>\n\nb\n", "a\n\n| Port | Low |\n|---|---|\n| Bay | 1 |\n\nb\n", ""},
	{"a table with Markdown in it", "<table><tr><th>a</th></tr><tr><td>\n\n**b** [c][d] $e$[^1]\n\n</td></tr></table>\n\n[d]: f\n", "| a |\n|---|\n| **b** [c](<f>) $e$[^1] |\n\n[d]: f\n", ""},
	{"a table that never ends", "<table><tr><td>a</td></tr>\n\n*b*\n\n<table><tr><td>c</td></tr></table>\n", "a\n\n*b*\n\nc\n", ""},
	{"a frame around Markdown", "<div align=\"center\" id=a>\n\n## b\n\n*c*\n\n</div>\n\nd\n", "## b\n\n*c*\n\nd\n", "a>## b\n"},
	{"frames right beside text", "a\n<div>\n\nb\n</div>\n", "a\n\nb\n", ""},
	{"a paragraph", "<p align=\"center\">a *b*\nc</p>\n", "a \\*b\\* c\n", ""},
	{"a paragraph right beside text", "a\n<p>b</p>\n\nc\n", "a\n\nb\n\nc\n", ""},
	{"a heading", "<h2 id=a>b <i>c</i></h2>\n\n<h1 align=center>\n\nd\n\n</h1>\n", "## b *c*\n\n# d\n", "a>## b "},
	{"code", "<pre>\nif a:\n\n    b()\n</pre>\n", "```\nif a:\n\n    b()\n```\n", ""},
	{"details", "<details>\n<summary>a</summary>\n\n- b\n\n</details>\n", "**a**\n\n- b\n\n", ""},
	{"a list", "<ol>\n<li>a</li>\n<li id=b>c</li>\n</ol>\n", "1. a\n2. c\n", "b>2. c\n"},
	{"comments", "<!-- a\n\nb -->\n\nc\n<!-- d -->\ne\n", "c\n\ne\n", ""},
	{"a comment that never ends", "<!-- a\n\nb\n", "\\<!-- a\n\nb\n", ""},
	{"a script", "<script>\n\na\n</script>\n\nb\n", "b\n", ""},
	{"a rule", "a\n\n<hr>\n\nb\n", "a\n\n---\n\nb\n", ""},
	{"badges", "<p align=center>\n<a href=\"https://a.example\"><img alt=\"build\" src=\"b.svg\"></a>\n<img src=\"c/d.gif\">\n</p>\n", "[![build](<b.svg>)](<https://a.example>) ![d.gif](<c/d.gif>)\n", ""},
	{"nothing but tags", "<a href=\"https://a.example\"><img alt=\"b\"></a>\n\n<a name=c></a>\n\nd\n", "[![b](<>)](<https://a.example>)\n\nd\n", "c>d\n"},
	{"blocks in a paragraph", "<a name=a></a><h2>b</h2>\n\nc<p>d</p>\n\n- <b>e</b><ul><li>f</li></ul>\n", "## b\n\nc\n\nd\n\n- **e**\n\n  - f\n", "a>## b\n"},
	{"in an item", "- a\n\n  <p>b</p>\n  <p>c</p>\n\n- <div>\n\n  d\n\n  </div>\n- e\n", "- a\n\n  b\n\n  c\n\n- d\n- e\n", ""},
	{"in a quotation", "> a\n> <p>b</p><p>c</p>\n> d\n", "> a\n>\n> b\n>\n> c\n>\n> d\n", ""},
	{"a line that is a placeholder", "<name>\n\na\n", "\\<name>\n\na\n", ""},
	{"an example of XML", "<tide>\n  <low>1</low>\n</tide>\n", "```xml\n<tide>\n  <low>1</low>\n</tide>\n```\n", ""},
	{"Pandoc's references", "## References\n\n<div id=\"refs\" class=\"references\">\n\n<div id=\"ref-a\" class=\"csl-entry\">\n\nA.\n\n</div>\n\n<div id=\"ref-b\">\n\nB.\n\n</div>\n\n</div>\n",
		"## References\n\nA.\n\nB.\n\n", "refs>A.\n\nB ref-a>A.\n\nB ref-b>B.\n\n"},
	{"the place of the list", "<div id=\"refs\" class=\"x\">\n</div>\n\na\n\n<div id=refs>\n\n</div>\n", ListDiv + "\n\na\n\n" + ListDiv + "\n", ""},
	{"code is no HTML", "```\n<b>a</b>\n```\n\n    <p>b\n", "```\n<b>a</b>\n```\n\n    <p>b\n", ""},
}

func TestEdits(t *testing.T) {
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if text, places := made(tt.in); text != tt.out || places != tt.places {
				t.Errorf("got  %q %q\nwant %q %q", text, places, tt.out, tt.places)
			}
		})
	}
}

// FuzzEdits checks that edits are apart, and that their text has no block of HTML but the place of the
// list.
func FuzzEdits(f *testing.F) {
	for _, tt := range tests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, body string) {
		edits, _ := Edits(body)
		slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
		end := 0
		for _, e := range edits {
			if e.Start < end || e.End < e.Start || e.End > len(body) {
				t.Fatalf("%q: edit of %d to %d, after %d of %d", body, e.Start, e.End, end, len(body))
			}
			end = e.End
			for _, b := range markdown.Cut(e.Text) {
				if s := e.Text[b.Start:b.End]; markdown.IsHTML(s) && s != ListDiv && !strings.HasPrefix(s, "<br>") {
					t.Errorf("%q: %q", body, s)
				}
			}
		}
	})
}
