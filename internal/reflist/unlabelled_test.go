package reflist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// unlabelledLists are lists without labels, and what they are cut into.
var unlabelledLists = []struct{ name, list, want string }{
	{"blank lines between", "Oke, B. Wheels 1950\n\nlind, c. Waves 1961\n", "|Oke, B. Wheels 1950\n|lind, c. Waves 1961"},
	{"a line each", "Lind, C. (1961). Waves.\nOke, B. (1950). Wheels.\nvan der Meer, J. (1970). Dikes.\n", "|Lind, C. (1961). Waves.\n|Oke, B. (1950). Wheels.\n|van der Meer, J. (1970). Dikes."},
	{
		"wrapped",
		"Abel, N., Oke, B. & Wren, C. (1999). The reckoning of tides in\nsmall harbours. Journal of Old Machines, 3(1), 1-9.\nLind, C. (1961). Sums of waves, and the wheels that made them\nTidal Letters, 7, 22.\n",
		"|Abel, N., Oke, B. & Wren, C. (1999). The reckoning of tides in small harbours. Journal of Old Machines, 3(1), 1-9.\n|Lind, C. (1961). Sums of waves, and the wheels that made them Tidal Letters, 7, 22.",
	},
	{"hung", "Lind, C. (1961). Waves. And\n  More of them. 1962.\nOke, B. (1950). Wheels.\n", "|Lind, C. (1961). Waves. And More of them. 1962.\n|Oke, B. (1950). Wheels."},
	{"indented first lines", "  Lind, C. (1961). Waves. And\nMore of them. 1962.\n  Oke, B. (1950). Wheels.\n", "|Lind, C. (1961). Waves. And More of them. 1962.\n|Oke, B. (1950). Wheels."},
	{"a dash for the author before", "Oke, B., 1950, Wheels.\n—, 1951, Wheels again.\n", "|Oke, B., 1950, Wheels.\n|—, 1951, Wheels again."},
	{"a body", "Tide Office (1950). Tables of\nwater. Quay.\nWater Board (1961). Waves.\n", "|Tide Office (1950). Tables of water. Quay.\n|Water Board (1961). Waves."},
	{"given names first", "B. Oke, Wheels, 1950.\nC. Lind and A. Wren, Waves,\n1961.\n", "|B. Oke, Wheels, 1950.\n|C. Lind and A. Wren, Waves, 1961."},
	{"a name that was broken to be justified", "Oke, B. (1950). Wheels that reckon tides.\nLind,\nC. (1961). Waves that are summed by them.\n", "|Oke, B. (1950). Wheels that reckon tides.\n|Lind, C. (1961). Waves that are summed by them."},
	{"addresses go on with an entry", "Oke, B. (1950). Wheels.\nhttps://example.org/1961\nLind, C. (1961). Waves.\n", "|Oke, B. (1950). Wheels. https://example.org/1961\n|Lind, C. (1961). Waves."},
	{
		"a title in quotation marks",
		"Lind, Carl. Doors. Quay, 2001.\nOke, Ada. The Quiet Sea and Its Readers. Harbour UP, 2015.\n\"Rising Tides.\" The Quay, 3 May 2018, pp. 2-9.\nWater Board. State of the Seas. Quay, 2012.\n",
		"|Lind, Carl. Doors. Quay, 2001.\n|Oke, Ada. The Quiet Sea and Its Readers. Harbour UP, 2015.\n|\"Rising Tides.\" The Quay, 3 May 2018, pp. 2-9.\n|Water Board. State of the Seas. Quay, 2012.",
	},
	{
		"a title in quotation marks behind its authors",
		"Lind, Carl, Ada Oke, Nora Abel, and Dora Marsh.\n\"Rising Tides.\" The Quay 3 (2018): 2-9.\nOke, Ada, Nora Abel, Dora Marsh, and Carl Lind.\n\"Doors.\" The Quay 4 (2019): 10-19.\n",
		"|Lind, Carl, Ada Oke, Nora Abel, and Dora Marsh. \"Rising Tides.\" The Quay 3 (2018): 2-9.\n|Oke, Ada, Nora Abel, Dora Marsh, and Carl Lind. \"Doors.\" The Quay 4 (2019): 10-19.",
	},
	{
		"three entries show no habits",
		"Abel, N. (1999). The reckoning of all tides. Quay.\nLind, C. (1961). Sums of waves and wheels too. Quay.\nJ. Oke, Gauges of a harbour, and a river, 2005, Quay.\n",
		"|Abel, N. (1999). The reckoning of all tides. Quay.\n|Lind, C. (1961). Sums of waves and wheels too. Quay.\n|J. Oke, Gauges of a harbour, and a river, 2005, Quay.",
	},
	{
		"four do, and names in another order do not begin an entry",
		"Abel, N. (1999). The reckoning of all tides. Quay.\nLind, C. (1961). Sums of waves and wheels too. Quay.\nMarsh, D. (2004). Short stories of a gauge. Quay.\nJ. Oke, Gauges of a harbour, and a river, 2005, Quay.\n",
		"|Abel, N. (1999). The reckoning of all tides. Quay.\n|Lind, C. (1961). Sums of waves and wheels too. Quay.\n|Marsh, D. (2004). Short stories of a gauge. Quay. J. Oke, Gauges of a harbour, and a river, 2005, Quay.",
	},
}

