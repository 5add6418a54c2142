package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"etal/internal/mathtext"
	"etal/internal/safe"
	"etal/internal/xmltree"
)

// A style is how a piece of text is set.
type style struct {
	italic, bold, code bool
	sup, sub           bool // set in Unicode's letters
	raised             bool // between <sup> tags, for marks
}

// A piece is a part of a line that is set in one style and leads to one place.
type piece struct {
	text string
	style
	xref *xmltree.Node // that the piece is the text of, or nil
	url  string        // that the piece leads to
	note string        // the footnote whose mark stands here, with no text
	br   bool          // a line's end, with no text
}

// flatten turns inline elements into pieces; blocks among them, as table cells have
// them, only where they are asked for, each on a line of its own.
func flatten(nodes []*xmltree.Node, blocks bool) []piece {
	f := flattener{blocks: blocks}
	f.nodes(nodes, piece{})
	return f.pieces
}

type flattener struct {
	blocks bool
	pieces []piece
}

func (f *flattener) nodes(nodes []*xmltree.Node, p piece) {
	for _, n := range nodes {
		f.node(n, p)
	}
}

// node adds the pieces of n, set like p.
func (f *flattener) node(n *xmltree.Node, p piece) {
	switch n.Name {
	case "":
		f.add(p, n.Text)
		return
	case "italic", "emphasis":
		p.italic = true
	case "bold", "strong":
		p.bold = true
	case "monospace", "code", "tt", "preformat":
		p.code = true
	case "sup", "sub":
		switch {
		case holdsMark(n) || n.Attrs["specific-use"] == "mark" || p.xref != nil && p.xref.Attrs["ref-type"] == "bibr":
			p.raised = n.Name == "sup"
		default:
			p.sup, p.sub = n.Name == "sup", n.Name == "sub"
			f.add(p, plainText(n.Children))
			return
		}
	case "xref":
		f.xref(n, p)
		return
	case "fn":
		f.pieces = append(f.pieces, piece{note: "here", xref: n})
		return
	case "ext-link", "uri", "email", "self-uri":
		p.url = linkAddress(n)
		if n.Blank() {
			f.add(p, p.url)
			return
		}
	case "break":
		f.pieces = append(f.pieces, piece{br: true})
		return
	case "math", "tex-math":
		f.formula(n, p)
		return
	case "alternatives":
		f.alternatives(n, p)
		return
	case "inline-graphic", "graphic", "media":
		if alt := n.Find("alt-text"); alt != nil {
			f.add(p, "["+alt.Content()+"]")
		}
		return
	case "object-id", "alt-text", "long-desc", "index-term", "target", "processing-meta":
		return
	case "label":
		if f.blocks {
			return // a formula's number, which its writer puts where it belongs
		}
	}
	if f.blocks && isBlock(n) || n.Is("list-item", "verse-line") {
		f.pieces = append(f.pieces, piece{br: true})
		f.nodes(n.Children, p)
		f.pieces = append(f.pieces, piece{br: true})
		return
	}
	f.nodes(n.Children, p)
}

// plainText returns the text of nodes in one style, scripts in Unicode's letters.
func plainText(nodes []*xmltree.Node) string {
	var b strings.Builder
	for _, p := range flatten(nodes, false) {
		b.WriteString(scripts(p))
	}
	return b.String()
}

// holdsMark reports whether the mark of a citation or footnote is in n, which goes on
// being one when it is raised.
func holdsMark(n *xmltree.Node) bool {
	found := false
	n.Walk(func(c *xmltree.Node) bool {
		found = found || c.Is("fn") || c.Is("xref") && (c.Attrs["ref-type"] == "bibr" || c.Attrs["ref-type"] == "fn")
		return !found
	})
	return found
}

func (f *flattener) add(p piece, text string) {
	p.text = safe.New(text).String()
	f.pieces = append(f.pieces, p)
}

// xref adds a cross reference. A footnote's is the mark that Markdown has for it.
func (f *flattener) xref(n *xmltree.Node, p piece) {
	if n.Attrs["ref-type"] == "fn" && n.Attrs["rid"] != "" {
		f.pieces = append(f.pieces, piece{note: n.Attrs["rid"], xref: n, text: n.Content()})
		return
	}
	p.xref = n
	f.nodes(n.Children, p)
}

func (f *flattener) formula(n *xmltree.Node, p piece) {
	text := ""
	if n.Is("math") {
		text = mathtext.MathML(n)
	} else {
		text = mathtext.TeX(n.Content())
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			f.pieces = append(f.pieces, piece{br: true})
		}
		f.add(p, line)
	}
}

