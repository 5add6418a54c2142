// Package dialect translates other dialects of Markdown to GitHub's: attributes of headings, fenced
// divs, further tables, notes within the line, HTML.
//
// One parser then reads every dialect, and every output format has what it says. The package must
// not know what is cited in a text, nor how it is shown.
package dialect

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"etal/internal/article"
	"etal/internal/markdown"
	"etal/internal/read/markdown/dialect/templates"
	"etal/internal/safe"
)

// A Text is a Markdown text, and its named places: GitHub's Markdown has no form for their names.
type Text struct {
	Body    string
	Places  []Place     // in the order of their offsets
	Notices []safe.Text // what is not shown as it was written
}

// A Place is where links to a name lead: a heading, an element of HTML, an entry of a list.
type Place struct {
	Name   string
	Offset int
}

// A construct is one thing that a dialect has beyond GitHub's Markdown.
type construct struct {
	signs []string // every text with the construct has one of them
	edits func(t Text) []edit
}

// constructs lists what is translated, in this order: each is read in what the ones before it made.
var constructs = []construct{
	{[]string{"data:"}, pictures},
	{[]string{":::", "!!!", "???", "=== \"", "```{", "~~~{", "[!"}, boxes},
	{[]string{"```", "~~~", ":::{"}, fences},
	{[]string{"--", "=="}, drawnTables},
	{[]string{")=\n", "{:", "%%", "\\newpage", "\\pagebreak", "\\clear", "{{< pagebreak"}, hidden},
	{[]string{anchorSign}, anchors},
	{[]string{"{#", "{.", "{-", "{:", "{ #", "{ .", "=\""}, attributes},
	{[]string{"\\label{"}, labels},
	{[]string{"\n| "}, lineBlocks},
	{[]string{". ", ") ", ".\t", ")\t"}, lists},
	{[]string{"^["}, inlineNotes},
	{spanSigns, spans},
	{inlineSigns, inline},
	{[]string{"[]("}, emptyLinks},
}

// indentedSigns are the signs of boxes whose content is indented, which CommonMark takes for code.
var indentedSigns = []string{"!!! ", "??? ", "???+ ", "=== \""}

// Translate returns the text in GitHub's Markdown.
func Translate(text string) Text {
	text = templates.Translate(text)
	t := Text{Body: text}
	t = withoutHTML(t.apply(distill(t)))
	for _, c := range constructs {
		if hasAny(t.Body, c.signs) {
			t = t.apply(c.edits(t))
		}
	}
	if hasAny(text, indentedSigns) {
		t = withoutHTML(t) // in what is no longer indented
	}
	return t
}

// hasAny reports whether a text has one of some signs.
func hasAny(text string, signs []string) bool {
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(text, sign) })
}

// An edit replaces a span with a text, and names the place where it begins.
type edit struct {
	article.Span
	text  string
	names []string
}

// apply makes edits, which must not overlap.
func (t Text) apply(edits []edit) Text {
	if len(edits) == 0 {
		return t
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var b strings.Builder
	var places []Place
	starts := make([]int, len(edits))
	at := 0
	for i, e := range edits {
		b.WriteString(t.Body[at:e.Start])
		starts[i], at = b.Len(), e.End
		b.WriteString(e.text)
		for _, name := range e.names {
			places = append(places, Place{name, starts[i]})
		}
	}
	b.WriteString(t.Body[at:])
	for _, p := range t.Places {
		places = append(places, Place{p.Name, translateOffset(p.Offset, edits, starts)})
	}
	slices.SortStableFunc(places, func(a, b Place) int { return cmp.Compare(a.Offset, b.Offset) })
	return Text{b.String(), places, t.Notices}
}

// translateOffset returns an offset after the edits, whose texts begin at starts. An offset within an
// edit becomes the start of that.
func translateOffset(offset int, edits []edit, starts []int) int {
	i := sort.Search(len(edits), func(i int) bool { return edits[i].End > offset })
	switch {
	case i < len(edits) && edits[i].Start <= offset:
		return starts[i]
	case i == 0:
		return offset
	}
	return starts[i-1] + len(edits[i-1].text) + offset - edits[i-1].End
}

// blocks returns the top-level blocks that contain sign.
func (t Text) blocks(sign string) (blocks []article.Span) {
	for _, b := range markdown.Cut(t.Body) {
		if strings.Contains(t.Body[b.Start:b.End], sign) {
			blocks = append(blocks, b)
		}
	}
	return blocks
}
