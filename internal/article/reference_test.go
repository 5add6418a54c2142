package article

import (
	"sync"
	"testing"

	"etal/internal/bib"
	"etal/internal/bib/refstring"
	"etal/internal/safe"
)

const printed = "Wren, A. (1998). Wheels of the north. Journal of Carts, 3(2), 4–9. https://doi.org/10.5555/wheels"

func TestFields(t *testing.T) {
	told := &bib.Item{Title: "Told"}
	tests := []struct {
		name      string
		reference Reference
		want      string
	}{
		{"told by the format", Reference{Item: told, Text: safe.New(printed)}, "Told"},
		{"found in the text", Reference{Text: safe.New(printed)}, "Wheels of the north"},
		{"nothing to find", Reference{}, ""},
	}
	for _, tt := range tests {
		shared := []Reference{tt.reference}
		ShareFields(safe.Text{}, shared)
		for _, r := range []Reference{tt.reference, shared[0]} {
			if got := r.Fields().Title; got != tt.want {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
		}
	}
}

// The author's place in memory tells whether two results come from one call of the parser.
func TestFieldsAreParsedOnce(t *testing.T) {
	list := []Reference{{Text: safe.New(printed)}, {Text: safe.New(printed)}}
	ShareFields(safe.Text{}, list)
	before := list[0]
	ShareFields(safe.Text{}, list)
	first := &before.Fields().Author[0]

	var done sync.WaitGroup
	for range 8 {
		done.Go(func() {
			if &list[0].Fields().Author[0] != first {
				t.Error("a copy has its fields parsed again")
			}
		})
	}
	done.Wait()
	if &list[1].Fields().Author[0] == first {
		t.Error("two references share their fields")
	}
}

// Sharing itself parses nothing.
func TestFieldsAreParsedLate(t *testing.T) {
	parse := testing.AllocsPerRun(10, func() { refstring.Parse(printed) })
	share := testing.AllocsPerRun(10, func() { ShareFields(safe.Text{}, []Reference{{Text: safe.New(printed)}}) })
	if share > 10 || parse < 2*share {
		t.Errorf("%v allocations, of which parsing has %v", share, parse)
	}
}

func TestEntry(t *testing.T) {
	tests := []struct {
		name      string
		reference Reference
		id, title string
	}{
		{"with the article's label", Reference{Label: safe.New("Wren98"), Text: safe.New(printed)}, "Wren98", "Wheels of the north"},
		{"with a number", Reference{Label: safe.New("7"), Text: safe.New(printed)}, "", "Wheels of the north"},
		{"with a key of its own", Reference{Label: safe.New("7"), Item: &bib.Item{ID: "wren98", Title: "Wheels"}}, "wren98", "Wheels"},
		{"without a title", Reference{Text: safe.New("said by letter"), Item: &bib.Item{}}, "", ""},
		{"in a journal", Reference{Text: safe.New("J. Carts 3"), Item: &bib.Item{ContainerTitle: "J. Carts"}}, "", ""},
		{"at a URL", Reference{Text: safe.New("https://a.org"), Item: &bib.Item{URL: "https://a.org"}}, "", ""},
		{"with a DOI", Reference{Text: safe.New("10.5555/a"), Item: &bib.Item{DOI: "10.5555/a"}}, "", ""},
	}
	for _, tt := range tests {
		if got := tt.reference.Entry(); got.ID != tt.id || got.Title != tt.title {
			t.Errorf("%s: %q %q, want %q %q", tt.name, got.ID, got.Title, tt.id, tt.title)
		}
	}
	letter := Reference{Text: safe.New("said by letter"), Item: &bib.Item{}}
	if got := letter.Entry().Texts.Get("note"); got != "said by letter" {
		t.Errorf("the text of an entry without fields is the note %q", got)
	}
}
