package grid

import (
	"strings"
	"testing"

	"etal/internal/read/pdf/layout"
	"etal/internal/read/pdf/page"
)

// drawn returns the rows of a drawing, of letters of 5 points and lines 12 points apart, a sign + before a bar for half
// a line more above. Two blanks part cells; a wide blank within one is ~, and a bold one begins with #.
func drawn(drawing string) (rows []Row) {
	base := 100.0
	for l := range strings.SplitSeq(strings.Trim(drawing, "\n"), "\n") {
		before, text, _ := strings.Cut(l, "|")
		base += 12 + 6*float64(len(before))
		var row Row
		at := 0
		for _, cell := range strings.Split(text, "  ") {
			if words := strings.TrimSpace(cell); words != "" {
				row.Lines = append(row.Lines, lineOf(words, 5*float64(at+strings.Index(cell, words)), base))
			}
			at += len(cell) + 2
		}
		rows = append(rows, row)
	}
	return rows
}

func lineOf(text string, left, base float64) layout.Line {
	l := layout.Line{Base: base, Size: 10, Font: &page.Font{Bold: strings.HasPrefix(text, "#")}}
	var glyphs []page.Glyph
	x := left
	for _, r := range text {
		width := 5.0
		if r == '~' {
			r, width = ' ', 15
		}
		glyphs = append(glyphs, page.Glyph{Run: &page.Run{Size: 10}, Rune: r, Y: base, Box: page.Extent{Left: x, Right: x + width}})
		x += width
	}
	l.Glyphs = page.Pack(glyphs)
	l.Box = page.Rect{Left: left, Right: x, Top: base - 7.5, Bottom: base + 2.5}
	return l
}

