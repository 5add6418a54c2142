package doc

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/safe"
)

// A writer writes a document as Markdown, block by block, and notes where things stand.
type writer struct {
	body    []byte
	draft   *Draft
	anchors map[string]int // to the bodies' lengths when their blocks were about to begin
	links   []anchored     // links to anchors
	notes   []*Note        // in the order of their marks
	numbers map[*Note]int
	starts  []int        // of the notes' texts
	pages   []pageMark   // that begin in the text that is written, or with the next
	signs   int          // written of the text, blanks not counted
	page    *PageStart   // the last that began
	marked  []*PageStart // the pages of the notes' marks
	listed  int          // references in all lists

	prefix    string // of each line: of the quotes and lists around
	last      string // the prefix of the block before
	marker    string // of the list item or note that begins, instead of the prefix
	nested    int    // quotes and lists around
	lists     int    // lists among them
	cell      bool   // in a table's cell
	isFormula bool
	inEntry   bool         // of the reference list, where nothing cites
	line      int          // where the text of the block begins; prose does not reach over it
	open      int          // brackets in the block
	linkEnd   int          // where the last link ends that was written
	shown     article.Span // from the first to the last of what is to be read in the block

	entries []article.Span // of the reference lists, with their labels
	plain   strings.Builder
}

// An anchored link is one whose target is known when all is written.
type anchored struct {
	article.Link
	id     string
	unsure bool
}

// maxNested is how many lists and quotes are told apart inside each other: more would leave
// no room for text on a narrow screen.
const maxNested = 8

// Draft writes the document as Markdown.
func (d *Document) Draft() *Draft {
	w := &writer{
		draft:   &Draft{Meta: d.Meta, CitationsMarked: d.CitationsMarked, plain: unescape},
		anchors: map[string]int{}, numbers: map[*Note]int{},
	}
	for _, b := range d.Blocks {
		if list, ok := b.(References); ok {
			w.listed += len(list.Entries)
		}
	}
	end := textEnd(d.Blocks)
	w.blocks(d.Blocks[:end])
	w.writeNotes()
	w.blocks(d.Blocks[end:])
	w.writeNotes()
	if len(w.body) > 0 {
		w.body = append(w.body, '\n')
	}
	w.startAllPages()
	w.draft.Body = safe.New(string(w.body))
	w.draft.Blocks = CutEntries(markdown.Cut(w.draft.Body.String()), w.entries)
	w.resolveLinks()
	for _, b := range w.draft.Blocks {
		if markdown.IsTooComplex(w.draft.Body.String()[b.Start:b.End]) {
			w.draft.Notify(NoticeFlat)
			break
		}
	}
	return w.draft
}

// textEnd returns where notes belong: before the first reference list and the heading above it or, if lists stand
// among the text, as in the chapters of a book, at the end.
func textEnd(blocks []Block) int {
	end, listed, text := len(blocks), -1, false
	for i, b := range blocks {
		switch b := b.(type) {
		case References:
			switch {
			case listed >= 0 && text:
				return len(blocks)
			case listed >= 0:
			case len(b.Heading) > 0:
				listed = i
			default:
				listed = min(end, i)
			}
			end, text = i, false
		case Heading, Anchor, *PageStart:
			end = min(end, i)
		default:
			end, text = len(blocks), true
		}
	}
	if listed >= 0 {
		return listed
	}
	return len(blocks)
}

// begin starts a block; tight, it follows the block before without a blank line.
func (w *writer) begin(tight bool) {
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
	w.line, w.open = len(w.body), 0
	w.shown = article.Span{Start: w.line, End: w.line - 1}
}

// shared returns what two prefixes begin with alike.
func shared(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

func (w *writer) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *writer) block(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.text(false, b.Text)
	case Heading:
		w.heading(b.Level, b.Text)
	case List:
		for i, item := range b.Items {
			w.item(item, i > 0 || w.lists > 0)
		}
	case Definitions:
		w.definitions(b.Items)
	case Quote:
		w.quote(b.Blocks)
	case Box:
		w.quote(b.Blocks)
	case Figure:
		w.text(false, b.Caption)
		w.blocks(b.Blocks)
	case Table:
		w.text(false, b.Caption)
		w.table(b)
		w.blocks(b.Notes)
	case Code:
		w.code(b)
	case Formula:
		w.formula(b)
	case References:
		w.heading(2, b.Heading)
		for _, e := range b.Entries {
			w.entry(e)
		}
	case Anchor:
		if _, known := w.anchors[b.ID]; b.ID != "" && !known {
			w.anchors[b.ID] = len(w.body)
		}
	case *PageStart:
		w.pages = append(w.pages, pageMark{PageStart: b})
	}
}

