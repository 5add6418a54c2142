package guide

import (
	"strings"

	"etal/internal/cite"
	"etal/internal/manual"
)

// Citations returns the citation styles and the other links that can be followed.
func Citations() []manual.Part {
	parts := []manual.Part{{Text: "Citations in these styles are linked to the entries of the article's reference list. " +
		"Text that merely looks like a citation is left alone: an interval such as [0, 1], an exponent, a dose. " +
		"If two entries match, both are offered; a citation without an entry is struck through."}}
	for _, s := range cite.Styles() {
		parts = append(parts, manual.Part{Title: upper(s.Name), Lines: manual.Columns(s.Examples, manual.Width-2), Text: s.More})
	}
	return append(parts,
		manual.Part{
			Title: "Keys, in Markdown",
			Lines: "[@smith2019, p. 3]   @smith2019   {cite}`smith2019`",
			Text:  "looked up in a bibliography (etal help writing)",
		},
		manual.Part{Title: "Cross-references", Lines: "Fig. 3   Tables 1 and 2   Eq. (4)   §2.1   Appendix A", Text: "and footnotes"},
	)
}

// upper returns text with its first letter, which is ASCII, in upper case.
func upper(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
