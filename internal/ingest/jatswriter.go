package ingest

import (
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/reflist"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// A jatsWriter writes an article down as Markdown and notes what the source knows
// of it, block by block.
type jatsWriter struct {
	manner    manner // how the journal prints references
	body      []byte
	list      jatsList
	entries   []reflist.Entry // of the body
	citations []article.Citation
	complete  bool // the article marks its citations
	targets   map[string]int
	links     []jatsLink
	notes     *footnotes
	floats    map[string]*xmltree.Node // figures and tables that the source keeps apart
	placed    map[*xmltree.Node]bool   // of them
	furniture []safe.Text

	level  int    // of the section around, 1 for the article
	prefix string // of each line: of the quotes and lists around
	last   string // the prefix of the block before
	marker string // of the list item that begins, instead of the prefix
	nested int    // quotes and lists around
	lists  int    // lists among them
	cell   bool   // in a table's cell

	beyond []string // the notices of the limits that were met
}

// A jatsLink is a link whose target is known when all is written.
type jatsLink struct {
	article.Link
	id string
}

// maxNested is how many lists and quotes are told apart inside each other.
const maxNested = 8

// begin starts a block; tight, it follows the block before without a blank line.
func (w *jatsWriter) begin(tight bool) {
	if len(w.body) > 0 {
		w.body = append(w.body, '\n')
		if !tight {
			w.body = append(append(w.body, strings.TrimRight(shared(w.last, w.prefix), " ")...), '\n')
		}
	}
	w.last = w.prefix
	if w.marker != "" {
		w.body = append(w.body, w.marker...)
		w.marker = ""
	} else {
		w.body = append(w.body, w.prefix...)
	}
}

// shared returns what two prefixes begin with alike.
func shared(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// line writes pieces as a block of one line, if they show anything.
func (w *jatsWriter) line(pieces ...piece) { w.block(false, pieces) }

func (w *jatsWriter) block(tight bool, pieces []piece) {
	pieces = tidy(pieces)
	if len(pieces) == 0 {
		return
	}
	w.begin(tight)
	w.inline(pieces, true)
}

func (w *jatsWriter) heading(level int, pieces []piece) {
	for i := range pieces {
		pieces[i].bold, pieces[i].br = false, false
	}
	pieces = tidy(pieces)
	if len(pieces) == 0 {
		return
	}
	w.begin(false)
	w.body = append(w.body, strings.Repeat("#", min(level, 6))+" "...)
	w.inline(pieces, false)
}

// mark notes that the block which begins next is what links to n lead to.
func (w *jatsWriter) mark(n *xmltree.Node) {
	id := n.Attrs["id"]
	if _, known := w.targets[id]; id != "" && !known {
		w.targets[id] = -1 - len(w.body)
	}
}

// target returns where links to the id lead: to the block written after mark.
func (w *jatsWriter) target(id string) (offset int, ok bool) {
	offset, ok = w.targets[id]
	if !ok {
		return 0, false
	}
	offset = -1 - offset
	for offset < len(w.body) && strings.IndexByte("\n >", w.body[offset]) >= 0 {
		offset++
	}
	return offset, offset < len(w.body)
}

// resolved returns the links that lead somewhere.
func (w *jatsWriter) resolved() []article.Link {
	var links []article.Link
	for _, l := range w.links {
		if offset, ok := w.target(l.id); ok {
			l.Target = offset
			links = append(links, l.Link)
		}
	}
	return links
}

// flow writes nodes of which some are blocks: what stands between them is paragraphs.
func (w *jatsWriter) flow(nodes []*xmltree.Node) {
	from := 0
	for i := 0; i <= len(nodes); i++ {
		if i < len(nodes) && !isBlock(nodes[i]) {
			continue
		}
		w.line(flatten(nodes[from:i], w.cell)...)
		if i < len(nodes) {
			w.element(nodes[i])
		}
		from = i + 1
	}
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

func isBlock(n *xmltree.Node) bool { return n.Name != "" && blockNames[n.Name] }

// element writes one element that is a block.
func (w *jatsWriter) element(n *xmltree.Node) {
	switch n.Name {
	case "title", "label", "caption", "subtitle", "object-id", "alt-text", "long-desc", "permissions", "sec-meta", "graphic", "related-article", "related-object", "kwd-group":
		// Written by what they belong to, or nothing to read.
	case "p":
		if w.takeFurniture(n) {
			return
		}
		w.mark(n)
		w.flow(n.Children)
		w.placeFloats(w.mentioned(n))
	case "sec", "app", "ack", "glossary", "notes", "bio":
		w.section(n)
	case "list":
		w.bullets(n)
	case "def-list":
		w.definitions(n)
	case "disp-formula":
		w.mark(n)
		w.formula(n)
	case "fig", "supplementary-material", "media":
		w.mark(n)
		w.figure(n)
	case "fig-group", "table-wrap-group":
		w.mark(n)
		w.captionOf(n)
		w.flow(n.Children)
	case "table-wrap", "array":
		w.mark(n)
		w.tableWrap(n)
	case "table":
		w.table(n)
	case "boxed-text", "statement":
		w.mark(n)
		w.quote(func() {
			w.captionOf(n)
			if title := n.Child("title"); title != nil {
				w.line(bold(flatten(title.Children, false))...)
			}
			w.flow(n.Children)
		})
	case "disp-quote", "verse-group", "speech":
		w.quote(func() { w.flow(n.Children) })
	case "verse-line", "attrib":
		w.line(flatten(n.Children, false)...)
	case "code", "preformat":
		w.code(n)
	case "fn-group":
		w.footnoteGroup(n)
	case "ref-list":
		// All lists are written at the end.
	default:
		w.flow(n.Children)
	}
}

// additionalData is what PubMed Central puts in the place of a file.
const additionalData = "Click here for additional data file."

// takeFurniture reports whether a paragraph is none of the article's, and keeps it.
func (w *jatsWriter) takeFurniture(p *xmltree.Node) bool {
	text := p.ContentWithin(2 * len(additionalData))
	if text != additionalData {
		return false
	}
	w.furniture = append(w.furniture, safe.Line(text))
	return true
}

// section writes a section with its heading.
func (w *jatsWriter) section(n *xmltree.Node) {
	if n.Attrs["sec-type"] == "display-objects" && n.Child("p") == nil && n.Child("title") == nil {
		w.flow(n.Children)
		return
	}
	w.mark(n)
	defer func(level int) { w.level = level }(w.level)
	if level, err := strconv.Atoi(n.Attrs["level"]); err == nil {
		w.level = level - 1
	}
	title := n.Child("title")
	pieces := labelled(n)
	if len(pieces) == 0 {
		if name := sectionNames[n.Name]; name != "" && !n.Blank() {
			pieces = []piece{{text: name}}
		}
	}
	if len(pieces) > 0 && (title != nil || !n.Blank()) {
		w.level++
		w.heading(w.level, pieces)
	}
	w.flow(n.Children)
}

// sectionNames are the headings of parts that go without one.
var sectionNames = map[string]string{"app": "Appendix", "ack": "Acknowledgements", "glossary": "Glossary", "notes": "Notes"}

// labelled returns an element's label and title: "2.1 Methods".
func labelled(n *xmltree.Node) []piece {
	var pieces []piece
	if label := n.Child("label"); label != nil {
		pieces = append(pieces, flatten(label.Children, false)...)
	}
	if title := n.Child("title"); title != nil {
		if len(pieces) > 0 {
			pieces = append(pieces, piece{text: " "})
		}
		pieces = append(pieces, flatten(title.Children, false)...)
	}
	return tidy(pieces)
}

// inside writes blocks whose lines begin with more than those around.
func (w *jatsWriter) inside(more string, write func()) {
	prefix := w.prefix
	w.nested++
	if w.nested <= maxNested {
		w.prefix += more
	} else {
		w.met(noticeNested)
	}
	write()
	w.nested--
	w.prefix = prefix
	w.last = shared(w.last, prefix)
}

// met notes that a limit was met, of which the reader is told.
func (w *jatsWriter) met(notice string) {
	if !slices.Contains(w.beyond, notice) {
		w.beyond = append(w.beyond, notice)
	}
}

// notify tells of the limits that were met.
func (w *jatsWriter) notify(a *article.Article) {
	for _, notice := range w.beyond {
		notify(a, notice)
	}
}

func (w *jatsWriter) quote(write func()) {
	w.marker = ""
	w.inside("> ", write)
}

// formula writes a formula on a line of its own, its number after it.
func (w *jatsWriter) formula(n *xmltree.Node) {
	pieces := flatten(n.Children, true)
	if label := n.Child("label"); label != nil {
		number := strings.Trim(label.Content(), "() ")
		if number != "" && len(tidy(pieces)) > 0 {
			pieces = append(pieces, piece{text: "  (" + number + ")"})
		}
	}
	w.line(pieces...)
}
