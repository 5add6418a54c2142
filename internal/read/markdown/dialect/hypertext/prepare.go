package hypertext

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"

	reader "etal/internal/read/html"
)

// prepare makes Markdown and links of what a reader of HTML has no form for: images, formulae in TeX,
// marks of footnotes, rules, tasks, media, struck and marked text.
func prepare(body *html.Node) {
	dom.Walk(body, func(n *html.Node) bool {
		if n.Type == html.TextNode && !dom.Is(n.Parent, "code", "kbd", "samp", "tt") {
			splitMarkdown(n)
		}
		if n.Type != html.ElementNode {
			return false
		}
		switch n.Data {
		case "pre", "script", "style", "svg", "math", reader.Verbatim:
			return false
		case "img":
			setApart(n)
			replace(n, image(n))
		case "hr":
			n.AppendChild(markdownNode("---"))
			return false
		case "input":
			if dom.Attr(n, "type") == "checkbox" {
				replace(n, dom.Checkbox(n))
			}
		case "video", "audio", "iframe", "embed":
			linkMedium(n)
		case "a":
			setApart(n)
			if href := dom.Attr(n, "href"); href != "" && hasBlock(n) {
				n.Data, n.DataAtom = "div", atom.Div
				linkLines(n, href)
			}
		case "dl":
			if isLabelled(n) {
				joinLabels(n)
			}
		case "sup", "sub":
			if isSmallPrint(n) {
				n.Data, n.DataAtom = "small", atom.Small
			}
		case "s", "del", "strike":
			surround(n, "~~", "~~")
		case "mark":
			surround(n, "<mark>", "</mark>")
		}
		return true
	})
}

// setApart puts a blank between an image or a link and the one right before it.
func setApart(n *html.Node) {
	if n.PrevSibling != nil && dom.Is(n.PrevSibling, "a", "img", "picture", reader.Verbatim) {
		n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, n)
	}
}

func hasBlock(n *html.Node) bool {
	return dom.Find(n, func(c *html.Node) bool { return dom.IsBlock(c.Data) }) != nil
}

// linkLines makes links of what stands in lines in an element with blocks.
func linkLines(n *html.Node, href string) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && hasBlock(c):
			linkLines(c, href)
		case c.Type == html.ElementNode && c.Data != "a" && c.Data != "br" || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			a := &html.Node{Type: html.ElementNode, Data: "a", DataAtom: atom.A, Attr: []html.Attribute{{Key: "href", Val: href}}}
			n.InsertBefore(a, c)
			n.RemoveChild(c)
			a.AppendChild(c)
			c = a
		}
	}
}

// entryLabel matches terms that are the labels of references.
var entryLabel = lazyregexp.New(`^(?:\[[\w+-]{1,16}\]|\d{1,4}\.?)$`)

// isLabelled reports whether the terms of a list are the labels of references.
func isLabelled(list *html.Node) bool {
	labels := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if dom.Is(c, "dt") {
			if labels++; !entryLabel.MatchString(dom.Text(c)) {
				return false
			}
		}
	}
	return labels > 0
}

// joinLabels makes paragraphs of a list of references, each with its label before it.
func joinLabels(list *html.Node) {
	list.Data, list.DataAtom = "div", atom.Div
	var label *html.Node
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case dom.Is(c, "dt"):
			label = &html.Node{Type: html.ElementNode, Data: "a", DataAtom: atom.A, Attr: c.Attr}
			label.AppendChild(&html.Node{Type: html.TextNode, Data: "[" + doc.BareLabel(dom.Text(c)) + "] "})
			for c.FirstChild != nil {
				c.RemoveChild(c.FirstChild)
			}
			c.Attr = nil
		case dom.Is(c, "dd"):
			text := c
			if p := dom.Find(c, func(n *html.Node) bool { return n.Data == "p" }); p != nil {
				text = p
			}
			if label != nil {
				text.InsertBefore(label, text.FirstChild)
			}
			label = nil
		default:
			continue
		}
		c.Data, c.DataAtom = "div", atom.Div
	}
}

// isSmallPrint reports whether raised or lowered text is words in small print: several, or without
// anything before them.
func isSmallPrint(n *html.Node) bool {
	words := strings.Fields(dom.Text(n))
	letters := strings.ContainsFunc(strings.Join(words, ""), unicode.IsLetter)
	before := n.PrevSibling
	alone := before == nil || before.Type == html.TextNode && strings.TrimRight(before.Data, " \t\n") != before.Data || dom.Is(before, "br")
	return letters && (len(words) > 1 || alone)
}

// surround puts Markdown around what is in an element, if anything is.
func surround(n *html.Node, before, after string) {
	if strings.TrimSpace(dom.Text(n)) != "" {
		n.InsertBefore(markdownNode(before), n.FirstChild)
		n.AppendChild(markdownNode(after))
	}
}

func markdownNode(source string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: reader.Verbatim}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: source})
	return n
}

// replace puts Markdown in the place of an element.
func replace(n *html.Node, source string) {
	n.Data, n.DataAtom, n.Attr = reader.Verbatim, 0, nil
	n.AppendChild(&html.Node{Type: html.TextNode, Data: source})
}

// inText matches what is Markdown in the text of HTML too: formulae and the marks of footnotes.
var inText = lazyregexp.New(`\[\^[^\]\s]+\]|\\\((?:[^\\]|\\[^()]){1,600}\\\)|\\\[(?:[^\\]|\\[^\[\]]){1,600}\\\]|\$\$[^$]{1,600}\$\$|\$[^\s$](?:[^$\n]{0,598}[^\s$\\])?\$`)

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

// image returns an image as Markdown: its description or, if it has none, its title or the name of
// its file.
func image(n *html.Node) string {
	source := strings.TrimSpace(dom.Attr(n, "src"))
	if strings.HasPrefix(source, "data:") {
		source = ""
	}
	alt := safe.Line(dom.Attr(n, "alt")).String()
	if alt == "" {
		alt = safe.Line(dom.Attr(n, "title")).String()
	}
	if name := fileOf(source); alt == "" && !hashed.MatchString(name) {
		alt = name
	}
	if alt == "" && source == "" {
		return ""
	}
	return "![" + strings.NewReplacer("[", "(", "]", ")").Replace(doc.EscapeInline(alt)) + "](<" + doc.EscapeDestination(source) + ">)"
}

// hashed matches the names of files that are no words.
var hashed = lazyregexp.New(`^[0-9a-fA-F-]{8,}(?:\.\w+)?$`)

// fileOf returns the name of the file that an address leads to.
func fileOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" || strings.HasSuffix(u.Path, "/") {
		return ""
	}
	return safe.Line(path.Base(u.Path)).String()
}

// linkMedium makes a link of what a terminal cannot play or load.
func linkMedium(n *html.Node) {
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
}