// gridTests are drawings of tables, and their rows with bars between cells, a slash between the lines of one. The
// head stands above a line of dashes.
var gridTests = []struct{ name, drawing, want string }{
	{"a table", `
|Port    Height  Moon
|Oban    3.1     full
|Wick    2.8     new`, `
Port|Height|Moon
--
Oban|3.1|full
Wick|2.8|new`},
	{"columns that are read from right to left", `
|ירח    גובה    נמל
|מלא    3.1     חיפה
|חדש    2.8     עכו`, `
נמל|גובה|ירח
--
חיפה|3.1|מלא
עכו|2.8|חדש`},
	{"numbers with ordinary blanks between", `
|Port        High Low Mean
|Oban at sea 31.1 0.6 15.2
|Wick at sea 22.8 0.7 12.4
|Ayr         21.4 0.5 10.3`, `
Port|High|Low|Mean
--
Oban at sea|31.1|0.6|15.2
Wick at sea|22.8|0.7|12.4
Ayr|21.4|0.5|10.3`},
	{"a long label close before a whole number", `
|Port                   High  Low
|Oban                  31     6
|Wick                  28     7
|Number of other ports 29     5`, `
Port|High|Low
--
Oban|31|6
Wick|28|7
Number of other ports|29|5`},
	{"two columns of numbers with ordinary blanks between", `
|Port        High Low
|Oban at sea 31.1 0.6
|Ayr         21.4 0.5`, `
Port|High|Low
--
Oban at sea|31.1|0.6
Ayr|21.4|0.5`},
	{"rows that are lines with one wide blank", `
|Port~High
|Oban~3.1
|Wick~2.8`, `
Port|High
--
Oban|3.1
Wick|2.8`},
	{"a name beside its only cell", `
|Port    High
|Oban         3.1
|Wick`, `
Port|High
--
Oban|3.1
Wick|`},
	{"a first name beside its cells", `
|Port         High
|     Oban    3.1
|     Wick    2.8
|     Ayr     2.4`, `
Port|High
--
Oban|3.1
Wick|2.8
Ayr|2.4`},
	{"thousands with a blank", `
|Port     Ships
|Oban     3 100
|Wick     2 800`, `
Port|Ships
--
Oban|3 100
Wick|2 800`},
	{"a name above others, and one row", `
|        Tides
|Port    High
|Oban    3.1`, `
Port|Tides/High
--
Oban|3.1`},
	{"cells that go on with a hanging indent", `
|Port         Moon  Remarks
|Oban and     full  wide, deep
|  the north  new    and open
|Wick         half  narrow
|  the south  new   Far`, `
Port|Moon|Remarks
--
Oban and/the north|full/new|wide, deep/and open
Wick|half|narrow
the south|new|Far`},
	{"no head", `
|1901    3.1     full
|1902    2.8     new
|1903    2.9     new`, `
1901|3.1|full
1902|2.8|new
1903|2.9|new`},
	{"a head with one number of two", `
|Port    1901
|Oban    3.1`, `
Port|1901
Oban|3.1`},
	{"a head with one number of three", `
|Port    1901    Moon
|Oban    3.1     full`, `
Port|1901|Moon
--
Oban|3.1|full`},
	{"one row", `
|Port    Height`, `
Port|Height`},
	{"empty cells", `
|Port    Height  Moon
|Oban            full
|Wick    2.8     new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban||full
Wick|2.8|new
Ayr|2.9|new`},
	{"numbers under the ends of their heads", `
|Port    Height  Moon
|Oban       3.1     5
|Wick      12.8    12`, `
Port|Height|Moon
--
Oban|3.1|5
Wick|12.8|12`},
	{"cells of two lines, rows apart", `
|Port    Height  Moon
+|Oban    3.1     full
|north           moon
+|Wick    2.8     new`, `
Port|Height|Moon
--
Oban/north|3.1|full/moon
Wick|2.8|new`},
	{"lines of one distance", `
|Port    Height  Moon
|Oban    3.1     full
|Wick            new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban|3.1|full
Wick||new
Ayr|2.9|new`},
	{"a line without a first cell, close below", `
|Port    Height  Moon
|Oban    high    full
|        or low  moon
|Wick    low     new`, `
Port|Height|Moon
--
Oban|high/or low|full/moon
Wick|low|new`},
	{"words close below numbers", `
|Port    Height  Moon
|Oban    3.1     full
|        metres  moon
|Wick    2.8     new`, `
Port|Height|Moon
--
Oban|3.1/metres|full/moon
Wick|2.8|new`},
	{"words far below the names", `
|Port    Height  Moon
+++++|        high    new
|Wick    low     full`, `
Port|Height|Moon
--
|high|new
Wick|low|full`},
	{"a label close before a number, below two others", `
|Oban                  3.1
|Wick                  2.8
|Number of other ports 2.9`, `
Oban|3.1
Wick|2.8
Number of other ports|2.9`},
	{"a column without cells", `
|Port    Height    Remarks
|Oban    3.1
|Wick    2.8
|Ayr     2.9`, `
Port|Height|Remarks
--
Oban|3.1|
Wick|2.8|
Ayr|2.9|`},
	{"numbers without a first cell, close below", `
|Port    High    Low
|Oban    3.1     0.6
|        2.8     0.7
|Wick    2.9     0.5`, `
Port|High|Low
--
Oban|3.1|0.6
|2.8|0.7
Wick|2.9|0.5`},
	{"a line without a first cell, farther below", `
|Port    Height  Moon
|Oban    3.1     full
+|        2.9     new
+|Wick    2.8     new`, `
Port|Height|Moon
--
Oban|3.1|full
|2.9|new
Wick|2.8|new`},
	{"a number goes on with nothing", `
|Port    Height  Moon
+|Oban    3.1     full
|1901            new
+|Wick    2.8     new`, `
Port|Height|Moon
--
Oban|3.1|full
1901||new
Wick|2.8|new`},
	{"a cell below none", `
|Port    Height  Moon    Sea
+|Oban            full    calm
|north   high    moon
+|Wick    2.8     new     calm`, `
Port|Height|Moon|Sea
--
Oban||full|calm
north|high|moon|
Wick|2.8|new|calm`},
	{"a line over two columns", `
|Port    Height  Moon
|Oban    3.1~full
|Wick    2.8     new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban|3.1|full
Wick|2.8|new
Ayr|2.9|new`},
	{"words over two columns", `
|Port    Height  Moon
|Oban    as high as seen
|Wick    2.8     new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban|as high as seen|
Wick|2.8|new
Ayr|2.9|new`},
	{"a line over the first columns", `
|Port    Height  Moon
|Oban~3.1        full
|Wick    2.8     new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban|3.1|full
Wick|2.8|new
Ayr|2.9|new`},
	{"two words over two columns", `
|Port    Height  Moon
|Oban    highest full
|Wick    2.8     new
|Ayr     2.9     new`, `
Port|Height|Moon
--
Oban|highest|full
Wick|2.8|new
Ayr|2.9|new`},
	{"three words over two columns", `
|Port    Height  Moon
|Oban    so high  full
|Wick    2.8     new
|Ayr     high as full
|Leith   2.9     new`, `
Port|Height|Moon
--
Oban|so high|full
Wick|2.8|new
Ayr|high as full|
Leith|2.9|new`},
	{"a row of more cells", `
|Port    Height
|Oban    3.1
|Wick    2.8  x
|Ayr     2.9`, `
Port|Height
--
Oban|3.1
Wick|2.8 x
Ayr|2.9`},
	{"a head with units", `
|Port    2 m     3 m
|Oban    3.1     4.2`, `
Port|2 m|3 m
--
Oban|3.1|4.2`},
	{"a head of two lines", `
|Port    Height  Moon
|        in m    phase
+|Oban    3.1     full
+|Wick    2.8     new`, `
Port|Height/in m|Moon/phase
--
Oban|3.1|full
Wick|2.8|new`},
	{"lines of one distance to the end", `
|Port    Height  Moon
|Oban    3.1     full
|Wick            new
|Ayr             old`, `
Port|Height|Moon
--
Oban|3.1|full
Wick||new
Ayr||old`},
	{"lines of one distance before a wide blank", `
|Port    Height  Moon
|Oban    3.1     full
|Wick            new
|Ayr     2.9     old
+|Leith   2.8     old`, `
Port|Height|Moon
--
Oban|3.1|full
Wick||new
Ayr|2.9|old
Leith|2.8|old`},
	{"columns that overlap", `
|Port of call  Height
|Oban     in winter
|Wick     in summer`, ""},
	{"one column", `
|Port
|Oban
|Wick`, ""},
	{"the most columns", "\n|" + strings.Repeat("a  ", mostColumns) + "\n|" + strings.Repeat("b  ", mostColumns), "\n" + strings.Repeat("a|", mostColumns-1) + "a\n--\n" + strings.Repeat("b|", mostColumns-1) + "b"},
	{"a column more", "\n|" + strings.Repeat("a  ", mostColumns+1) + "\n|" + strings.Repeat("b  ", mostColumns+1), ""},
}

