package article

import (
	"strings"

	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// Item returns the article itself as a work: its title, authors, year and identifiers.
func (a *Article) Item() bib.Item {
	item := bib.Item{Type: "document", Title: a.Title.String()}
	if date := bib.ParseDate(a.Date.String()); date.Year() > 0 {
		item.Issued = date
	}
	for _, author := range a.Authors {
		if name, ok := nameOf(author.String()); ok {
			item.Author = append(item.Author, name)
		}
	}
	for _, id := range a.IDs {
		switch id.Kind {
		case identify.DOI:
			item.DOI = id.Value
		case identify.ArXiv:
			item.Number = "arXiv:" + id.Value
		case identify.PMCID:
			item.PMCID = id.Value
		case identify.PMID:
			item.PMID = id.Value
		}
	}
	return item
}

// suffix matches what may stand behind a name that is no part of it but a suffix.
var suffix = lazyregexp.New(`^(?i:jr|sr|ii|iii|iv)\.?$`)

// ofBody matches words that names of organisations have and those of people have not.
var ofBody = lazyregexp.New(`(?i)\b(?:the|of|for|and|und|für|et|pour|y|para|group|team|consortium|collaboration|committee|council|society|association|foundation|office|agency|ministry|institut\w*|universit\w*|laborator\w*|inc|ltd|gmbh)\b|&`)

// longestFamily is how many words the family name of a person has at most that stands before the given names.
const longestFamily = 4

// nameOf returns the name of an author as it is printed in one line, given names first or behind a comma, and
// reports whether there is one.
func nameOf(text string) (name bib.Name, ok bool) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return name, false
	}
	family, given, turned := strings.Cut(text, ",")
	families := strings.Fields(family)
	switch {
	case len(words) == 1 || ofBody.MatchString(text) || turned && (len(families) == 0 || len(families) > longestFamily):
		return bib.Name{Literal: strings.Join(words, " ")}, true
	case turned && suffix.MatchString(strings.TrimSpace(given)): // Ada Oke, Jr.
		name, _ = nameOf(family)
		name.Suffix = strings.TrimSpace(given)
		return name, true
	case turned:
		given, last, _ := strings.Cut(given, ",")
		name.Given, name.Suffix = strings.TrimSpace(given), strings.TrimSpace(last)
	default:
		if last := len(words) - 1; last > 1 && suffix.MatchString(words[last]) {
			name.Suffix, words = words[last], words[:last]
		}
		first := len(words) - 1 // of the family name
		for first > 1 && names.IsParticle(words[first-1]) && words[first-1] == strings.ToLower(words[first-1]) {
			first--
		}
		name.Given, families = strings.Join(words[:first], " "), words[first:]
	}
	particles := 0
	for particles < len(families)-1 && names.IsParticle(families[particles]) && families[particles] == strings.ToLower(families[particles]) {
		particles++
	}
	name.NonDroppingParticle, name.Family = strings.Join(families[:particles], " "), strings.Join(families[particles:], " ")
	return name, true
}
