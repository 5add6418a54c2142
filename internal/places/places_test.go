package places

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"etal/internal/article"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func at(offset int) article.Place {
	return article.Place{Offset: offset, Length: 1000, Before: "ebb \"and\" ", After: "flow <&> \u2028 Flüt"}
}

func put(t *testing.T, s *Store, m Mark) {
	t.Helper()
	if err := s.Put(m); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, s *Store) map[string]Mark {
	t.Helper()
	marks, err := s.All()
	if err != nil {
		t.Fatal(err)
	}
	return marks
}

// The last mark of an article wins, and letters stay, also those of another program that has
// the same article open. Articles may be called anything.
func TestPutAndGet(t *testing.T) {
	for _, name := range []string{"tides", "/tmp/ebb & flow <1>.md", `C:\tides\"ebb".md`, "/tmp/\n\t\x1b.md", "/tmp/\xff\xfe.md"} {
		s := New(filepath.Join(t.TempDir(), "state", "etal"))
		if got := read(t, s); len(got) != 0 {
			t.Errorf("%q: before anything is put: %v", name, got)
		}
		moon := Mark{Article: "moon", When: noon, Share: 1, Place: at(1000)}
		put(t, s, Mark{Article: name, When: noon, Share: 0.25, Place: at(250), Letters: map[string]article.Place{"a": at(10), "b": at(20)}})
		put(t, s, moon)
		put(t, s, Mark{Article: name, When: noon.Add(time.Hour), Share: 0.5, Place: at(500), Letters: map[string]article.Place{"b": at(30)}})

		key := strings.ToValidUTF8(name, "\uFFFD")
		want := Mark{Article: key, When: noon.Add(time.Hour), Share: 0.5, Place: at(500), Letters: map[string]article.Place{"a": at(10), "b": at(30)}}
		if got, ok := s.Get(name); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got  %v\nwant %v", name, got, want)
		}
		if got := read(t, s); !reflect.DeepEqual(got, map[string]Mark{key: want, "moon": moon}) {
			t.Errorf("%q: all are %v", name, got)
		}
		if _, ok := s.Get("ebb"); ok {
			t.Error("a mark that was never put")
		}
	}
}

func TestShare(t *testing.T) {
	for share, want := range map[float64]float64{-1: 0, 2: 1, 1.0 / 3: 0.3333, math.Inf(1): 1, math.NaN(): 0} {
		s := New(t.TempDir())
		put(t, s, Mark{Article: "tides", Share: share})
		if got, _ := s.Get("tides"); got.Share != want {
			t.Errorf("%v is read as %v, want %v", share, got.Share, want)
		}
	}
}

// What is put stays bounded, whatever is asked for.
func TestTooLarge(t *testing.T) {
	s := New(t.TempDir())
	for what, name := range map[string]string{"no name": "", "a long name": strings.Repeat("a", maxRecord)} {
		if s.Put(Mark{Article: name}) == nil {
			t.Errorf("put under %s", what)
		}
	}
	if s.Put(Mark{Article: "tides", When: time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)}) == nil {
		t.Error("put a time that JSON has no form for")
	}
}

