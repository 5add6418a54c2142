package render

import (
	"fmt"
	"strings"
	"testing"

	"etal/internal/article"
	"etal/internal/safe"
	"etal/internal/theme"
)

// paragraphs returns an article of n paragraphs of a line each.
func paragraphs(n int) *article.Article {
	var b strings.Builder
	var blocks []article.Span
	for i := range n {
		start := b.Len()
		fmt.Fprintf(&b, "Paragraph %d.", i)
		blocks = append(blocks, article.Span{Start: start, End: b.Len()})
		b.WriteString("\n\n")
	}
	return &article.Article{Body: safe.New(b.String()), Blocks: blocks}
}

func TestKeptBlocks(t *testing.T) {
	d := New(paragraphs(3*keptBlocks), 40, theme.Plain(), Options{})
	first := d.Block(0)[0].Draw(nil)
	for i := range d.Len() {
		d.Block(i)
		if len(d.lines) > keptBlocks || len(d.order) != len(d.lines) {
			t.Fatalf("after block %d: %d blocks kept, %d in order", i, len(d.lines), len(d.order))
		}
	}
	if again := d.Block(0)[0].Draw(nil); again != first {
		t.Errorf("rendered again: %q, not %q", again, first)
	}
}

func TestAhead(t *testing.T) {
	for _, lines := range []int{0, 1, 10, 1 << 20} {
		d := New(paragraphs(3*keptBlocks), 40, theme.Plain(), Options{})
		for range keptBlocks { // a reader who has paged far
			d.Block(len(d.lines))
		}
		p, rendered := Place{Block: 2 * keptBlocks}, 0
		for d.Ahead(p, lines) {
			if rendered++; rendered > 2*keptBlocks {
				t.Fatalf("%d lines: no end", lines)
			}
		}
		if _, known := d.lines[p.Block]; known != (lines > 0) {
			t.Errorf("%d lines: block of the place rendered: %v", lines, known)
		}
	}
}

func BenchmarkBlocks(b *testing.B) {
	a := paragraphs(10_000)
	b.SetBytes(int64(len(a.Body.String())))
	b.ReportAllocs()
	for b.Loop() {
		d := New(a, 80, theme.Plain(), Options{})
		for i := range d.Len() {
			d.Block(i)
		}
	}
}
