package render_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/read"
	"etal/internal/render"
	"etal/internal/theme"
)

// read reads a Markdown article.
func readMarkdown(t *testing.T, text string) *article.Article {
	t.Helper()
	a, err := read.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// lines renders all of an article.
func lines(d *render.Document) []render.Line {
	var out []render.Line
	for i := range d.Len() {
		out = append(out, d.Block(i)...)
	}
	return out
}

// plain renders an article to plain text.
func plain(a *article.Article, width int) string {
	var b strings.Builder
	for _, l := range lines(render.New(a, width, theme.Plain(), render.Options{})) {
		b.WriteString(l.Draw(nil) + "\n")
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	list := "\n\n## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n"
	tests := []struct {
		name, text string
		width      int
		want       string
	}{
		{"a paragraph", "one two three four", 10, "one two\nthree four\n"},
		{"a heading hangs", "## One two three", 10, "## One two\n   three\n"},
		{"headings", "# One\n\ntext\n\n## Two *em*", 40, "# One\n1 min\n\ntext\n\n## Two em\n"},
		{"a word that is too long", "abcdefghij", 4, "abcd\nefgh\nij\n"},
		{"an address is broken at its signs, if at all", "see https://example.org/a/b", 15, "see\nhttps://\nexample.org/a/b\n"},
		{"a DOI is not hyphenated", "Wheels, 10.1016/j.old-machines, end", 30, "Wheels,\n10.1016/j.old-machines, end\n"},
		{"a hyphenated word may be broken", "well-known wheel", 8, "well-\nknown\nwheel\n"},
		{"ideographs may be broken", "論文を読む", 4, "論文\nを読\nむ\n"},
		{"a mark is kept whole", "the wheels [1, 2] turn" + list, 14, "the wheels\n[1, 2] turn\n\n## References\n\n1. Oke, B.\n   (1950).\n   Wheels.\n2. Lind, C.\n   (1961).\n   Waves.\n"},
		{"a mark over a line's end is joined", "wheels [1,\n2] turn" + list, 40, "wheels [1, 2] turn\n\n## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n"},
		{"a defined mark keeps its brackets", "see [1]" + list + "\n[1]: https://example.org\n", 40, "see [1]\n\n## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n"},
		{"a year is no address", "see [2](2019)" + list, 40, "see [2](2019)\n\n## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n"},
		{"numbers are the text's", "7. seven\n9. nine\n", 40, "7. seven\n9. nine\n"},
		{"items hang", "- one two three\n  - four five six\n", 10, "• one two\n  three\n  • four\n    five\n    six\n"},
		{"loose items", "- one\n\n- two\n", 10, "• one\n\n• two\n"},
		{"images", "![one](a.png) and ![](b.png)\n", 40, "[image: one] and [image]\n"},
		{"tasks", "- [ ] one\n- [x] two\n", 10, "☐ one\n☑ two\n"},
		{"quotes", "> one two\n>\n> three\n", 8, "│ one\n│ two\n│\n│ three\n"},
		{"code", "```\na[1]  b\n\tc\n```\n", 20, "  a[1]  b\n      c\n"},
		{"code that is too wide", "```\nabcdefgh\n```\n", 6, "  abcd\n  efgh\n"},
		{"code is broken at blanks", "```\nfor i in range(1000): total += i\n```\n", 22, "  for i in range(1000)\n  ↳ : total += i\n"},
		{"code says where a line goes on", "```\ntotal = sum(i for i in range(9))\n```\n", 26, "  total = sum(i for i in\n  ↳ range(9))\n"},
		{"lines broken by hand", "one  \ntwo\\\nthree", 20, "one\ntwo\nthree\n"},
		{"a table", "| a | b |\n|---|--:|\n| one | 2 |\n", 20, "a   │ b\n────┼──\none │ 2\n"},
		{"a table that is too wide", "| a | b |\n|---|---|\n| one two three | four |\n", 18, "a           │ b\n────────────┼─────\none two     │ four\nthree       │\n"},
		{"a table with a band", "| a | b |\n|---|---|\n| all of the first | |\n| one | 2 |\n", 20, "a   │ b\n────┼──\nall of\nthe\nfirst\none │ 2\n"},
		{"a table on a narrow page", "| a | b | c |\n|---|---|---|\n| one | two | three |\n", 10, "a: one\n  b: two\n  c:\n    three\n"},
		{"a word in a table is whole where it fits", "| one | two |\n|---|---|\n| a short text in a cell | METHYLPREDNISOLONE |\n", 34, "one           │ two\n──────────────┼───────────────────\na short text  │ METHYLPREDNISOLONE\nin a cell     │\n"},
		{"numbers stay on a line", "| what | n |\n|---|---|\n| a text that is longer than there is room for | 10.43 ± 3.55 |\n", 34, "what                │ n\n────────────────────┼─────────────\na text that is      │ 10.43 ± 3.55\nlonger than there   │\nis room for         │\n"},
		{"a heading takes lines first", "| no. (%) of infected | n |\n|---|---|\n| 12 (3) | a text with some words |\n", 34, "no. (%)   │ n\nof        │\ninfected  │\n──────────┼───────────────────────\n12 (3)    │ a text with some words\n"},
		{"narrow gutters before none", "| aaaaaa | bbbbbb | cccccc |\n|---|---|---|\n| dddddd | eeeeee | ffffff |\n", 20, "aaaaaa│bbbbbb│cccccc\n──────┼──────┼──────\ndddddd│eeeeee│ffffff\n"},
		{"a table without headings", "| | |\n|---|---|\n| one | two |\n", 20, "one │ two\n"},
		{"records with empty cells", "| | draft of it | review of it |\n|---|---|---|\n| map of it | yes | |\n| keys to it | | no |\n| rest of it |\n", 15, "map of it\n  draft of\n    it: yes\n  review of\n    it: –\n\nkeys to it\n  draft of\n    it: –\n  review of\n    it: no\n\nrest of it\n"},
		{"records without headings", "| | | |\n|---|---|---|\n| map of it | unconditionally | |\n", 20, "map of it\n  2:\n    unconditionally\n  3: –\n"},
		{"records", "| name | what it says |\n|---|---|\n| one | first |\n| | second |\n| all | |\n| two | " + strings.Repeat("word ", 60) + "|\n", 22, "name: one\n  what it says:\n    first\n  what it says:\n    second\n\nall\n\nname: two\n  what it says: word\n" + strings.Repeat("    word word word\n", 19) + "    word word\n"},
		{"tasks hang", "- [ ] one two three\n  - [x] four five six\n    - seven\n", 12, "☐ one two\n  three\n  ☑ four\n    five six\n    • seven\n"},
		{"a callout", "> [!NOTE]\n> one two\n> three\n>\n> four\n", 10, "│ Note\n│ one two\n│ three\n│\n│ four\n"},
		{"a callout with a title", "> [!tip]- Of *one*\n> two\n", 20, "│ Tip: Of one\n│ two\n"},
		{"a callout that is its title", "> [!WARNING] Closed\n", 20, "│ Warning: Closed\n"},
		{"a quote that is no callout", "> text\n> [!NOTE]\n\n> [!]\n\n> [1] a\n", 20, "│ text [!NOTE]\n\n│ [!]\n\n│ [1] a\n"},
		{"a term and what it is", "Ebb\n: It falls and falls.\n\nFlow\n\n: rises\n\n    and rises\n\n: or so\n", 14, "Ebb\n    It falls\n    and falls.\n\nFlow\n    rises\n\n    and rises\n    or so\n"},
		{"a footnote of two paragraphs", "one[^n]\n\n[^n]: two *three*\n\n    four *five* six\n\n        code\n\n    - item\n", 12, "one¹\n\n¹ two three\n\n  four five\n  six\n\n    code\n\n  • item\n"},
		{"struck text", "was ~~100~~ and ~~*old* times~~", 40, "was ~~100~~ and ~~old times~~\n"},
		{"struck text in a heading", "## A ~~b~~\n", 40, "## A ~~b~~\n"},
		{"letters that join are whole", "ज्वार भाटा विभाजित", 11, "ज्वार भाटा\nविभाजित\n"},
		{"Thai is broken before a vowel that leads", "ภาษาไทยเป็นภาษา", 8, "ภาษาไทย\nเป็นภาษา\n"},
		{"Lao too", "ພາສາລາວແມ່ນ", 8, "ພາສາລາວ\nແມ່ນ\n"},
		{"Burmese is broken at syllables", "မြန်မာဘာသာစကား", 9, "မြန်မာဘာသာ\nစကား\n"},
		{"Khmer before a letter with its vowel", "ភាសាខ្មែរ", 5, "ភាសា\nខ្មែរ\n"},
		{"Korean is broken at its blanks", "한국어 텍스트도 있다", 10, "한국어\n텍스트도\n있다\n"},
		{"a rule", "a\n\n---\n\nb", 9, "a\n\n  * * *\n\nb\n"},
		{"HTML", "<p align=\"center\">one<br>two</p>\n\n<!-- three -->\n\nH<sub>2</sub>O <T> &lt;", 40, "one\ntwo\n\nH₂O <T> <\n"},
		{"notes", "one[^n] two[^m]\n\n[^m]: M.\n[^n]: N.\n", 40, "one¹ two²\n\n² M.\n¹ N.\n"},
		{"carets", "x^2^ and a\\^b\\^", 40, "x² and a^b^\n"},
		{"character references are never obeyed", "&#27;[31m `&#27;` &#x9b; \\&#27;", 60, "␛[31m &#27; › &#27;\n"},
		{"quotes in quotes end somewhere", strings.Repeat("> ", 300) + "deep", 20, strings.Repeat("│ ", 5) + "deep\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := plain(readMarkdown(t, tt.text), tt.width); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestOptions has what options change in a layout.
func TestOptions(t *testing.T) {
	long := "https://example.org/a/long/address"
	for _, tt := range []struct {
		name, text string
		options    render.Options
		width      int
		want       string
	}{
		{"an address is whole", "see " + long + " now", render.Options{Unbroken: true}, 12, "see\n" + long + "\nnow\n"},
		{"a compound is whole", "the RT-PCR test", render.Options{Unbroken: true}, 8, "the\nRT-PCR\ntest\n"},
		{"code is whole", "```\none two three\n```\n", render.Options{Unbroken: true}, 8, "  one two three\n"},
		{"an address in a table is whole", "| a | b |\n|---|---|\n| " + long + " | c |\n", render.Options{Unbroken: true}, 40, "a" + strings.Repeat(" ", 33) + " │ b\n" + strings.Repeat("─", 34) + "─┼──\n" + long + " │ c\n"},
		{"or the table is one of records", "| a | b |\n|---|---|\n| " + long + " | c |\n", render.Options{Unbroken: true}, 20, "a:\n  " + long + "\n  b: c\n"},
		{"no title", "# Tides\n\nText.\n\n## More\n", render.Options{Untitled: true}, 40, "Text.\n\n## More\n"},
		{"no title to leave out", "Text.\n\n# More\n", render.Options{Untitled: true}, 40, "Text.\n\n# More\n"},
		{"Arabic from the right", "## مد\n\nمد البحر وجزره\n\nTides 1\n", render.Options{Bidi: true}, 10, "     ## مد\n\n  مد البحر\n     وجزره\n\nTides 1\n"},
		{"Hebrew from the right", "12: ים\n", render.Options{Bidi: true}, 8, "  12: ים\n"},
		{"from the left where it is not ordered", "ים\n", render.Options{}, 8, "ים\n"},
		{"not wrapped", strings.Repeat("word ", 99) + "\n\n---\n", render.Options{}, render.NoWrap, strings.TrimSuffix(strings.Repeat("word ", 99), " ") + "\n\n" + strings.Repeat(" ", 37) + "* * *\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			for _, l := range lines(render.New(readMarkdown(t, tt.text), tt.width, theme.Plain(), tt.options)) {
				b.WriteString(l.Draw(nil) + "\n")
			}
			if b.String() != tt.want {
				t.Errorf("\n got %q\nwant %q", b.String(), tt.want)
			}
		})
	}
}

const sample = "# Wheels\n\nText with *emphasis* and `code` [1], a note[^1] and [9].\n\n```go\nfunc f() {}\n```\n\n[^1]: A note.\n\n## References\n\n1. Oke, B. (1950). *Wheels*.\n"

func TestStyled(t *testing.T) {
	a := readMarkdown(t, sample)
	for _, theme := range []theme.Theme{
		theme.New(true, termenv.TrueColor), theme.New(false, termenv.ANSI256),
		theme.New(true, termenv.ANSI), theme.New(false, termenv.Ascii),
	} {
		styled := ""
		for _, l := range lines(render.New(a, 60, theme, render.Options{})) {
			row := l.Draw(nil)
			if ansi.Strip(row) != l.Plain() {
				t.Errorf("%s: %q is not %q in styles", theme.Name, row, l.Plain())
			}
			if strings.HasSuffix(row, " ") {
				t.Errorf("%s: blanks at the end of %q", theme.Name, row)
			}
			styled += row
		}
		if !strings.Contains(styled, "\x1b[") {
			t.Errorf("%s: nothing is styled", theme.Name)
		}
		if colours := strings.Contains(styled, ";5;") || strings.Contains(styled, "[3"+"1m"); theme.Name == "no colours" && colours {
			t.Errorf("%s: has colours: %q", theme.Name, styled)
		}
	}
	if text := plain(a, 60); strings.Contains(text, "\x1b") {
		t.Errorf("plain text has escape sequences: %q", text)
	}
}

func TestHighlight(t *testing.T) {
	a := readMarkdown(t, "see [1] now\n\n## References\n\n1. Oke (1950)\n")
	d := render.New(a, 40, theme.New(true, termenv.Ascii), render.Options{})
	got := d.Block(0)[0].Draw([]render.Highlight{{Span: a.Citations[0].Span, Style: "7"}})
	if want := "see \x1b[1;7m[1]\x1b[0m now"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFind(t *testing.T) {
	a := readMarkdown(t, sample)
	d := render.New(a, 20, theme.Plain(), render.Options{})
	for _, c := range a.Citations {
		line := d.Line(d.Find(c.Start))
		if !strings.Contains(line.Plain(), c.Text.String()) {
			t.Errorf("%s is not on the line %q", c.Text, line.Plain())
		}
	}
	for i := range d.Len() {
		for n, l := range d.Block(i) {
			if got := d.Find(l.Start); l.Len() > 0 && got != (render.Place{Block: i, Line: n}) {
				t.Errorf("line %d of block %d, %q, is found at %v", n, i, l.Plain(), got)
			}
		}
	}
}

func TestNext(t *testing.T) {
	d := render.New(readMarkdown(t, sample), 20, theme.Plain(), render.Options{})
	first, _ := d.First()
	last, _ := d.Last()
	down, n := d.Next(first, 1000)
	up, m := d.Next(last, -1000)
	if down != last || up != first || n != -m || n != len(lines(d))-1 {
		t.Errorf("from %v down %d to %v, from %v up %d to %v; %d lines", first, n, down, last, m, up, len(lines(d)))
	}
}

// TestLazy holds that a block is rendered without the others: in any order, each
// comes out the same.
func TestLazy(t *testing.T) {
	a := readMarkdown(t, sample)
	forward := render.New(a, 30, theme.Plain(), render.Options{})
	backward := render.New(a, 30, theme.Plain(), render.Options{})
	want := lines(forward)
	var got []render.Line
	for i := backward.Len() - 1; i >= 0; i-- {
		got = append(append([]render.Line{}, backward.Block(i)...), got...)
	}
	for i := range want {
		if got[i].Draw(nil) != want[i].Draw(nil) || got[i].Span != want[i].Span {
			t.Errorf("line %d: %q, want %q", i, got[i].Draw(nil), want[i].Draw(nil))
		}
	}
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{sample, "&#27;]52;c;YQ==&#7;", "| a | [1] |\n|--|--|\n| b | c |", "> - > 1. x", "a\tb\u0301 👩\u200d👧 論文", "[1]\n\n# References\n[1] x\n", "~~a **b~~ c**", "<b>x</b> <T>"} {
		f.Add(s, 40)
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 1 + (width&0xff+0x100)%0x100
		a, err := read.Read("a.md", []byte(text))
		if err != nil {
			return
		}
		for _, theme := range []theme.Theme{theme.Plain(), theme.New(true, termenv.ANSI256)} {
			looked := lines(render.New(a, width, theme, render.Options{Hyperlinks: true}))
			said := lines(render.New(a, width, theme, render.Options{Announce: true}))
			for _, l := range append(looked, said...) {
				if l.Start < 0 || l.End < l.Start || l.End > a.Body.Len() {
					t.Fatalf("line %q shows %v of %d bytes", l.Plain(), l.Span, a.Body.Len())
				}
				checkRow(t, l.Draw(nil), width)
			}
		}
	})
}

// The escape sequences that Draw writes.
var (
	sgr  = regexp.MustCompile("\x1b\\[[0-9;]*m")
	osc8 = regexp.MustCompile("\x1b\\]8;(?:;|([ -~]+))\x1b\\\\")
)

// checkRow checks what holds of every row that goes to a terminal: it is printable
// text, SGR and OSC 8, and no wider than asked for, but for a letter that is wider itself.
func checkRow(t *testing.T, row string, width int) {
	t.Helper()
	bare := ansi.Strip(row)
	if !utf8.ValidString(row) || strings.ContainsFunc(bare, unicode.IsControl) {
		t.Fatalf("not printable: %q", row)
	}
	for rest := osc8.ReplaceAllString(row, ""); ; {
		_, after, found := strings.Cut(rest, "\x1b")
		if !found {
			break
		}
		end := strings.IndexByte(after, 'm')
		if end < 1 || after[0] != '[' || strings.Trim(after[1:end], "0123456789;") != "" {
			t.Fatalf("an escape sequence that is not SGR: %q", row)
		}
		rest = after[end:]
	}
	if got := ansi.StringWidth(bare); got > max(width, 4) {
		t.Fatalf("%d columns wide, not %d: %q", got, width, row)
	}
}

// long is an article of about 1 MB with 4,000 citations.
func long() string {
	var b strings.Builder
	b.WriteString("# A long article\n\n")
	for range 2000 {
		b.WriteString(strings.Repeat("The wheel turns *slowly* and the tide comes in again. ", 9) + "Twice it came [1] and went [2].\n\n")
	}
	return b.String() + "## References\n\n1. Oke, B. (1950). Wheels.\n2. Lind, C. (1961). Waves.\n"
}

func BenchmarkFirstScreen(b *testing.B) {
	a, err := read.Read("a.md", []byte(long()))
	if err != nil {
		b.Fatal(err)
	}
	theme := theme.New(true, termenv.ANSI256)
	b.ReportAllocs()
	for b.Loop() {
		d := render.New(a, 74, theme, render.Options{})
		for i := range 10 {
			d.Block(i)
		}
	}
}

func BenchmarkWhole(b *testing.B) {
	text := long()
	a, err := read.Read("a.md", []byte(text))
	if err != nil {
		b.Fatal(err)
	}
	theme := theme.New(true, termenv.ANSI256)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		lines(render.New(a, 74, theme, render.Options{}))
	}
}
