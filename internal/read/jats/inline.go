package jats

import (
	"strings"

	"etal/internal/article"
	"etal/internal/doc"
	"etal/internal/mathtext"
	"etal/internal/safe"
)

// inlines returns what elements within a line say; blocks among them, as formulae and cells
// have them, each on a line of its own where they are asked for.
func (r *reader) inlines(nodes []*node, blocks bool) []doc.Inline {
	f := inliner{reader: r, blocks: blocks}
	f.nodes(nodes, doc.Inline{})
	return f.text
}

// An inliner gathers inlines. What it gathers is set like the inline that each method is
// given.
type inliner struct {
	*reader
	blocks bool
	text   []doc.Inline
}

func (f *inliner) nodes(nodes []*node, like doc.Inline) {
	for _, n := range nodes {
		f.node(n, like)
	}
}

func (f *inliner) add(like doc.Inline, text string) {
	like.Text = doc.Text(text).Text
	f.text = append(f.text, like)
}

func (f *inliner) node(n *node, like doc.Inline) {
	switch n.Name {
	case "":
		f.add(like, n.Text)
		return
	case "italic", "emphasis":
		like.Style |= doc.Italic
	case "bold", "strong":
		like.Style |= doc.Bold
	case "monospace", "code", "tt", "preformat":
		like.Style |= doc.CodeSpan
	case "sup", "sub":
		if _, cites := like.To.(*doc.Citation); !cites && !holdsMark(n) {
			f.script(n, like)
			return
		}
		if n.Name == "sup" {
			like.Style |= doc.RaisedMark
		}
	case "xref":
		f.xref(n, like)
		return
	case "fn":
		f.text = append(f.text, doc.Inline{To: f.noteOf(n)})
		return
	case "ext-link", "uri", "email", "self-uri":
		if address := linkAddress(n); address != "" && like.To == nil {
			like.To = doc.Address(address)
		}
		if n.Blank() {
			f.add(like, linkAddress(n))
			return
		}
	case "break":
		f.text = append(f.text, doc.LineBreak())
		return
	case "math", "tex-math":
		f.formulaText(n, like)
		return
	case "alternatives":
		f.alternatives(n, like)
		return
	case "inline-graphic", "graphic", "media":
		if alt := n.Find("alt-text"); alt != nil {
			f.add(like, "["+alt.Content()+"]")
		}
		return
	case "object-id", "alt-text", "long-desc", "index-term", "target", "processing-meta":
		return
	case "label":
		if f.blocks {
			return // a formula's number, which stands behind it
		}
	}
	if f.blocks && isBlock(n) || n.Is("list-item", "verse-line") {
		f.text = append(f.text, doc.LineBreak())
		f.nodes(n.Children, like)
		f.text = append(f.text, doc.LineBreak())
		return
	}
	f.nodes(n.Children, like)
}

// script adds raised or lowered text that is no mark, all in one style.
func (f *inliner) script(n *node, like doc.Inline) {
	if n.Name == "sup" {
		like.Style |= doc.Superscript
	} else {
		like.Style |= doc.Subscript
	}
	f.add(like, doc.Unstyled(f.inlines(n.Children, false)))
}

// holdsMark reports whether the mark of a citation or footnote is in n, which goes on being
// one when it is raised.
func holdsMark(n *node) bool {
	found := false
	n.Walk(func(c *node) bool {
		found = found || c.Is("fn") || c.Is("xref") && (c.Attrs["ref-type"] == "bibr" || c.Attrs["ref-type"] == "fn")
		return !found
	})
	return found
}

// xref adds a cross reference.
func (f *inliner) xref(n *node, like doc.Inline) {
	if n.Attrs["ref-type"] == "fn" && n.Attrs["rid"] != "" {
		if fn := f.notes.byID[n.Attrs["rid"]]; fn != nil {
			f.text = append(f.text, doc.Inline{To: f.noteOf(fn)})
		} else {
			mark := doc.Text(n.Content(), doc.Superscript)
			mark.To = &doc.Link{}
			f.text = append(f.text, mark)
		}
		return
	}
	if f.xrefs[n] == nil {
		f.xrefs[n] = f.targetOf(n)
	}
	like.To = f.xrefs[n]
	f.nodes(n.Children, like)
}

// targetOf returns where a cross reference leads.
func (r *reader) targetOf(xref *node) doc.Target {
	if r.list.cites(xref) {
		return &doc.Citation{References: r.list.numbersOf(xref)}
	}
	id, _, _ := strings.Cut(strings.TrimSpace(xref.Attrs["rid"]), " ")
	return &doc.Link{ID: id, Kind: linkKinds[xref.Attrs["ref-type"]]}
}

// linkKinds are the kinds of links that cross references are, by their type.
var linkKinds = map[string]article.LinkKind{
	"fig": article.Figure, "figure": article.Figure, "scheme": article.Figure, "plate": article.Figure,
	"media": article.Figure, "supplementary-material": article.Figure, "chem": article.Figure,
	"table": article.Table,
	"sec":   article.Section, "app": article.Section, "boxed-text": article.Section, "statement": article.Section,
	"disp-formula": article.Equation, "equation": article.Equation,
}

func (f *inliner) formulaText(n *node, like doc.Inline) {
	text := ""
	if n.Is("math") {
		text = mathtext.MathML(n)
	} else {
		text = mathtext.TeX(n.Content())
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			f.text = append(f.text, doc.LineBreak())
		}
		f.add(like, line)
	}
}

// alternatives adds the one of several forms of a thing that reads best.
func (f *inliner) alternatives(n *node, like doc.Inline) {
	for _, name := range []string{"math", "tex-math", "table", "code", "textual-form"} {
		if c := n.Child(name); c != nil {
			f.node(c, like)
			return
		}
	}
	if inner := n.Elements(); len(inner) > 0 {
		f.node(inner[0], like)
	}
}

// linkAddress returns the address that a link leads to, if it is one to follow.
func linkAddress(n *node) string {
	href := strings.TrimSpace(n.Attrs["href"])
	if href == "" {
		href = n.ContentWithin(safe.MaxURL)
	}
	switch {
	case href == "":
		return ""
	case n.Is("email"):
		return "mailto:" + strings.TrimPrefix(href, "mailto:")
	case n.Attrs["ext-link-type"] == "doi" && strings.HasPrefix(href, "10."):
		href = "https://doi.org/" + href
	case strings.HasPrefix(href, "www."):
		href = "http://" + href
	}
	for _, scheme := range []string{"http://", "https://", "ftp://", "mailto:"} {
		if strings.HasPrefix(strings.ToLower(href), scheme) && !strings.ContainsAny(href, " \t\n") {
			return href
		}
	}
	return ""
}
