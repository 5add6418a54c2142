package list

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"etal/internal/article"
	"etal/internal/library"
	"etal/internal/obtain"
	"etal/internal/places"
	"etal/internal/read"
	"etal/internal/safe"
	"etal/internal/search"
	"etal/internal/tui/screen"
)

// listed returns the item of an article that says "title | name | author | tag | summary | date".
func listed(line string) *item {
	fields := append(strings.Split(line, "|"), make([]string, 6)...)
	i := newItem(&library.Entry{ID: safe.Line(fields[1])}).read(&article.Article{
		Title: safe.Line(fields[0]), Authors: []safe.Text{safe.Line(fields[2])}, Tags: []safe.Text{safe.Line(fields[3])},
		Summary: safe.Line(fields[4]), Date: safe.Line(fields[5]),
	})
	return &i
}

// A word of its own is better than the beginning of one, that better than a part of one; letters
// apart count only where no article has the words. The title counts most, then the name, the
// authors, the tags, the summary and the year.
func TestFilterRanks(t *testing.T) {
	tests := []struct {
		name, pattern string
		want          []string // of the articles, in that order
		others        []string
	}{
		{"whole words first", "sea", []string{"The sea", "Seasons", "Overseas"}, []string{"Sands even after"}},
		{"a whole word anywhere before a beginning in the title", "sea", []string{"Tides | t | | | On the sea", "Seasons"}, nil},
		{"fields", "tide", []string{"The tide", "A | tide", "B | b | Ann Tide", "C | c | | tide", "D | d | | | On the tide."}, nil},
		{"a year", "1901", []string{"A | a | | | | 1901-02-03"}, []string{"B | b | | | | 1902"}},
		{"all words have to be there", "sea salt", []string{"Salt of the sea", "The sea | a | | | and salted cod"}, []string{"The sea", "Salt"}},
		{"words in several fields", "oke moon", []string{"The moon | a | B. Oke"}, []string{"The moon | b | A. Wren"}},
		{"letters apart where nothing else is", "tdfrt", []string{"How tides are foretold"}, []string{"Waves | tides"}},
		{"nearer letters first", "hlfx", []string{"h-l-f-x", "How large fish exist"}, nil},
		{"in the name", "hlfx", []string{"Fish | how-large-fish-exist"}, []string{"Halves"}},
		{"letters apart in a summary are none", "tdfrt", nil, []string{"A | a | | | How tides are foretold"}},
		{"blanks around", "  sea  ", []string{"The sea"}, []string{"Salt"}},
		{"nothing but blanks", "  ", []string{"A", "B"}, nil},
		{"signs", "(sea)", []string{"The (sea)"}, []string{"The sea"}},
		{"as given where they are alike", "sea", []string{"Sea B", "Sea A"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var items []*item
			for _, line := range append(slices.Clone(tt.others), tt.want...) {
				items = append(items, listed(line))
			}
			if tt.name != "as given where they are alike" {
				slices.Reverse(items)
			}
			var got []string
			for _, i := range filter(items, tt.pattern) {
				got = append(got, i.title.String())
			}
			var want []string
			for _, line := range tt.want {
				title, _, _ := strings.Cut(line, "|")
				want = append(want, strings.TrimSpace(title))
			}
			if tt.name == "nothing but blanks" {
				slices.Reverse(want)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q finds\n%q, want\n%q", tt.pattern, got, want)
			}
		})
	}
}

// The filter finds in a title whatever a search finds in the text, and marks the letters there.
func TestFilterFolds(t *testing.T) {
	for _, tt := range []struct {
		pattern, title string
		matched        string // what of the title is marked; "" where it is not found
	}{
		{"oye", "Tides at Øye", "Øye"},
		{"ØYE", "Tides at Oye", "Oye"},
		{"ae", "Ærø", "Æ"},
		{"ro", "Ærø", "rø"},
		{"eleve", "E\u0301lève", "Elève"},
		{"it's", "It’s late", "It’s"},
		{"ost gard", "By A. Østgård", "Østgård"},
		{"strasse", "Die Straße", "Straße"},
		{"ﬁnd", "A find", "find"},
		{"find", "A ﬁnd", "ﬁnd"},
		{"ｆｕｌｌ", "full", "full"},
		{"x-ray", "X–ray", "X–ray"},
		{"h2o", "H₂O", "H₂O"},
		{"ψυχη", "Η ψυχή", "ψυχή"},
		{"ёлка", "елка", "елка"},
		{"İstanbul", "istanbul", "istanbul"},
		{"oyez", "Tides at Øye", ""},
	} {
		i := listed(tt.title)
		found := len(filter([]*item{i}, tt.pattern)) > 0
		got := ""
		if words := filterWords(tt.pattern); found {
			marked := matched(tt.title, words, true)
			for n, r := range []rune(tt.title) {
				if slices.Contains(marked, n) {
					got += string(r)
				}
			}
		}
		if got != tt.matched {
			t.Errorf("%q in %q: %q, want %q", tt.pattern, tt.title, got, tt.matched)
		}
		text := &article.Article{Body: safe.New(tt.title), Blocks: []article.Span{{End: len(tt.title)}}}
		inText := true
		for word := range strings.FieldsSeq(tt.pattern) {
			inText = inText && len(search.New(text).Find(strings.ToLower(word))) > 0
		}
		if inText != found {
			t.Errorf("%q in %q: the filter finds it: %v, a search: %v", tt.pattern, tt.title, found, inText)
		}
	}
}

