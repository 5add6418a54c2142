package html

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// Tables answer yes and no with pictures, which are all that their cells have. Without them a column
// would be empty, so a picture in a cell without words is shown by whatever names it.

// iconName matches the classes of icons, which are drawn with a font.
var iconName = lazyregexp.New(`(?i)(?:^|\s)(?:fa|fas|far|fa-[a-z]+|glyphicon\S*|bi\S*|mdi\S*|icon\S*|ico\S*|dashicons\S*|octicon\S*)(?:$|\s)`)

// The names of pictures that are ticks and crosses.
var (
	ticks   = dom.SetOf(`check checked checkmark tick ok yes true done finished complete completed available supported included`)
	crosses = dom.SetOf(`x xmark times cross close remove no false not missing unfinished incomplete unavailable unsupported`)
)

// longestStem is how many characters of a file's name stand for a picture.
const longestStem = 20

// signs returns what stands for the pictures of a cell that has no words, or nil.
func (c *converter) signs(cell *html.Node) []doc.Block {
	if c.contents[cell].Text > 0 || c.contents[cell].Math {
		return nil
	}
	var text []doc.Inline
	dom.Walk(cell, func(n *html.Node) bool {
		if c.omitted[n] || n.Type != html.ElementNode {
			return false
		}
		if sign := signOf(n); sign != "" {
			text = append(text, doc.Text(sign), doc.Text(" "))
			return false
		}
		return true
	})
	if len(text) == 0 {
		return nil
	}
	return []doc.Block{doc.Paragraph{Text: text}}
}

// signOf returns what names a picture or an icon, or "".
func signOf(n *html.Node) string {
	name := ""
	for _, key := range []string{"alt", "aria-label", "title"} {
		if name = safe.Line(dom.Attr(n, key)).String(); name != "" && !isFileName(name) && !imageOfMath.MatchString(dom.ClassAndID(n)) {
			return name
		}
	}
	switch {
	case dom.Is(n, "img"):
		if imageOfMath.MatchString(dom.ClassAndID(n)) {
			return ""
		}
		if name := stem(imageSource(n)); name != "" {
			return asSign(name, name)
		}
		return asSign(dom.Attr(n, "class"), "")
	case dom.Is(n, "input") && dom.Attr(n, "type") == "checkbox":
		return checkbox(n)
	case dom.Is(n, "i", "span", "b", "em") && n.FirstChild == nil && iconName.MatchString(dom.Attr(n, "class")):
		return asSign(dom.Attr(n, "class"), "")
	}
	return ""
}

// asSign returns a tick or a cross for a picture that is called so, and otherwise what it is given.
func asSign(name, otherwise string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	tick, cross, other := false, false, false
	for _, w := range words {
		switch {
		case crosses[w]:
			cross = true
		case ticks[w]:
			tick = true
		default:
			other = other || !isIconWord(w)
		}
	}
	switch {
	case other || !tick && !cross:
		return otherwise
	case cross:
		return "✗"
	}
	return "✓"
}

// isIconWord reports whether a word in the name of an icon says nothing of what it shows.
func isIconWord(w string) bool {
	return len(w) < 3 || iconWords[w]
}

var iconWords = dom.SetOf(`fas far fab fal icon icons ico img image svg glyphicon mdi octicon dashicons material solid circle square round green red gray grey small large mark sign text success danger`)

// lazySources are the attributes in which pages keep the address of a picture that is loaded late.
var lazySources = []string{"data-src", "data-original", "data-lazy-src", "src"}

// imageSource returns the address of a picture, or "".
func imageSource(n *html.Node) string {
	for _, key := range lazySources {
		if source := dom.Attr(n, key); source != "" && !strings.HasPrefix(source, "data:") {
			return source
		}
	}
	return ""
}

// stem returns the name of the file at an address in short: its last words, without its ending.
func stem(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := path.Base(u.Path)
	if name == "." || name == "/" {
		return ""
	}
	name = safe.Line(strings.TrimSuffix(name, path.Ext(name))).String()
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == '.' })
	// fff-277-not-finished-2: the last words without a number among them
	isWord := func(s string) bool { return !strings.ContainsFunc(s, unicode.IsDigit) }
	end := len(parts)
	for end > 0 && !isWord(parts[end-1]) {
		end--
	}
	start := end
	for start > 0 && isWord(parts[start-1]) {
		start--
	}
	if start < end {
		name = strings.Join(parts[start:end], " ")
	}
	if utf8.RuneCountInString(name) > longestStem {
		name = string([]rune(name)[:longestStem-1]) + "…"
	}
	return name
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
