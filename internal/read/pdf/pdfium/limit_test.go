package pdfium_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"etal/internal/read/pdf/pdfium"
	"etal/internal/read/pdf/pdftest"
)

// deflated returns a stream of zeros deflated a number of times.
func deflated(size, times int) string {
	data := make([]byte, size)
	for range times {
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		_, _ = z.Write(data)
		_ = z.Close()
		data = b.Bytes()
	}
	return fmt.Sprintf("<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream", len(data), strings.Repeat("/FlateDecode ", times), data)
}

// A small file that unpacks to more than PDFium may take is an error, as is one that is larger itself; others are
// read after it.
func TestMemoryLimit(t *testing.T) {
	bomb := file("", "", "", "<< >>", deflated(48<<20, 2))
	bomb = bytes.Replace(bomb, []byte("/Contents 5 0 R"), []byte("/Contents 11 0 R"), 1)
	if len(bomb) > 10<<10 {
		t.Fatalf("it has %d bytes", len(bomb))
	}
	// A slow machine may not come so far.
	if _, err := open(t, bomb).Page(1); !errors.Is(err, pdfium.ErrMemory) && !errors.Is(err, pdfium.ErrTime) {
		t.Errorf("the small file: %v", err)
	}
	large := append(pdftest.File("", []string{"Tides."}), make([]byte, 96<<20)...)
	if _, err := pdftest.Engine().Open(large, ""); !errors.Is(err, pdfium.ErrMemory) {
		t.Errorf("the large file: %v", err)
	}
	if p, err := open(t, pdftest.File("", []string{"Tides."})).Page(1); err != nil || text(p) != "Tides." {
		t.Errorf("behind them: %v", err)
	}
}
