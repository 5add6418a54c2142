package text

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/reflist"
	"etal/internal/safe"
)

// cut returns the lines of a text.
func cut(text string) []reflist.Line { return reflist.CutLines(text, article.Span{End: len(text)}) }

// ofWidths returns lines of so many characters.
func ofWidths(widths ...int) []reflist.Line {
	var lines []reflist.Line
	for _, n := range widths {
		lines = append(lines, reflist.Line{Text: strings.Repeat("x", n)})
	}
	return lines
}

func TestWrapWidth(t *testing.T) {
	tests := []struct {
		name   string
		widths []int // of lines; 0 is a blank line
		want   int
	}{
		{"lines that are filled", []int{60, 60, 60, 60, 20}, 60},
		{"a line each", []int{60, 0, 60, 0, 60}, 0},
		{"nothing", nil, 0},
		{"narrow columns", []int{30, 30, 30, 30, 5}, 30},
		{"narrower ones", []int{29, 29, 29, 29, 5}, 0},
		{"wide pages", []int{130, 130, 130, 130, 5}, 130},
		{"wider ones", []int{131, 131, 131, 131, 5}, 0},
		{"the last fifth of the text is wider", []int{60, 60, 60, 60, 60, 75, 5}, 60},
		{"more than the last fifth is", []int{60, 60, 60, 60, 75, 5}, 75},
		{"lines of three fifths of the width", []int{60, 36, 36, 60, 36, 60, 5}, 60},
		{"lines that are shorter, most of the text", []int{100, 55, 55, 55, 55, 5}, 0},
		{"lines that are shorter, less than two fifths of it", []int{60, 60, 60, 35, 35, 5}, 60},
		{"long lines, a quarter of it", []int{60, 60, 60, 60, 60, 60, 0, 120}, 60},
		{"long lines, more than that", []int{60, 60, 60, 60, 60, 60, 0, 121, 0, 79}, 0},
		{"lines a little longer", []int{60, 60, 60, 60, 60, 60, 0, 78, 0, 78, 0, 78}, 60},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrapWidth(ofWidths(tt.widths...)); got != tt.want {
				t.Errorf("width %d, want %d", got, tt.want)
			}
		})
	}
}

func TestOutdent(t *testing.T) {
	if got := strings.Join(lineTexts(outdent(cut("\t  a\n\n    b\tc\n     d"))), "|"); got != "  a||b\tc| d" {
		t.Errorf("%q", got)
	}
	if got := usualIndent(cut("a\n  b\n\n\n\n  c\n   d")); got != 2 {
		t.Errorf("usual indentation %d", got)
	}
	if got := strings.Join(lineTexts(dropped("===\nBoats\n===\n\nx\n===\ny\n---\nBoats\n---\n")), "|"); got != "|Boats|===||x|===|y||Boats|---" {
		t.Errorf("overlines: %q", got)
	}
}

func dropped(text string) []reflist.Line {
	lines := cut(text)
	dropOverlines(lines)
	return lines
}

func TestParagraphWords(t *testing.T) {
	lines := cut("a b\nc\n\nd\n- e f\ng")
	for wrap, want := range map[int]string{0: "[2 1 0 1 3 1]", 60: "[3 3 0 1 4 4]"} {
		if got := fmt.Sprint(paragraphWords(lines, wrap)); got != want {
			t.Errorf("wrapped at %d: %s, want %s", wrap, got, want)
		}
	}
	for words, want := range map[string]int{"[24 25 24]": 2, "[25]": 1, "[24 24]": 2, "[]": 0} {
		var ns []int
		for _, f := range strings.Fields(strings.Trim(words, "[]")) {
			var n int
			fmt.Sscan(f, &n)
			ns = append(ns, n)
		}
		if got := footOf(make([]reflist.Line, len(ns)), ns, nil); got != want {
			t.Errorf("of %s: foot %d, want %d", words, got, want)
		}
	}
	entries := []reflist.Entry{{Span: article.Span{Start: 0, End: 3}}}
	if got := footOf(cut("a b\nc\nd"), []int{30, 30, 30}, entries); got != 1 {
		t.Errorf("after an entry: foot %d", got)
	}
}

// at returns a builder for a text that is wrapped at 60 and has a margin.
func at(margin int) *builder { return &builder{wrap: 60, margin: margin} }

