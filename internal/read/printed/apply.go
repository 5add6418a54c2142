package printed

import (
	"strings"

	"etal/internal/doc"
)

// ahead is how many words further a word of the document is looked for: some are left out, such as
// the lines at the head of a page.
const ahead = 400

// Apply gives the words of a document the styles that they were printed in. Headings keep their
// own.
func (s *Styles) Apply(d *doc.Document) {
	if s != nil {
		m := matcher{words: s.words}
		m.blocks(d.Blocks)
	}
}

// A matcher goes through the words of the text as those of the document follow.
type matcher struct{ words []word }

func (m *matcher) blocks(blocks []doc.Block) {
	for i := range blocks {
		switch b := blocks[i].(type) {
		case doc.Paragraph:
			blocks[i] = doc.Paragraph{Text: m.inlines(b.Text)}
		case doc.Heading:
			m.inlines(b.Text)
		case doc.Quote:
			m.blocks(b.Blocks)
		case doc.Code:
			m.skip(b.Text.String())
		case doc.List:
			for _, item := range b.Items {
				m.blocks(item.Blocks)
			}
		}
	}
}

// inlines returns text with the styles of its words.
func (m *matcher) inlines(text []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for _, in := range text {
		if in.Style != 0 || in.To != nil || in.Break {
			m.skip(in.Text.String())
			out = append(out, in)
			continue
		}
		out = append(out, m.styled(in.Text.String())...)
	}
	return out
}

// styled returns a text as parts of one style each. A blank between words of one style has it, too.
func (m *matcher) styled(text string) []doc.Inline {
	styles := make([]doc.Style, len(text))
	last := 0 // the end of the word before
	for at := 0; at < len(text); {
		rest := strings.TrimLeft(text[at:], " \t\n")
		start := len(text) - len(rest)
		end := start + strings.IndexAny(rest+" ", " \t\n")
		if w := m.next(text[start:end]); w.styles != nil {
			copy(styles[start:end], w.styles)
		}
		if last > 0 && start < len(text) && styles[last-1] == styles[start] {
			for i := last; i < start; i++ {
				styles[i] = styles[start]
			}
		}
		at, last = end, end
	}
	var parts []doc.Inline
	from := 0
	for i := 1; i <= len(text); i++ {
		if i == len(text) || styles[i] != styles[from] {
			parts = append(parts, doc.Text(text[from:i], styles[from]))
			from = i
		}
	}
	return parts
}

// next returns the next word that is text, and goes on behind it.
func (m *matcher) next(text string) word {
	for i, w := range m.words[:min(ahead, len(m.words))] {
		if w.text == text {
			m.words = m.words[i+1:]
			return w
		}
	}
	return word{text: text}
}

// skip goes on behind the words of a text.
func (m *matcher) skip(text string) {
	for w := range strings.FieldsSeq(text) {
		m.next(w)
	}
}
