//go:build unix

package pdfium

import (
	"context"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// A memory is that of a run of PDFium, outside of Go's heap: it takes only what was written to, is not moved
// when it grows, and does not let the garbage collector wait for twice as much.
type memory struct{ reserved []byte }

// withMemory returns a context in which an instance has such a memory.
func withMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, &memory{})
}

// Allocate reserves addresses; the system gives memory for those that are used.
func (m *memory) Allocate(_, most uint64) experimental.LinearMemory {
	reserved, err := syscall.Mmap(-1, 0, int(most), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return onHeap(make([]byte, most))
	}
	m.reserved = reserved
	return m
}

// Reallocate returns the memory in a size, which is the largest at most.
func (m *memory) Reallocate(size uint64) []byte { return m.reserved[:size:size] }

// Free gives the memory back.
func (m *memory) Free() { _ = syscall.Munmap(m.reserved) }

// onHeap is a memory for when none can be reserved.
type onHeap []byte

func (m onHeap) Reallocate(size uint64) []byte { return m[:size:size] }
func (m onHeap) Free()                         {}
