package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// bullets returns a list. Entries of the reference list and footnotes are not among its items, and what
// stands between items, against the rules, stays there.
func (c *converter) bullets(n *html.Node) []part {
	l := listConverter{converter: c, ordered: n.Data == "ol" && !noMarkers.MatchString(dom.Attr(n, "style"))}
	l.count(n)
	l.children(n)
	l.flush()
	return l.out
}

// A listConverter converts one list.
type listConverter struct {
	*converter
	ordered bool
	sign    string // of the type of its numbers: 1, a, A, i or I
	next    int    // number
	step    int
	items   []doc.Item
	out     []part
}

// count finds the first number of a list and how its numbers go on.
func (l *listConverter) count(n *html.Node) {
	l.next, l.step, l.sign = 1, 1, numberSign(n)
	for _, a := range n.Attr {
		if a.Key == "reversed" {
			l.step = -1
			l.next = 0
			for child := n.FirstChild; child != nil; child = child.NextSibling {
				if dom.Is(child, "li") {
					l.next++
				}
			}
		}
	}
	if start, err := strconv.Atoi(strings.TrimSpace(dom.Attr(n, "start"))); err == nil {
		l.next = start
	}
}

// numberStyles are the styles of numbers that are letters or Roman.
var numberStyles = map[string]string{"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}

var listStyle = lazyregexp.New(`(?i)list-style(?:-type)?\s*:\s*((?:low|upp)er-(?:alpha|latin|roman))`)

// numberSign returns the type of a list's numbers: 1, a, A, i or I.
func numberSign(n *html.Node) string {
	if m := listStyle.FindStringSubmatch(dom.Attr(n, "style")); m != nil {
		return numberStyles[strings.ToLower(m[1])]
	}
	switch sign := dom.Attr(n, "type"); sign {
	case "a", "A", "i", "I":
		return sign
	}
	return "1"
}

// children converts what is in the list or in an element around items of it.
func (l *listConverter) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		switch {
		case l.omitted[child] || child.Type != html.ElementNode && strings.TrimSpace(child.Data) == "":
			if dom.Is(child, "li") {
				l.next += l.step
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
	if value, err := strconv.Atoi(dom.Attr(n, "value")); err == nil {
		l.next = value
	}
	number := l.next
	l.next += l.step
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
	if !l.contents[n].Blocks {
		anchors = append(anchors, l.anchors()...)
	}
	item.Blocks = append(anchors, blocks...)
	if l.ordered {
		item.Number = number
		if label := letterNumber(number, l.sign); label != "" || number <= 0 {
			item.Number, item.Label = 0, []doc.Inline{doc.Text(cmp.Or(label, strconv.Itoa(number)) + ".")}
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
		for sign, box := range map[string]string{"☑": "[x]", "☐": "[ ]"} {
			if rest, ok := strings.CutPrefix(s, sign); ok {
				p.Text = slices.Clone(p.Text[i:])
				p.Text[0].Text = safe.New(rest)
				blocks[0] = p
				return []doc.Inline{{Text: safe.New(box), Style: doc.Verbatim}}
			}
		}
		break
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

// letterNumber returns a number as a list of the type a, A, i or I has it, or "" for other types and
// for numbers that it cannot have.
func letterNumber(n int, sign string) string {
	label := ""
	switch strings.ToLower(sign) {
	case "a":
		for ; n > 0; n = (n - 1) / 26 {
			label = string(rune('a'+(n-1)%26)) + label
		}
	case "i":
		if n <= 0 || n >= 4000 {
			return ""
		}
		for _, r := range romanParts {
			for ; n >= r.value; n -= r.value {
				label += r.sign
			}
		}
	}
	if sign == "A" || sign == "I" {
		return strings.ToUpper(label)
	}
	return label
}

var romanParts = []struct {
	value int
	sign  string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}

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
			long = long || dom.Is(part, "dd") && (c.contents[part].Text > longestDefinition || c.contents[part].Blocks)
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
