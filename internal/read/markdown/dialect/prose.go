package dialect

import (
	"cmp"
	"slices"

	"etal/internal/article"
	"etal/internal/markdown"
)

// A proseBlock is the running text of a block: without code, formulae, links, addresses and HTML.
type proseBlock struct {
	body  string
	block article.Span
	spans []article.Span
}

// prose calls visit with the running text of the blocks that are wanted.
func (t Text) prose(wanted func(block string) bool, visit func(p *proseBlock)) {
	blocks := t.blocks("")
	var parser *markdown.Parser
	for _, b := range blocks {
		if !wanted(t.Body[b.Start:b.End]) {
			continue
		}
		if parser == nil {
			parser = markdown.NewParser(t.Body, blocks)
		}
		visit(&proseBlock{t.Body, b, parser.Parse(b, nil).Prose()})
	}
}

// signs calls visit with the offsets of the prose in order, those of backslashes but not of what these
// escape. It returns the offset from which to go on, or any before for the next.
func (p *proseBlock) signs(visit func(i int) int) {
	at := p.block.Start
	for _, s := range p.spans {
		for i := max(s.Start, at); i < s.End; {
			next := i + 1
			if p.body[i] == '\\' {
				next++
			}
			i = max(visit(i), next)
			at = i
		}
	}
}

// has reports whether an offset is in the prose.
func (p *proseBlock) has(offset int) bool {
	i, _ := slices.BinarySearchFunc(p.spans, offset, func(s article.Span, at int) int { return cmp.Compare(s.End, at+1) })
	return i < len(p.spans) && p.spans[i].Start <= offset
}

// brackets returns the pairs of brackets in the prose, in the order of their beginnings.
func (p *proseBlock) brackets() []article.Span {
	var open []int
	var pairs []article.Span
	p.signs(func(i int) int {
		switch p.body[i] {
		case '[':
			open = append(open, i)
		case ']':
			if n := len(open); n > 0 {
				pairs = append(pairs, article.Span{Start: open[n-1], End: i + 1})
				open = open[:n-1]
			}
		}
		return i + 1
	})
	slices.SortFunc(pairs, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	return pairs
}
