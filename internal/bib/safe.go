package bib

import "etal/internal/safe"

// MakeSafe makes every text in the items printable on one line, in place, so that what is
// printed of an item has the offsets it is given when it is printed.
func MakeSafe(items []Item) {
	for i := range items {
		for _, text := range items[i].texts() {
			*text = safe.Line(*text).String()
		}
	}
}

// texts returns all texts of an item.
func (item *Item) texts() []*string {
	all := []*string{
		&item.ID, &item.Type, &item.YearSuffix, &item.Title, &item.ContainerTitle, &item.Volume, &item.Issue, &item.Page,
		&item.Number, &item.NumberOfPages, &item.Edition, &item.Publisher, &item.PublisherPlace, &item.Collection, &item.Genre,
		&item.ISBN, &item.PMID, &item.PMCID, &item.DOI, &item.URL,
	}
	if item.Issued != nil {
		all = append(all, &item.Issued.Literal)
	}
	for _, persons := range [][]Name{item.Author, item.Editor, item.Translator} {
		all = append(all, textsOf(persons)...)
	}
	for i := range item.Persons {
		all = append(append(all, &item.Persons[i].Name), textsOf(item.Persons[i].Value)...)
	}
	for i := range item.Dates {
		all = append(all, &item.Dates[i].Name, &item.Dates[i].Value.Literal)
	}
	for i := range item.Texts {
		all = append(all, &item.Texts[i].Name, &item.Texts[i].Value)
	}
	if own := item.Own; own != nil {
		all = append(all, &own.Format, &own.Kind)
		for i := range own.Fields {
			all = append(all, &own.Fields[i].Name, &own.Fields[i].Value)
		}
	}
	return all
}

func textsOf(persons []Name) []*string {
	var all []*string
	for i := range persons {
		n := &persons[i]
		all = append(all, &n.Family, &n.Given, &n.Suffix, &n.NonDroppingParticle, &n.Literal)
	}
	return all
}
