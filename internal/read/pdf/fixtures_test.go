package pdf_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"etal/internal/article"
	"etal/internal/read"
	"etal/internal/read/pdf/pdftest"
)

var (
	lampsTitle    = "Street Lamps and the Evening Song of Blackbirds in Nine Villages"
	ropesTitle    = "How Long Does a Bell Rope Last? Wear of Hemp and Polyester in Twelve Towers"
	lampsAuthors  = "Helga Mårtensson, Idris Bello"
	lampsSections = []string{"1 Introduction", "2 Methods", "2.1 Recordings", "3 Results", "4 Discussion", "References"}
	romanSections = []string{"I. INTRODUCTION", "II. METHODS", "A. Recordings", "III. RESULTS", "IV. DISCUSSION"}
	ropesSections = []string{"1 Introduction", "2 Ropes and towers", "3 Results", "4 Conclusion", "References"}
)

// fixtures are the PDFs in testdata and how well each is read: the floors are what was reached, less half a
// percent; all should be .97. Authors are empty where the page does not tell them apart from the place where they
// work.
var fixtures = []struct {
	name, title, authors string
	sections             []string
	notes                int
	links                float64 // F1
	recall, precision    float64 // of five words in a row
	removed              string  // a pattern that no paragraph may match: heads, page and line numbers, letters of drawings
}{
	{"ieee-links", lampsTitle, "", romanSections, 1, .995, .959, .953, `^hedge`},
	{"superscripts", ropesTitle, "", ropesSections, 1, .963, .966, .957, `^\d+$|^hemp`},
	{"aip-no-heading", lampsTitle, lampsAuthors, romanSections, 1, .995, .942, .937, `^\d+$|^hedge`},
	{"side-column", lampsTitle, lampsAuthors, lampsSections, 1, .995, .888, .926, `^\d+$|The Journal of Lamps|Received`},
	{"footnotes-lines", ropesTitle, "", ropesSections, 2, .995, .954, .946, `^\d+$|^hemp`},
	{"chromium", ropesTitle, "Gwendolyn Åkesson, Émile Lefèvre", ropesSections, 0, .995, .988, .979, `^\d+$|^hemp`},
	{"groff", lampsTitle, lampsAuthors, []string{"1. Introduction", "2. Methods", "2.1. Recordings", "3. Results", "4. Discussion", "References"}, 1, .995, .978, .968, `^\d+$|Journal of Roofs$`},
}

// PDFs of several makers are read as their sources have them.
func TestFixtures(t *testing.T) {
	for _, f := range fixtures {
		t.Run(f.name, func(t *testing.T) {
			a, gold := readFixture(t, f.name)
			if f.title != "" && a.Title.String() != f.title {
				t.Errorf("title %q", a.Title)
			}
			if got := authors(a); f.authors != "" && got != f.authors {
				t.Errorf("authors %q", got)
			}
			if got := sections(a, f.sections); !slices.Equal(got, f.sections) {
				t.Errorf("sections %q", got)
			}
			if n := count(a.Links, article.Note); n != f.notes {
				t.Errorf("%d notes", n)
			}
			checkEntries(t, a, gold)
			if f1 := gold.score(a); f1 < f.links {
				t.Errorf("links %.3f", f1)
			}
			want, got := grams(gold.words), grams(withoutEntries(a))
			both := float64(shared(want, got))
			if r, p := both/float64(total(want)), both/float64(total(got)); r < f.recall || p < f.precision {
				t.Errorf("words: recall %.3f, precision %.3f", r, p)
			}
			for _, paragraph := range strings.Split(a.Body.String(), "\n\n") {
				if regexp.MustCompile(f.removed).MatchString(paragraph) {
					t.Errorf("in the text: %q", paragraph)
				}
			}
		})
	}
}

// A gold is what the source of a fixture says.
type gold struct {
	Text    [][]int  // entries of each citation in the text, by their numbers, in order
	Apart   [][]int  // of those in captions and notes, which may stand anywhere
	Entries []string // of the list
	words   string   // before the list
}

