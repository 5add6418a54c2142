package textrow

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

const (
	letterWidth = 5.0  // points, in drawings of text
	lineHeight  = 12.0 // points
)

var fonts = map[rune]*page.Font{' ': {Name: "Serif"}, 'b': {Name: "Serif-Bold", Bold: true}, 'i': {Name: "Serif-Italic", Italic: true}, 'f': {Name: "Mono", Fixed: true}, 'g': {Name: "Grotesk"}}

// drawn returns the lines of a drawing: text behind a bar, and before it how it is set – b for bold, i for italic,
// f for a font of fixed widths, m for bold and other words, g for another font, L for large type, a sign + for each half of a line more above.
// Each letter is as wide as the others. Two blanks part the cells of a row.
func drawn(drawing string) (lines []layout.Line) {
	base := 100.0
	for l := range strings.SplitSeq(strings.Trim(drawing, "\n"), "\n") {
		style, text, _ := strings.Cut(l, "|")
		size, font := 10.0, fonts[' ']
		base += lineHeight
		for _, s := range style {
			switch s {
			case '+':
				base += lineHeight / 2
			case 'L':
				size = 14
			default:
				font = fonts[s]
			}
		}
		at := 0
		for _, cell := range strings.Split(text, "  ") {
			if words := strings.TrimSpace(cell); words != "" {
				left := float64(at+strings.Index(cell, words[:1])) * letterWidth
				lines = append(lines, lineOf(words, left, base, size, font))
			}
			at += len([]rune(cell)) + 2
		}
	}
	return lines
}

func lineOf(text string, left, base, size float64, font *page.Font) layout.Line {
	l := layout.Line{Page: 1, Base: base, Size: size, Font: font}
	run := &page.Run{Size: size, Font: font}
	var glyphs []page.Glyph
	x := left
	for i, r := range text {
		if font == nil && i%9 == 0 {
			run = &page.Run{Size: size, Font: []*page.Font{fonts['b'], fonts[' ']}[i/9%2]}
		}
		glyphs = append(glyphs, page.Glyph{Run: run, Rune: r, Y: base, Box: page.Extent{Left: x, Right: x + letterWidth}})
		x += letterWidth
	}
	l.Glyphs = page.Pack(glyphs)
	l.Box = page.Rect{Left: left, Right: x, Top: base - 0.75*size, Bottom: base + 0.25*size}
	return l
}

