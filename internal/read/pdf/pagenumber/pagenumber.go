// Package pagenumber finds the numbers that are printed on the pages of a file, such as those of a journal's volume.
//
// The package must not know where on a page a line stands.
package pagenumber

import (
	"strconv"

	"etal/internal/lazyregexp"
)

// A Head is a line that a page carries around its text.
type Head struct {
	Page int // from 1
	Text string
}

const (
	fewestPages = 2   // whose numbers follow each other
	mostPages   = 0.6 // of all pages, the share that must have such numbers
)

// outer matches the numbers at which a line begins and ends.
var outer = lazyregexp.New(`^[\W_]*(\d{1,5})(?:\D|$)|(?:^|\D)(\d{1,5})[\W_]*$`)

// Labels returns for each page the number that is printed on it, or would be: they rise by one from page to page, as
// those that most pages have do. It returns none if the pages have no numbers, or are numbered from 1; pages before the
// first printed number and behind the last have none.
func Labels(heads []Head, pages int) []string {
	type printed struct{ page, before int }
	seen := map[printed]bool{}
	counts := map[int]int{}
	best := 0
	for _, h := range heads {
		for _, m := range outer.FindAllStringSubmatch(h.Text, -1) {
			n, _ := strconv.Atoi(m[1] + m[2])
			p := printed{h.Page, n - h.Page}
			if seen[p] {
				continue
			}
			seen[p] = true
			if counts[p.before]++; counts[p.before] > counts[best] || counts[p.before] == counts[best] && p.before == 0 {
				best = p.before
			}
		}
	}
	if n := counts[best]; best == 0 || n < fewestPages || float64(n) < mostPages*float64(pages) {
		return nil
	}
	labels := make([]string, pages)
	last := 0
	for p := range seen {
		if p.before == best {
			last = max(last, p.page)
		}
	}
	for i := range labels[:last] {
		if n := best + i + 1; n > 0 {
			labels[i] = strconv.Itoa(n)
		}
	}
	return labels
}