// alternatives adds the one of several forms of a thing that reads best.
func (f *flattener) alternatives(n *xmltree.Node, p piece) {
	for _, name := range []string{"math", "tex-math", "table", "code", "textual-form"} {
		if c := n.Child(name); c != nil {
			f.node(c, p)
			return
		}
	}
	if inner := n.Elements(); len(inner) > 0 {
		f.node(inner[0], p)
	}
}

// maxAddress is how long an address is at most that is read from a text, in bytes.
const maxAddress = 2083

// linkAddress returns the address that a link leads to, if it is one to follow.
func linkAddress(n *xmltree.Node) string {
	href := strings.TrimSpace(n.Attrs["href"])
	if href == "" {
		href = n.ContentWithin(maxAddress)
	}
	switch {
	case href == "":
		return ""
	case n.Is("email"):
		return "mailto:" + strings.TrimPrefix(href, "mailto:")
	}
	switch kind := n.Attrs["ext-link-type"]; {
	case kind == "doi" && strings.HasPrefix(href, "10."):
		href = "https://doi.org/" + href
	case strings.HasPrefix(href, "www."):
		href = "http://" + href
	case kind == fileLink:
		return href
	}
	for _, scheme := range []string{"http://", "https://", "ftp://", "mailto:"} {
		if strings.HasPrefix(strings.ToLower(href), scheme) && !strings.ContainsAny(href, " \t\n") {
			return href
		}
	}
	return ""
}

// tidy makes every run of white space one blank, drops it at the ends of lines, drops
// pieces without text and joins those that are set alike.
func tidy(pieces []piece) []piece {
	var out []piece
	var run strings.Builder // the text of the last of them
	blank := true           // the last was one, or the line begins
	flush := func() {
		if run.Len() > 0 {
			out[len(out)-1].text = run.String()
			run.Reset()
		}
	}
	for _, p := range pieces {
		if p.note != "" {
			flush()
			out, blank = append(out, p), false
			continue
		}
		if p.br {
			flush()
			out = trimEnd(out)
			if len(out) > 0 && !out[len(out)-1].br {
				out, blank = append(out, p), true
			}
			continue
		}
		joins := run.Len() > 0 && out[len(out)-1].like(p)
		if !joins {
			flush()
		}
		before := run.Len()
		for _, r := range p.text {
			if r == ' ' || r == '\n' || r == '\t' || r == '\u2003' {
				if !blank {
					run.WriteByte(' ')
				}
				blank = true
				continue
			}
			if blank && unicode.IsSpace(r) {
				continue
			}
			run.WriteRune(r)
			blank = false
		}
		if !joins && run.Len() > before {
			out = append(out, p)
		}
	}
	flush()
	for out = trimEnd(out); len(out) > 0 && out[len(out)-1].br; out = trimEnd(out) {
		out = out[:len(out)-1]
	}
	return out
}

// like reports whether two pieces of text are set alike and lead to the same place.
func (p piece) like(q piece) bool {
	return p.style == q.style && p.xref == q.xref && p.url == q.url
}

// trimEnd drops the blanks at the end of the pieces.
func trimEnd(pieces []piece) []piece {
	for n := len(pieces); n > 0 && !pieces[n-1].br && pieces[n-1].note == ""; n = len(pieces) {
		pieces[n-1].text = strings.TrimRight(pieces[n-1].text, " ")
		if pieces[n-1].text != "" {
			break
		}
		pieces = pieces[:n-1]
	}
	return pieces
}

func textOf(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

func bold(pieces []piece) []piece {
	for i := range pieces {
		pieces[i].bold = true
	}
	return pieces
}

// longestScript is how many letters are raised or lowered at most: more is small print.
const longestScript = 30

// scripts returns the text of a piece with its height, in Unicode's letters.
func scripts(p piece) string {
	if !p.sup && !p.sub {
		return p.text
	}
	if strings.IndexFunc(p.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 && !strings.ContainsAny(p.text, "+-−–") {
		return p.text // ®, *, ′
	}
	text := strings.TrimSpace(p.text)
	if utf8.RuneCountInString(text) > longestScript {
		return p.text
	}
	set := ""
	for _, part := range strings.SplitAfter(strings.ReplaceAll(text, ", ", ","), ",") {
		bare := strings.TrimSuffix(part, ",")
		if p.sup {
			set += mathtext.Raise(bare, "^")
		} else {
			set += mathtext.Lower(bare)
		}
		set += part[len(bare):]
	}
	if strings.HasPrefix(p.text, " ") {
		set = " " + set
	}
	if strings.HasSuffix(p.text, " ") {
		set += " "
	}
	return set
}
