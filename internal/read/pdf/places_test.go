package pdf

import (
	"math"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdftest"
)

// What a file may say: places of a page, and others, which no page has.
var (
	places = []float64{50, 100, 112, 124, 310, 400, 700, 0, -40, 1e4, -1e4, 1e7, 1e17, 1e30, -1e30, 1e-6, math.Inf(1), math.Inf(-1), math.NaN()}
	sizes  = []float64{10, 10, 8, 14, 0, 1e-6, 1e-30, 300, 1e6, 1e30, math.Inf(1), math.NaN()}
	widths = []float64{600, 800, 1, 0, -600, 1e-6, 14_400, 1e9, 1e30, math.Inf(1), math.NaN()}
	texts  = []string{"Tides", prose[:60], more[:60], "1. Moon", "Table 1. Tides.", "3.1  4.2  5", "∑", "(2)", "[1] Berg, A. (1991). Tides.", "•", "References", "x = y", "-"}
)

// sheetOf returns a page whose lines stand where data says: a place across, one down, a size and a text for each.
func sheetOf(width, height byte, data []byte) *pdftest.Sheet {
	s := pdftest.NewSheet()
	pick := func(from []float64, b byte) float64 { return from[int(b)%len(from)] }
	s.Frame = page.NewFrame(0, 0, pick(widths, width), pick(widths, height), 0)
	for ; len(data) >= 4; data = data[4:] {
		s.Size = pick(sizes, data[2])
		x, y := pick(places, data[0]), pick(places, data[1])
		if data[3]&0x80 != 0 {
			s.Rules = append(s.Rules, page.Rect{Left: x, Right: x + s.Size*20, Top: y, Bottom: y + 1})
			s.Pictures = append(s.Pictures, page.Rect{Left: y, Right: y + s.Size, Top: x, Bottom: x + s.Size})
			continue
		}
		s.Line(x, y, texts[int(data[3])%len(texts)])
	}
	return s
}

// FuzzPlaces holds that a page is read whatever its measures and the places of its text are, and that neither blanks
// nor signs of ours become many times as much as it has.
func FuzzPlaces(f *testing.F) {
	var columns, table []byte
	for i := range byte(12) {
		columns = append(columns, 0, i, 0, 1, 4, i, 0, 2)
		table = append(table, 0, i%7, 0, 5, 4, i%7, 0, 5, 12, i%7, 0, 0)
	}
	for i := range byte(len(widths)) {
		f.Add(i, byte(1), columns)
		f.Add(byte(0), i, table)
	}
	for i := range byte(len(places)) {
		f.Add(byte(0), byte(1), append([]byte{i, 1, 0, 1, 1, i, 0, 1, i, i, 0, 0x80}, columns...))
		f.Add(byte(0), byte(1), append([]byte{1, 2, i, 1, i, 2, i, 5}, table...))
	}
	f.Fuzz(func(t *testing.T, width, height byte, data []byte) {
		s := sheetOf(width, height, data[:min(len(data), 400)])
		d, err := Read(sheets{all: []*pdftest.Sheet{s, nil, s}}, 0)
		if err != nil {
			return
		}
		body := d.Draft().Body.String()
		if most := 10_000 + 1000*len(s.Glyphs); len(body) > most || strings.Count(body, "\n") > most/100 {
			t.Errorf("%d glyphs become %d bytes, %d lines", len(s.Glyphs), len(body), strings.Count(body, "\n"))
		}
	})
}
