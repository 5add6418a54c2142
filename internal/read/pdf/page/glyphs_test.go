package page

import (
	"runtime"
	"slices"
	"testing"
)

// Packed glyphs are those that were packed, whole or in part.
func TestPack(t *testing.T) {
	text, raised := &Run{Size: 10}, &Run{Size: 7}
	all := []Glyph{
		{Run: text, Rune: 'a', Y: 100.5, Box: Extent{10, 15}}, {Run: raised, Rune: '2', Y: 96.25, Box: Extent{15, 18}},
		{Run: text, Rune: ' ', Y: 100.5, Box: Extent{18, 20}}, {Run: text, Rune: '𝑤', Y: 100.5, Box: Extent{20, 27}},
	}
	g := Pack(all)
	if !slices.Equal(g.Unpacked(), all) || !slices.Equal(g.Slice(1, 3).Unpacked(), all[1:3]) || g.Len() != 4 || g.At(3) != all[3] {
		t.Errorf("%v, want %v", g.Unpacked(), all)
	}
	if g.Text() != "a2 𝑤" || g.Index(' ') != 2 || g.Index('b') != -1 {
		t.Errorf("%q, blank at %d", g.Text(), g.Index(' '))
	}
	g.Set(0, 'b')
	if g.At(0).Rune != 'b' || Pack(nil).Len() != 0 {
		t.Errorf("set: %v", g.At(0))
	}
}

// A packed glyph takes less than half of one of a page.
func TestPackedSize(t *testing.T) {
	const n = 100_000
	glyphs := make([]Glyph, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	g := Pack(glyphs)
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / n; each > 24 {
		t.Errorf("%d bytes each of %d", each, g.Len())
	}
}
