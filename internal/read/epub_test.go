package read

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"etal/internal/article"
)

// archiveOf returns a zip archive of files: a name and a content each, in turn.
func archiveOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		method := zip.Deflate
		if files[i] == "mimetype" {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bookOf returns the files of a book with a chapter after its container and package document.
func bookOf(chapter string) []string {
	return []string{
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`,
		"b.opf", `<package><metadata><title>Tides</title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
		"a.xhtml", "<html><body>" + chapter + "</body></html>",
	}
}

// A binary format is told by the bytes, where they leave a doubt by the name, and by the caller.
func TestBinary(t *testing.T) {
	files := bookOf("<p>The moon pulls the sea.</p>")
	book := archiveOf(t, append([]string{"mimetype", "application/epub+zip"}, files...)...)
	unnamed := archiveOf(t, files...)
	other := archiveOf(t, "a.xhtml", "<p>The moon pulls the sea.</p>")
	packed := []byte(zipped(t, string(book)))
	for _, tt := range []struct {
		what   string
		format article.Format
		name   string
		data   []byte
		want   string // the error
	}{
		{"by its bytes", "", "tides", book, ""},
		{"whatever its name", "", "tides.md", book, ""},
		{"in gzip", "", "tides.epub.gz", packed, ""},
		{"without its media type", "", "tides.zip", unnamed, ""},
		{"by its name", "", "tides.epub", other, ""},
		{"by the caller", article.EPUB, "tides.zip", other, ""},
		{"another archive", "", "tides.zip", other, "zip archive, not an article"},
		{"as text", article.PlainText, "tides.epub", book, "zip archive, not an article"},
		{"text as a book", article.EPUB, "tides.md", []byte("# Tides"), "not an EPUB: no zip archive"},
		{"no text in it", "", "tides.epub", archiveOf(t, "a.png", "x"), "zip archive, not an EPUB"},
	} {
		t.Run(tt.what, func(t *testing.T) {
			a, err := Reader{Format: tt.format}.Read(tt.name, tt.data)
			switch {
			case err != nil && err.Error() != tt.want, err == nil && tt.want != "":
				t.Errorf("error %v, want %q", err, tt.want)
			case err == nil && (a.Format != article.EPUB || !strings.Contains(a.Body.String(), "The moon pulls the sea.")):
				t.Errorf("%s: %q", a.Format, a.Body)
			}
		})
	}
	if _, err := Read("tides.md", []byte("a page with "+containerPath)); err != nil {
		t.Error(err)
	}
	if _, err := Read("big.epub", make([]byte, MaxSource+1)); !errors.Is(err, ErrTooLarge) {
		t.Error(err)
	}
}

const containerPath = "META-INF/container.xml"
