package reflist

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
)

const (
	paragraph = "The tide tables of the harbour had been kept by hand for ninety years, and nobody could say by whose hand.\n\n"
	oke       = "Oke, B. (1950). Old wheels. Tidal Letters, 3(1), 1-9."
	lind      = "Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22-30."
	wren      = "Wren, A. (1901). The moon. Quay Review, 2, 4-8."
	two       = "1. " + oke + "\n2. " + lind + "\n"
	foundTwo  = "1|" + oke + "\n2|" + lind
)

// texts are articles, the lines in which their lists are announced, and the references.
var texts = []struct {
	name, text string
	headings   []int
	want       string
}{
	{"a heading", paragraph + "References\n" + two, []int{2}, foundTwo},
	{"an underlined heading", paragraph + "References\n==========\n\n" + two, []int{2}, foundTwo},
	{"a heading alone on its line", "References\n", nil, ""},
	{"the last of two headings that announce lists apart", "References\n" + two + "\nAcknowledgements\n\n" + paragraph + "References\n1. " + wren + "\n", []int{8}, "1|" + wren},
	{"a list in two parts", paragraph + "References\n\nNormative References\n\n[OKE] " + oke + "\n\nInformative References\n\n[LIND] " + lind + "\n", []int{2, 4, 8}, "OKE|" + oke + "\nLIND|" + lind},
	{"the second part has no entries", "References\n1. " + oke + "\n2. " + lind + "\nSources\n\n", []int{0}, foundTwo},
	{"names under a heading", "References\n" + oke + "\n" + lind + "\n", []int{0}, "|" + oke + "\n|" + lind},
	{"one entry without a number", "References\n" + oke + "\n", []int{0}, "|" + oke},
	{"one line without a date", "Sources\nThe river has three\n", nil, ""},
	{"lines without dates", "Sources\nThe river has three.\nThe lake has none.\nThe sea has many.\n", nil, ""},
	{"labels without dates", "References\n[1] Oke, Wheels.\n[2] Lind, Waves.\n", []int{0}, "1|Oke, Wheels.\n2|Lind, Waves."},
	{"notes that are references", paragraph + "Notes\n" + two, []int{2}, foundTwo},
	{"notes that are remarks", paragraph + "Notes\n1. Why not?\n2. As was said.\n", nil, ""},
	{"notes without labels", paragraph + "Notes\n\nThe sea was low in 1950.\n\nThe sea was high in 1961.\n", nil, ""},
	{"a numbered list that nothing announces", paragraph + two, nil, foundTwo},
	{"not the last numbered list, which is none of references", two + "\n" + paragraph + "1. Take it off.\n2. Oil it.\n", nil, foundTwo},
	{"three of five look like references", "1. " + oke + "\n2. " + lind + "\n3. " + wren + "\n4. Oil it.\n5. Why?\n", nil, "1|" + oke + "\n2|" + lind + "\n3|" + wren + "\n4|Oil it.\n5|Why?"},
	{"two of four do", "1. " + oke + "\n2. " + lind + "\n3. Oil it.\n4. Why?\n", nil, ""},
	{"names at the end", paragraph + lind + "\n\n" + oke + "\n\n" + wren + "\n", nil, "|" + lind + "\n|" + oke + "\n|" + wren},
	{"names at the end, close together", paragraph + lind + "\n" + oke + "\n" + wren + "\n\n\n", nil, "|" + lind + "\n|" + oke + "\n|" + wren},
	{"two names at the end", paragraph + lind + "\n\n" + oke + "\n", nil, ""},
	{"nothing but two", lind + "\n\n" + oke + "\n", nil, "|" + lind + "\n|" + oke},
	{"nothing", "\n \n", nil, ""},
	{"ends at a part of the article", "References\n" + two + "\nAppendix A\n3. " + wren + "\n", []int{0}, foundTwo},
	{"a part of five words", "References\n" + two + "Acknowledgements to all of us\n3. " + wren + "\n", []int{0}, foundTwo},
	{"a sentence begins as a part does", "References\n" + two + "   Published in all of our libraries.\n3. " + wren + "\n", []int{0}, foundTwo + " Published in all of our libraries.\n3|" + wren},
	{"a part in the midst of lines that bears a date", "References\n" + lind + "\nFigures of 1950.\n" + wren + "\n", []int{0}, "|" + lind + "\n|Figures of 1950.\n|" + wren},
	{"a part apart that bears a date", "References\n" + lind + "\n" + oke + "\n\nFigures of 1950\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke},
	{"a part within an entry", "References\n1. Oke, B. (1950). On the\nAppendix\n2. " + lind + "\n", []int{0}, "1|Oke, B. (1950). On the Appendix\n2|" + lind},
	{"ends at an underlined heading", "References\n\n" + two + "\nBoats\n-----\n\n3. " + wren + "\n", []int{0}, foundTwo},
	{"an underlined number", "References\n\n" + two + "\n3. Boats\n--------\n\n4. " + wren + "\n", []int{0}, foundTwo},
	{"a line of signs under a line of an entry", "References\n[LIND] " + lind + "\nQuay\n=====\n[WREN] " + wren + "\n", []int{0}, "LIND|" + lind + " Quay =====\nWREN|" + wren},
	{"ends where it is no longer inset", "References\n\n  [1] " + oke + "\n\n  [2] " + lind + "\n\n3. Boats\n\n[4] " + wren + "\n", []int{0}, foundTwo},
	{"ends where text is no longer inset", "References\n\n  " + lind + "\n\n  " + oke + "\n\nOf boats in 1901\n\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke},
	{"wrapped lines that are not inset", "References\n\n  " + lind + "\nQuay 2.\n\n  " + oke + "\n", []int{0}, "|" + lind + " Quay 2.\n|" + oke},
	{"ends at a phrase of a page", "References\n" + lind + "\n" + oke + "\nback to top\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke},
	{"ends at a word of a menu", "References\n" + lind + "\n" + oke + "\n\nContact\n\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke},
	{"a word of a menu in the midst of lines", "References\n" + lind + "\n" + oke + "\nContact\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke + " Contact\n|" + wren},
	{"a word of a menu in a numbered list", "References\n1. " + oke + "\n\n   Contact\n\n2. " + lind + "\n", []int{0}, "1|" + oke + " Contact\n2|" + lind},
	{"a sign of a page that has a year", "References\n" + lind + "\n" + oke + "\n\n© 1901 Wren, A. The moon.\n\n" + wren + "\n", []int{0}, "|" + lind + "\n|" + oke + " © 1901 Wren, A. The moon.\n|" + wren},
	{"a word of a menu just under the heading", "References\n\nShare\n\n" + lind + "\n" + oke + "\n", nil, ""},
}

// A wiki's headings are copied with the link to edit what stands under them.
func TestEditLinks(t *testing.T) {
	for heading, want := range map[string]bool{
		"References[edit]": true, "References [edit | edit source]": true, "Einzelnachweise[Bearbeiten | Quelltext bearbeiten]": true,
		"Références[modifier | modifier le code]": true, "Referencias[editar]": true, "Riferimenti[modifica | modifica wikitesto]": true,
		"Примечания[править | править код]": true, "参考文献[编辑]": true, "参考文献［編集］": true, "참고 문헌[편집]": true, "References \\[edit\\]": true,
		"📚 References": true, "References :books:": true, ":books: **References** 📖": true, "[References](#refs)": true, "## 📚 7. References": true, "⚙️ Settings": false, "[References]": false,
		"History[edit]": false, "References[1]": false, "References [edited]": false, "[edit]": false,
	} {
		if got := IsHeading(heading); got != want {
			t.Errorf("%s announces a list: %v", heading, got)
		}
	}
	text := "Text.[1]\n\nReferences[edit]\n\n1.  ^ Smith, John (2015). Rocks of the Moon. Academic Press.\n2.  ^ a b Jones, Ann (2016). Tides. Ocean Journal. 12 (3): 4-8.\n"
	_, entries := Find(text, CutLines(text, article.Span{End: len(text)}))
	if len(entries) != 2 || text[entries[0].Start:entries[0].Start+5] != "Smith" || text[entries[1].Start:entries[1].Start+5] != "Jones" {
		t.Errorf("entries are %v", entries)
	}
}

func TestFind(t *testing.T) {
	for _, tt := range texts {
		t.Run(tt.name, func(t *testing.T) {
			set, entries := Find(tt.text, CutLines(tt.text, whole(tt.text)))
			if got := show(tt.text, entries); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
			var headings []int
			for i := range set {
				headings = append(headings, i)
			}
			slices.Sort(headings)
			if !slices.Equal(headings, tt.headings) {
				t.Errorf("headings %v, want %v", headings, tt.headings)
			}
		})
	}
}

// TestManyHeadings asks for the limit of lines that announce a list.
func TestManyHeadings(t *testing.T) {
	for n, want := range map[int]int{mostHeadings - 1: 1, mostHeadings: 0} {
		text := "References\n[1] Oke, Wheels.\n\n" + strings.Repeat("Sources\n\nThe river.\n\n", n)
		if _, entries := Find(text, CutLines(text, whole(text))); len(entries) != want {
			t.Errorf("under %d other headings: %d entries, want %d", n, len(entries), want)
		}
	}
}

func TestResembling(t *testing.T) {
	words := func(n int) string { return strings.Repeat("word ", n) }
	for text, want := range map[string]int{
		oke: 1,
		"Oke, B. Wheels. Tidal Letters, 3(1), 1-9.":                     0, // no date
		"In 1950 the meeting was opened by nobody.":                     0,
		"in 1950, vol. 3 was printed":                                   0, // no name
		"the wheel of 1950, at https://example.org/wheel":               1,
		"Oke, B. (1950). A wheel.":                                      0, // no publication
		"the wheel of 1950 " + words(114) + "https://example.org/wheel": 1,
		"the wheel of 1950 " + words(115) + "https://example.org/wheel": 0,
	} {
		if got := resembling(text, []Entry{{Span: whole(text)}}); got != want {
			t.Errorf("%.50q: %d, want %d", text, got, want)
		}
	}
}

func TestTrail(t *testing.T) {
	for n, want := range map[int]int{longestTrail: longestTrail, longestTrail + 1: 0} {
		text := strings.Repeat("Oke, B. (1950). Wheels. Quay, 1-9.\n", n)
		if got := len(trailingEntries(text, CutLines(text, whole(text)))); got != want {
			t.Errorf("of %d lines: %d entries, want %d", n, got, want)
		}
	}
}

func TestFindBare(t *testing.T) {
	list := oke + "\n\n" + lind + "\n\n" + wren + "\n"
	many := func(good, bad int) string {
		return strings.Repeat(oke+"\n\n", good) + strings.Repeat("Oke, B. (1950). Wheels. In a drawer.\n\n", bad)
	}
	tests := []struct {
		name, text string
		want       int
	}{
		{"a list", list, 3},
		{"after blank lines", "\n \n" + list, 3},
		{"under a title", "My library\n\n" + list, 3},
		{"under a title of 99 bytes", strings.Repeat("x", 99) + "\n\n" + list, 3},
		{"under a line of 100 bytes", strings.Repeat("x", 100) + "\n\n" + list, 0},
		{"under two lines", "My library\nof tides\n\n" + list, 0},
		{"under a sentence with a year", "In 1950 I was at sea\n\n" + list, 0},
		{"with a sentence behind it", "1. " + oke + "\n2. " + lind + "\n\nThe end.\n", 0},
		{"a title alone", "My library\n", 0},
		{"a title and a blank line", "My library\n\n", 0},
		{"nine of ten tell author, year and title", strings.Repeat("[a] "+oke+"\n", 9) + "[b] Of tides and the moon.\n", 10},
		{"eight of ten do", strings.Repeat("[a] "+oke+"\n", 8) + strings.Repeat("[b] Of tides and the moon.\n", 2), 0},
		{"three of five tell where", many(3, 2), 5},
		{"two of five do", many(2, 3), 0},
		{"more than is judged at once", many(3000, 0), 3000},
		{"more than is judged, and a sentence behind it", many(3000, 0) + "The end, which is no reference.\n", 3000},
		{"a long text", strings.Repeat("The moon pulls the sea.\n\n", 6000), 0},
		{"a long entry is not looked at", oke + "\n\nOke, B. (1950). " + strings.Repeat("Wheels and ", 100) + "wheels. Tidal Letters, 3(1), 1-9.\n", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := FindBare(tt.text); len(got) != tt.want {
				t.Errorf("%d entries, want %d:\n%s", len(got), tt.want, show(tt.text, got))
			}
		})
	}
}

// A long text that is no list is not cut into its lines to learn that: its beginning is enough.
func TestFindBareInLongText(t *testing.T) {
	memory := func(size int) uint64 {
		text := strings.Repeat("a\n", size/2)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		FindBare(text)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if short, long := memory(3*judgedText), memory(24*judgedText); long > 2*short {
		t.Errorf("eight times the text takes %.1f times the memory", float64(long)/float64(short))
	}
}

func TestIsLocated(t *testing.T) {
	for _, tt := range []struct {
		item bib.Item
		want bool
	}{
		{bib.Item{ContainerTitle: "Tides", Page: "3"}, true}, {bib.Item{ContainerTitle: "Tides", Volume: "3"}, true},
		{bib.Item{ContainerTitle: "Tides"}, false}, {bib.Item{Page: "3", Volume: "3"}, false},
		{bib.Item{Publisher: "Quay"}, true}, {bib.Item{DOI: "10.5555/w"}, true}, {bib.Item{URL: "https://example.org"}, true}, {bib.Item{Number: "3"}, true}, {bib.Item{}, false},
	} {
		if got := isLocated(tt.item); got != tt.want {
			t.Errorf("%+v: %v", tt.item, got)
		}
	}
}

func TestHeading(t *testing.T) {
	for heading, want := range map[string]string{
		"References": "list", "REFERENCES:": "list", "7. References": "list", "A.2 Literature Cited": "list", "VII. Bibliography": "list", "**Works cited**": "list", "## Sources": "list",
		"R E F E R E N C E S": "list", "References and Notes": "list", "Literaturverzeichnis": "list", "Références bibliographiques": "list", "Список литературы": "list", "参考文献": "list", "References" + strings.Repeat(" ", 990): "list",
		"Notes": "notes", "Endnotes:": "notes", "8 Footnotes": "notes",
		"References to boats": "", "Sources of the river": "", "Notes on boats": "", "": "", "Reference": "list", "References" + strings.Repeat(" ", 991): "",
	} {
		got := ""
		if IsHeading(heading) {
			got += "list"
		}
		if IsNotesHeading(heading) {
			got += "notes"
		}
		if got != want {
			t.Errorf("%.40q announces %q, want %q", heading, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"Oke, 1950a": "year date", "in press": "date", "n. d.": "date", "doi:x": "date", "10.5555/w": "date", "www.example.org": "date", "arXiv": "date",
		"1499": "", "21000": "", "x1950": "", "Oke, Wheels": "",
	} {
		got := ""
		if HasYear(text) {
			got = "year "
		}
		if bearsDate(text) {
			got += "date"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"Oke, Wheels, 1950.": true, "See https://example.org": true, "Why not?": false,
		strings.Repeat("word ", 39) + "1950": true, strings.Repeat("word ", 40) + "1950": false,
	} {
		if got := IsReference(text); got != want {
			t.Errorf("%.40q is a reference: %v", text, got)
		}
	}
}

func TestLooksLikeReferences(t *testing.T) {
	for n, want := range map[string]bool{"": false, "Y": false, "YY": true, "YYYNN": true, "YYNN": false} {
		text, entries := "", []Entry(nil)
		for _, c := range n {
			start := len(text)
			text += map[rune]string{'Y': "Oke 1950 ", 'N': "Why not? "}[c]
			entries = append(entries, Entry{Span: whole(text)})
			entries[len(entries)-1].Start = start
		}
		if got := LooksLikeReferences(text, entries); got != want {
			t.Errorf("%s: %v", n, got)
		}
	}
}

func TestLines(t *testing.T) {
	text := "one \t\n\n  two three\nfour"
	region := whole(text)
	lines := CutLines(text, region)
	if got := fmt.Sprint(lines); got != "[{one 0 3} { 6 6} {  two three 7 18} {four 19 23}]" {
		t.Errorf("lines %s", got)
	}
	if got := JoinLines(lines); got != "one\n\n  two three\nfour\n" {
		t.Errorf("joined %q", got)
	}
	region.Start, region.End = 7, 10
	if got := fmt.Sprint(CutLines(text, region), CutLines(text, whole(""))); got != "[{  t 7 10}] []" {
		t.Errorf("lines of a part: %s", got)
	}
	l := Line{Text: "\t die Größe", Start: 7, End: 20}
	if l.Indent() != 2 || l.Width() != 11 || l.Words() != 2 || l.Blank() || !(Line{Text: " \t"}).Blank() || l.span().Start != 9 || l.span().End != 20 {
		t.Errorf("%d %d %d %v", l.Indent(), l.Width(), l.Words(), l.span())
	}
	if got := l.RoomAfter(Line{Text: "  größer als"}, 20); got != 2 {
		t.Errorf("room %d", got)
	}
}

func TestIsUnderlined(t *testing.T) {
	for text, want := range map[string]bool{
		"Boats\n=====": true, "Boats\n---": true, "Boats\n--": false, "Boats\n=-=": false, "Boats\n...": false, "Boats": false, "": false, "\n===": false, "Boats\n\n===": false,
		"sechs Ü\n~~~~": true, "Boats of sea\n------": true, "Boats of seas\n------": false,
		strings.Repeat("x", LongTitle) + "\n" + strings.Repeat("=", LongTitle): true, strings.Repeat("x", LongTitle+1) + "\n" + strings.Repeat("=", LongTitle): false,
	} {
		if got := IsUnderlined(CutLines(text, whole(text))); got != want {
			t.Errorf("%.40q: %v", text, got)
		}
	}
}

// One reference alone is a list, whatever it is copied from; one sentence is none.
func TestLoneReference(t *testing.T) {
	for in, want := range map[string]int{
		"Wren, A. (1901). The moon and the tides. Quay Press.\n": 1, "Wren A. The moon and the tides. 2nd ed. Hull: Quay; 1901.\n": 1,
		"Wren, Anna. The Moon and the Tides. Quay Press, 1901.\n": 1, "[1] A. Wren, The Moon and the Tides. Hull, UK: Quay Press, 1901.\n": 1,
		"Wren, A. (1901). The moon and the tides.\n": 1, "Wren, A., & Oke, B. (1901a). The moon.\n": 1,
		"Wren (1901) found the moon. It was in Hull.\n": 0, "Wren, A. (see 1901). The moon.\n": 0,
	} {
		if got := len(FindBare(in)); got != want {
			t.Errorf("%q has %d references, want %d", in, got, want)
		}
	}
}
