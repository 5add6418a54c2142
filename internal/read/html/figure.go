package html

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// figure returns a figure; its picture's description only where it has no caption.
func (c *converter) figure(n *html.Node) []part {
	anchors := c.anchors()
	var fig doc.Figure
	caption := dom.Find(n, func(m *html.Node) bool { return m.Data == "figcaption" })
	if caption != nil && c.contents[caption].Text > 0 && !c.omitted[caption] {
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

var codeLanguage = lazyregexp.New(`(?:^|\s)(?:language|lang|highlight-source|highlight|brush:|sourceCode|src)[-\s]\s*([A-Za-z0-9+#]{1,20})(?:$|[\s;])`)

// code returns a listing.
func (c *converter) code(n *html.Node) doc.Block {
	var b strings.Builder
	language := ""
	for m := n; m != nil && language == "" && (m == n || dom.Is(m, "div", "figure")); m = m.Parent {
		if match := codeLanguage.FindStringSubmatch(dom.Attr(m, "class")); match != nil {
			language = match[1]
		}
	}
	dom.Walk(n, func(m *html.Node) bool {
		switch {
		case c.omitted[m]:
			return false
		case m.Type == html.TextNode:
			b.WriteString(m.Data)
		case dom.Is(m, "br"), dom.Is(m, "tr", "div", "li") && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n"):
			b.WriteByte('\n')
		case dom.Is(m, "code"):
			if match := codeLanguage.FindStringSubmatch(dom.Attr(m, "class")); match != nil && language == "" {
				language = match[1]
			}
		}
		return true
	})
	return doc.Code{Language: strings.ToLower(language), Text: safe.New(b.String())}
}

// image returns what stands for a picture in a line: its description.
func (c *converter) image(n *html.Node) []part {
	alt := safe.Line(dom.Attr(n, "alt")).String()
	switch {
	case alt == "" || c.captions > 0:
		return nil
	case imageOfMath.MatchString(dom.ClassAndID(n)):
		return inlineParts(formulaLines(mathtext.TeX(alt))...)
	case !strings.ContainsFunc(alt, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		return inlineParts(doc.Text(alt)) // an emoji
	case boilerplate.IsImageFile(alt) || c.headings > 0 || len(alt) > longestAlt || c.repeats(n, alt):
		return nil
	}
	return inlineParts(doc.Text("[" + alt + "]"))
}

// repeats reports whether the description of a picture can be read elsewhere: in the title, beside
// the picture, or for another picture. On a page without references, a few words only name what
// the picture shows.
func (c *converter) repeats(n *html.Node, alt string) bool {
	letters := lettersOf(alt)
	if c.described[letters] {
		return true
	}
	c.described[letters] = true
	if strings.Contains(c.titleLetters, letters) || len(c.lists) == 0 && len(strings.Fields(alt)) < fewestInAlt {
		return true
	}
	for around := n.Parent; around != nil && c.contents[around].Text < 4*longestAlt; around = around.Parent {
		near, known := c.textNear[around]
		if !known {
			near = lettersOf(dom.Text(around))
			c.textNear[around] = near
		}
		if strings.Contains(near, letters) {
			return true
		}
	}
	return false
}

// fewestInAlt is how many words a description has at least that tells more than a caption of stock
// photography.
const fewestInAlt = 4

// longestAlt is how many bytes a picture's description has at most.
const longestAlt = 600

var imageOfMath = lazyregexp.New(`(?i)(?:^|[\s_-])(?:tex|latex|math|mwe-math\S*|equation)(?:$|[\s_-])`)