func TestIsHeading(t *testing.T) {
	text := "the boats of the harbour are many and old and have been so for ninety years."
	twelve := "The " + strings.Repeat("word ", 10) + "word"
	tests := []struct {
		name, line, next string
		margin           int
		want             bool
	}{
		{"over a text", "Boats", text, 0, true},
		{"over nothing", "Boats", "", 0, false},
		{"a sentence", "Boats.", text, 0, false},
		{"a sentence in quotation marks", "“Boats.”", text, 0, false},
		{"half a sentence", "Boats,", text, 0, false}, {"half a sentence", "Boats;", text, 0, false}, {"what ends in a colon", "Boats:", text, 0, false},
		{"a small letter", "boats", text, 0, false}, {"a digit", "2 boats", text, 0, true},
		{"an item", "- Boats", text, 0, false}, {"a number in brackets", "[2] Boats", text, 0, false},
		{"twelve words", twelve, text + text, 0, true}, {"thirteen", twelve + " word", text + text, 0, false},
		{"over fourteen words", "Boats", strings.Repeat("word ", 14), 0, false}, {"over fifteen", "Boats", strings.Repeat("word ", 15), 0, true},
		{"over twice its words", "Boats of the sea and the bay in May", strings.Repeat("word ", 18), 0, true}, {"over less", "Boats of the sea and the bay in May", strings.Repeat("word ", 17), 0, false},
		{"two lines", "Boats\nof wood", text, 0, false},
		{"indented", "   Boats", text, 0, false}, {"centred", strings.Repeat(" ", 12) + "Boats", text, 0, true}, {"almost centred", strings.Repeat(" ", 11) + "Boats", text, 0, false}, {"indented by one", " Boats", text, 0, false},
		{"set out of the text", "Boats", "   few", 3, true}, {"indented as the text is", "   Boats", "   " + text, 3, false}, {"less indented", "  Boats", "   x", 3, true}, {"in a margin of one", " Boats", text, 1, false},
		{"over its first part", "3 Boats", "3.1 Row boats", 0, true}, {"over another section", "3 Boats", "4.1 Row boats", 0, false}, {"over the second part", "3 Boats", "3.2 Row boats", 0, false},
	}
	for _, tt := range tests {
		next := &textGroup{lines: cut(tt.next)}
		if tt.next == "" {
			next = nil
		}
		if got := at(tt.margin).isHeading(textGroup{lines: cut(tt.line)}, next); got != tt.want {
			t.Errorf("%s: %q over %.20q is a heading: %v", tt.name, tt.line, tt.next, got)
		}
	}
	for name, next := range map[string]textGroup{"code": {lines: cut(text), verbatim: true}, "a list's heading": {lines: cut(text), heading: true}, "an entry": {lines: cut(text), entry: &reflist.Entry{}}} {
		if at(0).isHeading(textGroup{lines: cut("Boats")}, &next) {
			t.Errorf("a heading over %s", name)
		}
	}
}

func TestRunsOn(t *testing.T) {
	wide := "The first line of a paragraph, which is filled with so many" // 59 characters
	tests := []struct {
		name, first, last, next string
		want                    bool
	}{
		{"a filled line", "", wide, "Words", true},
		{"a short line", "", "The boats", "Words", false},
		{"a line with a fifth of the width as room", "", strings.Repeat("x", 42), "Words", false}, {"with less", "", strings.Repeat("x", 43), "Words", true},
		{"an item", "", wide, "- Words", false},
		{"a number after a filled line", "", wide, "12. of May", true}, {"after a sentence", "", wide[:58] + ".", "12. Of May", false}, {"after a short line", "", "The boats of", "12. of May", false},
		{"hung under an item", "- The boats", "- The boats", "  of May", true}, {"hung under a number", "1. The boats", "1. The boats", "  of May", true}, {"not hung", "- The boats", "- The boats", "Of May", false}, {"hung under a line", "The boats", "The boats", "  Of May", false},
		{"a small letter", "", strings.Repeat("x", 24), "of May", true}, {"after a shorter line", "", strings.Repeat("x", 23), "of May", false}, {"after a full stop", "", strings.Repeat("x", 30) + ".", "of May", false}, {"indented", "", strings.Repeat("x", 30), "  of May", false}, {"a capital", "", strings.Repeat("x", 30), "Of May", false},
	}
	for _, tt := range tests {
		if tt.first == "" {
			tt.first = tt.last
		}
		if got := at(0).runsOn(cut(tt.first)[0], cut(tt.last)[0], cut(tt.next)[0]); got != tt.want {
			t.Errorf("%s: %q runs on with %q: %v", tt.name, tt.last, tt.next, got)
		}
	}
	if (&builder{}).runsOn(cut(wide)[0], cut(wide)[0], cut("words")[0]) {
		t.Error("a text that is not wrapped runs on")
	}
}

