package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"etal/internal/lazyregexp"
)

// maxExpanded is the limit in bytes for the URLs and titles that all uses of link reference
// definitions stand for; in a longer text, the limit is its length. cmark has the same one.
const maxExpanded = 100 << 10

var bracketed = lazyregexp.New(`\[([^\[\]]{1,999})\]`)

// Whole reports whether all link reference definitions of the text are in effect.
func (p *Parser) Whole() bool { return !p.truncated }

// limitExpansion drops the definitions that expand to most beyond maxExpanded, such as a long URL
// that is used a thousand times.
func (p *Parser) limitExpansion() {
	uses := map[string]int{}
	long := 0 // bytes of the longest definition
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
			p.truncated = true
		}
	}
}
