package epub

import (
	"html"
	"slices"
	"strings"
)

// void are the elements of HTML that have no end tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}

// asHTML returns XHTML as HTML, which has no empty elements but some, no name spaces, no CDATA
// and no document type with entities.
func asHTML(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for {
		at := strings.IndexByte(text, '<')
		if at < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:at])
		text = text[at:]
		switch {
		case strings.HasPrefix(text, "<!--"):
			text = behind(text, "-->")
		case strings.HasPrefix(text, "<![CDATA["):
			section, rest, _ := strings.Cut(text[len("<![CDATA["):], "]]>")
			b.WriteString(html.EscapeString(section))
			text = rest
		case strings.HasPrefix(text, "<?"):
			text = behind(text, "?>")
		case strings.HasPrefix(text, "<!"):
			text = text[declarationEnd(text):]
		default:
			end := tagEnd(text)
			b.WriteString(asTag(text[:end]))
			text = text[end:]
		}
	}
}

// behind returns what stands behind a sign, or nothing.
func behind(text, sign string) string {
	_, rest, _ := strings.Cut(text, sign)
	return rest
}

// declarationEnd returns where a declaration ends that a text begins with, also one with others in brackets.
func declarationEnd(text string) int {
	end := strings.IndexByte(text, '>')
	if open := strings.IndexByte(text, '['); open >= 0 && open < end {
		if closed := strings.Index(text[open:], "]"); closed >= 0 {
			end = open + closed + strings.IndexByte(text[open+closed:], '>')
		}
	}
	return max(end+1, 1)
}

// tagEnd returns where a tag ends that a text begins with. Its attributes may have a > in them.
func tagEnd(text string) int {
	quote := byte(0)
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		case c == '<':
			return i // of no tag
		}
	}
	return len(text)
}

// asTag returns a tag of XHTML as HTML has it: without the prefix of its name, and, if it is that of
// an empty element, with an end tag.
func asTag(tag string) string {
	open := "<"
	if strings.HasPrefix(tag, "</") {
		open = "</"
	}
	n := strings.IndexAny(tag[len(open):], " \t\r\n/>")
	if n < 0 {
		return tag
	}
	name, rest := tag[len(open):len(open)+n], tag[len(open)+n:]
	name = name[strings.IndexByte(name, ':')+1:]
	if before, empty := strings.CutSuffix(rest, "/>"); empty && open == "<" && !slices.Contains(void, name) {
		return open + name + before + "></" + name + ">"
	}
	return open + name + rest
}