func TestOf(t *testing.T) {
	for _, tt := range gridTests {
		g, ok := Of(drawn(tt.drawing), layout.Ruling{})
		var lines []string
		if g.Head != nil {
			for _, row := range g.Head {
				lines = append(lines, headText(row))
			}
			lines = append(lines, "--")
		}
		for _, row := range g.Rows {
			lines = append(lines, rowText(row))
		}
		if got := strings.Join(lines, "\n"); got != strings.TrimPrefix(tt.want, "\n") || ok != (tt.want != "") {
			t.Errorf("%s, %v:\n%s\nwant%s", tt.name, ok, got, tt.want)
		}
	}
}

// headText returns a row of a head: a name over several columns is followed by a sign > for each of the others.
func headText(row []HeadCell) string {
	var cells []Cell
	for _, c := range row {
		cells = append(cells, c.Cell)
		for range c.Across - 1 {
			cells = append(cells, Cell{{lineOf(">", 0, 0)}})
		}
	}
	return rowText(cells)
}

func rowText(row []Cell) string {
	var cells []string
	for _, c := range row {
		var lines []string
		for _, parts := range c {
			var words []string
			for _, p := range parts {
				words = append(words, p.Text())
			}
			lines = append(lines, strings.Join(words, " "))
		}
		cells = append(cells, strings.Join(lines, "/"))
	}
	return strings.Join(cells, "|")
}

// A row of which the order of the file tells that it goes on with the names of columns is one of these.
func TestNamesGoOn(t *testing.T) {
	rows := drawn("\n|Port     Height\n|of call  in m\n|Oban     3.1")
	rows[1].GoesOn = true
	if g, _ := Of(rows, layout.Ruling{}); len(g.Head) != 1 || headText(g.Head[0]) != "Port/of call|Height/in m" || len(g.Rows) != 1 {
		t.Errorf("%d rows of names, %d others", len(g.Head), len(g.Rows))
	}
	if g, _ := Of(rows[:2], layout.Ruling{}); len(g.Rows) != 1 {
		t.Errorf("%d rows below names, of which the last goes on", len(g.Rows))
	}
}

// A row of which the order of the file tells that it goes on does so.
func TestGoesOn(t *testing.T) {
	rows := drawn("\n|Port    Height\n|Oban    3.1\n|north   m\n|Wick    2.8")
	rows[2].GoesOn = true
	if g, _ := Of(rows, layout.Ruling{}); len(g.Rows) != 2 || rowText(g.Rows[0]) != "Oban/north|3.1/m" {
		t.Errorf("%+v", g.Rows)
	}
}

