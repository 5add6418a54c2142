// Package landing finds what the links within a PDF lead to: headings, captions, formulae, theorems.
//
// A link knows a point of a page, near which something begins. The package must not know how a page is read, nor
// which links are citations.
package landing

import (
	"math"
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/names"
)

// A Link is a text that leads to a point of a page.
type Link struct {
	Text string
	Page int     // that it leads to
	X, Y float64 // where; X may be NaN
}

// A Block is a part of a page's text.
type Block struct {
	Page             int
	Left, Right, Top float64
	Kind             article.LinkKind // empty for text that nothing leads to
	Texts            []string         // each begins with a number by which it is named; a formula has several
}

// statement matches the beginning of what mathematicians number.
var statement = lazyregexp.New(`^(?:Theorem|Lemma|Proposition|Corollary|Definition|Remark|Example|Conjecture|Claim|Assumption|Property|Problem|Exercise|Algorithm|Listing|Satz|Théorème|Lemme|Teorema)\s\(?(?:[A-Z]\.?)?\d`)

// IsStatement reports whether a text is a theorem or the like, with a number.
func IsStatement(text string) bool { return statement.MatchString(text) }

var (
	// numbered matches the word and the number at which a text begins, and onlyNumber such a text.
	numbered   = lazyregexp.New(`^` + number + `(?:[\s.:,;)]|$)`)
	onlyNumber = lazyregexp.New(`^` + number + `\)?$`)
)

// word matches the words of a link that names nothing; raised marks have none.
var word = lazyregexp.New(`\p{L}{2}`)

const number = `(?:(\p{L}{2,}|§)\.?\s*)?\(?((?:[A-Z]\.?)?\d{1,3}(?:\.\d{1,3})*[a-h]?|[A-Z]|[IVX]{1,6})`

// kinds are the kinds of what words name.
var kinds = func() map[string]article.LinkKind {
	all := map[string]article.LinkKind{}
	for kind, words := range map[article.LinkKind]string{
		article.Figure:   "fig figs figure figures abb abbildung figura",
		article.Table:    "table tables tab tabelle tableau tabla",
		article.Section:  "section sections sec secs § chapter appendix kapitel abschnitt anhang",
		article.Equation: "eq eqs equation equations gleichung",
	} {
		for word := range strings.FieldsSeq(words) {
			all[word] = kind
		}
	}
	return all
}()

// How far below the point of a link that begins to which it leads, in points.
const (
	above  = 14.0  // it may begin higher by a line
	below  = 60.0  // a heading or a formula; before a caption stands a picture
	step   = 10.0  // by which links to things of one kind differ
	beside = 200.0 // and begin farther to the right
)

// leastAgreeing is the share of a file's links that must agree with their texts, in percent, for those to be believed
// whose texts tell nothing.
const leastAgreeing = 85

// AreBelieved reports whether links are believed of which so many of all that tell something agree with it.
func AreBelieved(agree, all int) bool { return agree*100 >= all*leastAgreeing }

// Find returns the index of the block to which each link leads, or -1: where there is none, or where the text of the
// link names another.
func Find(links []Link, blocks []Block) []int {
	found := make([]int, len(links))
	pages := map[int][]int{}
	for i, b := range blocks {
		pages[b.Page] = append(pages[b.Page], i)
	}
	agree, all := 0, 0
	usual := map[article.LinkKind]map[int]bool{} // how far below their points things of a kind begin, in steps
	var untold []int
	for i, l := range links {
		near := reached(l, pages[l.Page], blocks)
		found[i] = slices.IndexFunc(near, func(n int) bool { return blocks[n].isNamed(l) })
		switch {
		case found[i] >= 0:
			found[i] = near[found[i]]
			b := blocks[found[i]]
			agree, all = agree+1, all+1
			if usual[b.Kind] == nil {
				usual[b.Kind] = map[int]bool{}
			}
			at := steps(b, l)
			usual[b.Kind][at-1], usual[b.Kind][at], usual[b.Kind][at+1] = true, true, true
		case len(near) == 0, namesAny(l.Text):
		case onlyNumber.MatchString(l.Text):
			if blocks[near[0]].hasNumber() {
				all++
			}
		case blocks[near[0]].Kind != "" && word.MatchString(l.Text):
			found[i] = near[0]
			untold = append(untold, i)
		}
	}
	for _, i := range untold {
		b := blocks[found[i]]
		isUsual := b.hasPicture() || usual[b.Kind] == nil || usual[b.Kind][steps(b, links[i])]
		if !AreBelieved(agree, all) || !isUsual {
			found[i] = -1
		}
	}
	return found
}

// steps returns how far below a link's point a block begins, in steps.
func steps(b Block, l Link) int { return int(math.Round((b.Top - l.Y) / step)) }

// hasPicture reports whether a picture may stand before a block: a caption.
func (b Block) hasPicture() bool { return b.Kind == article.Figure || b.Kind == article.Table }

// reached returns the blocks at which a link may land, from the nearest below its point on. A picture may stand before
// a caption, but no text.
func reached(l Link, onPage []int, blocks []Block) []int {
	var near []int
	for _, i := range onPage {
		b := blocks[i]
		if b.Top < l.Y-above || !math.IsNaN(l.X) && l.X > 1 && (b.Left > l.X+beside || b.Right < l.X) {
			continue
		}
		near = append(near, i)
	}
	slices.SortStableFunc(near, func(a, b int) int { return int(math.Copysign(1, blocks[a].Top-blocks[b].Top)) })
	text := slices.IndexFunc(near, func(i int) bool { return blocks[i].Top > l.Y+above && blocks[i].Kind == "" })
	if text >= 0 {
		near = near[:text]
	}
	return slices.DeleteFunc(near, func(i int) bool {
		b := blocks[i]
		return b.Top > l.Y+below && !b.hasPicture()
	})
}

// namesAny reports whether the text of a link names a figure or the like by its number. One that leads elsewhere is
// often the label of a caption, which leads back to the text.
func namesAny(text string) bool {
	m := numbered.FindStringSubmatch(text)
	return m != nil && kinds[strings.ToLower(m[1])] != ""
}

// isNamed reports whether a link names a block by its number, or by the text of it.
func (b Block) isNamed(l Link) bool {
	m := numbered.FindStringSubmatch(l.Text)
	kind, known := article.LinkKind(""), false
	if m != nil {
		kind, known = kinds[strings.ToLower(m[1])]
	}
	if b.Kind == "" || known && kind != b.Kind {
		return false
	}
	return slices.ContainsFunc(b.Texts, func(text string) bool {
		own := numbered.FindStringSubmatch(text)
		if m == nil || own == nil {
			return len(text) >= shortestTitle && strings.HasPrefix(names.Fold(l.Text), names.Fold(text))
		}
		return m[2] == own[2] || strings.TrimRight(m[2], "abcdefgh") == own[2]
	})
}

// hasNumber reports whether a block is named by a number.
func (b Block) hasNumber() bool {
	return b.Kind != "" && slices.ContainsFunc(b.Texts, func(text string) bool { return numbered.MatchString(text) })
}

// shortestTitle is the length in bytes of the shortest title by which a heading is told.
const shortestTitle = 5
