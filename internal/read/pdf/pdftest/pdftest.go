// Package pdftest helps tests that read PDFs: with a parser whose compiled code all packages share, and
// with small files.
//
// [Engine] is the parser, [File] makes a file. Only tests may import it. It must not know what is read
// of a PDF.
package pdftest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"etal/internal/read/pdf/pdfium"
)

// Cache returns the folder in which tests keep what [Engine] compiles, as $XDG_CACHE_HOME for a program.
// The first test on a machine compiles it, in some seconds, or a minute under the race detector.
func Cache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	return filepath.Join(folder, "etal-test")
}

// Engine returns the parser of a test's process.
var Engine = sync.OnceValue(func() *pdfium.Engine { return pdfium.New(filepath.Join(Cache(), "etal"), nil) })

// File returns a PDF whose pages hold lines of text, encrypted unless the password is empty.
func File(password string, pages ...[]string) []byte {
	w := &writer{}
	w.write("%PDF-1.4\n")
	if password != "" {
		w.encrypt(password)
	}
	w.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", firstPage+2*i))
	}
	w.object(2, fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(pages)))
	w.object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
	for i, lines := range pages {
		n := firstPage + 2*i
		w.object(n, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", n+1))
		w.stream(n+1, content(lines))
	}
	return w.end()
}

// firstPage is the number of the object that is the first page; its content has the next.
const firstPage = 5

// content returns the operators that show lines from the top of a page.
func content(lines []string) string {
	var b strings.Builder
	b.WriteString("BT /F1 11 Tf 14 TL 72 760 Td\n")
	for _, l := range lines {
		fmt.Fprintf(&b, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(l))
	}
	b.WriteString("ET")
	return b.String()
}

// A writer writes the objects of a PDF.
type writer struct {
	bytes.Buffer
	starts  []int  // of objects, by their numbers
	key     []byte // of the encryption, nil for none
	trailer string // entries of it
}

func (w *writer) write(s string) { w.WriteString(s) }

func (w *writer) object(n int, body string) {
	for len(w.starts) <= n {
		w.starts = append(w.starts, 0)
	}
	w.starts[n] = w.Len()
	w.write(fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, body))
}

func (w *writer) stream(n int, data string) {
	if w.key != nil {
		data = w.encrypted(n, data)
	}
	w.object(n, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(data), data))
}

// end writes the table of objects and returns the file.
func (w *writer) end() []byte {
	at := w.Len()
	w.write(fmt.Sprintf("xref\n0 %d\n", len(w.starts)))
	for _, start := range w.starts {
		if start == 0 {
			w.write("0000000000 65535 f \n")
		} else {
			w.write(fmt.Sprintf("%010d 00000 n \n", start))
		}
	}
	w.write(fmt.Sprintf("trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", len(w.starts), w.trailer, at))
	return w.Bytes()
}