// What is no grid is shown as it stands.
func TestAsItStands(t *testing.T) {
	for drawing, want := range map[string]string{
		"\n|  Port    Height\n|    Oban  3.1": "Port    Height\n  Oban  3.1\n",
		"\n|a    b":                           "a    b\n",
		"":                                    "\n",
	} {
		if got := AsItStands(drawn(drawing)); got != want {
			t.Errorf("%q: %q", drawing, got)
		}
	}
	close := []Row{{Lines: []layout.Line{lineOf("Port", 0, 100), lineOf("Height", 21, 100)}}}
	if got := AsItStands(close); got != "Port  Height\n" {
		t.Errorf("close cells: %q", got)
	}
	far := []Row{{Lines: []layout.Line{lineOf("Port", 0, 100), lineOf("Height", 1e9, 100)}}}
	if got, want := AsItStands(far), "Port"+strings.Repeat(" ", 200)+"Height\n"; got != want {
		t.Errorf("far beside the page: %d signs", len(got))
	}
}

// ruledDrawn returns the rows of a drawing with rules: a line of the sign = is one as wide as the table, runs of the
// sign - are others.
func ruledDrawn(drawing string) (rows []Row, ruling layout.Ruling) {
	base := 100.0
	for l := range strings.SplitSeq(strings.Trim(drawing, "\n"), "\n") {
		switch {
		case strings.HasPrefix(l, "="):
			ruling.Full = append(ruling.Full, page.Rect{Right: 500, Top: base + 4})
		case strings.Trim(l, " -") == "":
			for at := 0; at < len(l); {
				end := at
				for end < len(l) && l[end] == '-' {
					end++
				}
				if end > at {
					ruling.Part = append(ruling.Part, page.Rect{Left: 5 * float64(at), Right: 5 * float64(end), Top: base + 4})
				}
				at = end + 1
			}
		default:
			base += 12
			if rest, ok := strings.CutPrefix(l, "^"); ok {
				l = rest
				base -= 6
			}
			for _, row := range drawn("|" + l) {
				for i := range row.Lines {
					row.Lines[i].Base = base
				}
				rows = append(rows, row)
			}
		}
	}
	return rows, ruling
}

