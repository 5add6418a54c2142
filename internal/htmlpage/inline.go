package htmlpage

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/markdown"
)

// inlines writes the inline nodes under n.
func (p *page) inlines(t markdown.Tree, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(t, c)
	}
}

func (p *page) inline(t markdown.Tree, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.segment(t, n)
	case *ast.Emphasis:
		tag := "em"
		if n.Level > 1 {
			tag = "strong"
		}
		p.element(tag, t, n)
	case *east.Strikethrough:
		p.element("del", t, n)
	case *ast.CodeSpan:
		p.element("code", t, n)
	case *ast.Link:
		p.link(t, n, string(n.Destination))
	case *ast.AutoLink:
		address := string(n.URL(t.Source))
		if isSafeURL(address) {
			p.printf("<a href=\"%s\" rel=\"noreferrer\">", html.EscapeString(address))
			defer p.printf("</a>")
		}
		p.text(string(n.Label(t.Source)))
	case *ast.Image:
		p.printf("[")
		p.inlines(t, n)
		p.printf("]")
	case *ast.RawHTML:
		switch tag := t.Tag(n); {
		case tag.Name == "br":
			p.printf("<br>")
		case tag.Name != "sup" && tag.Name != "sub" && tag.Name != "mark":
		case tag.End:
			p.printf("</%s>", tag.Name)
		default:
			p.printf("<%s>", tag.Name)
		}
	case *markdown.Formula:
		p.text(n.TeX(t.Source)) // for a script such as MathJax
	case *east.TaskCheckBox:
		box := "☐ "
		if n.IsChecked {
			box = "☑ "
		}
		p.text(box)
	default:
		p.inlines(t, n)
	}
}

// element writes the inline nodes under n in an element.
func (p *page) element(tag string, t markdown.Tree, n ast.Node) {
	p.printf("<%s>", tag)
	p.inlines(t, n)
	p.printf("</%s>", tag)
}

// link writes a link to a URL. One with a citation in it is written as that.
func (p *page) link(t markdown.Tree, n ast.Node, address string) {
	span, ok := t.Extent(n)
	if !ok || !isSafeURL(address) || len(p.citationsIn(span)) > 0 {
		p.inlines(t, n)
		return
	}
	p.printf("<a href=\"%s\" rel=\"noreferrer\">", html.EscapeString(address))
	p.inlines(t, n)
	p.printf("</a>")
}

// isSafeURL reports whether a page may link to a URL.
func isSafeURL(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto")
}

// A mark is a citation in the text, or a link to a place in the article, as HTML.
type mark struct {
	article.Span
	html string
}

// segment writes a text node, with the marks in it as links.
func (p *page) segment(t markdown.Tree, n *ast.Text) {
	at, end := n.Segment.Start+t.Offset, n.Segment.Stop+t.Offset
	for _, m := range p.marksIn(article.Span{Start: at, End: end}) {
		from, to := max(m.Start, at), min(m.End, end)
		p.decoded(n, at, from)
		if from == m.Start { // one that continues in the next node is written once
			p.printf("%s", m.html)
		}
		at = max(at, to) // of marks that overlap the first is a link
	}
	p.decoded(n, at, end)
	if n.HardLineBreak() {
		p.printf("<br>")
	} else if n.SoftLineBreak() && !t.IsUnspacedBreak(n) {
		p.printf("\n")
	}
}

// decoded writes the bytes [from, to) of the body, which are in the node, as they are shown.
func (p *page) decoded(n *ast.Text, from, to int) {
	s := p.article.Slice(article.Span{Start: from, End: to}).String()
	if n.IsRaw() {
		p.text(strings.ReplaceAll(s, `\[`, "["))
		return
	}
	for _, piece := range markdown.Decode(s) {
		p.text(piece.Text.String())
	}
}

// citationsIn returns the citations that overlap the span.
func (p *page) citationsIn(s article.Span) []article.Citation {
	all := p.article.Citations
	i := sort.Search(len(all), func(i int) bool { return all[i].End > s.Start })
	j := i
	for j < len(all) && all[j].Start < s.End {
		j++
	}
	return all[i:j]
}

// marksIn returns the marks that overlap the span, in order.
func (p *page) marksIn(s article.Span) []mark {
	var marks []mark
	for _, c := range p.citationsIn(s) {
		marks = append(marks, p.citation(c))
	}
	links := p.article.Links
	for i := sort.Search(len(links), func(i int) bool { return links[i].End > s.Start }); i < len(links) && links[i].Start < s.End; i++ {
		if l := links[i]; l.Inside() {
			marks = append(marks, mark{l.Span, fmt.Sprintf("<a href=\"#p%d\">%s</a>", l.Target, html.EscapeString(l.Text.String()))})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.Start - b.Start })
	return marks
}

var digits = regexp.MustCompile(`\d+`)

// citation returns the mark of a citation. Each number of a cluster links to its own reference, as
// does each work between semicolons; any other mark to the first reference that it names.
func (p *page) citation(c article.Citation) mark {
	i := sort.Search(len(p.article.Citations), func(i int) bool { return p.article.Citations[i].Start >= c.Start })
	named, class := c.Candidates(), "cite"
	if len(named) == 0 {
		class = "cite missing"
	}
	return mark{c.Span, fmt.Sprintf("<span class=\"%s\" id=\"c%d\">%s</span>", class, i+1, p.linked(c.Text.String(), named))}
}

// linked returns the text of a mark with links to the references with the numbers named.
func (p *page) linked(text string, named []int) string {
	labels := map[string]int{}
	for _, n := range named {
		if r, ok := p.article.Reference(n); ok {
			labels[r.Label.String()] = n
		}
	}
	switch {
	case len(named) == 0:
		return html.EscapeString(text)
	case len(named) == 1:
		return linkToReference(named[0], text)
	case labels[digits.FindString(text)] > 0:
		out, at := "", 0
		for _, m := range digits.FindAllStringIndex(text, -1) {
			out += html.EscapeString(text[at:m[0]])
			if n := labels[text[m[0]:m[1]]]; n > 0 {
				out += linkToReference(n, text[m[0]:m[1]])
			} else {
				out += text[m[0]:m[1]]
			}
			at = m[1]
		}
		return out + html.EscapeString(text[at:])
	}
	parts := strings.SplitAfter(text, "; ")
	if len(parts) != len(named) {
		return linkToReference(named[0], text)
	}
	out := ""
	for i, part := range parts {
		out += linkToReference(named[i], part)
	}
	return out
}

// linkToReference returns a text as a link to the reference with the number.
func linkToReference(number int, text string) string {
	return fmt.Sprintf("<a class=\"cite\" href=\"#r%d\">%s</a>", number, html.EscapeString(text))
}
