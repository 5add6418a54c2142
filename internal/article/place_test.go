package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/safe"
)

func TestLocate(t *testing.T) {
	const before = "The moon pulls the sea. Harbours keep tables of the tides, made a year ahead. " +
		"Storms move the sea as well, and no table knows of them beforehand. That is why a table is right on most days."
	tests := []struct{ name, after string }{
		{"the same", before},
		{"words put in before", "A new sentence stands here, and it is a long one. " + before},
		{"words taken out before", strings.Replace(before, "The moon pulls the sea. ", "", 1)},
		{"words changed before", strings.Replace(before, "made a year ahead", "made long before", 1)},
		{"words changed after", strings.Replace(before, "and no table knows of them", "and nothing knows of them", 1)},
		{"words changed on both sides", strings.NewReplacer("of the tides", "of tides", "and no table knows", "yet no table knew").Replace(before)},
		{"the same words elsewhere", "Storms move the sea as well, and they do so every year. " + before},
	}
	old := &Article{Body: safe.New(before)}
	place := old.Place(strings.Index(before, "Storms"))
	for _, tt := range tests {
		a := &Article{Body: safe.New(tt.after)}
		at := a.Locate(place)
		if !strings.HasPrefix(tt.after[at:], "Storms") || strings.HasPrefix(tt.after[at:], "Storms move the sea as well, and they") {
			t.Errorf("%s: at %q", tt.name, tt.after[at:])
		}
	}
}

// Where nothing is left of the words, the share of the article that was read is.
func TestLocateByShare(t *testing.T) {
	old := &Article{Body: safe.New(strings.Repeat("tide ", 100))}
	a := &Article{Body: safe.New(strings.Repeat("moon ", 200))}
	if at := a.Locate(old.Place(250)); at != 500 {
		t.Errorf("at %d, want 500", at)
	}
	if at := (&Article{}).Locate(old.Place(250)); at != 0 {
		t.Errorf("in an empty article: at %d", at)
	}
}

func FuzzLocate(f *testing.F) {
	f.Add("Harbours keep tables.", "Harbours kept tables.", 9)
	f.Add("Ebbe und Flüt", "", 11)
	f.Fuzz(func(t *testing.T, before, after string, offset int) {
		old, a := &Article{Body: safe.New(before)}, &Article{Body: safe.New(after)}
		place := old.Place(offset)
		if at := old.Locate(place); at != place.Offset {
			t.Errorf("in the same text: %d, want %d", at, place.Offset)
		}
		place.Offset += offset // as a damaged store may have it
		body, at := a.Body.String(), a.Locate(place)
		if at < 0 || at > len(body) || at < len(body) && !utf8.RuneStart(body[at]) {
			t.Errorf("at %d of %d", at, len(body))
		}
	})
}