func TestCutUnlabelled(t *testing.T) {
	for _, tt := range unlabelledLists {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.list, Cut(tt.list, whole(tt.list))); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
	if got := cutUnlabelled(CutLines("\n \n", whole("\n \n"))); got != nil {
		t.Errorf("of blank lines: %v", got)
	}
}

// pair returns two lines of which the second is as long as the first but for its first word, a
// blank and some room.
func pair(first, second string, room int) string {
	word, _, _ := strings.Cut(strings.TrimSpace(second), " ")
	return first + "\n" + second + strings.Repeat("x", len(first)+1+len(word)+room-len(second)) + "\n"
}

// TestWeigh asks for the points of an entry that begins at the second line.
func TestWeigh(t *testing.T) {
	const abel, second = "Abel, N. (1999). The tides of all the big seas and of the bays.", "Oke, B. (1950). Wheels for the seas"
	long := "Abel, N. (1999). " + strings.Repeat("The tides, ", 9)
	tests := []struct {
		name, list string
		want       int
	}{
		{"a family name after a full line that ends", pair(abel, second, 0), 4 + endsWhole},
		{"after a line with a little room", pair(abel, second, 9), 4 + endsWhole},
		{"after a short line", pair(abel, second, 10), 4 + endsWhole + afterShort},
		{"after a line that had no room for its first word", pair(abel, second, -1), 4 + endsWhole + afterFull},
		{"after a blank line", strings.Replace(pair(abel, second, 0), "\n", "\n\n", 1), 4 + endsWhole + afterBlank},
		{"after blank lines at the start", "\n" + pair(abel, second, 0), 4 + endsWhole},
		{"after a comma", pair(strings.TrimSuffix(abel, ".")+",", second, 0), 4 + endsOpen},
		{"in a list that is not wrapped", pair(long+strings.Repeat("x", 130-len(long)-5)+".", second, 0), 4 + endsWhole + afterWhole},
		{"in a list that is wrapped at 130", pair(long+strings.Repeat("x", 130-len(long)-6)+".", second, 0), 4 + endsWhole},
		{"indented under the first", pair(abel, "  "+second, 0), 4 + endsWhole + impossible},
		{"not indented, as the first is", pair("  "+abel, second, 0), 4 + endsWhole + impossible},
		{"a line of two words and the next", abel + "\nOke,\nB. (1950). " + strings.Repeat("Wheels and ", 7) + "\n", 4 + endsWhole + afterShort},
		{"a line of three words alone", abel + "\nOke, b. c\nB. (1950). " + strings.Repeat("Wheels and ", 7) + "\n", mayBegin + endsWhole + afterShort},
		{"an address", pair(abel, "https://x.org/ is where it stands", 0), cannotBegin + endsWhole},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := weigh(CutLines(tt.list, whole(tt.list)))[1].points; int(got) != tt.want {
				t.Errorf("%d points, want %d", got, tt.want)
			}
		})
	}
}

