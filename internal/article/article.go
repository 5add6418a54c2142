// Package article is the model of an article: one Markdown text and spans into it.
//
// The text is never marked up with links of our own. What is a citation, which
// reference it names, where a heading or a reference stands, are byte spans beside
// the text, so a place in an article is a byte offset: it survives a resize, a theme
// and a restart. The package holds plain data and small questions about it; it must
// not know of file formats, terminals or where an article came from.
package article

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"etal/internal/identify"
	"etal/internal/safe"
)

// A Span is the bytes [Start, End) of an article's body.
type Span struct{ Start, End int }

// Contains reports whether the byte at offset lies in the span.
func (s Span) Contains(offset int) bool { return s.Start <= offset && offset < s.End }

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// An Article is one text with its metadata, citations and references. All spans
// lie in Body and are sorted by where they start.
type Article struct {
	ID       safe.Text // what the library or the command line calls it
	Title    safe.Text
	Authors  []safe.Text
	Date     safe.Text // as the article gives it, usually 2006-01-02
	Summary  safe.Text
	Tags     []safe.Text   // keywords
	License  safe.Text     // as the article gives it: CC-BY-4.0, or a URL
	IDs      []identify.ID // of the article itself, as far as its source tells them
	Language safe.Text     // BCP 47, empty where the article does not say
	Source   safe.Text     // the file or name that it was read from
	Format   Format

	Body       safe.Text // Markdown
	Words      int       // in the body, the reference list left out
	Blocks     []Span    // top-level blocks, each of which can be rendered by itself
	Headings   []Heading
	Citations  []Citation
	References []Reference
	Links      []Link
	Anchors    Anchors     // where links to places in it lead
	Pages      Pages       // of its source; none where that has no pages
	Furniture  []safe.Text // lines of the page around the article, left out of Body
	Notices    []safe.Text // what the article names and could not be read, a line each
}

// A Format names what an article was read from.
type Format string

// The formats that articles are read from.
const (
	Markdown  Format = "markdown"
	PlainText Format = "text"
	HTML      Format = "html"
	JATS      Format = "jats"
	EPUB      Format = "epub"
	PDF       Format = "pdf"
	BibTeX    Format = "bibtex"
	RIS       Format = "ris"
	CSLJSON   Format = "csl-json"
	Record    Format = "record" // of a work that cannot be had: its title, authors and abstract
)

// IsText reports whether files of the format are text, which has lines and can be edited.
func (f Format) IsText() bool { return f != EPUB && f != PDF && f != Record }

// A Heading is a section's title where it stands in the body.
type Heading struct {
	Span
	Level int // 1 to 6
	Title safe.Text
}

// A Citation is a place in the text that points at references.
type Citation struct {
	Span
	Text       safe.Text // the mark as the reader sees it: [2,5–7]
	References []int     // numbers of the references it names, in the mark's order
	Ambiguous  []int     // references that it may name, where two fit alike
	Missing    []string  // what it names that the list does not have: "12"
	Note       int       // where the footnote begins through which it names them; 0 where there is none
}

// Candidates returns the numbers of the references that the citation names or,
// where it is ambiguous, may name.
func (c Citation) Candidates() []int {
	return append(append([]int(nil), c.References...), c.Ambiguous...)
}

// A LinkKind says what a link that is no citation leads to.
type LinkKind string

// The kinds of links.
const (
	Note     LinkKind = "note" // a footnote that is no reference; Target is its text
	Figure   LinkKind = "figure"
	Table    LinkKind = "table"
	Section  LinkKind = "section" // or an appendix; Target is its heading
	Equation LinkKind = "equation"
	File     LinkKind = "file" // a path, relative to the article's own folder; URL is it as written
	URL      LinkKind = "url"  // an address outside the article: http, https or mailto
)

// A Link is a place in the text that leads somewhere other than to a reference.
type Link struct {
	Span
	Text   safe.Text
	Kind   LinkKind
	Target int       // offset in the body, where the link leads inside the article
	URL    safe.Text // where it leads outside; the path of a file is still percent-encoded, and may end in #part
}

// Inside reports whether the link leads to a place in the article, its Target.
func (l Link) Inside() bool { return l.Kind != URL && l.Kind != File }

// Reference returns the reference with the given number, counted from 1.
func (a *Article) Reference(number int) (Reference, bool) {
	if number < 1 || number > len(a.References) {
		return Reference{}, false
	}
	return a.References[number-1], true
}

// Labelled returns the number of the reference that the article's own list calls
// label, or of the one that stands at that place in a list without labels. Of several
// lists it is that of the text at offset, or else the first with such a reference.
func (a *Article) Labelled(label, offset int) (number int, ok bool) {
	text := strconv.Itoa(label)
	labelled := false
	list := a.ListFor(offset)
	for _, r := range slices.Concat(list, a.References) {
		if r.Label.String() == text {
			return r.Number, true
		}
		labelled = labelled || r.Label.Len() > 0
	}
	if !labelled && label >= 1 && label <= len(list) {
		return list[label-1].Number, true
	}
	return 0, false
}

// ReferenceAt returns the number of the reference whose text starts in the block
// span, or 0.
func (a *Article) ReferenceAt(block Span) int {
	i := sort.Search(len(a.References), func(i int) bool { return a.References[i].Start >= block.Start })
	if i < len(a.References) && a.References[i].Start <= block.End {
		return a.References[i].Number
	}
	return 0
}

// CitedBy returns the indexes of the citations that name the reference.
func (a *Article) CitedBy(number int) []int {
	var found []int
	for i, c := range a.Citations {
		for _, n := range c.Candidates() {
			if n == number {
				found = append(found, i)
				break
			}
		}
	}
	return found
}

// BlockAt returns the index of the block that holds offset, or of the last one
// before it, or 0.
func (a *Article) BlockAt(offset int) int {
	i := sort.Search(len(a.Blocks), func(i int) bool { return a.Blocks[i].Start > offset })
	return max(i-1, 0)
}

// HeadingAt returns the index of the heading under which offset stands: the last one that
// begins at or before it, or -1.
func (a *Article) HeadingAt(offset int) int {
	return sort.Search(len(a.Headings), func(i int) bool { return a.Headings[i].Start > offset }) - 1
}

// Slice returns the text of a span.
func (a *Article) Slice(s Span) safe.Text { return a.Body.Slice(s.Start, s.End) }

// wordsPerMinute is the rate at which adults read English non-fiction silently:
// M. Brysbaert, How many words do we read per minute?, Journal of Memory and
// Language 109 (2019), 104047.
const wordsPerMinute = 238

// Attribution returns the authors, the date and the license as a line; empty where the article
// names none of them.
func (a *Article) Attribution() safe.Text {
	var authors, parts []string
	for _, name := range a.Authors {
		authors = append(authors, name.String())
	}
	for _, part := range []string{strings.Join(authors, ", "), a.Date.String(), a.License.String()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return safe.Line(strings.Join(parts, " · "))
}

// Minutes returns how long the article takes to read, at least one minute.
func (a *Article) Minutes() int { return minutes(a.Words) }

func minutes(words int) int { return max((words+wordsPerMinute/2)/wordsPerMinute, 1) }
