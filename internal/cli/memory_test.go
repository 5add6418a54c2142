package cli

import "testing"

func TestHeapGrowth(t *testing.T) {
	for _, tt := range []struct {
		live uint64
		want int
	}{
		{0, 100}, {unusedHeap, 100}, {2 * unusedHeap, 50}, {unusedHeap * 100 / leastUnused, leastUnused}, {1 << 40, leastUnused},
	} {
		if got := heapGrowth(tt.live); got != tt.want {
			t.Errorf("of %d bytes: %d percent, want %d", tt.live, got, tt.want)
		}
	}
}
