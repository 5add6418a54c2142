package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// A part is a piece of what stands in an element: an inline or, where it is not nil, a block.
type part struct {
	doc.Inline
	block doc.Block
}

func inlineParts(text ...doc.Inline) []part {
	parts := make([]part, len(text))
	for i, in := range text {
		parts[i].Inline = in
	}
	return parts
}

func blockParts(blocks ...doc.Block) []part {
	parts := make([]part, len(blocks))
	for i, b := range blocks {
		parts[i].block = b
	}
	return parts
}

// A converter turns what is the article's in a page into a document.
type converter struct {
	*page
	links     map[*html.Node]doc.Target // within the page
	places    map[*html.Node]string     // where they lead, by name
	notes     map[*html.Node]*doc.Note  // of those, the footnotes
	waiting   []string                  // names of places whose block has not begun
	top       int                       // the level of the highest headings
	caption   int                       // figures around that have a caption
	heading   int                       // headings around
	citing    int                       // links to references around
	described map[string]bool
	titleText string
	listings  map[*html.Node]bool // headings of reference lists
}

// convert returns the article without its title.
func (p *page) convert(title string) []doc.Block {
	c := &converter{page: p, top: 7, described: map[string]bool{}, listings: map[*html.Node]bool{}}
	c.findLinks()
	c.titleText = bareLetters(title)
	for _, l := range p.lists {
		c.listings[l.heading] = true
	}
	walkHTML(p.body, func(n *html.Node) bool {
		if isHeadingTag(n) && n != p.title && !c.listings[n] {
			c.top = min(c.top, level(n))
		}
		return !p.left[n]
	})
	blocks := c.blocks(p.body)
	for i, l := range p.lists {
		list := c.list(l)
		if i == 0 && len(list.Heading) == 0 {
			list.Heading = []doc.Inline{doc.Text("References")}
		}
		blocks = append(blocks, list)
	}
	return blocks
}

// blocks returns what is in an element as blocks: lines between them are paragraphs, and
// two line breaks part paragraphs.
func (c *converter) blocks(n *html.Node) []doc.Block { return paragraphs(c.children(n)) }

func (c *converter) children(n *html.Node) []part {
	if n.FirstChild != nil && n.FirstChild == n.LastChild {
		return c.node(n.FirstChild) // which is not copied, for the sake of tags in tags in tags
	}
	var out []part
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		out = append(out, c.node(child)...)
	}
	return out
}

// paragraphs gathers what stands between blocks.
func paragraphs(parts []part) []doc.Block {
	var out []doc.Block
	var run []doc.Inline
	breaks := 0
	flush := func() {
		if !doc.IsBlank(run) {
			out = append(out, doc.Paragraph{Text: run})
		}
		run, breaks = nil, 0
	}
	for _, p := range parts {
		switch {
		case p.block != nil:
			flush()
			out = append(out, p.block)
			continue
		case p.Break:
			if breaks++; breaks > 1 {
				flush()
				continue
			}
		case p.To != nil || strings.TrimSpace(p.Text.String()) != "":
			breaks = 0
		}
		run = append(run, p.Inline)
	}
	flush()
	return out
}

// inlines returns parts as one text, the lines of blocks among them each by itself.
func inlines(parts []part) []doc.Inline {
	var text []doc.Inline
	for _, p := range parts {
		if p.block != nil {
			text = append(text, doc.Lines([]doc.Block{p.block})...)
		} else {
			text = append(text, p.Inline)
		}
	}
	return text
}

// anchors returns the places that were named since the last block, which begin with the one
// that comes next.
func (c *converter) anchors() []doc.Block {
	var out []doc.Block
	for _, id := range c.waiting {
		out = append(out, doc.Anchor{ID: id})
	}
	c.waiting = nil
	return out
}

