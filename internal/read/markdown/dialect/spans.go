package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
)

var (
	// spanAttributes matches the attributes of a span, a link, an image or code.
	spanAttributes = lazyregexp.New(`^\{:?[ \t]*(?:(?:` + attribute + `)(?:\s*\}|\s+))+`)
	marked         = lazyregexp.New(`\.mark(?:\s|\})`)
	rawAttribute   = lazyregexp.New(`^\{=\w+\}`)
)

// cutAttributes returns the attributes that a text begins with.
func cutAttributes(text string) string {
	if s := spanAttributes.FindString(text); strings.HasSuffix(s, "}") {
		return s
	}
	return ""
}

var spanSigns = []string{"]{", "){", "`{", ">{"}

// spans removes the attributes of text in brackets, of links, images and code:
// https://pandoc.org/MANUAL.html#extension-bracketed_spans.
func spans(t Text) []edit {
	e := inlineEditor{Text: t}
	t.prose(func(block string) bool { return hasAny(block, spanSigns) }, func(p *proseBlock) {
		e.p = p
		brackets := e.brackets()
		p.signs(func(i int) int {
			switch e.Body[i] {
			case '[':
				e.edits = append(e.edits, brackets[i]...)
			case '{':
				return e.attributes(i)
			}
			return i + 1
		})
	})
	return e.edits
}

// brackets returns the edits for the spans with attributes in a block, [text]{.class}, by where they
// begin.
func (e *inlineEditor) brackets() map[int][]edit {
	found := map[int][]edit{}
	for _, pair := range e.p.brackets() {
		attributes := cutAttributes(e.ahead(pair.End))
		if attributes == "" || pair.Start > e.p.block.Start && e.Body[pair.Start-1] == '!' {
			continue
		}
		before, after := "", ""
		if marked.MatchString(attributes) {
			before, after = "<mark>", "</mark>"
		}
		found[pair.Start] = []edit{
			{article.Span{Start: pair.Start, End: pair.Start + 1}, before, attributeNames(attributes)},
			{Span: article.Span{Start: pair.End - 1, End: pair.End + len(attributes)}, text: after},
		}
	}
	return found
}

// attributes removes the attributes of a link, an image or code.
func (e *inlineEditor) attributes(i int) int {
	c := e.behind(i)
	if i == e.p.block.Start || strings.IndexByte(")]`>", c) < 0 || e.p.has(i-1) {
		return i + 1
	}
	s := cutAttributes(e.ahead(i))
	if s == "" && c == '`' {
		s = rawAttribute.FindString(e.ahead(i))
	}
	if s == "" {
		return i + 1
	}
	if names := attributeNames(s); len(names) > 0 {
		line := strings.LastIndexByte(e.Body[e.p.block.Start:i], '\n') + 1 + e.p.block.Start
		e.edit(line, line, "", names...)
	}
	e.edit(i, i+len(s), "")
	return i + len(s)
}
