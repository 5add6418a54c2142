package articles_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/cite/shortform"
)

var record = flag.Bool("record", false, "record the fields of the references in testdata/fields")

// TestFields checks every field of every work that the articles cite. testdata/fields has what is true of
// each reference as it is printed. After a change to an article's references, go test ./articles -record
// writes the files again: read the differences before they are committed.
func TestFields(t *testing.T) {
	each(t, func(t *testing.T, _ string, a *article.Article) {
		file := filepath.Join("testdata", "fields", strings.TrimPrefix(t.Name(), "TestFields/")+".jsonl")
		got := worksOf(t, a)
		if *record {
			if err := os.WriteFile(file, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		wanted := bytes.Split(want, []byte("\n"))
		for i, line := range bytes.Split(got, []byte("\n")) {
			if i >= len(wanted) || !bytes.Equal(line, wanted[i]) {
				t.Errorf("work %d\n got %s\nwant %s", i+1, line, wanted[min(i, len(wanted)-1)])
			}
		}
		if n := bytes.Count(want, []byte("\n")); n != bytes.Count(got, []byte("\n")) {
			t.Errorf("%d works, want %d", bytes.Count(got, []byte("\n")), n)
		}
	})
}

// worksOf returns the works in an article's list of references as etal refs --format csl-json prints them,
// a line each and without their keys.
func worksOf(t *testing.T, a *article.Article) []byte {
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	lines.SetEscapeHTML(false)
	forms := shortform.Of(a.References)
	for _, r := range a.References {
		if f, short := forms[r.Number]; short && !f.Own {
			continue
		}
		item := r.Entry()
		item.ID = ""
		if err := lines.Encode(struct {
			Text string   `json:"printed"`
			Item bib.Item `json:"fields"`
		}{r.Text.String(), item}); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}
