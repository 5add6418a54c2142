package render_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/render"
	"etal/internal/safe"
	"etal/internal/theme"
)

// marked is an article with a mark of each kind.
func marked(t *testing.T) *article.Article {
	t.Helper()
	a := readMarkdown(t, "# Wheels\n\n## Marks\n\n[1] and [9] and [2], [1, 9].\n\n## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n")
	last := &a.Citations[2]
	last.References, last.Ambiguous = nil, []int{1, 2}
	return a
}

func TestThemesOfMarks(t *testing.T) {
	style := `{"document": {"color": "252"}, "link": {"color": "30"}, "strong": {"color": "#ff8700"}, "h2": {"prefix": "## ", "color": "39"}}`
	own, err := theme.ReadStyle("mine", []byte(style), termenv.ANSI256)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		theme          theme.Theme
		section, marks string
	}{
		{theme.New(true, termenv.ANSI256), "␛[38;5;117;1mMarks␛[0m", "␛[38;5;114;1m[1]␛[0m and ␛[38;5;203;9m[9]␛[0m and ␛[38;5;215;1;4m[2]␛[0m, ␛[38;5;114;1m[1, ␛[0;38;5;203;9m9␛[0;38;5;114;1m]␛[0m."},
		{theme.New(false, termenv.ANSI256), "␛[38;5;25;1mMarks␛[0m", "␛[38;5;22;1m[1]␛[0m and ␛[38;5;160;9m[9]␛[0m and ␛[38;5;94;1;4m[2]␛[0m, ␛[38;5;22;1m[1, ␛[0;38;5;160;9m9␛[0;38;5;22;1m]␛[0m."},
		{theme.Contrast(true, termenv.ANSI256), "␛[38;5;123;1mMarks␛[0m", "␛[38;5;120;1m[1]␛[0m and ␛[38;5;217;9m[9]␛[0m and ␛[38;5;228;1;4m[2]␛[0m, ␛[38;5;120;1m[1, ␛[0;38;5;217;9m9␛[0;38;5;120;1m]␛[0m."},
		{theme.Contrast(false, termenv.ANSI256), "␛[38;5;18;1mMarks␛[0m", "␛[38;5;22;1m[1]␛[0m and ␛[38;5;88;9m[9]␛[0m and ␛[38;5;54;1;4m[2]␛[0m, ␛[38;5;22;1m[1, ␛[0;38;5;88;9m9␛[0;38;5;22;1m]␛[0m."},
		{theme.Colourless(), "␛[1mMarks␛[0m", "␛[1m[1]␛[0m and ␛[9m[9]␛[0m and ␛[1;4m[2]␛[0m, ␛[1m[1, ␛[0;9m9␛[0;1m]␛[0m."},
		{theme.New(true, termenv.Ascii), "␛[1mMarks␛[0m", "␛[1m[1]␛[0m and ␛[9m[9]␛[0m and ␛[1;4m[2]␛[0m, ␛[1m[1, ␛[0;9m9␛[0;1m]␛[0m."},
		{theme.Plain(), "## Marks", "[1] and [9] and [2], [1, 9]."},
		{own, "␛[38;5;39m## Marks␛[0m", "␛[38;5;252;38;5;30;1m[1]␛[0;38;5;252m and ␛[0;38;5;252;9m[9]␛[0;38;5;252m and ␛[0;38;5;252;38;5;208;1;4m[2]␛[0;38;5;252m, ␛[0;38;5;252;38;5;30;1m[1, ␛[0;38;5;252;9m9␛[0;38;5;252;38;5;30;1m]␛[0;38;5;252m.␛[0m"},
	}
	for _, tt := range tests {
		d := render.New(marked(t), 60, tt.theme, render.Options{})
		drawn := func(block int) string {
			lines := d.Block(block)
			return strings.ReplaceAll(lines[len(lines)-1].Draw(nil), "\x1b", "␛")
		}
		if got := drawn(1); got != tt.section {
			t.Errorf("%s: the heading is\n     %q\nwant %q", tt.theme.Name, got, tt.section)
		}
		if got := drawn(2); got != tt.marks {
			t.Errorf("%s: the marks are\n     %q\nwant %q", tt.theme.Name, got, tt.marks)
		}
	}
}

