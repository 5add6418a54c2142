package ingest

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/xmltree"
)

// A converter turns what is the article's in a page into the elements of JATS.
type converter struct {
	*page
	links     map[*html.Node]crossLink // within the page
	places    map[*html.Node]string    // where they lead, by name
	notes     map[*html.Node]string    // of those, the footnotes
	known     map[string]string        // names of places, to the ids that their blocks have
	waiting   []string                 // names of places whose block has not begun
	top       int                      // the level of the highest headings
	caption   int                      // figures around that have a caption
	heading   int                      // headings around
	described map[string]bool
	titleText string
	listings  map[*html.Node]bool // headings of reference lists
}

// convert returns the article as JATS has it, without its title.
func (p *page) convert(title string) *xmltree.Node {
	c := &converter{page: p, known: map[string]string{}, top: 7, described: map[string]bool{}, listings: map[*html.Node]bool{}}
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
	art := &xmltree.Node{Name: "article", Children: c.blocks(p.body)}
	for _, l := range p.lists {
		art.Children = append(art.Children, c.list(l))
	}
	art.Walk(func(n *xmltree.Node) bool {
		if n.Is("xref") {
			if id := c.known[n.Attrs["rid"]]; id != "" {
				n.Attrs["rid"] = id
			}
		}
		return true
	})
	return art
}

// blocks returns what is in an element as blocks: lines between them are paragraphs, and
// two line breaks part paragraphs.
func (c *converter) blocks(n *html.Node) []*xmltree.Node { return paragraphs(c.children(n)) }

func (c *converter) children(n *html.Node) []*xmltree.Node {
	if n.FirstChild != nil && n.FirstChild == n.LastChild {
		return c.node(n.FirstChild) // which is not copied, for the sake of tags in tags in tags
	}
	var out []*xmltree.Node
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		out = append(out, c.node(child)...)
	}
	return out
}

// paragraphs gathers what stands between blocks.
func paragraphs(nodes []*xmltree.Node) []*xmltree.Node {
	var out, run []*xmltree.Node
	breaks := 0
	flush := func() {
		for len(run) > 0 && run[len(run)-1].Is("break") {
			run = run[:len(run)-1]
		}
		if !allBlank(run) {
			out = append(out, &xmltree.Node{Name: "p", Children: run})
		}
		run, breaks = nil, 0
	}
	for _, n := range nodes {
		switch {
		case isBlock(n):
			flush()
			out = append(out, n)
			continue
		case n.Is("break"):
			if breaks++; breaks > 1 {
				flush()
				continue
			}
		case n.Name != "" || strings.TrimSpace(n.Text) != "":
			breaks = 0
		}
		run = append(run, n)
	}
	flush()
	return out
}

func allBlank(nodes []*xmltree.Node) bool {
	for _, n := range nodes {
		if !n.Is("break") && (n.Name != "" || strings.TrimSpace(n.Text) != "") {
			return false
		}
	}
	return true
}

// block returns a block that links may lead to: to all places that were named since the
// last one.
func (c *converter) block(name string, attrs ...string) *xmltree.Node {
	b := &xmltree.Node{Name: name, Attrs: map[string]string{}}
	for i := 0; i+1 < len(attrs); i += 2 {
		b.Attrs[attrs[i]] = attrs[i+1]
	}
	if len(c.waiting) > 0 {
		b.Attrs["id"] = c.waiting[0]
		for _, name := range c.waiting {
			c.known[name] = c.waiting[0]
		}
		c.waiting = nil
	}
	return b
}

// node returns what JATS has for an element or a text.
func (c *converter) node(n *html.Node) []*xmltree.Node {
	switch {
	case n.Type == html.TextNode:
		return []*xmltree.Node{{Text: n.Data}}
	case n.Type != html.ElementNode || c.left[n] || c.entryOf[n] > 0 || c.listings[n]:
		return nil
	case n == c.title || c.isNotesHeading(n):
		return nil
	}
	if id := c.places[n]; id != "" {
		c.waiting = append(c.waiting, id)
	}
	if id := c.notes[n]; id != "" {
		fn := c.block("fn")
		fn.Children = c.blocks(n)
		fn.Attrs["id"] = id
		return []*xmltree.Node{{Name: "fn-group", Children: []*xmltree.Node{fn}}}
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
			b := c.block("p")
			b.Children = c.children(n)
			if n.Data == "summary" || n.Data == "legend" || n.Data == "dt" {
				b.Children = []*xmltree.Node{{Name: "bold", Children: b.Children}}
			}
			return paragraphsOfBlock(b)
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
		return []*xmltree.Node{{Name: "disp-quote", Children: c.blocks(n)}}
	case "pre", "listing", "xmp":
		return c.code(n)
	}
	if isDisplayedMath(n) {
		return c.formula(n)
	}
	if !c.size[n].blocks && c.size[n].text > 0 {
		b := c.block("p")
		b.Children = c.children(n)
		return paragraphsOfBlock(b)
	}
	return []*xmltree.Node{{Name: "div", Children: c.blocks(n)}}
}

