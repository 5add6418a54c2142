package read

import (
	"strings"
	"testing"

	"etal/internal/doc"
	"etal/internal/read/jats"
	"etal/internal/read/markdown"
)

// TestNotices holds that a reader is told, once, where a limit has changed how an article
// looks, that no text is lost to most of them, and that articles as people write them say
// nothing.
func TestNotices(t *testing.T) {
	repeat := strings.Repeat
	nested := func(open, inner, end string, n int) string { return repeat(open, n) + inner + repeat(end, n) }
	body := func(inner string) string {
		return "<article><front><article-meta/></front><body>" + inner + "</body></article>"
	}
	tests := []struct {
		name, file, text string
		want             string // the notices, empty where there is none
	}{
		{"quotes", "a.md", repeat("> ", 17) + "shown\n\n" + repeat("> ", 20) + "x\n", markdown.NoticeDeep},
		{"quotes that somebody wrote", "a.md", repeat("> ", 16) + "shown\n", ""},
		{"quotes beyond parsing", "a.md", repeat("> ", 900) + "shown\n", doc.NoticeFlat},
		{"emphasis beyond parsing", "a.md", repeat("*a ", 3000) + "shown\n\n" + repeat("*a ", 3000), doc.NoticeFlat},
		{"both", "a.md", repeat("> ", 17) + "shown\n\n" + repeat("*a ", 3000), markdown.NoticeDeep + "|" + doc.NoticeFlat},
		{"definitions", "a.md", "[a]: /" + repeat("x", 500) + "\n\n" + repeat("[a] ", 1000) + "shown", markdown.NoticeDefinitions},
		{"front matter", "a.md", "---\ntitle: x\nnote: " + repeat("word ", 20_000) + "\n---\nshown\n", markdown.NoticeFrontMatter},
		{"a line at the beginning", "a.md", "---\n" + repeat("word ", 20_000) + "\n\n---\nshown\n", ""},
		{"elements of a page", "a.html", "<h1>T</h1>" + nested("<div>", "shown", "</div>", 600), noticePage},
		{"lists of a page", "a.html", "<h1>T</h1>" + nested("<ul><li>", "shown", "</li></ul>", 12), doc.NoticeNested},
		{"lists of a page as people write them", "a.html", "<h1>T</h1>" + nested("<ul><li>", "shown", "</li></ul>", 5), ""},
		{"sections", "a.xml", body(nested("<sec>", "<p>shown</p>", "</sec>", 400)), jats.NoticeDeep},
		{"a wide table", "a.xml", body("<p>shown</p><table><tr>" + repeat("<td>x</td>", 150) + "</tr></table>"), doc.NoticeTable},
		{"a large table", "a.xml", body("<table><tr>" + repeat("<td>x</td>", 90) + "</tr>" + repeat("<tr><td>shown</td></tr>", 3000) + "</table>"), doc.NoticeLaidOut},
		{"a table", "a.xml", body("<table><tr><td>shown</td><td colspan='3'>x</td></tr><tr><td rowspan='9'>y</td></tr></table>"), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := mustRead(t, tt.file, tt.text)
			var got []string
			for _, n := range a.Notices {
				got = append(got, n.String())
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("notices %q, want %q", got, tt.want)
			}
			if !strings.Contains(a.Body.String(), "shown") {
				t.Error("the text is lost")
			}
		})
	}
}

// TestFence holds that what is in code cannot end it, without a look at the code for each
// length of fence.
func TestFence(t *testing.T) {
	for ticks, want := range map[int]int{0: 3, 2: 3, 3: 4, 5000: 5001} {
		a := mustRead(t, "a.html", "<h1>T</h1><pre>x"+strings.Repeat("`", ticks)+"\ny</pre>")
		if !strings.Contains(a.Body.String(), "\n"+strings.Repeat("`", want)+"\nx") {
			t.Errorf("%d ticks: %.40q", ticks, a.Body)
		}
	}
}

// TestFrontMatterKeys holds that keys are looked at once, and that one that is there twice
// makes no front matter.
func TestFrontMatterKeys(t *testing.T) {
	repeat := strings.Repeat
	for name, tt := range map[string]struct {
		text  string
		title string
	}{
		"twice":          {"---\ntitle: x\ntitle: x\n---\ntext\n", ""},
		"very often":     {"---\ntitle: x\n" + repeat("a: b\n", 12_000) + "---\ntext\n", ""},
		"in an author":   {"---\ntitle: x\nauthor: {" + repeat("a: b, ", 9000) + "a: b}\n---\ntext\n", "x"},
		"in a reference": {"---\ntitle: x\nreferences: [{" + repeat("a: b, ", 9000) + "a: b}]\n---\ntext [@a]\n", "x"},
		"laughs":         {"---\ntitle: x\na: &a [1,1,1,1]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nreferences: [*c,*c,*c]\n---\ntext [@a]\n", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			a := mustRead(t, "a.md", tt.text)
			if got := a.Title.String(); (got == "x") != (tt.title == "x") {
				t.Errorf("title %.40q", got)
			}
		})
	}
}
