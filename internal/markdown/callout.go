package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"etal/internal/article"
	"etal/internal/lazyregexp"
	"etal/internal/safe"
)

// KindCalloutTitle is the kind of a CalloutTitle.
var KindCalloutTitle = ast.NewNodeKind("CalloutTitle")

// A CalloutTitle is the first block of a quote that is a callout: "> [!NOTE]", as GitHub has it, with
// the author's own title behind it, as Obsidian has it.
type CalloutTitle struct {
	ast.BaseBlock
	Mark text.Segment // [!NOTE]
}

func (n *CalloutTitle) Kind() ast.NodeKind { return KindCalloutTitle }

func (n *CalloutTitle) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Name returns the kind of callout in a reader's words in the place of its mark: "Note", or "Note: "
// before the author's own title.
func (t Tree) Name(n *CalloutTitle) Piece {
	kind := strings.ToLower(string(n.Mark.Value(t.Source)))
	kind = strings.Trim(kind, "[!]+-")
	name := strings.ToUpper(kind[:1]) + kind[1:]
	if n.Lines().Len() > 0 {
		name += ": "
	}
	return Piece{article.Span{Start: t.Offset + n.Mark.Start, End: t.Offset + n.Mark.Stop}, safe.New(name)}
}

// calloutMark matches the mark of a callout. Its sign says whether Obsidian folds it.
var calloutMark = lazyregexp.New(`^\[![A-Za-z][A-Za-z-]{0,30}\][+-]?(?:[ \t]+|$)`)

// A calloutParser makes the first line of a quote its title, where that says that it is a callout.
type calloutParser struct{}

func (calloutParser) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := n.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != n {
		return
	}
	lines := n.Lines()
	first := lines.At(0)
	first = first.TrimRightSpace(reader.Source())
	first = first.TrimLeftSpace(reader.Source())
	mark := calloutMark.FindString(string(first.Value(reader.Source())))
	if mark == "" {
		return
	}
	title := &CalloutTitle{Mark: first.WithStop(first.Start + len(strings.TrimRight(mark, " \t")))}
	if rest := first.WithStart(first.Start + len(mark)); rest.Len() > 0 {
		title.Lines().Append(rest)
	}
	quote.InsertBefore(quote, n, title)
	if lines.Len() == 1 {
		quote.RemoveChild(quote, n)
		return
	}
	lines.SetSliced(1, lines.Len())
}