func TestIsProse(t *testing.T) {
	filled := strings.Repeat("word ", 11) + "words" // 60 characters
	for text, want := range map[string]bool{
		filled + "\nand so on.": true, "int a = (b + c) * {d}\nint e = {f} / (g - h)": false, "one two\nthree four\nfive six": false,
		filled + "\n" + filled + "\nshort words are here\n" + filled: false, filled + "\n" + filled + "\n" + filled + "\nshort words are here\n" + filled: true,
		"Four words are enough.": true, "Not three words.": false, "Four words are not": false, "Four words are in a.b": false, strings.Repeat("word ", 12): false, strings.Repeat("word ", 13): true, "Are four words “said”?”": true,
		"abcdefg(": true, "abcdef(": false,
	} {
		if strings.HasPrefix(text, "abc") {
			text = strings.Repeat(text+" ", 13)
		}
		if got := at(0).isProse(cut(text)); got != want {
			t.Errorf("%.50q is prose: %v", text, got)
		}
	}
}

func TestIsVerbatim(t *testing.T) {
	tests := []struct {
		name, text string
		margin     int
		want       bool
	}{
		{"columns", "north    south\neast     west\n", 0, true},
		{"one line of columns", "north    south\n", 0, false},
		{"half of the lines", "north    south\nThe way is far.\n", 0, false},
		{"a drawing", "+---+\n| a |\n+---+\n", 0, true},
		{"a table of contents", "Boats . . . . . 3\nTides . . . . . 7\n", 0, true},
		{"indented code", "    ring bell\n", 0, true},
		{"indented prose", "    The bell was cast in the town of Quay.\n", 0, false},
		{"an indented item", "    - ring\n", 0, false}, {"an indented number", "    1. ring\n", 0, false},
		{"indented by the margin and one", "   ring bell\n", 2, false}, {"by two more", "    ring bell\n", 2, true},
		{"a heading over a line", "    Boats\n    =====\n", 0, false},
		{"cells between tabs", "port\tdepth\nHull\t7\n", 0, false},
		{"a plain line", "The sea\n", 0, false},
	}
	for _, tt := range tests {
		if got := at(tt.margin).isVerbatim(textGroup{lines: cut(tt.text)}); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	columns := cut("north    south\neast     west\n")
	for _, g := range []textGroup{{entry: &reflist.Entry{}, lines: columns}, {heading: true, lines: columns}} {
		if at(0).isVerbatim(g) {
			t.Error("a part of the list is verbatim")
		}
	}
	if (&builder{}).isVerbatim(textGroup{lines: cut("    ring bell\n")}) {
		t.Error("an indented line of a text that is not wrapped is verbatim")
	}
}

func TestIsSetIn(t *testing.T) {
	for text, want := range map[string]bool{
		"The sea\n  is calm\nthe tide\n  is full": true, "a\n  b\nc": true, "a\n  b\nc\nd": false, "  a\nb\n  c": true, "  a\n  b": true,
		"Boats\n  a\n  b": false, "Boats\n  a": false, "  a": false, " a\n b": false, "a\nb": false,
		"a\n  - b\nc": false, "a\n  1. b\nc": false, "a\n  b\tc\nd": false, strings.Repeat("a", 100) + "\n  b\nc": true, strings.Repeat("a", 101) + "\n  b\nc": false,
	} {
		if got := isSetIn(cut(text)); got != want {
			t.Errorf("%.40q is set in: %v", text, got)
		}
	}
}

func TestIsTable(t *testing.T) {
	row := func(cells int) string { return strings.Repeat("x\t", cells-1) + "x\n" }
	for text, want := range map[string]bool{
		"a\tb\nc\td": true, "a\tb\nc": false, "a\tb\nc\td\te": true, "a\tb\nNorth\nc\td": true, "\ta\tb\nc\td": true, "a\tb\nc\nd\ne\tf\ng": false, "x\n\ta\n\tb": false, "\ta\n\tb\tc\n": false, "a\tb\tc\nd\te": true, "a\tb": false, "a\nb": false,
		"a\tb\nc\td\ne\nf": true, strings.Repeat("x", 200) + "\na\tb\nc\td": true, strings.Repeat("x", 201) + "\na\tb\nc\td": false,
		row(100) + row(2): true, row(101) + row(2): false, strings.Repeat(row(50), 1000): true, strings.Repeat(row(50), 1001): false,
	} {
		if got := isTable(cut(text)); got != want {
			t.Errorf("%.20q is a table: %v", text, got)
		}
	}
}

func TestIsCentred(t *testing.T) {
	line := func(indent, width int) string {
		return strings.Repeat(" ", indent) + strings.Repeat("x", width) + "\n"
	}
	for text, want := range map[string]bool{
		line(20, 20): true, line(0, 60): false, line(17, 20): true, line(16, 20): false, line(23, 20): true, line(24, 20): false,
		line(20, 20) + line(10, 40) + line(25, 10): true, line(20, 20) + line(20, 20) + line(20, 20) + line(20, 20): false, line(20, 20) + line(1, 20): false, "": false,
	} {
		if got := at(0).isCentred(cut(text)); got != want {
			t.Errorf("%q is centred: %v", text, got)
		}
	}
	for text, want := range map[string]bool{"Quay    May 1950": true, line(12, 3): true, line(11, 3): false, "Quay\n" + line(12, 3): true, "Quay": false} {
		if got := isLetterhead(cut(text)); got != want {
			t.Errorf("%q is a letterhead: %v", text, got)
		}
	}
}

func TestQuotes(t *testing.T) {
	outline := func(blocks []doc.Block) string { return fmt.Sprint(outlineOf(blocks)) }
	tests := []struct{ text, want string }{
		{"> a\n>> b\n> c\n", "[> [a > [b] c]]"},
		{">> a\n> b\n", "[> [> [a] b]]"},
		{"> a\n>\n> b\n", "[> [a b]]"},
		{">>>>>>>>>>> a\n", "[> [> [> [> [> [> [> [> [a]]]]]]]]]"},
	}
	for _, tt := range tests {
		b := at(0)
		b.quote(cut(tt.text))
		if got := outline(b.doc.Blocks); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
		if !isQuote(cut(tt.text)) {
			t.Errorf("%q is no quote", tt.text)
		}
	}
	if isQuote(cut("> a\nb")) {
		t.Error("a line without a mark is a quote")
	}
	long := strings.Repeat("word ", 11) + "words"
	b := at(0)
	b.quote(cut("> " + long + "\n> Words.\n>> Words.\n"))
	if got, want := outline(b.doc.Blocks), "[> ["+long+" Words. > [Words.]]]"; got != want {
		t.Errorf("wrapped: %s, want %s", got, want)
	}
}

func outlineOf(blocks []doc.Block) (out []any) {
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Quote:
			out = append(out, ">", outlineOf(b.Blocks))
		case doc.Paragraph:
			out = append(out, doc.Plain(b.Text))
		}
	}
	return out
}

