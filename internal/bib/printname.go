package bib

import (
	"strings"

	"etal/internal/names"
)

// maxPrinted is how many authors are printed: of more, the first and the last are, as the
// Publication Manual of the American Psychological Association (7th edition, 9.8) says.
const maxPrinted = 20

// printNames writes names as an entry begins with them: "Berg, J. van der, & Cho, K."
func printNames(persons []Name) string {
	var out []string
	more := len(persons) > 0 && persons[len(persons)-1].Literal == AndOthers
	if more {
		persons = persons[:len(persons)-1]
	}
	for i, n := range persons {
		if len(persons) > maxPrinted && i >= maxPrinted-1 && i < len(persons)-1 {
			continue
		}
		out = append(out, join(", ", n.Short(), names.Initials(n.Given), n.Suffix))
	}
	switch last := len(out) - 1; {
	case last < 0:
		return ""
	case more:
		return strings.Join(out, ", ") + ", et al."
	case len(persons) > maxPrinted:
		return strings.Join(out[:last], ", ") + ", … " + out[last]
	case last > 0:
		return strings.Join(out[:last], ", ") + ", & " + out[last]
	}
	return out[0]
}

// printEditors writes persons as they stand before a book: "J. van der Berg & K. Cho".
func printEditors(persons []Name) string {
	var out []string
	for _, n := range persons {
		if n.Literal == AndOthers {
			return strings.Join(out, ", ") + " et al."
		}
		out = append(out, join(" ", names.Initials(n.Given), n.Short(), n.Suffix))
	}
	if last := len(out) - 1; last == 1 {
		return out[0] + " & " + out[1]
	} else if last > 1 {
		return strings.Join(out[:last], ", ") + ", & " + out[last]
	}
	return strings.Join(out, "")
}

// printTranslators writes persons as they stand behind a title: "J. van der Berg, Trans.".
func printTranslators(persons []Name) string {
	if len(persons) == 0 {
		return ""
	}
	return printEditors(persons) + ", Trans."
}

func editors(persons []Name) string {
	if len(persons) > 1 {
		return "(Eds.)"
	}
	return "(Ed.)"
}
