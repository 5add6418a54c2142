package read

import (
	"bytes"
	"path/filepath"
	"strings"

	"etal/internal/doc"
	"etal/internal/read/pdf"
	"etal/internal/read/pdf/pdfium"
)

// pdfHead is how far from the start of a file the sign of a PDF may stand (ISO 32000-1, annex H).
const pdfHead = 1024

func isPDF(_ Reader, s *source) bool {
	return bytes.Contains(s.data[:min(len(s.data), pdfHead)], []byte("%PDF-")) ||
		strings.EqualFold(filepath.Ext(s.base), ".pdf")
}

func readPDF(r Reader, s *source) (*doc.Draft, bool) { return s.draft(r.pdf(s.data, 0)) }

// beginningPages is how many pages of a PDF are read first.
const beginningPages = 2

func beginPDF(r Reader, s *source) (*doc.Draft, bool) {
	return s.draft(r.pdf(s.data, beginningPages))
}

// pdf returns the document of a PDF, or of its first pages unless limit is 0.
func (r Reader) pdf(data []byte, limit int) (*doc.Document, error) {
	engine := r.PDF
	if engine == nil {
		engine = pdfium.New("", nil)
	}
	source, err := engine.Open(data, "")
	if err != nil {
		return nil, err
	}
	defer source.Close()
	return pdf.Read(source, limit)
}
