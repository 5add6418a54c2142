package html

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// contents tells what an element holds.
type contents struct {
	text    int        // runes of its words, and one for each word
	links   int        // the part of text in links that lead out of the page
	blocks  bool       // whether elements are in it that stand on lines of their own
	table   bool       // whether a table is in it
	math    bool       // whether a formula is in it
	heading *html.Node // the first heading in it or the element itself, or nil
}

var (
	// dropped are the elements that show nothing, or nothing that can be read.
	dropped = setOf(`script style template noscript iframe frame object embed applet canvas audio video svg button input
			select option optgroup textarea datalist progress meter dialog link meta head title map area param source track base`)
	// blockTags are the elements that stand on lines of their own; all others stand in a line.
	blockTags = setOf(`address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
			figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noframes ol p pre
			search section summary table tbody td tfoot th thead tr ul xmp`)
)

func isMath(n *html.Node) bool {
	return n.Data == "math" || n.Data == "script" && strings.HasPrefix(attr(n, "type"), "math/")
}

func isHeading(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
}

// measure finds what is in each element under n.
func measure(n *html.Node) map[*html.Node]contents {
	all := map[*html.Node]contents{}
	addContents(all, n)
	return all
}

// addContents adds what is in each element under n, and returns what is in n.
func addContents(of map[*html.Node]contents, n *html.Node) contents {
	var all contents
	if n.Type == html.TextNode {
		for word := range strings.FieldsSeq(n.Data) {
			all.text += utf8.RuneCountInString(word) + 1
		}
		return all
	}
	if isHeading(n) {
		all.heading = n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			all.math = all.math || isMath(c)
			all.table = all.table || c.Data == "table"
			if dropped[c.Data] {
				continue
			}
			all.blocks = all.blocks || blockTags[c.Data]
		}
		inner := addContents(of, c)
		all.text += inner.text
		all.links += inner.links
		all.blocks = all.blocks || inner.blocks
		all.table = all.table || inner.table
		all.math = all.math || inner.math
		if all.heading == nil {
			all.heading = inner.heading
		}
	}
	if href := attr(n, "href"); n.Data == "a" && href != "" && (href == "#" || href[0] != '#') {
		all.links = all.text
	}
	of[n] = all
	return all
}
