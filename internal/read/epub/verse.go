package epub

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

var (
	// verseClass matches what stanzas and poems are called.
	verseClass = lazyregexp.New(`(?i)(?:^|[\s_-])(?:line-?group|stanza|strophe|verse|poem|poetry)(?:$|[\s_-])`)
	// lineNumber matches what the numbers of lines are called.
	lineNumber = lazyregexp.New(`(?i)(?:^|\s)(?:lnum|line-?num(?:ber)?|line-?no)(?:$|\s)`)
)

const longestLine = 120 // bytes of letters in a line of verse

// isVerse reports whether an element is called a stanza or a poem, and its lines have no ends.
func isVerse(n *html.Node) bool {
	return dom.Is(n, "div", "p", "blockquote", "section") && verseClass.MatchString(dom.Attr(n, "class")) &&
		dom.Find(n, func(c *html.Node) bool { return c.Data == "br" && c.Type == html.ElementNode }) == nil
}

// setVerse makes the lines of a stanza those of one paragraph: elements that a style sheet sets on lines of their own,
// or what the source has on lines.
func setVerse(n *html.Node) {
	var lines []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode:
			if !dom.Is(c, "div", "p", "span") || hasBlock(c) || lineLength(c) > longestLine {
				return
			}
			if hasText(c) {
				lines = append(lines, c)
			}
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			if !hasBlock(n) {
				breakLines(n)
			}
			return
		}
	}
	if len(lines) < 2 {
		return
	}
	verse := element("p")
	n.InsertBefore(verse, lines[0])
	for i, l := range lines {
		if i > 0 {
			verse.AppendChild(element("br"))
		}
		n.RemoveChild(l)
		verse.AppendChild(l)
		rename(l, "span")
	}
	if n.Data == "p" {
		rename(n, "div")
	}
}

// breakLines ends the lines of a text where the source does, if most of them begin with a capital.
func breakLines(n *html.Node) {
	lines, capitals := 0, 0
	for line := range strings.SplitSeq(strings.TrimSpace(allText(n)), "\n") {
		line = strings.TrimLeft(line, " \t\r“‘\"'(—")
		if len(line) > longestLine {
			return
		}
		if first, _ := utf8.DecodeRuneInString(line); line != "" {
			lines++
			if unicode.IsUpper(first) {
				capitals++
			}
		}
	}
	if lines < 2 || capitals*3 < lines*2 {
		return
	}
	var texts []*html.Node
	dom.Walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode && strings.Contains(c.Data, "\n") {
			texts = append(texts, c)
		}
		return true
	})
	for _, t := range texts {
		for i, line := range strings.Split(t.Data, "\n") {
			if i > 0 {
				t.Parent.InsertBefore(element("br"), t)
			}
			t.Parent.InsertBefore(textNode(line), t)
		}
		t.Parent.RemoveChild(t)
	}
}

// allText returns the text in an element as it stands.
func allText(n *html.Node) string {
	var b strings.Builder
	dom.Walk(n, func(c *html.Node) bool {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
		return true
	})
	return b.String()
}
