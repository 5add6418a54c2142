package html

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// Fragment reads HTML that stands in a text of another format, of Markdown above all: all of it is
// the text's. Each element with an ID is an anchor; links, those to anchors too, lead where they
// say, and images, formulae in TeX and marks of footnotes are Markdown. The only error is
// [ErrTooDeep].
func Fragment(source string) ([]doc.Block, error) {
	nodes, err := html.ParseFragment(strings.NewReader(quoteUnknown(source)), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return nil, ErrTooDeep
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	makeSafe(body)
	p := &page{root: body, body: body, omitted: map[*html.Node]bool{}}
	c := newConverter(p)
	c.topLevel = 2 // of headings, which keep their levels
	c.links, c.places = map[*html.Node]doc.Target{}, map[*html.Node]string{}
	c.prepare()
	p.contents = dom.Measure(body)
	return append(c.blocks(body), c.anchors()...), nil
}

// quoteUnknown makes text of what looks like a tag and is none that HTML has, such as <placeholder>.
func quoteUnknown(source string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(source))
	foreign := 0 // elements around with names of their own
	for at := 0; ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			b.WriteString(quoted(source[at:]))
			return b.String()
		}
		raw := string(z.Raw())
		at += len(raw)
		if kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken {
			if i := strings.LastIndexByte(raw, '<'); strings.Count(raw[:i], `"`)%2 == 0 { // of "a<b or <i>"
				b.WriteString(quoted(raw[:i]))
				raw = raw[i:]
			}
			end, name := tagName(raw)
			switch {
			case (name == "svg" || name == "math") && !end && kind != html.SelfClosingTagToken:
				foreign++
			case name == "svg" || name == "math":
				foreign = max(foreign-1, 0)
			case foreign == 0 && !IsElement(name):
				raw = quoted(raw)
			}
		}
		b.WriteString(raw)
	}
}

func quoted(s string) string { return strings.ReplaceAll(s, "<", "&lt;") }

// tagName returns the name in a tag, in small letters, and whether it is an end tag.
func tagName(tag string) (end bool, name string) {
	name, end = strings.CutPrefix(tag[1:], "/")
	if i := strings.IndexAny(name, " \t\n\f/>"); i >= 0 {
		name = name[:i]
	}
	return end, strings.ToLower(name)
}

// elements are the names of elements in HTML, past ones among them, but for those that show nothing.
var elements = dom.SetOf(`a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br
			button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
			figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd
			label legend li link listing main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option
			output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span
			strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video
			wbr xmp`)

// IsElement reports whether HTML has an element of a name, in small letters.
func IsElement(name string) bool { return elements[name] }

// verbatim is the name of the nodes with Markdown, which no parser gives.
const verbatim = "markdown source"

// prepare makes links, anchors and Markdown of what stands for that in a fragment.
func (c *converter) prepare() {
	dom.Walk(c.body, func(n *html.Node) bool {
		if n.Type == html.TextNode && !dom.Is(n.Parent, "code", "kbd", "samp", "tt") {
			splitMarkdown(n)
		}
		if n.Type != html.ElementNode {
			return false
		}
		if id := dom.Attr(n, "id"); id != "" {
			c.places[n] = safe.Line(id).String()
		} else if name := dom.Attr(n, "name"); n.Data == "a" && name != "" {
			c.places[n] = safe.Line(name).String()
		}
		switch n.Data {
		case "pre", "script", "style", "svg", "math":
			return false
		case "a":
			c.prepareLink(n)
		case "img":
			replace(n, imageMarkdown(n))
			return false
		case "hr":
			n.AppendChild(markdownNode("---"))
			return false
		case "input":
			if dom.Attr(n, "type") == "checkbox" {
				replace(n, checkbox(n))
			}
			return false
		case "video", "audio", "iframe", "embed":
			c.prepareMedium(n)
			return false
		}
		return true
	})
}

func markdownNode(source string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: verbatim}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: source})
	return n
}

// replace puts Markdown in the place of an element.
func replace(n *html.Node, source string) {
	n.Data, n.DataAtom, n.Attr = verbatim, 0, nil
	n.AppendChild(&html.Node{Type: html.TextNode, Data: source})
}

// inText matches what is Markdown in the text of HTML too: formulae and the marks of footnotes.
var inText = lazyregexp.New(`\[\^[^\]\s]+\]|\$\$[^$]{1,600}\$\$|\$[^\s$](?:[^$\n]{0,598}[^\s$\\])?\$`)

// splitMarkdown parts a text from the Markdown in it.
func splitMarkdown(n *html.Node) {
	at := 0
	for _, m := range inText.FindAllStringIndex(n.Data, -1) {
		if s := n.Data[m[0]:m[1]]; s[0] == '$' && (m[0] > 0 && isWord(n.Data[m[0]-1]) || m[1] < len(n.Data) && isWord(n.Data[m[1]])) {
			continue // an amount
		}
		if m[0] > at {
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: n.Data[at:m[0]]}, n)
		}
		n.Parent.InsertBefore(markdownNode(n.Data[m[0]:m[1]]), n)
		at = m[1]
	}
	n.Data = n.Data[at:]
}

func isWord(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9'
}

// prepareLink notes where a link leads.
func (c *converter) prepareLink(a *html.Node) {
	if kind, kept, ok := doc.LinkTo(dom.Attr(a, "href")); ok {
		if kind == article.Section {
			kept = "#" + kept
		}
		c.links[a] = doc.Address(kept)
	}
}

// imageMarkdown returns an image as Markdown: its description or, if it has none, its title or the
// name of its file.
func imageMarkdown(n *html.Node) string {
	source := strings.TrimSpace(dom.Attr(n, "src"))
	if strings.HasPrefix(source, "data:") {
		source = ""
	}
	alt := safe.Line(dom.Attr(n, "alt")).String()
	if alt == "" {
		alt = safe.Line(dom.Attr(n, "title")).String()
	}
	if alt == "" {
		alt = fileOf(source)
	}
	if alt == "" {
		return ""
	}
	return "![" + strings.NewReplacer("[", "(", "]", ")").Replace(doc.EscapeInline(alt)) + "](<" + doc.EscapeDestination(source) + ">)"
}

// fileOf returns the name of the file that an address leads to.
func fileOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" || strings.HasSuffix(u.Path, "/") {
		return ""
	}
	return safe.Line(path.Base(u.Path)).String()
}

// checkbox returns the box of a task.
func checkbox(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "checked" {
			return "☑ "
		}
	}
	return "☐ "
}

// prepareMedium makes a link of what a terminal cannot play or load.
func (c *converter) prepareMedium(n *html.Node) {
	address := dom.Attr(n, "src")
	if s := dom.Find(n, func(m *html.Node) bool { return m.Data == "source" }); address == "" && s != nil {
		address = dom.Attr(s, "src")
	}
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	text := dom.Attr(n, "title")
	if text == "" {
		text = fileOf(address)
	}
	if text == "" {
		text = n.Data
	}
	n.Data, n.DataAtom = "a", atom.A
	n.Attr = []html.Attribute{{Key: "href", Val: address}}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: safe.Line(text).String()})
	c.prepareLink(n)
}
