// Package doc is the document that a format's reader builds, and the one writer that makes
// an article's Markdown of it.
//
// A [Document] is typed blocks and inlines. [Document.Draft] writes them as Markdown and
// notes, while it writes, where everything stands that the reader knew: headings, links,
// citations, references, notes. A [Draft] is such a text with what is known of it, and
// [Draft.Fill] has the rest found and makes the article. Text is safe to show before it
// enters a document, by type, so that a span into the Markdown stays where it was taken.
//
// The package must not know of file formats, nor of how an article is shown.
package doc

import (
	"etal/internal/article"
	"etal/internal/bib"
	"etal/internal/identify"
	"etal/internal/safe"
)

// A Document is an article as the reader of its format understood it.
type Document struct {
	Meta
	Blocks []Block
	// CitationsMarked reports that the source marks all its citations, so that none has to
	// be found in the text.
	CitationsMarked bool
	// PageLabels are what pages of the source have printed on them, if that is not their number.
	PageLabels []string
}

// Meta is what a source tells of its article beside the text.
type Meta struct {
	Title    safe.Text
	Authors  []safe.Text
	Date     safe.Text // usually 2006-01-02
	Summary  safe.Text
	Tags     []safe.Text   // keywords
	License  safe.Text     // its name or URL
	Language safe.Text     // BCP 47
	IDs      []identify.ID // of the article itself
	Removed  []safe.Text   // lines of the page around the article, which the text lacks
	Notices  []safe.Text   // what could not be read or shown as it was written
}

// A Block is a part of a document that stands on lines of its own.
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct{ Text []Inline }

// A Heading is the title of a section.
type Heading struct {
	Level int // 1 to 6; deeper ones count as 6
	Text  []Inline
}

// A List is a list of items.
type List struct{ Items []Item }

// An Item is one item of a list.
type Item struct {
	Number int      // of the item; 0 where it has a bullet
	Label  []Inline // of its own, such as (iv) or a term; shown before its text
	Blocks []Block
}

// Definitions is a list of terms and what they mean.
type Definitions struct{ Items []Definition }

// A Definition is a term and its meaning, on one line.
type Definition struct{ Term, Text []Inline }

// A Quote is a quotation.
type Quote struct{ Blocks []Block }

// A Box is text set apart in a box.
type Box struct{ Blocks []Block }

// A Figure is a picture or another object, of which a terminal shows the words.
type Figure struct {
	Caption []Inline
	Blocks  []Block // below the caption
}

// A Table is rows of cells with a caption above and notes below.
type Table struct {
	Caption    []Inline
	Head, Rows [][]Cell
	Notes      []Block
}

// A Cell is a cell of a table.
type Cell struct {
	Blocks       []Block
	Across, Down int // columns and rows that it spans; 0 counts as 1
}

// Code is a listing or other text whose lines stay as they stand.
type Code struct {
	Language string // for its colours, empty where unknown
	Text     safe.Text
}

// A Formula is a formula on lines of its own.
type Formula struct {
	Text   []Inline
	Number safe.Text // without parentheses
}

// References is a reference list or a part of one. Its entries are numbered from 1 on through
// all lists of a document.
type References struct {
	Heading []Inline // empty where a heading stands before it, or none is wanted
	Entries []Entry
}

// An Entry is one reference as it is printed.
type Entry struct {
	Label    safe.Text // in the list's own numbering; empty where it has none
	Brackets bool      // the label is printed as [12] rather than 12.; names always are
	Text     []Inline
	Item     *bib.Item // its fields, where the format tells them
}

// An Anchor names the place where the block after it begins, for links to lead to.
type Anchor struct{ ID string }

func (Paragraph) block()   {}
func (Heading) block()     {}
func (List) block()        {}
func (Definitions) block() {}
func (Quote) block()       {}
func (Box) block()         {}
func (Figure) block()      {}
func (Table) block()       {}
func (Code) block()        {}
func (Formula) block()     {}
func (References) block()  {}
func (Anchor) block()      {}
func (*PageStart) block()  {}

// An Inline is a part of a line: text set in one style that leads to one place, the mark of a
// note, or a line's end.
type Inline struct {
	Text  safe.Text
	To    Target // nil where it leads nowhere
	Style Style
	Break bool // the line ends here; there is no text
}

// A Style is how a part of a line is set: a set of the bits below.
type Style uint8

// The styles.
const (
	Italic Style = 1 << iota
	Bold
	CodeSpan
	Superscript // set in Unicode's raised letters, as exponents are
	Subscript   // set in Unicode's lowered letters
	RaisedMark  // raised as it stands: the mark of a citation
	Verbatim    // Markdown, written as it stands
	Struck      // struck out
)

// A Target is what a part of a line leads to.
type Target interface{ target() }

// A Citation makes text the mark of a citation, or a part of one: neighbouring marks and the
// brackets around them become one. All parts of one mark share one pointer.
type Citation struct {
	References []int // numbers of the references, from 1; empty where the list lacks them
}

// A Link leads to an [Anchor] of the document. One of no kind parts citations and leads
// nowhere. All parts of one link share one pointer.
type Link struct {
	ID   string
	Kind article.LinkKind
	URL  string // where it leads out of the document, beside the text; then it has no ID
	// Unsure says that the text decides where it names something or cites: there it is no link.
	Unsure bool
}

// An Address leads out of the document: a URL, or a path from the article's folder.
type Address string

// A Note is a footnote; an inline that leads to one is its mark, and its text is not shown.
// Notes are written and numbered in the order of their marks.
type Note struct{ Blocks []Block }

// A PageStart marks where a page of the source begins: between blocks, or as an inline that leads to
// it, whose text is not shown. A mark within a word, a style or a citation changes nothing of it.
// Every page has one, also a page without text. Notes are on the pages of their marks.
type PageStart struct {
	Number int       // from 1
	Label  safe.Text // as the source prints it; empty where that is the number
}

func (*Citation) target()  {}
func (*Link) target()      {}
func (Address) target()    {}
func (*Note) target()      {}
func (*PageStart) target() {}
