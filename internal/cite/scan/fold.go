package scan

import (
	"strings"

	"etal/internal/names"
)

// Fold returns a name as it is compared: as [names.Fold] has it, with hyphens as blanks, since
// Théroux-Rancourt is Théroux Rancourt elsewhere, and without signs around it.
func Fold(s string) string { return strings.Trim(withoutHyphens(names.Fold(s)), " .,(") }

// FoldWithOffsets returns s folded like [Fold], with the signs around it, and for each byte of
// that, and its end, where it stands in s.
func FoldWithOffsets(s string) (folded string, offsets []int) {
	folded, offsets = names.FoldOffsets(s)
	return withoutHyphens(folded), offsets
}

func withoutHyphens(s string) string { return strings.ReplaceAll(s, "-", " ") }