// ruledTests are drawings of tables with rules, and their rows. A name over several columns is followed by a sign > for
// each of the others; a title stands above a line of signs ~.
var ruledTests = []struct{ name, drawing, want string }{
	{"a head of two lines", `
=
        Height  Moon
Port    in m    phase
=
Oban    3.1     full
Wick    2.8     new
=`, `
Port|Height/in m|Moon/phase
--
Oban|3.1|full
Wick|2.8|new`},
	{"a name over a rule over two columns", `
=
           Tides
        ------------
Port    High    Low   Moon
=
Oban    3.1     0.6   full
Wick    2.8     0.7   new
=`, `
Port|Tides|>|Moon
|High|Low|
--
Oban|3.1|0.6|full
Wick|2.8|0.7|new`},
	{"names as close as words over a rule", `
=
        Spring~tides
        ------------
Port    High    Low   Moon
=
Oban    3.1     0.6   full
Wick    2.8     0.7   new
=`, `
Port|Spring tides|>|Moon
|High|Low|
--
Oban|3.1|0.6|full
Wick|2.8|0.7|new`},
	{"numbers that name columns", `
=
        Year
        -------------
Port    1901    1902
=
Oban    3.1     0.6
Wick    2.8     0.7
=`, `
Port|Year|>
|1901|1902
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"numbers above the second rule are no names", `
=
Oban    3.1     0.6
Wick    2.8     0.7
=
Ayr     2.9     0.5
=`, `
Oban|3.1|0.6
Wick|2.8|0.7
Ayr|2.9|0.5`},
	{"a title above the names", `
=
The tides of the north
Port    High    Low
=
Oban    3.1     0.6
Wick    2.8     0.7
=`, `
The tides of the north
~~
Port|High|Low
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"units above one row", `
=
Port    High    Low
=
        (metres)  (feet)
Oban    3.1     0.6
=`, `
Port|High/(metres)|Low/(feet)
--
Oban|3.1|0.6`},
	{"a name amid the only rows", `
=
Port    Moon  High
=
        full  3.1
^Oban
^        new  0.6
=`, `
Port|Moon|High
--
Oban|full|3.1
|new|0.6`},
	{"units below the rule of the head", `
=
Port    High    Low
=
        (metres)  (feet)
=
Oban    3.1     0.6
Wick    2.8     0.7
=`, `
Port|High/(metres)|Low/(feet)
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"bold names below the rule of the head", `
=
#Port    #High    #Low
=
         #Spring  #Neap
=
Oban     deep     calm
Wick     calm     deep
=`, `
#Port|#High/#Spring|#Low/#Neap
--
Oban|deep|calm
Wick|calm|deep`},
	{"a row without a first cell below the rule of the head", `
=
Port    High    Low
=
        spring  neap
Oban    deep    calm
Wick    calm    deep
=`, `
Port|High|Low
--
|spring|neap
Oban|deep|calm
Wick|calm|deep`},
	{"numbers below a wide name", `
=
        number of ports
=
        1993    1994
=
Oban    3.1     0.6
Wick    2.8     0.7
=`, `
|number of ports|>
|1993|1994
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"numbers of a name in the middle of its rows", `
=
        heights of tides
=
        3.1     0.6
Oban    2.8     0.7
        2.7     0.8
=`, `
|heights of tides|>
--
Oban|3.1|0.6
|2.8|0.7
|2.7|0.8`},
	{"names that come again below names", `
Port       High          Low
        min.    max.  min.    max.
Oban    3.1     4.1   0.6     0.8
Wick    2.8     4.2   0.7     0.9`, `
Port|High|>|Low|>
|min.|max.|min.|max.
--
Oban|3.1|4.1|0.6|0.8
Wick|2.8|4.2|0.7|0.9`},
	{"several rows without a first cell below a wide name", `
=
        heights
=
        3.1    0.6
        2.8    0.7   1.1
Oban    2.9    0.8   1.2
Wick    2.7    0.5   1.3
=`, `
|heights||
--
|3.1|0.6|
|2.8|0.7|1.1
Oban|2.9|0.8|1.2
Wick|2.7|0.5|1.3`},
	{"a name in the middle above all other columns", `
=
              Spring-tides
=
        1.     2.     3.     4.
=
Oban    3.1    0.6    2.2    1.1
Wick    2.8    0.7    2.1    1.2
=`, `
|Spring-tides|>|>|>
|1.|2.|3.|4.
--
Oban|3.1|0.6|2.2|1.1
Wick|2.8|0.7|2.1|1.2`},
	{"a bold table with a row without a first cell", `
=
#Port    #High    #Low
=
         #spring  #neap
#Oban    #deep    #calm
=`, `
#Port|#High|#Low
--
|#spring|#neap
#Oban|#deep|#calm`},
	{"names in the middle of several rows", `
=
Port    Moon  High
=
        full  3.1
^Oban
^        new  0.6
=
Ayr     full  2.9
=
        full  2.8
^Wick in
^        half  2.2
^north
^        new  0.7
=`, `
Port|Moon|High
--
Oban|full|3.1
|new|0.6
Ayr|full|2.9
Wick in north|full|2.8
|half|2.2
|new|0.7`},
	{"rules between the rows, one of two lines", `
=
Port      Remarks
=
Oban      wide and
  north   open
=
Wick      narrow
=
Ayr       calm
=`, `
Port|Remarks
--
Oban/north|wide and/open
Wick|narrow
Ayr|calm`},
	{"a name beside the row in the middle of three", `
=
Port    Moon  High
=
        full  3.1
Oban    half  2.2
        new   0.6
=
Ayr     full  2.9
        half  2.1
        new   0.7
=
        full  2.9
Wick    new   0.7
=`, `
Port|Moon|High
--
Oban|full|3.1
|half|2.2
|new|0.6
Ayr|full|2.9
|half|2.1
|new|0.7
|full|2.9
Wick|new|0.7`},
	{"a rule between two groups", `
=
Port      Remarks
=
Oban      wide
  north   open
=
Wick      narrow
=`, `
Port|Remarks
--
Oban|wide
north|open
Wick|narrow`},
	{"brackets that are no units", `
=
Port    High    Low
=
        (deep   (calm
Oban    calm    deep
=`, `
Port|High|Low
--
|(deep|(calm
Oban|calm|deep`},
	{"figures below names that are as many", `
=
        Spring  Neap
=
        3.1     0.6
Oban    2.8     0.7
=`, `
|Spring|Neap
--
|3.1|0.6
Oban|2.8|0.7`},
	{"long names beside each other above others", `
=
        Heights above the sea in metres~Depths below the sea in metres
Port    High                              Low
=
Oban    3.1                               0.6
Wick    2.8                               0.7
=`, `
Port|Heights above the sea in metres/High|Depths below the sea in metres/Low
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"rules between the rows", `
=
Port    Remarks
=
Oban    wide and
        open to
north   the sea
=
Wick    narrow
=
Ayr     calm in
        winter
=`, `
Port|Remarks
--
Oban/north|wide and/open to/the sea
Wick|narrow
Ayr|calm in/winter`},
	{"names of all columns below a rule below wide names", `
=
        North-ports    South-ports
=
Port    High  Low      High  Low
Oban    3.1   0.6      2.2   1.1
Wick    2.8   0.7      2.1   1.2
=`, `
Port|North-ports|>|South-ports|>
|High|Low|High|Low
--
Oban|3.1|0.6|2.2|1.1
Wick|2.8|0.7|2.1|1.2`},
	{"a rule below the first of two groups of words", `
=
Oban    deep
Wick    calm
Ayr     wide
=
Leith   cold
Unst    far
=`, `
Oban|deep
--
Wick|calm
Ayr|wide
Leith|cold
Unst|far`},
	{"rules between groups of rows without a head", `
=
Ships   12
Boats   31 of them
=
Crew    3 in each
Masts   2 in each
=`, `
Ships|12
Boats|31 of them
Crew|3 in each
Masts|2 in each`},
	{"rules between groups of rows", `
=
Port    Remarks
=
Oban    wide
Wick    open
=
Ayr     narrow
Leith   calm
=
Tain    deep
Unst    cold
=`, `
Port|Remarks
--
Oban|wide
Wick|open
Ayr|narrow
Leith|calm
Tain|deep
Unst|cold`},
	{"a long label close before a number", `
=
Port                  High   Low
=
Oban                  3.1    0.6
Wick                  2.8    0.7
Number of other ports 2.9    0.5
=`, `
Port|High|Low
--
Oban|3.1|0.6
Wick|2.8|0.7
Number of other ports|2.9|0.5`},
	{"rules between rows of two lines", `
=
Port    Remarks
=
Oban    wide
north
=
Wick    narrow
south
=
Ayr     calm
=`, `
Port|Remarks
--
Oban/north|wide
Wick/south|narrow
Ayr|calm`},
	{"no rule below the names", `
=
Port    High    Low
Oban    3.1     0.6
Wick    2.8     0.7
=`, `
Port|High|Low
--
Oban|3.1|0.6
Wick|2.8|0.7`},
	{"a name over the first columns", `
=
  Harbours
------------
Port    Sea   High
=
Oban    calm  3.1
Wick    rough 2.8
=`, `
Harbours|>|High
Port|Sea|
--
Oban|calm|3.1
Wick|rough|2.8`},
	{"a name of two lines over a rule", `
=
        Spring
        tides
        ------------
Port    High    Low   Moon
=
Oban    3.1     0.6   full
Wick    2.8     0.7   new
=`, `
Port|Spring/tides|>|Moon
|High|Low|
--
Oban|3.1|0.6|full
Wick|2.8|0.7|new`},
	{"many rows above the second rule", `
=
Port    Sea
Oban    wide
Wick    open
Ayr     calm
Leith   deep
Tain    cold
Unst    mild
Yell    wet
Troon   dry
=
Lerwick rough
=`, `
Port|Sea
--
Oban|wide
Wick|open
Ayr|calm
Leith|deep
Tain|cold
Unst|mild
Yell|wet
Troon|dry
Lerwick|rough`},
	{"a name beside its numbers", `
=
Port          High
=
Oban    3.1
Wick    2.8
Ayr     2.9
=`, `
Port|High
--
Oban|3.1
Wick|2.8
Ayr|2.9`},
}

func TestRuled(t *testing.T) {
	for _, tt := range ruledTests {
		g, ok := Of(ruledDrawn(tt.drawing))
		var lines []string
		for _, l := range g.Title {
			lines = append(lines, l.Text(), "~~")
		}
		for _, row := range g.Head {
			lines = append(lines, headText(row))
		}
		if g.Head != nil {
			lines = append(lines, "--")
		}
		for _, row := range g.Rows {
			lines = append(lines, rowText(row))
		}
		if got := strings.Join(lines, "\n"); got != strings.TrimPrefix(tt.want, "\n") || !ok {
			t.Errorf("%s, %v:\n%s\nwant%s", tt.name, ok, got, tt.want)
		}
	}
}
