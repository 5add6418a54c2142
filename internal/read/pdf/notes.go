package pdf

import (
	"strings"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/pdf/page"
)

// A noteKey is the mark of a footnote on a page.
type noteKey struct {
	page int
	mark string
}

// noteMark matches the mark at the beginning of a footnote.
var noteMark = lazyregexp.New(`^(?:\d{1,3}|[*∗†‡§¶‖#]{1,3}|[a-z])`)

const noteZone = 0.45 // of a page's height, below which footnotes stand

// findNotes finds the footnotes: small text at the foot of a column, with a raised mark before it.
func (r *reader) findNotes() {
	for _, p := range r.flow {
		if p.kind != running || p.first().size > r.body.size*0.95 {
			continue
		}
		height := r.pages[p.page-1].Height()
		if p.first().base < noteZone*height {
			continue
		}
		c := p.first().cells[0]
		if mark := raisedStart(c.Glyphs, c.Base, c.Size); mark != "" && noteMark.MatchString(mark) {
			p.kind, p.number = note, mark
		}
	}
}

// raisedStart returns the raised glyphs at which a line begins.
func raisedStart(glyphs []page.Glyph, base, size float64) string {
	var b strings.Builder
	for _, g := range glyphs {
		if g.Rune == ' ' || styleOf(base, size, g)&doc.Superscript == 0 && !strings.ContainsRune("*∗†‡§¶‖", g.Rune) {
			break
		}
		b.WriteRune(g.Rune)
	}
	return b.String()
}
