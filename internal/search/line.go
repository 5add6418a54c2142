package search

import (
	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// Fold returns a line of text as [Index.Find] compares it where a query has no capitals, and for
// each byte of that and for its end the offset in the text of the letter it comes from.
func Fold(text safe.Text) (folded string, offsets []int) {
	f := folder{text: make([]byte, 0, text.Len())}
	f.piece(markdown.Piece{Span: article.Span{End: text.Len()}, Text: text})
	offsets = make([]int, 0, len(f.text)+1)
	for i, part := range f.parts {
		end := len(f.text)
		if i+1 < len(f.parts) {
			end = int(f.parts[i+1].folded)
		}
		for at := int(part.folded); at < end; at++ {
			offsets = append(offsets, part.startOf(at))
		}
	}
	return string(lower(f.text)), append(offsets, text.Len())
}
