package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/read/html/dom"
	"etal/internal/read/html/numbering"
	"etal/internal/safe"
)

// bullets returns a list. Entries of the reference list and footnotes are not among its items, and what
// stands between items, against the rules, stays there.
func (c *converter) bullets(n *html.Node) []part {
	l := listConverter{converter: c, ordered: n.Data == "ol" && !noMarkers.MatchString(dom.Attr(n, "style")), numbers: numbering.New(n)}
	l.children(n)
	l.flush()
	return l.out
}

// A listConverter converts one list.
type listConverter struct {
	*converter
	ordered bool
	numbers *numbering.Counter
	items   []doc.Item
	out     []part
}

// children converts what is in the list or in an element around items of it.
func (l *listConverter) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case l.omitted[child] || child.Type != html.ElementNode && strings.TrimSpace(child.Data) == "":
			if dom.Is(child, "li") {
				l.numbers.Next(child)
			}
		case dom.Is(child, "li"):
			l.item(child)
		case dom.Is(child, "ul", "ol") && len(l.items) > 0: // a nested list that is not in an item, against the rules
			last := &l.items[len(l.items)-1]
			last.Blocks = append(last.Blocks, paragraphs(l.node(child))...)
		case dom.Is(child, "div", "span", "section") && hasItem(child):
			l.await(child)
			l.children(child)
		default:
			if parts := l.node(child); len(parts) > 0 {
				l.flush()
				l.out = append(l.out, parts...)
			}
		}
	}
}

func hasItem(n *html.Node) bool {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if dom.Is(child, "li") {
			return true
		}
	}
	return false
}

// item converts an item of the list.
func (l *listConverter) item(n *html.Node) {
	number := l.numbers.Next(n)
	if l.notes[n] != nil || l.entryOf[n] > 0 {
		l.out = append(l.out, l.node(n)...)
		return
	}
	l.await(n)
	anchors := l.anchors()
	blocks := l.blocks(n)
	if len(blocks) == 0 {
		return
	}
	item := doc.Item{}
	if !l.ordered {
		item.Label = taskBox(blocks)
	}
	if !l.contents.Of(n).Blocks {
		anchors = append(anchors, l.anchors()...)
	}
	item.Blocks = append(anchors, blocks...)
	if l.ordered {
		item.Number = number
		if label := l.numbers.Label(number); label != "" {
			item.Number, item.Label = 0, []doc.Inline{doc.Text(label + ".")}
		}
	}
	l.items = append(l.items, item)
}

// taskBox returns the box of a task in Markdown and cuts it off the first of the blocks; nil if an item is
// no task.
func taskBox(blocks []doc.Block) []doc.Inline {
	p, ok := blocks[0].(doc.Paragraph)
	if !ok {
		return nil
	}
	for i, in := range p.Text {
		s := strings.TrimLeft(in.Text.String(), " \n\t")
		if s == "" {
			continue
		}
		box := "[ ]"
		rest, isTask := strings.CutPrefix(s, "☐")
		if !isTask {
			box = "[x]"
			rest, isTask = strings.CutPrefix(s, "☑")
		}
		if !isTask {
			break
		}
		p.Text = slices.Clone(p.Text[i:])
		p.Text[0].Text = safe.New(rest)
		blocks[0] = p
		return []doc.Inline{{Text: safe.New(box), Style: doc.Verbatim}}
	}
	return nil
}

// flush ends the items so far as a list.
func (l *listConverter) flush() {
	if len(l.items) > 0 {
		l.out = append(l.out, blockParts(doc.List{Items: l.items})...)
		l.items = nil
	}
}

// longestDefinition is how many runes a definition has at most that stands on one line with its
// term: some five lines on a screen.
const longestDefinition = 400

// definitions returns a list of terms, or paragraphs if the definitions are longer than that.
func (c *converter) definitions(n *html.Node) []part {
	long := false
	var found []*html.Node
	dom.Walk(n, func(part *html.Node) bool {
		if dom.Is(part, "dt", "dd") {
			if c.omitted[part] || c.entryOf[part] > 0 || dom.Is(part, "dt") && c.entryAt(part) > 0 {
				return false
			}
			found = append(found, part)
			long = long || dom.Is(part, "dd") && (c.contents.Of(part).Text > longestDefinition || c.contents.Of(part).Blocks)
			return false
		}
		return true
	})
	var list doc.Definitions
	var out []part
	for _, part := range found {
		if long || c.notes[part] != nil {
			out = append(out, c.node(part)...)
			continue
		}
		isTerm := dom.Is(part, "dt")
		c.await(part)
		text := inlines(c.children(part))
		anchors := c.anchors()
		if len(anchors) > 0 && isTerm && len(list.Items) > 0 {
			out, list.Items = append(out, blockParts(list)...), nil
		}
		out = append(out, blockParts(anchors...)...)
		if isTerm || len(list.Items) == 0 {
			list.Items = append(list.Items, doc.Definition{})
		}
		d := &list.Items[len(list.Items)-1]
		switch {
		case isTerm:
			d.Term = text
		case len(d.Text) > 0:
			d.Text = append(append(d.Text, doc.Text("; ")), text...)
		default:
			d.Text = text
		}
	}
	if len(list.Items) > 0 {
		out = append(out, blockParts(list)...)
	}
	return out
}