func TestFields(t *testing.T) {
	tests := []struct{ text, title, authors string }{
		{"Title: Tides\nAuthor: Ada Wren <a@example.org>, B. Oke\n\nText.", "Tides", "Ada Wren\nB. Oke"},
		{"Subject: Tides\nFrom: a.wren at example.org\n\nText.", "Tides", "a.wren"},
		{"Title: Tides\n  and the\n  moon\nDate: May\n\nText.", "Tides and the moon", ""},
		{"Title: Tides\n\nText.", "Title: Tides", ""},
		{"Date: May\nPlace: Quay\n\nText.", "Date: May", ""},
		{"Title: Tides\nand the moon\n\nText.", "Title: Tides", ""},
		{"Title:\nAuthor: B. Oke\n\nText.", "", ""},
	}
	for _, tt := range tests {
		d := Read(safe.New(tt.text))
		if got := d.Title.String(); got != tt.title || lines(d.Authors) != tt.authors {
			t.Errorf("%q: title %q, authors %q", tt.text, got, lines(d.Authors))
		}
	}
	a := read("Title: Tides\nAuthor: B. Oke\nDate: May\n\nText.")
	if got := a.Body.String(); got != "# Tides\n\nAuthor: B. Oke  \nDate: May\n\nText.\n" {
		t.Errorf("%q", got)
	}
}

