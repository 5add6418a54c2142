package levels

import (
	"strings"
	"testing"
)

// drawn returns the heading that a line of a test draws: its size, its style, its number and its text. The styles are
// b for bold, i for italic, c for capitals and
// g for another font; ^ says that the next heading stands close below it.
func drawn(t *testing.T, line string) *Heading {
	t.Helper()
	parts := strings.SplitN(line, " ", 3)
	if len(parts) < 3 {
		t.Fatalf("%q is no heading", line)
	}
	h := &Heading{Text: parts[2], Bold: strings.Contains(parts[1], "b"), Italic: strings.Contains(parts[1], "i"), Capitals: strings.Contains(parts[1], "c"), Above: strings.Contains(parts[1], "^")}
	if strings.Contains(parts[1], "g") {
		h.Font = "Grotesk"
	}
	for _, r := range parts[0] {
		h.Size = 10*h.Size + float64(r-'0')
	}
	if number, _, ok := strings.Cut(h.Text, " "); ok && strings.ContainsAny(number[:1], "0123456789ABI") {
		h.Number = strings.TrimSuffix(number, ".")
	}
	return h
}

func TestSet(t *testing.T) {
	for _, tt := range []struct{ name, headings, levels string }{
		{"numbers", "12 b 1 Tides|10 b 1.1 Ebb|10 i 1.1.1 Neaps|12 b 2 Winds", "2342"},
		{"those that look like one with a number", "12 b 1 Tides|10 i Ebb|12 b Thanks", "232"},
		{"sizes", "14 - Tides|12 - Ebb|11 - Neaps|14 - Winds", "2342"},
		{"italics below bold", "10 b Tides|10 i Ebb|10 b Winds", "232"},
		{"no italics below italics in bold", "10 b Tides|10 bi Ebb", "22"},
		{"small letters below capitals", "10 bc TIDES|10 b Ebb|10 bc WINDS", "232"},
		{"Roman numerals above letters, which are larger", "8 c I. TIDES|10 i A. Ebb|10 i B. Flood|8 c II. WINDS|8 c THANKS", "23322"},
		{"letters without Roman numerals", "12 b 1. Tides|12 b A. Tables", "22"},
		{"no level is left out", "12 b 1 Tides|10 b 1.1.1 Neaps|10 b 1.1 Ebb", "233"},
		{"many sizes", "20 - A|18 - B|16 - C|14 - D|12 - E|11 - F|10 - G", "2345555"},
		{"smaller ones after each other", "16 - A|14 - B|12 - C|14 - D|10 - E|10 - F|10 - G", "2343444"},
		{"those of another font below some", "12 b Introduction|12 b^ Tides|12 bg Ebb|12 bg Flood|12 b^ Winds|12 bg Gales|12 b Thanks", "2233232"},
		{"those of another font below one", "12 b Tides|12 b^ Winds|12 bg Gales", "222"},
		{"those of one font below others", "12 b^ Introduction|12 b Tides|12 b Ebb|12 b^ Winds|12 b Gales|12 bc EEG|12 b Discussion|12 b Thanks", "23323323"},
		{"an abstract set like the parts of sections in capitals", "10 b Abstract|10 bc TIDES|10 b Ebb|10 bc WINDS", "2232"},
		{"an abstract set like all", "10 b Abstract|10 b Tides|12 b Ebb", "222"},
		{"small headings of what stands behind", "10 b Tides|8 b Author contributions|8 b Funding|8 b References", "2222"},
		{"those set like parts of sections", "10 b Tides|8 b Ebb|10 b Winds|8 b Funding|8 b References", "23232"},
		{"parts of declarations", "10 b Tides|10 b Declarations|8 b Funding|8 b Acknowledgments", "2233"},
		{"several lists", "10 b Tides|8 b References|10 b Winds|8 b Ebb|8 b References", "23233"},
		{"keywords", "12 b Abstract|10 b Author Keywords|10 b Categories and Subject Descriptors|12 b Tides", "2222"},
		{"nearly one size", "12 - Tides|12 - Winds", "22"},
	} {
		var all []*Heading
		for _, line := range strings.Split(tt.headings, "|") {
			all = append(all, drawn(t, line))
		}
		Set(all)
		var got strings.Builder
		for _, h := range all {
			got.WriteByte('0' + byte(h.Level))
		}
		if got.String() != tt.levels {
			t.Errorf("%s: %s, want %s", tt.name, got.String(), tt.levels)
		}
	}
}

// A known level stays, and is that of the headings that look alike.
func TestKnownLevels(t *testing.T) {
	all := []*Heading{{Text: "Tides", Size: 10, Level: 2}, {Text: "Ebb", Size: 12, Level: 3}, {Text: "Flood", Size: 12.2}, {Text: "Winds", Size: 10}}
	Set(all)
	if all[0].Level != 2 || all[1].Level != 3 || all[2].Level != 3 || all[3].Level != 2 {
		t.Errorf("%d %d %d %d", all[0].Level, all[1].Level, all[2].Level, all[3].Level)
	}
}
