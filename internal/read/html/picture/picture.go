// Package picture names a picture on a web page that has no caption: by its description, as the tick or
// cross that it shows, or by its file. It must not know how the name is shown.
package picture

import (
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"etal/internal/boilerplate"
	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
	"etal/internal/safe"
)

// iconName matches the classes of icons, which are drawn with a font.
var iconName = lazyregexp.New(`(?i)(?:^|\s)(?:fa|fas|far|fa-[a-z]+|glyphicon\S*|bi\S*|mdi\S*|icon\S*|ico\S*|dashicons\S*|octicon\S*)(?:$|\s)`)

// The names of pictures that are ticks and crosses.
var (
	ticks   = dom.SetOf(`check checked checkmark tick ok yes true done finished complete completed available supported included`)
	crosses = dom.SetOf(`x xmark times cross close remove no false not missing unfinished incomplete unavailable unsupported`)
)

// longestStem is how many characters of a file's name stand for a picture.
const longestStem = 20

// Name returns what names a picture or an icon, or "".
func Name(n *html.Node) string {
	if !IsFormula(n) {
		for _, key := range []string{"alt", "aria-label", "title"} {
			if name := safe.Line(dom.Attr(n, key)).String(); name != "" && !IsFileName(name) {
				return name
			}
		}
	} else if dom.Is(n, "img") {
		return ""
	}
	switch {
	case dom.Is(n, "img"):
		if name := stem(imageSource(n)); name != "" {
			return asSign(name, name)
		}
		return asSign(dom.Attr(n, "class"), "")
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

// IsFileName reports whether a description only names a file or tells its address.
func IsFileName(alt string) bool {
	return boilerplate.IsImageFile(alt) || strings.Contains(alt, "://") && !strings.Contains(alt, " ")
}

// IsCredit reports whether a description only says whose picture it is.
func IsCredit(alt string) bool { return creditOnly.MatchString(alt) }

// IsFormula reports whether a picture shows a formula, whose TeX is its description.
func IsFormula(n *html.Node) bool { return ofMath.MatchString(dom.ClassAndID(n)) }

// IsDisplayed reports whether the picture of a formula stands on a line of its own.
func IsDisplayed(n *html.Node) bool { return displayed.MatchString(dom.ClassAndID(n)) }

var (
	creditOnly = lazyregexp.New(`(?i)^[(\[]?(?:photo|image|picture|credit|source|foto|bild|quelle)s?(?: credit| by| courtesy)?\s*[:©]`)
	ofMath     = lazyregexp.New(`(?i)(?:^|[\s_-])(?:tex|latex|math|mwe-math\S*|equation)(?:$|[\s_-])`)
	displayed  = lazyregexp.New(`(?i)(?:^|[\s_-])(?:display(?:ed)?|block)(?:$|[\s_-])`)
)