func TestTitle(t *testing.T) {
	body := "\n\n" + long("Text.")
	head := "Quay                                                May 1950\n\n"
	wrapped := "\n\nThe first line of a paragraph that was wrapped by hand at\nsome sixty columns goes on here and goes on and on until it\nends.\n"
	tests := []struct{ text, title, authors string }{
		{"Tides" + body, "Tides", ""}, {"Tides\n=====" + body, "Tides", ""}, {"Tides\nBy Ada Wren" + body, "Tides", "Ada Wren"}, {"Tides\n\nby Ada Wren" + body, "Tides", "Ada Wren"}, {"Tides\n\nby Ada Wren\n", "Tides", "Ada Wren"}, {"Tides\n\nBy: nobody" + body, "Tides", ""},
		{"A tide." + body, "", ""}, {"A tide," + body, "", ""}, {"- A tide" + body, "", ""}, {"Tides\n", "", ""}, {"Tides\n=====\n", "", ""},
		{strings.Repeat("x", 200) + body, strings.Repeat("x", 200), ""}, {strings.Repeat("x", 201) + body, "", ""},
		{"References\n\n1. Oke, B. (1950). Old wheels.\n", "", ""}, {"1. Oke, B. (1950). Old wheels. Quay, 1-9.\n2. Lind, C. (1961). Waves. Quay, 2-4.\n", "", ""},
		{head + strings.Repeat(" ", 24) + "Of the Tides\n" + wrapped, "Of the Tides", ""},
		{"Of the tides and of all of the boats\nin Quay" + wrapped, "Of the tides and of all of the boats in Quay", ""},
	}
	for _, tt := range tests {
		d := Read(safe.New(tt.text))
		if got := d.Title.String(); got != tt.title || lines(d.Authors) != tt.authors {
			t.Errorf("%.60q: title %q by %q", tt.text, got, lines(d.Authors))
		}
	}
}

func TestInlines(t *testing.T) {
	for text, want := range map[string]string{
		"a ``b`` c": "a |`b`| c", "``b``": "|`b`|", "https://example.org/``b`` c": "https://example.org/``b`` c", "plain": "plain", "a `b` c": "a `b` c",
	} {
		var got []string
		for _, in := range inlines(text) {
			s := in.Text.String()
			if in.Style == doc.CodeSpan {
				s = "`" + s + "`"
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(copied)
	for _, s := range []string{"Title: a\nAuthor: b\n\n> c\n>> d\n", "a\tb\nc\td\n", "    x\n\n  References\n[1] A 1950\n\fB\n", "=\nT\n=\n``a`` b\n1. c\n"} {
		f.Add(s)
	}
	for _, tt := range fieldTests {
		f.Add(tt.text)
	}
	for _, tt := range layoutTests {
		f.Add(tt.text)
	}
	for _, tt := range tableTests {
		f.Add(tt.text)
	}
	for _, tt := range listTests {
		f.Add(lead + "References\n\n" + tt.list)
	}
	for _, tt := range referenceTests {
		f.Add(lead + tt.list)
	}
	for _, tt := range pageLineTests {
		f.Add(tt.text)
	}
	for _, tt := range markupTests {
		f.Add(tt.text)
	}
	f.Add(">")
	f.Fuzz(func(t *testing.T, raw string) {
		text := safe.New(raw).String()
		d := Read(safe.New(text))
		draft := d.Draft()
		all := draft.Body.String() + lines(d.Removed)
		for _, r := range draft.References {
			if r.End > draft.Body.Len() || r.Start > r.End {
				t.Fatalf("reference %d at %v of %d bytes", r.Number, r.Span, draft.Body.Len())
			}
		}
		if strings.Trim(text, doc.FormFeed+"\n \t") != "" && all == "" {
			t.Errorf("nothing is left of %q", text)
		}
	})
}
