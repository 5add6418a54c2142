package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
)

// hidden removes lines that readers do not see: targets of MyST, attributes of kramdown, breaks of
// pages, comments of Obsidian.
func hidden(t Text) []edit {
	e := hiddenEditor{body: t.Body, comment: -1, last: strings.LastIndex(t.Body, "%%\n")}
	lines.Scan(t.Body, false, e.line)
	return e.edits
}

type hiddenEditor struct {
	body    string
	edits   []edit
	names   []string // of what comes next
	block   int      // where the last line that is no continuation began
	kind    lines.Kind
	comment int // where the open comment begins, or -1
	last    int // where the last sign is that may end one, or -1
}

var (
	mystTarget = lazyregexp.New(`^\(([^()\s][^()]*)\)=[ \t]*$`)
	kramdown   = lazyregexp.New(`^\{:[^{}]*\}[ \t]*$`)
	pageBreak  = lazyregexp.New(`^ {0,3}\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?[ \t]*$|^\{\{< pagebreak >\}\}[ \t]*$`)
)

func (e *hiddenEditor) line(l lines.Line) {
	text := e.body[l.Text:l.End]
	next := min(l.End+1, len(e.body))
	switch {
	case e.comment >= 0:
		if strings.HasSuffix(strings.TrimRight(text, " \t"), "%%") {
			e.edits = append(e.edits, edit{Span: article.Span{Start: e.comment, End: l.End}})
			e.comment = -1
		}
	case l.Kind != lines.Prose:
	case strings.HasPrefix(text, "%%") && !strings.Contains(text[2:], "%%") && e.last >= next:
		e.comment = l.Text
	case mystTarget.MatchString(text):
		e.names = append(e.names, mystTarget.FindStringSubmatch(text)[1])
		e.hide(l, next)
		return
	case kramdown.MatchString(text):
		if names := attributeNames(text); len(names) > 0 {
			e.edits = append(e.edits, edit{article.Span{Start: e.block, End: e.block}, "", names})
		}
		e.hide(l, next)
		return
	case pageBreak.MatchString(text):
		e.hide(l, l.End)
	default:
		if len(e.names) > 0 {
			e.edits = append(e.edits, edit{article.Span{Start: l.Start, End: l.Start}, "", e.names})
			e.names = nil
		}
		if e.kind != lines.Prose {
			e.block = l.Start
		}
	}
	e.kind = l.Kind
}

// hide removes a line, up to an offset.
func (e *hiddenEditor) hide(l lines.Line, end int) {
	e.edits = append(e.edits, edit{Span: article.Span{Start: l.Text, End: end}})
}
