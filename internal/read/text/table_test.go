package text

import (
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
)

// bodyOf returns the Markdown of a text between two paragraphs.
func bodyOf(text string) string {
	body := Read(safe.New("Tides\n\nThe moon pulls the sea.\n\n" + text + "\n\nIt was so.\n")).Draft().Body.String()
	body = strings.TrimSuffix(strings.TrimSpace(body), "It was so.")
	return strings.TrimSpace(strings.TrimPrefix(body, "# Tides\n\nThe moon pulls the sea."))
}

var tableTests = []struct{ name, text, want string }{
	{"tabs", "Port\tRise\nBay\t3.1\nQuay\t2.0", "| Port | Rise |\n|---|---|\n| Bay | 3.1 |\n| Quay | 2.0 |"},
	{"an empty first head, a ragged row, a section", "\tRise\tRef.\nNorth\nBay\t3.1\t[1]\tnew\nQuay\t2.0",
		"|  | Rise | Ref. |  |\n|---|---|---|---|\n| North |  |  |  |\n| Bay | 3.1 | [1] | new |\n| Quay | 2.0 |  |  |"},
	{"empty first cells", "Port\tRise\tRef.\nBay\t3.1\t[1]\n\t2.9\t[2]", "| Port | Rise | Ref. |\n|---|---|---|\n| Bay | 3.1 | [1] |\n|  | 2.9 | [2] |"},
	{"a head over the columns", "    Rise in m\nPort\tRise\nBay\t3.1", "| Rise in m: Port | Rise |\n|---|---|\n| Bay | 3.1 |"},
	{"a caption", "Table 1. Rises\nPort\tRise\nBay\t3.1", "Table 1. Rises\n\n| Port | Rise |\n|---|---|\n| Bay | 3.1 |"},
	{"a grid", "+------+------+\n| Port | Rise |\n+======+======+\n| Bay  | 3.1  |\n+------+------+", "| Port | Rise |\n|---|---|\n| Bay | 3.1 |"},
	{"a grid whose rows have lines", "+------+------+\n| Port | Rise |\n+======+======+\n| Bay  | 3.1  |\n| of   | m    |\n+------+------+\n| Quay | 2.0  |\n+------+------+",
		"| Port | Rise |\n|---|---|\n| Bay of | 3.1 m |\n| Quay | 2.0 |"},
	{"rows of MySQL", "+----+------+\n| id | port |\n+----+------+\n|  1 | bay  |\n|  2 | quay |\n+----+------+", "| id | port |\n|---|---|\n| 1 | bay |\n| 2 | quay |"},
	{"rows of psql", " id | port\n----+------\n  1 | bay", "| id | port |\n|---|---|\n| 1 | bay |"},
	{"bars alone", "| Port | Rise |\n| Bay | 3.1 |", "| Port | Rise |\n|---|---|\n| Bay | 3.1 |"},
	{"a drawn box", "┌──────┬─────┐\n│ Port │ m   │\n├──────┼─────┤\n│ Bay  │ 3.1 │\n└──────┴─────┘", "| Port | m |\n|---|---|\n| Bay | 3.1 |"},
	{"an interval and a citation", "Port\tRise\nBay\t12 [3–9]\nQuay\t7 [1]", "| Port | Rise |\n|---|---|\n| Bay | 12 [3–9] |\n| Quay | 7 [1] |"},
	{"boxes with an arrow", "+---+    +---+\n| A |--->| B |\n+---+    +---+", "```\n+---+    +---+\n| A |--->| B |\n+---+    +---+\n```"},
	{"bits", "+-+-+-+-+-+-+\n|  Type     |\n+-+-+-+-+-+-+", "```\n+-+-+-+-+-+-+\n|  Type     |\n+-+-+-+-+-+-+\n```"},
	{"cells that span", "+---+---+\n| Rises |\n+---+---+\n| 1 | 2 |\n+---+---+", "```\n+---+---+\n| Rises |\n+---+---+\n| 1 | 2 |\n+---+---+\n```"},
	{"rules of one cell and of two", "+---+\n| A |\n+-+-+", "```\n+---+\n| A |\n+-+-+\n```"},
	{"rules of two cells and of one", "+-+-+\n|A|B|\n+---+", "```\n+-+-+\n|A|B|\n+---+\n```"},
	{"code", "int main() {\n    return 0;\n}", "```\nint main() {\n    return 0;\n}\n```"},
	{"code with blank lines", "def tide(port):\n    m = rise(port)\n\n    if m > 3:\n        print(m)", "```\ndef tide(port):\n    m = rise(port)\n\n    if m > 3:\n        print(m)\n```"},
	{"code that is set in", "    for f in *; do\n        echo \"$f\"\n    done", "```\nfor f in *; do\n    echo \"$f\"\ndone\n```"},
	{"verse", "The sea is calm to-night;\n    the tide is full,\nthe moon lies fair\n    upon the straits", "```\nThe sea is calm to-night;\n    the tide is full,\nthe moon lies fair\n    upon the straits\n```"},
	{"prose with an equation", "We took h = 3 as the height, and the rest\nfollowed from it", "We took h = 3 as the height, and the rest followed from it"},
	{"a list of keys", "- port: the bay\n- rise: three metres", "- port: the bay\n\n- rise: three metres"},
}

func TestTables(t *testing.T) {
	for _, tt := range tableTests {
		if got := bodyOf(tt.text); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// A text that is code as a whole keeps every line, in parts that end at blank ones.
func TestReadCode(t *testing.T) {
	source := strings.Repeat(strings.Repeat("x = 1\n", 30)+"\n", 4)
	d := ReadCode(safe.New(source), "python")
	if got := d.Draft().Body.String(); len(d.Blocks) != 2 || strings.Count(got, "x = 1\n") != 120 || strings.Count(got, "```python") != 2 {
		t.Errorf("%d blocks: %q", len(d.Blocks), got)
	}
	if got := ReadCode(safe.New("diff --git a/a b/a\n@@ -1 +1 @@\n-low\n+high\n"), "").Draft().Body.String(); !strings.HasPrefix(got, "```diff\n") {
		t.Errorf("%q", got)
	}
}

// A URL in a text ends before a tag.
func TestTaggedURLs(t *testing.T) {
	text := "Tides\n\nSee https://example.org/1</link> and (https://example.org/2</u>), or https://example.org/3.\n\nWords.\n"
	a := &article.Article{}
	Read(safe.New(text)).Draft().Fill(a)
	got := ""
	for _, l := range a.Links {
		got += l.URL.String() + " "
	}
	if want := "https://example.org/1 https://example.org/2 https://example.org/3 "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
