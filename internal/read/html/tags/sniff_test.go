package tags

import (
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	part := "<div><p>a</p><p>b</p></div>"
	tests := []struct {
		name, text string
		want       bool
	}{
		{"-", "<!DOCTYPE html><p>x", true},
		{"-", "<!-- saved -->\n<!DOCTYPE html><p>x", true},
		{"-", "\ufeff <?xml version=\"1.0\"?>\n<!-- a --><html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>", true},
		{"-", "<!-- a comment without an end <html>", false},
		{"-", part, true},
		{"-", "<div><p>a</p></div>", false},
		{"-", "text before " + part, false},
		{"-", part + "\n## A heading of Markdown\n", false},
		{"-", "a < b and c > d", false},
		{"a.html", "just text, and a lone < & more", false},
		{"a.HTM", "text in a <b>file</b>", true},
		{"a.xhtml", strings.Repeat("text ", sniffed/5+1) + "<b>", false},
		{"README.md", part, false},
		{"README.md", "<html>", true},
		{"a.xml", part, false},
	}
	for _, tt := range tests {
		if got := Sniff(tt.name, tt.text); got != tt.want {
			t.Errorf("Sniff(%q, %.60q) = %v, want %v", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"words keep their blanks", "<p>One <b>two</b> <i>three</i>, fo<u>u</u>r<br>five</p>", "One two three, four five"},
		{"blocks", "<div>one<p>two</p>\n<ul><li>three<li>four</ul></div>five", "one\n\ntwo\n\nthree\n\nfour\n\nfive"},
		{"what shows nothing", "<head><title>t</title><style>x</style><body>one<script>if (a < b) {}</script><svg><title>u</title>v</svg> two", "one two"},
		{"elements without an end", "one<input>two<select><option>three<option>four</select><meta name=a>five", "onetwofive"},
		{"references", "&amp;lt; &#27;[31m", "&lt; ␛[31m"},
	}
	for _, tt := range tests {
		if got := Text(tt.page); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
