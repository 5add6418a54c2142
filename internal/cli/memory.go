package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The garbage collector lets the heap grow to twice what is in use before it collects. That is
// fast, and for a long article wasteful: what is unused is kept within bounds here.
const (
	// unusedHeap is how many bytes of the heap may be unused.
	unusedHeap = 4 << 20
	// leastUnused is the share of the heap in use, in percent, that may be unused in any case,
	// so that collecting takes no more than a small part of the time.
	leastUnused = 30
)

// boundHeap keeps the unused part of the heap within bounds: after each collection it decides at
// which size of the heap the next begins.
func boundHeap() { afterCollection(new(collection)) }

// A collection is garbage that tells, by its finalizer, that a collection has ended.
type collection struct{ percent int }

func afterCollection(c *collection) {
	runtime.SetFinalizer(c, func(c *collection) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		percent := 100
		if live[0].Value.Kind() == metrics.KindUint64 {
			percent = heapGrowth(live[0].Value.Uint64())
		}
		if percent != c.percent {
			c.percent = percent
			debug.SetGCPercent(percent)
		}
		afterCollection(c)
	})
}

// heapGrowth returns by how many percent a heap of which live bytes are in use may grow.
func heapGrowth(live uint64) int {
	return max(leastUnused, int(min(100, unusedHeap*100/max(live, 1))))
}
