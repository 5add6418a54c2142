package pdf_test

import (
	"fmt"
	"slices"
	"testing"

	"etal/internal/read/pdf"
	"etal/internal/read/pdf/pdftest"
)

// BenchmarkRead reads PDFs of several lengths, and the beginning of the longest.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		data := longPDF(n)
		b.Run(fmt.Sprintf("%d pages", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := pdftest.Engine().Open(data, "")
				if err != nil {
					b.Fatal(err)
				}
				if _, err := pdf.Read(d, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	data := longPDF(100)
	b.Run("beginning", func(b *testing.B) {
		for b.Loop() {
			d, err := pdftest.Engine().Open(data, "")
			if err != nil {
				b.Fatal(err)
			}
			if _, begun, err := pdf.Beginning(d); err != nil || begun == 0 {
				b.Fatal(begun, err)
			}
		}
	})
}

// longPDF returns a PDF of so many pages of text, each with a running head.
func longPDF(pages int) []byte {
	var all [][]string
	for i := range pages {
		lines := []string{"Tidal Letters", "", fmt.Sprintf("%d. The harbour of year %d", i+1, 1900+i), ""}
		lines = append(lines, slices.Repeat([]string{"The tide tables of the harbour had been kept by hand for ninety years, as sailors"}, 38)...)
		all = append(all, append(lines, "knew."))
	}
	return pdftest.File("", all...)
}