// TestStyleIsNoLayout holds that a style file cannot write into an article, move it or
// hide it.
func TestStyleIsNoLayout(t *testing.T) {
	style := `{"document": {"margin": 9, "block_prefix": "\u001b[2J", "prefix": "P", "conceal": true, "upper": true},
		"text": {"format": "{{range 1000000000}}x{{end}}"}, "link_text": {"format": "no"}, "paragraph": {"indent": 9, "suffix": "S"},
		"h2": {"prefix": "\u001b]0;t\u0007 ", "color": "9"}}`
	theme, err := theme.ReadStyle("mine", []byte(style), termenv.ANSI256)
	if err != nil {
		t.Fatal(err)
	}
	d := render.New(readMarkdown(t, "one [two](https://example.org)\n\n## Three\n"), 40, theme, render.Options{})
	if got := d.Block(0)[0].Draw(nil); got != "one two" {
		t.Errorf("got %q", got)
	}
	heading := d.Block(1)[1]
	checkRow(t, heading.Draw(nil), 40)
	if got := heading.Plain(); got != "␛]0;t␇ Three" {
		t.Errorf("got %q", got)
	}
}

func TestNewHyperlink(t *testing.T) {
	long := "https://example.org/" + strings.Repeat("x", 2083-len("https://example.org/"))
	tests := []struct{ name, address, want string }{
		{"the web", "https://example.org/a?b=c&d#e", "id=7;https://example.org/a?b=c&d#e"},
		{"mail", "mailto:a@example.org", "id=7;mailto:a@example.org"},
		{"a file", "file:///etc/passwd", ""},
		{"a script", "javascript:alert(1)", ""},
		{"a relative address", "other.md", ""},
		{"nothing", "", ""},
		{"controls", "https://example.org/\x1b]0;t\x07\u009c\x7f", "id=7;https://example.org/%1B]0;t%07%C2%9C%7F"},
		{"letters", "HTTP://example.org/é ü", "id=7;HTTP://example.org/%C3%A9%20%C3%BC"},
		{"the longest", long, "id=7;" + long},
		{"too long", long + "x", ""},
		{"too long when written", long[:2081] + "é", ""},
	}
	for _, tt := range tests {
		if got := render.NewHyperlink(7, tt.address); string(got) != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHyperlinks(t *testing.T) {
	text := "see [the *wheel* page](https://example.org/w) and [a file](b.md)\n\n## References\n\n1. Oke, B. (1950). Wheels. doi:10.5555/old-machines.1950.12345\n"
	tests := []struct {
		name  string
		width int
		block int
		want  string
	}{
		{"a link", 60, 0, "see ⟨id=5;https://example.org/w⟩the wheel page⟨⟩ and a file\n"},
		{"a link over lines", 9, 0, "see ⟨id=5;https://example.org/w⟩the⟨⟩\n⟨id=5;https://example.org/w⟩wheel⟨⟩\n⟨id=5;https://example.org/w⟩page⟨⟩ and\na file\n"},
		{"a DOI without an address", 40, 2, "\n1. Oke, B. (1950). Wheels.\n   doi:⟨id=112;https://doi.org/10.5555/old-machines.1950.12345⟩10.5555/old-machines.1950.12345⟨⟩\n"},
		{"a DOI over lines", 23, 2, "\n1. Oke, B. (1950).\n   Wheels.\n   doi:⟨id=112;https://doi.org/10.5555/old-machines.1950.12345⟩10.5555/old-⟨⟩\n   ⟨id=112;https://doi.org/10.5555/old-machines.1950.12345⟩machines.1950.12345⟨⟩\n"},
	}
	for _, tt := range tests {
		a := readMarkdown(t, text)
		for _, theme := range []theme.Theme{theme.Plain(), theme.New(true, termenv.ANSI256)} {
			got := ""
			for _, l := range render.New(a, tt.width, theme, render.Options{Hyperlinks: true}).Block(tt.block) {
				row := l.Draw(nil)
				if ansi.Strip(row) != l.Plain() {
					t.Errorf("%s: %q is not %q", tt.name, row, l.Plain())
				}
				if cut := ansi.Truncate(row, 12, ""); strings.Count(cut, "\x1b]8;id") != strings.Count(cut, "\x1b]8;;\x1b") {
					t.Errorf("%s: a link is left open in %q", tt.name, cut)
				}
				got += row + "\n"
			}
			got = sgr.ReplaceAllString(osc8.ReplaceAllString(got, "⟨$1⟩"), "")
			if got != tt.want {
				t.Errorf("%s: %s\n got %q\nwant %q", tt.name, theme.Name, got, tt.want)
			}
		}
		for _, l := range lines(render.New(a, tt.width, theme.Plain(), render.Options{})) {
			if row := l.Draw(nil); strings.Contains(row, "\x1b") {
				t.Errorf("%s: %q, without hyperlinks", tt.name, row)
			}
		}
	}
}

// TestHyperlinksInCells holds that links are told apart in a row whose cells go on over
// lines.
func TestHyperlinksInCells(t *testing.T) {
	a := readMarkdown(t, "| a | b |\n|---|---|\n| [one two](https://example.org/1) | [four](https://example.org/2) five |\n")
	got := ""
	for _, l := range render.New(a, 13, theme.Plain(), render.Options{Hyperlinks: true}).Block(0) {
		got += osc8.ReplaceAllString(l.Draw(nil), "⟨$1⟩") + "\n"
	}
	one, two := "⟨id=23;https://example.org/1⟩", "⟨id=58;https://example.org/2⟩"
	want := "a     │b\n──────┼──────\n" + one + "one⟨⟩   │" + two + "four⟨⟩\n" + one + "two⟨⟩   │five\n"
	if got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// TestHyperlinkInFocus holds that a highlight keeps the link under it.
func TestHyperlinkInFocus(t *testing.T) {
	a := readMarkdown(t, "see [here](https://example.org/w) now")
	d := render.New(a, 40, theme.Colourless(), render.Options{Hyperlinks: true})
	got := d.Block(0)[0].Draw([]render.Highlight{{Span: a.Links[0].Span, Style: "7"}})
	if want := "see \x1b]8;id=5;https://example.org/w\x1b\\\x1b[4;7mhere\x1b]8;;\x1b\\\x1b[0m now"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLargeCode holds that a large block of code is highlighted at its beginning only,
// and is all there.
func TestLargeCode(t *testing.T) {
	code := strings.Repeat("func f() int { return 1 } // one\n", 3000)
	d := render.New(readMarkdown(t, "```go\n"+code+"```\n"), 60, theme.New(true, termenv.ANSI256), render.Options{})
	got := d.Block(0)
	if n := strings.Count(code, "\n"); len(got) != n {
		t.Fatalf("%d lines, not %d", len(got), n)
	}
	if first, last := len(got[0].Runs), len(got[len(got)-1].Runs); first < 5 || last > 2 {
		t.Errorf("the first line has %d runs, the last %d", first, last)
	}
	if text := got[len(got)-1].Plain(); text != "  func f() int { return 1 } // one" {
		t.Errorf("the last line is %q", text)
	}
}

// TestBlanksHaveNoStyle holds that no byte is spent on how a blank looks, where nobody
// sees it.
func TestBlanksHaveNoStyle(t *testing.T) {
	run := func(text string, style theme.Style) render.Run {
		return render.Run{Text: safe.New(text), Style: style}
	}
	tests := []struct {
		name string
		runs []render.Run
		want string
	}{
		{"between two of a style", []render.Run{run("a", "1"), run(" ", ""), run("b", "1")}, "\x1b[1ma b\x1b[0m"},
		{"coloured", []render.Run{run("a", "1"), run(" ", "38;5;48"), run("b", "1")}, "\x1b[1ma b\x1b[0m"},
		{"underlined", []render.Run{run("a", "4"), run(" ", ""), run("b", "4")}, "\x1b[4ma\x1b[0m \x1b[4mb\x1b[0m"},
		{"on a background", []render.Run{run("a", ""), run(" ", "38;2;1;2;3;48;5;1"), run("b", "")}, "a\x1b[38;2;1;2;3;48;5;1m \x1b[0mb"},
		{"reversed", []render.Run{run("a", "38;5;7"), run(" ", "7"), run("b", "")}, "\x1b[38;5;7ma\x1b[0;7m \x1b[0mb"},
	}
	for _, tt := range tests {
		if got := (render.Line{Runs: tt.runs}).Draw(nil); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