// cutTests are blocks and how many rows each of their paragraphs has.
var cutTests = []struct{ name, drawing, want string }{
	{"names with numbers", `
|Group 1: the harbours of the north and of the
|Group 2: the harbours of the south, and all of
|the others`, "1 2"},
	{"names with numbers, as far apart as the longest text of one", "\n|Group 1: the harbours of the north and of the" + strings.Repeat("\n|sea of the north, and of all of the bays there", farthestNumber-1) + "\n|Group 2: the harbours of the south, and all of", "30 1"},
	{"names with numbers too far apart", "\n|Group 1: the harbours of the north and of the" + strings.Repeat("\n|sea of the north, and of all of the bays there", farthestNumber) + "\n|Group 2: the harbours of the south, and all of", "32"},
	{"names with numbers amid a sentence", `
|The ports of the north and of the south, as of
|Group 2: they are deep, and of the others few
|are such`, "3"},
	{"first lines are indented", `
|  The tide rises with the moon, and falls
|with it, as all sailors know and all the
|children of the port.
|  The sea is deep and broad and full of a
|good many fish.`, "3 2"},
	{"no line is indented, but the first ones are apart", `
|The tide rises with the moon, and falls
|with it, as all sailors know.
+|The sea is deep and broad and full of
|many fish, and it rises.`, "2 2"},
	{"a short line of justified text ends a paragraph", `
|The tide rises with the moon, and falls
|in each port.
|The sea is deep and broad and full of a
|number of fish that rise with it, always.`, "2 2"},
	{"a line that is short by a word does not", `
|The tide rises with the moon, and falls
|in each of the other ports. And
|the sea is deep and broad and full of a
|number of fish that rise with it, always.`, "4"},
	{"text with a ragged margin", `
|The tide rises with the moon
|and falls, as all sailors know and say
|in ports
|everywhere and always.`, "4"},
	{"a very short line of it that ends a sentence", `
|The tide rises with the moon
|and falls, as all sailors know and say
|in ports.
|The sea is deep and broad and full of it`, "3 1"},
	{"entries that hang", `
|Wren, A. The tides of the bay and of its
|  shores and ports. Oban, 1901.
|Oke, B. The sea in winter and in spring,
|  and what it brings. Wick, 1950.
|Lind, C. Waves. Ayr, 1961.`, "2 2 1"},
	{"a large heading above text", `
L|Tides of the bay
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"a large heading of two lines", `
L|Tides of the bay
L|and of the sea
+|The tide rises with the moon, and falls`, "2 1"},
	{"a bold heading above text", `
b|Tides
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"bold words at the end of a line of text", `
|The tide rises with the moon, and falls
b|with it, as all sailors know and say and
|think in all the ports of the world.`, "3"},
	{"an italic heading above text", `
i|Tides
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"an italic line whose sentence goes on", `
i|Tides
|rise with the moon, and fall, as some do
|with it, as all sailors know.`, "3"},
	{"a program between text", `
|The tide rises so:
f|tide = moon
f|ebb = tide - 1
|It falls, as all sailors know and say it`, "1 2 1"},
	{"a heading in another font", `
g|Tides
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"a line in another font that ends a sentence", `
g|It rises.
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"a heading in capitals", `
|METHODS AND PLACES
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 2"},
	{"the number of a table", `
|TABLE IV
|Heights of tides in the ports of the bay
|and of the sea around it`, "3"},
	{"two headings with numbers", `
b|1 Tides of the bay and of the sea around
b|1.1 Ebb`, "1 1"},
	{"a heading of two lines with a number", `
b|1 Tides of the bay and of the sea around
b|it`, "2"},
	{"bold headings far apart", `
b|Tides
+b|Ebb and flow
b|of the sea and of the bay around it now`, "1 2"},
	{"two brief headings above text", `
b|Tides
b|Of the bay
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "1 1 2"},
	{"a brief heading of two lines that goes on", `
b|Tides and
b|Winds
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "2 2"},
	{"a long heading of two lines", `
b|The tides in the bays of
b|Scotland
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "2 2"},
	{"lines of justified text whose first sign is a picture", `
|  The tide rises with the moon, and all
|fall with it in the bays of all of these
|   as it says in the tables of old years
|which were read out to pilots at school
|   and learned by them so that they knew
|all of the tides in the bays of old age
|and sea.`, "7"},
	{"paragraphs of ragged text whose full lines look centred", `
|All of the tide rises with the moon and the
|sun on all days of the year, as we know it.
|  The sea is deep and broad and full of a
|lot of fish that rise with it, always and
|ever in all of the bays of the world.`, "2 3"},
	{"items", `
|• the tide, which rises
|• the moon, as all sailors know and say,
|and think`, "1 2"},
	{"items with hyphens", `
|All sailors know these:
|- The tide rises with the moon, and falls
|with it.
|- the sea is deep and broad.`, "1 2 1"},
	{"numbers within a paragraph", `
|All sailors know these: 3) the sea falls.
|4) The tide rises with the moon, as told.
|5) Winds blow.`, "2 1"},
	{"numbers amid a paragraph", `
|These are known: 1) It rises. 2) It falls
|with it all, as sailors know and can say.
|3) The wind blows. They are in the tables`, "3"},
	{"a caption below letters", `
|(a)
|Fig. 3. The tide rises with the moon, and
|falls with it, as all sailors know.`, "1 2"},
	{"items by letters", `
|(a) the tide, which rises with the moon,
|and falls with it, as all say.
|(b) the sea.`, "2 1"},
	{"items without full stops", `
|(a) the tide, which rises with the moon,
|and falls with it, as all say
|(b) the sea`, "2 1"},
	{"items that fill their lines", `
|(a) the tide rises with the moon and sun.
|(b) the sea is deep and full of all fish.`, "1 1"},
	{"one line after the other is indented", `
|The tide rises with the moon, and falls
|with it, as all sailors know and think.
|  It rises.
|  It falls with the moon, as all sailors
|know and say.`, "2 1 2"},
	{"a sentence that ends with its line", `
|The tide rises with the moon, and falls.
|The sea is deep and broad and full of a
|number of fish that rise with it always.`, "3"},
	{"a full line in another font", `
g|The tide rises with the moon, and falls
|With it the sea is deep and broad, so`, "2"},
	{"a number at the beginning of a line amid a sentence", `
|The tide rises, as they have known since
|12) and before, in all ports and on land
|with it, as all sailors know and say it.`, "3"},
	{"a title in the middle", `
|  The sea around the bay in the winter
|       and the tides of all bays
|             and in spring`, "3"},
	{"a title in the middle, and its subtitle farther below", `
