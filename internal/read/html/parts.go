package html

import (
	"slices"
	"strings"

	"etal/internal/doc"
	"etal/internal/safe"
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
	if len(parts) == 0 {
		return nil
	}
	out := make([]doc.Block, 0, 1+len(parts)-inlinesBefore(parts))
	var run []doc.Inline
	breaks := 0
	flush := func() {
		if run = endFormula(out, run); !doc.IsBlank(run) {
			out = append(out, doc.Paragraph{Text: run})
		} else {
			for _, in := range run {
				if p, ok := in.To.(*doc.PageStart); ok {
					out = append(out, p)
				}
			}
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

// endFormula gives the sign of punctuation that text begins with to the formula before it, and returns
// the rest.
func endFormula(before []doc.Block, text []doc.Inline) []doc.Inline {
	if len(before) == 0 || len(text) == 0 || text[0].Break || text[0].To != nil {
		return text
	}
	f, ok := before[len(before)-1].(doc.Formula)
	s := strings.TrimLeft(text[0].Text.String(), " \n\t")
	if !ok || f.Number.Len() > 0 || s == "" || !strings.Contains(".,;:", s[:1]) || len(s) > 1 && strings.TrimLeft(s[1:], " \n\t") == s[1:] {
		return text
	}
	f.Text = append(slices.Clip(f.Text), doc.Text(s[:1]))
	before[len(before)-1] = f
	rest := text[0]
	rest.Text = safe.New(s[1:])
	return append([]doc.Inline{rest}, text[1:]...)
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