func TestListLine(t *testing.T) {
	l := newListLine(Line{Text: "  Oke, B. (1950). Wheels. 1951. https://example.org/1952"}, nil)
	if !l.dated || !l.year || l.years != 2 || l.key != "oke" || l.order != familyFirst {
		t.Errorf("%+v", l)
	}
	if l := newListLine(Line{Text: "https://example.org/1952"}, nil); !l.dated || l.year || l.years != 0 || l.key != "https" {
		t.Errorf("an address: %+v", l)
	}
}

func TestIndentation(t *testing.T) {
	tests := []struct {
		indents string // a digit each
		want    indentation
	}{
		{"000000", notTold}, {"000002", restIndented}, {"0000002", notTold}, {"020202", restIndented},
		{"202", firstIndented}, {"2022", firstIndented}, {"20222", notTold}, {"20322", notTold}, {"0", notTold},
	}
	for _, tt := range tests {
		var list []listLine
		for _, d := range tt.indents {
			list = append(list, listLine{Line: Line{Text: strings.Repeat(" ", int(d-'0')) + "x"}})
		}
		if tt.indents == "2022" {
			list = list[:3]
		}
		if got := indentationOf(list); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.indents, got, tt.want)
		}
	}
}

func TestUsualWidth(t *testing.T) {
	var list []listLine
	for n := range 20 {
		list = append(list, listLine{Line: Line{Text: strings.Repeat("x", n+1)}})
	}
	if got := usualWidth(list); got != 18 { // 17 of 20 are narrower
		t.Errorf("width %d", got)
	}
}

// parse returns the lines of a list in a short form: a key, the order of names, Y for a year, S
// for one that is set off, D for another date.
func parse(list string) (lines []listLine) {
	for _, s := range strings.Fields(list) {
		l := listLine{key: strings.Trim(s[:1], "-")}
		for _, c := range s[1:] {
			switch c {
			case 'f':
				l.order = familyFirst
			case 'g':
				l.order = givenFirst
			case 'o':
				l.order = otherOrder
			case 'D':
				l.dated = true
			case 'Y':
				l.dated, l.year = true, true
			case 'S':
				l.dated, l.year = true, true
				l.years++
			default:
				l.points = int32(c - '0')
			}
		}
		lines = append(lines, l)
	}
	return lines
}

