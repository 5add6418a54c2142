package search

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"etal/internal/article"
	"etal/internal/content"
	"etal/internal/markdown"
	"etal/internal/names"
	"etal/internal/safe"
)

// A folder folds text and notes where in the body each byte came from.
type folder struct {
	text  []byte
	parts []segment
}

// block folds what a block shows.
func (f *folder) block(c *content.Content, b content.Block) {
	if b.Label != "" {
		f.piece(markdown.Piece{Span: article.Span{Start: b.Start, End: b.Reference.Start}, Text: safe.New(b.Label + " ")})
	}
	if b.Reference.Number > 0 {
		for n := b.Tree.Root.FirstChild(); n != nil; n = n.NextSibling() {
			f.runs(c, b.Tree.Runs(n))
		}
		return
	}
	markdown.Walk(b.Tree.Root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ListItem:
			if label := b.Tree.ItemLabel(n); label.Len() > 0 {
				f.piece(label)
				f.blank(label.End)
			}
			return true
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			f.code(b.Tree, n)
		case *markdown.CalloutTitle:
			f.piece(b.Tree.Name(n))
			f.blank(b.Tree.Name(n).End)
			f.runs(c, b.Tree.Runs(n))
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock, *east.TableCell, *east.DefinitionTerm:
			f.runs(c, b.Tree.Runs(n))
		case *ast.LinkReferenceDefinition:
		default:
			return true
		}
		return false
	})
}

// runs folds inline text. The marks of footnotes are left out: they part no words.
func (f *folder) runs(c *content.Content, runs []markdown.Run) {
	end := 0
	for _, r := range runs {
		switch r.Role {
		case markdown.Break:
			f.blank(end)
		case markdown.Text:
			f.withoutMarks(r.Piece, c.NoteMarks)
			end = r.End
		}
	}
	f.blank(end)
}

// withoutMarks folds a part of the text but for the marks in it.
func (f *folder) withoutMarks(p markdown.Piece, marks []article.Span) {
	first := sort.Search(len(marks), func(i int) bool { return marks[i].End > p.Start })
	for _, m := range marks[first:] {
		if m.Start >= p.End {
			break
		}
		f.piece(p.Slice(p.Start, m.Start))
		p = p.Slice(m.End, p.End)
	}
	f.piece(p)
}

// code folds the lines of code.
func (f *folder) code(t markdown.Tree, n ast.Node) {
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		f.piece(markdown.Piece{Span: article.Span{Start: t.Offset + s.Start, End: t.Offset + s.Stop}, Text: safe.New(string(t.Source[s.Start:s.Stop]))})
	}
}

// piece folds a part of the text: letter by letter where it is the body's own bytes.
func (f *folder) piece(p markdown.Piece) {
	text := p.Text.String()
	if p.Len() != len(text) {
		if p.Len() == len(`\*`) { // the backslash is not part of what is found
			p.Start = p.End - 1
		}
		f.put(p.Span, "", names.FoldCase(text))
		return
	}
	for i := 0; i < len(text); {
		if n := ordinary(text[i:]); n > 0 {
			f.copy(p.Start+i, text[i:i+n])
			i += n
			continue
		}
		n := letterLen(text[i:])
		f.put(article.Span{Start: p.Start + i, End: p.Start + i + n}, text[i:i+n], names.FoldCase(text[i:i+n]))
		i += n
	}
}

// blank adds a blank that stands for nothing in the body.
func (f *folder) blank(at int) { f.put(article.Span{Start: at, End: at}, "", " ") }

// put adds folded text that stands for text at a span. One blank stands for all that follow
// each other.
func (f *folder) put(s article.Span, text, folded string) {
	n := len(f.text)
	if folded == "" || folded == " " && (n == 0 || f.text[n-1] == ' ' || f.text[n-1] == '\n') {
		return
	}
	if folded == text {
		f.copy(s.Start, text)
		return
	}
	f.parts = append(f.parts, segment{int32(n), int32(s.Start), int32(s.Len()), true})
	f.text = append(f.text, folded...)
}

// copy adds text of the body as it is.
func (f *folder) copy(at int, text string) {
	if n := len(f.parts); n > 0 {
		last := &f.parts[n-1]
		if !last.whole && int(last.source+last.length) == at && int(last.folded+last.length) == len(f.text) {
			last.length += int32(len(text))
			f.text = append(f.text, text...)
			return
		}
	}
	f.parts = append(f.parts, segment{folded: int32(len(f.text)), source: int32(at), length: int32(len(text))})
	f.text = append(f.text, text...)
}

// ordinary returns how many bytes of text, from its first on, fold to themselves whatever
// follows: words with single blanks between them, which most text is.
func ordinary(text string) int {
	i := 0
	for i < len(text) {
		c := text[i]
		between := c == ' ' && i > 0 && i+1 < len(text) && isPlain(text[i+1])
		if !isPlain(c) && c != ',' && c != '.' && !between {
			break
		}
		i++
	}
	if i < len(text) && text[i] >= utf8.RuneSelf && i > 0 {
		i-- // it may be an accent of the letter before
	}
	return i
}

// isPlain reports whether an ASCII byte is a letter or a digit.
func isPlain(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// letterLen returns the length of the first letter of text, with the accents on it.
func letterLen(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	for n < len(text) && text[n] >= utf8.RuneSelf {
		mark, size := utf8.DecodeRuneInString(text[n:])
		if !unicode.In(mark, unicode.Mn, unicode.Cf) {
			break
		}
		n += size
	}
	return n
}
