// Package refstring parses one entry of a reference list as it is printed, in any style.
//
// [Parse] works in the order of certainty: identifiers first, then authors from the left,
// then dates and numbers; the text between them is the title and what the work appeared in.
// Every field is cut from the text; none is made up. Only the number of a preprint gets the
// prefix "arXiv:" if it was printed without. Its sub-packages are what this needs: token cuts the
// text up, namelist reads names.
//
// The package must not know of lists, of articles or of the formats of bibliographies.
package refstring

import (
	"strings"

	"etal/internal/bib/refstring/namelist"
	"etal/internal/bib/refstring/token"

	"etal/internal/bib"
)

// A refParser reads a reference: it has the tokens of its text, and the item that it fills.
type refParser struct {
	t    token.List
	item bib.Item
	// inContainer reports that the word "In" stands before the container.
	inContainer bool
	// countedIssue reports that the number of the issue has a counter behind it, as in 第5期.
	countedIssue bool
}

// Parse reads a printed reference, in whatever style, to an Item. It never fails:
// fields that are not found are left out. A text of more than 4 KiB is cut.
func Parse(text string) bib.Item {
	p := &refParser{}
	plain, italics := tidy(text)
	p.t = token.Split(takeContributors(takeLinks(plain, &p.item), &p.item))
	p.t.SetItalic(italics)
	at := p.leadingYear()
	ditto := len(p.t) > 0 && p.t[0].OneOf("-–—") // the authors of the entry before
	if ditto && at < len(p.t) && p.t[at].IsAnd() {
		ditto = false
		at++
	}
	if names, _ := namelist.ReadNames(p.t, at); !ditto || len(names) > 0 && strings.Contains(names[0].Given, ".") { // "–, B. Okoro, 2008: Title"
		at = p.authors(at)
	}
	if p.item.Issued == nil {
		at = p.earlyYear(at)
	}
	at = p.skipStops(at)
	p.titles(at)
	p.item.Type = p.typeOf()
	return p.item
}

// authors reads who made the work into the item and returns the token after them.
func (p *refParser) authors(i int) int {
	end, _ := p.nextItalics(i, i, len(p.t)) // a title in italics is no name
	byline, end := namelist.ReadByline(p.t[:end], i)
	if byline.Editors {
		p.item.Editor = byline.Names
	} else {
		p.item.Author = byline.Names
	}
	return end
}

// leadingYear reads a year at the very start, as in lists that are ordered by it.
func (p *refParser) leadingYear() int {
	i := p.skipStops(0)
	for i < len(p.t) && p.t[i].OneOf("([") {
		i++
	}
	if i+1 < len(p.t) && p.t[i].Kind == token.Number && token.IsYear(p.t[i].Text) && !p.t[i+1].OneOf(";:-–") {
		next := i + 1
		if p.t[next].Is(")") {
			next++
		}
		if next = p.skipStops(next); next < len(p.t) && p.t[next].Kind != token.Number {
			p.setYear(i)
			return next
		}
	}
	return p.skipStops(0)
}

// skipStops returns the first token from i on other than a stop or a closing bracket.
func (p *refParser) skipStops(i int) int {
	for i < len(p.t) && p.t[i].OneOf(".,:;)]\x1f-–—") {
		i++
	}
	return i
}