// An article is found by its name in the list, by its file's with the extension, and by its URL.
func TestFilterNames(t *testing.T) {
	l, err := library.New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		key     string
		pattern string
		found   bool
	}{
		{filepath.Join(t.TempDir(), "tides.md"), "tides.md", true},
		{filepath.Join(t.TempDir(), "tides.md"), "tides", true},
		{filepath.Join(t.TempDir(), "tides.md"), "tides.xml", false},
		{"https://a.example/papers/tides.html", "a.example", true},
		{"https://a.example/papers/tides.html", "papers/tides", true},
	} {
		e, ok := l.Reopen(tt.key, read.Reader{})
		if !ok {
			t.Fatal(tt.key)
		}
		i := newRecent(e, places.Mark{Title: "Waves"}, time.Now())
		if got := len(filter([]*item{&i}, tt.pattern)) > 0; got != tt.found {
			t.Errorf("%s is found by %q: %v", tt.key, tt.pattern, got)
		}
	}
}

// A newcomer's words lead to the articles that come with the program.
func TestFilterEmbedded(t *testing.T) {
	l, err := library.New(obtain.Client{})
	if err != nil {
		t.Fatal(err)
	}
	var items []*item
	for _, e := range l.Entries() {
		a, err := e.Read()
		if err != nil {
			t.Fatal(err)
		}
		i := newItem(e).read(a)
		items = append(items, &i)
	}
	for pattern, want := range map[string]string{
		"memory": "spaced-repetition", "unicode": "terminals", "learning": "spaced-repetition transformer", "Physik": "gravitationswellen", "physik": "gravitationswellen",
		"depression": "ketamine", "ketam": "ketamine", "spaced-rep": "spaced-repetition", "gravitationswellen": "gravitationswellen",
	} {
		var got []string
		for _, i := range filter(items, pattern) {
			got = append(got, i.entry.ID.String())
		}
		for id := range strings.FieldsSeq(want) {
			if !slices.Contains(got, id) {
				t.Errorf("%q finds %q and not %s", pattern, got, id)
			}
		}
	}
}

// A key in a long list, and some of its files that were read.
func BenchmarkLongList(b *testing.B) {
	var entries []*library.Entry
	var known []*item
	for n := range 8000 {
		e := library.FromBytes(fmt.Sprintf("tides-%d.md", n), []byte(strconv.Itoa(n)))
		entries = append(entries, e)
		if n < mostRead {
			i := newItem(e)
			known = append(known, &i)
		}
	}
	look := screen.NewLook(true, termenv.Ascii)
	l := New(entries, nil, look, screen.NewKeymap("list", Commands())).SetSize(80, 24)
	for name, press := range map[string]func(){
		"down": func() { l.Update(tea.KeyMsg{Type: tea.KeyDown}) },
		"end":  func() { l.Update(tea.KeyMsg{Type: tea.KeyEnd}) },
		"sort": func() { l.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("s")}) },
		"type": func() {
			typing, _ := l.startTyping()
			typing.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("t")})
		},
		"learn": func() { l.Listed(ListedMsg{items: known}) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				press()
			}
		})
	}
}

// A letter of the filter over many files.
func BenchmarkFilter(b *testing.B) {
	var items []*item
	for n := range 8000 {
		items = append(items, listed(fmt.Sprintf("How tides are foretold, part %d | tides-%d | Ada Wren, Bela Oke | moon, sea, harbours | Why a table of the tides is right on most days and wrong on those that matter, and what became of the wheels. | 1901", n, n)))
	}
	for _, pattern := range []string{"t", "tides", "part 79", "wheels wren", "hwtdsfrtld"} {
		b.Run(strings.ReplaceAll(pattern, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				filter(items, pattern)
			}
		})
	}
}
