package text

import (
	"strings"
	"testing"
)

// lead is what stands before the lists of the tests.
var lead = "A Title\n\n" + long("Tides [1] follow the moon.") + "\n\n"
var listTests = []struct{ name, list, want string }{
	{
		"wrapped, without labels, blank lines or indentation",
		"References\n" +
			"Abel, N., Oke, B. & Wren, C. (1999). The reckoning of tides in\n" +
			"small harbours. Journal of Old Machines, 3(1), 1-9.\n" +
			"Lind, C. (1961). Sums of waves, and the wheels that made them\n" +
			"Tidal Letters, 7, 22.\n" +
			"Marsh, D. & Pool, E. (2004). A short history of the gauge. Harbour\n" +
			"Press, Quay.\n" +
			"van der Meer, J. (1970). Dikes and dunes. Annals of the Coast,\n" +
			"11, 204-219.\n",
		"|Abel, N., Oke, B. & Wren, C. (1999). The reckoning of tides in small harbours. Journal of Old Machines, 3(1), 1-9.\n" +
			"|Lind, C. (1961). Sums of waves, and the wheels that made them Tidal Letters, 7, 22.\n" +
			"|Marsh, D. & Pool, E. (2004). A short history of the gauge. Harbour Press, Quay.\n" +
			"|van der Meer, J. (1970). Dikes and dunes. Annals of the Coast, 11, 204-219.",
	},
	{
		"a dash for the author before",
		"Literature\nOke, B., 1950, Wheels, Harbour.\n—, 1951, Wheels again, Harbour.\nWren, A., 1901, The moon, Quay.\n",
		"|Oke, B., 1950, Wheels, Harbour.\n|—, 1951, Wheels again, Harbour.\n|Wren, A., 1901, The moon, Quay.",
	},
	{"numbers alone on their lines", "References\n1.\nOke B. Wheels. 1950.\n2.\nLind C. Waves.\n1961.\n", "1|Oke B. Wheels. 1950.\n2|Lind C. Waves. 1961."},
	{"numbers without a sign", "References\n* oke@example.org\n1 B. Oke, Wheels (Harbour, 1950).\n2 C. Lind, Waves,\n14 (1961).\n3 A. Wren, The moon (1901).\n", "1|B. Oke, Wheels (Harbour, 1950).\n2|C. Lind, Waves, 14 (1961).\n3|A. Wren, The moon (1901)."},
	{"a number that comes later is not jumped over", "References\n1. Oke, B. Wheels,\n4. edn. 1950.\n2. Lind, C. Waves, 1961.\n3. Wren, A. The moon. 1901.\n", "1|Oke, B. Wheels, 4. edn. 1950.\n2|Lind, C. Waves, 1961.\n3|Wren, A. The moon. 1901."},
	{"labels", "References\n\n[Oke50]  Oke, B., \"Wheels\",\n         1950.\n\n[Lind et al. 1961]  Lind, C., \"Waves\", 1961.\n", "Oke50|Oke, B., \"Wheels\", 1950.\nLind et al. 1961|Lind, C., \"Waves\", 1961."},
	{
		"in two parts",
		"7.  References\n\n7.1.  Normative References\n\n   [OKE]  Oke, B., \"Wheels\", 1950.\n\n7.2.  Informative References\n\n   [LIND]  Lind, C., \"Waves\", 1961.\n\nAuthor's Address\n\n   A. Wren\n",
		"OKE|Oke, B., \"Wheels\", 1950.\nLIND|Lind, C., \"Waves\", 1961.",
	},
	{"letter-spaced", "R E F E R E N C E S\nOke B., 1950, Wheels, 3, 1\nWren A., 1901, The moon, 7, 2\n", "|Oke B., 1950, Wheels, 3, 1\n|Wren A., 1901, The moon, 7, 2"},
	{"footnotes that are references", "Footnotes\n=========\n\n[1] Oke, B. Wheels. https://example.org/wheels\n[2] Lind, C. Waves. 1961.\n", "1|Oke, B. Wheels. https://example.org/wheels\n2|Lind, C. Waves. 1961."},
	{"ends before the legends", "References\n\n1. Oke, B. Wheels. 1950.\n2. Lind, C. Waves. 1961.\n\nFigure legends\n\n1. The wheel of 1950.\n", "1|Oke, B. Wheels. 1950.\n2|Lind, C. Waves. 1961."},
	{"words and addresses are joined", "References\n1. Oke, B. The reckon-\ning wheel. https://example.org/\nwheels. 1950.\n2. Lind, C. Low-\nwater marks. 1961.\n", "1|Oke, B. The reckoning wheel. https://example.org/wheels. 1950.\n2|Lind, C. Low-water marks. 1961."},
}

func TestListLayouts(t *testing.T) {
	for _, tt := range listTests {
		t.Run(tt.name, func(t *testing.T) {
			if got := references(read(lead + tt.list)); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestListAlone(t *testing.T) {
	numbered := "1. Oke, B. (1950). Wheels. Tidal Letters, 3(1), 1-9.\n2. Lind, C. (1961). Waves. Tidal Letters, 7, 22-30.\n"
	named := "Lind, C. (1961). Waves. Tidal Letters, 7, 22-30.\n\nOke, B. (1950). Wheels. Tidal Letters, 3(1), 1-9.\n\nWren, A. (1901). The moon. Quay Review, 2, 4-8.\n"
	tests := []struct {
		name, text string
		want       int
	}{
		{"numbered", numbered, 2},
		{"numbered, with a heading", "References\n\n" + numbered, 2},
		{"by author", named, 3},
		{"by author, close together", strings.ReplaceAll(named, "\n\n", "\n"), 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := len(read(tt.text).References); got != tt.want {
				t.Errorf("%d references, want %d", got, tt.want)
			}
		})
	}
}

func TestNoList(t *testing.T) {
	tests := []struct{ name, end string }{
		{"steps", "1. Take the wheel off.\n2. Oil it.\n3. Put it back before 1950.\n"},
		{"ingredients", "Ingredients\n\n200 g flour\n3 eggs\nSalt\n"},
		{"minutes", "1. Minutes of 12 May 2019 were read.\n2. The budget for 2020 was agreed on.\n3. The next meeting is on 7 June 2019.\n"},
		{"sources that are a paragraph", "Sources\n\n" + long("The river has three of them.") + "\n"},
		{"dates of a life", "1901 Born at Quay.\n\n1950 Made the wheel.\n\n1961 Died at sea.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := references(read(lead + tt.end)); got != "" {
				t.Errorf("took for references: %s", got)
			}
		})
	}
}

// TestListHeading asks for the heading above a list, which is one of a section whatever signs
// stand under it.
func TestListHeading(t *testing.T) {
	list := "[1] Oke, B. (1950). Old wheels. Tidal Letters, 3(1), 1-9.\n[2] Lind, C. (1961). Sums of waves. Tidal Letters, 7, 22-30.\n"
	for text, want := range map[string]string{
		"References:\n" + list: "## References", "Sources\n-------\n" + list: "## Sources", "References\n\nReferences\n" + list: "## References", list: "## References",
	} {
		body := read(lead + text).Body.String()
		if got := strings.Count(body, "# "); got != 2 || !strings.Contains(body, "\n"+want+"\n") {
			t.Errorf("%q: %q", text[:20], body)
		}
	}
}
