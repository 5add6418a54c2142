// Package rawtex finds formulae that a web page has as TeX in its text, for a script to set: MathJax or
// KaTeX. It must not know how formulae are shown.
package rawtex

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// Signs is which formulae in the text of a page its scripts set.
type Signs uint8

const (
	None    Signs = iota
	Doubled       // \(…\), \[…\], $$…$$ and environments
	Dollars       // $…$ too
)

var (
	texLibrary = lazyregexp.New(`(?i)mathjax|katex`)
	dollarsSet = lazyregexp.New(`(?s)(?:inlineMath.{0,80}['"]\$['"]|left:\s*['"]\$['"])`)
	texClass   = lazyregexp.New(`(?:^|\s)(?:math|tex|latex|arithmatex)(?:$|\s)`)
)

// Find returns which formulae the scripts of a page set.
func Find(root *html.Node) Signs {
	found := None
	dom.Walk(root, func(n *html.Node) bool {
		if !dom.Is(n, "script") || dom.IsMath(n) {
			return true
		}
		source := dom.Attr(n, "src")
		if n.FirstChild != nil {
			source += n.FirstChild.Data
		}
		if texLibrary.MatchString(source) {
			found = max(found, Doubled)
		}
		if found != None && dollarsSet.MatchString(source) {
			found = Dollars
		}
		return false
	})
	return found
}

// A form is how a formula stands in text: between two signs, or as an environment with its signs.
type form struct {
	start, end string
	displayed  bool
	whole      bool // the signs are TeX too
	by         Signs
}

var forms = []form{
	{start: `\(`, end: `\)`, by: Doubled},
	{start: `\[`, end: `\]`, displayed: true, by: Doubled},
	{start: `$$`, end: `$$`, displayed: true, by: Doubled},
	{start: `\begin{equation`, end: `\end{equation`, displayed: true, whole: true, by: Doubled},
	{start: `\begin{align`, end: `\end{align`, displayed: true, whole: true, by: Doubled},
	{start: `\begin{gather`, end: `\end{gather`, displayed: true, whole: true, by: Doubled},
	{start: `\begin{eqnarray`, end: `\end{eqnarray`, displayed: true, whole: true, by: Doubled},
	{start: `$`, end: `$`, by: Dollars},
}

// longest is how many bytes a formula in the text has at most.
const longest = 5000

// A Formula is a formula in a text.
type Formula struct {
	Start, End int // with its signs, in bytes of the text
	TeX        string
	Displayed  bool // on lines of its own
}

// Next returns the first formula in a text, and reports whether there is one.
func Next(s string, by Signs) (found Formula, ok bool) {
	for at := 0; at < len(s); at++ {
		if s[at] != '\\' && s[at] != '$' {
			continue
		}
		for _, f := range forms {
			if f.by <= by && strings.HasPrefix(s[at:], f.start) {
				if found, ok := f.at(s, at); ok {
					return found, true
				}
			}
		}
	}
	return Formula{}, false
}

// at returns the formula of a form that begins at an offset of a text, if its end follows.
func (f form) at(s string, start int) (Formula, bool) {
	rest := s[start+len(f.start):]
	n := strings.Index(rest[:min(len(rest), longest)], f.end)
	if n <= 0 || f.start == "$" && strings.ContainsAny(rest[:1]+rest[n-1:n], " \n\t") {
		return Formula{}, false
	}
	found := Formula{Start: start, End: start + len(f.start) + n + len(f.end), TeX: rest[:n], Displayed: f.displayed}
	if f.whole {
		brace := strings.IndexByte(s[found.End:], '}')
		if brace < 0 {
			return Formula{}, false
		}
		found.End += brace + 1
		found.TeX = s[start:found.End]
	}
	return found, true
}

// InElement returns which formulae are set in an element: those of the page, or those of an element that is
// called a formula.
func (by Signs) InElement(n *html.Node) Signs {
	switch {
	case dom.Is(n, "code", "kbd", "samp", "tt"):
		return None
	case by == None && texClass.MatchString(dom.Attr(n, "class")):
		return Doubled
	}
	return by
}
