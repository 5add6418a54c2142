package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/mathtext"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/picture"
	"etal/internal/safe"
)

// figure returns a figure; its picture's description only where it has no caption.
func (c *converter) figure(n *html.Node) []part {
	anchors := c.anchors()
	var fig doc.Figure
	caption := dom.Find(n, func(m *html.Node) bool { return m.Data == "figcaption" })
	if caption != nil && c.contents.Of(caption).Text > 0 && !c.omitted[caption] {
		c.captions++
		defer func() { c.captions-- }()
		fig.Caption, fig.Blocks = splitCaption(c.blocks(caption))
		was := c.omitted[caption]
		c.omitted[caption] = true
		defer func() { c.omitted[caption] = was }()
	}
	fig.Blocks = append(fig.Blocks, c.blocks(n)...)
	if doc.IsBlank(fig.Caption) && doc.IsBlank(doc.Lines(fig.Blocks)) {
		return nil
	}
	return blockParts(append(anchors, fig)...)
}

// splitCaption returns the first paragraph of a caption, and what else it has.
func splitCaption(blocks []doc.Block) (text []doc.Inline, rest []doc.Block) {
	for i, b := range blocks {
		if p, ok := b.(doc.Paragraph); ok {
			return p.Text, append(blocks[:i:i], blocks[i+1:]...)
		} else if _, ok := b.(doc.Anchor); !ok {
			break
		}
	}
	return nil, blocks
}

// image returns what stands for a picture in a line: its description.
func (c *converter) image(n *html.Node) []part {
	alt := safe.Line(dom.Attr(n, "alt")).String()
	switch {
	case alt == "" || c.captions > 0:
		return nil
	case picture.IsFormula(n):
		return c.formulaParts(mathtext.TeX(alt), picture.IsDisplayed(n))
	case !strings.ContainsFunc(alt, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return inlineParts(doc.Text(alt)) // an emoji
	case picture.IsFileName(alt) || c.headings > 0 || len(alt) > longestAlt || c.repeats(n, alt):
		return nil
	}
	return inlineParts(doc.Text("[" + alt + "]"))
}

// repeats reports whether the description of a picture can be read elsewhere: in the title, beside
// the picture, or for another picture. In a sentence, a few words belong to it.
func (c *converter) repeats(n *html.Node, alt string) bool {
	letters := dom.Letters(alt)
	few := len(strings.Fields(alt)) < fewestInAlt && len(alt) < fewestInAlt*longestWord
	if few && c.isInSentence(n) {
		return false
	}
	if c.described[letters] {
		return true
	}
	c.described[letters] = true
	if strings.Contains(c.titleLetters, letters) || few && isLinked(n) || picture.IsCredit(alt) {
		return true
	}
	for around := n.Parent; around != nil && c.contents.Of(around).Text < 4*longestAlt; around = around.Parent {
		near, known := c.textNear[around]
		if !known {
			near = dom.Letters(dom.Text(around))
			c.textNear[around] = near
		}
		if strings.Contains(near, letters) {
			return true
		}
	}
	return false
}

// isInSentence reports whether an element in a line stands among words. Those of a link with a picture
// may name the picture.
func (c *converter) isInSentence(n *html.Node) bool {
	fewest := int32(1)
	if isLinked(n) {
		fewest = fewestInAlt * longestWord / 2
	}
	for n.Parent != nil && !dom.IsBlock(n.Data) {
		n = n.Parent
	}
	return c.contents.Of(n).Text >= fewest && !c.contents.Of(n).Blocks
}

// isLinked reports whether an element is in a link.
func isLinked(n *html.Node) bool {
	for ; n != nil && !dom.IsBlock(n.Data); n = n.Parent {
		if n.Data == "a" {
			return true
		}
	}
	return false
}

// fewestInAlt is how many words a description has at least that stands for itself. One with fewer on a
// picture that leads elsewhere names the place that it leads to.
const fewestInAlt = 4

// longestWord is how many bytes a word has at most where blanks part words; in Chinese, they do not.
const longestWord = 15

// longestAlt is how many bytes a picture's description has at most.
const longestAlt = 600
