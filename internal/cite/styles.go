package cite

// A Style is a way of citing that [Find] understands.
type Style struct {
	Name     string
	Examples []string // each is a citation as it stands in a text
	More     string   // what else is to be said, or empty
}

// Styles returns the styles of citation that are found in any text, with examples.
func Styles() []Style {
	return []Style{
		{Name: "numbers in brackets", Examples: []string{"[1]", "[1,3–5]", "[1][2]", "[1]–[3]", "[see 3 and 5]", "[12, p. 4]"}},
		{
			Name:     "in parentheses, raised, and raised ones that fell into the line when a page was copied",
			Examples: []string{"(3, 5–7)", "animals³,⁴", "^3,4^", "<sup>3</sup>", "animals3,4"},
		},
		{Name: "behind a word", Examples: []string{"ref. 12", "Refs. 3–5"}},
		{
			Name:     "authors and years",
			Examples: []string{"(Smith, 2019a; van der Berg et al. 2020)", "Smith and Lee (2019, 2020b)", "WHO (2010)", "Müller u. a. (in press)"},
		},
		{Name: "labels", Examples: []string{"[RFC2119]", "[Knu84, ABC+20]"}},
		{
			Name:     "footnotes that are references",
			Examples: []string{"[^1]"},
			More:     "with ibid., op. cit., loc. cit., supra note 4, a. a. O. led on to the work that they stand for",
		},
		{Name: "links to an entry of the list", Examples: []string{"[[1]](#ref1)", "[1](https://doi.org/…)"}},
	}
}
