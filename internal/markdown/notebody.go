package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// noteIndent is how many columns the further paragraphs of a footnote are indented by, at most.
const noteIndent = 4

// behindLabel reports whether a footnote's label is all that the text has before an offset in its
// line, so that a block that begins there is the footnote's text.
func behindLabel(text string, offset int) bool {
	start := strings.LastIndexByte(text[:offset], '\n') + 1
	label := footnote.FindString(text[start:offset])
	return label != "" && strings.Trim(text[start+len(label):offset], " \t") == ""
}

var noteKey = parser.NewContextKey()

// A noteBody is the text of a footnote until the block is parsed.
type noteBody struct{ ast.BaseBlock }

var kindNoteBody = ast.NewNodeKind("NoteBody")

func (n *noteBody) Kind() ast.NodeKind { return kindNoteBody }

func (n *noteBody) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A noteBodyParser takes the indent off the lines of a footnote's text.
type noteBodyParser struct{}

func (noteBodyParser) Trigger() []byte { return nil }

func (noteBodyParser) Open(parent ast.Node, _ text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if pc.Get(noteKey) == nil || parent.Kind() != ast.KindDocument || parent.HasChildren() {
		return nil, parser.NoChildren
	}
	pc.Set(noteKey, nil)
	return &noteBody{}, parser.HasChildren
}

func (noteBodyParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	indent, _ := util.IndentWidth(line, reader.LineOffset())
	if pos, padding := util.IndentPosition(line, reader.LineOffset(), min(indent, noteIndent)); pos >= 0 {
		reader.AdvanceAndSetPadding(pos, padding)
	}
	return parser.Continue | parser.HasChildren
}

func (noteBodyParser) Close(n ast.Node, _ text.Reader, _ parser.Context) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

func (noteBodyParser) CanInterruptParagraph() bool { return false }
func (noteBodyParser) CanAcceptIndentedLine() bool { return false }