|  The sea around the bay in the winter
|       and the tides of all bays
+|             A new measure`, "2 1"},
	{"authors below a title in the middle", `
L|     The tides of the bay
|           Ada Wren`, "1 1"},
	{"a title of two lines above authors in the middle", `
L|     The tides of the bay
L|         and the sea
|           Ada Wren`, "2 1"},
	{"a bold title above its authors in the middle", `
b|     The tides of the bay
|           Ada Wren`, "1 1"},
	{"lines of a title that begin alike", `
L|The tides of the bay and the sea
L|and more
|Ada B. Wren`, "2 1"},
	{"an entry that hangs, behind one of one line", `
|Oke, B. The sea in winter
|Wren, A. The tides of the bay and of its
|  shores and ports. Oban, 1901.`, "1 2"},
	{"indented paragraphs whose last lines are full", `
|  The tide rises with the moon and falls
|with it, as all the sailors in port say.
|  The sea is deep and broad and full of
|many fish in it, as all the sailors say.`, "2 2"},
	{"a line that is bold in part", `
m|Tides of the bay
|The tide rises with the moon, and falls
|with it, as all sailors know.`, "3"},
	{"text that goes back to the margin", `
|  The tide rises with the moon, and it
|  falls with it, as all sailors know and
|  say.
|The sea is deep and broad and full of it`, "3 1"},
	{"one line", `
|The tide rises.`, "1"},
}

func TestCut(t *testing.T) {
	for _, tt := range cutTests {
		lines := drawn(tt.drawing)
		b := layout.Block{Page: 1, Box: page.Rect{Right: 250, Top: 90, Bottom: 300}, Lines: lines}
		var rows []string
		for _, p := range Cut(b) {
			rows = append(rows, fmt.Sprint(len(p.Rows)))
		}
		if got := strings.Join(rows, " "); got != tt.want {
			t.Errorf("%s: paragraphs of %s rows, want %s", tt.name, got, tt.want)
		}
	}
}

// A paragraph tells how far it is from the row above, and the borders of its block.
func TestPart(t *testing.T) {
	parts := Cut(layout.Block{Page: 1, Lines: drawn(`
|The tide rises with the moon, and falls
|with it, as all sailors know.
+|The sea is deep.`)})
	if len(parts) != 2 || parts[0].After != 0 || parts[1].After != 1.5*lineHeight || parts[0].Left != 0 || parts[1].Right != 39*letterWidth {
		t.Errorf("%+v", parts)
	}
}

// Lines beside each other are a row, whose style is that of nearly all of its letters.
func TestOf(t *testing.T) {
	rows := Of(layout.Block{Lines: drawn(`
b|Tides
|1.1  The moon
i|Wren
f|x = 1
b|A`)})
	if len(rows) != 5 || len(rows[1].Cells) != 2 || rows[1].Text() != "1.1 The moon" || rows[1].Right != 13*letterWidth {
		t.Fatalf("%+v", rows)
	}
	for i, want := range [][3]bool{{true, false, false}, {}, {false, true, false}, {false, false, true}, {true, false, false}} {
		if r := rows[i]; [3]bool{r.Bold, r.Italic, r.Fixed} != want || r.Font == nil {
			t.Errorf("row %d is bold %v, italic %v, fixed %v", i, r.Bold, r.Italic, r.Fixed)
		}
	}
	mixed := drawn("|The tide")[0]
	glyphs := mixed.Glyphs.Unpacked()
	glyphs[0].Run = &page.Run{Size: 10, Font: fonts['b']}
	mixed.Glyphs = page.Pack(glyphs)
	if r := Of(layout.Block{Lines: []layout.Line{mixed}})[0]; r.Bold || r.Font != nil {
		t.Errorf("one letter of seven is bold: %+v", r)
	}
}

func TestIsSameFont(t *testing.T) {
	a, b, c, none := &page.Font{Name: "A"}, &page.Font{Name: "A"}, &page.Font{Name: "C"}, &page.Font{}
	for _, tt := range []struct {
		a, b *page.Font
		want bool
	}{{a, a, true}, {a, b, true}, {a, c, false}, {a, nil, false}, {nil, a, false}, {nil, nil, true}, {none, &page.Font{}, false}} {
		if got := IsSameFont(tt.a, tt.b); got != tt.want {
			t.Errorf("%+v and %+v: %v", tt.a, tt.b, got)
		}
	}
}

// tableTests are lines row by row, and the rows of the table that they are, each with its cells between bars; one
// that goes on with the cells above begins with an arrow.
var tableTests = []struct{ name, drawing, want string }{
	{"a table", `
