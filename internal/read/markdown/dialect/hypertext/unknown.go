package hypertext

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/read/html/dom"
)

// quoteUnknown escapes tags that HTML does not have, such as <placeholder>.
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
			case foreign == 0 && !elements[name]:
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
