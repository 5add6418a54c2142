package cite

import (
	"slices"

	"etal/internal/article"
)

// A Style is a way of citing that etal understands.
type Style struct {
	Name     string
	Examples []string // each is a citation as it stands in a text
	More     string   // a remark for the manual, or empty
}

// A style is a [Style] that [Find] looks for.
type style struct {
	Style
	// find returns the marks of the style in a text, sorted. A label that the list lacks is
	// Missing.
	find func(*source) []article.Citation
	// believes returns the belief that these marks are the citations of the text. It is nil
	// for a style that is found only beside another.
	believes func(s *source, found []article.Citation) belief
	// beside returns further marks that a text of the style may have; it may be nil.
	beside func(*source) []article.Citation
	// byLabel is set for a style that cites by the labels or numbers of the list, which an
	// article does in one style.
	byLabel bool
}

// A belief is how certain it is that marks are the citations of a text.
type belief int

const (
	rejected belief = iota
	possible        // where no other style is certain
	certain
)

// styles are tried in this order.
var styles = []style{
	authorYearStyle,
	authorPageStyle,
	labelStyle,
	bracketStyle,
	tagStyle,
	superscriptStyle,
	caretStyle,
	parenthesisStyle,
	flattenedStyle,
	refWordStyle,
}

// markedStyles are the styles that a format marks up, so that its reader needs no [Find].
var markedStyles = []Style{
	{
		Name:     "footnotes that are references",
		Examples: []string{"[^1]"},
		More:     "with ibid., op. cit., supra note 4, a. a. O., (Fn. 4) led on to the work they refer to, and notes to that of a bibliography",
	},
	{Name: "links to an entry of the list", Examples: []string{"[[1]](#ref1)", "[1](https://doi.org/…)"}},
}

// Styles returns the styles of citation that etal understands, with examples.
func Styles() []Style {
	var all []Style
	for _, s := range styles {
		i := slices.IndexFunc(all, func(other Style) bool { return other.Name == s.Name })
		if i < 0 {
			i = len(all)
			all = append(all, Style{Name: s.Name, More: s.More})
		}
		all[i].Examples = append(all[i].Examples, s.Examples...)
	}
	return append(all, markedStyles...)
}
