package article

import (
	"sync"

	"etal/internal/bib"
	"etal/internal/bib/refstring"
	"etal/internal/safe"
)

// A Reference is one entry of the article's list. Its span is the entry's text
// without the label.
type Reference struct {
	Span
	Number int       // from 1, in list order
	Label  safe.Text // as the article numbers it: 7, or empty where it does not
	Text   safe.Text // as printed, without Markdown
	Item   *bib.Item // its fields, where the format tells them; nil where it has only text

	parsed func() bib.Item // the fields of Text, parsed by the first call; nil where they are not shared
}

// ShareFields makes all copies of each reference share the fields found in its text. They are
// parsed when first asked for, which costs up to half a millisecond each, and never again.
func ShareFields(references []Reference) {
	for i := range references {
		r := &references[i]
		if text := r.Text.String(); r.Item == nil && r.parsed == nil {
			r.parsed = sync.OnceValue(func() bib.Item { return refstring.Parse(text) })
		}
	}
}

// Fields returns the fields of the reference: those that the format told, or those
// found in its text. Copies of the reference may share them: slices and pointers in them must
// not be written through. It is safe for concurrent use.
func (r Reference) Fields() bib.Item {
	switch {
	case r.Item != nil:
		return *r.Item
	case r.parsed != nil:
		return r.parsed()
	}
	return refstring.Parse(r.Text.String())
}

// Entry returns the reference as a bibliography has it: its fields, with the article's label as
// ID if they have none, and with the whole text as title if too little was found in it to list.
func (r Reference) Entry() bib.Item {
	item := r.Fields()
	if item.ID == "" {
		item.ID = r.Label.String()
	}
	if item.Title == "" && item.ContainerTitle == "" && item.URL == "" && item.DOI == "" {
		item.Title = r.Text.String()
	}
	return item
}