// node returns what an element or a text says.
func (c *converter) node(n *html.Node) []part {
	switch {
	case n.Type == html.TextNode:
		return inlineParts(doc.Text(n.Data))
	case n.Type != html.ElementNode || c.left[n] || c.entryOf[n] > 0 || c.listings[n]:
		return nil
	case n == c.title || c.isNotesHeading(n):
		return nil
	}
	if id := c.places[n]; id != "" {
		c.waiting = append(c.waiting, id)
	}
	if note := c.notes[n]; note != nil {
		note.Blocks = append(c.anchors(), c.blocks(n)...)
		return nil
	}
	if dropped[n.Data] && !isMath(n) {
		return nil
	}
	if !blockTags[n.Data] && !isDisplayedMath(n) {
		return c.inline(n)
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return c.section(n)
	case "p", "address", "summary", "legend", "figcaption", "dt":
		if !c.size[n].blocks {
			if c.size[n].text < 2*len(boilerplate.AdditionalData) && textIn(n) == boilerplate.AdditionalData {
				c.removed = append(c.removed, safe.Line(boilerplate.AdditionalData))
				return nil
			}
			anchors := c.anchors()
			text := c.children(n)
			if n.Data == "summary" || n.Data == "legend" || n.Data == "dt" {
				text = styled(text, doc.Bold)
			}
			return blockParts(append(anchors, paragraphs(text)...)...)
		}
	case "ul", "ol", "menu", "dir":
		return c.bullets(n)
	case "dl":
		return c.definitions(n)
	case "table":
		return c.table(n)
	case "figure":
		return c.figure(n)
	case "blockquote":
		return blockParts(doc.Quote{Blocks: c.blocks(n)})
	case "pre", "listing", "xmp":
		return blockParts(c.code(n))
	}
	if isDisplayedMath(n) {
		return c.formula(n)
	}
	anchors := []doc.Block(nil)
	if !c.size[n].blocks && c.size[n].text > 0 {
		anchors = c.anchors()
	}
	blocks := append(anchors, c.blocks(n)...)
	if len(blocks) == 0 {
		return blockParts(doc.Paragraph{}) // it parts what stands around it
	}
	return blockParts(blocks...)
}

// styled adds a style to the inlines among parts.
func styled(parts []part, style doc.Style) []part {
	for i := range parts {
		parts[i].Style |= style
	}
	return parts
}

// section returns a heading.
func (c *converter) section(n *html.Node) []part {
	if c.size[n].text == 0 {
		return nil
	}
	anchors := c.anchors()
	c.heading++
	title := inlines(c.children(n))
	c.heading--
	return blockParts(append(anchors, doc.Heading{Level: min(level(n)-c.top+2, 6), Text: title})...)
}

var notesHeading = lazyregexp.New(`(?i)^(?:foot|end)?notes?:?$|^(?:anmerkungen|fußnoten|notas|note|noten)$`)

// isNotesHeading reports whether a heading stands over footnotes, which are written at
// the end under one of ours.
func (c *converter) isNotesHeading(n *html.Node) bool {
	return len(c.notes) > 0 && isHeadingTag(n) && notesHeading.MatchString(textIn(n))
}

func (c *converter) bullets(n *html.Node) []part {
	ordered := n.Data == "ol" && !noMarkers.MatchString(attr(n, "style"))
	var list doc.List
	var out []part
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode || c.left[child]:
		case isElement(child, "li") && c.notes[child] == nil && c.entryOf[child] == 0:
			if id := c.places[child]; id != "" {
				c.waiting = append(c.waiting, id)
			}
			anchors := c.anchors()
			if blocks := c.blocks(child); len(blocks) > 0 {
				item := doc.Item{Blocks: append(anchors, blocks...)}
				if ordered {
					item.Number = len(list.Items) + 1
				}
				list.Items = append(list.Items, item)
			}
		case isElement(child, "ul", "ol") && len(list.Items) > 0: // as some write nested lists
			last := &list.Items[len(list.Items)-1]
			last.Blocks = append(last.Blocks, paragraphs(c.node(child))...)
		default:
			out = append(out, c.node(child)...)
		}
	}
	if len(list.Items) > 0 {
		out = append(out, blockParts(list)...)
	}
	return out
}

// longDefinition is how much text a definition has at most that stands on one line with
// its term.
const longDefinition = 400

// definitions returns a list of terms, or paragraphs where it is more than that.
func (c *converter) definitions(n *html.Node) []part {
	long := false
	var found []*html.Node
	walkHTML(n, func(part *html.Node) bool {
		if isElement(part, "dt", "dd") {
			if c.left[part] || c.entryOf[part] > 0 || isElement(part, "dt") && c.entryAt(part) > 0 {
				return false
			}
			found = append(found, part)
			long = long || isElement(part, "dd") && (c.size[part].text > longDefinition || c.size[part].blocks)
			return false
		}
		return true
	})
	var list doc.Definitions
	var out []part
	for _, part := range found {
		if long {
			out = append(out, c.node(part)...)
			continue
		}
		isTerm := isElement(part, "dt")
		if isTerm || len(list.Items) == 0 {
			list.Items = append(list.Items, doc.Definition{})
		}
		d := &list.Items[len(list.Items)-1]
		switch text := inlines(c.children(part)); {
		case isTerm:
			d.Term = text
		case len(d.Text) > 0:
			d.Text = append(append(d.Text, doc.Text(": ")), text...)
		default:
			d.Text = text
		}
	}
	if len(list.Items) > 0 {
		out = append(out, blockParts(list)...)
	}
	return out
}
