package article

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"etal/internal/bib"
	"etal/internal/bib/refstring"
	"etal/internal/lazyregexp"
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

	shared *fields // found in Text; nil where copies do not share them
}

// A fields is what was found in the text of a reference, once it was asked for.
type fields struct {
	once     sync.Once
	item     *bib.Item
	markdown string     // the entry in the body, which tells its italics
	authors  *Reference // whose authors it repeats with dashes; nil where it prints its own
}

// repeatsAuthor matches the dashes that stand for the authors of the entry before.
var repeatsAuthor = lazyregexp.New(`^[*_\\]*(?:[—―]|[-–_]{2})[-–—―_]*[.,:]?(?: |$)`)

// longDash matches dashes that can be nothing else: two hyphens may also part what the entry lacks.
var longDash = lazyregexp.New(`^[*_\\]*(?:[—―]|[-–_]{3})`)

// RepeatsAuthor reports whether an entry of a list has dashes for the authors of the one before.
func RepeatsAuthor(entry string) bool { return repeatsAuthor.MatchString(entry) }

// ShareFields makes all copies of each reference share the fields found in its text, of which the body
// tells the italics. They are parsed when first asked for, which costs up to half a millisecond each, and
// never again.
func ShareFields(body safe.Text, references []Reference) {
	var last *Reference // the last one with authors of its own
	for i := range references {
		r := &references[i]
		if r.Item == nil && r.shared == nil {
			r.shared = &fields{markdown: body.Slice(r.Start, r.End).String()}
		}
		if !RepeatsAuthor(r.Text.String()) {
			last = r
		} else if r.shared != nil && longDash.MatchString(r.Text.String()) {
			r.shared.authors = last
		}
	}
}

// Fields returns the fields of the reference: those that the format told, or those
// found in its text. Copies of the reference may share them: slices and pointers in them must
// not be written through. It is safe for concurrent use.
func (r Reference) Fields() bib.Item {
	if r.Item != nil {
		return *r.Item
	}
	if r.shared == nil {
		return refstring.Parse(r.Text.String())
	}
	r.shared.once.Do(func() {
		item := refstring.Parse(withItalics(r.shared.markdown, r.Text.String()))
		if authors := r.shared.authors; authors != nil && len(item.Author) == 0 {
			item.Author = authors.Fields().Author
		}
		r.shared.item = &item
	})
	return *r.shared.item
}

// Entry returns the reference as a bibliography has it: its fields, with the article's label as
// ID if they have none and the label is not just a number, and with the whole text as a note if too little was found in it to list.
func (r Reference) Entry() bib.Item {
	item := r.Fields()
	if label := r.Label.String(); item.ID == "" && strings.IndexFunc(label, unicode.IsLetter) >= 0 {
		item.ID = label
	}
	if item.Title == "" && item.ContainerTitle == "" && item.URL == "" && item.DOI == "" {
		item.Texts = slices.Clone(item.Texts) // others may share them
		item.AddText("note", r.Text.String())
	}
	return item
}
