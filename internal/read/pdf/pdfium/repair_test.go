package pdfium_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/page"
	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/pdf/pdftest"
)

// packed returns a PDF whose pages are packed in a stream of objects, without its end.
func packed(t *testing.T) []byte {
	t.Helper()
	objects := []string{
		"<< /Type /Page /MediaBox [0 0 595 842] /Resources << /Font << /F1 8 0 R >> >> /Contents 9 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
	}
	head := fmt.Sprintf("7 0 8 %d ", len(objects[0])+1)
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	if _, err := w.Write([]byte(head + strings.Join(objects, " "))); err != nil {
		t.Fatal(err)
	}
	w.Close()
	const content = "BT /F1 11 Tf 72 700 Td (Tides follow) Tj ET"
	return fmt.Appendf(nil, "%%PDF-1.5\n9 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n"+
		"10 0 obj\n<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n11 0 obj\n<< /Type /Pa",
		len(content), content, len(head), z.Len(), z.Bytes())
}

// text returns the letters of a page.
func text(p *page.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteRune(g.Rune)
	}
	return strings.TrimSpace(b.String())
}

// Of a damaged file the pages that are whole are read.
func TestRepair(t *testing.T) {
	whole := pdftest.File("", []string{"Tides follow"}, []string{"the moon."})
	locked := pdftest.File("moon", []string{"Tides follow"})
	for name, c := range map[string]struct {
		data     []byte
		repaired bool
		pages    []string // nil: damaged
	}{
		"whole":             {whole, false, []string{"Tides follow", "the moon."}},
		"end cut":           {whole[:bytes.LastIndex(whole, []byte("xref\n0"))], true, []string{"Tides follow", "the moon."}},
		"second page cut":   {whole[:bytes.Index(whole, []byte("7 0 obj"))], true, []string{"Tides follow"}},
		"packed, end cut":   {packed(t), true, []string{"Tides follow"}},
		"packed and broken": {bytes.ReplaceAll(packed(t), []byte("/First "), []byte("/First 99")), false, nil},
		"encrypted":         {locked[:len(locked)/2], false, nil},
		"no page":           {whole[:40], false, nil},
		"no PDF":            {[]byte("<html>1 0 obj</html>"), false, nil},
		"empty":             {nil, false, nil},
	} {
		d, err := pdftest.Engine().Open(c.data, "")
		if c.pages == nil {
			if !errors.Is(err, pdfium.ErrDamaged) {
				t.Errorf("%s: error %v", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		defer d.Close()
		if d.Repaired != c.repaired || d.Pages() != len(c.pages) {
			t.Errorf("%s: repaired %v, %d pages", name, d.Repaired, d.Pages())
			continue
		}
		for i, want := range c.pages {
			if p, err := d.Page(i + 1); err != nil || text(p) != want {
				t.Errorf("%s: page %d: %v, %v, want %q", name, i+1, p, err, want)
			}
		}
	}
}
