package tables

import (
	"strings"
	"testing"
)

// alignedTests are tables of columns under a line of dashes, and what they become.
var alignedTests = []struct {
	name, text string
	multiline  bool
	want       string
}{
	{"alignment by the head", `
  Depth   Port       Tide     Planet
-------   ------  ----------  ------
     12   Hull       high     full
    123   Leith      low      new`, false, `
| Depth | Port | Tide | Planet |
| --: | :-- | :-: | --- |
| 12 | Hull | high | full |
| 123 | Leith | low | new |`},
	{"alignment by the first row, without a head", `
-------   ------  ------
     12   Hull           
    123   Leith    low`, false, `
| | | |
| --: | :-- | --- |
| 12 | Hull | |
| 123 | Leith | low |`},
	{"a head of two lines", `
Depth    Port
at ebb   of call
------   -------
12       Hull`, true, `
| Depth at ebb | Port of call |
| :-- | :-- |
| 12 | Hull |`},
	{"rows of several lines", `
Port     Tides
------   -----------
Hull     high at
         noon

Leith    low`, true, `
| Port | Tides |
| :-- | :-- |
| Hull | high at noon |
| Leith | low |`},
	{"rows of a line each", `
Port     Tides
------   -----------
Hull     high

Leith    low`, false, `
| Port | Tides |
| :-- | :-- |
| Hull | high |
| Leith | low |`},
	{"the last column goes on", `
Port   T
-----  -
Hull   high at noon`, false, `
| Port | T |
| :-- | --- |
| Hull | high at noon |`},
	{"a word over two columns", `
Port   Tide
-----  ----
Stromness  1`, false, ""},
	{"a word right before a column", `
Port   Tide
-----  ----
Tobago high`, false, `
| Port | Tide |
| :-- | --- |
| Tobago | high |`},
	{"a word over two columns of the head", `
Portofcall
----  ----
Hull  1`, false, ""},
	{"text before the first dashes", `
  Port  Tide
  ----  ----
1 Hull  high`, false, `
| Port | Tide |
| --- | --- |
| 1 Hull | high |`},
	{"wide letters", `
港口    潮汐、  x
------  ------  -
大阪    Ａ      1`, false, `
| 港口 | 潮汐、 | x |
| :-- | --- | --- |
| 大阪 | Ａ | 1 |`},
	{"letters of Europe", `
Élan    Mér
------  ------
où      là`, false, `
| Élan | Mér |
| :-- | :-- |
| où | là |`},
	{"tabs", "\nPort\tTide\n----    ----\nHull\thigh\nAyr\t\tlow", false, `
| Port | Tide |
| --- | --- |
| Hull | high |
| Ayr | low |`},
	{"dashes to the margin", `
A B
- -
1 2`, false, `
| A | B |
| --- | --- |
| 1 | 2 |`},
}

func TestAligned(t *testing.T) {
	for _, tt := range alignedTests {
		var head, rows []string
		rule := ""
		for _, l := range strings.Split(tt.text, "\n")[1:] {
			switch {
			case rule == "" && strings.Trim(l, "- ") == "":
				rule = l
			case rule == "":
				head = append(head, l)
			default:
				rows = append(rows, l)
			}
		}
		if got := strings.Join(Aligned(rule, head, rows, tt.multiline), "\n"); got != strings.TrimPrefix(tt.want, "\n") {
			t.Errorf("%s:\n%s\nwant%s", tt.name, got, tt.want)
		}
	}
}

