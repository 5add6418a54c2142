package work

import "strings"

// Undated matches what stands in place of a year; see [WithoutDate].
const Undated = `in press|forthcoming|accepted|im Druck|im Erscheinen|sous presse|en prensa|no prelo|in stampa|в печати|` +
	`n\. ?d\.|undated|o\. ?J\.|s\. ?d\.|s\. ?f\.|s\. ?a\.|б\. ?г\.`

// WithoutDate returns a year or, of the ways to say that a work has none or is not out yet, the
// common one.
func WithoutDate(year string) string {
	switch strings.ToLower(strings.ReplaceAll(year, " ", "")) {
	case "inpress", "forthcoming", "accepted", "imdruck", "imerscheinen", "souspresse", "enprensa", "noprelo", "instampa", "впечати":
		return "in press"
	case "n.d.", "undated", "o.j.", "s.d.", "s.f.", "s.a.", "б.г.":
		return "n.d."
	}
	return year
}
