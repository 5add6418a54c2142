package bib

import "etal/internal/safe"

// MakeSafe makes every text in the items printable on one line, in place, so that what is
// printed of an item has the offsets it is given when it is printed.
func MakeSafe(items []Item) {
	makeSafe := func(text *string) { *text = safe.Line(*text).String() }
	for i := range items {
		items[i].eachText(makeSafe)
	}
}

// eachText calls visit with all texts of an item.
func (item *Item) eachText(visit func(*string)) {
	for _, text := range [...]*string{
		&item.ID, &item.Type, &item.YearSuffix, &item.Title, &item.ContainerTitle, &item.Volume, &item.Issue, &item.Page,
		&item.Number, &item.NumberOfPages, &item.Edition, &item.Publisher, &item.PublisherPlace, &item.Collection, &item.Genre,
		&item.ISBN, &item.PMID, &item.PMCID, &item.DOI, &item.URL,
	} {
		visit(text)
	}
	if item.Issued != nil {
		visit(&item.Issued.Literal)
	}
	for _, persons := range [...][]Name{item.Author, item.Editor, item.Translator} {
		eachName(persons, visit)
	}
	for i := range item.Persons {
		visit(&item.Persons[i].Name)
		eachName(item.Persons[i].Value, visit)
	}
	for i := range item.Dates {
		visit(&item.Dates[i].Name)
		visit(&item.Dates[i].Value.Literal)
	}
	eachField(item.Texts, visit)
	if own := item.Own; own != nil {
		visit(&own.Format)
		visit(&own.Kind)
		eachField(own.Fields, visit)
	}
}

func eachName(persons []Name, visit func(*string)) {
	for i := range persons {
		n := &persons[i]
		for _, text := range [...]*string{&n.Family, &n.Given, &n.Suffix, &n.NonDroppingParticle, &n.Literal} {
			visit(text)
		}
	}
}

func eachField(fields Variables[string], visit func(*string)) {
	for i := range fields {
		visit(&fields[i].Name)
		visit(&fields[i].Value)
	}
}
