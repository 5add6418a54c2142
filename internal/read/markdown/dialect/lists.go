package dialect

import (
	"slices"
	"strconv"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
)

// lists counts the items of lists whose numbers are all the same, as Markdown lets people write them,
// and those of Pandoc's lists that are numbered #. or (@). Numbers that differ stay as they are.
func lists(t Text) []edit {
	if !mayHaveList(t.Body) {
		return nil
	}
	e := listEditor{body: t.Body, open: map[*lines.Container]*list{}, items: map[*lines.Container]*listItem{}, examples: map[string]int{}, marked: map[int]bool{}}
	lines.Scan(t.Body, false, e.line)
	var edits []edit
	for _, l := range e.all {
		if !l.differs && len(l.items) > 1 {
			for i, it := range l.items {
				edits = append(edits, it.renumber(t.Body, l.first+i)...)
			}
		}
	}
	return slices.Concat(edits, e.edits, e.exampleReferences(t))
}

// mayHaveList reports whether a text may have a list that this changes: two numbers that are the same,
// or a mark of Pandoc.
func mayHaveList(body string) bool {
	last := ""
	for l := range strings.Lines(body) {
		l = strings.TrimLeft(l, " \t>-+*")
		n := len(l) - len(strings.TrimLeft(l, "0123456789"))
		switch {
		case n > 0 && n < min(10, len(l)) && (l[n] == '.' || l[n] == ')'):
			if l[:n] == last {
				return true
			}
			last = l[:n]
		case strings.HasPrefix(l, "#."), strings.HasPrefix(l, "("), len(l) > 2 && fancyStart.MatchString(l[:min(len(l), 10)]):
			return true
		}
	}
	return false
}

var fancyStart = lazyregexp.New(`^(?:[a-z]|[ivxIVX]+|[A-Z])[.)]\s`)

var exampleReference = lazyregexp.New(`^\(@([\w-]+)\)`)

// exampleReferences puts numbers in the place of the names of examples in the text.
func (e *listEditor) exampleReferences(t Text) (edits []edit) {
	if len(e.examples) == 0 {
		return nil
	}
	t.prose(func(block string) bool { return strings.Contains(block, "(@") }, func(p *proseBlock) {
		p.signs(func(i int) int {
			if e.marked[i] || t.Body[i] != '(' {
				return i + 1
			}
			m := exampleReference.FindStringSubmatch(t.Body[i:min(i+longestInline, p.block.End)])
			if m == nil || e.examples[m[1]] == 0 {
				return i + 1
			}
			edits = append(edits, edit{Span: article.Span{Start: i, End: i + len(m[0])}, text: "(" + strconv.Itoa(e.examples[m[1]]) + ")"})
			return i + len(m[0])
		})
	})
	return edits
}

// A listEditor finds the lists of a text.
type listEditor struct {
	body     string
	open     map[*lines.Container]*list // by what they are in; nil for the text itself
	items    map[*lines.Container]*listItem
	all      []*list
	edits    []edit
	counted  int // of the list marked #. that is open
	examples map[string]int
	example  int
	marked   map[int]bool // where the marks of examples are
	before   lines.Line
}

// A list is a numbered list.
type list struct {
	first   int
	sign    byte // behind its numbers: . or )
	differs bool // whether its numbers do
	items   []*listItem
}

// A listItem is an item of a numbered list.
type listItem struct {
	article.Span       // of its number
	text         int   // where its text begins
	lines        []int // where its other lines begin that are not blank
}

// renumber returns the edits that give an item a number. One that is longer moves the item's lines.
func (it *listItem) renumber(body string, number int) []edit {
	text := strconv.Itoa(number)
	longer := len(text) - it.Len()
	if text == body[it.Start:it.End] {
		return nil
	}
	spaces := it.text - it.End - 1
	if longer > 0 && spaces > longer {
		return []edit{{Span: it.Span, text: text}, {Span: article.Span{Start: it.text - longer, End: it.text}}}
	}
	edits := []edit{{Span: it.Span, text: text}}
	for _, at := range it.lines {
		if longer > 0 {
			edits = append(edits, edit{Span: article.Span{Start: at, End: at}, text: strings.Repeat(" ", longer)})
		}
	}
	return edits
}

