package doc

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"etal/internal/article"
)

// A pageMark is a page that begins in text which is about to be written.
type pageMark struct {
	*PageStart
	signs int // of the text before it, blanks not counted, which are tidied
}

// tidy returns text tidied and without the marks of pages. Where they stood, the pages begin when the
// text is written; without text, where the next begins.
func (w *writer) tidy(text []Inline) []Inline {
	if !slices.ContainsFunc(text, func(in Inline) bool { return in.page() != nil }) {
		return Tidy(text)
	}
	var rest []Inline
	signs := 0
	for _, in := range text {
		if p := in.page(); p != nil {
			w.pages = append(w.pages, pageMark{p, signs})
			continue
		}
		if in.isText() {
			for _, r := range in.Text.String() {
				if !unicode.IsSpace(r) {
					signs++
				}
			}
		}
		rest = append(rest, in)
	}
	return Tidy(rest)
}

// startPages begins the pages in a part of a text, which was written from an offset on. Signs of it
// are found there among those of the Markdown.
func (w *writer) startPages(text string, from int) {
	written, at := w.body[from:], 0
	for _, r := range text {
		if len(w.pages) == 0 {
			return
		}
		if unicode.IsSpace(r) {
			continue
		}
		if n := bytes.IndexRune(written[at:], r); n >= 0 {
			at += n
		} else {
			at = len(written) // raised, or another sign in the text of a link
		}
		for len(w.pages) > 0 && w.pages[0].signs <= w.signs {
			w.startPage(from + at)
		}
		at = min(at+utf8.RuneLen(r), len(written))
		w.signs++
	}
}

// startPage begins the first page that is to begin.
func (w *writer) startPage(at int) {
	p := w.pages[0].PageStart
	w.pages, w.page = w.pages[1:], p
	w.draft.Pages = append(w.draft.Pages, article.Page{Start: at, Number: p.Number, Label: p.Label})
}

// endText ends a text: pages that have not begun in it begin with the next.
func (w *writer) endText() {
	w.signs = 0
	for i := range w.pages {
		w.pages[i].signs = 0
	}
}

// startAllPages begins the pages that are to begin, where the body ends.
func (w *writer) startAllPages() {
	for len(w.pages) > 0 {
		w.startPage(len(w.body))
	}
}

// returnTo begins a page again, with the next text, unless it is that of the text before.
func (w *writer) returnTo(p *PageStart) {
	if p != nil && p != w.page {
		w.pages = append(w.pages, pageMark{PageStart: p})
	}
}

// pagesIn returns the marks of pages in text.
func pagesIn(text []Inline) []Inline {
	return slices.DeleteFunc(slices.Clone(text), func(in Inline) bool { return in.page() == nil })
}
