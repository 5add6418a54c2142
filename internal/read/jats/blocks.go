package jats

import (
	"strconv"
	"strings"

	"etal/internal/boilerplate"
	"etal/internal/doc"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

type node = xmltree.Node

// A reader makes a document of an article's elements.
type reader struct {
	doc    *doc.Document
	list   referenceList
	style  printStyle           // how the journal prints references
	notes  *footnotes           // that the text refers to
	xrefs  map[*node]doc.Target // where the cross references met so far lead
	floats map[string]*node     // figures and tables that the source keeps apart, by id
	placed map[*node]bool       // of them
	level  int                  // of the section around, 1 for the article
	nested int                  // quotes, lists and notes around
}

// flow returns nodes of which some are blocks: runs of others become paragraphs.
func (r *reader) flow(nodes []*node) []doc.Block {
	var out []doc.Block
	from := 0
	for i := 0; i <= len(nodes); i++ {
		if i < len(nodes) && !isBlock(nodes[i]) {
			continue
		}
		out = append(out, paragraph(r.inlines(nodes[from:i], false)...)...)
		if i < len(nodes) {
			out = append(out, r.block(nodes[i])...)
		}
		from = i + 1
	}
	return out
}

// paragraph returns a paragraph, or no block where there is nothing to read.
func paragraph(text ...doc.Inline) []doc.Block {
	if doc.IsBlank(text) {
		return nil
	}
	return []doc.Block{doc.Paragraph{Text: text}}
}

// inside returns what is in a quote, a list or a note.
func (r *reader) inside(nodes []*node) []doc.Block {
	r.nested++
	defer func() { r.nested-- }()
	return r.flow(nodes)
}

var blockNames = setOfNames(`p sec list def-list disp-formula disp-formula-group fig fig-group table-wrap table-wrap-group table array
	boxed-text disp-quote verse-group verse-line speech statement supplementary-material media caption table-wrap-foot code preformat fn-group ref-list app app-group ack
	glossary notes title subtitle label bio author-comment attrib graphic chem-struct-wrap chem-struct-wrapper question-wrap question answer
	explanation sec-meta object-id alt-text long-desc permissions sig-block front-stub related-article related-object kwd-group def-item
	div disp-formula-alternatives textual-form question-wrap-group block-alternatives`)

func setOfNames(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}

func isBlock(n *node) bool { return n.Name != "" && blockNames[n.Name] }

// block returns the blocks of an element that is one.
func (r *reader) block(n *node) []doc.Block {
	switch n.Name {
	case "title", "label", "caption", "subtitle", "object-id", "alt-text", "long-desc", "permissions", "sec-meta", "graphic", "related-article", "related-object", "kwd-group":
		return nil // read with what they belong to, or nothing to read
	case "p":
		if r.remove(n) {
			return nil
		}
		return append(anchored(n, r.flow(n.Children)...), r.placeFloats(r.mentioned(n))...)
	case "sec", "app", "ack", "glossary", "notes", "bio":
		return r.section(n)
	case "list":
		return r.bullets(n)
	case "def-list":
		return r.definitions(n)
	case "disp-formula":
		return anchored(n, r.formula(n))
	case "fig", "supplementary-material", "media":
		return anchored(n, r.figure(n))
	case "fig-group", "table-wrap-group":
		return append(anchored(n, r.captionBlocks(n)...), r.flow(n.Children)...)
	case "table-wrap", "array":
		return anchored(n, r.tableWrap(n)...)
	case "table":
		return []doc.Block{r.table(n)}
	case "boxed-text", "statement":
		return anchored(n, r.box(n))
	case "disp-quote", "verse-group", "speech":
		return []doc.Block{doc.Quote{Blocks: r.inside(n.Children)}}
	case "verse-line", "attrib":
		return paragraph(r.inlines(n.Children, false)...)
	case "code", "preformat":
		return []doc.Block{code(n)}
	case "fn-group":
		return r.footnoteGroup(n)
	case "ref-list":
		return nil // all lists come at the end
	}
	return r.flow(n.Children)
}

// anchored puts before blocks the place that links to n lead to.
func anchored(n *node, blocks ...doc.Block) []doc.Block {
	if id := n.Attrs["id"]; id != "" {
		return append([]doc.Block{doc.Anchor{ID: id}}, blocks...)
	}
	return blocks
}

// remove reports whether a paragraph is boilerplate, and records it as removed.
func (r *reader) remove(p *node) bool {
	text := p.ContentWithin(2 * len(boilerplate.AdditionalData))
	if text != boilerplate.AdditionalData {
		return false
	}
	r.doc.Removed = append(r.doc.Removed, safe.Line(text))
	return true
}

// section returns a section with its heading.
func (r *reader) section(n *node) []doc.Block {
	if n.Attrs["sec-type"] == "display-objects" && n.Child("p") == nil && n.Child("title") == nil {
		return r.flow(n.Children)
	}
	defer func(level int) { r.level = level }(r.level)
	title := r.labelled(n)
	if len(title) == 0 {
		if name := sectionNames[n.Name]; name != "" && !n.Blank() {
			title = []doc.Inline{doc.Text(name)}
		}
	}
	var out []doc.Block
	if len(title) > 0 {
		r.level++
		out = append(out, doc.Heading{Level: r.level, Text: title})
	}
	return anchored(n, append(out, r.flow(n.Children)...)...)
}

// sectionNames are the headings of parts that go without one.
var sectionNames = map[string]string{"app": "Appendix", "ack": "Acknowledgements", "glossary": "Glossary", "notes": "Notes"}

// labelled returns an element's label and title: "2.1 Methods".
func (r *reader) labelled(n *node) []doc.Inline {
	var text []doc.Inline
	if label := n.Child("label"); label != nil {
		text = append(text, r.inlines(label.Children, false)...)
	}
	if title := n.Child("title"); title != nil {
		if len(text) > 0 {
			text = append(text, doc.Text(" "))
		}
		text = append(text, r.inlines(title.Children, false)...)
	}
	return doc.Tidy(text)
}

// box returns text that is set apart.
func (r *reader) box(n *node) doc.Block {
	blocks := r.captionBlocks(n)
	if title := n.Child("title"); title != nil {
		blocks = append(blocks, paragraph(doc.Restyled(r.inlines(title.Children, false), doc.Bold)...)...)
	}
	return doc.Box{Blocks: append(blocks, r.inside(n.Children)...)}
}

// formula returns a formula on lines of its own.
func (r *reader) formula(n *node) doc.Block {
	f := doc.Formula{Text: r.inlines(n.Children, true)}
	if label := n.Child("label"); label != nil {
		f.Number = safe.Line(strings.Trim(label.Content(), "() "))
	}
	return f
}

// code returns a listing.
func code(n *node) doc.Block {
	var b strings.Builder
	n.Walk(func(c *node) bool { b.WriteString(c.Text); return true })
	return doc.Code{Language: n.Attrs["language"], Text: safe.New(b.String())}
}

// number returns the number of a list's ith item, from 0, or 0 where the list has bullets.
func number(list *node, i int) int {
	kind := list.Attrs["list-type"]
	if kind == "order" || kind == "arabic" || strings.HasPrefix(kind, "alpha") || strings.HasPrefix(kind, "roman") {
		return i + 1
	}
	return 0
}

// atoi returns the number that an attribute says, or 0.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