// gridTests are drawn tables and what they become: nothing if the lines do not meet.
var gridTests = []struct{ name, text, want string }{
	{"a head", `
+-------+------+
| Port  | Tide |
+=======+======+
| Hull  | high |
+-------+------+
| Leith | low  |
+-------+------+`, `
| Port | Tide |
| --- | --- |
| Hull | high |
| Leith | low |`},
	{"no head", `
+-------+------+
| Hull  | high |
+-------+------+`, `
| | |
| --- | --- |
| Hull | high |`},
	{"alignment under the head", `
+-------+------+------+---+
| Port  | Tide | Moon | x |
+:=====:+:=====+=====:+===+
| Hull  | high | full | y |
+-------+------+------+---+`, `
| Port | Tide | Moon | x |
| :-: | :-- | --: | --- |
| Hull | high | full | y |`},
	{"alignment above", `
+:------+-----:+
| Hull  | high |
+-------+------+
| Leith | low  |
+-------+------+`, `
| | |
| :-- | --: |
| Hull | high |
| Leith | low |`},
	{"alignment below", `
+-------+------+
| Hull  | high |
+-------+-----:+`, `
| | |
| --- | --: |
| Hull | high |`},
	{"cells of several lines", `
+-------+------+
| Hull  | high |
| Leith |      |
|       |      |
| Ayr   |      |
+-------+------+`, `
| | |
| --- | --- |
| Hull Leith<br>Ayr | high |`},
	{"a cell over two columns", `
+-------+------+
| Port of call |
+=======+======+
| Hull  | high |
+-------+------+`, `
| Port of call | |
| --- | --- |
| Hull | high |`},
	{"a cell over two rows", `
+-------+------+
| Hull  | high |
|       +------+
| Leith | low  |
+-------+------+`, `
| | |
| --- | --- |
| Hull<br>Leith | high |
| | low |`},
	{"a cell over two rows on the right", `
+-------+------+
| Hull  | high |
+-------+      |
| Leith | low  |
+-------+------+`, `
| | |
| --- | --- |
| Hull | high<br>low |
| Leith | |`},
	{"a cell over two columns and rows", `
+---+---+---+
| a     | b |
|       +---+
|       | c |
+---+---+---+
| d | e | f |
+---+---+---+`, `
| | | |
| --- | --- | --- |
| a | | b |
| | | c |
| d | e | f |`},
	{"narrow columns", `
+-+-+
|a|b|
+-+ |
|c|d|
+-+-+`, `
| | |
| --- | --- |
| a | b<br>d |
| c | |`},
	{"colons in a cell", `
+----+----+
|:a  | b :|
+----+----+`, `
| | |
| --- | --- |
| :a | b : |`},
	{"one column", `
+------+
| Hull |
+------+`, `
| |
| --- |
| Hull |`},
	{"signs of rules in a cell", `
+-------+------+
| a = b | -    |
+-------+------+`, `
| | |
| --- | --- |
| a = b | - |`},
	{"indented", `
   +-------+------+
   | Hull  | high |
   +-------+------+  `, `
| | |
| --- | --- |
| Hull | high |`},
	{"wide letters", `
+------+---+
| 大阪 | x |
+------+---+`, `
| | |
| --- | --- |
| 大阪 | x |`},
	{"a line that ends before", `
+-------+------+
| Hull  | high
+-------+------+`, ""},
	{"a line that begins without a border", `
+-------+------+
  Hull  | high |
+-------+------+`, ""},
	{"text before the grid", `
 +------+------+
x| Hull | high |
 +------+------+`, ""},
	{"no rule at the end", `
+-------+------+
| Hull  | high |`, ""},
	{"no rule at the beginning", `
| Hull  | high |
+-------+------+`, ""},
	{"no grid", "\n| Hull |", ""},
	{"columns up to the limit", "\n+" + strings.Repeat("-+", maxGrid-1) + "\n|" + strings.Repeat("a|", maxGrid-1) + "\n+" + strings.Repeat("-+", maxGrid-1),
		"\n|" + strings.Repeat(" |", maxGrid-1) + "\n|" + strings.Repeat(" --- |", maxGrid-1) + "\n|" + strings.Repeat(" a |", maxGrid-1)},
	{"a column more", "\n+" + strings.Repeat("-+", maxGrid) + "\n|" + strings.Repeat("a|", maxGrid) + "\n+" + strings.Repeat("-+", maxGrid), ""},
}

func TestGrid(t *testing.T) {
	for _, tt := range gridTests {
		if got := strings.Join(Grid(strings.Split(tt.text, "\n")[1:]), "\n"); got != strings.TrimPrefix(tt.want, "\n") {
			t.Errorf("%s:\n%s\nwant%s", tt.name, got, tt.want)
		}
	}
}

// rowsText returns rows as cells apart by bars, and a line of a cell that does not begin a new one is
// its next.
func rowsText(rows [][]string) string {
	var out []string
	for _, row := range rows {
		out = append(out, strings.Join(row, "|"))
	}
	return strings.Join(out, "\n")
}

func TestListRows(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"lists", "* - Port\n  - Tide\n* - Hull\n  - high", "Port|Tide\nHull|high"},
		{"other marks", "+ * Port\n  * Tide\n- - Hull\n  -", "Port|Tide\nHull|"},
		{"text that goes on", "* - Port\n    of call\n\n  - Tide", "Port\nof call\n|Tide"},
		{"indented", "  * - Port\n    - Tide\n  * - Hull\n    - high", "Port|Tide\nHull|high"},
		{"a list in a cell", "* - Port\n    - Hull\n  - Tide\n  - * x", "Port\n- Hull|Tide|* x"},
		{"text before", "Ports:\n* - Hull", ""},
		{"nothing", "", ""},
	} {
		if got := rowsText(ListRows(strings.Split(tt.text, "\n"))); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCSVRows(t *testing.T) {
	for _, tt := range []struct{ name, header, text, delimiter, want string }{
		{"commas", "", "Port, Tide\n\"Hull, east\", high\nLeith", "", "Port|Tide\nHull, east|high\nLeith"},
		{"a header", "Port,Tide", "Hull,high", "", "Port|Tide\nHull|high"},
		{"tabs", "", "Hull, east\thigh", "tab", "Hull, east|high"},
		{"semicolons", "", "Hull, east;high", ";", "Hull, east|high"},
		{"bars", "", "Hull, east|high", "|", "Hull, east|high"},
		{"another", "", "Hull x east,high", "x", "Hull x east|high"},
		{"quotes within", "", `Hull "east",high`, "", `Hull "east"|high`},
	} {
		rows, err := CSVRows(tt.header, strings.Split(tt.text, "\n"), tt.delimiter)
		if got := rowsText(rows); err != nil || got != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}
