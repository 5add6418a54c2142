package articles_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"etal/articles"
	"etal/internal/article"
	"etal/internal/ingest"
)

// each runs a test on every article.
func each(t *testing.T, test func(t *testing.T, source string, a *article.Article)) {
	names, err := fs.Glob(articles.Files, "*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no articles", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(name, ".md"), func(t *testing.T) {
			data, err := articles.Files.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a, err := ingest.Read(name, data)
			if err != nil {
				t.Fatal(err)
			}
			test(t, string(data), a)
		})
	}
}

func TestFrontMatter(t *testing.T) {
	each(t, func(t *testing.T, source string, _ *article.Article) {
		_, rest, _ := strings.Cut(source, "---\n")
		head, _, _ := strings.Cut(rest, "\n---\n")
		var fields map[string]any
		if err := yaml.Unmarshal([]byte(head), &fields); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"title", "author", "date", "summary", "tags", "license", "language", "citations"} {
			if fields[key] == nil || fields[key] == "" {
				t.Errorf("no %s", key)
			}
		}
	})
}

func TestCitations(t *testing.T) {
	each(t, func(t *testing.T, _ string, a *article.Article) {
		if len(a.Citations) == 0 || len(a.References) == 0 {
			t.Fatalf("%d citations, %d references", len(a.Citations), len(a.References))
		}
		for _, c := range a.Citations {
			if len(c.References) == 0 || len(c.Missing) > 0 || len(c.Ambiguous) > 0 {
				t.Errorf("%s at %d does not name references of the list alone", c.Text, c.Start)
			}
		}
		for _, r := range a.References {
			if len(a.CitedBy(r.Number)) == 0 {
				t.Errorf("nothing cites reference %d, %s", r.Number, r.Text)
			}
		}
	})
}

var doi = regexp.MustCompile(`^10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$`)

func TestReferences(t *testing.T) {
	each(t, func(t *testing.T, _ string, a *article.Article) {
		seen := map[string]int{}
		for _, r := range a.References {
			item := r.Fields()
			if item.Title == "" || item.Issued == nil || len(item.Author) == 0 {
				t.Errorf("reference %d lacks its author, year or title: %+v", r.Number, item)
			}
			if item.DOI != "" && !doi.MatchString(item.DOI) {
				t.Errorf("reference %d: DOI %q is not well formed", r.Number, item.DOI)
			}
			for _, key := range []string{item.DOI, strings.ToLower(item.Title)} {
				if before, twice := seen[key]; twice && key != "" {
					t.Errorf("references %d and %d are the same work", before, r.Number)
				}
				seen[key] = r.Number
			}
		}
	})
}