// A file that is added to for hours stays small, and keeps every letter.
func TestRewritten(t *testing.T) {
	s := New(t.TempDir())
	put(t, s, Mark{Article: "moon", Place: at(1), Letters: map[string]article.Place{"z": at(9)}})
	for i := range 1500 {
		put(t, s, Mark{Article: "tides", When: noon, Place: at(i), Letters: map[string]article.Place{string(rune('a' + i%26)): at(i)}})
	}
	if text, err := s.load(current); err != nil || len(text) > 2*slack {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	tides, _ := s.Get("tides")
	moon, _ := s.Get("moon")
	if tides.Place != at(1499) || len(tides.Letters) != 26 || tides.Letters["a"] != at(1482) || moon.Letters["z"] != at(9) {
		t.Errorf("%v, %v", tides, moon)
	}
}

func FuzzRead(f *testing.F) {
	line, _ := encode(Mark{Article: "tides", When: noon, Share: 0.5, Place: at(500), Letters: map[string]article.Place{"a": at(10)}})
	head := `{"etal":"places","version":1,"size":0}` + "\n"
	f.Add(head + line + line)
	f.Add(head + line[:40] + "\n" + line + line[:len(line)/2])
	f.Add(`{"etal":"places","version":2,"size":0}` + "\n" + line)
	f.Add(`{"etal":"places","version":1,"size":-1}` + "\n")
	f.Add(head + `{"article":"a\"\u0000","place":{"offset":-9223372036854775808},"share":1e308}` + "\n" + strings.Repeat("\x00", 100))
	f.Fuzz(func(t *testing.T, text string) {
		var h history
		err := h.add(text)
		for m := range h.all() {
			if m.Article == "" || !(m.Share >= 0 && m.Share <= 1) {
				t.Errorf("%v", m)
			}
		}
		again, encoding := h.text()
		if encoding != nil {
			t.Fatalf("written again: %v", encoding) // what was read can be written
		}
		var second history
		if err := second.add(again); err != nil || !utf8.ValidString(again) {
			t.Errorf("%v after it was written again: %q", err, again)
		}
		if err == nil && h.whole() && !reflect.DeepEqual(slices.Collect(h.all()), slices.Collect(second.all())) {
			t.Errorf("changed by being written again: %q", again)
		}
	})
}

// Opening an article waits no more than two milliseconds for the marks of thousands.
func BenchmarkGet(b *testing.B) {
	s := New(b.TempDir())
	var h history
	for i := range 3000 {
		name := fmt.Sprintf("/home/ada/articles/an-article-%d.md", i)
		line, _ := encode(Mark{Article: name, When: noon, Share: 0.5, Place: article.Place{Offset: 500, Length: 1000, Before: strings.Repeat("a", 48), After: strings.Repeat("b", 48)}})
		h.put(name, strings.TrimSuffix(line, "\n"))
	}
	if err := s.replace(h, older); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, ok := s.Get("/home/ada/articles/an-article-77.md"); !ok {
			b.Fatal("lost")
		}
	}
}

func BenchmarkPut(b *testing.B) {
	s := New(b.TempDir())
	for b.Loop() {
		if err := s.Put(Mark{Article: "tides", When: noon, Place: at(1)}); err != nil {
			b.Fatal(err)
		}
	}
}

// A finished article stays finished, also where another program had it open from before; a title is kept
// with the last mark, and so is what was removed from a list, until it is read again.
func TestFinishedAndUnlisted(t *testing.T) {
	folder := t.TempDir()
	one, other := New(folder), New(folder)
	put(t, one, Mark{Article: "tides", When: noon, Share: 1, Title: "Tides", Finished: true})
	put(t, other, Mark{Article: "tides", When: noon.Add(time.Hour), Share: 0.1, Title: "The Tides"})
	want := Mark{Article: "tides", When: noon.Add(time.Hour), Share: 0.1, Title: "The Tides", Finished: true}
	if got, _ := one.Get("tides"); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	removed := want
	removed.Unlisted = true
	put(t, other, removed)
	if got := read(t, one)["tides"]; !reflect.DeepEqual(got, removed) {
		t.Errorf("got  %+v\nwant %+v", got, removed)
	}
	put(t, one, Mark{Article: "tides", When: noon, Share: 0.2, Title: strings.Repeat("Öde ", maxTitle)})
	if err := one.rewrite(""); err != nil {
		t.Fatal(err)
	}
	got := read(t, other)["tides"]
	if got.Unlisted || !got.Finished || len(got.Title) > maxTitle || !utf8.ValidString(got.Title) || !strings.HasPrefix(got.Title, "Öde Öde") {
		t.Errorf("got %+v", got)
	}
}

func TestAtEnd(t *testing.T) {
	for share, want := range map[float64]bool{0: false, 0.94: false, 0.95: true, 1: true} {
		if got := (Mark{Share: share}).AtEnd(); got != want {
			t.Errorf("%v: got %v", share, got)
		}
	}
}
