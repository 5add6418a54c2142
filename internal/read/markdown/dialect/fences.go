package dialect

import (
	"slices"
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/read/markdown/dialect/lines"
)

// fences removes the attributes of Pandoc and the options of chunks of R Markdown and Quarto from
// fenced code, and translates directives of MyST to Markdown.
func fences(t Text) []edit {
	if !mayHaveInfo(t.Body) {
		return nil
	}
	e := fenceEditor{body: t.Body}
	lines.Scan(t.Body, false, e.line)
	return e.edits
}

// mayHaveInfo reports whether a fence of a text has a brace behind it.
func mayHaveInfo(body string) bool {
	for _, fence := range []string{"```", "~~~", ":::"} {
		for rest, found := body, true; found; {
			if _, rest, found = strings.Cut(rest, fence); found {
				var info string
				if info, rest, _ = strings.Cut(rest, "\n"); strings.Contains(info, "{") {
					return true
				}
			}
		}
	}
	return false
}

// A fenceEditor makes the edits for fenced code.
type fenceEditor struct {
	body    string
	edits   []edit
	first   lines.Line // of the code that is open
	before  string     // the marks of its containers
	fence   string
	info    string
	chunk   bool     // whether its first lines may be options
	content []string // its lines
	after   []string // captions that follow it
}

func (e *fenceEditor) line(l lines.Line) {
	text := e.body[l.Text:l.End]
	switch l.Kind {
	case lines.Opening:
		e.first, e.before, e.content, e.after = l, prefix(l.In), nil, nil
		if e.fence, e.info = lines.CutFence(text); e.fence != "" {
			e.open(text)
		}
	case lines.Closing:
		e.close(l)
	default:
		e.content = append(e.content, text)
		if e.chunk && (l.Kind == lines.Code || l.Kind == lines.Blank) {
			e.option(l, text)
		}
	}
}

var (
	chunkInfo  = lazyregexp.New(`^\{([A-Za-z][\w+#-]*)(?:[ \t,]+(.*))?\}$`)
	braceInfo  = lazyregexp.New(`^([\w+#.-]*)[ \t]*(\{[ \t]*(?:[#.=][^\s{}]+|[\w-]+(?:=(?:"[^"]*"|[^\s"{}]+))?|-|[ \t])+\})(?:[ \t].*)?$`)
	firstClass = lazyregexp.New(`(?:^|[\s{])\.([^\s{}]+)`)
	chunkLine  = lazyregexp.New(`^[ \t]*(?:#|//|--|%%|;)\|[ \t]*(?:([\w-]+):[ \t]*(.*))?`)
	figCaption = lazyregexp.New(`\bfig\.cap[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)')`)
)

// engines are the languages of chunks, {r}, that knitr and Jupyter run.
var engines = strings.Fields(`r python julia bash sh sql stan ojs mermaid dot rcpp js css html stata sas perl ruby octave tikz latex asis`)

// open leaves only the language behind a fence.
func (e *fenceEditor) open(text string) {
	language, names := "", []string(nil)
	if m := chunkInfo.FindStringSubmatch(e.info); m != nil && (slices.Contains(engines, strings.ToLower(m[1])) || m[2] != "" && strings.Contains(m[2], "=")) {
		e.chunk, language = true, m[1]
		label, _, _ := strings.Cut(m[2], ",")
		if label = strings.TrimSpace(label); label != "" && !strings.Contains(label, "=") {
			names = append(names, label)
		}
		if c := figCaption.FindStringSubmatch(m[2]); c != nil {
			e.after = append(e.after, c[1]+c[2])
			names = append(names, "fig:"+label)
		}
	} else if m := braceInfo.FindStringSubmatch(e.info); m != nil && !isDirective(e.info) {
		language = m[1]
		if c := firstClass.FindStringSubmatch(m[2]); c != nil && language == "" {
			language = c[1]
		}
		names = attributeNames(m[2])
	} else {
		return
	}
	start := e.first.Text + strings.Index(text, e.fence) + len(e.fence)
	e.edits = append(e.edits, edit{article.Span{Start: start, End: e.first.End}, language, names})
}

// isDirective reports whether code is a directive of MyST.
func isDirective(info string) bool {
	name, _ := lines.Directive(info)
	return name != ""
}

// option hides a line of a chunk that is an option.
func (e *fenceEditor) option(l lines.Line, text string) {
	m := chunkLine.FindStringSubmatch(text)
	if m == nil {
		e.chunk = false
		return
	}
	value := strings.Trim(strings.TrimSpace(m[2]), `"'`)
	var names []string
	switch {
	case value == "" || value == "|" || value == ">":
	case m[1] == "label":
		names = []string{value}
	case m[1] == "fig-cap" || m[1] == "tbl-cap" || m[1] == "lst-cap":
		e.after = append(e.after, value)
	}
	e.edits = append(e.edits, edit{article.Span{Start: l.Start, End: min(l.End+1, len(e.body))}, "", names})
}

// close puts captions behind code, or what a directive says in its place.
func (e *fenceEditor) close(l lines.Line) {
	e.chunk = false
	if e.fence == "" {
		return
	}
	if d, ok := readDirective(e.info, e.content, e.fence); ok {
		text := strings.Join(d.lines, "\n"+e.before)
		e.edits = append(e.edits, edit{article.Span{Start: e.first.Text, End: l.End}, text, d.names})
	}
	for _, caption := range e.after {
		e.edits = append(e.edits, edit{Span: article.Span{Start: l.End, End: l.End}, text: "\n" + e.before + "\n" + e.before + caption})
	}
}
