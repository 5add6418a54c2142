package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"etal/internal/article"
)

// whole returns a text as one parsed block.
func whole(text string) Tree {
	return NewParser(text, nil).Parse(article.Span{End: len(text)}, nil)
}

// first returns the first node of a kind.
func first(t Tree, kind ast.NodeKind) (found ast.Node) {
	Walk(t.Root, func(n ast.Node) bool {
		if found == nil && n.Kind() == kind {
			found = n
		}
		return found == nil
	})
	return found
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"a *b*\n`&amp;` &amp;\\* c  \nd": "a b &amp; &* c d", "# a\n\nb": "a b", "<https://a.org>": "https://a.org", "[a](b) ![c](d)": "a c", "<i>a</i>": "a", "a*b*c": "abc",
	} {
		tree := whole(text)
		if got := tree.Plain(tree.Root).String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestExtent(t *testing.T) {
	for text, want := range map[string]string{
		"x [*a* b](c) y": "a* b", "[`a` &amp;](c)": "a` &amp;", "[<https://a.org> b](c)": "https://a.org> b", "[](c)": "", "[![](d)](c)": "",
	} {
		tree := whole(text)
		link := first(tree, ast.KindLink)
		got := ""
		span, ok := tree.Extent(link)
		if ok {
			got = text[span.Start:span.End]
		}
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", text, got, ok, want)
		}
	}
	tree := NewParser("a\n\n<https://a.org>", nil).Parse(article.Span{Start: 3, End: 18}, nil)
	if span, ok := tree.Extent(tree.Root); !ok || span != (article.Span{Start: 4, End: 17}) {
		t.Errorf("an address is at %v, %v", span, ok)
	}
}

func TestItemLabel(t *testing.T) {
	for text, want := range map[string]string{
		"- a": "•[0:0]", "7. a": "7.[0:2]", "100. a": "100.[0:4]", "  12) a": "12)[2:5]", "- [ ] a": "☐[0:0]", "1. [x] a": "☑[0:0]", "1.": "1.[0:2]",
	} {
		tree := whole(text)
		p := tree.ItemLabel(first(tree, ast.KindListItem))
		if got := fmt.Sprintf("%s[%d:%d]", p.Text, p.Start, p.End); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for raw, want := range map[string]string{
		"a": "a@0", `a\*b`: "a@0 *@1 b@3", "&amp;&#65;&#x42;": "&@0 A@5 B@10", `\a`: `\a@0`, "&amp": "&amp@0", "&nosuchthing;": "&nosuchthing;@0", `\\*`: `\@0 *@2`, "": "",
	} {
		var got []string
		for _, p := range Decode(raw) {
			got = append(got, fmt.Sprintf("%s@%d", p.Text, p.Start))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", raw, s, want)
		}
	}
}

func TestSlice(t *testing.T) {
	p := Decode("abcd")[0]
	p.Span = article.Span{Start: 10, End: 14}
	for _, tt := range []struct {
		start, end int
		want       string
	}{{10, 14, "abcd[10:14]"}, {0, 12, "ab[10:12]"}, {13, 99, "d[13:14]"}, {12, 12, "[14:14]"}, {14, 20, "[14:14]"}, {0, 10, "[14:14]"}} {
		s := p.Slice(tt.start, tt.end)
		if got := fmt.Sprintf("%s[%d:%d]", s.Text, s.Start, s.End); got != tt.want {
			t.Errorf("[%d:%d]: %s, want %s", tt.start, tt.end, got, tt.want)
		}
	}
	if s := Decode("&amp;")[0].Slice(0, 5); s.Text.Len() > 0 {
		t.Errorf("a part of a character reference is %q", s.Text)
	}
}

// addressTests are texts and the URLs of the addresses in them, each after the text of its address.
var addressTests = []struct {
	text   string
	before byte
	open   int
	want   string
}{
	{"see https://a.org/b, and", 0, 0, "https://a.org/b=https://a.org/b"},
	{"www.a.org/b?c", 0, 0, "www.a.org/b?c=http://www.a.org/b?c"},
	{"www.a.org", 'x', 0, ""},
	{"www.a.org", '(', 0, "www.a.org=http://www.a.org"},
	{"(ftp://a.org/(b)).", 0, 0, "ftp://a.org/(b)=ftp://a.org/(b)"},
	{"http://a.org/b?!:", 0, 0, "http://a.org/b=http://a.org/b"},
	{"http://a.org/b&amp; http://a.org/b; (http://a.org/c);", 0, 0, "http://a.org/b=http://a.org/b http://a.org/b=http://a.org/b http://a.org/c=http://a.org/c"},
	{"(http://a.org/b).;.;); http://a.org/b&c;.;; http://a.org/b&;", 0, 0, "http://a.org/b=http://a.org/b http://a.org/b=http://a.org/b http://a.org/b&=http://a.org/b&"},
	{"http://a.org/b" + strings.Repeat(".;", 1<<20), 0, 0, "http://a.org/b=http://a.org/b"},
	{"http://localhost", 0, 0, ""},
	{"a@b.org, c.d@e.f.org.", 0, 0, "a@b.org=mailto:a@b.org c.d@e.f.org=mailto:c.d@e.f.org"},
	{"a@b a@b.org- a@b.org_ @b.org -a@b.org .a@b.org", 0, 0, ""},
	{"[http://a.org] http://b.org", 0, 0, "http://b.org=http://b.org"},
	{"![http://a.org]", 0, 0, ""},
	{"http://a.org] http://b.org", 0, 1, "http://b.org=http://b.org"},
	{"] http://a.org", 0, 0, "http://a.org=http://a.org"},
	{"[^http://a.org http://b.org", 0, 0, "http://b.org=http://b.org"},
	{"xhttp://a.org", 0, 0, ""},
	{strings.Repeat("a", 64) + "@b.org", 0, 0, strings.Repeat("a", 64) + "@b.org=mailto:" + strings.Repeat("a", 64) + "@b.org"},
	{strings.Repeat("a", 65) + "@b.org", 0, 0, ""},
	{"no address", 0, 0, ""},
}

func TestAddresses(t *testing.T) {
	for _, tt := range addressTests {
		var got []string
		open := tt.open
		for _, a := range Addresses(tt.text, tt.before, &open) {
			got = append(got, tt.text[a.Start:a.End]+"="+a.URL)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q after %q: %s, want %s", tt.text, tt.before, s, tt.want)
		}
	}
	open := 1
	if Addresses("a [b] [c", 0, &open); open != 2 {
		t.Errorf("%d brackets are open, not 2", open)
	}
}

// FuzzAddresses holds that addresses lie in the text, in order, and their URLs end with them.
func FuzzAddresses(f *testing.F) {
	for _, tt := range addressTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		open, end := 0, 0
		for _, a := range Addresses(text, 0, &open) {
			if a.Start < end || a.End <= a.Start || a.End > len(text) || !strings.HasSuffix(a.URL, text[a.Start:a.End]) {
				t.Errorf("%v, %s after %d in %q", a.Span, a.URL, end, text)
			}
			end = a.End
		}
		if open < 0 {
			t.Errorf("%d brackets are open", open)
		}
	})
}
