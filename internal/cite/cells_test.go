package cite

import (
	"testing"

	"etal/internal/article"
)

func TestCells(t *testing.T) {
	const marks = "Waters [1], nets [2]\n\n"
	for _, tt := range []struct{ name, table, want string }{
		{"a column of references", "| Site | Ref. |\n| --- | --- |\n| North | 3, 5 |\n| 4 | 1–3 |\n", " 3, 5→3,5 1–3→1,2,3"},
		{"raised, with a note, in bold", "| **References** | n |\n| --- | --- |\n| ^4^ | 2 |\n| (3)a | 1 |\n", " 4→4 3→3"},
		{"in another language", "| Literatur | x |\n| --- | --- |\n| 4 | 2 |\n", " 4→4"},
		{"no such column", "| Site | Number |\n| --- | --- |\n| North | 3 |\n", ""},
		{"words, and numbers that the list lacks", "| Ref. | n |\n| --- | --- |\n| 3 boats | 2 |\n| 7 | 1 |\n|  | 1 |\n", ""},
		{"two tables", "| Ref. | n |\n| --- | --- |\n| 3 | 2 |\n\n| n | Ref. |\n| --- | --- |\n| 1 | 4 \\| 5 |\n| 2 | 5 |\n", " 3→3 5→5"},
	} {
		text := marks + tt.table
		if got, want := show(found(text, []article.Span{{End: len(marks)}}, upTo(5))), "[1]→1 [2]→2"+tt.want; got != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, want)
		}
	}
}

// An interval behind a number in a cell is no citation; elsewhere, and behind words, a range is.
func TestIntervals(t *testing.T) {
	const marks = "Waters [1], nets [2]"
	for _, tt := range []struct{ text, want string }{
		{"\n| Bay | 12 [3–5] |\n", ""},
		{"\n| 12% \\[3-5\\] | ~0.8 [3, 5] | 12.5 [3 to 5] | 1,200 [3; 5] | **7** [3–5] |\n", ""},
		{"\n| 12 (3) [3–5] | 9 [3–4]; 8 [4–5] |\n", ""},
		{"\n| 12 [3] | Oke 12 [3–5] | Oke [3,4] |\n", " [3]→3 [3–5]→3,4,5 [3,4]→3,4"},
		{"\nBay | 12 [3–5]", " [3–5]→3,4,5"},
	} {
		text := marks + tt.text
		if got, want := show(found(text, []article.Span{{End: len(text)}}, upTo(5))), "[1]→1 [2]→2"+tt.want; got != want {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, got, want)
		}
	}
}
