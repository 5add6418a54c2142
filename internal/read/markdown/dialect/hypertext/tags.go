package hypertext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"etal/internal/markdown"
	"etal/internal/read/html/dom"
)

// A tag is a tag amid prose, or a comment or the like.
type tag struct {
	name      string    // in small letters; "" for a comment or the like
	end       bool      // whether it is an end tag
	element   html.Node // of which only the attributes are known
	start, to int       // in the text
	node      *ast.RawHTML
	mate      int // the index of the tag that ends or begins the element; -1 for none
}

// is reports whether a tag is of one of the elements.
func (g tag) is(set map[string]bool) bool { return set[g.name] }

// maxNested is how many elements of one name are told apart in each other.
const maxNested = 16

// tagsIn returns the tags in a node with inlines, each with its mate.
func tagsIn(tree markdown.Tree, n ast.Node) []tag {
	var tags []tag
	markdown.Walk(n, func(n ast.Node) bool {
		if raw, ok := n.(*ast.RawHTML); ok {
			tags = append(tags, readTag(tree, raw))
		}
		return true
	})
	var open []int
	count := map[string]int{}
	for i := range tags {
		g := &tags[i]
		switch {
		case g.name == "" || void[g.name] || !g.end && count[g.name] == maxNested:
		case !g.end:
			open = append(open, i)
			count[g.name]++
		default:
			for count[g.name] > 0 {
				last := open[len(open)-1]
				open = open[:len(open)-1]
				count[tags[last].name]--
				if tags[last].name == g.name {
					if tags[last].node.Parent() == g.node.Parent() {
						tags[last].mate, g.mate = i, last
					}
					break
				}
			}
		}
	}
	return tags
}

func readTag(tree markdown.Tree, n *ast.RawHTML) tag {
	var source strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		source.Write(s.Value(tree.Source))
	}
	known := tree.Tag(n)
	g := tag{
		name: known.Name, end: known.End, node: n, mate: -1,
		start: n.Segments.At(0).Start + tree.Offset, to: n.Segments.At(n.Segments.Len()-1).Stop + tree.Offset,
	}
	if g.name != "" && !g.end {
		z := html.NewTokenizer(strings.NewReader(source.String()))
		z.Next()
		g.element.Attr = z.Token().Attr
	}
	return g
}

// The roles of elements in prose.
var (
	void = dom.SetOf(`area base br col embed hr img input link meta param source track wbr`)
	// kept are the elements that stay as they are.
	kept = dom.SetOf(`sub sup mark`)
	// dropped are those of which only the content counts, and which are tags even if they end nowhere.
	dropped = dom.SetOf(`a abbr acronym b bdi bdo big center cite code del dfn em font i ins kbd label nobr p picture q s samp small
			span strike strong sub sup mark time tt u var`)
	// opaque are those whose content is no text, or not as it stands.
	opaque = dom.SetOf(`audio canvas embed iframe math object ruby script select style svg template textarea video`)
	// blocks are those that stand on lines of their own.
	blocks = dom.SetOf(`address article aside blockquote center details div dl dt dd fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header
			li main menu nav ol p pre section summary table tbody thead tfoot tr td th ul caption`)
	// lines and cells are those of them that begin a line or a cell where no blocks can stand.
	lines = dom.SetOf(`blockquote center details div dt dd figure h1 h2 h3 h4 h5 h6 p pre section tr`)
	cells = dom.SetOf(`td th`)

	coded     = dom.SetOf(`code kbd samp tt`)
	emphasis  = map[string]string{"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*", "s": "~~", "del": "~~", "strike": "~~"}
	quotation = map[bool]string{false: "“", true: "”"}
)
