package html

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/doc"
	"etal/internal/lazyregexp"
	"etal/internal/mathtext"
	"etal/internal/read/html/dom"
)

// Formulae are TeX in the text of pages that leave it to a script to set them, MathJax or KaTeX.

// A texScript is which formulae in the text of a page its scripts set.
type texScript uint8

const (
	noTeX          texScript = iota
	delimitedTeX             // \(…\), \[…\], $$…$$ and environments
	dollarsAlsoTeX           // $…$ too
)

var (
	texLibrary = lazyregexp.New(`(?i)mathjax|katex`)
	dollarsSet = lazyregexp.New(`(?s)(?:inlineMath.{0,80}['"]\$['"]|left:\s*['"]\$['"])`)
	texClass   = lazyregexp.New(`(?:^|\s)(?:math|tex|latex|arithmatex)(?:$|\s)`)
)

// findRawTeX returns which formulae the scripts of a page set.
func findRawTeX(root *html.Node) texScript {
	found := noTeX
	dom.Walk(root, func(n *html.Node) bool {
		if !dom.Is(n, "script") || dom.IsMath(n) {
			return true
		}
		source := dom.Attr(n, "src")
		if n.FirstChild != nil {
			source += n.FirstChild.Data
		}
		if texLibrary.MatchString(source) {
			found = max(found, delimitedTeX)
		}
		if found != noTeX && dollarsSet.MatchString(source) {
			found = dollarsAlsoTeX
		}
		return false
	})
	return found
}

// A texForm is how a formula stands in text: between two signs, or as an environment with its signs.
type texForm struct {
	start, end string
	displayed  bool
	whole      bool // the signs are TeX too
	by         texScript
}

var texForms = []texForm{
	{start: `\(`, end: `\)`, by: delimitedTeX},
	{start: `\[`, end: `\]`, displayed: true, by: delimitedTeX},
	{start: `$$`, end: `$$`, displayed: true, by: delimitedTeX},
	{start: `\begin{equation`, end: `\end{equation`, displayed: true, whole: true, by: delimitedTeX},
	{start: `\begin{align`, end: `\end{align`, displayed: true, whole: true, by: delimitedTeX},
	{start: `\begin{gather`, end: `\end{gather`, displayed: true, whole: true, by: delimitedTeX},
	{start: `\begin{eqnarray`, end: `\end{eqnarray`, displayed: true, whole: true, by: delimitedTeX},
	{start: `$`, end: `$`, by: dollarsAlsoTeX},
}

// longestTeX is how many bytes a formula in the text has at most.
const longestTeX = 5000

// nextTeX returns where the first formula in a text begins and ends, its form, and its TeX; from is -1
// if there is none.
func nextTeX(s string, by texScript) (from, to int, form texForm, tex string) {
	for at := 0; at < len(s); at++ {
		if s[at] != '\\' && s[at] != '$' {
			continue
		}
		for _, f := range texForms {
			if f.by > by || !strings.HasPrefix(s[at:], f.start) {
				continue
			}
			rest := s[at+len(f.start):]
			n := strings.Index(rest[:min(len(rest), longestTeX)], f.end)
			if n <= 0 || f.start == "$" && strings.ContainsAny(rest[:1]+rest[n-1:n], " \n\t") {
				continue
			}
			tex, end := rest[:n], at+len(f.start)+n+len(f.end)
			if f.whole {
				close := strings.IndexByte(s[end:], '}')
				if close < 0 {
					continue
				}
				end += close + 1
				tex = s[at:end]
			}
			return at, end, f, tex
		}
	}
	return -1, 0, texForm{}, ""
}

// text returns a text with the formulae in it set.
func (c *converter) text(n *html.Node) []part {
	by := c.rawTeX
	if strings.IndexByte(n.Data, '\\') < 0 && (by == noTeX || strings.IndexByte(n.Data, '$') < 0) {
		return inlineParts(doc.Text(n.Data))
	}
	if by == noTeX && texClass.MatchString(dom.Attr(n.Parent, "class")) {
		by = delimitedTeX
	}
	if by == noTeX || dom.Is(n.Parent, "code", "kbd", "samp", "tt") {
		return inlineParts(doc.Text(n.Data))
	}
	var out []part
	rest := n.Data
	for {
		from, to, form, tex := nextTeX(rest, by)
		if from < 0 {
			return append(out, part{Inline: doc.Text(rest)})
		}
		out = append(out, part{Inline: doc.Text(rest[:from])})
		out = append(out, c.formulaParts(mathtext.TeX(tex), form.displayed)...)
		rest = rest[to:]
	}
}
