package epub

import (
	"strings"

	"golang.org/x/net/html"

	"etal/internal/lazyregexp"
	"etal/internal/read/html/dom"
)

// Books that were made of web pages have lines that lead from page to page: "Previous topic: Tides",
// "← Contents | Next →". In one article the neighbour is the line above or below.

// neighbours are the words that such a line has in any case.
const neighbours = `previous|prev|next|back|up|parent|zurück|weiter|vorige[rs]?|vorherige[rs]?|nächste[rs]?|précédente?|suivante?|anterior|siguiente|próxim[ao]|seguinte|precedente|successiv[ao]`

var (
	neighbour = lazyregexp.New(`(?i)(?:^|\PL)(?:` + neighbours + `)(?:\PL|$)`)
	// neighbourWords matches a text of nothing but such words, and what they are the neighbours of.
	neighbourWords = lazyregexp.New(`(?i)^(?:\PL+|(?:` + neighbours + `|home|top|start|end|index|contents|table of contents|toc|chapter|page|section|topic|article|part|to|the|of|or|and|` +
		`kapitel|seite|abschnitt|thema|zum|zur|inhalt|inhaltsverzeichnis|chapitre|sommaire|capítulo|página|índice|sumário|capitolo|pagina|indice)(?:\PL+|$))*$`)
)

// leadsToNeighbours reports whether a line begins with such words and is nothing but them and links to other
// chapters.
func leadsToNeighbours(n *html.Node) bool {
	if !dom.Is(n, "p", "div", "nav", "ul", "table") {
		return false
	}
	if first := firstText(n); first == nil || len(first.Data) > maxLine || !neighbour.MatchString(first.Data) || lineLength(n) > maxLine {
		return false
	}
	links, named, plain := 0, false, ""
	sound := true
	dom.Walk(n, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode:
			plain += n.Data
		case isInside(n):
			links++
			text := dom.Text(n)
			named = named || neighbour.MatchString(text) && neighbourWords.MatchString(text)
			plain += " "
			return false
		case n.Data == "a" && dom.Text(n) != "" || dom.IsHeading(n):
			sound = false
		}
		return sound
	})
	plain = strings.TrimSpace(plain)
	return sound && links > 0 && (named || neighbour.MatchString(plain)) && neighbourWords.MatchString(plain)
}
