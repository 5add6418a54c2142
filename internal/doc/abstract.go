package doc

import (
	"slices"
	"strings"
	"unicode"

	"etal/internal/article"
	"etal/internal/names"
	"etal/internal/safe"
)

// abstractNames are the folded headings of abstracts.
var abstractNames = []string{
	"abstract", "summary", "synopsis", "zusammenfassung", "kurzfassung", "resume", "resumen", "resumo", "riassunto", "samenvatting", "sammanfattning", "sammendrag",
}

// abstractBlocks is the number of blocks at the beginning of an article among which its abstract
// is looked for: after the title, the authors and their addresses.
const abstractBlocks = 30

// abstractSentence returns the first sentence of an article's abstract: of the paragraph under a
// heading with one of abstractNames, or of one that begins with such a word, as in
// "Abstract. We show". It is empty where there is none.
func (d *Draft) abstractSentence(a *article.Article) safe.Text {
	for i, b := range a.Blocks[:min(len(a.Blocks), abstractBlocks)] {
		text := strings.TrimLeft(a.Slice(b).String(), "#*_ ")
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(text)
		}
		if !slices.Contains(abstractNames, names.Fold(text[:end])) {
			continue
		}
		rest := strings.TrimLeft(text[end:], "*_ ")
		switch next := strings.TrimLeft(rest, ".:—–-*_ \n"); {
		case next != "" && next != rest: // "Abstract. We show"
			return d.firstSentence(next)
		case rest == "" && i+1 < len(a.Blocks):
			return d.firstSentence(a.Slice(a.Blocks[i+1]).String())
		}
	}
	return safe.Text{}
}

// firstSentence returns the first sentence of a paragraph, without its Markdown.
func (d *Draft) firstSentence(paragraph string) safe.Text {
	if d.plain != nil {
		paragraph = d.plain(paragraph)
	}
	return safe.Line(article.FirstSentence(strings.TrimSpace(paragraph)))
}
