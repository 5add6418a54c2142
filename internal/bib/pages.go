package bib

import "etal/internal/lazyregexp"

var rangeDash = lazyregexp.New(`\s*(?:-{1,3}|[–—‐‑−])\s*`)

// PlainRange writes a range of pages with one hyphen.
func PlainRange(s string) string { return rangeDash.ReplaceAllString(s, "-") }
