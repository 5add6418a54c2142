package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"etal/internal/lazyregexp"
)

// maxExpanded is how many bytes of addresses the uses of link reference definitions may
// come to in any text; where the text itself is longer, as many as that. Beyond it the
// definitions that come to most define nothing. cmark draws the same line.
const maxExpanded = 100 << 10

var bracketed = lazyregexp.New(`\[([^\[\]]{1,999})\]`)

// Whole reports whether all link reference definitions of the text hold.
func (p *Parser) Whole() bool { return !p.cut }

// expand takes away the definitions that would make far more of a text than it is: a long
// address that is named a thousand times.
func (p *Parser) expand() {
	uses := map[string]int{}
	long := 0 // the longest address
	for _, ref := range p.links {
		long = max(long, len(ref.Destination())+len(ref.Title()))
	}
	left := max(maxExpanded, len(p.text))
	if long*len(p.text)/2 <= left { // two bytes are the shortest use
		return
	}
	for _, m := range bracketed.FindAllStringSubmatch(p.text, -1) {
		uses[util.ToLinkReference([]byte(m[1]))]++
	}
	var labels []string
	size := func(label string) int {
		return uses[label] * (len(p.links[label].Destination()) + len(p.links[label].Title()))
	}
	for label := range p.links {
		labels = append(labels, label)
	}
	slices.SortFunc(labels, func(a, b string) int { return cmp.Or(size(a)-size(b), strings.Compare(a, b)) })
	for _, label := range labels {
		if left -= size(label); left < 0 {
			delete(p.links, label)
			p.cut = true
		}
	}
}
