package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

// hidden takes away lines that readers do not see: targets of MyST, attributes of kramdown, breaks of
// pages, comments of Obsidian.
func hidden(t Text) []edit {
	e := hiddenEditor{body: t.Body, comment: -1, last: strings.LastIndex(t.Body, "%%\n")}
	scan(t.Body, false, e.line)
	return e.edits
}

type hiddenEditor struct {
	body    string
	edits   []edit
	names   []string // of what comes next
	block   int      // where the last line that is no continuation began
	kind    lineKind
	comment int // where the open comment begins, or -1
	last    int // where the last sign is that may end one, or -1
}

var (
	mystTarget = lazyregexp.New(`^\(([^()\s][^()]*)\)=[ \t]*$`)
	kramdown   = lazyregexp.New(`^\{:[^{}]*\}[ \t]*$`)
	pageBreak  = lazyregexp.New(`^ {0,3}\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?[ \t]*$|^\{\{< pagebreak >\}\}[ \t]*$`)
)

func (e *hiddenEditor) line(l line) {
	text := e.body[l.text:l.end]
	next := min(l.end+1, len(e.body))
	switch {
	case e.comment >= 0:
		if strings.HasSuffix(strings.TrimRight(text, " \t"), "%%") {
			e.edits = append(e.edits, edit{Span: article.Span{Start: e.comment, End: l.end}})
			e.comment = -1
		}
	case l.kind != prose:
	case strings.HasPrefix(text, "%%") && !strings.Contains(text[2:], "%%") && e.last >= next:
		e.comment = l.text
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
		e.hide(l, l.end)
	default:
		if len(e.names) > 0 {
			e.edits = append(e.edits, edit{article.Span{Start: l.start, End: l.start}, "", e.names})
			e.names = nil
		}
		if e.kind != prose {
			e.block = l.start
		}
	}
	e.kind = l.kind
}

// hide takes away a line, up to an offset.
func (e *hiddenEditor) hide(l line, end int) {
	e.edits = append(e.edits, edit{Span: article.Span{Start: l.text, End: end}})
}
