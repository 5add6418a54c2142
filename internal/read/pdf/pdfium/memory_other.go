//go:build !unix

package pdfium

import "context"

// withMemory leaves an instance's memory to Go's heap.
func withMemory(ctx context.Context) context.Context { return ctx }