func readFixture(t *testing.T, name string) (*article.Article, gold) {
	t.Helper()
	file := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var g gold
	if err := json.Unmarshal(file(name+".json"), &g); err != nil {
		t.Fatal(err)
	}
	g.words = string(file(name + ".txt"))
	a, err := read.Reader{PDF: pdftest.Engine()}.Read(name+".pdf", file(name+".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return a, g
}

func authors(a *article.Article) string {
	var names []string
	for _, n := range a.Authors {
		names = append(names, n.String())
	}
	return strings.Join(names, ", ")
}

// sections returns an article's headings from the first section on, without that of its notes.
func sections(a *article.Article, want []string) []string {
	var titles []string
	for _, h := range a.Headings {
		if s := h.Title.String(); s == want[0] || len(titles) > 0 && s != "Notes" {
			titles = append(titles, s)
		}
	}
	if n := len(want); n > 0 && !strings.HasPrefix(strings.ToLower(want[n-1]), "ref") && len(titles) == n+1 && titles[n] == "REFERENCES" {
		titles = titles[:n]
	}
	return titles
}

func count(links []article.Link, kind article.LinkKind) int {
	n := 0
	for _, l := range links {
		if l.Kind == kind {
			n++
		}
	}
	return n
}

// longWord matches words that tell an entry from others.
var longWord = regexp.MustCompile(`[\p{L}\d]{4,}`)

// checkEntries checks that the article has the entries of the source, in order.
func checkEntries(t *testing.T, a *article.Article, g gold) {
	t.Helper()
	if len(a.References) != len(g.Entries) {
		t.Errorf("%d entries for %d", len(a.References), len(g.Entries))
	}
	for i, r := range a.References[:min(len(a.References), len(g.Entries))] {
		words, found := longWord.FindAllString(g.Entries[i], -1), 0
		for _, w := range words {
			if strings.Contains(r.Text.String(), w) {
				found++
			}
		}
		if found*4 < len(words)*3 {
			t.Errorf("entry %d is %q", i+1, r.Text)
		}
	}
}

// score returns the F1 of the article's pairs of citation and entry: those of the text in order, the others
// anywhere.
func (g gold) score(a *article.Article) float64 {
	var got []int
	for _, c := range a.Citations {
		got = append(got, c.References...)
	}
	text, apart := slices.Concat(g.Text...), slices.Concat(g.Apart...)
	spare := map[int]int{}
	for _, n := range got {
		spare[n]++
	}
	for _, n := range text {
		spare[n]--
	}
	right := longestCommon(text, got)
	for _, n := range apart {
		if spare[n] > 0 {
			spare[n]--
			right++
		}
	}
	return 2 * float64(right) / float64(len(got)+len(text)+len(apart))
}

// longestCommon returns how many numbers two lists have in the same order.
func longestCommon(a, b []int) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			}
			row[j+1] = max(row[j+1], row[j])
			before = above
		}
	}
	return row[len(b)]
}

// withoutEntries returns an article's text without its reference list.
func withoutEntries(a *article.Article) string {
	var b strings.Builder
	at := 0
	for _, r := range a.References {
		b.WriteString(a.Body.Slice(at, max(at, r.Start)).String())
		at = r.End
	}
	b.WriteString(a.Body.Slice(at, a.Body.Len()).String())
	return regexp.MustCompile(`(?mi)^#+ (References|Notes)$`).ReplaceAllString(b.String(), "")
}

// grams returns how often each five words in a row occur in a text.
func grams(text string) map[string]int {
	words := regexp.MustCompile(`\p{L}+`).FindAllString(strings.ToLower(norm.NFKC.String(text)), -1)
	found := map[string]int{}
	for i := 5; i <= len(words); i++ {
		found[strings.Join(words[i-5:i], " ")]++
	}
	return found
}

func shared(a, b map[string]int) int {
	n := 0
	for k, v := range a {
		n += min(v, b[k])
	}
	return n
}

func total(m map[string]int) int { return shared(m, m) }
