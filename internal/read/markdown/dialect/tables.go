package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
	"etal/internal/read/markdown/dialect/tables"
)

// drawnTables makes GitHub's tables of those that Pandoc has besides: grids, tables of aligned columns, and
// those of pipes that lack a head or have plus signs in the line under it
// (https://pandoc.org/MANUAL.html#tables). Captions become paragraphs.
func drawnTables(t Text) []edit {
	if !mayHaveTable(t.Body) {
		return nil
	}
	e := tableEditor{body: t.Body}
	lines.Scan(t.Body, false, func(l lines.Line) {
		e.lines = append(e.lines, tableLine{l.Start, l.Text, l.End, l.Kind, prefix(l.In), l.Opened})
	})
	for i := 0; i < len(e.lines); {
		i = max(e.table(i), i+1)
	}
	return e.edits
}

// mayHaveTable reports whether a line of a text rules a table that this changes.
func mayHaveTable(body string) bool {
	captions := strings.HasPrefix(body, ":") || hasAny(body, []string{"\n: ", " : ", "able: ", "> : "})
	before := ""
	for l := range strings.Lines(body) {
		l = strings.Trim(l, " \t>\n")
		if len(l) > 3 && strings.IndexByte("-+|:", l[0]) >= 0 && strings.Trim(l, "-+=:| \t") == "" && strings.ContainsAny(l, "-=") {
			if strings.ContainsAny(l, "+") || !strings.Contains(l, "|") && strings.Contains(l, " ") || strings.Contains(l, "|") && (before == "" || captions) {
				return true
			}
		}
		before = l
	}
	return false
}

// A tableLine is a line that may be of a table.
type tableLine struct {
	start, text, end int
	kind             lines.Kind
	before           string // the marks of its containers
	opened           int
}

// A tableEditor makes the edits for tables.
type tableEditor struct {
	body  string
	lines []tableLine
	edits []edit
	from  int // the first line that is in no table yet
}

