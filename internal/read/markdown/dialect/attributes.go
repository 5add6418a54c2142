package dialect

import (
	"strings"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/markdown"
	"etal/internal/read/markdown/dialect/lines"
)

// attribute matches one attribute in braces, as Pandoc, kramdown and Quarto have them: a name, a class,
// a key with a value, or Pandoc's short form of the class "unnumbered"
// (https://pandoc.org/MANUAL.html#extension-header_attributes).
const attribute = `[#.][^\s{}]+|[\w-]+=(?:"[^"\n]*"|[^\s"{}]+)|-`

var (
	// headingAttributes matches a heading with attributes: ## Tides {#sec-tides .unnumbered}. A colon
	// begins those of kramdown.
	headingAttributes = lazyregexp.New(`^(?: {0,3}#{1,6}[ \t][^\n]*?|[^\n]*[^\s\n][^\n]*?)([ \t]*\{:?[ \t]*((?:` + attribute + `|[ \t])+)\})[ \t]*#*[ \t]*(?:\n {0,3}(?:=+|-+)[ \t]*)?$`)
	itemAttributes    = lazyregexp.New(`([ \t]*\{:?[ \t]*(#[^\s{}]+)[ \t]*\})\s*$`)
	attributeName     = lazyregexp.New(`(?:^|[\s{])#([^\s{}#]+)`)
)

// attributes removes the attributes of headings and of items, such as those of a reference list, and
// names their places.
func attributes(t Text) (edits []edit) {
	take := func(b article.Span, pattern *lazyregexp.Regexp) {
		text := t.Body[b.Start:b.End]
		if m := pattern.FindStringSubmatchIndex(text); m != nil {
			edits = append(edits,
				edit{Span: article.Span{Start: b.Start, End: b.Start}, names: attributeNames(text[m[4]:m[5]])},
				edit{Span: article.Span{Start: b.Start + m[2], End: b.Start + m[3]}})
		}
	}
	for _, b := range t.blocks("{") {
		text := t.Body[b.Start:b.End]
		switch {
		case isHeading(text):
			take(b, headingAttributes)
		case markdown.IsItem(text) && !lines.StartsLeaf.MatchString(text[strings.LastIndexByte(text, '\n')+1:]):
			take(b, itemAttributes)
		case strings.Contains(text, "$$"):
			for _, m := range formulaName.FindAllStringSubmatch(text, -1) { // the parser hides it
				edits = append(edits, edit{Span: article.Span{Start: b.Start, End: b.Start}, names: []string{m[1]}})
			}
		}
	}
	lines.Scan(t.Body, false, func(l lines.Line) { // those in quotes and items
		if text := t.Body[l.Text:l.End]; len(l.In) > 0 && l.Opened == 0 && l.Kind == lines.Prose && strings.HasPrefix(text, "#") && strings.Contains(text, "{") {
			take(article.Span{Start: l.Text, End: l.End}, headingAttributes)
		}
	})
	return edits
}

// formulaName matches the name of a displayed formula, as Quarto and pandoc-crossref have it.
var formulaName = lazyregexp.New(`\$\$[ \t]*\{#([^\s{}]+)[^{}\n]*\}`)

// attributeNames returns the names among attributes.
func attributeNames(attributes string) (names []string) {
	for _, name := range attributeName.FindAllStringSubmatch(attributes, -1) {
		names = append(names, name[1])
	}
	return names
}
