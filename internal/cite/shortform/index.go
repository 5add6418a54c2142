package shortform

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/cite/scan"
	"etal/internal/cite/work"
	"etal/internal/lazyregexp"
)

// An index finds the works that a short form may mean by the words that they share with it,
// so that a short form costs no more in a list of thousands than in one of ten. Works are parsed
// when the first short form is met.
type index struct {
	works    []article.Reference // in order
	families []string            // of the first authors of those that were parsed, folded
	titles   []string            // of those, folded, without a subtitle
	byNumber map[int]int         // numbers of works to indexes
	byFamily map[string][]int    // first words of families to indexes of works
	byWord   map[familyWord][]int
}

// A familyWord is a word of an entry, under the first word of its first author's family.
type familyWord struct{ family, word string }

var (
	// parties matches the name of a case in court, by whose first party it is cited.
	parties = lazyregexp.New(`^[*_]*(\p{Lu}[\p{L}'’-]+)[^.,;:\d]{0,40}\s[vV]\.?\s`)
	// firstName matches the family that an entry begins with, as German notes have it.
	firstName = lazyregexp.New(`^(?:\p{Lu}[\p{L}.'’-]*\s){0,2}(\p{Lu}[\p{L}'’-]+),\s`)
)

// maxSharing bounds the works that a short form is compared with: those of authors of one name
// that have the rarest of its words in common.
const maxSharing = 1000

// parse parses the works that were added since the last time.
func (x *index) parse() {
	if x.byFamily == nil {
		x.byNumber, x.byFamily, x.byWord = map[int]int{}, map[string][]int{}, map[familyWord][]int{}
	}
	for i := len(x.families); i < len(x.works); i++ {
		family, fields := "", x.works[i].Fields()
		if m := parties.FindStringSubmatch(x.works[i].Text.String()); m != nil {
			family = scan.Fold(m[1])
		} else if len(fields.Author) > 0 {
			family = work.FamilyOf(fields.Author[0])
		} else if m := firstName.FindStringSubmatch(x.works[i].Text.String()); m != nil {
			family = scan.Fold(m[1])
		}
		x.byNumber[x.works[i].Number] = i
		x.families = append(x.families, family)
		x.titles = append(x.titles, mainTitle(fields.Title))
		if family == "" {
			continue
		}
		first := work.FirstWord(family)
		x.byFamily[first] = append(x.byFamily[first], i)
		for _, word := range scan.Words(scan.Fold(x.works[i].Text.String())) {
			key := familyWord{first, word}
			if at := x.byWord[key]; len(at) == 0 || at[len(at)-1] != i {
				x.byWord[key] = append(at, i)
			}
		}
	}
}

// named returns the numbers of the works that a folded short form names by the family of the
// first author and, if it has more words, by words of the entry: of more than a mark may name,
// the first ones.
func (x *index) named(form string) (found []int) {
	x.parse()
	words := strings.FieldsFunc(form, work.IsNotWordRune)
	for i, word := range words {
		if slices.Contains(words[:i], word) {
			continue
		}
		sharing := x.sharing(word, form)
		for _, i := range sharing[:min(len(sharing), maxSharing)] {
			if len(found) <= maxAlike && x.names(form, i) {
				found = append(found, i)
			}
		}
	}
	slices.Sort(found)
	for i, at := range found {
		found[i] = x.works[at].Number
	}
	return found
}

// sharing returns the works whose first author's family begins with a word and that have the
// rarest of a form's other words, too.
func (x *index) sharing(first, form string) []int {
	works := x.byFamily[first]
	if len(works) == 0 {
		return nil
	}
	_, rest, _ := strings.Cut(form, first)
	for _, word := range scan.Words(rest) {
		if at := x.byWord[familyWord{first, word}]; len(at) > 0 && len(at) < len(works) {
			works = at
		}
	}
	return works
}

// names reports whether a form names a work.
func (x *index) names(form string, i int) bool {
	family := x.families[i]
	at := strings.Index(form, family)
	if at < 0 || !scan.IsWordBorder(form, at) || !scan.IsWordBorder(form, at+len(family)) {
		return false
	}
	first := work.FirstWord(family)
	for _, word := range scan.Words(form[at+len(family):]) {
		if _, ok := slices.BinarySearch(x.byWord[familyWord{first, word}], i); !ok {
			return false
		}
	}
	return true
}

// mainTitle returns a title without its subtitle, as a list of folded words.
func mainTitle(title string) string {
	main, _, _ := strings.Cut(title, ":")
	return strings.Join(scan.Words(scan.Fold(main)), " ")
}

// leastTitle is the length in bytes of the shortest title by which a work is told without the words
// around it.
const leastTitle = 4

// printed returns the numbers of the works that a text prints: by the family of the first author and
// the title. A title that is within another's is none, and of works that are alike none is meant.
func (x *index) printed(text string) (numbers []int) {
	x.parse()
	words := scan.Words(scan.Fold(text))
	joined := " " + strings.Join(words, " ") + " "
	var found []int
	for i, word := range words {
		if slices.Contains(words[:i], word) {
			continue
		}
		at := x.byFamily[word]
		for _, i := range at[:min(len(at), maxSharing)] {
			family := strings.Join(scan.Words(x.families[i]), " ")
			if len(found) <= maxAlike && len(x.titles[i]) >= leastTitle && strings.Contains(joined, " "+family+" ") && strings.Contains(joined, " "+x.titles[i]+" ") {
				found = append(found, i)
			}
		}
	}
	for _, i := range found {
		within := func(j int) bool { return j != i && strings.Contains(x.titles[j], x.titles[i]) }
		if !slices.ContainsFunc(found, within) {
			numbers = append(numbers, x.works[i].Number)
		}
	}
	return numbers
}

// familyOf returns the family of a work's first author, folded, or "".
func (x *index) familyOf(number int) string {
	x.parse()
	if i, ok := x.byNumber[number]; ok {
		return x.families[i]
	}
	return ""
}
