package epub

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/safe"
)

var update = flag.Bool("update", false, "rewrite the articles in testdata")

// plain decodes nothing.
func plain(data []byte) (string, error) { return string(data), nil }

// packed returns an archive of files.
func packed(t testing.TB, files []txtar.File) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(f.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// container is the file of a book that names its package document, OPS/book.opf.
const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// book returns a book of the files in OPS.
func packBook(t testing.TB, files ...txtar.File) []byte {
	all := []txtar.File{{Name: "mimetype", Data: []byte(mediaType)}, {Name: containerPath, Data: []byte(container)}}
	for _, f := range files {
		all = append(all, txtar.File{Name: "OPS/" + f.Name, Data: f.Data})
	}
	return packed(t, all)
}

// TestBooks reads the books in testdata: the file "article" of each is what is read of the others.
func TestBooks(t *testing.T) {
	books, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(books) == 0 {
		t.Fatal("no books", err)
	}
	for _, name := range books {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := &archive.Files[len(archive.Files)-1]
		d, err := Read(packBook(t, archive.Files[:len(archive.Files)-1]...), plain)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := describeDraft(d.Draft())
		if *update {
			want.Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != string(want.Data) {
			t.Errorf("%s: the article is\n%s", name, got)
		}
	}
}

// describeDraft returns a draft as text: what is known of it, its body, and where its links lead.
func describeDraft(d *doc.Draft) string {
	var b strings.Builder
	field := func(name string, values ...safe.Text) {
		for _, v := range values {
			if v.Len() > 0 {
				fmt.Fprintf(&b, "%s: %s\n", name, v)
			}
		}
	}
	field("title", d.Title)
	field("author", d.Authors...)
	field("date", d.Date)
	field("language", d.Language)
	field("license", d.License)
	field("summary", d.Summary)
	field("tag", d.Tags...)
	field("notice", d.Notices...)
	field("removed", d.Removed...)
	body := d.Body.String()
	fmt.Fprintf(&b, "\n%s", body)
	for _, l := range d.Links {
		to := l.URL.String()
		if l.Inside() {
			to, _, _ = strings.Cut(body[l.Target:], "\n")
		}
		fmt.Fprintf(&b, "%s %q -> %s\n", l.Kind, l.Text, to)
	}
	for _, p := range d.Pages {
		text, _, _ := strings.Cut(strings.TrimLeft(body[p.Start:], "\n"), "\n")
		fmt.Fprintf(&b, "page %d %s: %s\n", p.Number, p.Label, text)
	}
	var a article.Article
	d.Fill(&a)
	for _, c := range a.Citations {
		fmt.Fprintf(&b, "citation %q -> %v\n", c.Text, c.References)
	}
	return b.String()
}

// A book has the DOI that is one of its identifiers.
func TestIdentifiers(t *testing.T) {
	for identifiers, want := range map[string]string{
		"<dc:identifier>urn:isbn:9780000000002</dc:identifier><dc:identifier id='b'>10.5555/tides</dc:identifier>": "[doi:10.5555/tides]",
		"<dc:identifier>urn:doi:10.5555/tides</dc:identifier>":                                                     "[doi:10.5555/tides]",
		"<dc:identifier>https://doi.org/10.5555/tides</dc:identifier>":                                             "[doi:10.5555/tides]",
		"<dc:identifier>9780000000002</dc:identifier><dc:source>10.5555/tides</dc:source>":                         "[]",
	} {
		opf := `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>` + identifiers + `</metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`
		d, err := Read(packBook(t, txtar.File{Name: "book.opf", Data: []byte(opf)}, txtar.File{Name: "a.xhtml", Data: []byte("<html><body><p>The sea.</p></body></html>")}), plain)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(d.IDs); got != want {
			t.Errorf("%s: %s, want %s", identifiers, got, want)
		}
	}
}
