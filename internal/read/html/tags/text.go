package tags

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// endless are the skipped elements that may have no end tag.
var endless = dom.SetOf(`head area base embed frame input link meta optgroup option param source track`)

// Text returns the text between the tags of a page, with a blank line between its blocks.
func Text(page string) string {
	var blocks []string
	var block strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	skipped := "" // the element around whose text is not the page's
	for {
		kind := z.Next()
		if kind == html.TextToken {
			if skipped == "" {
				block.Write(z.Text())
			}
			continue
		}
		tag, _ := z.TagName()
		name := string(tag)
		if kind == html.ErrorToken || dom.IsBlock(name) {
			if s := dom.OneLine(block.String()); s != "" {
				blocks = append(blocks, s)
			}
			block.Reset()
		}
		switch {
		case kind == html.ErrorToken:
			return safe.New(strings.Join(blocks, "\n\n")).String()
		case name == "br":
			block.WriteByte(' ')
		case kind == html.StartTagToken && skipped == "" && dom.IsSkipped(name) && !endless[name]:
			skipped = name
		case kind == html.EndTagToken && name == skipped:
			skipped = ""
		}
	}
}