func (e *listEditor) line(l lines.Line) {
	if l.Kind == lines.Blank {
		return
	}
	if !l.Lazy {
		var parent *lines.Container
		for i, c := range l.In {
			switch {
			case c.Kind != lines.Item || len(c.Mark) < 2:
				delete(e.open, parent)
			case i >= len(l.In)-l.Opened:
				e.item(parent, c)
			case e.items[c] != nil:
				e.items[c].lines = append(e.items[c].lines, c.From)
			}
			parent = c
		}
		delete(e.open, parent)
	}
	if l.Kind == lines.Prose {
		e.pandoc(l)
	}
	e.before = l
}

// item adds an item to the list that it continues.
func (e *listEditor) item(parent, c *lines.Container) {
	digits := c.Mark[:len(c.Mark)-1]
	number, _ := strconv.Atoi(digits)
	l := e.open[parent]
	if l == nil || l.sign != c.Mark[len(digits)] {
		l = &list{first: number, sign: c.Mark[len(digits)]}
		e.open[parent], e.all = l, append(e.all, l)
	}
	if l.differs = l.differs || number != l.first; l.differs {
		for _, it := range l.items {
			it.lines = nil
		}
		l.items = nil
		return
	}
	start := c.From + strings.Index(e.body[c.From:c.To], c.Mark)
	it := &listItem{Span: article.Span{Start: start, End: start + len(digits)}, text: c.To}
	e.items[c], l.items = it, append(l.items, it)
}

var (
	hashMark    = lazyregexp.New(`^ {0,3}#\.[ \t]+\S`)
	exampleMark = lazyregexp.New(`^ {0,3}\(@([\w-]*)\)[ \t]+\S`)
	fancyMark   = lazyregexp.New(`^ {0,3}(\(?)(?:([a-z]|[ivx]+)[.)]|([A-Z]|[IVX]+)(?:\)|\.[ \t])|(\d+)\))[ \t]+\S`)
)

// pandoc numbers the items of Pandoc's own lists, and breaks the line before one that is no list in
// GitHub's Markdown: https://pandoc.org/MANUAL.html#ordered-lists.
func (e *listEditor) pandoc(l lines.Line) {
	text := e.body[l.Text:l.End]
	switch {
	case hashMark.MatchString(text):
		e.counted++
		e.mark(l, text, "#", strconv.Itoa(e.counted))
	case exampleMark.MatchString(text):
		m := exampleMark.FindStringSubmatch(text)
		e.example++
		if m[1] != "" {
			e.examples[m[1]] = e.example
		}
		e.mark(l, text, "(@"+m[1], strconv.Itoa(e.example))
	case lines.Columns(text[:len(text)-len(strings.TrimLeft(text, " \t"))], 0) < 2 && (e.before.Kind == lines.Blank || e.before.End+1 < l.Start):
		e.counted = 0
	}
	if m := fancyMark.FindStringSubmatch(text); m != nil && l.Opened == 0 && e.before.Kind == lines.Prose && e.before.End+1 == l.Start {
		if p := fancyMark.FindStringSubmatch(e.body[e.before.Text:e.before.End]); p != nil && p[1] == m[1] && follows(p, m) {
			e.edits = append(e.edits, edit{Span: article.Span{Start: e.before.End, End: e.before.End}, text: `\`})
		}
	}
}

// mark puts a number in the place of a mark.
func (e *listEditor) mark(l lines.Line, text, mark, number string) {
	start := l.Text + strings.Index(text, mark)
	e.marked[start] = true
	e.edits = append(e.edits, edit{Span: article.Span{Start: start, End: start + len(mark)}, text: number})
}

// follows reports whether the mark of an item may follow another: the next letter or number, or Roman
// numbers.
func follows(p, m []string) bool {
	for i := 2; i < 5; i++ {
		switch {
		case p[i] == "" || m[i] == "":
		case len(p[i]) == 1 && len(m[i]) == 1 && m[i][0] == p[i][0]+1:
			return true
		case i == 4:
			a, _ := strconv.Atoi(p[i])
			b, _ := strconv.Atoi(m[i])
			return b == a+1
		default:
			return strings.Trim(strings.ToLower(p[i]+m[i]), "ivx") == ""
		}
	}
	return false
}