var (
	dashRule  = lazyregexp.New(`^ {0,3}-{2,}(?: +-{2,})+ *$`)
	fullRule  = lazyregexp.New(`^ {0,3}-{3,} *$`)
	pipeRule  = lazyregexp.New(`^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	tableName = lazyregexp.New(`^ {0,3}(:|[Tt]able:)[ \t]+(.*)$`)
	captionID = lazyregexp.New(`[ \t]*(\{[ \t]*(?:` + attribute + `|[ \t])+\})[ \t]*$`)
)

// table reads the table whose rule is line i, and returns the line after it; or i if there is none.
func (e *tableEditor) table(i int) int {
	l := e.lines[i]
	text := e.text(i)
	if l.kind != lines.Prose || l.opened > 0 && !tables.GridRule.MatchString(text) {
		return i
	}
	first, next := i, i
	var out []string
	switch {
	case tables.GridRule.MatchString(text):
		next = e.run(i, func(text string) bool { return strings.ContainsAny(strings.TrimLeft(text, " ")[:1], "|+") })
		out = tables.Grid(e.texts(i, next))
	case dashRule.MatchString(text):
		first, next, out = e.aligned(i)
	case fullRule.MatchString(text):
		if rule := e.headRule(i); rule > i {
			_, next, out = e.aligned(rule)
		}
	case strings.ContainsAny(text, "|+") && pipeRule.MatchString(text):
		return e.pipes(i)
	}
	if len(out) == 0 {
		return next
	}
	last := e.lines[next-1]
	e.edits = append(e.edits, edit{Span: article.Span{Start: e.lines[first].text, End: last.end}, text: strings.Join(out, "\n"+e.lines[first].before)})
	e.caption(first, next)
	e.from = next
	return next
}

func (e *tableEditor) text(i int) string { return e.body[e.lines[i].text:e.lines[i].end] }

func (e *tableEditor) texts(from, to int) (texts []string) {
	for i := from; i < to; i++ {
		texts = append(texts, e.text(i))
	}
	return texts
}

// run returns the line after those from i that are in the same containers, not blank and of a kind.
func (e *tableEditor) run(i int, is func(text string) bool) int {
	end := i + 1
	for end < len(e.lines) && e.together(i, end) && strings.TrimSpace(e.text(end)) != "" && is(e.text(end)) {
		end++
	}
	return end
}

// together reports whether two lines are in the same containers.
func (e *tableEditor) together(i, j int) bool {
	return e.lines[j].before == e.lines[i].before && e.lines[j].opened == 0
}

// isBlank reports whether a line is blank, or beyond the text.
func (e *tableEditor) isBlank(i int) bool {
	return i < 0 || i >= len(e.lines) || strings.TrimSpace(e.text(i)) == ""
}

// maxHead is how many lines the head of a table of aligned columns has at most.
const maxHead = 10

// paddedLine is the length in bytes of the shortest line of blanks that Pandoc writes between the rows of a
// table, and not behind it.
const paddedLine = 10

// headRule returns the line of dashes under the head of a table that a full one begins, or i.
func (e *tableEditor) headRule(i int) int {
	for j := i + 1; j < min(i+1+maxHead, len(e.lines)) && !e.isBlank(j) && e.together(i, j); j++ {
		if dashRule.MatchString(e.text(j)) {
			return j
		}
	}
	return i
}

// aligned reads the table of aligned columns whose columns line i rules: from the line of its head to
// the blank line or the line of dashes that ends it.
func (e *tableEditor) aligned(i int) (first, next int, out []string) {
	first = i
	for first > e.from && i-first < maxHead && !e.isBlank(first-1) && e.together(i, first-1) {
		first--
	}
	head, full := e.texts(first, i), false
	if len(head) > 0 && fullRule.MatchString(head[0]) || len(head) == 0 && !e.isSimple(i) {
		full = true // rows of several lines, between lines of dashes
	}
	if len(head) > 0 && full {
		head = head[1:]
	} else if len(head) > 1 || len(head) == 1 && (e.lines[first].kind != lines.Prose && e.lines[first].kind != lines.Code || dashRule.MatchString(head[0])) {
		return i, i, nil
	}
	next = i + 1
	closed := false
	for next < len(e.lines) && (e.lines[next].before == e.lines[i].before || e.isBlank(next)) && e.lines[next].opened == 0 {
		text := e.text(next)
		if e.isBlank(next) && (e.isBlank(next+1) || !full && len(text) < paddedLine) {
			break
		}
		next++
		if closed = dashRule.MatchString(text) || fullRule.MatchString(text); closed {
			break
		}
	}
	rows := e.texts(i+1, next)
	if closed {
		rows = rows[:len(rows)-1]
	}
	if (full || len(head) == 0) && !closed || len(rows) == 0 {
		return i, i, nil
	}
	return first, next, tables.Aligned(e.text(i), head, rows, full)
}

// isSimple reports whether the rows of a table without a head are a line each: no blank line comes
// before the line of dashes that ends it.
func (e *tableEditor) isSimple(i int) bool {
	for j := i + 1; j < len(e.lines) && !e.isBlank(j); j++ {
		if dashRule.MatchString(e.text(j)) {
			return true
		}
	}
	return false
}

// pipes mends the line under the head of a table of pipes, and gives one to a table without.
func (e *tableEditor) pipes(i int) int {
	text := e.text(i)
	l := e.lines[i]
	headed := !e.isBlank(i-1) && e.together(i, i-1) && i-1 >= e.from
	next := e.run(i, func(text string) bool { return strings.Contains(text, "|") })
	if headed && !strings.Contains(e.text(i-1), "|") || !headed && next == i+1 || !strings.Contains(text, "|") {
		return i
	}
	mended := strings.ReplaceAll(text, "+", "|")
	switch {
	case !headed:
		columns := strings.Count(strings.Trim(strings.TrimSpace(mended), "|"), "|") + 1
		mended = "|" + strings.Repeat("  |", columns) + "\n" + l.before + mended
	case mended == text:
		e.caption(i-1, next)
		return next
	}
	e.edits = append(e.edits, edit{Span: article.Span{Start: l.text, End: l.end}, text: mended})
	e.caption(i-1, next)
	e.from = next
	return next
}

// caption makes a paragraph of the caption before or after the table of some lines, and gives the
// table its names.
func (e *tableEditor) caption(first, next int) {
	for _, i := range []int{next, next + 1, first - 1, first - 2} {
		if i < max(e.from, 0) && i < first || i < 0 || i >= len(e.lines) || e.isBlank(i) || e.lines[i].kind != lines.Prose {
			continue
		}
		m := tableName.FindStringSubmatchIndex(e.text(i))
		if m == nil || i < first && i != first-1 && !e.isBlank(i+1) || i > next && !e.isBlank(next) {
			return
		}
		at, text := e.lines[i].text, e.text(i)
		var edits []edit
		if text[m[2]:m[3]] == ":" {
			mark := ""
			if i == next {
				mark = "\n" + e.lines[i].before
			}
			edits = append(edits, edit{Span: article.Span{Start: at, End: at + m[4]}, text: mark})
		}
		if a := captionID.FindStringSubmatchIndex(text); a != nil && a[0] > m[4] {
			edits = append(edits, edit{Span: article.Span{Start: at + a[0], End: at + len(text)}})
			table := e.lines[max(first, 0)].start
			edits = append(edits, edit{Span: article.Span{Start: table, End: table}, names: attributeNames(text[a[2]:a[3]])})
		}
		e.edits = append(e.edits, edits...)
		e.from = max(e.from, i+1)
		return
	}
}
