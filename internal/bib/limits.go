package bib

// What every reader of a bibliography keeps to, so that a damaged file costs no more than
// its size. They are far above the largest bibliographies that reference managers export.
const (
	MaxEntries   = 100_000 // further ones are left out
	MaxBroken    = 1_000   // entries that cannot be read before the rest is left out
	MaxEntrySize = 1 << 20 // of one entry, in bytes
)