// paragraphsOfBlock parts a paragraph at double line breaks; links lead to its first.
func paragraphsOfBlock(b *xmltree.Node) []*xmltree.Node {
	parts := paragraphs(b.Children)
	for i, part := range parts {
		if part.Is("p") && len(part.Attrs) == 0 {
			parts[i] = &xmltree.Node{Name: "p", Attrs: b.Attrs, Children: part.Children}
			break
		}
	}
	return parts
}

// section returns a heading.
func (c *converter) section(n *html.Node) []*xmltree.Node {
	if c.size[n].text == 0 {
		return nil
	}
	b := c.block("sec", "level", strconv.Itoa(min(level(n)-c.top+2, 6)))
	c.heading++
	title := c.children(n)
	c.heading--
	b.Children = []*xmltree.Node{{Name: "title", Children: title}}
	return []*xmltree.Node{b}
}

var notesHeading = lazyregexp.New(`(?i)^(?:foot|end)?notes?:?$|^(?:anmerkungen|fußnoten|notas|note|noten)$`)

// isNotesHeading reports whether a heading stands over footnotes, which are written at
// the end under one of ours.
func (c *converter) isNotesHeading(n *html.Node) bool {
	return len(c.notes) > 0 && isHeadingTag(n) && notesHeading.MatchString(textIn(n))
}

func (c *converter) bullets(n *html.Node) []*xmltree.Node {
	list := &xmltree.Node{Name: "list"}
	if n.Data == "ol" && !noMarkers.MatchString(attr(n, "style")) {
		list.Attrs = map[string]string{"list-type": "order"}
	}
	var out []*xmltree.Node
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case child.Type != html.ElementNode || c.left[child]:
		case isElement(child, "li") && c.notes[child] == "" && c.entryOf[child] == 0:
			if id := c.places[child]; id != "" {
				c.waiting = append(c.waiting, id)
			}
			item := c.block("list-item")
			if item.Children = c.blocks(child); len(item.Children) > 0 {
				list.Children = append(list.Children, item)
			}
		case isElement(child, "ul", "ol") && len(list.Children) > 0: // as some write nested lists
			last := list.Children[len(list.Children)-1]
			last.Children = append(last.Children, c.node(child)...)
		default:
			out = append(out, c.node(child)...)
		}
	}
	if len(list.Children) > 0 {
		out = append(out, list)
	}
	return out
}

// longDefinition is how much text a definition has at most that stands on one line with
// its term.
const longDefinition = 400

// definitions returns a list of terms, or paragraphs where it is more than that.
func (c *converter) definitions(n *html.Node) []*xmltree.Node {
	long := false
	var parts []*html.Node
	walkHTML(n, func(part *html.Node) bool {
		if isElement(part, "dt", "dd") {
			if c.left[part] || c.entryOf[part] > 0 {
				return false
			}
			if isElement(part, "dt") && c.entryAt(part) > 0 {
				return false
			}
			parts = append(parts, part)
			long = long || isElement(part, "dd") && (c.size[part].text > longDefinition || c.size[part].blocks)
			return false
		}
		return true
	})
	if long {
		var out []*xmltree.Node
		for _, part := range parts {
			out = append(out, c.node(part)...)
		}
		return out
	}
	list := &xmltree.Node{Name: "def-list"}
	var item *xmltree.Node
	for _, part := range parts {
		if id := c.places[part]; id != "" {
			c.known[id] = ""
		}
		if isElement(part, "dt") || item == nil {
			item = &xmltree.Node{Name: "def-item"}
			list.Children = append(list.Children, item)
		}
		name := "def"
		if isElement(part, "dt") {
			name = "term"
		}
		item.Children = append(item.Children, &xmltree.Node{Name: name, Children: c.children(part)})
	}
	if len(list.Children) == 0 {
		return nil
	}
	return []*xmltree.Node{list}
}