|Port   Height  Moon
|Oban   3.1     full
|Wick   2.8     new`, "Port|Height|Moon Oban|3.1|full Wick|2.8|new"},
	{"too few rows", `
|Port   Height
|Oban   3.1`, "-"},
	{"numbers under their heads' ends", `
|Port   Height
|Oban      3.1
|Wick     12.8`, "Port|Height Oban|3.1 Wick|12.8"},
	{"words with wide blanks", `
|The tide  rises with  it
|and  falls as  all of the sailors
|know and say it  in all of  these ports
|of  the sea and the bay  around`, "-"},
	{"a paragraph below", `
|Port   Height
|Oban   3.1
|Wick   2.8
|The heights are those of spring`, "Port|Height Oban|3.1 Wick|2.8"},
	{"lines of one cell in two of three", `
|Port   Height
|The tides of the north
|in winter
|Oban   3.1
|The tides of the south
|in spring
|Wick   2.8`, "Port|Height The•tides•of•the•north in•winter Oban|3.1 The•tides•of•the•south in•spring Wick|2.8"},
	{"mostly lines of one cell", `
|Port   Height
|The tides of the north
|in winter
|in spring
|and always
|Oban   3.1
|The tides of the south
|in winter
|in spring
|and always
|Ayr    3.0`, "-"},
}

func TestTable(t *testing.T) {
	for _, tt := range tableTests {
		rows, ok := Table(drawn(tt.drawing))
		if got := rowsText(rows, ok); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func rowsText(rows []Row, ok bool) string {
	if !ok {
		return "-"
	}
	var all []string
	for _, r := range rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, strings.ReplaceAll(c.Text(), " ", "•"))
		}
		s := strings.Join(cells, "|")
		if r.GoesOn {
			s = "→" + s
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

// A file that has the lines of a cell one after the other tells which rows go on with the cells above.
func TestTableGoesOn(t *testing.T) {
	cell := func(column, row int, lines ...string) (all []layout.Line) {
		for i, s := range lines {
			all = append(all, lineOf(s, float64(column)*100, 100+float64(row+i)*lineHeight, 10, fonts[' ']))
		}
		return all
	}
	join := func(cells ...[]layout.Line) (all []layout.Line) {
		for _, c := range cells {
			all = append(all, c...)
		}
		return all
	}
	head := join(cell(0, 0, "Port"), cell(1, 0, "Height"), cell(2, 0, "Moon"))
	for _, tt := range []struct {
		name  string
		lines []layout.Line
		want  string
	}{
		{"cells of two lines", join(head, cell(0, 1, "Oban,", "north"), cell(1, 1, "3.1"), cell(2, 1, "full", "moon"), cell(0, 3, "Wick"), cell(1, 3, "2.8"), cell(2, 3, "new")),
			"Port|Height|Moon Oban,|3.1|full →north|moon Wick|2.8|new"},
		{"the last row", join(head, cell(0, 1, "Wick"), cell(1, 1, "2.8"), cell(2, 1, "new"), cell(0, 2, "Oban,", "north"), cell(1, 2, "3.1"), cell(2, 2, "full")),
			"Port|Height|Moon Wick|2.8|new Oban,|3.1|full →north"},
		{"columns one after the other", join(cell(0, 0, "Port", "Oban", "Wick"), cell(1, 0, "Height", "3.1", "2.8"), cell(2, 0, "Moon", "full", "new")),
			"Port|Height|Moon Oban|3.1|full Wick|2.8|new"},
		{"a paragraph below", join(head, cell(0, 1, "Wick"), cell(1, 1, "2.8"), cell(2, 1, "new"), cell(0, 2, "Oban", "All the heights", "are those of the", "springs, as they", "were measured", "by the harbour"), cell(1, 2, "3.1"), cell(2, 2, "full")),
			"Port|Height|Moon Wick|2.8|new Oban|3.1|full"},
	} {
		rows, ok := Table(tt.lines)
		if got := rowsText(rows, ok); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestIsBeside(t *testing.T) {
	left := Row{Left: 0, Right: 50, Base: 100, Size: 10}
	for _, tt := range []struct {
		r    Row
		want bool
	}{{Row{Left: 60, Base: 100}, true}, {Row{Left: 60, Base: 103}, true}, {Row{Left: 60, Base: 105}, false}, {Row{Left: 40, Base: 100}, false}} {
		if got := tt.r.IsBeside(left); got != tt.want {
			t.Errorf("%+v: %v", tt.r, got)
		}
	}
}
