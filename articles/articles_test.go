package articles_test

import (
	"cmp"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v3"

	"etal/articles"
	"etal/internal/article"
	"etal/internal/lint"
	"etal/internal/read"
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
			a, err := read.Read(name, data)
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

// TestTopics checks that the words by which readers look for an article are in its title, summary or tags.
func TestTopics(t *testing.T) {
	topics := map[string]string{
		"citations": "impact factor", "consensus": "Raft", "crispr": "gene editing", "gravitationswellen": "Physik",
		"ketamine": "depression", "local-first": "offline", "reading": "line length", "reproducibility": "p-hacking",
		"sketches": "Bloom", "spaced-repetition": "memory learning", "terminals": "Unicode", "tour": "help",
		"transformer": "language model",
	}
	each(t, func(t *testing.T, source string, _ *article.Article) {
		_, rest, _ := strings.Cut(source, "---\n")
		head, _, _ := strings.Cut(rest, "\n---\n")
		name := t.Name()[strings.LastIndex(t.Name(), "/")+1:]
		for _, topic := range strings.Fields(topics[name]) {
			if !strings.Contains(head, topic) {
				t.Errorf("no %q in the front matter", topic)
			}
		}
		if topics[name] == "" {
			t.Error("no topic to find it by")
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
			if len(a.CitedBy(r.Number)) == 0 && !isShort(r.Text.String()) {
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
			if isShort(r.Text.String()) {
				continue // it names a work that another note names in full
			}
			undated := strings.Contains(r.Text.String(), "(n.d.)")
			if item.Title == "" || item.Issued == nil && !undated || len(item.Author) == 0 {
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

// A work is known by its DOI and its title, as they were checked against public records.
func TestWorks(t *testing.T) {
	file, err := os.ReadFile("testdata/works.tsv")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{} // the titles' letters to the DOIs, - where a work has none
	for line := range strings.Lines(string(file)) {
		if key, title, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			known[letters(title)] = key
		}
	}
	each(t, func(t *testing.T, _ string, a *article.Article) {
		for _, r := range a.References {
			if isShort(r.Text.String()) {
				continue
			}
			text, found := letters(r.Text.String()), ""
			for title := range known {
				if strings.Contains(text, title) && len(title) > len(found) {
					found = title
				}
			}
			if got := cmp.Or(strings.ToLower(r.Fields().DOI), "-"); found == "" || got != known[found] {
				t.Errorf("reference %d: DOI %s, recorded %q: %s", r.Number, got, known[found], r.Text)
			}
		}
	})
}

// letters returns the letters and digits of a title, which are what records agree on.
func letters(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// isShort reports whether a note names a work that another one names in full.
func isShort(text string) bool {
	return strings.HasPrefix(text, "Ibid") || strings.Contains(text, "op. cit.")
}

// What etal check tells its users about their articles, it has not to tell about ours.
func TestCheck(t *testing.T) {
	each(t, func(t *testing.T, _ string, a *article.Article) {
		for _, p := range lint.Check(a) {
			t.Errorf("at %d: %s", p.Start, p.Message)
		}
	})
}

// Some works are cited by more than one article, so that one can go from one to another.
func TestShared(t *testing.T) {
	citing := map[string]int{}
	each(t, func(_ *testing.T, _ string, a *article.Article) {
		for _, r := range a.References {
			if key := r.Fields().DOI; key != "" {
				citing[key]++
			}
		}
	})
	shared := 0
	for _, n := range citing {
		if n > 1 {
			shared++
		}
	}
	if shared == 0 {
		t.Error("no two articles cite the same work")
	}
}

// TestSpelling checks the words of the English articles against testdata/words.txt. A word that is
// new and rightly spelt is added there.
func TestSpelling(t *testing.T) {
	known := map[string]bool{}
	file, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		known[strings.TrimSpace(line)] = true
	}
	word := regexp.MustCompile(`\p{L}[\p{L}’]*`)
	each(t, func(t *testing.T, _ string, a *article.Article) {
		if a.Language.String() != "en" {
			return
		}
		for _, prose := range proseOf(a) {
			for _, w := range word.FindAllString(prose, -1) {
				w = strings.TrimSuffix(strings.TrimRight(w, "’"), "’s")
				if !known[w] && !known[strings.ToLower(w)] {
					t.Errorf("%q is no known word", w)
				}
			}
		}
	})
}

// linked matches where a link leads: behind its text, or a URL.
var linked = regexp.MustCompile(`\]\([^)]*\)|https?://\S+`)

// proseOf returns the blocks of an article that are neither code nor references, without
// their marks.
func proseOf(a *article.Article) []string {
	var prose []string
	for _, b := range a.Blocks {
		text := a.Slice(b).String()
		if a.ReferenceAt(b) != 0 || strings.HasPrefix(text, "```") || strings.HasPrefix(text, "[^") {
			continue
		}
		cited := a.CitationsIn(b)
		for i := len(cited) - 1; i >= 0; i-- {
			c := a.Citations[cited[i]]
			text = text[:c.Start-b.Start] + text[c.End-b.Start:]
		}
		prose = append(prose, linked.ReplaceAllString(text, " "))
	}
	return prose
}
