package html

import (
	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/listing"
	"etal/internal/safe"
)

// A converter turns the article on a page into blocks.
type converter struct {
	*page
	links  map[*html.Node]doc.Target // targets of links within the page
	places map[*html.Node]string     // IDs of the elements that some of them lead to
	notes  map[*html.Node]*doc.Note  // the footnotes that others lead to

	placed       map[*html.Node]refList // reference lists that stand where they are in the source, by elements that they begin at
	listHeadings map[*html.Node]bool    // headings of the others
	topLevel     int                    // of the headings
	titleLetters string                 // of the article's title
	byline       map[string]bool        // authors and the date, as letters
	described    map[string]bool        // descriptions of images, as letters
	textNear     map[*html.Node]string  // letters of the text around images

	waiting  []string // IDs of places whose block has not begun
	captions int      // figures with a caption around the current element
	headings int      // headings around it
	citing   int      // links to references around it
	quotes   int      // quotations in a line around it
	cells    int      // cells of tables around it
}

func newConverter(p *page) *converter {
	return &converter{page: p, listHeadings: map[*html.Node]bool{}, described: map[string]bool{}, textNear: map[*html.Node]string{}}
}

// convert fills a document with the article under its title.
func (p *page) convert(d *doc.Document, title []doc.Inline) {
	c := newConverter(p)
	c.titleLetters = dom.Letters(d.Title.String())
	c.byline = map[string]bool{dom.Letters(d.Date.String()): true}
	for _, name := range d.Authors {
		c.byline[dom.Letters(name.String())] = true
	}
	d.CitationsMarked = c.findLinks()
	if p.isBook {
		c.placeLists()
	}
	for _, l := range p.lists[len(c.placed):] {
		c.listHeadings[l.heading] = true
	}
	c.topLevel = c.findTopLevel()
	d.Blocks = append([]doc.Block{doc.Heading{Level: 1, Text: title}}, c.blocks(p.body)...)
	for i, l := range p.lists[len(c.placed):] {
		list := c.references(l)
		if i == 0 && len(list.Heading) == 0 {
			list.Heading = []doc.Inline{doc.Text("References")}
		}
		d.Blocks = append(d.Blocks, list)
	}
	d.Removed = p.removed
}

// findTopLevel returns the level of the highest headings beside those of the article and of its
// reference lists.
func (c *converter) findTopLevel() int {
	top := 7
	for _, n := range c.allHeadings {
		if n != c.title && !c.listHeadings[n] && c.contents.Of(n).Text > 0 && !dom.IsIn(n, c.omitted) {
			top = min(top, level(n))
		}
	}
	return top
}

// blocks returns the content of an element as blocks.
func (c *converter) blocks(n *html.Node) []doc.Block { return paragraphs(c.children(n)) }

// children returns the content of an element.
func (c *converter) children(n *html.Node) []part {
	if n.FirstChild != nil && n.FirstChild == n.LastChild {
		return c.node(n.FirstChild) // not copied at each level of elements within elements
	}
	nodes := 0
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		nodes++
	}
	out := make([]part, 0, nodes)
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type == html.TextNode && !c.mayHoldFormulae(child.Data) {
			out = append(out, part{Inline: doc.Text(child.Data)})
		} else {
			out = append(out, c.node(child)...)
		}
	}
	return out
}

// await notes that the next block begins at an element that links lead to, if they do.
func (c *converter) await(n *html.Node) {
	if id := c.places[n]; id != "" {
		c.waiting = append(c.waiting, id)
	}
}

// anchors returns the places that were met since the last block: the next one begins there.
func (c *converter) anchors() []doc.Block {
	var out []doc.Block
	for _, id := range c.waiting {
		out = append(out, doc.Anchor{ID: id})
	}
	c.waiting = nil
	return out
}

// node returns an element or a text.
func (c *converter) node(n *html.Node) []part {
	switch {
	case n.Type == html.TextNode:
		return c.text(n)
	case n.Type != html.ElementNode || c.omitted[n] || c.entryOf[n] > 0 && c.placed[n].entries == nil || c.listHeadings[n] || n == c.title || c.isNotesHeading(n) || c.isByline(n):
		return nil
	}
	c.await(n)
	if l, ok := c.placed[n]; ok {
		l.heading = nil // it stands above
		list := blockParts(append(c.anchors(), c.references(l))...)
		if c.entryOf[n] > 0 {
			return list
		}
		return append(list, c.block(n)...)
	}
	switch note := c.notes[n]; {
	case note != nil:
		note.Blocks = append(c.anchors(), c.blocks(n)...)
		return nil
	case dom.IsSkipped(n.Data) && !dom.IsMath(n):
		return nil
	case !dom.IsBlock(n.Data) && !c.isDisplayedMath(n):
		return c.inline(n)
	}
	if parts := c.block(n); len(parts) > 0 {
		return parts
	}
	return blockParts(doc.Paragraph{}) // parts the text around it
}

// block returns an element that stands on lines of its own.
func (c *converter) block(n *html.Node) []part {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return c.heading(n)
	case "p", "address", "summary", "legend", "figcaption", "dt":
		if !c.contents.Of(n).Blocks {
			return c.paragraph(n)
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
	if c.isDisplayedMath(n) {
		return c.formula(n)
	}
	anchors, blocks := c.anchors(), c.blocks(n)
	if !c.contents.Of(n).Blocks {
		anchors = append(anchors, c.anchors()...)
	}
	return blockParts(append(anchors, blocks...)...)
}

// paragraph returns an element without blocks in it.
func (c *converter) paragraph(n *html.Node) []part {
	if c.contents.Of(n).Text < int32(2*len(boilerplate.AdditionalData)) && dom.Text(n) == boilerplate.AdditionalData {
		c.removed = append(c.removed, safe.Line(boilerplate.AdditionalData))
		return nil
	}
	anchors := c.anchors()
	text := c.children(n)
	if dom.Is(n, "summary", "legend", "dt") {
		text = styled(text, doc.Bold)
	}
	anchors = append(anchors, c.anchors()...) // those amid the text
	return blockParts(append(anchors, paragraphs(text)...)...)
}

// heading returns a heading. Those of the highest level get level 2, below the article's title.
func (c *converter) heading(n *html.Node) []part {
	if c.contents.Of(n).Text == 0 {
		return nil
	}
	anchors := c.anchors()
	c.headings++
	text := inlines(c.children(n))
	c.headings--
	anchors = append(anchors, c.anchors()...)
	return blockParts(append(anchors, doc.Heading{Level: min(level(n)-c.topLevel+2, 6), Text: text})...)
}

var notesHeading = lazyregexp.New(`(?i)^(?:foot|end)?notes?:?$|^(?:anmerkungen|fußnoten|notas|note|noten)$`)

// isNotesHeading reports whether a heading stands over footnotes, which are written at the end of
// the article.
func (c *converter) isNotesHeading(n *html.Node) bool {
	return len(c.notes) > 0 && dom.IsHeading(n) && notesHeading.MatchString(dom.Text(n))
}

// code returns a listing.
func (c *converter) code(n *html.Node) doc.Block {
	code := listing.Read(n, c.omitted)
	return doc.Code{Language: code.Language, Text: safe.New(code.Text)}
}
