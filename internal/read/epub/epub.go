// Package epub reads books in EPUB 2 and 3: a zip archive with chapters in XHTML, which are one
// article.
//
// [Read] puts the chapters, in the order of the spine, into one tree whose IDs are unique, and has
// the reader of pages read that: so links, notes and citations lead across chapters. Nothing is
// written and nothing fetched. The package must not know where a book came from, nor how it is shown.
package epub

import (
	"errors"
	"fmt"

	"etal/internal/doc"
	page "etal/internal/read/html"
)

// A Decoder returns the text that bytes of a file hold, in whatever encoding.
type Decoder func(data []byte) (string, error)

// errNoText is the error for a book of which nothing can be read.
var errNoText = errors.New("EPUB without text")

// errPictures is the error for a book whose spine has pictures instead of chapters.
var errPictures = fmt.Errorf("%w: its pages are pictures", errNoText)

// noticePictures is the notice for a book without words.
const noticePictures = "no text in this book: its pages are pictures"

// Read reads a book. The error says in a few words why it cannot be read; what is missing of a book
// that can is a notice.
func Read(data []byte, decode Decoder) (*doc.Document, error) {
	b, err := open(data, decode)
	if err != nil {
		return nil, err
	}
	return b.read(0)
}

// Beginning reads the first chapters of a book, with at least so many bytes, if there are others.
func Beginning(data []byte, decode Decoder, size int) (*doc.Document, error) {
	b, err := open(data, decode)
	if err != nil {
		return nil, err
	}
	return b.read(size)
}

// read reads the chapters, or as many as have size bytes unless that is 0.
func (b *book) read(size int) (*doc.Document, error) {
	body := b.join(size)
	switch {
	case body.FirstChild == nil && len(b.meta.Notices) > 0:
		return nil, fmt.Errorf("%w: %s", errNoText, b.meta.Notices[0])
	case body.FirstChild == nil && b.hasPictures, size > 0 && b.hasPictures && !hasText(body):
		return nil, errPictures
	case body.FirstChild == nil, size > 0 && !hasText(body):
		return nil, errNoText
	}
	if !hasText(body) {
		b.meta.Notify(noticePictures)
	}
	return page.Book(body, b.meta), nil
}
