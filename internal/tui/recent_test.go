package tui

import (
	"fmt"
	"testing"
	"time"

	"etal/internal/library"
	"etal/internal/places"
	"etal/internal/tui/list"
)

// The newest marks whose articles can be opened again are listed, unless they were removed.
func TestRecent(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	marks := map[string]places.Mark{}
	for n := range 3 * list.MaxRecent {
		key := fmt.Sprintf("%02d", n)
		marks[key] = places.Mark{Article: key, When: noon.Add(time.Duration(n) * time.Hour), Unlisted: n%3 == 0}
	}
	got := recent(marks, func(key string) (*library.Entry, bool) {
		return &library.Entry{Key: key}, key != "28"
	})
	want := 29
	for _, r := range got {
		if r.Entry.Key != fmt.Sprintf("%02d", want) || r.Left.Article != r.Entry.Key {
			t.Errorf("got %s, want %d", r.Entry.Key, want)
		}
		for want--; want == 28 || want%3 == 0; want-- {
		}
	}
	if len(got) != list.MaxRecent {
		t.Errorf("%d are listed", len(got))
	}
}
