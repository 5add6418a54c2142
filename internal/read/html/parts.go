package html

import (
	"slices"
	"strings"

	"etal/internal/doc"
)

// A part is a part of the content of an element: an inline or, if it is not nil, a block. HTML mixes
// the two freely; [paragraphs] tells them apart in the end.
type part struct {
	doc.Inline
	block doc.Block
}

func inlineParts(text ...doc.Inline) []part {
	parts := make([]part, len(text))
	for i, in := range text {
		parts[i].Inline = in
	}
	return parts
}

func blockParts(blocks ...doc.Block) []part {
	parts := make([]part, len(blocks))
	for i, b := range blocks {
		parts[i].block = b
	}
	return parts
}

// paragraphs returns parts as blocks: inlines between blocks are paragraphs, which two line breaks
// divide.
func paragraphs(parts []part) []doc.Block {
	var out []doc.Block
	var run []doc.Inline
	breaks := 0
	flush := func() {
		if !doc.IsBlank(run) {
			out = append(out, doc.Paragraph{Text: run})
		}
		run, breaks = nil, 0
	}
	for i, p := range parts {
		switch {
		case p.block != nil:
			flush()
			out = append(out, p.block)
			continue
		case p.Break:
			if breaks++; breaks > 1 {
				flush()
				continue
			}
		case p.To != nil || strings.TrimSpace(p.Text.String()) != "":
			breaks = 0
		}
		if run == nil {
			run = make([]doc.Inline, 0, inlinesBefore(parts[i:]))
		}
		run = append(run, p.Inline)
	}
	flush()
	return out
}

// inlinesBefore returns how many inlines stand before the first block among parts.
func inlinesBefore(parts []part) int {
	if i := slices.IndexFunc(parts, func(p part) bool { return p.block != nil }); i >= 0 {
		return i
	}
	return len(parts)
}

// inlines returns parts as one text, with each line of the blocks among them on its own.
func inlines(parts []part) []doc.Inline {
	var text []doc.Inline
	for _, p := range parts {
		if p.block != nil {
			text = append(text, doc.Lines([]doc.Block{p.block})...)
		} else {
			text = append(text, p.Inline)
		}
	}
	return text
}

// styled adds a style to parts.
func styled(parts []part, style doc.Style) []part {
	for i := range parts {
		parts[i].Style |= style
	}
	return parts
}
