package markdown

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// CommonMark tells by the blanks and punctuation around signs of emphasis whether they open or close
// it. Chinese and Japanese have no blanks between words, and by that rule これは**「強調」**です has no
// emphasis. So beside their letters a sign may do both, and their punctuation is as good as a letter
// (https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md).

// An emphasisParser parses signs of emphasis as goldmark's does, but for those beside Chinese and
// Japanese.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, emphasis{})
	if d == nil {
		return nil
	}
	if after, _ := utf8.DecodeRune(line[d.OriginalLength:]); d.Char == '*' {
		d.CanOpen = d.CanOpen || flanks(before, after)
		d.CanClose = d.CanClose || flanks(after, before)
	}
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

// flanks reports whether a sign may open or close emphasis between a letter outside and one inside
// because one of them is Chinese, Japanese or Korean.
func flanks(outside, inside rune) bool {
	if inside == utf8.RuneError || util.IsSpaceRune(inside) {
		return false
	}
	return isEastAsian(inside) || isEastAsian(outside)
}

// isEastAsian reports whether a rune is Chinese, Japanese or Korean, whose particles follow a word
// without a blank.
func isEastAsian(r rune) bool { return isUnspaced(r) || unicode.Is(unicode.Hangul, r) }

// isUnspaced reports whether a rune is of a script without blanks between words, or its punctuation.
func isUnspaced(r rune) bool {
	if r < '\u2e80' {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo) ||
		r >= '\u3000' && r <= '\u303f' || r >= '\uff01' && r <= '\uff65' || r == 'ー'
}

// emphasis makes nodes of signs that open and close.
type emphasis struct{}

func (emphasis) IsDelimiter(b byte) bool { return b == '*' || b == '_' }
func (emphasis) CanOpenCloser(opener, closer *parser.Delimiter) bool {
	return opener.Char == closer.Char
}
func (emphasis) OnMatch(consumes int) ast.Node { return ast.NewEmphasis(consumes) }
