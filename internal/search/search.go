// Package search finds words in an article as the reader sees it: accents, capitals, kinds
// of quotes and dashes, ligatures, line breaks and the signs of Markdown do not hide them.
//
// [New] folds an article's text once; [Index.Find] looks for a query in it. The package must
// not know how what it finds is shown.
package search

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/markdown"
	"etal/internal/names"
	"etal/internal/safe"
)

// maxMatches is how many matches are found; later ones are left out.
const maxMatches = 99_999

// maxQuery is the length in bytes of the longest query; a longer one is found nowhere.
const maxQuery = 1000

// An Index is an article's text made ready for searching: about twice the size of the
// body. It does not change, and is safe for concurrent use.
type Index struct {
	text  []byte    // folded, with its capitals
	small []byte    // the same in small letters, byte for byte
	parts []segment // where its bytes come from
}

// A segment is a stretch of folded text and the bytes of the body that it comes from: the same
// bytes or, if it is whole, others that correspond to it as a whole only.
type segment struct {
	folded, source int32 // where it starts
	length         int32 // in the body, in bytes
	whole          bool
}

// New returns the index of an article. It parses all of it: about 80 ms for each megabyte.
func New(a *article.Article) *Index {
	c := content.New(a)
	f := folder{text: make([]byte, 0, a.Body.Len()+len(a.Blocks))}
	for i := range a.Blocks {
		f.block(c, c.Block(i))
		f.text = append(f.text, '\n') // no match goes over the end of a block
	}
	return &Index{text: f.text, small: lower(f.text), parts: f.parts}
}

// Find returns the matches of the query, in the order of the text; they do not overlap.
// Capitals matter where the query has any. The words may be given as they are shown, with or
// without the marks of footnotes, or as the Markdown has them.
func (ix *Index) Find(query string) []article.Span {
	if len(query) > maxQuery {
		return nil
	}
	shown := asShown(query)
	if found := ix.find(shown); len(found) > 0 {
		return found
	}
	for _, form := range []func(string) []byte{asWritten, withoutNotes} {
		if other := form(query); !bytes.Equal(other, shown) {
			if found := ix.find(other); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// asShown folds a query that is text.
func asShown(query string) []byte {
	f := folder{}
	f.piece(markdown.Piece{Span: article.Span{End: len(query)}, Text: safe.New(query)})
	return f.text
}

// asWritten folds a query that is Markdown.
func asWritten(query string) []byte {
	text := safe.New(query)
	ix := New(&article.Article{Body: text, Blocks: []article.Span{{End: text.Len()}}})
	return bytes.TrimSpace(ix.text)
}

// withoutNotes folds a query that is text with the marks of footnotes, superscript digits.
func withoutNotes(query string) []byte {
	return asShown(strings.Map(func(r rune) rune {
		if strings.ContainsRune(names.RaisedDigits, r) {
			return -1
		}
		return r
	}, query))
}

func (ix *Index) find(query []byte) []article.Span {
	if len(bytes.TrimSpace(query)) == 0 {
		return nil
	}
	text, capitals := ix.small, bytes.IndexFunc(query, unicode.IsUpper) >= 0
	if capitals {
		text = ix.text
	}
	var found []article.Span
	part := 0
	for at := 0; len(found) < maxMatches; {
		i := bytes.Index(text[at:], query)
		if i < 0 {
			break
		}
		start, end := at+i, at+i+len(query)
		part = ix.partAt(part, start)
		first := ix.parts[part]
		part = ix.partAt(part, end-1)
		found = append(found, article.Span{Start: first.startOf(start), End: ix.parts[part].endOf(end)})
		at = end
		if ix.parts[part].whole && part+1 < len(ix.parts) {
			at = max(at, int(ix.parts[part+1].folded)) // what is left of it is found with the rest
		} else if ix.parts[part].whole {
			break
		}
	}
	return found
}

// partAt returns the index of the segment that holds a byte of the folded text; it is at or
// after the given one.
func (ix *Index) partAt(from, folded int) int {
	rest := ix.parts[from:]
	return from + sort.Search(len(rest), func(i int) bool { return int(rest[i].folded) > folded }) - 1
}

// startOf returns where in the body it begins what begins at a byte of the folded text.
func (s segment) startOf(folded int) int {
	if s.whole {
		return int(s.source)
	}
	return int(s.source) + folded - int(s.folded)
}

// endOf returns where in the body it ends what ends before a byte of the folded text.
func (s segment) endOf(folded int) int {
	if s.whole {
		return int(s.source + s.length)
	}
	return int(s.source) + folded - int(s.folded)
}

// lower returns folded text in small letters. Where those take another number of bytes, the
// capital stays.
func lower(text []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if small := unicode.ToLower(r); utf8.RuneLen(small) == utf8.RuneLen(r) {
			return small
		}
		return r
	}, text)
}
