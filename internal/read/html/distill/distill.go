// Package distill makes ordinary HTML of what articles in Distill's format have instead: citations by
// key, a bibliography in BibTeX, notes within the line (https://distill.pub/guide/).
//
// A browser runs a script for that, which etal does not. The package must not know how pages are
// read.
package distill

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"etal/internal/bib"
	"etal/internal/bib/bibtex"
	"etal/internal/read/html/dom"
)

// Is reports whether a page may have elements of Distill's.
func Is(page string) bool {
	return strings.Contains(page, "<d-article") || strings.Contains(page, "<dt-article")
}

// Expand expands the elements of Distill's in a page. Works get numbers in the order in which they
// are cited, as on Distill's pages.
func Expand(root *html.Node) {
	var cites, notes []*html.Node
	var works []bib.Item
	var article *html.Node
	dom.Walk(root, func(n *html.Node) bool {
		switch {
		case dom.Is(n, "d-cite", "dt-cite"):
			cites = append(cites, n)
		case dom.Is(n, "d-footnote", "dt-fn"):
			notes = append(notes, n)
		case dom.Is(n, "d-article", "dt-article") && article == nil:
			article = n
		case isBibliography(n) && n.FirstChild != nil:
			items, _ := bibtex.Read(n.FirstChild.Data)
			works = append(works, items...)
		}
		return true
	})
	if article == nil {
		return
	}
	for i, n := range notes {
		expandNote(n, i+1, article)
	}
	cited := expandCites(cites, works)
	if len(cited) == 0 {
		return
	}
	article.AppendChild(element("h2", text("References")))
	list := element("ol")
	for _, w := range cited {
		item := element("li")
		item.Attr = []html.Attribute{{Key: "id", Val: idOf(w.ID)}}
		for _, r := range w.Print() {
			if r.Style == bib.Italic {
				item.AppendChild(element("em", text(r.Text)))
			} else {
				item.AppendChild(text(r.Text))
			}
		}
		list.AppendChild(item)
	}
	article.AppendChild(list)
}

// isBibliography reports whether a script is a bibliography.
func isBibliography(n *html.Node) bool {
	kind := dom.Attr(n, "type")
	return dom.Is(n, "script") && (kind == "text/bibliography" || kind == "text/bibtex")
}

// expandCites makes marks of citations, [1, 2], with a link for each work, and returns the works. A
// key that the bibliography lacks is shown as it is.
func expandCites(cites []*html.Node, works []bib.Item) (cited []bib.Item) {
	byKey := map[string]bib.Item{}
	for _, w := range works {
		byKey[w.ID] = w
	}
	numbers := map[string]int{}
	for _, n := range cites {
		removeChildren(n)
		n.Data, n.DataAtom = "span", 0
		n.AppendChild(text(" ["))
		for i, key := range strings.Split(dom.Attr(n, "key"), ",") {
			key = strings.TrimSpace(key)
			if i > 0 {
				n.AppendChild(text(", "))
			}
			w, ok := byKey[key]
			if !ok {
				n.AppendChild(text(key))
				continue
			}
			if numbers[key] == 0 {
				cited = append(cited, w)
				numbers[key] = len(cited)
			}
			n.AppendChild(link(idOf(key), strconv.Itoa(numbers[key])))
		}
		n.AppendChild(text("]"))
		if before := n.PrevSibling; before != nil && before.Type == html.TextNode {
			before.Data = strings.TrimRight(before.Data, " \n")
		}
	}
	return cited
}

// expandNote puts the text of a note at the end of the article, and its mark in its place.
func expandNote(n *html.Node, number int, article *html.Node) {
	id := "distill-note-" + strconv.Itoa(number)
	note := element("p")
	note.Attr = []html.Attribute{{Key: "id", Val: id}}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		note.AppendChild(c)
	}
	article.AppendChild(note)
	n.Data, n.DataAtom, n.Attr = "sup", 0, nil
	n.AppendChild(link(id, strconv.Itoa(number)))
}

func idOf(key string) string { return "distill-work-" + key }

func removeChildren(n *html.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}

func text(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func element(name string, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: name}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

func link(id, label string) *html.Node {
	a := element("a", text(label))
	a.Attr = []html.Attribute{{Key: "href", Val: "#" + id}}
	return a
}
