package scan

import "etal/internal/names"

// Parts of the expressions for marks of all styles.
const (
	// Gap matches blanks within a mark, which may go over a line's end.
	Gap = `[ \t\x{a0}\x{202f}\x{2009}]*(?:\n[ \t>]*)?`
	// Dash matches what stands between the ends of a range.
	Dash = `-|‐|‑|‒|–|—|−`

	// AndWord matches a word between numbers; names.And has words of one letter, which blanks
	// have to tell from a part of the number.
	AndWord = `(?:,` + Gap + `|[\s\x{a0}]` + Gap + `)(?:` + names.And + `)[\s\x{a0}]`

	// RangeWord matches what stands between the ends of a range, other than a dash.
	RangeWord = `[~〜～]|(?:to|bis|à|až)[\s\x{a0}]`
)
