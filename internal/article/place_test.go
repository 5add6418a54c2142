package article

import (
	"strings"
	"testing"
	"unicode/utf8"

	"etal/internal/safe"
)

const tidal = "The moon pulls the sea. Harbours keep tables of the tides, made a year ahead. " +
	"Storms move the sea as well, and no table knows of them beforehand. That is why a table is right on most days."

// What may become of tidal until the place of its "Storms" is looked for.
var locateTests = []struct{ name, after string }{
	{"the same", tidal},
	{"words put in before", "A new sentence stands here, and it is a long one. " + tidal},
	{"words taken out before", strings.Replace(tidal, "The moon pulls the sea. ", "", 1)},
	{"words changed before", strings.Replace(tidal, "made a year ahead", "made long before", 1)},
	{"words changed after", strings.Replace(tidal, "and no table knows of them", "and nothing knows of them", 1)},
	{"words changed on both sides", strings.NewReplacer("of the tides", "of tides", "and no table knows", "yet no table knew").Replace(tidal)},
	{"the same words elsewhere", "Storms move the sea as well, and they do so every year. " + tidal},
	{"only the words after are left", tidal[strings.Index(tidal, "Storms"):]},
	{"only a few words after are left", "It said: Storms move the sea as well."},
	{"only a few words before are left", "The tides, made a year ahead. Storms came."},
}

func TestLocate(t *testing.T) {
	old := &Article{Body: safe.New(tidal)}
	place := old.Place(strings.Index(tidal, "Storms"))
	for _, tt := range locateTests {
		a := &Article{Body: safe.New(tt.after)}
		at := a.Locate(place)
		if !strings.HasPrefix(tt.after[at:], "Storms") || strings.HasPrefix(tt.after[at:], "Storms move the sea as well, and they") {
			t.Errorf("%s: at %q", tt.name, tt.after[at:])
		}
	}
}

// Few words tell a place, but not too few.
func TestLocateByFewWords(t *testing.T) {
	const rest, other = " and the moon will rise again today", " or the sun"
	for _, tt := range []struct {
		before string
		found  bool
	}{{"Harbours do keep", true}, {"Harbour do keep", false}} {
		old := &Article{Body: safe.New(tt.before + rest)}
		body := "It is said: " + tt.before + other
		got := (&Article{Body: safe.New(body)}).Locate(old.Place(len(tt.before)))
		if found := body[got:] == other; found != tt.found {
			t.Errorf("behind %q: %q", tt.before, body[got:])
		}
		old = &Article{Body: safe.New(rest + tt.before)}
		body = other + tt.before + " It is said so."
		got = (&Article{Body: safe.New(body)}).Locate(old.Place(len(rest)))
		if found := strings.HasPrefix(body[got:], tt.before); found != tt.found {
			t.Errorf("before %q: %q", tt.before, body[got:])
		}
	}
}

// A store that was damaged may have any numbers.
func TestLocateDamaged(t *testing.T) {
	a := &Article{Body: safe.New(strings.Repeat("tide ", 100))}
	for _, tt := range []struct {
		place Place
		want  int
	}{
		{Place{Offset: 50, Length: 100}, 250},
		{Place{Offset: 100, Length: 100}, 500},
		{Place{Offset: 101, Length: 100}, 0},
		{Place{Offset: -1, Length: 100}, 0},
		{Place{Offset: 50, Length: 0}, 0},
		{Place{Offset: 50, Length: -100}, 0},
		{Place{Offset: -50, Length: -100}, 0},
		{Place{Offset: 0, Length: 0}, 0},
	} {
		if got := a.Locate(tt.place); got != tt.want {
			t.Errorf("%+v: at %d, want %d", tt.place, got, tt.want)
		}
	}
}

var nearestTests = []struct {
	text, words    string
	expected, want int
}{
	{"a-b-a", "a", -5, 0},
	{"a-b-a", "a", 1, 0},
	{"a-b-a", "a", 2, 0}, // of two as near, the first
	{"a-b-a", "a", 3, 4},
	{"a-b-a", "a", 4, 4},
	{"a-b-a", "a", 99, 4},
	{"--aa--", "aa", 0, 2},
	{"--aa--", "aa", 2, 2},
	{"--aa--", "aa", 3, 2},
	{"--aa", "aa", 4, 2},
	{"aaaa", "aa", 1, 1},
	{"a-b-a", "c", 2, -1},
	{"a-b-a", "", 2, -1},
	{"", "a", 0, -1},
}

func TestNearest(t *testing.T) {
	for _, tt := range nearestTests {
		if got, ok := Nearest(tt.text, tt.words, tt.expected); ok != (tt.want >= 0) || ok && got != tt.want {
			t.Errorf("%q in %q at %d: %d, %v, want %d", tt.words, tt.text, tt.expected, got, ok, tt.want)
		}
	}
}

func FuzzNearest(f *testing.F) {
	for _, tt := range nearestTests {
		f.Add(tt.text, tt.words, tt.expected)
	}
	f.Fuzz(func(t *testing.T, text, words string, expected int) {
		expected = min(max(expected, 0), len(text))
		want := -1
		for i := range len(text) {
			if words != "" && strings.HasPrefix(text[i:], words) && (want < 0 || max(i-expected, expected-i) < max(want-expected, expected-want)) {
				want = i
			}
		}
		if got, ok := Nearest(text, words, expected); ok != (want >= 0) || ok && got != want {
			t.Errorf("%q in %q at %d: %d, %v, want %d", words, text, expected, got, ok, want)
		}
	})
}

// A place never cuts a rune.
func TestPlaceAtRunes(t *testing.T) {
	a := &Article{Body: safe.New("äöü")}
	for offset, want := range []int{0, 0, 2, 2, 4, 4, 6, 6} {
		if got := a.Place(offset); got.Offset != want || got.Before+got.After != "äöü" {
			t.Errorf("%d: at %d between %q and %q", offset, got.Offset, got.Before, got.After)
		}
	}
	if got := a.Place(-1).Offset; got != 0 {
		t.Errorf("before the text: %d", got)
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
	for _, tt := range locateTests {
		f.Add(tidal, tt.after, strings.Index(tidal, "Storms"))
	}
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
