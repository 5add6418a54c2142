package pdfium_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
)

var update = flag.Bool("update", false, "write the font")

// font returns a font with one glyph, a box as large as its type, for all letters that it does not have: which are all
// (OpenType 1.9; a table is its name and its contents).
func font() []byte {
	pack := func(values ...any) []byte {
		var b bytes.Buffer
		for _, v := range values {
			if n, ok := v.(int); ok {
				v = int16(n)
			}
			_ = binary.Write(&b, binary.BigEndian, v)
		}
		return b.Bytes()
	}
	const em, ascent, descent = 1000, 880, -120
	box := pack(1, 0, descent, em, ascent, 3, 0, []byte{1, 1, 1, 1}, 0, em, 0, -em, descent, 0, em, 0)
	family, style := utf16.Encode([]rune("Substitute")), utf16.Encode([]rune("Regular"))
	const shiftJIS, simplified, korean, traditional = 1 << 17, 1 << 18, 1 << 19, 1 << 20
	tables := []struct {
		name     string
		contents []byte
	}{
		{"OS/2", pack(1, em, 400, 5, 0, make([]int16, 11), make([]byte, 10), make([]uint32, 4), []byte("    "), 0x40, 0, 0xffff-0x10000,
			ascent, descent, 0, ascent, -descent, uint32(shiftJIS|simplified|korean|traditional), uint32(0))},
		{"cmap", pack(0, 1, 3, 10, uint32(12), 13, 0, uint32(28), uint32(0), uint32(1), uint32(0), uint32(unicode.MaxRune), uint32(1))}, // all letters
		{"glyf", box},
		{"head", pack(1, 0, 1, 0, uint32(0), uint32(0x5f0f3cf5), 0, em, uint64(0), uint64(0), 0, descent, em, ascent, 0, 8, 2, 0, 0)},
		{"hhea", pack(1, 0, ascent, descent, 0, em, 0, 0, em, 1, 0, 0, make([]int16, 5), 1)},
		{"hmtx", pack(em, 0, 0)},
		{"loca", pack(0, 0, len(box)/2)},
		{"maxp", pack(1, 0, 2, 4, 1, 0, 0, 1, make([]int16, 8))},
		{"name", pack(0, 2, 30, 3, 1, 0x409, 1, 2*len(family), 0, 3, 1, 0x409, 2, 2*len(style), 2*len(family), family, style)},
	}
	n := len(tables)
	out := pack(1, 0, n, 128, 3, 16*n-128)
	at := len(out) + 16*n
	var body []byte
	for _, t := range tables {
		padded := append(slices.Clone(t.contents), make([]byte, (4-len(t.contents)%4)%4)...)
		sum := uint32(0)
		for i := 0; i < len(padded); i += 4 {
			sum += binary.BigEndian.Uint32(padded[i:])
		}
		out = append(out, pack([]byte(t.name), sum, uint32(at+len(body)), uint32(len(t.contents)))...)
		body = append(body, padded...)
	}
	return append(out, body...)
}

// Letters of a font that is not in the file are read, also where each is placed alone.
func TestSubstitute(t *testing.T) {
	if *update {
		if err := os.WriteFile("fonts/substitute.ttf", font(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("fonts/substitute.ttf")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(kept, font()) {
		t.Error("the font is another: go test -run Substitute -update")
	}
	for name, c := range map[string]struct{ font, encoding, ordering, codes, want string }{
		"simplified Chinese":        {"SimSun", "GBK-EUC-H", "GB1", "B3B1 CFAB", "潮汐"},
		"of Unicode":                {"STSong-Light", "UniGB-UCS2-H", "GB1", "6F6E 6C50", "潮汐"},
		"traditional Chinese":       {"MSung-Light", "UniCNS-UCS2-H", "CNS1", "6F6E 6C50", "潮汐"},
		"Japanese":                  {"HeiseiMin-W3", "90ms-RKSJ-H", "Japan1", "92AA 8EAC", "潮汐"},
		"Japanese of CIDs":          {"Ryumin-Light", "Identity-H", "Japan1", "0C1D 0C1E", ""},
		"Korean":                    {"HYSMyeongJo-Medium", "KSCms-UHC-H", "Korea1", "C1B6 BCAE", "조석"},
		"a font that nobody knows":  {"Nowhere", "UniJIS-UCS2-H", "Japan1", "6F6E 6C50", "潮汐"},
		"bold, and with a long tag": {"ABCDEF+SimHei,Bold", "GBK-EUC-H", "GB1", "B3B1 CFAB", "潮汐"},
	} {
		var content strings.Builder
		x := "BT /F1 11 Tf 72 700 Td "
		for code := range strings.FieldsSeq(c.codes) {
			content.WriteString(x + "<" + code + "> Tj ET ")
			x = "BT /F1 11 Tf 83 700 Td "
		}
		data := file("", "", content.String(), "<< >>",
			"<< /Type /Font /Subtype /Type0 /BaseFont /"+c.font+" /Encoding /"+c.encoding+" /DescendantFonts [12 0 R] >>",
			"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /"+c.font+" /CIDSystemInfo << /Registry (Adobe) /Ordering ("+c.ordering+") /Supplement 2 >> /DW 1000 >>")
		data = bytes.Replace(data, []byte("/F1 4 0 R"), []byte("/F1 11 0 R"), 1)
		p, err := open(t, data).Page(1)
		if err != nil {
			t.Fatal(err)
		}
		if got := text(p); got != c.want && (c.want != "" || len([]rune(got)) != 2) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
