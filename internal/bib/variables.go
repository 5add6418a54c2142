package bib

import (
	"bytes"
	"encoding/json"
	"strings"
)

// A Variable is a value by its name: a variable of CSL, or a field as a format names it.
type Variable[T any] struct {
	Name  string
	Value T
}

// Variables are variables in the order in which they were read.
type Variables[T any] []Variable[T]

// Get returns the value of a variable, or the zero value if there is none of the name.
func (v Variables[T]) Get(name string) (value T) {
	for i := range v {
		if v[i].Name == name {
			return v[i].Value
		}
	}
	return value
}

// Has reports whether there is a variable of the name.
func (v Variables[T]) Has(name string) bool {
	for i := range v {
		if v[i].Name == name {
			return true
		}
	}
	return false
}

// Add appends a variable.
func (v *Variables[T]) Add(name string, value T) { *v = append(*v, Variable[T]{name, value}) }

// fewTexts is how many texts beside the fields of an item most entries of bibliographies have.
const fewTexts = 4

// AddText appends a variable of CSL to the item's, unless it is empty or there already.
func (item *Item) AddText(name, value string) {
	if value != "" && !item.Texts.Has(name) {
		if item.Texts == nil {
			item.Texts = make(Variables[string], 0, fewTexts)
		}
		item.Texts.Add(name, value)
	}
}

// AddPersons appends persons in a role of CSL to the item's, unless there are none or the role is
// taken.
func (item *Item) AddPersons(role string, persons []Name) {
	if len(persons) > 0 && !item.Persons.Has(role) {
		item.Persons.Add(role, persons)
	}
}

// AddDate appends a date of CSL to the item's, unless it is nil or there already.
func (item *Item) AddDate(name string, d *Date) {
	if d != nil && !item.Dates.Has(name) {
		item.Dates.Add(name, d)
	}
}

// The variables of CSL 1.0.2 that are no fields of an [Item], of texts and numbers, of persons, and
// of dates.
const (
	texts = `abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
		citation-label citation-number collection-number container-title-short dimensions division event event-place event-title
		first-reference-note-number ISSN jurisdiction keyword language license locator medium note
		number-of-volumes original-publisher original-publisher-place original-title page-first part-number part-title
		printing-number references reviewed-genre reviewed-title scale section source status supplement-number
		title-short version volume-title volume-title-short`
	roles = `chair collection-editor compiler composer container-author contributor curator director editorial-director
		executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient
		reviewed-author script-writer series-creator`
	dates = `accessed available-date event-date original-date submitted`
	types = `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
		document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
		manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
		personal_communication post post-weblog regulation report review review-book software song speech standard thesis
		treaty webpage`
)

// Names of CSL, by which the formats read and write what they have no name for.
var (
	TextNames = strings.Fields(texts)
	RoleNames = strings.Fields(roles)
	DateNames = strings.Fields(dates)
	typeNames = strings.Fields(types)
)

// IsType reports whether CSL has a type of the name.
func IsType(name string) bool {
	for _, t := range typeNames {
		if t == name {
			return true
		}
	}
	return false
}

// MarshalJSON returns the item in CSL-JSON.
func (item Item) MarshalJSON() ([]byte, error) {
	type fields Item // without this method
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // as the caller's encoder does where it is to
	if err := enc.Encode(fields(item)); err != nil {
		return nil, err
	}
	b.Truncate(b.Len() - len("}\n"))
	write := func(name string, value any) error {
		b.WriteByte(',')
		if err := enc.Encode(name); err != nil {
			return err
		}
		b.WriteByte(':')
		return enc.Encode(value)
	}
	for _, v := range item.Persons {
		if err := write(v.Name, v.Value); err != nil {
			return nil, err
		}
	}
	for _, v := range item.Dates {
		if err := write(v.Name, v.Value); err != nil {
			return nil, err
		}
	}
	for _, v := range item.Texts {
		if err := write(v.Name, v.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
