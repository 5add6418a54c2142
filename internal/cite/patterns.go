package cite

import "etal/internal/names"

// Parts of the expressions for marks of all styles.
const (
	// gap matches blanks within a mark, which may go over a line's end.
	gap = `[ \t\x{a0}\x{202f}\x{2009}]*(?:\n[ \t>]*)?`
	// dash matches what stands between the ends of a range.
	dash = `-|‐|‑|‒|–|—|−`

	// andWord matches a word between numbers; names.And has words of one letter, which blanks
	// have to tell from a part of the number.
	andWord = `(?:,` + gap + `|[\s\x{a0}]` + gap + `)(?:` + names.And + `)[\s\x{a0}]`

	// rangeWord matches what stands between the ends of a range, other than a dash.
	rangeWord = `[~〜～]|(?:to|bis|à|až)[\s\x{a0}]`
)
