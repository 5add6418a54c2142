package cite

import "etal/internal/article"

// A Style is a way of citing that etal understands.
type Style struct {
	Name     string
	Examples []string // each is a citation as it stands in a text
	More     string   // what else is to be said, or empty
}

// A style is a [Style] that [Find] looks for.
type style struct {
	Style
	// find returns the marks of the style in a text, sorted; marks that are not in the list
	// are Missing.
	find func(*source) []article.Citation
	// believes returns how sure it is that these marks are the citations of the text. It is
	// nil if they are found only beside those of another style.
	believes func(s *source, found []article.Citation) belief
	// beside returns further marks that a text of the style may have; it may be nil.
	beside func(*source) []article.Citation
}

// A belief is how sure it is that marks are the citations of a text.
type belief int

const (
	rejected belief = iota
	possible        // where no other style is certain
	certain
)

// styles are tried in this order.
var styles = []style{
	authorYearStyle,
	labelStyle,
	bracketStyle,
	tagStyle,
	superscriptStyle,
	caretStyle,
	parenthesisStyle,
	fallenStyle,
	refWordStyle,
}

// markedStyles are those that a format's reader knows for certain.
var markedStyles = []Style{
	{
		Name:     "footnotes that are references",
		Examples: []string{"[^1]"},
		More:     "with ibid., op. cit., loc. cit., supra note 4, a. a. O. resolved to the work they refer to",
	},
	{Name: "links to an entry of the list", Examples: []string{"[[1]](#ref1)", "[1](https://doi.org/…)"}},
}

// Styles returns the styles of citation that are found in any text, with examples.
func Styles() []Style {
	var all []Style
	for _, s := range styles {
		if last := len(all) - 1; last >= 0 && all[last].Name == s.Name {
			all[last].Examples = append(all[last].Examples, s.Examples...)
		} else {
			s.Examples = append([]string(nil), s.Examples...)
			all = append(all, s.Style)
		}
	}
	return append(all, markedStyles...)
}