func TestHabits(t *testing.T) {
	tests := []struct {
		name, list string
		starts     []int
		want       habits
	}{
		{"all of them", "afS bfS cfS", []int{0, 1, 2}, habits{true, true, true, familyFirst}},
		{"given names first", "agS bgS cgS", []int{0, 1, 2}, habits{true, true, true, givenFirst}},
		{"no order of names", "afS bfS cgS", []int{0, 1, 2}, habits{sorted: true, years: true, setOff: true}},
		{"seven of ten", "afY bfY cfY dfY efY ffY gfY hg ig jgY", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, habits{true, true, false, familyFirst}},
		{"not sorted", "bfS afS cfS bfS", []int{0, 1, 2, 3}, habits{false, true, true, familyFirst}},
		{"one alike is sorted", "af af", []int{0, 1}, habits{sorted: true, order: familyFirst}},
		{"years in other lines", "af -Y bf -Y -", []int{0, 2}, habits{sorted: true, years: true, order: familyFirst}},
		{"set off in other lines", "af -S bf -S -S", []int{0, 2}, habits{sorted: true, years: true, setOff: true, order: familyFirst}},
		{"a date that is no year", "afD bfD", []int{0, 1}, habits{sorted: true, order: familyFirst}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := habitsOf(parse(tt.list), tt.starts); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestBestCut(t *testing.T) {
	tests := []struct {
		name, list string
		usual      habits
		want       []int
	}{
		{"an entry has to be earned", "aY bY2 cY4", habits{}, []int{0, 2}},
		{"points at the first line count nothing", "a9Y b9", habits{}, []int{0, 1}},
		{"without a date it is not", "aY b6 c7", habits{}, []int{0}},
		{"with one it is", "aY b4D", habits{}, []int{0, 1}},
		{"a date in a further line", "aY b4 -Y", habits{}, []int{0, 1}},
		{"no year in a list of years", "aY b4D", habits{years: true}, []int{0}},
		{"a year in a further line", "aY b4D -Y", habits{years: true}, []int{0, 1}},
		{"two years set off", "aS b1S", habits{}, []int{0}},
		{"two years set off in a list that sets off one", "aS b1S", habits{setOff: true}, []int{0, 1}},
		{"one year set off", "aS b1Y", habits{setOff: true}, []int{0}},
		{"names in the usual order", "afY bf4Y", habits{order: familyFirst}, []int{0, 1}},
		{"names in another order", "afY bg4Y", habits{order: familyFirst}, []int{0}},
		{"no names", "afY b4Y", habits{order: familyFirst}, []int{0}},
		{"a body in the place of names", "afY bo4Y", habits{order: familyFirst}, []int{0, 1}},
		{"not in the alphabet's order", "bY a4Y", habits{sorted: true}, []int{0}},
		{"alike in the alphabet", "aY a4Y", habits{sorted: true}, []int{0, 1}},
		{"a key that is not known", "bY -4Y", habits{sorted: true}, []int{0, 1}},
		{"the last has nothing after it", "aY b4Y", habits{sorted: true}, []int{0, 1}},
		{"forty lines are an entry", "aY" + strings.Repeat(" -", 39), habits{}, []int{0}},
		{"forty-one are two", "aY" + strings.Repeat(" -", 40), habits{}, []int{0, 40}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := bestCut(parse(tt.list), tt.usual); !slices.Equal(got, tt.want) {
				t.Errorf("%s, want %s", fmt.Sprint(got), fmt.Sprint(tt.want))
			}
		})
	}
}

func TestOpening(t *testing.T) {
	tests := []struct {
		line   string
		order  nameOrder
		points int
	}{
		{"Smith, J., and", familyFirst, 4}, {"Smith JR, Oke B.", familyFirst, 3}, {"van der Meer, J. (1970)", familyFirst, 4}, {"al-Khalili J, 2012", familyFirst, 4}, {"d'Ocagne M. Nomography", familyFirst, 4},
		{"Smith, John. Waves", familyFirst, 3}, {"J. Smith, Waves", givenFirst, 3}, {"J. de la Smith and B. Oke", givenFirst, 3}, {"John Smith and Bola Oke", givenFirst, 2},
		{"—, 2002", otherOrder, 4}, {"___. (2002)", otherOrder, 4}, {"World Bank (2004)", otherOrder, 2}, {"National Tide Office (NTO), 2004", otherOrder, 2},
		{"Waves of the sea", noOrder, mayBegin}, {"“Waves” of", noOrder, mayBegin}, {"潮の満ち引き", noOrder, mayBegin}, {"van Meer", noOrder, mayBegin},
		{"waves of the sea", noOrder, cannotBegin}, {"Available from", noOrder, cannotBegin}, {"https://example.org", noOrder, cannotBegin}, {"12, 22", noOrder, cannotBegin},
	}
	for _, tt := range tests {
		if order, points := opening(tt.line); order != tt.order || points != tt.points {
			t.Errorf("%q: order %d with %d points, want %d with %d", tt.line, order, points, tt.order, tt.points)
		}
	}
}

func TestClosing(t *testing.T) {
	tests := []struct {
		line string
		want int
	}{
		{"pp. 1-9.", endsWhole}, {"1961", endsWhole}, {"(Quay)", endsWhole}, {"12a", endsWhole},
		{"https://example.org/a", endsAddress}, {"10.5555/w", endsAddress}, {"https://example.org/a-", endsOpen}, {"https://", endsOpen},
		{"waves,", endsOpen}, {"the sea and", endsOpen}, {"3, no.", endsOpen}, {"waves", endsPart}, {"Oke, B.", endsPart},
	}
	for _, tt := range tests {
		if got := closing(tt.line); got != tt.want {
			t.Errorf("%q: %d points, want %d", tt.line, got, tt.want)
		}
		if got := isEnded(" " + tt.line + " "); got != (tt.want > 0) {
			t.Errorf("%q is ended: %v", tt.line, got)
		}
	}
}

func TestSortKey(t *testing.T) {
	for line, want := range map[string]string{"Oke, B.": "oke", "O'Neil, C.": "o'neil", "Øye-Berg C": "øye-berg", "J. Smith": "", "van der Meer, J.": "", "al-Khalili, J.": "", "(1950)": ""} {
		if got := sortKey(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}