// text writes inlines as a block of text, if they show anything.
func (w *writer) text(tight bool, text []Inline) {
	if text = w.tidy(text); len(text) > 0 {
		w.begin(tight)
		w.inline(text, true)
	}
	w.endText()
}

func (w *writer) heading(level int, text []Inline) {
	text = slices.Clone(text)
	for i := range text {
		text[i].Style &^= Bold
		if text[i].Break {
			text[i] = Text(" ")
		}
	}
	defer w.endText()
	if text = w.tidy(text); len(text) == 0 {
		return
	}
	w.begin(false)
	level = min(max(level, 1), 6)
	w.body = append(w.body, strings.Repeat("#", level)+" "...)
	w.line = len(w.body)
	w.shown = article.Span{Start: w.line, End: w.line - 1}
	w.plain.Reset()
	w.inline(text, false)
	w.keepLastHash()
	if w.nested == 0 {
		w.draft.Headings = append(w.draft.Headings, article.Heading{Span: w.shown, Level: level, Title: safe.Line(w.plain.String())})
	}
}

// keepLastHash escapes a # at the end of a heading, which Markdown would drop.
func (w *writer) keepLastHash() {
	last := len(w.body) - 1
	if w.body[last] != '#' {
		return
	}
	w.body = append(w.body[:last], `\#`...)
	w.shown.End++
	if n := len(w.draft.Prose); n > 0 && w.draft.Prose[n-1].End == last+1 {
		w.draft.Prose[n-1].End++
	}
}

// inside writes blocks whose lines begin with more than those around.
func (w *writer) inside(more string, write func()) {
	prefix := w.prefix
	w.nested++
	if w.nested <= maxNested {
		w.prefix += more
	} else {
		w.draft.Notify(NoticeNested)
	}
	write()
	w.nested--
	w.prefix = prefix
	w.last = shared(w.last, prefix)
}

func (w *writer) quote(blocks []Block) {
	w.marker = ""
	w.inside("> ", func() { w.blocks(blocks) })
}

// formula writes a formula with its number after it.
func (w *writer) formula(f Formula) {
	text := w.tidy(f.Text)
	if f.Number.Len() > 0 && len(text) > 0 {
		text = append(text, Text("  ("+f.Number.String()+")"))
	}
	w.isFormula = true
	w.text(false, text)
	w.isFormula = false
}

// code writes a listing between fences that its text does not have.
func (w *writer) code(c Code) {
	text := strings.Trim(c.Text.String(), "\n")
	if strings.TrimSpace(text) == "" {
		return
	}
	fence := strings.Repeat("`", max(longestRun(text, '`')+1, 3))
	w.begin(false)
	w.startAllPages()
	w.body = append(w.body, fence+safe.Line(c.Language).String()...)
	for _, l := range append(strings.Split(text, "\n"), fence) {
		w.body = append(w.body, "\n"+w.prefix+strings.TrimRight(l, " ")...)
	}
}

// longestRun returns how often sign stands in text without another between.
func longestRun(text string, sign byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if run++; text[i] != sign {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// entry writes an entry of the reference list. It refers to nothing in the article.
func (w *writer) entry(e Entry) {
	text := slices.Clone(e.Text)
	for i, in := range text {
		if _, ok := in.To.(Address); !ok && in.page() == nil {
			text[i].To = nil
		}
		if in.Break || in.note() != nil {
			text[i] = Text(" ")
		}
	}
	if text = w.tidy(text); len(text) == 0 {
		w.endText()
		text = []Inline{Text("(empty)")}
	}
	w.begin(false)
	start := w.line
	number := len(w.draft.References) + 1
	label := e.Label.String()
	switch {
	case label == "":
	case strings.Trim(label, "0123456789") == "" && !e.Brackets:
		w.body = append(w.body, label+". "...)
	default:
		w.body = append(w.body, '[')
		w.escaped(roundBrackets.Replace(label), false)
		w.body = append(w.body, "] "...)
	}
	w.plain.Reset()
	w.line, w.inEntry = len(w.body), true
	w.inline(text, true)
	w.endText()
	w.inEntry = false
	w.entries = append(w.entries, article.Span{Start: start, End: len(w.body)})
	w.draft.References = append(w.draft.References, article.Reference{
		Span: article.Span{Start: w.line, End: len(w.body)}, Number: number, Label: e.Label, Text: safe.Line(w.plain.String()), Item: e.Item,
	})
}

// roundBrackets makes square brackets round, inside of square ones.
var roundBrackets = strings.NewReplacer("[", "(", "]", ")")
